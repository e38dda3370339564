package metrics

import "evidencepack/ingest/record"

func supervised(r *record.Supervision) record.Worker { return r.Staff }

var sup01 = shareAmong(Def{
	ID:              "SUP-01",
	Title:           "Supervision on time",
	Means:           "Out of all supervisions that were due, how many were held by their date.",
	Numerator:       "supervisions held on or before the day they were due",
	Denominator:     "supervisions due in these dates",
	NounNumerator:   "supervisions on time",
	NounDenominator: "supervisions due",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"SUP-02"},
	Needs:    []record.Kind{record.KindSupervision},
	Columns:  []string{"supervision.due_at", "supervision.held_at"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "Staff need somebody to think with, before things go wrong.",
}, func(r *record.Supervision) record.Date { return r.DueOn }, supervised,
	func(r *record.Supervision) Counted { return onTime(r.DueOn, r.HeldOn) })

var sup02 = shareAmong(Def{
	ID:              "SUP-02",
	AddsUp:          Sums{People: ofWindow("staff with a supervision held")},
	Title:           "Supervision with reflection",
	Means:           "Out of all supervisions that were held, in how many reflection on practice was written down.",
	Numerator:       "supervisions held with reflection written down",
	Denominator:     "supervisions held in these dates",
	NounNumerator:   "supervisions with reflection",
	NounDenominator: "supervisions held",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"SUP-01", "SUP-03"},
	Needs:    []record.Kind{record.KindSupervision},
	Columns:  []string{"supervision.held_at", "supervision.reflection"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "A meeting that only checks tasks changes little for the people we support.",
}, func(r *record.Supervision) record.Date { return r.HeldOn }, supervised,
	func(r *record.Supervision) Counted { return in(true, r.Reflection == record.Yes) })

// prompts are the four questions that a supervision should ask (domain.md 4.19), by
// the names of their columns.
var prompts = []string{"adapted", "capability", "stopped", "evidence"}

// answers are those of one supervision to the prompts that its export has.
func answers(r *record.Supervision) [4]record.Answer {
	given := [...]record.Answer{r.Adapted, r.Capability, r.Stopped, r.Evidence}
	for i, name := range prompts {
		if given[i] == record.AnswerNone && r.Columns.Has(name) {
			given[i] = record.No // asked, and nothing written
		} else if given[i] == record.NotApply || !r.Columns.Has(name) {
			given[i] = record.AnswerNone
		}
	}
	return given
}

// prompted counts the prompts of supervisions, each by itself.
type prompted struct{ each [4]ratio }

func (s *prompted) add(r *record.Supervision) (sum Counted) {
	for i, a := range answers(r) {
		sum |= s.each[i].add(in(a != record.AnswerNone, a == record.Yes), staffHead(r.Staff))
	}
	return sum
}

// of gives the counts of one prompt, or of all of them where none is named.
func (s *prompted) of(w Window) ratio {
	var sum ratio
	for i := range s.each {
		if word, one := w.part("prompt"); !one || word == prompts[i] {
			sum.merge(&s.each[i])
		}
	}
	return sum
}

var sup03 = Define(Def{
	ID:              "SUP-03",
	AddsUp:          Sums{People: ofWindow("staff with a supervision held")},
	Title:           "Supervision questions answered",
	Means:           "Out of the four questions on practice that each supervision should answer, how many were answered.",
	Numerator:       "questions answered: what was adapted and why, what built the person's abilities, what staff stopped doing for the person, what changed and what shows it",
	Denominator:     "those of the four questions that the export has a column for, once for each supervision held in these dates, without those that do not apply",
	NounNumerator:   "questions answered",
	NounDenominator: "questions asked",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"SUP-02", "AUD-06"},
	Counts:   "answers",
	Needs:    []record.Kind{record.KindSupervision},
	Columns:  []string{"supervision.held_at", "supervision.adapted|supervision.capability|supervision.stopped|supervision.evidence"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "The questions turn a meeting into learning about one person's support.",
}, Rule[*record.Supervision, prompted]{
	Day: func(r *record.Supervision) record.Date { return r.HeldOn },
	Add: (*prompted).add,
	Merge: func(into, from *prompted) {
		for i := range from.each {
			into.each[i].merge(&from.each[i])
		}
	},
	Finish: func(s *prompted, w Window) []Value { return []Value{shareOf(s.of(w), w)} },
	Adds: func(_ *prompted, w Window) func(*record.Supervision) Adds {
		return func(r *record.Supervision) Adds {
			var each prompted
			each.add(r)
			sum := each.of(w)
			return Adds{Numerator: float64(sum.numerator), Denominator: float64(sum.denominator)}
		}
	},
	Judge: func(_ *prompted, w Window) func(*record.Supervision) Counted {
		return func(r *record.Supervision) (sum Counted) {
			word, one := w.part("prompt")
			for i, a := range answers(r) {
				if !one || word == prompts[i] {
					sum |= in(a != record.AnswerNone, a == record.Yes)
				}
			}
			return sum
		}
	},
}).notOfOne().splitBy(Split{Name: "prompt", Words: prompts})
