package metrics

import (
	"evidencepack/ingest/record"
)

// Windows are the spans of a pack. A zero baseline is none.
type Windows struct{ Period, Baseline record.Span }

// Figure is one row of evidence.csv: a value and what it is of.
type Figure struct {
	MetricID string
	Scope    Scope // empty fields are all services and everybody
	Grain    Grain
	Span     record.Span
	Value    Value
}

// Figures lists every figure that evidence.csv promises: for each metric the
// period and the baseline, for all services and for each; for a metric with a
// monthly grain each month of the data too; for one with breakdowns each part that
// either window has something of; for the headline families the period and the
// baseline of each person of the register; and one row for each change of
// approach. They come in the order of the register, scope, and time.
func Figures(t *Table, windows Windows) []Figure {
	scopes := []Scope{{}}
	for _, service := range t.Services() {
		scopes = append(scopes, Scope{Service: service})
	}
	people := t.People()
	months := t.Months()
	figures := make([]Figure, 0, len(t.metrics)*len(scopes)*(len(months)+2))
	for _, m := range t.metrics {
		if m.rule.many {
			figures = append(figures, manyFigures(t, m)...)
			continue
		}
		for _, scope := range scopes {
			figures = append(figures, wholeFigures(t, m, scope, windows)...)
			figures = append(figures, partFigures(t, m, scope, windows)...)
			if m.Grain != GrainMonth {
				continue
			}
			for _, month := range months {
				span := record.Span{From: month.First(), To: month.Last()}
				figures = append(figures, figure(t, m, scope, GrainMonth, span))
			}
		}
		if !m.Family().HasPersonRows() {
			continue
		}
		for _, person := range people {
			figures = append(figures, wholeFigures(t, m, Scope{Person: person}, windows)...)
		}
	}
	return figures
}

func wholeFigures(t *Table, m Metric, scope Scope, windows Windows) []Figure {
	figures := []Figure{figure(t, m, scope, GrainPeriod, windows.Period)}
	if windows.Baseline != (record.Span{}) {
		figures = append(figures, figure(t, m, scope, GrainBaseline, windows.Baseline))
	}
	return figures
}

// partFigures lists the breakdowns of both windows, with the same parts in each.
func partFigures(t *Table, m Metric, scope Scope, windows Windows) []Figure {
	spans, grains := []record.Span{windows.Period}, []Grain{GrainPeriod}
	if windows.Baseline != (record.Span{}) {
		spans, grains = append(spans, windows.Baseline), append(grains, GrainBaseline)
	}
	var figures []Figure
	for n, values := range t.PartsOver(m, scope, spans...) {
		for _, v := range values {
			figures = append(figures, Figure{m.ID, scope, grains[n], spans[n], v})
		}
	}
	return figures
}

func figure(t *Table, m Metric, scope Scope, grain Grain, span record.Span) Figure {
	return Figure{m.ID, scope, grain, span, t.Over(m, scope, span)[0]}
}

func manyFigures(t *Table, m Metric) []Figure {
	var figures []Figure
	for _, v := range t.Over(m, Scope{}, record.Span{}) {
		figures = append(figures, Figure{m.ID, v.Scope, GrainPeriod, v.Span, v})
	}
	return figures
}
