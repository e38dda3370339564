package ingest

import (
	"cmp"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// twoSystems counts incidents that may stand in two systems: in files of different
// headings, of one person and type, a day apart at most. Nothing proves that they
// are one, so both count, and a person is asked to look.
func (in *intake) twoSystems() {
	layouts := make(map[record.Ref]string)
	for _, h := range in.out.Headers {
		layouts[record.Ref{File: h.File, Sheet: h.Sheet}] = strings.Join(h.Headings, "\x00")
	}
	type like struct {
		person record.Person
		kind   string
	}
	groups := make(map[like][]*record.Incident)
	for _, r := range in.out.records {
		if i, is := r.(*record.Incident); is && i.Person != "" && i.Type != "other" {
			key := like{i.Person, i.Type}
			groups[key] = append(groups[key], i)
		}
	}
	if len(layoutsOf(in.out.Headers)) < 2 {
		return // one layout is one system
	}
	layout := func(i *record.Incident) string { return layouts[record.Ref{File: i.File, Sheet: i.Sheet}] }
	found := make(map[record.Ref]int)
	for _, group := range groups {
		slices.SortFunc(group, func(a, b *record.Incident) int { return cmp.Compare(a.On, b.On) })
		for n, i := range group {
			if twin(i, group[max(0, n-mostTwins):n], layout) || twin(i, reversed(group[n+1:min(len(group), n+1+mostTwins)]), layout) {
				found[record.Ref{File: i.File, Sheet: i.Sheet}]++
			}
		}
	}
	for _, l := range in.out.Ledgers {
		if at := (record.Ref{File: l.File, Sheet: l.Sheet}); found[at] > 0 {
			in.note(at, l.Kind, codeTwoSystems, "", found[at])
		}
	}
}

// mostTwins is how many incidents before and after are looked at.
const mostTwins = 50

// layoutsOf gives the rows of headings under which incidents stand.
func layoutsOf(headers []SheetHeader) map[string]bool {
	all := make(map[string]bool)
	for _, h := range headers {
		if h.Kind == record.KindIncident && h.Ledger >= 0 {
			all[strings.Join(h.Headings, "\x00")] = true
		}
	}
	return all
}

// twin tells whether one of the nearest incidents at the end of a list may be the
// same event in an earlier file of another layout. It is said of the later file.
func twin(i *record.Incident, list []*record.Incident, layout func(*record.Incident) string) bool {
	for _, other := range slices.Backward(list) {
		if max(i.On-other.On, other.On-i.On) > 1 {
			return false
		}
		if earlier(other.Ref, i.Ref) && layout(other) != layout(i) {
			return true
		}
	}
	return false
}

func reversed(list []*record.Incident) []*record.Incident {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}
