package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
)

// fieldsOfGuards fills in what the sentences about a guard may hold.
func (c *composer) fieldsOfGuards(f *finding, fields map[string]string) {
	switch f.verdict {
	case tooFew:
		few, which := fewest(f), "either figure"
		switch limit := int(c.words.Limits.People); {
		case f.before.People < limit && f.after.People >= limit:
			which = "the earlier figure"
		case f.after.People < limit && f.before.People >= limit:
			which = "this figure"
		}
		fields["fewest_people"], fields["are"], fields["which_figure"] = plural(few, "person", "people"), "are", which
		if few == 1 {
			fields["are"] = "is"
		}
	case lessNoted:
		c.fieldsOfLess(f, fields)
	case notBacked, plain:
		c.fieldsOfPartner(f, fields)
	case worse:
		if n, known := c.net(f); known && !c.hides(c.beside(f.metric.Net, f).after) {
			fields["more"] = thousands(n)
		}
	}
}

func (c *composer) fieldsOfLess(f *finding, fields map[string]string) {
	if f.metric.Amount {
		fields["after_amount"], fields["before_amount"] = thousands(*f.after.Denominator), thousands(*f.before.Denominator)
		fields["fewer"] = thousands(100*(1-c.perDay(f, f.after)/c.perDay(f, f.before))) + "%"
	}
	if f.metric.Net != "" {
		fields["quiet_days"] = c.quietDays(f)
	}
	if !f.metric.Written {
		return
	}
	if before, after, base := c.notes(f); base != "" && !c.hidesEither(c.notesFinding(f)) {
		fields["notes_after"], fields["notes_before"], fields["notes_base"] = decimal(after), decimal(before), base
	}
}

// quietDays is how long nothing began or ended; outside only that it was long, because
// a number of days names the day of one restriction.
func (c *composer) quietDays(f *finding) string {
	if !c.rule.ExactDates() {
		return thousands(c.words.Limits.RegisterDays)
	}
	return fmt.Sprint(int(f.after.Span.To - c.table.RegisterQuiet(f.scope, f.after.Span.To)))
}

// fieldsOfPartner names the partner that speaks against good news, or is missing.
func (c *composer) fieldsOfPartner(f *finding, fields map[string]string) {
	if f.against == nil {
		return
	}
	p := f.against
	fields["partner_title"], fields["missing"] = lowerFirst(p.metric.Title), strings.ToLower(p.metric.NounDenominator)
	if p.metric.Unit == metrics.PerPersonWeek {
		fields["missing"] = "offers"
	}
	fields["partner_before"], fields["partner_after"] = c.shownCount(p.before), c.shownCount(p.after)
	fields["added"] = c.shownCount(p.after)
	if fields["added"] == withheld {
		fields["added"] = "a number not shown here"
	}
}
