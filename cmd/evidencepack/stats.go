package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"evidencepack/metrics/stat/tabular"
)

// statsCommand runs one statistical method over one small table.
type statsCommand struct {
	Method string   `arg:"" help:"Name of the method, such as pp."`
	File   string   `arg:"" help:"A small table: CSV, or an Excel workbook with one sheet."`
	Param  []string `sep:"none" placeholder:"KEY=VALUE" help:"A setting of the method. May be given several times."`
	Chart  string   `placeholder:"FILE" help:"Draw it: a name that ends in .svg or .html."`
}

// Run prints what the method makes of the table on standard output.
func (c *statsCommand) Run(w world) error {
	method, err := findMethod(c.Method)
	if err != nil {
		return err
	}
	settings, err := typedSettings(method, c.Param)
	if err != nil {
		return err
	}
	draw, err := chartAsked(method, c.Chart, c.File)
	if err != nil {
		return err
	}
	name := filepath.Base(c.File)
	table, notes, err := readTable(c.File, method)
	if err != nil {
		return err
	}
	in := tabular.Input{Table: table, Settings: settings}
	out, err := method.Apply(in)
	if err != nil {
		return statsFailure(method, name, err)
	}
	for _, r := range method.Remark(in) {
		notes = append(notes, lowerFirst(r))
	}
	if draw != nil {
		text, err := draw(titleOf(name), in, out)
		if err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("%s: %s.", name, err)}
		}
		if err := writeWhole(c.Chart, text); err != nil {
			return err
		}
		notes = append(notes, fmt.Sprintf("the chart is in %s.", filepath.ToSlash(c.Chart)))
	}
	for _, n := range notes {
		w.line("note", n, "")
	}
	return writeTable(w, out)
}

// findMethod finds a method, or says which was probably meant.
func findMethod(name string) (tabular.Method, error) {
	if m, ok := tabular.Find(name); ok {
		return m, nil
	}
	f := failure{code: exitUsage, what: fmt.Sprintf("there is no method %q.", name), hints: []string{"evidencepack stats --help  lists the methods."}}
	var known []string
	for _, m := range tabular.Methods {
		if distance(name, m.Name) < min(len(name), len(m.Name)) {
			known = append(known, m.Name)
		}
	}
	if near := nearest(name, known); near != "" {
		f.hints = []string{"did you mean  evidencepack stats " + near}
	}
	return tabular.Method{}, f
}

// typedSettings parts each --param at its first equals sign; what follows is taken
// as it was typed.
func typedSettings(method tabular.Method, params []string) (map[string]string, error) {
	settings := map[string]string{}
	for _, p := range params {
		name, value, found := strings.Cut(p, "=")
		if !found {
			return nil, failure{
				code: exitUsage, what: fmt.Sprintf("the setting %q has no value.", p),
				hints: []string{fmt.Sprintf("write it as  --param %s=VALUE", p)},
			}
		}
		if _, twice := settings[name]; twice {
			return nil, failure{
				code: exitUsage, what: fmt.Sprintf("the setting %q is named twice.", name),
				hints: []string{fmt.Sprintf("put | between several values:  --param \"%s=ONE|TWO\"", name)},
			}
		}
		settings[name] = value
	}
	return settings, nil
}

// statsFailure words what a method says of its input.
func statsFailure(method tabular.Method, file string, err error) error {
	help := fmt.Sprintf("evidencepack stats %s --help  shows its columns.", method.Name)
	var setting tabular.BadSetting
	var column tabular.NoColumn
	var cell tabular.BadCell
	var refused tabular.Refused
	switch {
	case errors.As(err, &setting):
		return settingFailure(method, setting)
	case errors.As(err, &column):
		return failure{code: exitNothing, what: fmt.Sprintf("%s %s.", file, column), why: method.Name + " " + reads(method) + ".", hints: []string{help}}
	case errors.As(err, &cell):
		return failure{code: exitNothing, what: fmt.Sprintf("%s, %s.", file, cell), hints: []string{help}}
	case errors.As(err, &refused) && refused.Row > 0:
		return failure{code: exitNothing, what: fmt.Sprintf("%s, %s.", file, refused), why: refused.Why}
	case errors.As(err, &refused):
		return failure{code: exitNothing, what: fmt.Sprintf("%s: %s.", file, refused), why: refused.Why}
	case errors.Is(err, tabular.ErrNoRows):
		return failure{code: exitNothing, what: fmt.Sprintf("%s has headings and no rows under them.", file), hints: []string{help}}
	}
	return failure{code: exitNothing, what: fmt.Sprintf("%s: %s.", file, err), hints: []string{help}}
}

// settingFailure words a setting that is unknown or cannot be read.
func settingFailure(method tabular.Method, bad tabular.BadSetting) error {
	f := failure{code: exitUsage, hints: []string{fmt.Sprintf("evidencepack stats %s --help  shows its settings.", method.Name)}}
	switch {
	case bad.Expected != "":
		f.what = fmt.Sprintf("the setting %q of %s takes %s.", bad.Name, method.Name, bad.Expected)
	case len(bad.Known) == 0:
		f.what = fmt.Sprintf("%s has no setting %q.", method.Name, bad.Name)
		f.why = "it has no settings at all."
	default:
		f.what = fmt.Sprintf("%s has no setting %q.", method.Name, bad.Name)
		f.why = "its settings are " + strings.Join(bad.Known, ", ") + "."
		if near := nearest(bad.Name, bad.Known); near != "" {
			f.hints = []string{fmt.Sprintf("did you mean  --param %s=...", near)}
		}
	}
	return f
}

// reads says what a method does with its columns.
func reads(method tabular.Method) string {
	if method.Reads != "" {
		return method.Reads
	}
	var needs []string
	for _, c := range method.Columns {
		if !c.Optional {
			needs = append(needs, c.Name)
		}
	}
	return "needs " + listed(needs)
}

// lowerFirst lets a sentence follow a colon.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

// listed joins words as a sentence does: x, y and n.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// titleOf is the title of a chart: the name of the file without its ending.
func titleOf(file string) string {
	return strings.TrimSuffix(file, filepath.Ext(file))
}

// writeTable writes bare CSV: line ends of one sign, no mark at the start.
func writeTable(w world, t tabular.Table) error {
	out := csv.NewWriter(w.stdout)
	if err := out.Write(t.Head); err != nil {
		return err
	}
	return out.WriteAll(t.Rows)
}

// writeWhole writes the chart only when all of it is there.
func writeWhole(file string, text []byte) error {
	err := replaceFile(file, text, 0o644)
	switch {
	case err == nil:
		return nil
	case diskFull(err):
		return failure{code: exitNothing, what: fmt.Sprintf("%s could not be written: the disk is full.", filepath.ToSlash(file)), hints: []string{"free some space, or choose another place with --chart."}}
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission):
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into %s.", filepath.ToSlash(filepath.Dir(file))), hints: []string{"choose another place with --chart."}}
	}
	return failure{
		code: exitNothing, what: fmt.Sprintf("%s could not be written.", filepath.ToSlash(file)),
		hints: []string{"close it where it is open, or choose another name with --chart."},
	}
}
