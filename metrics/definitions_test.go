package metrics

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

var (
	idShape   = regexp.MustCompile(`^[A-Z]{2,3}-[0-9]{2}$`)
	dateShape = regexp.MustCompile(`^20[0-9]{2}-[0-9]{2}-[0-9]{2}$`)
	// banned are words that no pack may use.
	banned = regexp.MustCompile(`(?i)\b(service users?|clients?|residents?|users?|cases|non-compliant|compliance|behaviour|challenging|` +
		`toileting|handled|ensure|robust|holistic|leverage|journey|best practice|due to|led to|resulted in|impact of|caused|` +
		`significant|confidence interval|nil|rejected|failed)\b`)
)

// incomplete lists what is wrong with a definition.
func incomplete(d Def, known []string) []string {
	var wrong []string
	require := func(fine bool, what string) {
		if !fine {
			wrong = append(wrong, what)
		}
	}
	isCount := d.Unit == Count
	isMiddle := d.Unit == Days || d.Unit == Minutes || d.Unit == MedianScore
	require(idShape.MatchString(d.ID), "ID")
	require(d.Title != "", "Title")
	require(strings.HasSuffix(d.Means, ".") && !strings.Contains(strings.TrimSuffix(d.Means, "."), ". "), "Means, one sentence")
	require(len(strings.Fields(d.Means)) <= 40, "Means, not too long")
	require(d.Numerator != "", "Numerator")
	require(isCount == (d.Denominator == ""), "Denominator")
	require(isMiddle == (d.NounNumerator == ""), "NounNumerator")
	require(isCount == (d.NounDenominator == ""), "NounDenominator")
	require(slices.Contains([]Unit{Percent, Per1000CareDays, Count, Days, Minutes, PerPersonWeek, Points, Per100Doses, MedianScore}, d.Unit), "Unit")
	require(slices.Contains([]Direction{Lower, LowerWithPartners, Higher, Neither}, d.Better), "Better")
	require(d.Grain == GrainMonth || d.Grain == GrainPeriod, "Grain")
	require(isCount == (d.MinDenominator == 0), "MinDenominator")
	require(len(d.Partners) > 0, "Partners")
	for _, other := range slices.Concat(d.Beside, d.ForOne, []string{d.OutweighedBy}) {
		require(other == "" || (other != d.ID && slices.Contains(known, other)), "a metric beside it: "+other)
	}
	for _, partner := range d.Partners {
		require(partner != d.ID && slices.Contains(known, partner), "Partners: "+partner)
	}
	require(len(d.Needs) > 0, "Needs")
	for _, kind := range d.Needs {
		require(kind.Title() != "", "Needs: "+string(kind))
	}
	require(dateShape.MatchString(d.Since), "Since")
	require(d.Source != "", "Source")
	require(strings.HasSuffix(d.WhyItMatters, "."), "WhyItMatters")
	for _, text := range []string{d.Title, d.Means, d.Numerator, d.Denominator, d.NounNumerator, d.NounDenominator, d.WhyItMatters} {
		require(!banned.MatchString(text), "banned word: "+banned.FindString(text))
	}
	return wrong
}

func ids() []string {
	var all []string
	for _, m := range All {
		all = append(all, m.ID)
	}
	return all
}

func TestEveryDefinitionIsComplete(t *testing.T) {
	for _, m := range All {
		if wrong := incomplete(m.Def, ids()); len(wrong) > 0 {
			t.Errorf("%s: %s", m.ID, strings.Join(wrong, "; "))
		}
	}
}

func TestTheCheckNoticesWhatIsMissing(t *testing.T) {
	blank := map[string]func(*Def){
		"ID":              func(d *Def) { d.ID = "" },
		"Title":           func(d *Def) { d.Title = "" },
		"Means":           func(d *Def) { d.Means = "" },
		"two sentences":   func(d *Def) { d.Means = "This is one. This is two." },
		"Numerator":       func(d *Def) { d.Numerator = "" },
		"Denominator":     func(d *Def) { d.Denominator = "" },
		"NounNumerator":   func(d *Def) { d.NounNumerator = "" },
		"NounDenominator": func(d *Def) { d.NounDenominator = "" },
		"Unit":            func(d *Def) { d.Unit = "" },
		"Better":          func(d *Def) { d.Better = "" },
		"Grain":           func(d *Def) { d.Grain = "" },
		"MinDenominator":  func(d *Def) { d.MinDenominator = 0 },
		"Partners":        func(d *Def) { d.Partners = nil },
		"itself":          func(d *Def) { d.Partners = []string{d.ID} },
		"unknown beside":  func(d *Def) { d.Beside = []string{"REF-99"} },
		"unknown against": func(d *Def) { d.OutweighedBy = "REF-99" },
		"unknown partner": func(d *Def) { d.Partners = []string{"REF-99"} },
		"Needs":           func(d *Def) { d.Needs = nil },
		"unknown kind":    func(d *Def) { d.Needs = []record.Kind{"weather"} },
		"Since":           func(d *Def) { d.Since = "" },
		"Source":          func(d *Def) { d.Source = "" },
		"WhyItMatters":    func(d *Def) { d.WhyItMatters = "" },
		"a banned word":   func(d *Def) { d.Means = "How often service users said no." },
	}
	for field, spoil := range blank {
		d := ref01.Def
		d.Partners = slices.Clone(d.Partners)
		spoil(&d)
		if len(incomplete(d, ids())) == 0 {
			t.Errorf("nobody notices a definition without: %s", field)
		}
	}
}

// The catalogue names these metrics: the register holds each of them, and none twice.
func TestTheRegisterHoldsTheCatalogue(t *testing.T) {
	text, err := os.ReadFile(oracles + "/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	held := ids()
	for i, id := range held {
		if m, found := Find(id); !found || m.ID != id || slices.Contains(held[:i], id) {
			t.Errorf("Find(%q) gives %q, %v, or it is in the register twice", id, m.ID, found)
		}
	}
	for _, id := range strings.Fields(string(text)) {
		if !slices.Contains(held, id) {
			t.Errorf("%s is not in the register", id)
		}
	}
	if _, found := Find("REF-99"); found {
		t.Error("Find gives a metric that does not exist")
	}
}

// Every metric has its sum done by hand in testdata/oracle, and an answer in it.
func TestEveryMetricHasAWorkedExample(t *testing.T) {
	answered := make(map[string]bool)
	for _, examples := range readOracles(t) {
		for _, o := range examples {
			if said, there := o.Gives["status"]; len(o.Gives)+len(o.Breakdown) > 0 && (!there || said == string(OK)) {
				answered[o.Metric] = true
			}
		}
	}
	for _, id := range ids() {
		if !answered[id] {
			t.Errorf("%s has no worked example with an answer", id)
		}
	}
}

func TestHeadlineFamilies(t *testing.T) {
	var got []string
	for _, m := range All {
		if f := string(m.Family()); m.Family().HasPersonRows() && !slices.Contains(got, f) {
			got = append(got, f)
		}
	}
	if want := []string{"REF", "IND", "RES", "LRN"}; !slices.Equal(got, want) {
		t.Errorf("families with person rows: %v, want %v", got, want)
	}
}
