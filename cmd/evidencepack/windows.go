package main

import (
	"fmt"

	"evidencepack/ingest/record"
)

// givenWindows takes period and baseline from the settings, where they are given.
// A period without a baseline is compared with as long a time just before it.
func (j *job) givenWindows() error {
	s := j.settings
	if s.From == "" && s.To == "" {
		if s.BaselineFrom != "" || s.BaselineTo != "" {
			return failure{code: exitUsage, what: "a baseline needs a period.", hints: []string{"add --from and --to."}}
		}
		return nil
	}
	var err error
	if j.period, err = window("period", s.From, s.To); err != nil {
		return err
	}
	if s.BaselineFrom == "" && s.BaselineTo == "" {
		j.baseline = before(j.period)
		return nil
	}
	if j.baseline, err = window("baseline", s.BaselineFrom, s.BaselineTo); err != nil {
		return err
	}
	if j.baseline.From <= j.period.To && j.period.From <= j.baseline.To {
		return failure{code: exitUsage, what: "the baseline and the period share days, so one cannot be compared with the other."}
	}
	return nil
}

func window(name, from, to string) (record.Span, error) {
	if from == "" || to == "" {
		return record.Span{}, failure{code: exitUsage, what: fmt.Sprintf("the %s needs a first and a last day.", name), hints: []string{"for example --from 2026-04-01 --to 2026-09-30"}}
	}
	first, err := day(name, from)
	if err != nil {
		return record.Span{}, err
	}
	last, err := day(name, to)
	if err != nil {
		return record.Span{}, err
	}
	if last < first {
		return record.Span{}, failure{code: exitUsage, what: fmt.Sprintf("the %s ends before it begins.", name), hints: []string{"swap the two days."}}
	}
	return record.Span{From: first, To: last}, nil
}

// before is a window of the same length that ends when the period begins: as many
// whole months where the period is whole months, otherwise as many days.
func before(period record.Span) record.Span {
	first, last := period.From.Month(), period.To.Month()
	if period.From == first.First() && period.To == last.Last() {
		months := last - first + 1
		return record.Span{From: (first - months).First(), To: period.From - 1}
	}
	return record.Span{From: period.From - record.Date(period.Days()), To: period.From - 1}
}

// defaultWindows takes the six latest complete months and the six before; with
// fewer than twelve complete months the latest half, and the half before.
func (j *job) defaultWindows() error {
	months := j.table.Months()
	each := min(6, len(months)/2)
	if each == 0 {
		return failure{
			code: exitNothing, what: "the exports hold fewer than two complete months, so nothing can be compared.",
			hints: []string{"export a longer time, or name the days: --from, --to, --baseline-from, --baseline-to."},
		}
	}
	n := len(months)
	j.period = record.Span{From: months[n-each].First(), To: months[n-1].Last()}
	j.baseline = record.Span{From: months[n-2*each].First(), To: months[n-each].First() - 1}
	return nil
}

// insideData refuses a period of which the exports say nothing.
func (j *job) insideData() error {
	from, to := j.table.DataFrom(), j.table.DataTo()
	if to != 0 && j.period.From <= to && j.period.To >= from {
		return nil
	}
	f := failure{code: exitNothing, what: fmt.Sprintf("nothing is recorded from %s to %s.", j.period.From, j.period.To)}
	if to != 0 {
		f.why = fmt.Sprintf("the exports run from %s to %s.", from, to)
		if months := j.table.Months(); len(months) > 0 {
			last := months[len(months)-1]
			f.hints = []string{fmt.Sprintf("evidencepack build --in FOLDER --from %s --to %s", months[max(0, len(months)-6)].First(), last.Last())}
		}
	}
	return f
}
