package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// claim is the sentence that the numbers of a finding carry. A pack says which
// metric is spoken of, never what is said of it. It says how much and when, and
// never why. Text is "" where the metric has no phrase of its own.
func (c *composer) claim(f finding) page.Claim {
	verdict := f.verdict.page()
	text := strings.Join(c.sentences(f), " ")
	return page.Claim{
		Text: text, State: verdict.State, Word: c.word(f), Metric: f.metric.ID,
		Evidence: c.evidenceID(f.metric.ID, f.after, metrics.GrainPeriod), Words: countWords(text),
	}
}

func (c *composer) sentences(f finding) []string {
	phrase, known := c.phrases[f.metric.ID]
	if !known || f.metric.Unit != metrics.Percent {
		return nil // counts are said beside a share, never alone
	}
	where := c.where(f.scope)
	switch f.verdict {
	case notShown:
		return []string{fmt.Sprintf("%s %s: not shown, because fewer than 5 people, or fewer than 5 counted, are behind it.", where, lowerFirst(f.metric.Title))}
	case unknown:
		return []string{fmt.Sprintf("%s we do not know: %s", where, lowerFirst(whyOf(f)))}
	case notWorked:
		return []string{fmt.Sprintf("%s, %s: not worked out. %s", strings.TrimSuffix(where, ","), lowerFirst(f.metric.Title), whyOf(f))}
	}
	period, baseline := spanWords(c.in.Period), baselineWords(c.in.Baseline, c.in.Period)
	said := []string{fmt.Sprintf("%s %s from %s.", where, fill(phrase, f.after), period)}
	said = append(said, fmt.Sprintf("%s, it was %s.", upperFirst(inWindow(baseline)), counts(f.before)))
	said = append(said, c.judgement(f)...)
	return append(said, c.tails(f)...)
}

// inWindow puts "in" or "from" before the words for a window.
func inWindow(words string) string {
	if strings.HasPrefix(words, "the ") {
		return "in " + words
	}
	return "from " + words
}

// where says for whom a sentence speaks.
func (c *composer) where(s metrics.Scope) string {
	if s.Service != "" {
		return "At " + c.service(s.Service)
	}
	if len(c.services) == 1 {
		return "At " + c.service(c.services[0])
	}
	return "Across all services"
}

// whyOf gives the reason of the side that has no figure.
func whyOf(f finding) string {
	if f.after.Status != metrics.OK {
		return f.after.Why
	}
	return f.before.Why
}

// fill puts the counts of a value into a phrase.
func fill(phrase string, v metrics.Value) string {
	share := "no share"
	if v.Value != nil {
		share = shareInText(*v.Value, *v.Denominator)
	}
	return strings.NewReplacer("{n}", thousands(*v.Numerator), "{d}", thousands(*v.Denominator), "{p}", share).Replace(phrase)
}

// counts writes 744 of 9,330 (8.0%), or 8.0 for a figure without two counts.
func counts(v metrics.Value) string {
	if v.Value == nil {
		return wordFor(v)
	}
	if v.Unit != metrics.Percent {
		return number(v.Unit, *v.Value)
	}
	return fmt.Sprintf("%s of %s (%s)", thousands(*v.Numerator), thousands(*v.Denominator), shareInText(*v.Value, *v.Denominator))
}

// judgement says what the range of the difference allows.
func (c *composer) judgement(f finding) []string {
	switch f.verdict {
	case notLike:
		return []string{"The two windows are not of the same length, so we do not compare them."}
	case tooFew:
		return []string{"These are too few to say more."}
	case lessNoted:
		return []string{fmt.Sprintf("Less was recorded: %s %s, before %s. So we do not compare them.", thousands(*f.after.Denominator), f.metric.NounDenominator, thousands(*f.before.Denominator))}
	case noChange:
		if !f.hasRange() {
			return nil
		}
		return []string{fmt.Sprintf("The likely range runs from %s to %s, so there is no clear change (%s).", rangeEnd(*f.difference.Lower, "lower"), rangeEnd(*f.difference.Upper, "higher"), people(f))}
	}
	if !f.hasRange() {
		return nil
	}
	word := "higher"
	low, high := *f.difference.Lower, *f.difference.Upper
	if f.fell() {
		word, low, high = "lower", -high, -low
	}
	said := []string{fmt.Sprintf("That is %s points %s (likely range %s to %s points %s; %s).", decimal(math.Abs(*f.difference.Change)), word, decimal(low), decimal(high), word, people(f))}
	if f.verdict == notBacked {
		said = append(said, c.notBackedSentence(f))
	}
	return said
}

// rangeEnd writes one end of a range that spans no change: "1.3 points lower" or
// "0.2 higher"; the unit stands once.
func rangeEnd(v float64, side string) string {
	if side == "lower" {
		return decimal(math.Abs(v)) + " points lower"
	}
	return decimal(math.Abs(v)) + " higher"
}

func people(f finding) string {
	return fmt.Sprintf("%s, before %s", plural(f.after.People, "person", "people"), thousands(float64(f.before.People)))
}

func (c *composer) notBackedSentence(f finding) string {
	p := f.against
	if c.rule.Hides(p.before) || c.rule.Hides(p.after) {
		return fmt.Sprintf("But %s went the other way, so we do not call it an improvement.", lowerFirst(p.metric.Title))
	}
	return fmt.Sprintf("But %s went from %s to %s, so we do not call it an improvement.", lowerFirst(p.metric.Title), valueText(p.before), valueText(p.after))
}

// tails are added, never instead: more was recorded; services go two ways; the
// partners that must be read with it.
func (c *composer) tails(f finding) []string {
	var said []string
	if moreRecorded(&f) && f.verdict == better {
		said = append(said, fmt.Sprintf("%s more %s were recorded, so part of this may be better recording.", thousands(*f.after.Denominator-*f.before.Denominator), f.metric.NounDenominator))
	}
	if mixed := c.mixed(f); mixed != "" {
		said = append(said, mixed)
	}
	for _, id := range f.metric.Beside {
		if text := c.besideSentence(id, f.scope); text != "" {
			said = append(said, text)
		}
	}
	if f.verdict == better || f.verdict == notBacked {
		for _, id := range f.metric.Partners {
			if slices.Contains(f.metric.Beside, id) {
				continue // said already
			}
			if text := c.partnerSentence(id, f.scope); text != "" {
				said = append(said, text)
			}
		}
	}
	return said
}

// mixed says that services differ in direction under one total.
func (c *composer) mixed(f finding) string {
	up, down := c.directions(f)
	against := f.hasRange() && ((f.fell() && len(up) > 0) || (!f.fell() && len(down) > 0))
	switch {
	case len(up) > 0 && len(down) > 0:
		return fmt.Sprintf("The total hides two directions: lower at %s, higher at %s.", listWords(down), listWords(up))
	case against && len(up) > 0:
		return fmt.Sprintf("The total hides that it is higher at %s.", listWords(up))
	case against:
		return fmt.Sprintf("The total hides that it is lower at %s.", listWords(down))
	}
	return ""
}

// sectionTitle is the finding of a section; a service that went the other way is
// in it, so that the total hides nothing.
func (c *composer) sectionTitle(f finding) string {
	title := c.title(f)
	up, down := c.directions(f)
	switch clearly := f.verdict == better || f.verdict == worse; {
	case clearly && f.fell() && len(up) > 0:
		return title + ", but higher at " + listWords(up)
	case clearly && !f.fell() && len(down) > 0:
		return title + ", but lower at " + listWords(down)
	case f.verdict == noChange && len(up) > 0 && len(down) > 0:
		return title + "; lower at " + listWords(down) + ", higher at " + listWords(up)
	case f.verdict == noChange && len(up) > 0:
		return title + "; higher at " + listWords(up)
	case f.verdict == noChange && len(down) > 0:
		return title + "; lower at " + listWords(down)
	}
	return title
}

// directions names the services with a clear change, up and down. Where the tier
// withholds one of them none is named: that would say something of the one withheld.
func (c *composer) directions(f finding) (up, down []string) {
	if f.scope != (metrics.Scope{}) || len(c.services) < 2 {
		return nil, nil
	}
	for _, s := range c.services {
		if part := c.look(f.metric.ID, metrics.Scope{Service: s}); c.rule.Hides(part.before) || c.rule.Hides(part.after) {
			return nil, nil
		}
	}
	for _, s := range c.services {
		part := c.look(f.metric.ID, metrics.Scope{Service: s})
		c.judge(&part)
		switch {
		case part.verdict != better && part.verdict != worse && part.verdict != notBacked:
		case !part.fell():
			up = append(up, c.shortService(s))
		default:
			down = append(down, c.shortService(s))
		}
	}
	return up, down
}

// besideSentence says a count that always stands in the same breath.
func (c *composer) besideSentence(id string, s metrics.Scope) string {
	p := c.look(id, s)
	phrase, known := c.phrases[id]
	if !known || p.before.Value == nil || p.after.Value == nil || c.rule.Hides(p.before) || c.rule.Hides(p.after) {
		return ""
	}
	moved := "did not change"
	switch n := *p.after.Value; {
	case n < 0:
		moved = "fell by " + thousands(-n)
	case n > 0:
		moved = "rose by " + thousands(n)
	}
	return upperFirst(strings.NewReplacer("{n}", thousands(*p.after.Value), "{b}", thousands(*p.before.Value), "{moved}", moved).Replace(phrase)) + "."
}

// partnerSentence prints a partner's figures without judging them.
func (c *composer) partnerSentence(id string, s metrics.Scope) string {
	p := c.look(id, s)
	if p.before.Status != metrics.OK || p.after.Status != metrics.OK || c.rule.Hides(p.before) || c.rule.Hides(p.after) {
		return ""
	}
	if phrase, known := c.phrases[id]; known && p.metric.Unit == metrics.Percent {
		return fmt.Sprintf("%s, before %s.", upperFirst(fill(phrase, p.after)), counts(p.before))
	}
	unit := ""
	if p.metric.Unit != metrics.Count {
		unit = " " + unitWords(p.metric.Unit)
	}
	return fmt.Sprintf("%s: %s%s, before %s.", p.metric.Title, number(p.metric.Unit, *p.after.Value), unit, number(p.metric.Unit, *p.before.Value))
}

// valueText is a value as it stands in a table: a number or one of the words of voice.md 1.8.
func valueText(v metrics.Value) string {
	if v.Value == nil {
		return wordFor(v)
	}
	return number(v.Unit, *v.Value)
}

// wordFor is the word that stands where there is no number.
func wordFor(v metrics.Value) string {
	if v.Status == metrics.NoData {
		return "no data"
	}
	return "not worked out"
}

// differenceText writes a difference with its likely range. An end that is clear of
// nought is never rounded to nought.
func differenceText(change, lower, upper float64) string {
	end := func(v float64) string {
		if text := signed(v); v == 0 || text != "0.0" || (lower <= 0 && upper >= 0) {
			return text
		}
		if v < 0 {
			return "under 0"
		}
		return "over 0"
	}
	return fmt.Sprintf("%s points (%s to %s)", signed(change), end(lower), end(upper))
}

// title is the finding as a heading: it claims no more than the verdict.
func (c *composer) title(f finding) string {
	name := f.metric.Title
	from, to := valueText(f.before), valueText(f.after)
	switch f.verdict {
	case better, worse, plain:
		if clear(f.difference) && f.fell() {
			return fmt.Sprintf("%s: down from %s to %s", name, from, to)
		}
		if clear(f.difference) {
			return fmt.Sprintf("%s: up from %s to %s", name, from, to)
		}
		return fmt.Sprintf("%s: %s, then %s", name, from, to)
	case noChange:
		return fmt.Sprintf("%s: no clear change, %s to %s", name, from, to)
	case notBacked:
		return fmt.Sprintf("%s: %s to %s, not backed up", name, from, to)
	case tooFew:
		return name + ": too few to say"
	case lessNoted:
		return name + ": less was recorded"
	case unknown:
		return name + ": no data to compare"
	case notShown:
		return name + ": not shown"
	case notLike:
		return fmt.Sprintf("%s: %s, then %s, not compared", name, from, to)
	}
	return name + ": not worked out"
}

// word is the verdict's word; a clear change without a better side says its direction.
func (c *composer) word(f finding) string {
	if f.verdict == plain && clear(f.difference) {
		if f.fell() {
			return "Lower"
		}
		return "Higher"
	}
	return f.verdict.page().Word
}

// verdictOf is the verdict with its difference, for the page.
func (c *composer) verdictOf(f finding) page.Verdict {
	v := f.verdict.page()
	v.Word = c.word(f)
	switch f.verdict {
	case notShown, unknown, notWorked, tooFew, lessNoted, notLike:
		return v
	}
	if f.hasRange() {
		v.Difference = differenceText(*f.difference.Change, *f.difference.Lower, *f.difference.Upper)
	}
	return v
}
