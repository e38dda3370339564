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
