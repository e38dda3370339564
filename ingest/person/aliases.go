package person

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Kinds of aliases, as the column kind writes them.
const (
	AliasPerson  = "person"
	AliasStaff   = "staff"
	AliasService = "service"
)

// Aliases are the names that the user confirmed to mean the same person, member
// of staff or service. The nil pointer is no aliases.
type Aliases struct {
	file string
	all  []alias
	by   map[string][]int // kind and key of what is written → index in all
	to   map[string][]int // kind and key of what is meant → index in all
}

// alias is one line of the file.
type alias struct {
	line                          int
	kind, written, means, service string
	from, to                      record.Date // 0 is open
}

// aliasColumns are the headings of the file; the first three must be there.
var aliasColumns = []string{"kind", "written", "means", "service", "from", "to"}

// ParseAliases reads an alias file: a CSV with the columns kind (person, staff or
// service), written, means, and if need be service, from and to. An alias with
// dates holds for rows of these days only, both included. Errors name file and
// line, never what stands there.
func ParseAliases(file string, text []byte) (*Aliases, error) {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("%s: it is not UTF-8 text; in Excel save it as CSV UTF-8", file)
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	if top, _, _ := bytes.Cut(text, []byte("\n")); bytes.ContainsRune(top, ';') && !bytes.ContainsRune(top, ',') {
		in.Comma = ';'
	}
	a := &Aliases{file: file, by: make(map[string][]int), to: make(map[string][]int)}
	columns, err := a.columns(in)
	if err != nil {
		return nil, err
	}
	if columns == nil {
		return a, nil
	}
	for {
		values, err := in.Read()
		if errors.Is(err, io.EOF) {
			return a, nil
		}
		if err != nil {
			return nil, a.unreadable(err)
		}
		if err := a.add(in, columns, values); err != nil {
			return nil, err
		}
	}
}

// columns reads the headings: column of the file → heading. An empty file has none.
func (a *Aliases) columns(in *csv.Reader) ([]string, error) {
	headings, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, a.unreadable(err)
	}
	var columns []string
	line, _ := in.FieldPos(0)
	for i, h := range headings {
		key := cell.Key(h)
		if key != "" && (!slices.Contains(aliasColumns, key) || slices.Contains(columns, key)) {
			return nil, fmt.Errorf("%s, line %d: heading %d is none of ours, or stands there twice; write %s", a.file, line, i+1, strings.Join(aliasColumns, ","))
		}
		columns = append(columns, key)
	}
	for _, needed := range aliasColumns[:3] {
		if !slices.Contains(columns, needed) {
			return nil, fmt.Errorf("%s, line %d: the column %s is missing; write %s", a.file, line, needed, strings.Join(aliasColumns, ","))
		}
	}
	return columns, nil
}

// unreadable says which line is no CSV.
func (a *Aliases) unreadable(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("%s, line %d: a quotation mark is missing or stands in the wrong place", a.file, parse.Line)
	}
	return fmt.Errorf("%s: it cannot be read as CSV", a.file)
}

// add reads one line and refuses it where it contradicts another.
func (a *Aliases) add(in *csv.Reader, columns, values []string) error {
	line, _ := in.FieldPos(0)
	given := make(map[string]string)
	for i, v := range values {
		if v = cell.Clean(v); v == "" {
			continue
		}
		if i >= len(columns) || columns[i] == "" {
			return fmt.Errorf("%s, line %d: there is more on it than headings; put a text with a comma into quotation marks", a.file, line)
		}
		given[columns[i]] = v
	}
	if len(given) == 0 {
		return nil
	}
	one := alias{line: line, kind: strings.ToLower(given["kind"]), written: given["written"], means: given["means"], service: given["service"]}
	if one.kind != AliasPerson && one.kind != AliasStaff && one.kind != AliasService {
		return fmt.Errorf("%s, line %d: the kind is none that we know; write person, staff or service", a.file, line)
	}
	if cell.Key(one.written) == "" || cell.Key(one.means) == "" {
		return fmt.Errorf("%s, line %d: something must stand under written, and under means", a.file, line)
	}
	for name, day := range map[string]*record.Date{"from": &one.from, "to": &one.to} {
		m, err := cell.Date(cell.Text(given[name]), cell.DayFirst)
		if err != nil && !errors.Is(err, cell.ErrEmpty) {
			return fmt.Errorf("%s, line %d: a date cannot be read; write it as 2026-04-01", a.file, line)
		}
		*day = m.On
	}
	if one.to != 0 && one.to < one.from {
		return fmt.Errorf("%s, line %d: it ends before it begins", a.file, line)
	}
	return a.enter(one)
}

// enter adds an alias unless it contradicts one that is there. One that renames
// what another means would leave it open which of the two names holds.
func (a *Aliases) enter(one alias) error {
	written, means := aliasKey(one.kind, one.written), aliasKey(one.kind, one.means)
	for _, at := range a.by[written] {
		if old := a.all[at]; old.meets(one) && aliasKey(old.kind, old.means) != means {
			return fmt.Errorf("%s, line %d: it contradicts line %d, which gives the same name another meaning", a.file, one.line, old.line)
		}
	}
	if written != means {
		for _, at := range append(slices.Clone(a.by[means]), a.to[written]...) {
			if old := a.all[at]; old.meets(one) && aliasKey(old.kind, old.written) != aliasKey(old.kind, old.means) {
				return fmt.Errorf("%s, line %d: with line %d a name is renamed twice; write the last name in both", a.file, one.line, old.line)
			}
		}
	}
	a.by[written] = append(a.by[written], len(a.all))
	a.to[means] = append(a.to[means], len(a.all))
	a.all = append(a.all, one)
	return nil
}

// meets tells whether two aliases may hold for the same row.
func (a alias) meets(b alias) bool {
	x, y := cell.Key(a.service), cell.Key(b.service)
	return (x == y || x == "" || y == "") && (a.to == 0 || b.from <= a.to) && (b.to == 0 || a.from <= b.to)
}

// holds tells whether an alias holds for a row. One with dates holds for no row
// without a date.
func (a alias) holds(service string, on record.Date) bool {
	return (a.service == "" || cell.Key(a.service) == cell.Key(service)) && (a.from == 0 || on >= a.from) && (a.to == 0 || on != 0 && on <= a.to)
}

// aliasKey is the form in which the texts of an alias are compared: people as
// names are, services as words.
func aliasKey(kind, written string) string {
	if kind == AliasService {
		return kind + "\x00" + cell.Key(written)
	}
	return kind + "\x00" + NameKey(written)
}

func (a *Aliases) find(kind, written, service string, on record.Date) (string, bool) {
	if a == nil || len(a.all) == 0 {
		return "", false
	}
	for _, at := range a.by[aliasKey(kind, written)] {
		if a.all[at].holds(service, on) {
			return a.all[at].means, true
		}
	}
	return "", false
}

func (a *Aliases) person(written, service string, on record.Date) (string, bool) {
	return a.find(AliasPerson, written, service, on)
}

// Service gives what a service is called, for a row of a day; the name as it is
// written where there is no alias. A day of 0 is no date.
func (a *Aliases) Service(written string, on record.Date) string {
	if means, there := a.find(AliasService, written, "", on); there {
		return means
	}
	return written
}

// Staff lists every name of staff that stands in an alias.
func (a *Aliases) Staff() []string {
	var names []string
	if a == nil {
		return names
	}
	for _, one := range a.all {
		if one.kind == AliasStaff {
			names = append(names, one.written, one.means)
		}
	}
	return names
}

// File is the name of the alias file, "" where there is none.
func (a *Aliases) File() string {
	if a == nil {
		return ""
	}
	return a.file
}
