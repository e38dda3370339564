package xlsx

import (
	"fmt"
	"strings"

	"evidencepack/render/page"
)

// kind is what a sheet holds.
type kind int

// The kinds, in the order of the sheets.
const (
	kindFront kind = iota
	kindSummary
	kindFigures
	kindTrend
	kindCurve
	kindFunnel
	kindStack
	kindSection
	kindTable
	kindTrails
	kindChanges
	kindClaims
	kindAnswers
	kindCases
	kindSetAside
	kindDefinitions
	kindsEnd
)

// The names of the sheets that a pack always calls the same, and what they are for.
const (
	nameFront       = "Read me"
	nameSummary     = page.SheetSummary
	nameFigures     = page.SheetFigures
	nameChanges     = page.SheetChanges
	nameClaims      = page.SheetClaims
	nameAnswers     = page.SheetAnswers
	nameCases       = page.SheetCases
	nameSetAside    = page.SheetSetAside
	nameDefinitions = page.SheetDefinitions
)

// longestName is how many letters the name of a sheet may have.
const longestName = 31

// entry is one sheet of the workbook.
type entry struct {
	kind  kind
	name  string
	title string // in row 1
	line  string // in row 2
	about string // one line on the front sheet
}

// plan says which sheets the workbook has before any is written, so that they
// can lead to each other.
type plan struct {
	sheets []entry
	homes  map[string]string // section id to the sheet of its loose blocks
	firsts map[string]string // section id to the first sheet with a part of it
	tables map[string]string // Table.Sheet to the name of its sheet
	plots  []string          // sheets of the charts, in the order of the page
	named  map[kind]string   // the sheet of each kind that has one
	used   map[string]bool   // names in lower case: Excel does not tell case apart
	found  [kindsEnd][]entry // by kind, in the order of the page
}

// planFor walks over a page and plans its sheets.
func planFor(p *page.Page) plan {
	pl := plan{
		homes: map[string]string{}, firsts: map[string]string{}, tables: map[string]string{},
		named: map[kind]string{}, used: map[string]bool{},
	}
	// These names are taken first: a section or table may not have them.
	for _, name := range []string{nameFront, nameFigures, page.SheetTrails, nameChanges, nameClaims, nameAnswers, nameCases, nameSetAside, nameDefinitions, "History"} {
		pl.used[strings.ToLower(name)] = true
	}
	pl.found[kindFront] = []entry{{kind: kindFront, name: nameFront}}
	for i, s := range p.Sections {
		pl.section(s, i == 0)
	}
	for _, of := range pl.found {
		pl.sheets = append(pl.sheets, of...)
	}
	return pl
}

// section plans the sheets of one section.
func (pl *plan) section(s page.Section, first bool) {
	for _, b := range s.Blocks {
		if isLoose(b) {
			pl.home(s, first)
			break
		}
	}
	note := func(name string) {
		if _, there := pl.firsts[s.ID]; !there {
			pl.firsts[s.ID] = name
		}
	}
	if home, there := pl.homes[s.ID]; there {
		note(home)
	}
	for _, b := range s.Blocks {
		if name := pl.block(b, s); name != "" {
			note(name)
		}
	}
}

// isLoose says whether a block has no sheet of its own.
func isLoose(b page.Block) bool {
	return b.Heading != nil || b.Prose != nil || b.Notice != nil || b.Strip != nil || b.Comparison != nil ||
		b.Table != nil && strings.TrimSpace(b.Table.Sheet) == ""
}

// home plans the sheet of a section's loose blocks.
func (pl *plan) home(s page.Section, first bool) {
	e := entry{kind: kindSection, name: s.Name(), title: s.Title, line: join(s.Label, s.Lead), about: s.Title}
	if first {
		e.kind, e.name = kindSummary, nameSummary
	}
	e.name = pl.unique(e.name)
	pl.found[e.kind] = append(pl.found[e.kind], e)
	pl.homes[s.ID] = e.name
}

// block plans the sheet of one block and gives its name, or "" for a loose one.
func (pl *plan) block(b page.Block, s page.Section) string {
	switch {
	case b.Table != nil && !isLoose(b):
		return pl.table(b.Table.Sheet)
	case b.Chart != nil:
		return pl.plot(kindTrend, page.WordTrend, b.Chart.Spec.ID, b.Chart.Spec.Title)
	case b.Curve != nil:
		return pl.plot(kindCurve, page.WordCurve, b.Curve.Spec.ID, b.Curve.Spec.Title)
	case b.Timeline != nil:
		return pl.fixed(kindTrails, page.SheetTrails, "People, one by one", "each person’s records on one time line, month by month")
	case b.Funnel != nil:
		return pl.plot(kindFunnel, page.WordFunnel, b.Funnel.Spec.ID, b.Funnel.Spec.Title)
	case b.Stack != nil:
		return pl.plot(kindStack, page.WordStack, b.Stack.Spec.ID, b.Stack.Spec.Title)
	case b.Forest != nil:
		return pl.fixed(kindChanges, nameChanges, b.Forest.Title, "changes of approach, eight weeks before and after")
	case b.Key != nil:
		return pl.fixed(kindChanges, nameChanges, "Changes of approach", "dated changes of approach: the letters in the charts")
	case b.Claims != nil:
		return pl.fixed(kindClaims, nameClaims, "Sentences that the figures carry", "sentences to quote, with their evidence ids")
	case b.Answers != nil:
		return pl.fixed(kindAnswers, nameAnswers, b.Answers.Title, "texts to paste into a buyer’s form, with their words")
	case b.CaseStudy != nil:
		return pl.fixed(kindCases, nameCases, "Case studies", "stories told with consent, and composites, with the weeks behind each drawing")
	case b.SetAside != nil:
		return pl.fixed(kindSetAside, nameSetAside, s.Title, "rows read = used + repeats + set aside, and why")
	case b.Figures != nil:
		return pl.fixed(kindFigures, nameFigures, b.Figures.Title, "one row a figure, with its counts: filter, pivot, check")
	case b.Definitions != nil:
		return pl.fixed(kindDefinitions, nameDefinitions, b.Definitions.Title, "what each measure counts, and what to read it with")
	}
	return ""
}

// fixed plans a sheet that a workbook has at most once.
func (pl *plan) fixed(k kind, name, title, about string) string {
	if _, there := pl.named[k]; !there {
		pl.named[k] = name
		pl.found[k] = append(pl.found[k], entry{kind: k, name: name, title: title, about: about})
	}
	return name
}

// table plans the sheet that a table names; several tables may share one.
func (pl *plan) table(wanted string) string {
	if name, there := pl.tables[wanted]; there {
		return name
	}
	name := pl.unique(wanted)
	pl.tables[wanted] = name
	pl.found[kindTable] = append(pl.found[kindTable], entry{
		kind: kindTable, name: name, title: wanted, about: "tables of the pack, as printed",
	})
	return name
}

// plot plans the sheet of one chart.
func (pl *plan) plot(k kind, word, of, title string) string {
	name := pl.unique(page.PlotSheet(word, of))
	pl.plots = append(pl.plots, name)
	pl.found[k] = append(pl.found[k], entry{kind: k, name: name, about: title})
	return name
}

// isPlot says whether a sheet holds a chart over its cells.
func (e entry) isPlot() bool {
	return e.kind == kindTrend || e.kind == kindCurve || e.kind == kindFunnel || e.kind == kindStack
}

// unique makes a name that Excel takes and that no other sheet has.
func (pl *plan) unique(wanted string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, clean(wanted))
	name = shorten(name, longestName)
	if name == "" {
		name = "Sheet"
	}
	made := name
	for n := 2; pl.used[strings.ToLower(made)]; n++ {
		end := fmt.Sprintf(" (%d)", n)
		made = shorten(name, longestName-len(end)) + end
	}
	pl.used[strings.ToLower(made)] = true
	return made
}

// shorten cuts a name to so many UTF-16 units, between words where they are not
// too long, and trims what may not stand at its ends.
func shorten(name string, most int) string {
	name = strings.Trim(strings.Join(strings.Fields(name), " "), "' ")
	if units(name) <= most {
		return name
	}
	runes := []rune(name)
	for units(string(runes)) > most {
		runes = runes[:len(runes)-1]
	}
	cut := string(runes)
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 && name[len(cut)] != ' ' {
		cut = cut[:space]
	}
	return strings.Trim(cut, "' ")
}

// prefix is a sheet's name as it stands before a cell.
func prefix(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'!" }

// place is a cell of a sheet as a link names it.
func place(name, cell string) string { return prefix(name) + cell }

// join puts texts that are there into one line.
func join(texts ...string) string {
	var there []string
	for _, text := range texts {
		if text != "" {
			there = append(there, text)
		}
	}
	return strings.Join(there, " · ")
}
