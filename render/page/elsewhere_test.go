package page

import (
	"slices"
	"testing"

	"evidencepack/render/chart"
)

// TestForNamesWhatItLeavesOut wants a name and a sheet for each kind of block, where it is
// in the other formats, and nothing for what they do not have either.
func TestForNamesWhatItLeavesOut(t *testing.T) {
	pdf := []string{"pdf"}
	p := &Page{Sections: []Section{
		{ID: "a", Label: "1 First", Blocks: []Block{
			{Heading: &Heading{}},
			{NotIn: pdf, Table: &Table{Title: "Loose"}},
			{NotIn: pdf, Table: &Table{Title: "Own", Sheet: "Own"}},
			{NotIn: pdf, Chart: &Chart{Spec: chart.Spec{ID: "ref-01-b", Measure: "First refusals"}}},
			{NotIn: []string{"pdf", "html"}, Claims: &Claims{Title: "Sentences"}},
			{NotIn: []string{"pdf", "html", "xlsx"}, Claims: &Claims{Title: "Nowhere"}},
			{NotIn: pdf, Heading: &Heading{Text: "leads to others"}},
			{NotIn: pdf, Chart: &Chart{Spec: chart.Spec{ID: "ref-01-b", Measure: "First refusals"}}},
		}},
		{ID: "b", Label: "2 Second", Blocks: []Block{{Heading: &Heading{}}, {NotIn: []string{"pdf", "xlsx"}, Comparison: &Comparison{Title: "Plate"}}}},
		{ID: "c", Label: "3 Third", NotIn: []string{"pdf", "html"}, Blocks: []Block{{Heading: &Heading{}}}},
	}}
	out := p.For("pdf")
	for i, want := range [][]string{
		{"Loose (sheet Summary)", "Own", "First refusals (sheet Trend REF-01 B)", "Sentences (sheet Claims), workbook alone"},
		{"Plate (sheet Second), web page alone"},
	} {
		if got := out.Sections[i].Elsewhere; !slices.Equal(got, want) {
			t.Errorf("section %d names %q, not %q", i+1, got, want)
		}
	}
	if want := []string{"3 Third, workbook alone"}; !slices.Equal(out.Elsewhere, want) {
		t.Errorf("the page names %q, not %q", out.Elsewhere, want)
	}
	if len(p.Elsewhere)+len(p.Sections[0].Elsewhere) > 0 {
		t.Error("the page itself was changed")
	}
}
