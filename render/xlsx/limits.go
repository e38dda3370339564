package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/render/chart"
)

// found are the columns of centre line and limits; 0 is one that the chart does not have.
type found struct{ centre, lower, upper int }

// found adds the columns of centre line, limits and signals, each where a point has one.
func (t *trend) found(spec chart.Spec) found {
	var at found
	format := pointFormat(spec)
	columnOf := func(head string, of func(chart.Point) *float64) int {
		if !slices.ContainsFunc(spec.Points, func(p chart.Point) bool { return finite(of(p)) }) {
			return 0
		}
		return t.add(column{head: head, width: 9, right: true}, func(p chart.Point, _ int) item { return number(of(p), format) })
	}
	at.centre = columnOf("Centre line", func(p chart.Point) *float64 { return p.Centre })
	at.lower = columnOf("Lower limit", func(p chart.Point) *float64 { return p.LimitLower })
	at.upper = columnOf("Upper limit", func(p chart.Point) *float64 { return p.LimitUpper })
	if slices.ContainsFunc(spec.Points, func(p chart.Point) bool { return chart.SignalWords(p.Signal, p.SignalWhy, p.LeftOut) != "" }) {
		t.add(column{head: "Signal"}, func(p chart.Point, _ int) item {
			it := words(chart.SignalWords(p.Signal, p.SignalWhy, p.LeftOut))
			it.look.ink, it.look.bold = signalInks[p.Signal], p.Signal != chart.SignalNone
			return it
		})
	}
	return at
}

// limitLines adds the lines of centre and limits to the chart. Where limits begin
// anew the parts must not be joined, so each part has columns of its own.
func (t *trend) limitLines(at found) {
	parts := t.parts()
	last := parts[len(parts)-1]
	add := func(from int, name string, of func(chart.Point) *float64, line func(column int, text string) series, text string) {
		if from == 0 {
			return
		}
		if last == 0 {
			t.under(line(from, text))
			return
		}
		for part := range last + 1 {
			label := ""
			if part == last {
				label = text
			}
			own := t.add(column{head: fmt.Sprintf("%s, part %d", name, part+1), width: 9, right: true}, func(p chart.Point, slot int) item {
				if parts[slot] != part {
					return number(nil, "")
				}
				return number(of(p), pointFormat(t.Spec))
			})
			t.under(line(own, label))
		}
	}
	add(at.centre, "Centre line", func(p chart.Point) *float64 { return p.Centre }, centreSeries, t.Spec.CentreLabel)
	add(at.lower, "Lower limit", func(p chart.Point) *float64 { return p.LimitLower }, rangeSeries, "lower limit")
	add(at.upper, "Upper limit", func(p chart.Point) *float64 { return p.LimitUpper }, rangeSeries, "upper limit")
}

// under puts a line behind those that the chart has already.
func (t *trend) under(s series) { t.series = slices.Insert(t.series, 0, s) }

// parts gives the number of the part that each point lies in, from 0.
func (t *trend) parts() []int {
	all := make([]int, len(t.Spec.Points), len(t.Spec.Points)+1)
	for i, p := range t.Spec.Points {
		for _, r := range t.Spec.Rebases {
			if i > 0 && r.From <= p.From && r.From > t.Spec.Points[0].From {
				all[i]++
			}
		}
	}
	if len(all) == 0 {
		return []int{0}
	}
	return all
}

// signals adds the points at which a rule fired, and those left out of the limits,
// as markers over the line: each kind in a column of its own, empty elsewhere.
func (t *trend) signals() {
	for _, kind := range signalKinds {
		is := func(p chart.Point) bool {
			return finite(p.Value) && p.State == chart.PointShown && (kind.leftOut && p.LeftOut || !kind.leftOut && !p.LeftOut && p.Signal == kind.signal)
		}
		if !slices.ContainsFunc(t.Spec.Points, is) {
			continue
		}
		at := t.add(column{head: kind.head, width: 9, right: true}, func(p chart.Point, _ int) item {
			if !is(p) {
				return number(nil, "")
			}
			return number(p.Value, pointFormat(t.Spec))
		})
		s := kind.marks
		s.column = at
		t.series = append(t.series, s)
	}
}

// signalKind is one way in which points are marked.
type signalKind struct {
	head    string
	signal  chart.Signal
	leftOut bool
	marks   series
}

// signalKinds are all ways, in the order of their columns.
var signalKinds = []signalKind{
	{"Not in the limits", "", true, series{ink: chart.InkData, marker: "circle", size: 6, hollow: true}},
	{"Signal, better", chart.SignalBetter, false, series{ink: chart.InkImprovement, marker: "circle", size: 8}},
	{"Signal, worse", chart.SignalWorse, false, series{ink: chart.InkConcern, marker: "diamond", size: 9}},
	{"Signal", chart.SignalNeither, false, series{ink: chart.InkData, marker: "circle", size: 10, ring: true}},
}

// signalInks are the colours of the words; "" is plain.
var signalInks = map[chart.Signal]chart.Ink{
	chart.SignalBetter: chart.InkImprovement, chart.SignalWorse: chart.InkConcern, chart.SignalNeither: chart.InkText,
}

// beneath are the lines under a chart: why it is of its kind, its rules, and who had
// limits worked out again.
func beneath(reason, rules string, rebases []chart.Rebase) []string {
	var lines []string
	for _, r := range rebases {
		lines = append(lines, r.Text)
	}
	lines = append(lines, reason)
	if !strings.Contains(reason, rules) {
		lines = append(lines, "Rules: "+rules+".")
	}
	return lines
}
