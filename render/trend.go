package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// trend draws one metric over time, with its partner beneath. Where the tier
// withholds a month, the chart goes to quarters; where it withholds a quarter of
// the compared windows, there is no chart, because the rest would give it away.
func (c *composer) trend(pair *MetricPair, scope metrics.Scope) page.Block {
	f := c.find(pair.Metric, scope)
	spans, grain := c.months(), chart.GrainMonth
	if c.shutAt(f.metric, scope, grain, spans) {
		spans, grain = quarters(spans), chart.GrainQuarter
		compared := slices.DeleteFunc(slices.Clone(spans), func(s record.Span) bool { return !overlap(s, c.in.Period) && !overlap(s, c.in.Baseline) })
		if c.shutAt(f.metric, scope, grain, compared) {
			return notice(chart.StateTooFew, f.metric.Title+": not shown over time",
				fmt.Sprintf("At least one quarter rests on fewer than %d people or fewer than %d counted, or another number could be worked out from it.", c.floor(), c.floor()))
		}
	}
	spec, series := c.spec(f, spans, grain)
	out := &page.Chart{Spec: spec, Verdict: c.verdictOf(f), Half: true}
	out.Spec.Marks = c.marks(scope)
	out.Spec.Alt = c.alt(f, out.Spec, series)
	out.Source = c.sourceLine(f.metric, scope, pointRange(out.Spec, f.metric.NounDenominator))
	if pair.Partner != "" {
		p := c.find(pair.Partner, scope)
		if !c.shutAt(p.metric, scope, grain, spans) {
			spec, series := c.spec(p, spans, grain)
			spec.Title, spec.Subtitle, spec.State = p.metric.Title, "", chart.StateNone
			spec.Alt = c.alt(p, spec, series)
			out.Partner = &spec
		}
		before, _ := c.shownValue(p.before)
		after, _ := c.shownValue(p.after)
		out.PartnerTitle = fmt.Sprintf("%s, %s to %s", lowerFirst(p.metric.Title), before, after)
	}
	return page.Block{Chart: out}
}

// chartsByService draws the same chart for each service.
func (c *composer) chartsByService(pair *MetricPair) []page.Block {
	var blocks []page.Block
	for _, s := range c.services {
		blocks = append(blocks, c.trend(pair, metrics.Scope{Service: s}))
	}
	return blocks
}

func (c *composer) months() []record.Span {
	var spans []record.Span
	for _, m := range c.table.Months() {
		spans = append(spans, record.Span{From: m.First(), To: m.Last()})
	}
	return spans
}

// quarters joins complete calendar quarters of the months; a month outside one is left out.
func quarters(months []record.Span) []record.Span {
	var spans []record.Span
	for i := 0; i+2 < len(months); {
		if _, m, _ := months[i].From.Parts(); m%3 != 1 {
			i++
			continue
		}
		spans = append(spans, record.Span{From: months[i].From, To: months[i+2].To})
		i += 3
	}
	return spans
}

func overlap(a, b record.Span) bool { return a.From <= b.To && b.From <= a.To }

// shutAt tells whether the tier withholds a point of a chart, now or in a pass before.
func (c *composer) shutAt(m metrics.Metric, scope metrics.Scope, grain chart.Grain, spans []record.Span) bool {
	if !c.isShut(m, scope, grain) && c.hidesAny(m, scope, spans) {
		c.shuts(m, scope, grain)
		return true
	}
	return c.isShut(m, scope, grain)
}

func (c *composer) hidesAny(m metrics.Metric, scope metrics.Scope, spans []record.Span) bool {
	for _, s := range spans {
		if c.rule.Hides(c.value(m, scope, s)) {
			return true
		}
	}
	return false
}

// spec says what the chart of a finding means, and gives the series that it shows,
// which is empty for quarters.
func (c *composer) spec(f finding, spans []record.Span, grain chart.Grain) (chart.Spec, metrics.Series) {
	out := chart.Spec{
		ID: specID(f.metric.ID, c.serviceID(f.scope.Service)), Title: c.title(f), State: f.verdict.page().State, Measure: f.metric.Title,
		NumeratorHead: upperFirst(f.metric.NounNumerator), DenominatorHead: upperFirst(f.metric.NounDenominator),
		ValueHead: upperFirst(unitWords(f.metric.Unit)), Decimals: 1, Grain: grain,
	}
	if f.metric.Unit == metrics.Percent {
		out.Unit = chart.UnitPercent
	}
	if f.metric.Unit == metrics.Count {
		out.Decimals = 0
	}
	if f.scope.Service != "" {
		out.Title = c.service(f.scope.Service) + strings.TrimPrefix(out.Title, f.metric.Title)
	}
	series := metrics.Series{Kind: kindQuarters, Reason: reasonQuarters}
	if grain == chart.GrainQuarter {
		c.quarterPoints(f, spans, &out)
	} else {
		series = c.series(f, spans)
		c.seriesPoints(f, spans, series, &out)
	}
	lines := c.chartWords.Kinds[series.Kind].Lines
	if grain == chart.GrainMonth && out.LastCentre() == nil {
		lines = ""
	}
	out.Levels = []chart.Level{c.level(c.in.Baseline, "baseline", "before ", f.before, f.metric.Grows), c.level(c.in.Period, "period", "after ", f.after, f.metric.Grows)}
	out.Subtitle = c.subtitle(f, grain, lines)
	return out, series
}

// specID names a chart by its metric and the letter of its service.
func specID(metric, service string) string {
	id := strings.ToLower(metric)
	if service != "" {
		return id + "-" + service
	}
	return id
}

// plainNumber is a value without the sign of per cent.
func plainNumber(u metrics.Unit, v float64) string { return strings.TrimSuffix(number(u, v), "%") }

// level is the value of a whole window. Where a figure grows with the length of its
// window, six months are no level for single months, and only the bar is drawn.
func (c *composer) level(s record.Span, name, lead string, v metrics.Value, grows bool) chart.Level {
	l := chart.Level{From: s.From.String(), To: s.To.String(), Name: name}
	text, value := c.shownValue(v)
	if value != nil && !grows {
		l.Value, l.Label = value, lead+text
	}
	return l
}

// sourceLine stands under every chart and table: evidence id, where the rows are,
// how much is behind a point.
func (c *composer) sourceLine(m metrics.Metric, scope metrics.Scope, more string) string {
	parts := []string{c.evidenceID(m.ID, c.value(m, scope, c.in.Period), metrics.GrainPeriod), c.source(m.Needs[0])}
	if more != "" {
		parts = append(parts, more)
	}
	return strings.Join(parts, " · ")
}

// source names the files of a kind of record; in the external tier only the kind.
func (c *composer) source(kind record.Kind) string {
	title, _, _ := strings.Cut(kind.Title(), ",")
	files := c.in.Sources[kind]
	switch {
	case len(files) == 0:
		return title + ", no file"
	case !c.rule.Names() || len(files) > 2:
		return fmt.Sprintf("%s, %s", title, plural(len(files), "file", "files"))
	}
	return strings.Join(files, ", ")
}
