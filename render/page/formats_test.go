package page

import (
	"slices"
	"strings"
	"testing"
)

// TestForLeavesOutWhatTheFormatDoesNotShow drops blocks, whole sections and sections of which nothing is left, for that format alone.
func TestForLeavesOutWhatTheFormatDoesNotShow(t *testing.T) {
	block := func(text string, notIn ...string) Block {
		return Block{NotIn: notIn, Heading: &Heading{Text: text}}
	}
	p := &Page{Sections: []Section{
		{ID: "a", Blocks: []Block{block("one"), block("two", "pdf")}},
		{ID: "b", Blocks: []Block{block("three", "pdf")}},
		{ID: "c", NotIn: []string{"xlsx"}, Blocks: []Block{block("four")}},
	}}
	for format, want := range map[string][]string{
		"pdf":  {"a", "one", "c", "four"},
		"xlsx": {"a", "one", "two", "b", "three"},
		"html": {"a", "one", "two", "b", "three", "c", "four"},
	} {
		var got []string
		for _, s := range p.For(format).Sections {
			got = append(got, s.ID)
			for _, b := range s.Blocks {
				got = append(got, b.Heading.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s shows %q, not %q", format, got, want)
		}
	}
	if len(p.Sections[0].Blocks) != 2 {
		t.Error("the page itself was changed")
	}
}

// TestShorterTableIsNotNamedTwice names no table of which a format has a shorter one with
// the same title: that says where the rest stands.
func TestShorterTableIsNotNamedTwice(t *testing.T) {
	table := func(title, source string, notIn ...string) Block {
		return Block{NotIn: notIn, Table: &Table{Title: title, Source: source, Columns: []Column{{Head: "A"}}}}
	}
	p := &Page{Sections: []Section{{ID: "a", Blocks: []Block{
		table("Chains", "The first 12", "xlsx", "html"), table("Chains", "", "pdf"), table("Others", "", "pdf"),
	}}}}
	if got := p.For("pdf").Sections[0].Elsewhere; len(got) != 1 || !strings.HasPrefix(got[0], "Others") {
		t.Errorf("the PDF names %q, not the other table alone", got)
	}
}
