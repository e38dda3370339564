package metrics

import (
	"math"
	"testing"

	"evidencepack/ingest/record"
)

// refusals gives monthly shares of 100 offers; below 0 is a month without rows.
func refusals(counts ...int) []Value {
	var values []Value
	for i, k := range counts {
		if k < 0 {
			values = append(values, Window{Def: ref01.Def, Span: simulatedMonth(i)}.noData())
			continue
		}
		values = append(values, shareValue(i, k, 100))
	}
	return values
}

// wobble gives so many counts about 20, no two neighbours alike.
func wobble(n int) []int {
	counts := make([]int, n)
	for i := range counts {
		counts[i] = []int{19, 22, 18, 21, 20, 23, 17, 21}[i%8]
	}
	return counts
}

func TestTheChartSuitsTheData(t *testing.T) {
	measure := func(m Metric, i int, value float64) Value {
		v := Window{Def: m.Def, Span: simulatedMonth(i)}.value(5)
		v.Value = number(value)
		return v
	}
	for _, c := range []struct {
		name   string
		metric Metric
		months int
		value  func(i, k int) Value
		kind   SeriesKind
		reason SeriesReason
		rules  string
	}{
		{"share", ref01, 12, func(i, k int) Value { return shareValue(i, k, 100) }, SeriesPPrime, ReasonShare, RulesAnhoej},
		{"rate", inc01, 12, func(i, k int) Value { return rateValue(i, k, 900) }, SeriesUPrime, ReasonRate, RulesAnhoej},
		{"offers a week", ref09, 12, func(i, k int) Value { return measure(ref09, i, float64(k)) }, SeriesXmR, ReasonSingle, RulesMakingDataCount},
		{"minutes", inc08, 12, func(i, k int) Value { return measure(inc08, i, float64(k)) }, SeriesXmR, ReasonSingle, RulesMakingDataCount},
		{"days", res18, 12, func(i, k int) Value { return measure(res18, i, float64(k)) }, SeriesXmR, ReasonSingle, RulesMakingDataCount},
		{"count", res03, 12, func(i, k int) Value { return measure(res03, i, float64(k)) }, SeriesRun, ReasonCount, RulesAnhoej},
		{"net change", res04, 12, func(i, k int) Value { return measure(res04, i, float64(k-20)) }, SeriesRun, ReasonCount, RulesAnhoej},
		{"eleven months", ref01, 11, func(i, k int) Value { return shareValue(i, k, 100) }, SeriesRun, ReasonShort, ""},
		{"counted again", res06, 18, func(i, k int) Value { return shareValue(i, k, 100) }, SeriesRun, ReasonStock, ""},
		{"no month", ref01, 0, nil, SeriesRun, ReasonShort, ""},
		{"constant share", ref01, 18, func(i, _ int) Value { return shareValue(i, 30, 100) }, SeriesRun, ReasonSteady, RulesAnhoej},
		{"none at all", inc01, 18, func(i, _ int) Value { return rateValue(i, 0, 900) }, SeriesRun, ReasonSteady, RulesAnhoej},
		{"constant measure", ref09, 18, func(i, _ int) Value { return measure(ref09, i, 14.3) }, SeriesRun, ReasonSteady, RulesAnhoej},
		{"one step in a constant measure", ref09, 18, func(i, _ int) Value { return measure(ref09, i, 14.3+float64(i/17)) }, SeriesRun, ReasonSteady, RulesAnhoej},
	} {
		var values []Value
		for i, k := range wobble(c.months) {
			values = append(values, c.value(i, k))
		}
		s := SeriesOf(c.metric, values, nil)
		if s.Kind != c.kind || s.Reason != c.reason || s.Rules != c.rules || len(s.Points) != c.months {
			t.Errorf("%s: %s because of %s by %q with %d points", c.name, s.Kind, s.Reason, s.Rules, len(s.Points))
		}
		for i, p := range s.Points {
			hasLimits := p.Lower != nil && p.Upper != nil
			if wants := s.Kind != SeriesRun; hasLimits != wants || p.Signal != "" {
				t.Errorf("%s, point %d: limits %v, signal %q", c.name, i, hasLimits, p.Signal)
			}
			if p.Centre == nil {
				t.Errorf("%s, point %d has no centre line", c.name, i)
			}
		}
	}
}

func TestGapsAreInNothing(t *testing.T) {
	whole := SeriesOf(ref01, refusals(wobble(16)...), nil)
	holed := refusals(wobble(16)...)
	late := func(v Value, by int) Value {
		v.Span = simulatedMonth(by)
		return v
	}
	holed = append(holed, late(refusals(-1)[0], 16), shareValue(17, 4, 4), shareValue(18, 0, 0))
	s := SeriesOf(ref01, holed, nil)
	for i, want := range []SeriesGap{GapNoData, GapThin, GapNothing} {
		p := s.Points[16+i]
		if p.Gap != want || p.Value != nil || p.Lower != nil || p.Upper != nil || p.Signal != "" {
			t.Errorf("gap %s: %+v", want, p)
		}
	}
	if *s.Points[0].Centre != *whole.Points[0].Centre || *s.Points[3].Upper != *whole.Points[3].Upper {
		t.Error("gaps moved the lines")
	}
	if got := SeriesOf(inc01, []Value{rateValue(0, 1, 29), rateValue(1, 1, 30)}, nil); got.Points[0].Gap != GapThin || got.Points[1].Gap != GapNone {
		t.Errorf("29 and 30 care days: %+v", got.Points)
	}
	if got := SeriesOf(ref01, []Value{shareValue(0, 1, 5)}, nil); got.Points[0].Gap != GapNone {
		t.Errorf("5 offers: %+v", got.Points)
	}
}

func TestTenValuesAndManyGapsAreTooShort(t *testing.T) {
	counts := wobble(30)
	for i := range counts {
		if i%3 != 0 {
			counts[i] = -1
		}
	}
	if s := SeriesOf(ref01, refusals(counts...), nil); s.Reason != ReasonShort {
		t.Errorf("10 values in 30 months: %s because of %s", s.Kind, s.Reason)
	}
}

func TestSignals(t *testing.T) {
	high := wobble(18)
	high[9] = 60
	s := SeriesOf(ref01, refusals(high...), nil)
	if p := s.Points[9]; p.Signal != Higher || p.Rule != RuleOutside || p.RunLength != 0 {
		t.Errorf("60 among 20: %+v", p)
	}
	side, points, found := s.SignalIn(record.Span{From: simulatedMonth(9).From, To: simulatedMonth(17).To})
	if !found || side != Higher || len(points) != 1 || points[0].Span != simulatedMonth(9) {
		t.Errorf("signals in the second half: %s %v %v", side, points, found)
	}
	if side, points, found := s.SignalIn(record.Span{From: simulatedMonth(0).From, To: simulatedMonth(8).To}); found {
		t.Errorf("signals in the first half: %s %v", side, points)
	}

	shifted := append(wobble(12), 27, 26, 28, 27, 29, 28, 27, 30, 28, 29)
	s = SeriesOf(ref01, refusals(shifted...), nil)
	for i := 12; i < 22; i++ {
		if p := s.Points[i]; p.Signal != Higher || p.Rule == RuleRun && p.RunLength != 10 {
			t.Errorf("ten high months, month %d: %+v", i, p)
		}
	}
	if s.Suggest != simulatedMonth(12).From {
		t.Errorf("new limits are suggested from %s", s.Suggest)
	}
	side, points, found = s.SignalIn(record.Span{From: simulatedMonth(0).From, To: simulatedMonth(21).To})
	if !found || side != Neither || len(points) != 22 {
		t.Errorf("twelve low and ten high months: %s, %d, %v", side, len(points), found)
	}
	short := SeriesOf(ref01, refusals(shifted[11:]...), nil)
	if short.Suggest != 0 {
		t.Errorf("eleven months suggest new limits from %s", short.Suggest)
	}
}

func TestAGapDoesNotEndARun(t *testing.T) {
	counts := append(wobble(12), 27, 26, 28, -1, 29, 28, 27, 30, 28, 29)
	s := SeriesOf(ref01, refusals(counts...), nil)
	if p := s.Points[21]; p.Signal != Higher || s.Suggest != simulatedMonth(12).From {
		t.Errorf("nine high months and a gap: %+v, suggested %s", p, s.Suggest)
	}
}

func TestRebases(t *testing.T) {
	counts := append(wobble(14), 47, 46, 48, 47, 49, 48, 47, 50, 48, 49, 46, 48)
	day := simulatedMonth(13).From + 10 // in the month before the step
	rebases := []Rebase{
		{Metric: "REF-01", From: day},
		{Metric: "REF-01", From: day + 3},
		{Metric: "REF-01", From: simulatedMonth(0).From - 400},
		{Metric: "REF-01", From: simulatedMonth(25).To + 9},
		{Metric: "REF-02", From: simulatedMonth(6).From},
		{Metric: "REF-01", Service: "Ash House", From: simulatedMonth(6).From},
	}
	s := SeriesOf(ref01, refusals(counts...), rebases)
	for i, p := range s.Points {
		part := 1
		if i >= 14 {
			part = 2
		}
		if p.Part != part || p.Signal != "" || p.Upper == nil {
			t.Errorf("month %d: %+v", i, p)
		}
	}
	if c := *s.Points[20].Centre; math.Abs(c-47.75) > 0.01 {
		t.Errorf("centre after the step: %v", c)
	}
	late := SeriesOf(ref01, refusals(counts...), []Rebase{{Metric: "REF-01", From: simulatedMonth(20).From}})
	for i, p := range late.Points {
		if p.Centre == nil || (p.Upper != nil) != (i < 20) || (i >= 20 && p.Signal != "") {
			t.Errorf("a part of 6 months, month %d: %+v", i, p)
		}
	}
	both := SeriesOf(ref01, refusals(wobble(18)...), []Rebase{{Metric: "REF-01", From: simulatedMonth(9).From}})
	if both.Kind != SeriesRun || both.Reason != ReasonShort || both.Points[17].Part != 2 {
		t.Errorf("two parts of 9: %s because of %s", both.Kind, both.Reason)
	}
}

func TestLimitsStayWhereAValueCanBe(t *testing.T) {
	var low, high, measures []Value
	for i := range 18 {
		low = append(low, shareValue(i, []int{0, 3, 1, 4, 0, 2}[i%6], 30))
		high = append(high, shareValue(i, 30-[]int{0, 3, 1, 4, 0, 2}[i%6], 30))
		v := Window{Def: ref09.Def, Span: simulatedMonth(i)}.value(3)
		v.Value = number([]float64{0.5, 6, 1, 7}[i%4])
		measures = append(measures, v)
	}
	for name, s := range map[string]Series{
		"low shares": SeriesOf(ref01, low, nil), "high shares": SeriesOf(ref01, high, nil), "measures": SeriesOf(ref09, measures, nil),
	} {
		for _, p := range s.Points {
			if p.Lower == nil || *p.Lower < 0 || (name == "high shares" && *p.Upper > 100) {
				t.Errorf("%s: limits %s to %s", name, show(p.Lower), show(p.Upper))
			}
		}
	}
}

// Many points on the median leave one side nearly empty, so that the other is one run.
func TestAMedianThatDoesNotPartThePointsHasNoRuns(t *testing.T) {
	var values []Value
	for i, n := range []int{1, 0, 1, 1, 0, 1, 2, 2, 1, 2, 2, 1, 2, 1, 2, 2, 1, 2} {
		values = append(values, Window{Def: res03.Def, Span: simulatedMonth(i)}.count(n, 1))
	}
	s := SeriesOf(res03, values, nil)
	if _, points, found := s.SignalIn(record.Span{From: 1, To: 99999}); found || s.Suggest != 0 || s.Reason != ReasonCount {
		t.Errorf("%s: signals at %v, suggested %s", s.Reason, points, s.Suggest)
	}
}
