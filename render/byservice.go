package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// byService is the table that shows what a total may hide.
func (c *composer) byService(pair *MetricPair) page.Block {
	m, _ := metrics.Find(pair.Metric)
	t := &page.Table{
		Title: pair.Title, Sheet: "Services",
		Columns: []page.Column{
			{Head: "Service", Weight: 2.6}, {Head: "People", Numeric: true, Weight: 1}, {Head: "Before, counts", Numeric: true, Weight: 1.7},
			{Head: "Before", Numeric: true, Weight: 1.1}, {Head: "After, counts", Numeric: true, Weight: 1.7}, {Head: "After", Numeric: true, Weight: 1.1},
			{Head: "State", Weight: 2.1},
		},
		Source: c.sourceLine(m, metrics.Scope{}, "counts are "+m.NounDenominator),
	}
	if t.Title == "" {
		t.Title = m.Title + " by service"
	}
	var parts []finding
	for _, s := range c.services {
		parts = append(parts, c.find(pair.Metric, metrics.Scope{Service: s}))
	}
	for _, f := range parts {
		t.Rows = append(t.Rows, page.Row{Cells: c.serviceCells(f, c.service(f.scope.Service))})
	}
	if len(parts) > 1 {
		t.Rows = append(t.Rows, page.Row{Cells: c.serviceCells(c.find(pair.Metric, metrics.Scope{}), "All services"), Total: true})
	}
	return page.Block{Table: t}
}

func (c *composer) serviceCells(f finding, label string) []page.Cell {
	v := c.verdictOf(f)
	return []page.Cell{
		{Text: label}, c.peopleCell(f), c.countsCell(f, f.before), c.valueCell(f.before, false),
		c.countsCell(f, f.after), c.valueCell(f.after, true), stateCell(v),
	}
}

func (c *composer) peopleCell(f finding) page.Cell {
	if c.hides(f.after) {
		return page.Cell{Text: withheld, Withheld: true}
	}
	n := float64(f.after.People)
	return page.Cell{Text: thousands(n), Number: &n, Format: page.FormatCount}
}

func (c *composer) countsCell(f finding, v metrics.Value) page.Cell {
	if c.hides(v) {
		return page.Cell{Text: withheld, Withheld: true}
	}
	return page.Cell{Text: c.countsOf(f, v, false)}
}

func (c *composer) valueCell(v metrics.Value, strong bool) page.Cell {
	if c.hides(v) {
		return page.Cell{Text: withheld, Withheld: true}
	}
	return page.Cell{Text: valueText(v), Number: v.Value, Format: format(v.Unit), Strong: strong}
}

// stateCell is a state in a table; a plain figure says that it is read with its partners.
func stateCell(v page.Verdict) page.Cell {
	if v.State == chart.StateNone && v.Word == "" {
		return page.Cell{Text: "read with its partners"}
	}
	return page.Cell{Text: v.Word, State: v.State}
}

// letters numbers things A to Z, then AA, AB and on.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}

// people shows one metric person by person, by pseudonym; never in the external tier.
func (c *composer) people(pair *MetricPair) page.Block {
	if !c.rule.People() {
		return notice(chart.StateNone, "No rows about single people", "This tier holds no person rows.")
	}
	t := &page.Table{
		Title: pair.Title, Sheet: "People",
		Note: "One row a person, by pseudonym. Who is who stands in the key sheet, which is made only on request. Of many people compared, about 1 in 20 differs by chance alone.",
		Columns: []page.Column{
			{Head: "Person", Weight: 1.2}, {Head: "Before, counts", Numeric: true, Weight: 1.4}, {Head: "Before", Numeric: true, Weight: 1.2},
			{Head: "After, counts", Numeric: true, Weight: 1.4}, {Head: "After", Numeric: true, Weight: 1.2}, {Head: "Difference in points", Weight: 2.5}, {Head: "State", Weight: 2.1},
		},
	}
	var found []finding
	for _, p := range c.table.People() {
		f := c.look(pair.Metric, metrics.Scope{Person: p})
		if f.before.Value == nil && f.after.Value == nil {
			continue
		}
		c.judge(&f)
		found = append(found, f)
	}
	c.sortPeople(found)
	left := 0
	if pair.Most > 0 && len(found) > pair.Most {
		left = len(found) - pair.Most
		found = found[:pair.Most]
	}
	c.seen[pair.Metric] = true
	places := c.servicesOfPeople(mustFind(pair.Metric))
	for _, f := range found {
		t.Rows = append(t.Rows, page.Row{Cells: c.personCells(f), Services: places[f.scope.Person]})
	}
	if len(found) == 0 {
		return notice(chart.StateTooFew, "No data", "No person of the register has such a record in these dates.")
	}
	t.Source = fmt.Sprintf("%s. %s shown, clear changes first.", c.sourceLine(mustFind(pair.Metric), metrics.Scope{}, ""), plural(len(found), "person", "people"))
	if left > 0 {
		t.Source += fmt.Sprintf(" The other %s stand in evidence.csv.", thousands(float64(left)))
	}
	return page.Block{Table: t}
}

func (c *composer) personCells(f finding) []page.Cell {
	v := c.verdictOf(f)
	difference := strings.Replace(v.Difference, " points", "", 1) // the head of the column says it
	if difference == "" {
		difference = "not compared"
	}
	return []page.Cell{
		{Text: c.pseudonym(f.scope.Person)}, c.countsCell(f, f.before), c.valueCell(f.before, false),
		c.countsCell(f, f.after), c.valueCell(f.after, true), {Text: difference}, stateCell(v),
	}
}
