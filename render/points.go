package render

import (
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
)

// series judges the months of a finding by the chart that suits its data, with
// the new limits that pack.yaml asks for.
func (c *composer) series(f finding, months []record.Span) metrics.Series {
	return metrics.SeriesOf(f.metric, c.monthly(f, months), c.rebases(f.metric, f.scope))
}

func (c *composer) monthly(f finding, months []record.Span) []metrics.Value {
	values := make([]metrics.Value, 0, len(months))
	for _, s := range months {
		values = append(values, c.value(f.metric, f.scope, s))
	}
	return values
}

// seriesPoints fills a chart with the months of a series, their lines and signals.
func (c *composer) seriesPoints(f finding, months []record.Span, series metrics.Series, out *chart.Spec) {
	out.Kind = chartKinds[series.Kind]
	for i, p := range series.Points {
		point := c.point(f, months[i], chart.GrainMonth)
		if point.State == chart.PointShown && p.Value == nil {
			c.thin(&point, p.Gap)
		}
		c.lines(&point, p)
		if p.Signal != "" {
			point.Signal, point.SignalWhy = signalOf(f, p), c.chartWords.signal(series.Kind, p)
		}
		out.Points = append(out.Points, point)
	}
	if centre := out.LastCentre(); centre != nil {
		out.CentreLabel = strings.ReplaceAll(c.chartWords.Kinds[series.Kind].Centre, "{v}", plainNumber(f.metric.Unit, *centre))
	}
	out.Rebases = c.drawnRebases(f, series)
	c.reasonOf(series, out)
}

// quarterPoints fills a chart with quarters: where a month is too small to show,
// limits that rest on months would give it away, so there are none.
func (c *composer) quarterPoints(f finding, quarters []record.Span, out *chart.Spec) {
	out.Kind, out.Reason = chartKinds[kindQuarters], c.chartWords.Reasons[reasonQuarters]
	for _, s := range quarters {
		out.Points = append(out.Points, c.point(f, s, chart.GrainQuarter))
	}
}

func (c *composer) point(f finding, s record.Span, grain chart.Grain) chart.Point {
	p := chart.Point{From: s.From.String(), To: s.To.String(), Label: monthLabel(s.From)}
	if grain == chart.GrainQuarter {
		p.Label = quarterLabel(s)
	}
	v := c.value(f.metric, f.scope, s)
	switch {
	case c.hidesPoint(v):
		p.State, p.Word = chart.PointWithheld, withheld
	case v.Status == metrics.NoData:
		p.State, p.Word = chart.PointNoData, wordFor(v)
	case v.Value == nil:
		p.State, p.Word = chart.PointNothing, wordFor(v)
	default:
		p.Value, p.Numerator, p.Denominator, p.Lower, p.Upper = v.Value, v.Numerator, v.Denominator, v.Lower, v.Upper
	}
	return p
}

// thin makes a gap of a month that the series takes for too small to be a point.
// Its counts stay for the table of values.
func (c *composer) thin(p *chart.Point, gap metrics.SeriesGap) {
	p.Value, p.Lower, p.Upper = nil, nil, nil
	p.State, p.Word = chart.PointThin, c.chartWords.Gaps[gap]
	switch gap {
	case metrics.GapNoData:
		p.State = chart.PointNoData
	case metrics.GapNothing:
		p.State = chart.PointNothing
	}
}

// lines gives a point its centre line and its limits.
func (c *composer) lines(p *chart.Point, from metrics.SeriesPoint) {
	p.Centre, p.LimitLower, p.LimitUpper = rounded(from.Centre), rounded(from.Lower), rounded(from.Upper)
}

// signalOf says on which side a signal is, for the reader. A measure without a
// better direction has none. One that is never read without its partners, such as
// refusals, takes that of its verdict, in the period that the verdict is about; and
// what a partner speaks against is not called better.
func signalOf(f finding, p metrics.SeriesPoint) chart.Signal {
	judged := f.verdict == better || f.verdict == worse
	switch f.metric.Better {
	case metrics.Higher, metrics.Lower:
		switch {
		case p.Signal != f.metric.Better:
			return chart.SignalWorse
		case f.verdict == notBacked || f.verdict == lessNoted:
			return chart.SignalNeither
		}
		return chart.SignalBetter
	case metrics.LowerWithPartners:
		if !judged || !f.after.Span.Has(p.Span.From) {
			return chart.SignalNeither
		}
		if p.Signal == metrics.Lower && f.verdict == better {
			return chart.SignalBetter
		}
		if p.Signal == metrics.Higher && f.verdict == worse {
			return chart.SignalWorse
		}
	}
	return chart.SignalNeither
}
