package main

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
)

// metricRow is one metric of list metrics --json. Every list is there, empty
// where it holds nothing.
type metricRow struct {
	ID           string         `json:"id"`
	Family       string         `json:"family"`
	Title        string         `json:"title"`
	Means        string         `json:"means"`
	Numerator    string         `json:"numerator"`
	Denominator  string         `json:"denominator"` // "" for plain counts
	Unit         string         `json:"unit"`
	Better       string         `json:"better"`
	Grain        string         `json:"grain"`
	Minimum      int            `json:"minimum_size"` // below it the figure is too small to say anything of; 0 for plain counts
	Partners     []string       `json:"partners"`
	Needs        []metricNeed   `json:"needs"`
	AnyOf        bool           `json:"any_of"` // one of needs is enough
	Also         []string       `json:"also"`   // records that count too where they are given
	Breakdowns   []string       `json:"breakdowns"`
	Frameworks   []metricPlaces `json:"frameworks"`
	Since        string         `json:"since"`
	Source       string         `json:"source"`
	WhyItMatters string         `json:"why_it_matters"`

	Found *metricFound `json:"found,omitempty"` // only with --for
}

// metricNeed is one kind of export that a metric needs.
type metricNeed struct {
	Record  string       `json:"record"`
	Title   string       `json:"title"`
	Columns []needColumn `json:"columns"`
}

// needColumn is a column that it cannot do without; either of two has two fields.
type needColumn struct {
	Fields []string `json:"fields"`
	Words  string   `json:"words"`
}

// metricPlaces are the statements of one framework that a metric speaks to.
type metricPlaces struct {
	Framework  string   `json:"framework"`
	Statements []string `json:"statements"`
}

// metricFound says what a folder of exports gives a metric.
type metricFound struct {
	Figure bool         `json:"figure"`
	Lacks  []metricLack `json:"lacks"`
	Why    string       `json:"why"` // why there is no figure, "" where there is one
}

// metricLack is an export, or columns of one, that is not there.
type metricLack struct {
	Record  string   `json:"record"`
	Title   string   `json:"title"`
	Given   bool     `json:"given"`
	Columns []string `json:"columns"`
	Words   string   `json:"words"`
}

func listMetrics(frameworks []render.Framework, seen *seenExports) ([]metricRow, string) {
	var rows []metricRow
	var b strings.Builder
	have := 0
	for _, m := range metrics.All {
		row := metricRowOf(m, frameworks)
		fmt.Fprintf(&b, "%s  %s\n%s\n", m.ID, m.Title, wrap("        ", m.Means, "        "))
		if seen != nil {
			row.Found = seen.found(m)
			if row.Found.Figure {
				have++
			} else {
				fmt.Fprintln(&b, wrap("        No figure: ", row.Found.Why, "        "))
			}
		}
		rows = append(rows, row)
	}
	text := b.String()
	if seen != nil {
		text = fmt.Sprintf("%d of %d measures can be worked out from these exports.\n\n", have, len(rows)) + text
	}
	return rows, text
}

func metricRowOf(m metrics.Metric, frameworks []render.Framework) metricRow {
	row := metricRow{
		ID: m.ID, Family: string(m.Family()), Title: m.Title, Means: m.Means, Numerator: m.Numerator, Denominator: m.Denominator, Unit: string(m.Unit),
		Better: string(m.Better), Grain: string(m.Grain), Minimum: m.MinDenominator, Partners: append([]string{}, m.Partners...),
		Needs: []metricNeed{}, AnyOf: m.AnyOf, Also: []string{}, Breakdowns: append([]string{}, m.Breakdowns()...), Frameworks: []metricPlaces{},
		Since: m.Since, Source: m.Source, WhyItMatters: m.WhyItMatters,
	}
	for _, kind := range m.Needs {
		row.Needs = append(row.Needs, metricNeed{string(kind), kind.Title(), columnsOf(m, kind)})
	}
	for _, kind := range m.Also {
		row.Also = append(row.Also, string(kind))
	}
	for _, f := range frameworks {
		place := metricPlaces{Framework: f.ID}
		for _, s := range f.Of(m.ID) {
			place.Statements = append(place.Statements, s.ID)
		}
		if len(place.Statements) > 0 {
			row.Frameworks = append(row.Frameworks, place)
		}
	}
	return row
}

// columnsOf lists the columns of one kind that a metric cannot do without.
func columnsOf(m metrics.Metric, kind record.Kind) []needColumn {
	columns := []needColumn{}
	for _, need := range m.ColumnNeeds() {
		if need.Kind == kind {
			columns = append(columns, needColumn{need.Fields, need.Words()})
		}
	}
	return columns
}
