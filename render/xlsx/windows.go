package xlsx

import (
	"slices"
	"strings"

	"evidencepack/render/chart"
)

// levelLines adds the values of the baseline and the period, each across its months.
// A chart with limits has none: its centre line says where the values lie.
func (t *trend) levelLines(format string) {
	if t.Spec.Limited() {
		return
	}
	for i, level := range t.Spec.Levels {
		if !finite(level.Value) {
			continue
		}
		at := t.add(column{head: levelHead(level), width: 9.5, right: true}, func(p chart.Point, _ int) item {
			if p.From < level.From || p.To > level.To {
				return number(nil, format)
			}
			return number(level.Value, format)
		})
		t.series = append(t.series, levelSeries(at, level.Label, t.Spec.State, i == len(t.Spec.Levels)-1))
	}
}

// inPeriod says whether a point lies in the last window of a chart.
func inPeriod(p chart.Point, levels []chart.Level) bool {
	if len(levels) == 0 {
		return false
	}
	period := levels[len(levels)-1]
	return p.From >= period.From && p.To <= period.To
}

// levelHead is the head of the column of a window's value.
func levelHead(l chart.Level) string {
	if l.Name == "" {
		return "Level"
	}
	return strings.ToUpper(l.Name[:1]) + l.Name[1:]
}

func levelLabels(levels []chart.Level) []string {
	var labels []string
	for _, l := range levels {
		name := l.Name
		if l.Label != "" { // a count has no level, only the window
			name += ": " + l.Label
		}
		labels = append(labels, join(name, windowDays(l)))
	}
	return labels
}

// windowDays are the first and last day of a window as printed.
func windowDays(l chart.Level) string {
	from, fromThere := dayOf(l.From)
	to, toThere := dayOf(l.To)
	if !fromThere || !toThere {
		return join(l.From, l.To)
	}
	return from.Format("2 Jan 2006") + " to " + to.Format("2 Jan 2006")
}

// dot is a nought on the axis where something changed.
func (t *trend) dot(_ chart.Point, slot int) item {
	if len(t.dots[slot]) == 0 {
		return number(nil, asCount)
	}
	return count(0)
}

func (t *trend) anyDot() bool {
	return slices.ContainsFunc(t.dots, func(in []chart.Mark) bool { return len(in) > 0 })
}

// marksBySlot puts each change into the month or quarter in which it began.
func marksBySlot(spec chart.Spec) [][]chart.Mark {
	slots := make([][]chart.Mark, len(spec.Points))
	for _, m := range spec.Marks {
		for i, p := range spec.Points {
			if m.From >= p.From && m.From <= p.To {
				slots[i] = append(slots[i], m)
			}
		}
	}
	return slots
}

// letters are the letters of the changes of one slot.
func letters(marks []chart.Mark) string {
	var all []string
	for _, m := range marks {
		all = append(all, m.Letter)
	}
	return strings.Join(all, " ")
}
