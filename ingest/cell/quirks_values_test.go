package cell

import (
	"errors"
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

func TestQuirk80YesNoZoo(t *testing.T) {
	for want, list := range map[record.Answer][]string{
		record.Yes: {"Y", "yes", "YES.", "TRUE", "1", "x", "✓", "✔", "☑", "✅", "ü", "þ", "Yes – discussed", "yes, with family", "Yes (verbally)", "Yes discussed with family", "Ydy"},
		record.No:  {"N", "No.", "FALSE", "0", "No – not needed"},
		record.AnswerNone: {"", " ", "☒", "☐", "✗", "û", "grün", "Yes/No", "Yes / No", "Yes - No", "Yes or no", "Yes but later no", "yes and no", "No concerns", "No one asked", "Nobody", "Yesterday",
			"perhaps"},
	} {
		for _, written := range list {
			if got := Answer(Text(written)); got != want {
				t.Errorf("%q is %q, want %q", written, got, want)
			}
		}
	}
	if got := Answer(Raw{Fault: true}); got != record.AnswerNone {
		t.Errorf("an error of a workbook is %q", got)
	}
}

func TestQuirk81ThreeKindsOfNothing(t *testing.T) {
	for want, list := range map[Absence][]string{
		Present:       {"0", "No", "Fall", "none of these helped", "🙂", "Nilsson"},
		Blank:         {"", " ", "-", "--", "---", "–", "/", "..."},
		NotApplicable: {"N/A", "n/a", "NA", "n.a.", "Not applicable"},
		Unknown:       {"?", "??", "not known", "TBC", "unknown", "#N/A", "Not recorded", "null"},
		NoneRecorded:  {"nil", "None", "none recorded", "Nil.", "Dim"},
	} {
		for _, written := range list {
			if got := Nothing(written); got != want {
				t.Errorf("%q is %d, want %d", written, got, want)
			}
		}
	}
}

func TestQuirk82NilIsAnExplicitZero(t *testing.T) {
	for _, written := range []string{"Nil", "nil this month", "None", "No incidents to report", "Incidents: nil this month", "Nil return", "no falls this month"} {
		if !NilReturn(written) {
			t.Errorf("%q says that there were none", written)
		}
	}
	for _, written := range []string{"", "-", "N/A", "0 known", "No harm", "not known", "nil by mouth", "no incidents of note apart from the fall"} {
		if NilReturn(written) {
			t.Errorf("%q does not say that there were none", written)
		}
	}
}

func TestQuirk83ErrorsAreMissing(t *testing.T) {
	for _, raw := range []Raw{{Fault: true}, {NoResult: true}} { // quirk 84 as well
		if !raw.Empty() || Recorded(raw) {
			t.Errorf("%+v is not empty", raw)
		}
		if _, err := Number(raw); !errors.Is(err, ErrEmpty) {
			t.Errorf("%+v as a number: %v", raw, err)
		}
		if _, err := Date(raw, DayFirst); !errors.Is(err, ErrEmpty) {
			t.Errorf("%+v as a date: %v", raw, err)
		}
		if _, _, err := Score(raw); !errors.Is(err, ErrEmpty) {
			t.Errorf("%+v as a score: %v", raw, err)
		}
	}
}

func TestQuirk85PercentAndCurrency(t *testing.T) {
	text, err1 := Number(Text("87.3%"))
	number, err2 := Number(Raw{Text: "0.873", Number: 0.873, Numeric: true, Percent: true})
	if text != number || number != 87.3 || err1 != nil || err2 != nil {
		t.Errorf("87.3%% is %v as text (%v) and %v as a number (%v)", text, err1, number, err2)
	}
	for written, want := range map[string]float64{"£1,200": 1200, "£1,200.50": 1200.5, "-£5": -5, "£ 12": 12, "(12)": -12, "(£1,200)": -1200, "12 GBP": 12, "87 %": 87, "−3": -3} {
		if got, err := Number(Text(written)); got != want || err != nil {
			t.Errorf("%q is %v (%v), want %v", written, got, err, want)
		}
	}
	for written, want := range map[string]error{
		"<5": ErrSuppressed, "< 5": ErrSuppressed, "≤10": ErrSuppressed, "fewer than 5": ErrSuppressed, "*": ErrSuppressed, "[c]": ErrSuppressed,
		">10": ErrRough, "10+": ErrRough, "c. 10": ErrRough, "about 10": ErrRough, "~10": ErrRough, "5-10": ErrRough, "5 to 10": ErrRough,
		"1_000": ErrNotNumber, "0x10": ErrNotNumber, "Infinity": ErrNotNumber, "()": ErrNotNumber, "(-3)": ErrNotNumber, "£": ErrNotNumber, "<": ErrNotNumber, "< low": ErrNotNumber,
	} {
		if got, err := Number(Text(written)); !errors.Is(err, want) || got != 0 || !errors.Is(err, ErrNotNumber) {
			t.Errorf("%q is %v (%v), want %v", written, got, err, want)
		}
	}
	if _, err := Number(Text("lots")); errors.Is(err, ErrSuppressed) || errors.Is(err, ErrRough) {
		t.Errorf("no number at all: %v", err)
	}
}

func TestQuirk86ThousandsAndDecimals(t *testing.T) {
	for _, c := range []struct {
		written      string
		point, comma float64 // 0 is no number
	}{
		{"1.234,5", 1234.5, 1234.5}, {"1,234.5", 1234.5, 1234.5}, {"1 234", 1234, 1234}, {"1\u202f234,5", 0, 1234.5}, {"1\u00a0234.5", 1234.5, 0}, {"1,5", 0, 1.5}, {"1.5", 1.5, 0},
		{"1,234", 1234, 1.234}, {"1.234", 1.234, 1234}, {"1,234,567", 1234567, 1234567}, {"1.234.567", 1234567, 1234567}, {"12,34,567", 0, 0}, {"1,23,456.7", 0, 0}, {"0,125", 0, 0.125}, {"170,4", 0, 170.4}, {"1,2,3", 0, 0}, {"1.234,5.6", 0, 0},
	} {
		for decimal, want := range map[Decimal]float64{DecimalPoint: c.point, DecimalComma: c.comma} {
			if got, err := NumberIn(Text(c.written), decimal); got != want || (err == nil) != (want != 0) {
				t.Errorf("%q with sign %d is %v (%v), want %v", c.written, decimal, got, err, want)
			}
		}
	}
	for _, c := range []struct {
		cells   []string
		decimal Decimal
		proof   Proof
	}{
		{[]string{"1", "20", ""}, DecimalPoint, SelfEvident}, {[]string{"1,234"}, DecimalPoint, Assumed}, {[]string{"1.234"}, DecimalPoint, Assumed}, {[]string{"1,234", "1,5"}, DecimalComma, Proven},
		{[]string{"1.234,5"}, DecimalComma, Proven}, {[]string{"1,234.5"}, DecimalPoint, Proven}, {[]string{"1,234,567"}, DecimalPoint, Proven}, {[]string{"1.234.567"}, DecimalComma, Proven},
		{[]string{"1,5", "1.5"}, DecimalPoint, Conflict}, {[]string{"170,4", "<5", "n/a"}, DecimalComma, Proven},
	} {
		var column NumberColumn
		for _, written := range c.cells {
			column.See(Text(written))
		}
		if decimal, proof := column.Decimal(); decimal != c.decimal || proof != c.proof {
			t.Errorf("%q: sign %d with proof %d, want %d with %d", c.cells, decimal, proof, c.decimal, c.proof)
		}
	}
	var column NumberColumn
	column.See(Text("1,234"))
	column.Hint(DecimalComma)
	if decimal, proof := column.Decimal(); decimal != DecimalComma || proof != Hinted {
		t.Errorf("a file with semicolons: sign %d with proof %d", decimal, proof)
	}
}

func TestQuirk88FreeTextStatus(t *testing.T) {
	for want, list := range map[record.Outcome][]string{
		record.AcceptedOnReoffer: {"refused - later accepted", "Refused then accepted", "declined, then accepted", "refused but accepted later", "Refused initially, then accepted", "accepted on second attempt", "initially declined but accepted on 2nd offer",
			"Refused x2 then accepted", "refused first offer, accepted second", "took on second offer", "declined at first, later accepted", "refused; later took it"},
		record.Refused:     {"Declined x2", "refused x 3", "refused twice", "refused both times", "refused again"},
		record.OutcomeNone: {"refused/accepted", "accepted / refused", "accepted then refused", "refused or accepted", "refused medication but accepted food", "not refused then accepted", "later accepted", "refused to say, accepted by phone", "refused once"},
	} {
		for _, written := range list {
			if got, known := Outcome(written, nil); got != want || known != (want != record.OutcomeNone) {
				t.Errorf("%q is %q (%t), want %q", written, got, known, want)
			}
		}
	}
	for written, want := range map[string]int{"Declined x2": 2, "refused three times": 3, "refused": 0, "accepted x2": 0} {
		if got := Refusals(written); got != want {
			t.Errorf("%q names %d refusals, want %d", written, got, want)
		}
	}
	legend := map[string]record.Outcome{"declined x2": record.NotOffered}
	if got, _ := Outcome("Declined x2", legend); got != record.NotOffered {
		t.Errorf("a legend goes before the rule table: %q", got)
	}
}

func TestQuirk89NegatedWordsSetNothing(t *testing.T) {
	for _, written := range []string{"did not refuse", "no refusals", "not refused", "no incidents to report", "never refused", "hasn't refused", "no refusals today", "did not decline", "wasn't refused", "refused nothing", "accepted all, no refusals",
		"Supported with breakfast, refused nothing", "not accepted", "not declined"} {
		if got, known := Outcome(written, nil); known {
			t.Errorf("%q sets %q", written, got)
		}
	}
}

func TestQuirk91SeveralValues(t *testing.T) {
	for written, want := range map[string][]string{
		"Fall; Injury": {"Fall", "Injury"}, "Anger|Anxiety": {"Anger", "Anxiety"}, "Fall;": {"Fall"}, "Fall\r\nInjury\n": {"Fall", "Injury"}, "Fall, with injury": {"Fall, with injury"}, "": nil, ";;": nil, " ; a": {"a"}, "Slip/trip": {"Slip/trip"},
	} {
		if got := Split(written); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

func TestQuirk94ScoresSayTheirScale(t *testing.T) {
	for written, want := range map[string][2]float64{
		"4": {4, 0}, "3/5": {3, 5}, "3 / 10": {3, 10}, "3 out of 5": {3, 5}, "4 of 5": {4, 5}, "4 - Good": {4, 0}, "4 (good)": {4, 0}, "4=Good": {4, 0}, "Very happy": {}, "😀": {}, "2.5": {2.5, 0},
	} {
		value, outOf, err := Score(Text(written))
		if value != want[0] || outOf != want[1] || (err == nil) != (want[0] != 0) {
			t.Errorf("%q is %v of %v (%v), want %v", written, value, outOf, err, want)
		}
	}
	for written, want := range map[string]error{"": ErrEmpty, "n/a": ErrEmpty, "6/5": ErrNotNumber, "3/": ErrNotNumber, "3/5/2025": ErrNotNumber, "<3": ErrSuppressed, "3-4": ErrRough, "very": ErrNotNumber, "🙂": ErrNotNumber, "ok": ErrNotNumber, "so so": ErrNotNumber, "1/1": ErrNotNumber} {
		if value, outOf, err := Score(Text(written)); !errors.Is(err, want) {
			t.Errorf("%q is %v of %v (%v), want %v", written, value, outOf, err, want)
		}
	}
	if value, _, err := Score(Raw{Number: 45780, Numeric: true, Date: true}); !errors.Is(err, ErrNotNumber) {
		t.Errorf("3/5 that Excel turned into 3 May is %v (%v)", value, err)
	}
}

func TestQuirk94WordsOfAScale(t *testing.T) {
	for _, c := range []struct {
		words []string
		name  string
	}{
		{[]string{"Very happy", "ok", "Very unhappy", "n/a", "4"}, "happiness"}, {[]string{"not at all", "very", "quite"}, "amount up to very"}, {[]string{"not at all", "very", "extremely"}, "amount"},
		{[]string{"strongly agree", "agree", "strongly disagree"}, "agreement"}, {[]string{"😀", "🙂", "😐", "🙁", "😢"}, "five faces"},
		{[]string{"🙂", "😐", "🙁"}, "three faces"}, {[]string{"😀", "😐", "😢"}, ""}, // three of three, or of five
		{[]string{"not at all", "very"}, ""}, {[]string{"poor", "fair", "good"}, ""}, {[]string{"very happy", "happy", "ok"}, ""}, {[]string{"very happy", "neutral", "strongly disagree"}, ""}, {[]string{"", "n/a"}, ""}, {[]string{"grumpy"}, ""}, {nil, ""},
	} {
		scale, found := FindScale(c.words)
		if found != (c.name != "") || (found && scale.Name != c.name) {
			t.Errorf("%q: %+v (%t), want %q", c.words, scale, found, c.name)
		}
	}
	scale, _ := FindScale([]string{"Very happy", "ok", "Very unhappy"})
	for written, want := range map[string]float64{"Very Happy": 5, "unhappy": 2, "3/5": 3, "4": 4, "grumpy": 0} {
		if value, _, err := scale.Score(Text(written)); value != want || (err == nil) != (want != 0) {
			t.Errorf("%q is %v (%v), want %v", written, value, err, want)
		}
	}
	if value, _, err := (*WordScale)(nil).Score(Text("4")); value != 4 || err != nil {
		t.Errorf("4 without a scale is %v (%v)", value, err)
	}
}

func TestQuirk96HarmWordsOfTwoYears(t *testing.T) {
	for want, list := range map[string][]string{
		record.HarmNone: {"No harm", "None", "No physical harm", "no psychological harm"}, record.HarmLow: {"Low", "Low harm", "Low physical harm", "Minor"}, record.HarmModerate: {"Moderate", "Moderate harm", "Moderate physical harm"},
		record.HarmSevere: {"Severe", "Severe harm", "Severe physical harm", "Major"}, record.HarmFatal: {"Fatal", "Death", "Catastrophic"}, "": {"1", "5", "Green", "Amber"},
	} {
		for _, written := range list {
			if got, known := Harms.Find(written); got != want || known != (want != "") {
				t.Errorf("%q is %q (%t), want %q", written, got, known, want)
			}
		}
	}
}

func TestQuirk98TyposAreOnlySuggested(t *testing.T) {
	for written, want := range map[string]string{
		"refussed": "refused", "Decliend": "refused", "refusd": "refused", "indepedent": "self_managed", "acepted": "accepted", "complted": "accepted", "admnistered": "accepted", "adminstred": "accepted", "hosptial": "away",
		"refused": "", "refuse": "refused", "gven": "", "tken": "", "incompleted": "", "unaccepted": "", "not refused": "", "disrefused": "", "See handover": "", "": "", "Variable": "", "refused2": "", "reviewed": "",
	} {
		got, ok := Suggest(Outcomes, written)
		if got = map[bool]string{true: got}[ok]; got != want {
			t.Errorf("%q suggests %q, want %q", written, got, want)
		}
		if _, known := Outcome(written, nil); known && want != "" {
			t.Errorf("%q is read", written)
		}
	}
}

func TestQuirk103NotesInHTML(t *testing.T) {
	for written, want := range map[string]string{
		"<p>Refused&nbsp;tea</p>": "Refused tea", "<p>One</p><p>Two</p>": "One Two", "a<br/>b<BR>c": "a b c", "<b>bold</b>ly": "boldly", "<a href=\"x>y\">link</a>": "link", "&lt;b&gt; &amp; &pound;5": "<b> & £5", "pain <5, mood >3": "pain <5, mood >3", "a < b": "a < b",
		"<script>alert(1)</script>x": "x", "<style>p {}</style><!-- note -->y": "y", "<redacted> fell": "<redacted> fell", "<unclosed": "<unclosed", "<p": "<p", "plain": "plain", "x_x000D_\ny": "x y", "<td>a</td><td>b</td>": "a b", "<o:p>&nbsp;</o:p>z": "z", "</": "</", "<!--": "<!--", "<SCRIPT>a</SCRIPT>b": "b", "<script>a": "a",
	} {
		if got := Clean(Plain(written)); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}
