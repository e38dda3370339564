package kpi

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// Results works out a list over a table of metrics that holds all of the register.
// A service or a part that no export names is a *Fault.
func Results(file string, list []KPI, t *metrics.Table, pack record.Span) ([]Result, error) {
	var results []Result
	for _, k := range list {
		k, fault := resolve(k, t)
		if fault != nil {
			fault.File, fault.Line, fault.Column = file, k.Line, "filter"
			return nil, fault
		}
		results = append(results, k.result(t, pack))
	}
	return results, nil
}

// resolve writes the filter of a KPI as the exports do, or says what there is.
func resolve(k KPI, t *metrics.Table) (KPI, *Fault) {
	if services := t.Services(); k.Service != "" && !slices.Contains(services, k.Service) {
		i := slices.IndexFunc(services, func(s string) bool { return strings.EqualFold(s, k.Service) })
		if i < 0 {
			return k, &Fault{What: fmt.Sprintf("KPI %s: no service in the exports has this name", k.ID), Hint: "the services are " + strings.Join(services, ", ") + "."}
		}
		k.Service = services[i]
	}
	if k.Breakdown == "" {
		return k, nil
	}
	m, _ := metrics.Find(k.Metric)
	name, word, _ := strings.Cut(k.Breakdown, "=")
	var words []string
	for _, v := range t.Parts(m, metrics.Scope{}, record.Span{}) {
		if split, part, _ := strings.Cut(v.Breakdown, "="); split == name {
			words = append(words, part)
		}
	}
	if len(words) > 0 && !slices.Contains(words, word) {
		return k, &Fault{What: fmt.Sprintf("KPI %s: no row of the exports is under %s", k.ID, k.Breakdown), Hint: fmt.Sprintf("rows are under %s.", strings.Join(words, ", "))}
	}
	return k, nil
}

// result works out one figure and puts it into its band. Without a figure there is
// no band: a missing figure is never a bad one.
func (k KPI) result(t *metrics.Table, pack record.Span) Result {
	r := Result{KPI: k}
	if r.ByHand() {
		r.Why = "Not from exports: fill in by hand."
		return r
	}
	m, _ := metrics.Find(k.Metric)
	span, why, found := k.Period.span(t.Months(), pack)
	if !found {
		r.Value = metrics.Value{Unit: m.Unit, Status: metrics.NoData, Why: why, Scope: metrics.Scope{Service: k.Service}, Breakdown: k.Breakdown}
		r.Why = why
		return r
	}
	r.Span, r.Value = span, k.value(t, m, span)
	if r.Value.Status != metrics.OK || r.Value.Value == nil {
		r.Why = r.Value.Why
		return r
	}
	r.compare(m, t.MonthsWithout(m.Needs[0], span))
	return r
}

// value finds the figure of a span, a service and a part.
func (k KPI) value(t *metrics.Table, m metrics.Metric, span record.Span) metrics.Value {
	scope := metrics.Scope{Service: k.Service}
	whole := t.Over(m, scope, span)[0]
	if k.Breakdown == "" || whole.Status != metrics.OK {
		whole.Breakdown = k.Breakdown
		return whole
	}
	for _, part := range t.Parts(m, scope, span) {
		if part.Breakdown == k.Breakdown {
			return part
		}
	}
	none := metrics.Value{Unit: m.Unit, Status: metrics.NotComputable, Scope: scope, Span: span, Breakdown: k.Breakdown, Why: "No row of these dates is under " + k.Breakdown + "."}
	if m.Unit == metrics.Count {
		nought := 0.0
		none.Numerator, none.Value, none.Status, none.Why = &nought, &nought, metrics.OK, ""
	}
	return none
}

// compare rounds the figure as the buyer says and finds its band and whether it
// meets the target: both are decided by the same figure. A share of months that are
// not all there is judged and says so; a count or a rate is too low without them.
func (r *Result) compare(m metrics.Metric, without []record.Month) {
	r.Without = without
	if len(without) > 0 && m.Unit != metrics.Percent {
		return
	}
	at, shown := placeOf(*r.Value.Value), Number(placeOf(*r.Value.Value)/2)
	if r.KPI.Rounding != Exact {
		shown = rounded(*r.Value.Value, r.KPI.Rounding)
		at = shown.place()
	}
	r.Compared, r.Band = &shown, bandOf(r.KPI.Bands, at)
	if r.KPI.Target != nil {
		met := r.KPI.meets(at)
		r.Met = &met
	}
}

// Figures adds the figures of the results that evidence.csv has not got yet.
func Figures(figures []metrics.Figure, results []Result) []metrics.Figure {
	for _, r := range results {
		if _, there := Grain(figures, r); !there && !r.ByHand() && r.Span != (record.Span{}) {
			figures = append(figures, metrics.Figure{MetricID: r.KPI.Metric, Scope: r.Value.Scope, Grain: metrics.GrainKPI, Span: r.Span, Value: r.Value})
		}
	}
	return figures
}

// Grain finds the figure of a result among all figures.
func Grain(figures []metrics.Figure, r Result) (metrics.Grain, bool) {
	i := slices.IndexFunc(figures, func(f metrics.Figure) bool {
		return f.MetricID == r.KPI.Metric && f.Scope == r.Value.Scope && f.Span == r.Span && f.Value.Breakdown == r.Value.Breakdown
	})
	if i < 0 {
		return metrics.GrainKPI, false
	}
	return figures[i].Grain, true
}

// SameRounded tells whether the figure, shown with so many decimals, would be in the
// same band and on the same side of the target.
func (r Result) SameRounded(decimals int) bool {
	if r.Compared == nil {
		return true
	}
	at := rounded(r.Compared.Float(), decimals).place()
	if bandOf(r.KPI.Bands, at) != r.Band {
		return false
	}
	return r.Met == nil || *r.Met == r.KPI.meets(at)
}

// meets tells whether a figure meets the target, which must be there: the number
// itself does.
func (k KPI) meets(at place) bool {
	if k.Better == metrics.Lower {
		return at <= k.Target.place()
	}
	return at >= k.Target.place()
}
