package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// tiers are the words of the banner.
var tiers = map[page.Tier]struct{ word, line string }{
	page.TierExternal:   {"EXTERNAL", "For readers outside. No person or staff rows; numbers that rest on fewer than %d people or events are not shown."},
	page.TierInspection: {"INSPECTION", "Pseudonyms only. For the inspector on site; key sheet held by the registered manager."},
	page.TierInternal:   {"INTERNAL", "Not for release. For the quality lead and managers of %s."},
}

func (c *composer) cover() page.Cover {
	tier := tiers[c.pack.Tier]
	line := tier.line
	switch c.pack.Tier {
	case page.TierInternal:
		line = fmt.Sprintf(line, c.in.Provider)
	case page.TierExternal:
		line = fmt.Sprintf(line, c.floor())
	}
	asAt := longDate(c.table.DataTo())
	if !c.rule.ExactDates() {
		asAt = longMonth(c.table.DataTo().Month()) // the day of the last event may be one person's
	}
	return page.Cover{
		Pack: c.pack.File, Title: c.packTitle(), Provider: c.in.Provider,
		Tier: c.pack.Tier, TierWord: tier.word, TierLine: line, Draft: c.pack.Draft, Colour: c.in.Colour, Logo: c.in.Logo,
		Period: spanWords(c.in.Period), Baseline: spanWords(c.in.Baseline), Services: c.servicesLine(),
		DataAsAt: asAt, Definitions: "definitions " + metrics.Edition,
		Facts: []page.Fact{
			{Label: "People supported", Text: fmt.Sprintf("%s in the period, %s in %s", c.supported(c.in.Period), c.supported(c.in.Baseline), baselineWords(c.in.Baseline, c.in.Period))},
			{Label: "Rows", Text: c.rowsLine()},
		},
		Warnings: c.warnings(), HowToRead: c.howToRead(),
	}
}

// howToRead is the pack's advice, with the number of the tier's rule filled in.
func (c *composer) howToRead() []string {
	var lines []string
	for _, line := range c.pack.HowToRead {
		lines = append(lines, strings.ReplaceAll(line, "{k}", fmt.Sprint(c.floor())))
	}
	return lines
}

func (c *composer) rowsLine() string {
	if !c.rule.Names() {
		return strings.TrimSuffix(c.roughRows(), ".")
	}
	all := c.in.Account.total("", "")
	return fmt.Sprintf("%s read from %s: %s used, %s set aside, %s repeats", thousands(float64(all.Read)), plural(c.in.Account.Files, "file", "files"),
		thousands(float64(all.Used)), thousands(float64(all.Aside())), thousands(float64(all.Duplicates)))
}

// definitions lists the metrics that the pack used, in the order of the register.
func (c *composer) definitions() []page.Definition {
	var out []page.Definition
	for _, m := range metrics.All {
		if !c.seen[m.ID] {
			continue
		}
		out = append(out, page.Definition{
			Metric: m.ID, Title: m.Title, Means: m.Means, Numerator: m.Numerator, Denominator: m.Denominator,
			Unit: unitWords(m.Unit), Direction: directionWords(m.Better), ReadWith: strings.Join(m.Partners, ", "), Source: sourceWords(m.Source),
			Files: c.source(m.Needs[0]), Groups: c.groupsOf(m.ID),
		})
	}
	return out
}

// sourceWords says where a definition comes from. The articles that asked for a
// measure mean nothing to a reader; a published method does.
func sourceWords(source string) string {
	if asked, method, found := strings.Cut(source, "; "); found && strings.HasPrefix(asked, "source article") {
		return "our definition; " + method
	}
	if strings.HasPrefix(source, "source article") {
		return "our definition"
	}
	return source
}

func directionWords(d metrics.Direction) string {
	switch d {
	case metrics.Lower:
		return "lower is better"
	case metrics.Higher:
		return "higher is better"
	case metrics.LowerWithPartners:
		return "lower is better only if its partners agree"
	}
	return "neither way is better by itself"
}

// packTitle is that of the pack with its subtitle.
func (c *composer) packTitle() string {
	if c.pack.Subtitle == "" {
		return c.pack.Title
	}
	return c.pack.Title + ", " + strings.ReplaceAll(c.pack.Subtitle, "{month}", longMonth(c.latest().To.Month()))
}
