package ingest

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// episode is how long after a first refusal the next row may be its re-offer, in minutes.
const episode = 4 * 60

// reoffers joins rows of care notes whose saved mapping says that a second offer
// has a row of its own (contract.md 5): a first refusal and the next row of the same
// person, category and day within four hours are one offer. It joins two rows at
// most, since support is offered again once; rows without a time are never joined,
// and a row that is no offer says nothing of how a re-offer went.
//
// Both rows are used: the second is no repeat and is not set aside, it says how the
// offer ended. So the ledger counts both, and Joined counts those without a record
// of their own.
func (in *intake) reoffers(used []*pending) []*pending {
	type key struct {
		person   record.Person
		category string
		on       record.Date
	}
	days := make(map[key][]*pending)
	for _, p := range used {
		if r, is := p.rec.(*record.CareTask); is && p.reoffers && r.Person != "" && r.At != record.NoClock {
			k := key{r.Person, r.Category, r.On}
			days[k] = append(days[k], p)
		}
	}
	gone := make(map[*pending]bool)
	for _, rows := range days {
		slices.SortStableFunc(rows, func(a, b *pending) int { return cmp.Compare(a.rec.Where().At, b.rec.Where().At) })
		for i := 0; i+1 < len(rows); i++ {
			first, isFirst := rows[i].rec.(*record.CareTask)
			next, isNext := rows[i+1].rec.(*record.CareTask)
			if isFirst && isNext && first.Outcome.IsFirstRefusal() && next.Outcome.IsOffer() && next.At-first.At <= episode {
				joinOffers(first, next)
				gone[rows[i+1]] = true
				i++
			}
		}
	}
	if len(gone) == 0 {
		return used
	}
	return slices.DeleteFunc(used, func(p *pending) bool {
		if gone[p] {
			in.out.Ledgers[p.ledger].Joined++
			in.count(p.ledger, codeReoffers)
		}
		return gone[p]
	})
}

// joinOffers makes one offer of two rows.
func joinOffers(first, next *record.CareTask) {
	first.Outcome = finally(first.Outcome, next.Outcome)
	first.Reoffered = record.Yes
	if !first.ReasonRecorded && next.ReasonRecorded {
		first.Reason, first.ReasonRecorded = next.Reason, true
	}
	if next.Distress == record.Yes {
		first.Distress = record.Yes
	}
	if next.Rank != record.NoRank && !next.Outcome.IsFinalRefusal() {
		first.Rank = next.Rank // the support with which it went well
	}
}

// finally gives the outcome of an offer that was refused first.
func finally(first, last record.Outcome) record.Outcome {
	if first != record.Refused {
		return first
	}
	switch last {
	case record.Accepted, record.SelfManaged, record.AcceptedOnReoffer:
		return record.AcceptedOnReoffer
	case record.RefusedDestroyed:
		return record.RefusedDestroyed
	}
	return first
}
