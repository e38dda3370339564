package ingest

import (
	"slices"
	"strconv"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

// Staff are told apart when all files are read, as people are: until then a
// record holds a mark that stands for what is written, and no name.

// staffRow is one row of the register of staff.
type staffRow struct {
	rec  *record.Staff
	name string
}

// workmarks are what is written in cells of staff, each with its mark.
type workmarks struct {
	written []string
	marks   map[string]record.Worker
	lists   map[[2]string][]record.Worker // so that a visit costs no list of its own
}

func (w *workmarks) mark(written string) record.Worker {
	if written == "" {
		return ""
	}
	mark, known := w.marks[written]
	if !known {
		mark = record.Worker("?" + strconv.Itoa(len(w.written)))
		w.marks[written] = mark
		w.written = append(w.written, written)
	}
	return mark
}

// worker gives the member of staff who stands in a field, the first where there
// are several. The token is final when all files are read.
func (b *binder) worker(field string) record.Worker {
	return b.in.workmarks.mark(b.text(field))
}

// workers gives all members of staff who stand in a field, and in another beside it.
func (b *binder) workers(fields ...string) []record.Worker {
	var cells [2]string
	n := 0
	for _, field := range fields {
		if written := b.in.words.keep(cell.Clean(b.raw(field).Text)); written != "" && n < len(cells) {
			cells[n] = written
			n++
		}
	}
	if n == 0 {
		return nil
	}
	w := &b.in.workmarks
	list, known := w.lists[cells]
	if !known {
		for _, written := range cells[:n] {
			b.in.keepSigned(written)
			list = append(list, w.mark(written))
		}
		w.lists[cells] = list
	}
	return list
}

// keepSigned remembers the names of a list of staff as things that must not appear
// in a pack.
func (in *intake) keepSigned(written string) {
	for _, name := range person.Signatures(written) {
		if looksLikeName(name) && loginOf(name) == "" {
			in.keepName("name of a member of staff", in.words.keep(name))
		}
	}
}

// member enters a row of the register of staff.
func (b *binder) member(r *record.Staff) {
	name := b.text("staff_name")
	if name == "" {
		name = b.personName()
	}
	b.in.members = append(b.in.members, staffRow{r, name})
}

// sign puts the tokens of the staff in the place of the marks.
func (in *intake) sign(people *person.Registry) {
	in.members = slices.DeleteFunc(in.members, func(m staffRow) bool { return m.rec.Row == 0 }) // the row was set aside
	rows := make([]person.Member, len(in.members))
	for i, m := range in.members {
		people.Keep("reference code", m.rec.ID)
		rows[i] = person.Member{ID: m.rec.ID, Name: m.name, Service: m.rec.Service}
	}
	team, tokens := people.Team(rows, nobody)
	for i, m := range in.members {
		m.rec.Worker = tokens[i]
	}
	for _, p := range in.pending {
		h := p.rec.Where()
		who := func(mark record.Worker) []record.Worker {
			at, err := strconv.Atoi(string(mark[min(1, len(mark)):]))
			if err != nil || at >= len(in.workmarks.written) {
				return nil
			}
			return team.Signed(in.workmarks.written[at], h.Service, h.On)
		}
		replaceMarks(p.rec, who)
	}
	in.members, in.workmarks = nil, workmarks{}
}

// nobody tells whether a signature is no member of staff: a login that several
// share, an agency, a role.
func nobody(written string) bool { return loginOf(written) != "" || isRole(person.NameKey(written)) }

// replaceMarks gives a record the staff that its marks stand for.
func replaceMarks(rec record.Record, who func(record.Worker) []record.Worker) {
	one := func(w *record.Worker) {
		if *w == "" {
			return
		}
		list := who(*w)
		if *w = ""; len(list) > 0 {
			*w = list[0]
		}
	}
	all := func(list *[]record.Worker) {
		if len(*list) == 1 {
			*list = who((*list)[0])
			return
		}
		var out []record.Worker
		for _, mark := range *list {
			out = person.Joined(out, who(mark))
		}
		*list = out
	}
	switch r := rec.(type) {
	case *record.CareTask:
		one(&r.Staff)
	case *record.Visit:
		all(&r.Staff)
	case *record.Placement:
		all(&r.Preferred)
		all(&r.Avoid)
	case *record.Observation:
		one(&r.Staff)
	case *record.Supervision:
		one(&r.Staff)
	case *record.Competency:
		one(&r.Staff)
	}
}
