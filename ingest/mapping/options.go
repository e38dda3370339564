package mapping

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"evidencepack/ingest/record"
)

// option reads what stands behind one key of the outermost level.
type option func(m *Mapping, line int, value ast.Node) error

// options are the keys that are no fields. Every field of every kind must have
// another name; a test of the package ingest sees to that.
var options = map[string]option{
	"kind":            readKind,
	"files":           list(func(m *Mapping) *[]string { return &m.Files }, "files"),
	"sheet":           list(func(m *Mapping) *[]string { return &m.Sheets }, "sheet"),
	"headings":        list(func(m *Mapping) *[]string { return &m.Headings }, "headings"),
	"ignore_columns":  list(func(m *Mapping) *[]string { return &m.Ignored }, "ignore_columns"),
	"drop":            list(func(m *Mapping) *[]string { return &m.Dropped }, "drop"),
	"header_row":      readHeaderRow,
	"wide":            readWide,
	"codes":           func(m *Mapping, _ int, value ast.Node) error { return m.codes("codes", value, m.Codes) },
	"codes_of":        readCodesOf,
	"legend":          word(func(m *Mapping) *string { return &m.Legend }, "legend is the name of a list of codes, for example log-my-care"),
	"scales":          readScales,
	"skip_rows":       readSkipRows,
	"date_order":      word(func(m *Mapping) *string { return &m.DateOrder }, "date_order is dmy (3 April is 03/04) or mdy", DayFirst, MonthFirst),
	"time_zone":       word(func(m *Mapping) *string { return &m.TimeZone }, "time_zone is UTC or Europe/London", UTC, London),
	"reoffer":         word(func(m *Mapping) *string { return &m.Reoffer }, "reoffer is rows (a second offer is a row of its own) or columns", ReofferRows, ReofferColumns),
	"section":         word(func(m *Mapping) *string { return &m.Section }, "section names a field, for example service_ref"),
	"sheet_is":        word(func(m *Mapping) *string { return &m.SheetIs }, "sheet_is is person_name, service_ref or month", "person_name", "service_ref", SheetIsMonth),
	"group_separator": word(func(m *Mapping) *string { return &m.GroupMark }, `group_separator is a sign, for example "/"`),
	"list_separator":  word(func(m *Mapping) *string { return &m.ListMark }, `list_separator is a sign, for example ";"`),
	"documented_in":   word(func(m *Mapping) *string { return &m.Documented }, "documented_in says where the layout is published"),
	"as_of":           word(func(m *Mapping) *string { return &m.AsOf }, "as_of is a date, for example 2026-11-22"),
}

// OptionNames lists the keys of a mapping that are no fields, in order of the alphabet.
func OptionNames() []string { return slices.Sorted(maps.Keys(options)) }

// list makes the option that is one text or several.
func list(into func(*Mapping) *[]string, key string) option {
	return func(m *Mapping, line int, value ast.Node) error {
		all, _, err := m.texts(key, value)
		*into(m) = all
		return err
	}
}

// word makes the option that is one word, of a closed list where one is given.
func word(into func(*Mapping) *string, help string, choices ...string) option {
	return func(m *Mapping, line int, value ast.Node) error {
		if !scalar(value) || text(value) == "" {
			return m.fault(line, "%s", help)
		}
		written := text(value)
		if len(choices) > 0 {
			i := slices.IndexFunc(choices, func(c string) bool { return strings.EqualFold(c, written) })
			if i < 0 {
				return m.fault(line, "%s", help)
			}
			written = choices[i]
		}
		*into(m) = written
		return nil
	}
}

func readKind(m *Mapping, line int, value ast.Node) error {
	if kind := record.Kind(text(value)); scalar(value) && known(kind) {
		m.Kind = kind
		return nil
	}
	return m.fault(line, "we do not know the kind %q", text(value))
}

func readHeaderRow(m *Mapping, line int, value ast.Node) error {
	row, err := strconv.Atoi(text(value))
	if err != nil || !scalar(value) || row < 1 || row > 1_048_576 {
		return m.fault(line, "header_row is the number of the row that holds the headings, for example 5")
	}
	m.HeaderRow = row
	return nil
}

func readCodesOf(m *Mapping, _ int, value ast.Node) error {
	return m.each("codes_of", value, func(field string, _ int, codes ast.Node) error {
		m.CodesOf[field] = make(map[string]string)
		return m.codes("codes_of "+field, codes, m.CodesOf[field])
	})
}

func readSkipRows(m *Mapping, _ int, value ast.Node) error {
	return m.each("skip_rows", value, func(heading string, line int, words ast.Node) error {
		all, _, err := m.texts(heading, words)
		if err == nil && len(all) == 0 {
			err = m.fault(line, "say which words under %q mark a row that is to be left out", heading)
		}
		m.SkipRows[heading] = all
		return err
	})
}

// scaleHelp says how a scale is written.
const scaleHelp = "write a scale as  comfort: 1 to 5, higher is better"

func readScales(m *Mapping, _ int, value ast.Node) error {
	return m.each("scales", value, func(name string, line int, written ast.Node) error {
		s, ok := scaleOf(text(written))
		if !ok || !scalar(written) {
			return m.fault(line, scaleHelp)
		}
		m.Scales[name] = s
		return nil
	})
}

// scaleOf reads "1 to 5, higher is better". The second half may be missing.
func scaleOf(written string) (Scale, bool) {
	ends, better, said := strings.Cut(written, ",")
	low, high, found := strings.Cut(ends, " to ")
	from, errFrom := strconv.ParseFloat(strings.TrimSpace(low), 64)
	to, errTo := strconv.ParseFloat(strings.TrimSpace(high), 64)
	s := Scale{From: from, To: to}
	if !found || errFrom != nil || errTo != nil || !(from < to) || from < -1e6 || to > 1e6 {
		return s, false
	}
	s.Better, _ = strings.CutSuffix(strings.TrimSpace(better), " is better")
	return s, !said || s.Better == "higher" || s.Better == "lower"
}

// String writes a scale as it is read.
func (s Scale) String() string {
	ends := strconv.FormatFloat(s.From, 'f', -1, 64) + " to " + strconv.FormatFloat(s.To, 'f', -1, 64)
	if s.Better == "" {
		return ends
	}
	return ends + ", " + s.Better + " is better"
}

// readWide reads a list of blocks, each with lines "field: Heading".
func readWide(m *Mapping, line int, value ast.Node) error {
	blocks, is := value.(*ast.SequenceNode)
	if !is {
		return m.fault(line, "wide is a list: one entry for each score column, such as  - value: Initial score")
	}
	for _, n := range blocks.Values {
		b := Block{Columns: map[string]string{}, Constants: map[string]string{}}
		err := m.each("wide", n, func(field string, line int, v ast.Node) error {
			written := text(v)
			if !scalar(v) || written == "" || written == "=" {
				return m.fault(line, "one heading must stand behind %q", field)
			}
			if constant, is := strings.CutPrefix(written, "="); is {
				b.Constants[field] = strings.TrimSpace(constant)
			} else {
				b.Columns[field] = written
			}
			return nil
		})
		if err != nil {
			return err
		}
		if len(b.Columns) == 0 {
			return m.fault(lineOf(n), "each entry of wide must name at least one heading")
		}
		m.Wide = append(m.Wide, b)
	}
	return nil
}
