package heading

import "slices"

// Doubt is a needed date for which several columns fit equally well.
type Doubt struct {
	Field   string
	Columns []int // from 0, the one that stands first in our list before the others
	Differ  int   // records in which they hold different days
	Of      int   // records
}

// stamps are headings of the time at which something was written down. They stand
// in for the date of an event only where there is none.
var stamps = setOf(
	"timestamp", "recorded date", "date recorded", "entry date", "log date", "note date", "created at", "created on", "created", "submitted",
	"submitted at", "submission time", "submission date", "completion time", "start time",
)

// doubt finds needed dates for which two columns fit: both are synonyms of the
// field, neither is its best one, nearly every record has both, and some differ.
// The field is then in no column, and so missing: the choice would change the figures.
func (r *row) doubt(m *Match) {
	if r.values == nil {
		return
	}
	used := make(map[int]bool)
	for _, column := range m.Columns {
		used[column] = true
	}
	index := indexes[m.Kind]
	for _, field := range index.needed {
		column, there := m.Columns[field]
		if !there || !dateFields[field] || m.Sure[field] == sureSaved || r.keys[column] == index.best[field] {
			continue
		}
		for other, key := range r.keys {
			if used[other] || !index.words[field][key] || stamps[key] != stamps[r.keys[column]] || key == r.keys[column] {
				continue
			}
			c := r.values.Compare(column, other)
			if c.Differ == 0 || float64(c.Both) < nearlyAll*float64(c.Of) {
				continue
			}
			m.Doubts = append(m.Doubts, Doubt{Field: field, Columns: []int{column, other}, Differ: c.Differ, Of: c.Of})
			m.Suggest[column], m.Suggest[other] = field, field
			m.Missing = append(m.Missing, field)
			delete(m.Columns, field)
			delete(m.Sure, field)
			m.Known--
			break
		}
	}
}

// A kind that speaks at least this much of what the best one does, and lacks
// nothing either, fits about as well. A rival that speaks half as much is none.
const (
	aboutEqual = 0.9
	noRival    = 0.5
)

// certain works out how sure the kind is. It begins with how sure the needed
// fields are on average, a missing one being 0. A second kind takes from it what it
// speaks beyond half of what the best one does: a kind that speaks as much, and
// has all its columns, leaves half. What a saved mapping names has no rival.
func (m *Match) certain(second Match, named bool) {
	var sum float64
	needed := indexes[m.Kind].needed
	for _, field := range needed {
		switch sure, there := m.Sure[field]; {
		case there:
			sum += sure
		case field == PersonRef && byName(m.Columns):
			sum += max(m.Sure[PersonName], min(m.Sure[FirstName], m.Sure[LastName]))
		case m.Constant[field] != "":
			sum += sureVague
		}
	}
	if len(needed) > 0 {
		m.Certain = sum / float64(len(needed))
	}
	if named || second.Score <= 0 || m.Score <= 0 {
		return
	}
	rival := float64(second.Score) / float64(m.Score)
	if len(second.Missing) > 0 {
		rival *= 1 - float64(len(second.Missing))/float64(len(indexes[second.Kind].needed))
	}
	rival = min(rival, 1)
	m.Certain *= 1 - max(0, rival-noRival)
	if rival >= aboutEqual && !slices.Contains(second.Missing, PersonRef) {
		m.Rival = second.Kind
	}
}
