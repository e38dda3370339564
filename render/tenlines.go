package render

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TenLinesBlock is what matters in the latest month: at most ten lines, at most one a
// measure, each with what to do.
type TenLinesBlock struct {
	Title string      `yaml:"title"`
	Most  int         `yaml:"most"` // 0 is ten
	Lines []MonthLine `yaml:"lines"`
}

// MonthLine is a measure that may have a line. It has one where a rule of its control
// chart fired in the month, for everybody or at one service; where the month misses the
// provider's target; or where its share is beyond a limit at which there is something
// to do by itself.
type MonthLine struct {
	Metric string   `yaml:"metric"`
	Do     string   `yaml:"do"`    // what to do where it is worse, misses its target or is beyond its limit
	Keep   string   `yaml:"keep"`  // what to do where it is better; "" is a measure without a better side
	Above  *float64 `yaml:"above"` // in the unit of the measure; a higher month is something to do
	Below  *float64 `yaml:"below"`
}

// The order of the lines: worst first, and what went right last.
const (
	lineWorse = iota
	lineMissed
	lineToDo
	lineSignal // of a measure without a better side
	lineBetter
)

// monthFound is a line that may be printed.
type monthFound struct {
	line  MonthLine
	f     finding // its windows are the baseline and the month
	point metrics.SeriesPoint
	kind  metrics.SeriesKind
	rank  int
	size  float64 // how far the month lies from the baseline, as a share of it; 0 where there is none
}

const mostMonthLines = 10

// tenLines finds what matters in the latest month. What is neither a signal, a missed
// target nor something to do has no line, so there may be fewer than ten, or none.
func (c *composer) tenLines(b *TenLinesBlock) page.Block {
	month := c.latest()
	title := b.Title
	if title == "" {
		title = "What matters in " + longMonth(month.To.Month())
	}
	var found []monthFound
	for _, l := range b.Lines {
		if _, there := c.in.Targets[l.Metric]; there {
			c.month.targets++
		}
		if one, there := c.monthLine(l, month); there {
			found = append(found, one)
			c.month.count(one)
		}
	}
	if len(found) == 0 {
		return notice(chart.StateNoChange, title+": no line",
			"No measure has a signal in this month, misses a target or is beyond a limit. That is not proof that all is well: see what is missing, and what is too small to judge.")
	}
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].rank != found[j].rank {
			return found[i].rank < found[j].rank
		}
		return found[i].size > found[j].size
	})
	out := &page.Claims{Title: title}
	for _, one := range mostOf(found, b.Most) {
		c.use(c.find(one.f.metric.ID, one.f.scope)) // the window it is compared with
		c.useOne(one.f.metric, one.f.after, metrics.GrainMonth)
		out.Claims = append(out.Claims, c.monthClaim(one, month))
	}
	return page.Block{Claims: out}
}

// count adds a line to what the month shows.
func (n *monthCount) count(one monthFound) {
	switch one.rank {
	case lineMissed:
		n.missed++
	case lineWorse, lineSignal, lineBetter:
		n.signals++
		switch one.rank {
		case lineWorse:
			n.worse++
		case lineBetter:
			n.better++
		}
		if one.f.scope.Service != "" {
			n.atService++
		}
	}
}

// mostOf keeps the worst lines, and of what went right at least one where there is any.
func mostOf(found []monthFound, most int) []monthFound {
	if most <= 0 {
		most = mostMonthLines
	}
	if len(found) <= most {
		return found
	}
	kept := found[:most]
	for _, one := range found[most:] {
		if one.rank == lineBetter && kept[most-1].rank != lineBetter {
			return append(kept[:most-1:most-1], one)
		}
	}
	return kept
}

// monthLine finds the line of a measure: its worst signal, of all services or of the one
// that lies farthest from its baseline, else a missed target, else a limit, else what
// went right.
func (c *composer) monthLine(l MonthLine, month record.Span) (monthFound, bool) {
	all := c.inMonth(l, metrics.Scope{}, month)
	best, there := all, all.rank != noLine
	if len(c.services) > 1 {
		for _, s := range c.services {
			at := c.inMonth(l, metrics.Scope{Service: s}, month)
			signal := at.rank == lineWorse || at.rank == lineBetter
			if signal && (!there || at.rank < best.rank || at.rank == best.rank && at.size > best.size) {
				best, there = at, true
			}
		}
	}
	return best, there
}

const noLine = lineBetter + 1

// inMonth judges the month of a measure in one scope. Targets and limits are those of
// all services together.
func (c *composer) inMonth(l MonthLine, scope metrics.Scope, month record.Span) monthFound {
	f := c.judged(l.Metric, scope)
	out := monthFound{line: l, rank: noLine}
	out.f = finding{metric: f.metric, scope: scope, before: f.before, after: c.value(f.metric, scope, month)}
	out.size = awayFrom(out.f.before, out.f.after)
	if out.f.after.Value == nil || c.hides(out.f.after) || !c.evidenced(l.Metric) {
		return out
	}
	if series, there := c.chartOf(&f); there && c.tells(out.f.after) {
		for _, p := range series.Points {
			if p.Span == month && p.Signal != "" {
				out.point, out.kind = p, series.Kind
				out.rank = signalRank(f, p, l)
			}
		}
	}
	if out.rank == lineWorse || scope.Service != "" {
		return out
	}
	rank := noLine
	if t, there := c.in.Targets[l.Metric]; there && c.against(t, out.f.after) == targetMissed {
		rank = lineMissed
	} else if v := *out.f.after.Value; c.enough(out.f.after) && (l.Above != nil && v > *l.Above || l.Below != nil && v < *l.Below) {
		rank = lineToDo
	}
	out.rank = min(out.rank, rank)
	return out
}

// enough tells whether a month has so much behind it that its share may be acted on.
func (c *composer) enough(v metrics.Value) bool {
	return v.Unit != metrics.Percent || *v.Denominator >= metrics.LeastCounted
}

// tells tells whether a month has so much behind it, and so many people, that a signal in it
// says something of the service.
func (c *composer) tells(v metrics.Value) bool {
	l := c.words.Limits
	return v.Unit != metrics.Percent || v.Denominator != nil && *v.Denominator >= l.Counted && (v.People == 0 || float64(v.People) >= l.People)
}

// signalRank places a signal. One whose better side has no words what to do is left out.
func signalRank(f finding, p metrics.SeriesPoint, l MonthLine) int {
	switch signalOf(f, p) {
	case chart.SignalWorse:
		return lineWorse
	case chart.SignalBetter:
		if l.Keep != "" {
			return lineBetter
		}
		return noLine
	}
	if f.metric.Better == metrics.Neither {
		return lineSignal
	}
	return noLine
}

// awayFrom says how far a value lies from another, as a share of the other.
func awayFrom(before, after metrics.Value) float64 {
	if before.Value == nil || after.Value == nil || *before.Value == 0 {
		return 0
	}
	return math.Abs(*after.Value-*before.Value) / math.Abs(*before.Value)
}

// monthClaim says one line: the month, what it is compared with, why it has a line, and
// what to do.
func (c *composer) monthClaim(one monthFound, month record.Span) page.Claim {
	f, m := &one.f, one.f.metric
	words := wholeMonths(month)
	if month.From.Month() == month.To.Month() {
		words = longMonth(month.To.Month())
	}
	bare := !c.enough(f.after)
	if f.after.People > 0 {
		words += " (" + plural(f.after.People, "person", "people") + ")"
	}
	said := []string{fmt.Sprintf("%s %s in %s.", c.where(f.scope), c.monthPhrase(f, f.after, bare), words)}
	if f.before.Value != nil && !c.hides(f.before) {
		said = append(said, upperFirst(inWindow(wholeMonths(f.before.Span)))+": "+counts(f.before, false)+".")
	}
	state, word := chart.StateConcern, verdicts[worse].Word
	switch one.rank {
	case lineMissed:
		word = "Target missed"
		said = append(said, fmt.Sprintf("The target is %s.", c.in.Targets[m.ID].words(m.Unit)))
	case lineToDo:
		state, word = chart.StateNone, "To do"
	case lineSignal:
		state, word = chart.StateNone, "Signal"
	case lineBetter:
		state, word = chart.StateImprovement, verdicts[better].Word
	}
	if one.point.Signal != "" {
		said = append(said, upperFirst(c.signalWords(f, []metrics.SeriesPoint{one.point}))+".")
	}
	do := one.line.Do
	if one.rank == lineBetter {
		do = one.line.Keep
	}
	if do != "" {
		said = append(said, sentence("Do: "+lowerFirst(do)))
	}
	text := strings.Join(said, " ")
	return page.Claim{
		Text: text, State: state, Word: word, Metric: m.ID,
		Evidence: c.evidenceID(m.ID, f.after, metrics.GrainMonth), Words: countWords(text),
	}
}

// sentence ends a text as a sentence.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// monthPhrase puts the counts of a month into the words of its metric, or names the
// metric where it has none.
func (c *composer) monthPhrase(f *finding, v metrics.Value, bare bool) string {
	if c.phrases[f.metric.ID] == "" {
		return fmt.Sprintf("%s: %s", lowerFirst(f.metric.Title), counts(v, bare))
	}
	return c.phrase(f, v, bare)
}
