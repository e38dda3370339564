package render

import (
	"slices"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// tails are added to a verdict, never put in its place: what the chart shows, how it was recorded, the partners, on whom it
// rests, and services that go two ways.
func (c *composer) tails(f *finding, fields map[string]string) []string {
	var said []string
	say := func(keys ...string) {
		for _, key := range keys {
			if key != "" {
				said = append(said, c.words.say(f.metric, key, fields))
			}
		}
	}
	if f.verdict == tooFew || f.verdict == lessNoted || f.verdict == notLike {
		return said
	}
	say(c.chartTail(f, fields))
	if f.verdict == better && c.moreRecorded(f) {
		fields["more"] = thousands(*f.after.Denominator - *f.before.Denominator)
		say("more_recorded")
	}
	if f.metric.Written && f.clear == metrics.Lower && f.verdict != noChange {
		if _, _, base := c.notes(f); base == "" && !c.notesHidden(f) {
			say("notes_unknown")
		}
	}
	if f.clear == metrics.Lower || f.clear == metrics.Higher {
		said = append(said, c.partnerSentences(f)...)
	}
	say(c.peopleTails(f, fields)...)
	say(c.mixed(f, fields))
	return said
}

// besideSentences say the counts that always stand in the same breath: beside
// restrictions lifted, how many were added, and how many more or fewer there are.
func (c *composer) besideSentences(f *finding) []string {
	if f.metric.OutweighedBy == "" || !f.known() {
		return nil
	}
	var said []string
	added, net := c.beside(f.metric.OutweighedBy, f), c.beside(f.metric.Net, f)
	lifted := *f.after.Numerator
	if added.known() {
		fields := map[string]string{"added": thousands(*added.after.Value), "added_before": c.shownCount(added.before)}
		key := "added"
		switch {
		case c.hides(added.after) && f.say == "not_backed_added":
			key = "" // said already
		case c.hides(added.after):
			key = "added_hidden"
		case f.say == "not_backed_added" && fields["added"] != "":
			key = "" // said already
		case *added.after.Value > lifted && f.verdict != tooFew:
			key = "added_more"
		}
		if key != "" {
			said = append(said, c.words.say(f.metric, key, fields))
		}
	}
	if net.after.Value != nil && f.say != "net_rose" && f.say != "cancelled_out" && f.verdict != tooFew {
		said = append(said, c.netSentence(f, &net, added.known() && !c.hides(added.after) && *added.after.Value > lifted))
	}
	return said
}

func (c *composer) netSentence(f, net *finding, moreAdded bool) string {
	n := *net.after.Value
	fields := map[string]string{"more": thousands(n), "fewer": thousands(-n)}
	key := "net_none"
	switch {
	case c.hides(net.after):
		key = "net_hidden"
	case n < 0 && moreAdded:
		key = "net_fewer_others"
	case n < 0:
		key = "net_fewer"
	case n > 0:
		key = "net_more"
	}
	return c.words.say(f.metric, key, fields)
}

// shownCount is a count as the tier may show it.
func (c *composer) shownCount(v metrics.Value) string {
	if c.hides(v) {
		return withheld
	}
	return valueText(v)
}

// partnerSentences print the figures that a clear change is read with, but not the
// one that the verdict has named already.
func (c *composer) partnerSentences(f *finding) []string {
	var said []string
	for i := range c.partners(f) {
		p := &f.read[i]
		if slices.Contains(f.metric.Beside, p.metric.ID) || (f.against != nil && f.against.metric.ID == p.metric.ID) {
			continue
		}
		if text := c.partnerSentence(f, p); text != "" {
			said = append(said, text)
		}
	}
	return said
}

func (c *composer) partnerSentence(f, p *finding) string {
	if !p.known() || c.hidesEither(p) || c.monthsMissing(p) {
		return ""
	}
	if p.scope.Person == "" {
		c.use(*p) // what is printed stands in the evidence index
	}
	bare := c.few(p)
	fields := map[string]string{
		"title": p.metric.Title, "unit": unitWords(p.metric.Unit), "before": counts(p.before, bare), "after": shareWords(p.after),
	}
	if p.metric.Unit == metrics.PerPersonWeek {
		return c.words.say(f.metric, c.offersKey(p), fields)
	}
	if c.phrases[p.metric.ID] == "" {
		return c.words.say(f.metric, "partner_value", fields)
	}
	fields["phrase"] = upperFirst(c.phrase(p, p.after, bare))
	key := "partner_no_change"
	switch {
	case bare || !p.ranged():
		key = "partner_plain"
	case way(p) != noChange && !c.oneByOneUnclear(p):
		key = directed("partner", p.clear)
	}
	return c.words.say(f.metric, key, fields)
}

// offersKey tells whether support was offered as often as before.
func (c *composer) offersKey(p *finding) string {
	before, after := *p.before.Value, *p.after.Value
	switch {
	case after >= before || shareWords(p.after) == shareWords(p.before):
		return "offers_kept"
	case after > c.words.Limits.OffersFell*before:
		return "offers_less"
	}
	return "partner_value"
}

// peopleTails say on how few people a figure rests: a range that counts people, who
// contributes most, and what is left without that person.
func (c *composer) peopleTails(f *finding, fields map[string]string) []string {
	if !f.ranged() || f.metric.Unit == metrics.Per1000CareDays && f.difference.Ratio == nil {
		return nil
	}
	few := c.restsOnFew(f)
	if f.rests == nil {
		return nil
	}
	n := *f.after.Numerator
	fields["first"], fields["two"], fields["n"] = thousands(f.rests.First), thousands(f.rests.FirstTwo), thousands(n)
	fields["first_share"], fields["two_share"] = partOf(f.rests.First, n), partOf(f.rests.FirstTwo, n)
	clearly := f.verdict == better || f.verdict == worse || f.verdict == notBacked || f.verdict == plain
	var keys []string
	if few && clearly && f.rests.Lower != nil && way(f) != noChange {
		key := "counting_people"
		if f.metric.Unit == metrics.Per1000CareDays {
			key = "rate_counting_people"
		}
		keys = append(keys, key)
	}
	many := f.rests.FirstTwo >= c.words.Limits.TopTwo*n
	if c.rule.Tier != page.TierExternal && n >= c.words.Limits.Counted && (many || few && f.clear != metrics.Neither) {
		keys = append(keys, "top_people")
	}
	return append(keys, c.onePerson(f, fields))
}

func partOf(part, whole float64) string {
	if whole == 0 {
		return "0%"
	}
	return shareInText(100*part/whole, whole)
}

// onePerson gives the key of what is left of a change without the person with the
// most, "" for nothing to say. Outside, it is said without counts, and only where
// the rest could be shown by itself.
func (c *composer) onePerson(f *finding, fields map[string]string) string {
	rest := finding{metric: f.metric, scope: f.scope, before: f.rests.Before, after: f.rests.After}
	if !rest.known() || c.rule.Hides(rest.before) || c.rule.Hides(rest.after) {
		return ""
	}
	rest.difference = metrics.Compare(rest.before, rest.after)
	rest.clear = rest.difference.Clear
	fields["rest"], fields["rest_before"] = counts(rest.after, false), counts(rest.before, false)
	external, same := c.rule.Tier == page.TierExternal, rest.clear == f.clear
	switch {
	case f.verdict == noChange && way(f) == noChange && !c.few(&rest) && way(&rest) == worse:
		return wordsOnly(directed("one_person_turns", rest.clear), external)
	case way(f) == noChange || f.verdict == noChange:
		return ""
	case c.few(&rest):
		return "one_person_too_few"
	case same && external:
		return ""
	case same:
		return directed("one_person", rest.clear)
	case way(&rest) == noChange:
		return wordsOnly("one_person_no_change", external)
	}
	return wordsOnly(directed("one_person_turns", rest.clear), external)
}

func wordsOnly(key string, only bool) string {
	if only {
		return key + "_words"
	}
	return key
}
