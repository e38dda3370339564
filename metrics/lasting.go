package metrics

import (
	"math"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

var res18 = restrictionsWhole(Def{
	ID:              "RES-18",
	AddsUp:          Sums{Denominator: Sum{{Of: "restrictions begun", Times: 1, When: ByEnd}}},
	Title:           "How long a restriction lasts",
	Means:           "The number of days after which half of all limits on people's freedom were lifted, counting those that are still in place.",
	Numerator:       "days from the start of a restriction until it was lifted, by the Kaplan–Meier method",
	Denominator:     "restrictions that began on or before the last day",
	NounDenominator: "restrictions",
	Unit:            Days, Better: Lower, Grain: GrainPeriod, MinDenominator: 10,
	Role:     RoleCurve,
	Partners: []string{"RES-01"},
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.end_date", "restriction.end_reason"},
	Since:    since, Source: "source articles 001 and 002; Kaplan and Meier 1958",
	WhyItMatters: "Limits meant for a short time can last for years if nobody asks.",
}, func(all []*record.Restriction, w Window) Value {
	spells, who := spellsOf(all, w, 0)
	v := w.value(who)
	v.Denominator = number(float64(len(spells)))
	if len(spells) == 0 {
		return v.not("There were no restrictions, so there is no time to give.")
	}
	curve, err := stat.KaplanMeier(spells, stat.TransformLog, 0)
	switch {
	case err != nil:
		return v.not("A restriction ended before it began, so there is no time to give.")
	case math.IsNaN(curve.Median):
		return v.not("Fewer than half of the restrictions were lifted, so there is no middle time yet.")
	}
	v.Value = number(curve.Median)
	return v
}, func(r *record.Restriction, span record.Span) Counted {
	return in(r.StartOn <= span.To, false)
})

// spellsOf says how long each restriction lasted that began on or before the last
// day of a window, and how many people they were for. Each is watched from its own
// start, as RES-18 is defined, or from the day where the records begin: what was
// lifted before that day is in few registers, so what lasted is seen more often.
func spellsOf(all []*record.Restriction, w Window, watchedFrom record.Date) (spells []stat.Spell, persons int) {
	var who people
	for _, r := range all {
		if r.StartOn > w.Span.To {
			continue
		}
		who.add(r.Person)
		last := w.Span.To
		over := r.EndOn != 0 && r.EndOn <= w.Span.To
		if over {
			last = r.EndOn
		}
		entry := max(0, watchedFrom-r.StartOn)
		if entry > 0 && last-r.StartOn <= entry {
			continue // over before anybody watched
		}
		spells = append(spells, stat.Spell{
			Entry: float64(entry), Time: float64(last - r.StartOn),
			Ended: over && r.EndReason == record.EndLifted,
		})
	}
	return spells, len(who)
}

// LeastWatched is the number still watched below which a curve rests on so few
// that its drops are large by chance alone.
const LeastWatched = 12

// CurveStep is one day count at which a restriction was lifted or went out of sight.
type CurveStep struct {
	Days     float64  // since the start of the restriction
	Share    float64  // still in place from then on, per cent, 0 to 100
	Lower    *float64 // lower end of its 95% range, per cent; nil where there is none
	Upper    *float64
	Watched  int // in place and in sight just before
	Ended    int // lifted after exactly so many days
	Censored int // last seen in place then, or ended in another way
}

// Curve is how long things last, by the Kaplan–Meier method. The range is on the
// log scale, which is the default of the survival package.
type Curve struct {
	Steps       []CurveStep // in order of days; before the first all are in place
	Number      int         // restrictions
	Ended       int         // lifted
	People      int         // whom they are for
	Median      *float64    // days after which fewer than half are in place; nil where that is not reached
	MedianLower *float64    // lower end of its 95% range; nil where it is not reached
	MedianUpper *float64
	Early       int      // began before the records do; those like them that ended before are in few registers
	MedianAgain *float64 // Median with each watched only from the day where the records begin; nil where that is not reached
	WatchedAt   []int    // still watched at each of the days asked for
	ThinFrom    *float64 // day count after which fewer than LeastWatched are watched; nil where the curve ends before
}

// LastingOf gives the curve behind RES-18: all restrictions of the scope that
// began on or before the last day of the span, followed up to that day. days are
// the day counts at which to say how many are still watched. It is false where
// there are no restrictions or their dates cannot be.
func (t *Table) LastingOf(scope Scope, span record.Span, days []float64) (Curve, bool) {
	i := t.find(res18)
	if i < 0 {
		return Curve{}, false
	}
	w := t.window(i, scope, span)
	state := t.gather(i, w).(*kept[*record.Restriction])
	spells, who := spellsOf(state.records, w, 0)
	worked, err := stat.KaplanMeier(spells, stat.TransformLog, 0)
	if err != nil {
		return Curve{}, false
	}
	c := Curve{
		Number: worked.Records, Ended: worked.Events, People: who,
		Median: line(worked.Median, 1), MedianLower: line(worked.MedianLower, 1), MedianUpper: line(worked.MedianUpper, 1),
	}
	for _, p := range worked.Points {
		c.Steps = append(c.Steps, CurveStep{
			Days: p.Time, Share: 100 * p.Survival, Lower: line(p.Lower, 100), Upper: line(p.Upper, 100),
			Watched: p.AtRisk, Ended: p.Ended, Censored: p.Censored,
		})
	}
	for _, day := range days {
		c.WatchedAt = append(c.WatchedAt, watchedAt(spells, day))
	}
	c.ThinFrom = thinFrom(c.Steps)
	c.Early, c.MedianAgain = fromRecords(state.records, w, t.DataFrom())
	return c, true
}

// fromRecords counts the restrictions that began before the records do, and gives the
// middle time with each watched only from there (delayed entry).
func fromRecords(all []*record.Restriction, w Window, first record.Date) (early int, median *float64) {
	for _, r := range all {
		if r.StartOn <= w.Span.To && r.StartOn < first {
			early++
		}
	}
	spells, _ := spellsOf(all, w, first)
	worked, err := stat.KaplanMeier(spells, stat.TransformLog, 0)
	if early == 0 || len(spells) == 0 || err != nil {
		return early, nil
	}
	return early, line(worked.Median, 1)
}

// watchedAt counts the spells that last at least so many days.
func watchedAt(spells []stat.Spell, day float64) int {
	n := 0
	for _, s := range spells {
		if s.Time >= day {
			n++
		}
	}
	return n
}

// thinFrom gives the day count after which fewer than LeastWatched are watched; 0
// where there were never so many.
func thinFrom(steps []CurveStep) *float64 {
	from := 0.0
	for _, s := range steps {
		if s.Watched < LeastWatched {
			return number(from)
		}
		from = s.Days
	}
	return nil
}
