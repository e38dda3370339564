package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// SlotBlock is a place for the provider's own words, which no export can know.
type SlotBlock struct {
	Name  string `yaml:"name"`  // as pack.yaml names it under tender: slots:
	Title string `yaml:"title"` // above the words
	Ask   string `yaml:"ask"`   // what to write, where nothing is written yet
}

// MostSlotWords is how long a provider's own words in one place may be.
const MostSlotWords = 150

// SlotNames lists the places for the provider's own words in packs.
func SlotNames(packs []Pack) []string {
	var names []string
	for _, p := range packs {
		for _, s := range p.Sections {
			for _, b := range s.Blocks {
				if b.Slot != nil && !slices.Contains(names, b.Slot.Name) {
					names = append(names, b.Slot.Name)
				}
			}
		}
	}
	return names
}

// slot prints the provider's own words with how many they are. Where there are none,
// the workbook and the web page say what to add; what is handed in does not.
func (c *composer) slot(b *SlotBlock) []page.Block {
	text := strings.Join(strings.Fields(c.in.Slots[b.Name]), " ")
	switch {
	case text == "" && c.rule.Tier == page.TierExternal:
		return nil
	case text == "":
		return []page.Block{{NotIn: []string{"pdf"}, Prose: &page.Prose{Paragraphs: []page.Paragraph{
			{Text: fmt.Sprintf("To add: %s, in up to %d words. In pack.yaml: tender: slots: %s.", b.Ask, MostSlotWords, b.Name)},
		}}}}
	}
	return []page.Block{{Prose: &page.Prose{Paragraphs: []page.Paragraph{
		{Lead: b.Title + ".", Text: fmt.Sprintf("%s (%s)", text, plural(countWords(text), "word", "words"))},
	}}}}
}

// unfilled is what stands in a section none of whose measures has a figure: one line
// that says which exports would fill it, and the provider's own words.
func (c *composer) unfilled(s PackSection, ids []string) []PackBlock {
	var lacks []string
	for _, id := range ids {
		for _, l := range c.table.Lacking(mustFind(id)) {
			if words := lowerFirst(shortTitle(l.Kind)); !slices.Contains(lacks, words) {
				lacks = append(lacks, words)
			}
		}
	}
	line := "The exports hold nothing in these dates that this section counts."
	if len(lacks) > 0 {
		line = "No export fills this section yet. These would: " + strings.Join(lacks, "; ") + "."
	}
	blocks := []PackBlock{{Text: []string{line}}}
	for _, b := range s.Blocks {
		if b.Slot != nil || b.Answers != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// counts is a small table of measures before and after, with their counts; those
// without any figure are left out.
func (c *composer) counts(l *MetricList) []page.Block {
	t := &page.Table{
		Title: l.Title, Note: l.Note, Sheet: l.Sheet,
		Columns: []page.Column{
			{Head: "Measure", Weight: 3.2}, {Head: "Before, counts", Numeric: true, Weight: 1.5}, {Head: "Before", Numeric: true, Weight: 0.9},
			{Head: "After, counts", Numeric: true, Weight: 1.5}, {Head: "After", Numeric: true, Weight: 0.9}, {Head: "What the numbers allow", Weight: 1.7},
		},
	}
	for _, id := range l.Metrics {
		if !c.evidenced(id) {
			continue
		}
		f := c.find(id, metrics.Scope{})
		label := f.metric.Title
		if f.metric.Unit != metrics.Percent && f.metric.Unit != metrics.Count {
			label += ", " + unitWords(f.metric.Unit)
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{
			{Text: label}, c.countsCell(f, f.before), c.valueCell(f.before, false),
			c.countsCell(f, f.after), c.valueCell(f.after, true), stateCell(c.verdictOf(f)),
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []page.Block{{Table: t}}
}

// answerWords is the annex: how many words each text has, and which section answers
// which question.
func (c *composer) answerWords(title string) page.Block {
	t := &page.Table{
		Title: title, Sheet: "Word counts",
		Note:    "The texts stand in the workbook, on the sheet Answers, and on the web page. " + howWordsCount,
		Columns: []page.Column{{Head: "Section", Weight: 3}, {Head: "Question", Weight: 4.4}, {Head: "At most", Numeric: true, Weight: 0.8}, {Head: "Words", Numeric: true, Weight: 0.8}},
	}
	cell := func(n int) page.Cell {
		v := float64(n)
		return page.Cell{Text: thousands(v), Number: &v, Format: page.FormatCount}
	}
	for _, a := range c.allAnswers() {
		question := a.Question
		if question == "" {
			question = "the heading itself"
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: a.Section}, {Text: question}, cell(a.Limit), cell(a.Words)}})
	}
	return page.Block{Table: t}
}

// library lists every claim of the pack in one table, to be filtered: it is filled in
// when all claims are made.
func library(title string) page.Block {
	return page.Block{Table: &page.Table{
		Title: title, Sheet: librarySheet,
		Columns: []page.Column{
			{Head: "Claim", Weight: 6}, {Head: "Figure", Weight: 2}, {Head: "State", Weight: 1.2}, {Head: "Counted", Numeric: true, Weight: 0.9}, {Head: "Of", Numeric: true, Weight: 0.9},
			{Head: "Value", Numeric: true, Weight: 0.9}, {Head: "People", Numeric: true, Weight: 0.8}, {Head: "From", Weight: 1}, {Head: "To", Weight: 1},
			{Head: "Evidence", Weight: 1}, {Head: "Words", Numeric: true, Weight: 0.7},
		},
	}}
}

const librarySheet = "Claims library"

// fillLibrary adds a row for each claim of a page, with the figure that it speaks of.
func (c *composer) fillLibrary(t *page.Table, p *page.Page) {
	rows := make(map[string]page.FigureRow)
	for _, r := range c.figureRows() {
		rows[r.Evidence] = r
	}
	number := func(v *float64, format page.Format) page.Cell {
		if v == nil {
			return page.Cell{Text: "no number"}
		}
		return page.Cell{Text: decimal(*v), Number: v, Format: format}
	}
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Claims == nil {
				continue
			}
			for _, claim := range b.Claims.Claims {
				r, words := rows[claim.Evidence], float64(claim.Words)
				people := page.Cell{Text: "no number"}
				if r.People != nil {
					n := float64(*r.People)
					people = page.Cell{Text: thousands(n), Number: &n, Format: page.FormatCount}
				}
				t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{
					{Text: claim.Text}, {Text: strings.TrimSpace(claim.Metric + " " + r.Title)}, stateCell(page.Verdict{State: claim.State, Word: claim.Word}),
					number(r.Numerator, page.FormatCount), number(r.Denominator, page.FormatCount), number(r.Value, r.Format), people,
					{Text: orNone(r.From), Format: page.FormatDate}, {Text: orNone(r.To), Format: page.FormatDate}, {Text: orNone(claim.Evidence)},
					{Text: thousands(words), Number: &words, Format: page.FormatCount},
				}})
			}
		}
	}
}

func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}
