package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// changeClaims are the sentences about changes of approach made for one person
// (voice.md 4.6): all together first, so that nobody shows only the good ones, then
// each, the clear ones first. There are none where the tier has no people.
func (c *composer) changeClaims() []page.Block {
	values := c.changeValues()
	values = slices.DeleteFunc(values, func(v metrics.Value) bool { return v.Change == nil })
	if !c.rule.People() || len(values) == 0 {
		return nil
	}
	slices.SortStableFunc(values, func(a, b metrics.Value) int {
		return changeOrder[c.changeVerdict(a)] - changeOrder[c.changeVerdict(b)]
	})
	out := &page.Claims{Title: "What these changes carry", Claims: []page.Claim{c.wholeList()}}
	for _, v := range values {
		out.Claims = append(out.Claims, c.changeClaim(v))
	}
	return []page.Block{{Claims: out}}
}

// changeOrder puts clear changes first.
var changeOrder = map[verdict]int{worse: 0, better: 1, notBacked: 2, noChange: 3, lessNoted: 4, tooFew: 5}

// changeVerdict calls it an improvement only where the whole range lies below 0, a
// worsening only where it lies above (contract.md, CHG-02), and an improvement is
// none where support was offered less. Far fewer offers are not compared at all.
func (c *composer) changeVerdict(v metrics.Value) verdict {
	if v.Value == nil || v.Lower == nil || v.Upper == nil {
		return tooFew
	}
	after, before := c.offersSeen(v), v.Change.BeforeDenominator
	switch {
	case after <= c.words.Limits.LessRecorded*before:
		return lessNoted
	case *v.Lower > 0:
		return worse
	case *v.Upper < 0 && after <= c.words.Limits.OffersFell*before:
		return notBacked
	case *v.Upper < 0:
		return better
	}
	return noChange
}

// offersSeen are the offers after a change; where its days are not over, as many as
// there would be if they went on as they began.
func (c *composer) offersSeen(v metrics.Value) float64 {
	seen := min(v.Span.To, c.table.DataTo()) - v.Span.From + 1
	if v.Change.Complete || seen <= 0 {
		return *v.Denominator
	}
	return *v.Denominator * float64(v.Span.Days()) / float64(seen)
}

// changeClaim says what was changed and its date first, then after and before.
func (c *composer) changeClaim(v metrics.Value) page.Claim {
	given := c.changeVerdict(v)
	fields := c.changeFields(v)
	m := mustFind(changeMetric)
	var said, more []string
	for _, key := range changeKeys(v, given) {
		said = append(said, c.words.say(m, key, fields))
		if text := c.words.say(m, key+"_more", fields); text != "" {
			more = append(more, text)
		}
	}
	if !v.Change.Complete && given != tooFew {
		more = append(more, c.words.say(m, "unfinished", fields))
	}
	if countWords(strings.Join(said, " ")) > mostClaimWords { // what was changed is as long as its writer made it
		said, more = said[1:], append([]string{said[0]}, more...)
	}
	text := strings.Join(said, " ")
	return page.Claim{
		Text: text, More: strings.Join(more, " "), State: given.page().State, Word: given.page().Word, Metric: m.ID,
		Evidence: c.evidenceID(m.ID, v, metrics.GrainPeriod), Words: countWords(text),
	}
}

// changeKeys are the sentences of one change, in order.
func changeKeys(v metrics.Value, given verdict) []string {
	switch given {
	case tooFew:
		if !v.Change.Complete {
			return []string{"not_over"}
		}
		return []string{"made", "change_few"}
	case lessNoted:
		return []string{"made", "change_less"}
	case notBacked:
		return []string{"made", "after", "offered_less"}
	case better:
		return []string{"made", "after", "improved"}
	case worse:
		return []string{"made", "after", "worsened"}
	}
	return []string{"made", "after", "same"}
}

// changeFields are what the sentences about a change may hold. The inspection pack
// gives months for a person.
func (c *composer) changeFields(v metrics.Value) map[string]string {
	ch := v.Change
	fields := map[string]string{
		"date": longDate(ch.On), "On": "On " + longDate(ch.On), "start": longDate(v.Span.From), "judged_from": longDate(v.Span.To + 1),
		"person": c.pseudonym(v.Scope.Person), "service": c.service(v.Scope.Service), "what": strings.TrimRight(lowerFirst(c.whatOf(ch, v.Scope.Person)), ". "),
		"n": thousands(*v.Numerator), "d": thousands(*v.Denominator), "n_before": thousands(ch.BeforeNumerator), "d_before": thousands(ch.BeforeDenominator),
		"share": partOf(*v.Numerator, *v.Denominator), "share_before": partOf(ch.BeforeNumerator, ch.BeforeDenominator),
		"needed": fmt.Sprint(mustFind(changeMetric).MinDenominator), "is": "are", "offers": plural(int(*v.Denominator), "offer", "offers"),
	}
	if *v.Denominator == 1 {
		fields["is"] = "is"
	}
	if fields["service"] == "" {
		fields["service"] = "all services"
	}
	if c.rule.Tier == page.TierInspection {
		month := longMonth(ch.On.Month())
		fields["date"], fields["On"], fields["start"], fields["judged_from"] = month, "In "+month, "one week after the change", longMonth((v.Span.To + 1).Month())
	}
	if v.Value != nil && v.Lower != nil {
		low, high := *v.Lower, *v.Upper
		fields["from"], fields["to"] = rangeEnds(low, high)
		if *v.Value < 0 {
			low, high = -high, -low
		}
		fields["change"], fields["low"], fields["high"] = decimal(math.Abs(*v.Value)), clearEnd(low), decimal(high)
	}
	return fields
}

// whatOf says what was changed, as the tier may.
func (c *composer) whatOf(ch *metrics.Change, person record.Person) string {
	for _, known := range c.changes {
		if known.record.ID == ch.ID && known.record.Person == person && known.record.On == ch.On {
			return known.mark.What
		}
	}
	return "a change of approach"
}

// wholeList counts the changes by what happened.
func (c *composer) wholeList() page.Claim {
	n := c.outcomes()
	fields := map[string]string{
		"compared": plural(n.compared.changes, "change", "changes"), "improved": thousands(float64(n.improved.changes)),
		"same": thousands(float64(n.same.changes)), "show": "show", "worse": thousands(float64(n.worse.changes)),
		"few": thousands(float64(n.few.changes)), "less": thousands(float64(n.less.changes)), "unbacked": thousands(float64(n.unbacked.changes)),
	}
	if n.same.changes == 1 {
		fields["show"] = "shows"
	}
	m := mustFind(changeMetric)
	said := []string{c.words.say(m, "whole_list", fields)}
	if n.unbacked.changes > 0 {
		said = append(said, c.words.say(m, "whole_list_not_backed", fields))
	}
	if n.few.changes > 0 {
		said = append(said, c.words.say(m, "whole_list_few", fields))
	}
	if n.less.changes > 0 {
		said = append(said, c.words.say(m, "whole_list_less", fields))
	}
	text := strings.Join(said, " ")
	return page.Claim{Text: text, State: chart.StateNone, Metric: m.ID, Words: countWords(text)}
}
