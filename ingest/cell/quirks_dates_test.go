package cell

import (
	"errors"
	"fmt"
	"testing"

	"evidencepack/ingest/record"
)

// trueDate is a date cell of a workbook.
func trueDate(t *testing.T, iso string) Raw {
	t.Helper()
	on, err := record.ParseISO(iso)
	if err != nil {
		t.Fatal(err)
	}
	return Raw{Number: float64(on) + 25569, Numeric: true, Date: true}
}

// columnOf feeds a column: what begins with = is a true date of a workbook.
func columnOf(t *testing.T, cells ...string) *DateColumn {
	t.Helper()
	c := new(DateColumn)
	for _, written := range cells {
		if written != "" && written[0] == '=' {
			c.See(trueDate(t, written[1:]))
		} else {
			c.See(Text(written))
		}
	}
	return c
}

func repeated(cell string, times int) []string {
	var cells []string
	for range times {
		cells = append(cells, cell)
	}
	return cells
}

func TestQuirk56SerialsNotShownText(t *testing.T) {
	m, err := Date(Raw{Text: "11-01-25", Number: 45962, Numeric: true, Date: true}, DayFirst)
	if err != nil || m.On.String() != "2025-11-01" {
		t.Errorf("1 November is %s (%v)", m.On, err)
	}
}

func TestQuirk57DateByFormat(t *testing.T) {
	if m, err := Date(Raw{Number: 45962.75, Numeric: true, Date: true}, DayFirst); err != nil || m.On.String() != "2025-11-01" || m.At != 1080 {
		t.Errorf("a date cell is %s at %d (%v)", m.On, m.At, err)
	}
	if _, err := Date(Raw{Text: "37", Number: 37, Numeric: true}, DayFirst); !errors.Is(err, ErrNotDate) {
		t.Errorf("37 without a format of dates: %v", err)
	}
}

func TestQuirk58SerialAsText(t *testing.T) {
	for written, want := range map[string]string{"45962": "2025-11-01", "45962.75": "2025-11-01", "20000": "1954-10-03", "60000": "2064-04-08", "19999": "", "60001": "", "60": ""} {
		if m, err := Date(Text(written), DayFirst); m.On.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q (%v), want %q", written, m.On, err, want)
		}
	}
	if _, err := Date(Raw{Number: 60, Numeric: true, Date: true}, DayFirst); !errors.Is(err, ErrNoSuchDay) {
		t.Errorf("29 February 1900: %v", err)
	}
}

func TestQuirk59From1904(t *testing.T) {
	if m, _ := Date(Raw{Number: 44500, Numeric: true, Date: true, From1904: true}, DayFirst); m.On.String() != "2025-11-01" {
		t.Errorf("a serial of a Mac is %s", m.On)
	}
	if m, _ := Date(Raw{Text: "44500.5", From1904: true}, DayFirst); m.On.String() != "2025-11-01" || m.At != 720 {
		t.Errorf("a serial of a Mac as text is %s at %d", m.On, m.At)
	}
	if _, err := Date(Raw{Number: 0.5, Numeric: true, Date: true, From1904: true}, DayFirst); !errors.Is(err, ErrNotDate) {
		t.Errorf("a time alone is no date: %v", err)
	}
}

func TestQuirk60OrderOfAColumn(t *testing.T) {
	for name, c := range map[string]struct {
		cells []string
		order Order
		proof Proof
	}{
		"empty":           {nil, DayFirst, SelfEvident},
		"true dates":      {[]string{"=2025-11-01", "=2025-11-13"}, DayFirst, SelfEvident},
		"low true dates":  {append(repeated("=2025-11-01", 12), "2025-11-02", "3 Nov 2025", ""), DayFirst, SelfEvident},
		"day above 12":    {[]string{"03/04/2025", "13/04/2025"}, DayFirst, Proven},
		"month above 12":  {[]string{"03/04/2025", "04/13/2025", "n/a"}, MonthFirst, Proven},
		"American times":  {[]string{"4/3/2025 1:05:00 AM", "4/13/2025 3:45:00 PM"}, MonthFirst, Proven},
		"same either way": {[]string{"03/03/2025", "04/04/2025"}, DayFirst, SelfEvident},
		"no proof":        {[]string{"03/04/2025", "07/04/2025"}, DayFirst, Assumed},
		"conflict":        {[]string{"13/04/2025", "04/13/2025"}, DayFirst, Conflict},
		"one slip":        {append(repeated("13/04/2025", 20), "04/13/2025"), DayFirst, Proven},
		"two in fifty":    {append(repeated("13/04/2025", 50), "04/13/2025", "04/14/2025"), DayFirst, Conflict},
		"two in 200":      {append(repeated("13/04/2025", 200), "04/13/2025", "04/14/2025"), DayFirst, Proven},
		"one proof alone": {append(repeated("01/04/2025", 30), "01/13/2025"), DayFirst, Conflict},
		"weekday":         {[]string{"Tue 03/04/2025", "05/06/2025"}, MonthFirst, Proven},
		"weekday UK":      {[]string{"Thu 03/04/2025"}, DayFirst, Proven},
		"sentinel":        {[]string{"12/31/9999", "03/04/2025", "31/12/9999"}, DayFirst, Assumed},
		"rising as American": {[]string{"1/2/2025", "2/1/2025", "2/5/2025", "3/1/2025", "3/4/2025", "4/2/2025", "5/1/2025", "6/1/2025"},
			MonthFirst, Proven},
		"falling as British": {[]string{"1/6/2025", "1/5/2025", "2/4/2025", "4/3/2025", "1/3/2025", "5/2/2025", "1/2/2025", "2/1/2025"},
			DayFirst, Proven},
		"rising, but few":   {[]string{"1/2/2025", "2/1/2025", "2/5/2025"}, DayFirst, Assumed},
		"first of months":   {[]string{"01/01/2025", "01/02/2025", "01/03/2025", "01/04/2025", "01/05/2025", "01/06/2025", "01/07/2025", "01/08/2025"}, DayFirst, Assumed},
		"impossible anyway": {[]string{"31/04/2025", "13/13/2025"}, DayFirst, SelfEvident},
	} {
		order, proof := columnOf(t, c.cells...).Order()
		if proof != c.proof || (proof.Usable() && order != c.order) {
			t.Errorf("%s: order %d with proof %d, want %d with %d", name, order, proof, c.order, c.proof)
		}
	}
}

func TestQuirk60HintsBreakTies(t *testing.T) {
	c := columnOf(t, "03/04/2025", "07/04/2025")
	c.Hint(MonthFirst)
	if order, proof := c.Order(); order != MonthFirst || proof != Hinted {
		t.Errorf("another column proved month first: %d, %d", order, proof)
	}
	c.Hint(DayFirst)
	if order, proof := c.Order(); order != DayFirst || proof != Assumed {
		t.Errorf("two columns that differ prove nothing: %d, %d", order, proof)
	}
	c = columnOf(t, "04/03/2025", "04/07/2025")
	c.Within(record.Span{From: record.DateOf(2025, 4, 1), To: record.DateOf(2025, 4, 30)})
	if order, proof := c.Order(); order != MonthFirst || proof != Hinted {
		t.Errorf("the report is for April: %d, %d", order, proof)
	}
	c = columnOf(t, "13/04/2025")
	c.Hint(MonthFirst)
	if order, proof := c.Order(); order != DayFirst || proof != Proven {
		t.Errorf("a proof goes before a hint: %d, %d", order, proof)
	}
}

func TestQuirk61HalfSwapped(t *testing.T) {
	swapped := []string{"=2025-03-04", "13/04/2025", "=2025-01-04", "15/04/2025", "=2025-12-04", "28/04/2025"}
	for name, c := range map[string]struct {
		cells []string
		proof Proof
	}{
		"UK dates read as American":        {swapped, HalfSwapped},
		"American dates read as UK":        {[]string{"=2025-03-04", "4/13/2025", "=2025-01-04", "4/15/2025", "=2025-12-04", "4/28/2025"}, HalfSwapped},
		"true dates above 12 as well":      {append(swapped, "=2025-04-14"), Proven},
		"texts that could be either":       {append(swapped, "03/04/2025"), Proven},
		"too few to tell":                  {[]string{"=2025-03-04", "13/04/2025"}, Proven},
		"saved as CSV, zeros lost":         {[]string{"13/04/2025", "3/4/2025", "14/04/2025", "5/4/2025", "15/04/2025", "6/4/2025", "16/04/2025", "7/4/2025", "17/04/2025", "8/4/2025"}, HalfSwapped},
		"saved as CSV, zeros added":        {[]string{"4/13/2025", "03/04/2025", "4/14/2025", "05/04/2025", "4/15/2025", "06/04/2025", "4/16/2025", "07/04/2025", "4/17/2025", "08/04/2025"}, HalfSwapped},
		"all with zeros":                   {[]string{"13/04/2025", "03/04/2025", "14/04/2025", "05/04/2025", "15/04/2025", "06/04/2025", "16/04/2025", "07/04/2025", "17/04/2025", "08/04/2025"}, Proven},
		"all without zeros, month is high": {[]string{"13/4/2025", "3/4/2025", "14/4/2025", "5/4/2025", "15/4/2025", "6/4/2025", "16/4/2025", "7/4/2025", "17/4/2025", "8/4/2025"}, Proven},
	} {
		column := columnOf(t, c.cells...)
		if _, proof := column.Order(); proof != c.proof {
			t.Errorf("%s: proof %d, want %d (%+v)", name, proof, c.proof, column.Tally())
		}
	}
}

func TestQuirk62ImpossibleDates(t *testing.T) {
	for _, written := range []string{"31/04/2025", "29/02/2025", "2025-02-30", "31 Sept 2025", "32/01/2025", "00/05/2025", "12/00/2025", "31-Nov-25"} {
		if m, err := Date(Text(written), DayFirst); !errors.Is(err, ErrNoSuchDay) || m.On != 0 {
			t.Errorf("%q gives %s and %v", written, m.On, err)
		}
	}
}

func TestQuirk63YearsOfTwoDigits(t *testing.T) {
	now := record.DateOf(2026, 9, 30)
	for _, c := range []struct {
		written string
		role    Role
		latest  record.Date
		want    string
	}{
		{"1/4/25", Event, now, "2025-04-01"}, {"1/4/31", Event, now, "2031-04-01"}, {"1/4/32", Event, now, "1932-04-01"}, {"1/4/68", Event, now, "1968-04-01"},
		{"1/4/69", Event, 0, "2069-04-01"}, {"1/4/70", Event, 0, "1970-04-01"},
		{"1/4/40", Due, now, "2040-04-01"}, {"1/4/68", Due, now, "1968-04-01"},
		{"1/4/68", Birth, now, "1968-04-01"}, {"1/4/26", Birth, now, "2026-04-01"}, {"1/10/26", Birth, now, "1926-10-01"}, {"1/4/30", Birth, 0, "1930-04-01"}, {"1/4/05", Birth, 0, "2005-04-01"},
		{"1/4/2068", Event, now, "2068-04-01"}, // four digits are never changed
	} {
		m, err := DateReader{Role: c.role, Latest: c.latest}.Date(Text(c.written))
		if err != nil || m.On.String() != c.want {
			t.Errorf("%q in role %d is %s (%v), want %s", c.written, c.role, m.On, err, c.want)
		}
	}
}

func TestQuirk64MonthNames(t *testing.T) {
	for written, want := range map[string]string{
		"3 Sept 2025": "2025-09-03", "1st September 2025": "2025-09-01", "22nd of May 2025": "2025-05-22", "Mon 3 Nov 2025": "2025-11-03", "3 Nov 2025 (Mon)": "2025-11-03",
		"Monday the 3rd of November 2025": "2025-11-03", "Nov 3rd, 2025": "2025-11-03", "3-nov-25": "2025-11-03", "03NOV2025": "2025-11-03", "12 Aug 2025, 3:45 PM": "2025-08-12",
		"3 Tachwedd 2025": "2025-11-03", "1af Ionawr 2026": "2026-01-01", "Dydd Mawrth 3 Mawrth 2026": "2026-03-03", "14 Gorff 2025": "2025-07-14", "25ain o Rhagfyr 2025": "2025-12-25",
		"Mon Nov 03 2025 09:00:00 GMT+0000 (Greenwich Mean Time)": "2025-11-03",
	} {
		if m, err := Date(Text(written), DayFirst); err != nil || m.On.String() != want {
			t.Errorf("%q is %s (%v), want %s", written, m.On, err, want)
		}
	}
	for _, names := range [][]string{{"Ionawr", "January"}, {"Chwefror", "Feb"}, {"Mawrth", "Mar"}, {"Ebrill", "Apr"}, {"Mai", "May"}, {"Mehefin", "Jun"}, {"Gorffennaf", "Jul"},
		{"Awst", "Aug"}, {"Medi", "Sep"}, {"Hydref", "Oct"}, {"Tachwedd", "Nov"}, {"Rhagfyr", "Dec"}} {
		welsh, err := Date(Text("2 "+names[0]+" 2025"), DayFirst)
		english, bad := Date(Text("2 "+names[1]+" 2025"), DayFirst)
		if err != nil || bad != nil || welsh.On != english.On {
			t.Errorf("%s is %s (%v), %s is %s (%v)", names[0], welsh.On, err, names[1], english.On, bad)
		}
	}
}

func TestQuirk65Sentinels(t *testing.T) {
	for _, written := range []string{"99991231", "01/01/1900", "31/12/9999", "12/31/9999", "1753-01-01", "1899-12-30", "1899-12-31", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00",
		"0001-01-01", "01/01/0001 00:00:00", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"} {
		for _, order := range []Order{DayFirst, MonthFirst} {
			if m, err := Date(Text(written), order); !errors.Is(err, ErrEmpty) {
				t.Errorf("%q gives %s and %v", written, m.On, err)
			}
		}
	}
}

func TestQuirk66PartialDates(t *testing.T) {
	for _, written := range []string{"Mar 2025", "March '25", "Mar-25", "2025", "03/2025", "2025-03", "202503", "March", "w/c 3/11", "w/c 3 Nov 2025", "W36 2025", "2025W36", "Q2 25/26", "FY2025/26", "3/11", "3 Nov", "Ionawr 2026"} {
		if m, err := Date(Text(written), DayFirst); !errors.Is(err, ErrPartial) || m.On != 0 {
			t.Errorf("%q gives %s and %v", written, m.On, err)
		}
	}
	if _, err := Date(Raw{Text: "2025", Number: 2025, Numeric: true}, DayFirst); !errors.Is(err, ErrPartial) {
		t.Errorf("the number 2025: %v", err)
	}
	if _, err := Date(Text("soon"), DayFirst); errors.Is(err, ErrPartial) || !errors.Is(err, ErrNotDate) {
		t.Errorf("no date at all: %v", err)
	}
}

func TestQuirk67Ranges(t *testing.T) {
	for written, want := range map[string]string{
		"1–3 Nov 2025": "2025-11-01 2025-11-03", "1-3 November 2025": "2025-11-01 2025-11-03", "1st - 3rd Nov 2025": "2025-11-01 2025-11-03", "01/11/2025 - 03/11/2025": "2025-11-01 2025-11-03",
		"01/11/2025-03/11/2025": "2025-11-01 2025-11-03", "01/11/2025–30/11/2025": "2025-11-01 2025-11-30", "2025-11-01/2025-11-30": "2025-11-01 2025-11-30", "From 01/11/2025 to 30/11/2025": "2025-11-01 2025-11-30",
		"28 Nov – 3 Dec 2025": "2025-11-28 2025-12-03", "28 Dec – 3 Jan 2026": "2025-12-28 2026-01-03", "28/11 - 03/12/2025": "2025-11-28 2025-12-03", "01/11/2025 07:00 - 03/11/2025 08:00": "2025-11-01 2025-11-03",
	} {
		from, to, grain, ok := ParsePeriod(written)
		if got := from.String() + " " + to.String(); !ok || grain != GrainDay || got != want {
			t.Errorf("%q is %s (%d, %t), want %s", written, got, grain, ok, want)
		}
		if _, err := Date(Text(written), DayFirst); !errors.Is(err, ErrRange) {
			t.Errorf("%q as a date: %v", written, err)
		}
	}
	if from, to, _, ok := ParsePeriod("1 Nov 2025 - ongoing"); !ok || from.String() != "2025-11-01" || to != 0 {
		t.Errorf("an open end: %s %s %t", from, to, ok)
	}
	for _, written := range []string{"Ongoing", "current", "to date", "Present"} {
		if _, err := Date(Text(written), DayFirst); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %v", written, err)
		}
	}
	for _, written := range []string{"3–1 Nov 2025", "30/11/2025 - 01/11/2025", "1-3", "", "-", "A - B", "31-32 Nov 2025"} {
		if from, to, _, ok := ParsePeriod(written); ok {
			t.Errorf("%q is %s to %s", written, from, to)
		}
	}
}

func TestQuirk68PeriodCodes(t *testing.T) {
	for written, want := range map[string]string{
		"202509": "2025-09-01 2025-09-30 2", "2025-02": "2025-02-01 2025-02-28 2", "Feb 2024": "2024-02-01 2024-02-29 2", "Apr–Jun 2025": "2025-04-01 2025-06-30 2", "Apr 2025 to Sep 2025": "2025-04-01 2025-09-30 2",
		"2025W36": "2025-09-01 2025-09-07 1", "2025-W01": "2024-12-30 2025-01-05 1", "Week 36 2025": "2025-09-01 2025-09-07 1", "2020W53": "2020-12-28 2021-01-03 1",
		"w/c 3 Nov 2025": "2025-11-03 2025-11-09 1", "wc 03/11/2025": "2025-11-03 2025-11-09 1", "Week ending 9 Nov 2025": "2025-11-03 2025-11-09 1",
		"2025Q3": "2025-07-01 2025-09-30 3", "Q3 2025": "2025-07-01 2025-09-30 3", "Q2 25/26": "2025-07-01 2025-09-30 3", "Q4 2025/26": "2026-01-01 2026-03-31 3", "2025-26 Q1": "2025-04-01 2025-06-30 3",
		"FY2025/26": "2025-04-01 2026-03-31 4", "FY25/26": "2025-04-01 2026-03-31 4", "2025/26": "2025-04-01 2026-03-31 4", "2025-26": "2025-04-01 2026-03-31 4", "2025": "2025-01-01 2025-12-31 4",
		"2011-12": "2011-12-01 2011-12-31 2", "3 Nov 2025": "2025-11-03 2025-11-03 0", "03/11/2025": "2025-11-03 2025-11-03 0",
	} {
		from, to, grain, ok := ParsePeriod(written)
		if got := fmt.Sprintf("%s %s %d", from, to, grain); !ok || got != want {
			t.Errorf("%q is %s (%t), want %s", written, got, ok, want)
		}
	}
	for _, written := range []string{"2025W54", "2025W53", "2025W00", "2025Q5", "202513", "202500", "Q2", "W36", "March", "Mar 25", "FY26", "25/26", "2025/27", "1899", "Ward 3", "3 weeks"} {
		if from, to, grain, ok := ParsePeriod(written); ok {
			t.Errorf("%q is %s to %s (%d)", written, from, to, grain)
		}
	}
}

func TestQuirk72StoredInUTC(t *testing.T) {
	for _, c := range []struct {
		raw  Raw
		on   string
		at   record.Clock
		zone Zone
	}{
		{Text("30/06/2026 23:30"), "2026-07-01", 30, UTC},
		{Text("30/06/2026 23:30"), "2026-06-30", 1410, Local},
		{Text("30/06/2026"), "2026-06-30", none, UTC}, // a day has no time to move
		{Text("30/11/2026 23:30"), "2026-11-30", 1410, UTC},
		{Text("2026-06-30T23:30:00+01:00"), "2026-06-30", 1410, UTC}, // its own offset goes before
		{Raw{Number: 46203.979166666664, Numeric: true, Date: true}, "2026-07-01", 30, UTC},
		{Text("46203.979166666664"), "2026-07-01", 30, UTC},
	} {
		if m, err := (DateReader{Zone: c.zone}).Date(c.raw); err != nil || m.On.String() != c.on || m.At != c.at {
			t.Errorf("%+v in zone %d is %s at %d (%v), want %s at %d", c.raw, c.zone, m.On, m.At, err, c.on, c.at)
		}
	}
}

func TestQuirk73ClocksChange(t *testing.T) {
	spring, autumn := record.DateOf(2026, 3, 29), record.DateOf(2026, 10, 25)
	for _, c := range []struct {
		on   record.Date
		at   record.Clock
		want ClockChange
	}{
		{spring, 59, NoChange}, {spring, 60, Skipped}, {spring, 90, Skipped}, {spring, 119, Skipped}, {spring, 120, NoChange},
		{autumn, 59, NoChange}, {autumn, 60, Twice}, {autumn, 90, Twice}, {autumn, 119, Twice}, {autumn, 120, NoChange},
		{spring, none, NoChange}, {0, 90, NoChange}, {record.DateOf(2026, 6, 1), 90, NoChange},
	} {
		if got := ChangeAt(c.on, c.at); got != c.want {
			t.Errorf("%s at %d: %d, want %d", c.on, c.at, got, c.want)
		}
	}
	first, _ := Date(Text("2026-10-25T00:30:00Z"), DayFirst)
	second, _ := Date(Text("2026-10-25T01:30:00Z"), DayFirst)
	if first.On != second.On || first.At != second.At || first.Again || !second.Again {
		t.Errorf("half past one twice: %+v and %+v", first, second)
	}
	if !(Stamp(Text("2026-10-25T00:30:00Z"), DayFirst) < Stamp(Text("2026-10-25T01:15:00Z"), DayFirst)) {
		t.Error("the second quarter past one is later than the first half past")
	}
}

func TestQuirk74Offsets(t *testing.T) {
	for _, offset := range []string{"+01", "+0100", "+01:00", " +01:00", " BST", "bst"} {
		if m, err := Date(Text("2026-07-12 10:00"+offset), DayFirst); err != nil || m.At != 600 {
			t.Errorf("with %q at %d (%v)", offset, m.At, err)
		}
	}
	for _, offset := range []string{"Z", "z", " UTC", "UTC", " GMT", "+00", "+00:00", "-0000"} {
		if m, err := Date(Text("2026-07-12 10:00"+offset), DayFirst); err != nil || m.At != 660 {
			t.Errorf("with %q at %d (%v)", offset, m.At, err)
		}
	}
	for _, written := range []string{"2026-07-12 10:00+1", "2026-07-12 10:00+15:00", "2026-07-12 10:00+01:99", "2026-07-12 10:00 EST", "12/07/2026 10:00-11:00"} {
		if m, err := Date(Text(written), DayFirst); !errors.Is(err, ErrNotDate) {
			t.Errorf("%q is %s at %d (%v)", written, m.On, m.At, err)
		}
	}
}

func TestQuirk78WeekdayIsNoDate(t *testing.T) {
	for _, written := range []string{"1.Monday", "Monday", "Mon", "2. Tuesday 2025", "Monday 3"} {
		if m, err := Date(Text(written), DayFirst); !errors.Is(err, ErrNotDate) {
			t.Errorf("%q is %s (%v)", written, m.On, err)
		}
	}
}

// TestTimesWithDates reads the many ways in which a day and a time share a cell.
func TestTimesWithDates(t *testing.T) {
	for written, want := range map[string]record.Clock{
		"12/04/2026 at 07:05": 425, "12/04/2026 @ 07:05": 425, "12/04/2026 - 07:05": 425, "07:05 12/04/2026": 425, "7:05 pm 12/04/2026": 1145, "12/04/2026 3 pm": 900, "12/04/2026 0705": 425,
		"12/04/2026 7.05": 425, "12/04/2026 7.30pm": 1170, "20260412T0705": 425, "20260412T070500Z": 485, "12 April 2026 07:05 BST": 425, "Sunday, 12 April 2026 07:05": 425, "12/04/2026 07:05:00.000": 425,
	} {
		if m, err := Date(Text(written), DayFirst); err != nil || m.On.String() != "2026-04-12" || m.At != want {
			t.Errorf("%q is %s at %d (%v), want %d", written, m.On, m.At, err, want)
		}
	}
}

func TestQuirk72DayAndTimeApart(t *testing.T) {
	midnight := Raw{Number: 46203, Numeric: true, Date: true}
	for _, c := range []struct {
		day, at Raw
		zone    Zone
		on      string
		clock   record.Clock
	}{
		{Text("30/06/2026"), Text("23:30"), UTC, "2026-07-01", 30},
		{Text("30/06/2026"), Text("23:30"), Local, "2026-06-30", 1410},
		{midnight, Raw{Number: 0.979166666667, Numeric: true, Date: true}, UTC, "2026-07-01", 30},
		{Text("30/06/2026 09:00"), Text(""), UTC, "2026-06-30", 600},
		{Text("30/06/2026 09:00"), Text("10:00"), Local, "2026-06-30", 600},
		{Text("30/06/2026"), Text("30/06/2026 10:00"), UTC, "2026-06-30", 660}, // moved once, not twice
		{Text("30/06/2026"), Text("half 8"), UTC, "2026-06-30", none},
	} {
		if m, err := (DateReader{Zone: c.zone}).Event(c.day, c.at); err != nil || m.On.String() != c.on || m.At != c.clock {
			t.Errorf("%+v and %+v are %s at %d (%v), want %s at %d", c.day, c.at, m.On, m.At, err, c.on, c.clock)
		}
	}
	if m, err := (DateReader{}).Event(Text("soon"), Text("10:00")); !errors.Is(err, ErrNotDate) || m != noMoment {
		t.Errorf("a time without a day is %+v (%v)", m, err)
	}
}
