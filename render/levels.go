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

// LevelsBlock is how what a metric counts parts into levels that have an order:
//
//	levels:
//	  metric: OBS-01
//	  by: result
//	  bars: services
//	  levels: [{name: met, words: [met]}, {name: not in full, words: [partly_met, not_met]}]
type LevelsBlock struct {
	Metric string       `yaml:"metric"`
	By     string       `yaml:"by"`   // name of a breakdown of which the whole is made up
	Bars   string       `yaml:"bars"` // periods, which is also meant where nothing is written, or services
	Title  string       `yaml:"title"`
	Note   string       `yaml:"note"`
	Levels []LevelGroup `yaml:"levels"` // two to five, in their order
}

// LevelGroup is one level, or several neighbours that stand as one.
type LevelGroup struct {
	Name  string   `yaml:"name"`
	Words []string `yaml:"words"` // of the breakdown
}

// The groups that may have a bar each.
const (
	barsOfPeriods  = "periods"
	barsOfServices = "services"
)

// mostBars is how many services have their bars in the PDF, too. Where there are more, it
// has those of all services together.
const mostBars = 12

// unfit says why levels cannot be drawn as the block asks, "" where they can.
func (b *LevelsBlock) unfit(tier page.Tier) string {
	m, known := metrics.Find(b.Metric)
	switch {
	case !known:
		return "" // told already
	case tier == page.TierExternal:
		return "a level that holds few would give small numbers away, so no pack of the external tier has levels"
	case !m.MadeUpOf(b.By):
		return fmt.Sprintf("%s is not made up of parts by %q, so it has no levels by it", m.ID, b.By)
	case b.Bars != "" && b.Bars != barsOfPeriods && b.Bars != barsOfServices:
		return fmt.Sprintf("there are no bars of %q; bars is %s or %s", b.Bars, barsOfPeriods, barsOfServices)
	case len(b.Levels) < 2 || len(b.Levels) > chart.MostLevels:
		return fmt.Sprintf("levels are 2 to %d, because more cannot be told apart, and there are %d", chart.MostLevels, len(b.Levels))
	}
	seen := map[string]bool{}
	for _, level := range b.Levels {
		if level.Name == "" || len(level.Words) == 0 {
			return "each level needs a name and its words"
		}
		for _, word := range level.Words {
			if seen[word] {
				return fmt.Sprintf("the word %q is in two levels", word)
			}
			seen[word] = true
		}
	}
	return ""
}

// levels draws how a figure parts into its levels: before and after, or by service. A
// provider with one service has before and after. Without a figure it draws nothing.
func (c *composer) levels(b *LevelsBlock) []page.Block {
	m := mustFind(b.Metric)
	if !c.evidenced(m.ID) {
		return nil
	}
	c.seen[m.ID] = true
	periods := *b
	periods.Bars = barsOfPeriods
	if b.Bars != barsOfServices || len(c.services) < 2 {
		return []page.Block{c.levelsOf(m, &periods, c.periodBars(m, b))}
	}
	byService := c.levelsOf(m, b, c.serviceBars(m, b))
	if len(c.services) <= mostBars {
		return []page.Block{byService}
	}
	byService.NotIn = []string{"pdf"}
	return []page.Block{c.levelsOf(m, &periods, c.periodBars(m, b)), byService}
}

// levelBar is one bar while it is made: what is in no level is told under the chart.
type levelBar struct {
	chart.StackBar
	outside int
}

func (c *composer) periodBars(m metrics.Metric, b *LevelsBlock) []levelBar {
	return []levelBar{
		c.levelBar(m, b, "before", metrics.Scope{}, c.in.Baseline, metrics.GrainBaseline),
		c.levelBar(m, b, "after", metrics.Scope{}, c.in.Period, metrics.GrainPeriod),
	}
}

func (c *composer) serviceBars(m metrics.Metric, b *LevelsBlock) []levelBar {
	var bars []levelBar
	for _, s := range c.services {
		bars = append(bars, c.levelBar(m, b, c.shortService(s), metrics.Scope{Service: s}, c.in.Period, metrics.GrainPeriod))
	}
	return bars
}

// levelBar counts the levels of one scope and window. Few are counted and not drawn.
func (c *composer) levelBar(m metrics.Metric, b *LevelsBlock, name string, scope metrics.Scope, span record.Span, grain metrics.Grain) levelBar {
	bar := levelBar{StackBar: chart.StackBar{Name: name}}
	whole := c.value(m, scope, span)
	if whole.Denominator == nil || whole.Status == metrics.NoData || c.rule.Hides(whole) {
		bar.Word = wordFor(whole)
		return bar
	}
	bar.Counts = make([]int, len(b.Levels))
	for _, part := range c.table.Parts(m, scope, span) {
		by, word, _ := strings.Cut(part.Breakdown, "=")
		level := slices.IndexFunc(b.Levels, func(l LevelGroup) bool { return slices.Contains(l.Words, word) })
		if by != b.By || level < 0 || part.Numerator == nil {
			continue
		}
		c.useOne(m, tidy(part), grain)
		bar.Counts[level] += int(*part.Numerator)
	}
	bar.outside = max(0, int(*whole.Denominator)-bar.Total())
	switch total := bar.Total(); {
	case total == 0:
		bar.Counts, bar.Word = nil, "none counted"
	case total < m.MinDenominator:
		bar.Word = "too few to split"
	}
	return bar
}

// levelsOf makes the chart of some bars.
func (c *composer) levelsOf(m metrics.Metric, b *LevelsBlock, bars []levelBar) page.Block {
	title := b.Title
	if title == "" {
		title = m.Title + " by " + partName(b.By)
	}
	spec := chart.Stack{
		ID: specID(m.ID, "") + "-" + b.By, Measure: title, GroupHead: "Window", CountHead: m.NounDenominator,
		Subtitle: fmt.Sprintf("Before: %s. After: %s.", spanWords(c.in.Baseline), spanWords(c.in.Period)),
	}
	if b.Bars == barsOfServices {
		spec.ID, spec.GroupHead, spec.Subtitle = spec.ID+"-services", "Service", upperFirst(spanWords(c.in.Period))+"."
	}
	spec.Subtitle = strings.TrimSpace(fmt.Sprintf("%s Per cent of %s, with the counts in the same order at the right. %s", spec.Subtitle, m.NounDenominator, b.Note))
	for _, level := range b.Levels {
		spec.Levels = append(spec.Levels, level.Name)
	}
	outside := 0
	for _, bar := range bars {
		spec.Bars = append(spec.Bars, bar.StackBar)
		outside += bar.outside
	}
	if outside > 0 {
		spec.Reason = fmt.Sprintf("%s more, with another level, %s in no bar.", upperFirst(thousands(float64(outside))), map[bool]string{true: "is", false: "are"}[outside == 1])
	}
	spec.Title = title + firstLevel(spec)
	spec.Alt = stackAlt(spec)
	return page.Block{Stack: &page.Stack{Spec: spec, Source: c.sourceLine(m, metrics.Scope{}, "")}}
}

// firstLevel says the share of the first level: before and after, or from the lowest to
// the highest service. Nothing where no bar is drawn.
func firstLevel(s chart.Stack) string {
	var said []string
	lowest, highest := 101.0, -1.0
	for _, bar := range s.Bars {
		share, known := bar.Share(0)
		if bar.Word != "" || !known {
			continue
		}
		said = append(said, number(metrics.Percent, significant(share))+" "+bar.Name)
		lowest, highest = min(lowest, share), max(highest, share)
	}
	switch {
	case len(said) == 0:
		return ""
	case s.GroupHead != "Service":
		return ": " + s.Levels[0] + ", " + strings.Join(said, ", ")
	case len(said) == 1 || number(metrics.Percent, significant(lowest)) == number(metrics.Percent, significant(highest)):
		return ": " + s.Levels[0] + ", " + number(metrics.Percent, significant(lowest))
	}
	return fmt.Sprintf(": %s, %s to %s by service", s.Levels[0], number(metrics.Percent, significant(lowest)), number(metrics.Percent, significant(highest)))
}

// saidBars is how many bars are told level by level to those who do not see them.
const saidBars = 4

// stackAlt says the chart in words.
func stackAlt(s chart.Stack) string {
	var bars []string
	for i, bar := range s.Bars {
		if i == saidBars {
			bars = append(bars, "the table holds the others")
			break
		}
		if bar.Word != "" {
			bars = append(bars, bar.Name+": "+bar.Word)
			continue
		}
		var levels []string
		for level, name := range s.Levels {
			share, _ := bar.Share(level)
			levels = append(levels, name+" "+number(metrics.Percent, significant(share)))
		}
		bars = append(bars, fmt.Sprintf("%s: %s, of %s", bar.Name, strings.Join(levels, ", "), thousands(float64(bar.Total()))))
	}
	return fmt.Sprintf("Stacked bars, %s, per cent of %s. %s.", lowerFirst(s.Measure), s.CountHead, upperFirst(strings.Join(bars, "; ")))
}
