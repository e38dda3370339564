package pdf

import (
	"slices"
	"sort"

	"evidencepack/render/page"
)

// thinning is one step towards fewer pages: it changes how a page is drawn, or leaves a
// block of it to the other formats.
type thinning struct {
	set            func(*settings)
	section, block int // the block that is left out, where set is nil
}

// thinnings are the steps by which a page that has more pages than its limit is made
// shorter, in the order in which they are taken:
//
//  1. sections begin where the one before ends;
//  2. the values behind the charts stand in the workbook alone;
//  3. plots are 38 mm high, then 34, the least that can be read;
//  4. tables end after 24 rows, then after 12;
//  5. the evidence index stands in the workbook and on the web page alone, then the
//     definitions do;
//  6. pictures and tables are left out one by one, always the last of the section that
//     has the most of them, and never the first block of a section.
//
// Sentences, headline figures, notices and the ledger of rows are never left out. Each
// part that is left out is named where it would stand, with the sheet that has it.
func thinnings(whole *page.Page) []thinning {
	steps := []thinning{
		{set: func(s *settings) { s.follow = true }},
		{set: func(s *settings) { s.noAppendix = true }},
		{set: func(s *settings) { s.scene = 38 + datesAndWindows }},
		{set: func(s *settings) { s.scene = leastScene }},
		{set: func(s *settings) { s.rows = 24 }},
		{set: func(s *settings) { s.rows = 12 }},
		{set: func(s *settings) { s.noIndex = true }},
		{set: func(s *settings) { s.noDefinitions = true }},
	}
	left := make([][]int, len(whole.Sections)) // blocks that may go, in their order
	for i, section := range whole.Sections {
		for k, block := range section.Blocks {
			if k > 0 && mayGo(block) {
				left[i] = append(left[i], k)
			}
		}
	}
	for {
		longest := 0
		for i := range left {
			if len(left[i]) >= len(left[longest]) {
				longest = i
			}
		}
		if len(left) == 0 || len(left[longest]) == 0 {
			return steps
		}
		last := len(left[longest]) - 1
		steps = append(steps, thinning{section: longest, block: left[longest][last]})
		left[longest] = left[longest][:last]
	}
}

// mayGo says whether a block may be left to the other formats: a picture or a table, for
// these are there with all their values.
func mayGo(block page.Block) bool {
	return block.Chart != nil || block.Curve != nil || block.Funnel != nil || block.Forest != nil || block.Table != nil
}

// thinned draws the page again with the fewest steps that meet its limit, or with all of
// them where none does.
func (p *pen) thinned() ([]byte, error) {
	steps := thinnings(p.whole)
	var failed error
	enough := sort.Search(len(steps), func(i int) bool {
		trial := penOf(settingsAfter(steps[:i+1]))
		trial.measuring = true
		if _, err := page.Draw(without(p.whole, steps[:i+1]), trial); err != nil {
			failed = err
		}
		return trial.doc.PageCount() <= p.whole.MostPages
	})
	if failed != nil {
		return nil, failed
	}
	taken := steps[:min(enough+1, len(steps))]
	last := penOf(settingsAfter(taken))
	last.final = true
	return page.Draw(without(p.whole, taken), last)
}

func settingsAfter(steps []thinning) settings {
	s := roomy
	for _, step := range steps {
		if step.set != nil {
			step.set(&s)
		}
	}
	return s
}

// without gives a page without the blocks that some steps leave out.
func without(whole *page.Page, steps []thinning) *page.Page {
	out := *whole
	out.Sections = slices.Clone(whole.Sections)
	for _, step := range steps {
		if step.set == nil {
			out.Sections[step.section] = out.Without(step.section, step.block)
		}
	}
	return &out
}
