package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// taskCategories are the areas of support that a change of approach may name
// (domain.md 4.3).
var taskCategories = []string{
	record.CategoryPersonalCare, "meals_fluids", "medication_support", "mobility", "continence", "domestic",
	"community", "social_activity", "health_appointment", "finance", "communication", "night_check", record.CategoryOther,
}

// ChangeCategory gives the task category whose offers alone count for a change of
// approach in an area, "" where all of them do.
func ChangeCategory(area string) string {
	if slices.Contains(taskCategories, area) {
		return area
	}
	return ""
}

// isAbout tells whether the offers of a category count for a change: those of the
// one that it names, otherwise all.
func isAbout(c *record.PlanChange, category string) bool {
	return c.Area == category || ChangeCategory(c.Area) == ""
}

// finish gives one value for each change in the window's scope and span; the
// empty span is all changes.
func (s *approach) finish(w Window) []Value {
	sorted := slices.Clone(s.changes)
	slices.SortFunc(sorted, func(a, b *record.PlanChange) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), inTime(&a.Head, &b.Head))
	})
	var values []Value
	for _, c := range sorted {
		if inWindow(c, w) {
			values = append(values, s.compare(c, w))
		}
	}
	return values
}

// breakdownOf names a change: by its id, or by its day where it has none.
func breakdownOf(c *record.PlanChange) string { return "change=" + cmp.Or(c.ID, c.On.String()) }

func inWindow(c *record.PlanChange, w Window) bool {
	dated := w.Span == record.Span{} || w.Span.Has(c.On)
	return dated && w.Scope.covers(&c.Head) && (w.Breakdown == "" || w.Breakdown == breakdownOf(c))
}

func (s *approach) compare(c *record.PlanChange, w Window) Value {
	before, after := s.side(c, beforeChange(c)), s.side(c, afterChange(c))
	v := w.value(1)
	v.Scope, v.Span = Scope{c.Service, c.Person}, afterChange(c)
	v.Breakdown = breakdownOf(c)
	v.Numerator, v.Denominator = number(float64(after.refusals)), number(float64(after.offers))
	v.Change = &Change{
		ID: c.ID, On: c.On, Area: c.Area, What: c.What,
		Before:            beforeChange(c),
		BeforeNumerator:   float64(before.refusals),
		BeforeDenominator: float64(before.offers),
		Complete:          v.Span.To <= w.LastEvent,
	}
	if !v.Change.Complete {
		v.Why = "The 56 days after the change are not all in the data yet."
	}
	if !before.enough() || !after.enough() {
		few := fmt.Sprintf("Too few: %s before and %s after; each side needs %d, on %d days.",
			offersInWords(before), offersInWords(after), changeOffers, changeOn)
		if v.Why != "" {
			few += " " + v.Why
		}
		return v.not(few)
	}
	difference(&v, v.Change.BeforeNumerator, v.Change.BeforeDenominator)
	return v
}

// difference fills in the change in percentage points against the counts before.
func difference(v *Value, numerator, denominator float64) {
	limits, err := stat.Newcombe(*v.Numerator, *v.Denominator, numerator, denominator, stat.Level95)
	if err != nil {
		*v = v.not("There were no offers on one side, so there is nothing to compare.")
		return
	}
	v.Value = number(100**v.Numerator / *v.Denominator - 100*numerator/denominator)
	v.Lower, v.Upper = number(100*limits.Lower), number(100*limits.Upper)
}

func offersInWords(s side) string {
	if s.offers == 1 {
		return "1 offer"
	}
	return fmt.Sprintf("%d offers", s.offers)
}

// judge says what an offer counted as after the changes of the window, or before
// them. The days before a change are in the figure too, but not in its two counts.
func (s *approach) judge(w Window) func(record.Record) Counted {
	var changes []*record.PlanChange
	for _, c := range s.changes {
		if inWindow(c, w) {
			changes = append(changes, c)
		}
	}
	side := afterChange
	if w.Before {
		side = beforeChange
	}
	return func(r record.Record) Counted {
		task, ok := r.(*record.CareTask)
		if !ok || task.RefusalsOnly {
			return CountedNeither
		}
		for _, c := range changes {
			if task.Person == c.Person && side(c).Has(task.On) && isAbout(c, task.Category) {
				return firstRefusal(task)
			}
		}
		return CountedNeither
	}
}
