package ingest

import (
	"encoding/binary"
	"hash/maphash"

	"evidencepack/ingest/record"
)

// reaches gives the latest date of each file.
func reaches(rows []*pending) map[string]record.Date {
	reach := make(map[string]record.Date)
	for _, p := range rows {
		h := p.rec.Where()
		reach[h.File] = max(reach[h.File], h.On)
	}
	return reach
}

// losers finds the rows that repeat a record that counts elsewhere.
func losers(rows []*pending, reach map[string]record.Date) map[*pending]bool {
	lost := make(map[*pending]bool)
	winners := make(map[recordKey]*pending, len(rows))
	keys := newKeyer()
	for _, p := range rows {
		key := keys.identity(p)
		other, there := winners[key]
		switch {
		case !there:
			winners[key] = p
		case beats(p, other, reach):
			lost[other], winners[key] = true, p
			meet(p, other)
		default:
			lost[p] = true
			meet(other, p)
		}
	}
	return lost
}

// meet keeps what two rows of one record say together: that the one which lost is
// an earlier version, or that one incident stands in a row for each person.
func meet(winner, loser *pending) {
	x, y := winner.rec.Where(), loser.rec.Where()
	loser.nearby = winner.ledger == loser.ledger
	loser.older = x.Version != y.Version || x.Updated != y.Updated
	if winner.rec.Kind() == record.KindIncident && winner.ledger == loser.ledger && !loser.older {
		winner.together = winner.together || loser.together || x.Person != y.Person && x.Person != "" && y.Person != ""
	}
}

// beats tells which of two rows of one record counts: the highest version, then
// the latest written, then the row of the file that reaches the later date, then
// the later file name, the later sheet, the lower row of the sheet.
func beats(a, b *pending, reach map[string]record.Date) bool {
	x, y := a.rec.Where(), b.rec.Where()
	switch {
	case x.Version != y.Version:
		return x.Version > y.Version
	case x.Updated != y.Updated:
		return x.Updated > y.Updated
	case x.File == y.File && a.ledger != b.ledger:
		return a.ledger > b.ledger // sheets are read in their order
	case x.File == y.File:
		return x.Row > y.Row
	case reach[x.File] != reach[y.File]:
		return reach[x.File] > reach[y.File]
	}
	return x.File > y.File
}

// identity is what two rows have in common that are known to be the same record: its
// id, or for rows without one person, time, kind and text. Where not even a time
// is given, equal rows of one sheet are events of their own, and only another
// sheet can repeat them.
func (k *keyer) identity(p *pending) recordKey {
	h, kind := p.rec.Where(), p.rec.Kind()
	switch {
	case severalRows(kind) && h.ID != "":
		return k.key(kind, 0, 0, 0, h.ID, p.text)
	case h.ID != "":
		return k.key(kind, 0, 0, 0, h.ID)
	case kind == record.KindPlacement:
		return k.key(kind, h.On, 0, 0, string(h.Person), h.Service)
	}
	if timed(kind) && h.At != record.NoClock {
		return k.key(kind, h.On, h.At, 0, string(h.Person), h.Service, p.text)
	}
	here := k.key(kind, h.On, h.At, -1-p.ledger, string(h.Person), h.Service, p.text)
	k.seen[here]++
	return k.key(kind, h.On, h.At, k.seen[here], string(h.Person), h.Service, p.text)
}

// recordKey is the hash of what two rows of one record have in common: two hashes of 64
// bits each, so that among a thousand million rows two others hardly ever share one.
type recordKey [2]uint64

// keyer makes the keys of one run.
type keyer struct {
	seeds [2]maphash.Seed
	text  []byte
	seen  map[recordKey]int // how often a row without an id and without a time stood in one sheet
}

func newKeyer() *keyer {
	return &keyer{seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}, seen: make(map[recordKey]int)}
}

func (k *keyer) key(kind record.Kind, on record.Date, at record.Clock, count int, texts ...string) recordKey {
	k.text = append(append(k.text[:0], kind...), 0)
	for _, n := range [...]int{int(on), int(at), count} {
		k.text = binary.LittleEndian.AppendUint64(k.text, uint64(n))
	}
	for _, text := range texts {
		k.text = append(append(k.text, 0), text...)
	}
	return recordKey{maphash.Bytes(k.seeds[0], k.text), maphash.Bytes(k.seeds[1], k.text)}
}

// severalRows tells whether one id stands in several rows, one for each question.
func severalRows(kind record.Kind) bool {
	switch kind {
	case record.KindObservation, record.KindPlanAudit, record.KindSurvey:
		return true
	}
	return false
}

// timed tells whether two rows of one person at one minute with the same kind
// and text are one record (contract.md 5, Ids).
func timed(kind record.Kind) bool {
	switch kind {
	case record.KindCareTask, record.KindMedAdmin, record.KindVisit, record.KindStepRecord, record.KindRating:
		return true
	}
	return false
}
