package render

import (
	"fmt"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// ListBlock is a list of people or things to look at: list: {name: overdue_actions}.
// The external tier has none.
type ListBlock struct {
	Name  string `yaml:"name"`
	Title string `yaml:"title"`
	Most  int    `yaml:"most"` // at most so many lines; 0 is all
}

// list is the table of what there is to look at on the last day of the period.
func (c *composer) list(b *ListBlock) page.Block {
	l, _ := metrics.FindList(b.Name)
	title := b.Title
	if title == "" {
		title = l.Title
	}
	if !c.rule.People() {
		return notice(chart.StateNone, title, "This tier holds no rows about single people.")
	}
	items, why := c.table.Items(l, metrics.Scope{}, c.in.Period)
	switch {
	case len(items) == 0 && why != "":
		return notice(chart.StateTooFew, title, why)
	case len(items) == 0:
		return notice(chart.StateNone, title, fmt.Sprintf("There is nothing in this list on %s. %s", longDate(c.in.Period.To), l.Means))
	}
	t := &page.Table{
		Title: title, Sheet: l.Title, Note: l.Means,
		Columns: []page.Column{
			{Head: "Person", Weight: 1.4}, {Head: "Service", Weight: 2}, {Head: l.What, Weight: 1.8}, {Head: l.Day, Weight: 1.6},
			{Head: "How long", Numeric: true, Weight: 1.4}, {Head: "Row", Weight: 2.2},
		},
		Source: fmt.Sprintf("%s on %s, the longest first.", plural(len(items), "line", "lines"), longDate(c.in.Period.To)),
	}
	if why != "" {
		t.Note += " Not all rows could be looked at. " + why
	}
	if b.Most > 0 && len(items) > b.Most {
		t.Source += fmt.Sprintf(" The first %s are shown.", thousands(float64(b.Most)))
		items = items[:b.Most]
	}
	for _, item := range items {
		t.Rows = append(t.Rows, page.Row{Cells: c.itemCells(item)})
	}
	return page.Block{Table: t}
}

// itemCells is one line of a list. What happened to one person is dated as exactly
// as the tier may.
func (c *composer) itemCells(item metrics.Item) []page.Cell {
	person, day, long := "nobody named", shortDate(item.Day), c.daysCell(item.Days)
	if item.Person != "" {
		person = c.pseudonym(item.Person)
		if !c.rule.PersonDates() {
			day, long = monthLabel(item.Day), page.Cell{Text: weeksText(item.Days)}
		}
	}
	what, row := partLabel("="+item.What), "several rows"
	if item.What == "" || !c.in.Safe(item.What) {
		what = "not shown"
	}
	if item.Ref.Row != 0 {
		row = fmt.Sprintf("%s, %s %d", item.Ref.File, item.Ref.RowWord(), item.Ref.Row)
	}
	service := item.Service
	if service == "" {
		service = "no service named"
	}
	return []page.Cell{{Text: person}, {Text: service}, {Text: what}, {Text: day}, long, {Text: row}}
}

func (c *composer) daysCell(days int) page.Cell {
	n := float64(days)
	if days < 0 {
		return page.Cell{Text: "in " + plural(-days, "day", "days")}
	}
	return page.Cell{Text: plural(days, "day", "days"), Number: &n, Format: page.FormatCount}
}

// weeksText says days in whole weeks, so that they give no day away.
func weeksText(days int) string {
	switch weeks := days / 7; {
	case days < 0:
		return "to come"
	case weeks == 0:
		return "less than a week"
	default:
		return plural(weeks, "week", "weeks")
	}
}
