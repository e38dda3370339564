package page

import (
	"regexp"
	"strings"
)

// The names of the sheets that the workbook of a pack always calls the same.
const (
	SheetSummary     = "Summary"
	SheetFigures     = "Figures"
	SheetTrails      = "People trails"
	SheetChanges     = "Changes"
	SheetClaims      = "Claims"
	SheetAnswers     = "Answers"
	SheetCases       = "Case studies"
	SheetSetAside    = "Rows set aside"
	SheetDefinitions = "Definitions"
)

// The words with which the names of the sheets of charts begin.
const (
	WordTrend  = "Trend"
	WordCurve  = "How long"
	WordFunnel = "Funnel"
	WordStack  = "Levels"
)

// PlotSheet names the sheet of a chart: one of these words, the metric and the scope.
func PlotSheet(word, id string) string {
	metric, scope := MetricAndScope(id)
	return strings.TrimSpace(word + " " + strings.TrimSpace(metric+" "+scope))
}

// metricID is a metric id at the start of the id of a chart.
var metricID = regexp.MustCompile(`^([A-Za-z]{2,5}-[0-9]{2})(?:-(.*))?$`)

// MetricAndScope parts the id of a chart; the whole provider is no scope worth naming.
func MetricAndScope(id string) (metric, scope string) {
	parts := metricID.FindStringSubmatch(id)
	if parts == nil {
		return "", id
	}
	scope = strings.ReplaceAll(parts[2], "-", " ")
	if strings.EqualFold(scope, "all") {
		scope = ""
	}
	if len(scope) == 1 {
		scope = strings.ToUpper(scope) // the letter of a service
	}
	return strings.ToUpper(parts[1]), scope
}

// Name is the label of a section without its number.
func (s Section) Name() string {
	if name := strings.TrimLeft(s.Label, "0123456789. "); name != "" {
		return name
	}
	return s.ID
}

// home is the sheet of the blocks of a section that have none of their own.
func (p *Page) home(section int) string {
	if section == 0 {
		return SheetSummary
	}
	return p.Sections[section].Name()
}

// named names a block and the sheet of the workbook on which it stands, for a format
// that leaves it out; home is that of its section. What only leads to other blocks has
// no name.
func (b Block) named(home string) string {
	on := func(name, sheet string) string {
		if name == "" {
			name = home
		}
		if name == sheet {
			return name
		}
		return name + " (sheet " + sheet + ")"
	}
	switch {
	case b.Table != nil:
		if b.Table.Sheet != "" {
			home = b.Table.Sheet
		}
		return on(b.Table.Title, home)
	case b.Chart != nil:
		return on(b.Chart.Spec.Measure, PlotSheet(WordTrend, b.Chart.Spec.ID))
	case b.Curve != nil:
		return on(b.Curve.Spec.Measure, PlotSheet(WordCurve, b.Curve.Spec.ID))
	case b.Timeline != nil:
		return "people one by one (sheet " + SheetTrails + ")"
	case b.Funnel != nil:
		return on(b.Funnel.Spec.Measure, PlotSheet(WordFunnel, b.Funnel.Spec.ID))
	case b.Stack != nil:
		return on(b.Stack.Spec.Measure, PlotSheet(WordStack, b.Stack.Spec.ID))
	case b.Forest != nil:
		return on(b.Forest.Title, SheetChanges)
	case b.Claims != nil:
		return on(b.Claims.Title, SheetClaims)
	case b.Answers != nil:
		return on(b.Answers.Title, SheetAnswers)
	case b.CaseStudy != nil:
		return on(b.CaseStudy.Title, SheetCases)
	case b.SetAside != nil:
		return on("", SheetSetAside)
	case b.Figures != nil:
		return on(b.Figures.Title, SheetFigures)
	case b.Definitions != nil:
		return on(b.Definitions.Title, SheetDefinitions)
	case b.Comparison != nil:
		return on(b.Comparison.Title, home)
	case b.Strip != nil:
		return on("headline figures", home)
	}
	return ""
}
