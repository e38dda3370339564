package pdf

import (
	"slices"
	"sort"

	"evidencepack/render/page"
)

// thinning is one step towards fewer pages: it changes how a page is drawn, or leaves a
// block of it to the other formats.
type thinning struct {
	set     func(*settings)
	section int        // of the block that is left out, where set is nil
	block   page.Block // that block

	leavesOut bool // a part of the page, so that it may be worth putting back
}

// holds says whether a block is the one that the step leaves out.
func (t thinning) holds(b page.Block) bool {
	return b.Table == t.block.Table && b.Chart == t.block.Chart && b.Curve == t.block.Curve && b.Funnel == t.block.Funnel && b.Forest == t.block.Forest
}

// thinnings are the steps by which a page that has more pages than its limit is made
// shorter, in the order in which they are taken:
//
//  1. sections begin where the one before ends, and only the shortest tables stay whole;
//  2. titles of sections are set in 13 pt, with less air between blocks and in tables;
//  3. a key of the flags that stands on an earlier page is not repeated;
//  4. the values behind the charts stand in the workbook and on the web page alone;
//  5. plots are 38 mm high, then 34, the least that can be read;
//  6. tables end after 24 rows, then after 12, but for the first block of a section;
//  7. tables, curves, funnels and lists of changes are left out one by one, always the
//     last of the section that has the most of them, and never the first block of one;
//  8. the evidence index stands in the workbook and on the web page alone, then the
//     definitions do;
//  9. charts are left out one by one, as in 7.
//
// A step that turns out not to be needed is taken back.
//
// Sentences, headline figures, comparisons, notices and the ledger of rows are never left
// out, and nothing of a section that its pack keeps. Each part that is left out is named where it would stand, with the sheet that has it.
func thinnings(whole *page.Page) []thinning {
	steps := []thinning{
		{set: func(s *settings) { s.follow = true }},
		{set: func(s *settings) { s.tight = true }},
		{set: func(s *settings) { s.oneKey = true }},
		{set: func(s *settings) { s.noAppendix = true }},
		{set: func(s *settings) { s.scene = 38 + datesAndWindows }},
		{set: func(s *settings) { s.scene = leastScene }},
		{set: func(s *settings) { s.rows = 24 }},
		{set: func(s *settings) { s.rows = 12 }},
	}
	steps = append(steps, oneByOne(whole, func(b page.Block) bool {
		return b.Table != nil || b.Curve != nil || b.Funnel != nil || b.Forest != nil
	})...)
	steps = append(steps,
		thinning{leavesOut: true, set: func(s *settings) { s.noIndex = true }},
		thinning{leavesOut: true, set: func(s *settings) { s.noDefinitions = true }},
	)
	return append(steps, oneByOne(whole, func(b page.Block) bool { return b.Chart != nil })...)
}

// oneByOne leaves out the blocks that may go, each in a step of its own. Those of one
// section go from its end.
func oneByOne(whole *page.Page, mayGo func(page.Block) bool) (steps []thinning) {
	left := make([][]page.Block, len(whole.Sections))
	for i, section := range whole.Sections {
		for k, block := range section.Blocks {
			if k > 0 && !section.Keep && mayGo(block) {
				left[i] = append(left[i], block)
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
		steps = append(steps, thinning{section: longest, block: left[longest][last], leavesOut: true})
		left[longest] = left[longest][:last]
	}
}

// mostTrials is how many steps are tried without at most: a trial takes as long as a
// drawing.
const mostTrials = 96

// thinned draws the page again with the fewest steps that meet its limit, or with all of
// them where none does. Pages begin anew, so what was left out last may have made room for
// more than it took: steps that turn out not to be needed are taken back.
func (p *pen) thinned() ([]byte, error) {
	whole := p.page // cleaned once for all trials
	steps := thinnings(whole)
	var failed error
	fits := func(taken []thinning) bool {
		trial := penOn(new(tally), settingsAfter(taken))
		trial.measuring, trial.clean = true, true
		if _, err := page.Draw(without(whole, taken), trial); err != nil {
			failed = err
		}
		return trial.doc.PageCount() <= whole.MostPages
	}
	enough := sort.Search(len(steps), func(i int) bool { return fits(steps[:i+1]) })
	taken := slices.Clone(steps[:min(enough+1, len(steps))])
	if enough < len(steps) {
		taken = putBack(taken, fits)
	}
	if failed != nil {
		return nil, failed
	}
	last := penOf(settingsAfter(taken))
	last.final, last.clean = true, true
	file, err := page.Draw(without(whole, taken), last)
	p.used = last.used
	return file, err
}

// putBack takes back the steps that are not needed, those first that leave a part out,
// and of these the last first.
func putBack(taken []thinning, fits func([]thinning) bool) []thinning {
	trials := 0
	for _, parts := range []bool{true, false} {
		for i := len(taken) - 1; i >= 0 && trials < mostTrials; i-- {
			if taken[i].leavesOut != parts {
				continue
			}
			trials++
			if fewer := slices.Delete(slices.Clone(taken), i, i+1); fits(fewer) {
				taken = fewer
			}
		}
	}
	return taken
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
		if step.set != nil {
			continue
		}
		if k := slices.IndexFunc(out.Sections[step.section].Blocks, step.holds); k >= 0 {
			out.Sections[step.section] = out.Without(step.section, k)
		}
	}
	return &out
}
