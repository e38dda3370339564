package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// mostClaimWords is how long a sentence that somebody quotes may be.
const mostClaimWords = 60

// claim is the sentence that the numbers of a finding carry: before and after, how
// many, when, the likely range and the verdict. More is what is read with it. A pack
// says which metric is spoken of, never what is said of it. It says how much and when,
// and never why. Text is "" where the metric has no phrase of its own.
func (c *composer) claim(f finding) page.Claim {
	verdict := f.verdict.page()
	said, read := c.sentences(&f)
	text, more := strings.Join(said, " "), strings.Join(read, " ")
	if who := "; " + people(f) + ")"; countWords(text) > mostClaimWords && strings.Contains(text, who) {
		text, more = strings.Replace(text, who, ")", 1), strings.TrimSpace(upperFirst(people(f))+". "+more)
	}
	return page.Claim{
		Text: text, More: more, State: verdict.State, Word: c.word(f), Metric: f.metric.ID,
		Evidence: c.evidenceID(f.metric.ID, f.after, metrics.GrainPeriod), Words: countWords(text),
	}
}

// sentences are those of the claim, and those that are read with it. Counts that
// always stand in the same breath stay in the claim while it is short enough.
func (c *composer) sentences(f *finding) (said, more []string) {
	if _, known := c.phrases[f.metric.ID]; !known {
		return nil, nil // plain counts are said beside a share, never alone
	}
	fields := c.fields(f)
	switch f.verdict {
	case notShown, unknown, notWorked:
		return []string{c.words.say(f.metric, c.unsaidKey(f), fields)}, nil
	}
	said = []string{c.words.say(f.metric, "opening", fields)}
	if f.verdict == notBacked && way(f) == better || f.say == "not_backed_missing" {
		said = append(said, c.words.say(f.metric, directed(clearKey(f.metric.Unit), f.clear), fields))
	}
	if key := c.verdictKey(f, fields); key != "nothing" {
		said = append(said, c.words.say(f.metric, key, fields))
		if text := c.words.say(f.metric, key+"_more", fields); text != "" && !c.forUs(key) {
			more = append(more, text)
		}
	}
	for i, sentence := range said {
		said[i] = upperFirst(sentence)
	}
	fits := true
	for _, sentence := range c.besideSentences(f) {
		longer := append(slices.Clone(said), sentence)
		if fits = fits && countWords(strings.Join(longer, " ")) <= mostClaimWords; fits {
			said = longer
			continue
		}
		more = append(more, sentence)
	}
	more = append(more, c.tails(f, fields)...)
	for i, sentence := range more {
		more[i] = upperFirst(sentence)
	}
	return said, more
}

// forUs tells whether what is read with a sentence asks the provider to check
// something: nobody outside can.
func (c *composer) forUs(key string) bool {
	return key == "less_recorded" && c.rule.Tier == page.TierExternal
}

// unsaidKey gives the key of the sentence that says why there is nothing to compare.
func (c *composer) unsaidKey(f *finding) string {
	small := func(v metrics.Value) bool { return c.rule.Hides(v) && !c.keptForAnother(v) }
	if f.verdict == notShown && !small(f.before) && !small(f.after) {
		return "not_shown_beside"
	}
	if f.verdict == notShown && c.hides(f.before) && !c.hides(f.after) {
		return "not_shown_before"
	}
	return f.say
}

// verdictKey gives the key of the sentence that says the verdict. Those that need a
// partner fill it in.
func (c *composer) verdictKey(f *finding, fields map[string]string) string {
	rate := f.metric.Unit == metrics.Per1000CareDays
	switch f.say {
	case "less_recorded":
		if fields["missing_months"] != "" {
			return "less_recorded_months"
		}
	case "clear":
		return directed(clearKey(f.metric.Unit), f.clear)
	case "no_change", "no_change_people":
		if !rate && !f.hasRange() || rate && f.difference.Ratio == nil {
			return "nothing"
		}
		if rate {
			return "rate_" + f.say
		}
	case "not_backed_added":
		if c.hides(f.against.after) {
			return "not_backed_added_hidden"
		}
	case "not_backed", "not_backed_leans", "not_backed_offers":
		if c.hidesEither(f.against) {
			fields["partner"] = fields["partner_title"]
			return "not_backed_hidden"
		}
		if f.scope.Person == "" {
			c.use(*f.against)
		}
		fields["partner"], fields["partner_counts"] = lowerFirst(f.against.metric.Title), c.partnerWords(f.against)
	}
	return f.say
}

// clearKey gives the first part of the key of a clear change: in points, in times,
// or by the chart alone where there is no range.
func clearKey(u metrics.Unit) string {
	switch u {
	case metrics.Percent:
		return "clear"
	case metrics.Per1000CareDays:
		return "rate"
	}
	return "signal"
}

// directed gives the key of the sentence for a direction.
func directed(key string, d metrics.Direction) string {
	if d == metrics.Lower {
		return key + "_lower"
	}
	return key + "_higher"
}

// partnerWords give the figures of a partner inside a sentence.
func (c *composer) partnerWords(p *finding) string {
	bare := c.few(p)
	if c.phrases[p.metric.ID] == "" {
		return fmt.Sprintf("%s went from %s to %s", lowerFirst(p.metric.Title), valueText(p.before), valueText(p.after))
	}
	return fmt.Sprintf("%s, before %s", c.phrase(p, p.after, bare), counts(p.before, bare))
}

// fields are what the sentences about a finding may hold.
func (c *composer) fields(f *finding) map[string]string {
	bare := f.known() && c.withoutShare(f)
	where := c.where(f.scope)
	baseline := baselineWords(f.before.Span, f.after.Span)
	fields := map[string]string{
		"where": where, "where_bare": strings.TrimSuffix(where, ","), "title": lowerFirst(f.metric.Title), "why": lowerFirst(c.whyOf(*f)),
		"last_day": longDate(f.after.Span.To), "last_day_before": longDate(f.before.Span.To),
		"period": wholeMonths(f.after.Span), "baseline": baseline, "In_baseline": upperFirst(inWindow(baseline)), "people": people(*f), "k": fmt.Sprint(c.floor()),
		"noun": f.metric.NounDenominator, "counted": f.metric.NounDenominator, "numerator_noun": f.metric.NounNumerator,
	}
	if f.metric.Unit == metrics.Per1000CareDays {
		fields["counted"] = f.metric.NounNumerator
	}
	if f.verdict == notWorked {
		fields["why"] = c.whyOf(*f)
	}
	if !f.known() || c.hidesEither(f) {
		return fields
	}
	if f.scope.Person != "" {
		fields["where"], fields["people"] = "", "one person"
	}
	fields["phrase"], fields["before"] = c.phrase(f, f.after, bare), counts(f.before, bare)
	fields["signal"] = c.signalOnly(f)
	fields["kind"], fields["missing_months"] = shortTitle(f.metric.Needs[0]), monthList(c.without(f))
	c.fieldsOfChange(f, fields)
	c.fieldsOfGuards(f, fields)
	return fields
}

// withoutShare tells whether there is too little to give a share: its counts stand
// alone then.
func (c *composer) withoutShare(f *finding) bool {
	return f.verdict == tooFew || f.ranged() && c.few(f) && min(*f.before.Denominator, *f.after.Denominator) < c.words.Limits.Counted
}

// fieldsOfChange fills in the difference and its range.
func (c *composer) fieldsOfChange(f *finding, fields map[string]string) {
	switch d := f.difference; {
	case d.Lower != nil:
		low, high := *d.Lower, *d.Upper
		if f.fell() {
			low, high = -high, -low
		}
		fields["change"], fields["low"], fields["high"] = decimal(math.Abs(*d.Change)), clearEnd(low), decimal(high)
		fields["from"], fields["to"] = rangeEnds(*d.Lower, *d.Upper)
	case d.Ratio != nil:
		fields["ratio"], fields["low"], fields["high"] = ratioText(*d.Ratio), ratioText(*d.RatioLower), ratioText(*d.RatioUpper)
	}
	if c.concentrate(f) && f.rests.Lower != nil {
		fields["people_from"], fields["people_to"] = rangeEnds(*f.rests.Lower, *f.rests.Upper)
		if f.metric.Unit == metrics.Per1000CareDays {
			fields["people_from"], fields["people_to"] = ratioText(*f.rests.Lower), ratioText(*f.rests.Upper)
		}
	}
}

// where says for whom a sentence speaks.
func (c *composer) where(s metrics.Scope) string {
	switch {
	case s.Person != "":
		return "For " + c.pseudonym(s.Person)
	case s.Service != "":
		return "At " + c.service(s.Service)
	case len(c.services) == 1 && c.pool == "":
		return "At " + c.service(c.services[0])
	}
	return "Across all services"
}

// inWindow puts "in" or "from" before the words for a window.
func inWindow(words string) string {
	if strings.HasPrefix(words, "the ") {
		return "in " + words
	}
	return "from " + words
}

// whyOf gives the reason of the side that has no figure.
func (c *composer) whyOf(f finding) string {
	if f.after.Status != metrics.OK {
		return c.why(f.after)
	}
	return c.why(f.before)
}

// why is the reason of a figure. Outside it holds no number: "there are 3 values".
func (c *composer) why(v metrics.Value) string {
	if c.rule.Names() || !strings.ContainsAny(v.Why, "0123456789") {
		return v.Why
	}
	if v.Status == metrics.OK {
		return "Some rows are not in it, because they lack something that it needs."
	}
	return "There is too little to work it out from."
}
