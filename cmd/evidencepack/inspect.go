package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// inspectCommand shows what was recognised before anything is built.
type inspectCommand struct {
	Paths []string `arg:"" help:"A folder of exports, or single files."`
	JSON  bool     `name:"json" help:"As JSON, for scripts."`
	Save  string   `placeholder:"DIR" help:"Write what was found as saved mappings, with the words to explain."`
}

// Help shows how the command is used.
func (inspectCommand) Help() string {
	return "Examples:\n  evidencepack inspect exports\n  evidencepack inspect exports/MAR.xlsx\n  evidencepack inspect exports --save exports/mappings\n\nNothing is changed and no pack is made."
}

// Run reads the exports and says what was understood.
func (c *inspectCommand) Run(w world) error {
	folder, alone, err := c.open()
	if err != nil {
		return err
	}
	var saved []*mapping.Mapping
	if !alone {
		if saved, err = readMappings(filepath.Join(c.Paths[0], "mappings")); err != nil {
			return err
		}
	}
	e, err := ingest.Read(folder, ingest.Options{
		Mappings: saved, Stranger: alone,
		Skip: func(name string) bool { return name == "evidence-packs" || name == "mappings" },
	})
	if e == nil {
		return failure{code: exitNothing, what: "the folder of exports cannot be read."}
	}
	_ = err // nothing usable is told below, file by file
	view := viewOf(e)
	switch {
	case c.Save != "":
		if err := saveMappings(w, e, c.Save); err != nil {
			return err
		}
	case c.JSON:
		out := json.NewEncoder(w.stdout)
		out.SetIndent("", "  ")
		if err := out.Encode(view); err != nil {
			return err
		}
	default:
		view.print(w, c.Paths[0])
	}
	return view.ending()
}

// open gives the folder, or the single files as one.
func (c *inspectCommand) open() (folder fs.FS, alone bool, err error) {
	info, err := os.Stat(c.Paths[0])
	if err != nil {
		return nil, false, failure{code: exitNothing, what: fmt.Sprintf("there is no file or folder %q.", filepath.ToSlash(c.Paths[0]))}
	}
	if info.IsDir() && len(c.Paths) == 1 {
		return os.DirFS(c.Paths[0]), false, nil
	}
	dir := filepath.Dir(c.Paths[0])
	names := make(map[string]bool)
	for _, p := range c.Paths {
		if info, err := os.Stat(p); err != nil || info.IsDir() || filepath.Dir(p) != dir {
			return nil, true, failure{code: exitUsage, what: "inspect takes one folder, or files of one folder."}
		}
		names[filepath.Base(p)] = true
	}
	return only{os.DirFS(dir), names}, true, nil
}

// only shows some files of a folder and nothing else.
type only struct {
	fs.FS
	names map[string]bool
}

// ReadDir lists the chosen files.
func (o only) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(all, func(d fs.DirEntry) bool { return !o.names[d.Name()] }), err
}

// view is what inspect says.
type view struct {
	Files   int         `json:"files"`
	Usable  int         `json:"usable"`
	From    string      `json:"from"`
	To      string      `json:"to"`
	Months  int         `json:"complete_months"`
	Kinds   []viewKind  `json:"kinds"`
	Unused  []viewFile  `json:"cannot_be_used"`
	Unknown []viewWord  `json:"unknown_words"`
	Sheets  []viewSheet `json:"sheets"`
	Gaps    []viewGap   `json:"months_without_rows"`
	total   viewKind
}

type viewGap struct {
	Month string `json:"month"`
	Kind  string `json:"kind"`
	title string
}

type viewKind struct {
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Files   int    `json:"files"`
	Rows    int    `json:"rows"`
	Used    int    `json:"used"`
	Aside   int    `json:"set_aside"`
	Repeats int    `json:"repeats"`
}

type viewFile struct {
	File string `json:"file"`
	Why  string `json:"why"`
	Hint string `json:"hint"`
}

type viewWord struct {
	Kind string `json:"kind"`
	Word string `json:"word"`
	Rows int    `json:"rows"`
}

type viewSheet struct {
	File      string   `json:"file"`
	Sheet     string   `json:"sheet"`
	Kind      string   `json:"kind"`
	HeaderRow int      `json:"header_row"`
	Matched   []string `json:"matched"` // "heading = field"
	Unmatched []string `json:"unmatched"`
}

func viewOf(e *ingest.Exports) *view {
	v := &view{Files: len(e.Inputs), total: viewKind{}}
	for _, kind := range record.Kinds {
		row := viewKind{Kind: string(kind), Title: kind.Title()}
		for _, l := range e.Ledgers {
			if l.Kind == kind {
				row.Files++
				row.Rows += l.Read
				row.Used += l.Counts[record.Used]
				row.Aside += l.Aside()
				row.Repeats += l.Counts[record.Duplicate]
			}
		}
		if row.Files > 0 {
			v.Kinds = append(v.Kinds, row)
			v.total.Files += row.Files
			v.total.Rows += row.Rows
			v.total.Used += row.Used
			v.total.Aside += row.Aside
			v.total.Repeats += row.Repeats
		}
	}
	sort.SliceStable(v.Kinds, func(i, j int) bool { return v.Kinds[i].Rows > v.Kinds[j].Rows })
	for _, u := range e.Unused() {
		v.Unused = append(v.Unused, viewFile{u.Place(), u.Title, u.Hint})
	}
	v.Usable = v.Files - len(v.Unused)
	v.words(e)
	v.dates(e)
	for _, h := range e.Headers {
		sheet := viewSheet{File: h.File, Sheet: h.Sheet, Kind: string(h.Kind), HeaderRow: h.Row}
		for i, heading := range h.Headings {
			if i < len(h.Fields) && h.Fields[i] != "" {
				sheet.Matched = append(sheet.Matched, heading+" = "+h.Fields[i])
			} else if heading != "" {
				sheet.Unmatched = append(sheet.Unmatched, heading)
			}
		}
		v.Sheets = append(v.Sheets, sheet)
	}
	return v
}

// words adds up the words that are in no list, by kind of export.
func (v *view) words(e *ingest.Exports) {
	counts := make(map[viewWord]int)
	for _, h := range e.Headers {
		for word, n := range h.Unknown {
			counts[viewWord{Kind: string(h.Kind), Word: word}] += n
		}
	}
	for w, n := range counts {
		w.Rows = n
		v.Unknown = append(v.Unknown, w)
	}
	sort.Slice(v.Unknown, func(i, j int) bool {
		a, b := v.Unknown[i], v.Unknown[j]
		if a.Rows != b.Rows {
			return a.Rows > b.Rows
		}
		return a.Kind+a.Word < b.Kind+b.Word
	})
}

func (v *view) dates(e *ingest.Exports) {
	t := metrics.NewTable(nil, nil)
	for r := range e.Records() {
		t.Add(r)
	}
	v.From, v.To, v.Months = t.DataFrom().String(), t.DataTo().String(), len(t.Months())
	for _, g := range t.Gaps() {
		v.Gaps = append(v.Gaps, viewGap{g.Month.String(), string(g.Kind), g.Kind.Title()})
	}
}

func (v *view) print(w world, name string) {
	p := func(format string, args ...any) { say(w.stdout, fmt.Sprintf(format, args...)) }
	if v.Usable == v.Files {
		p("%s read. All %d were recognised.", plural(v.Files, "file", "files"), v.Files)
	} else {
		p("%s read. %d can be used, %d cannot.", plural(v.Files, "file", "files"), v.Usable, v.Files-v.Usable)
	}
	if v.From != "" {
		p("Dates from %s to %s (%s).", v.From, v.To, plural(v.Months, "complete month", "complete months"))
	}
	if len(v.Kinds) > 0 {
		p("\n  %-28s %6s %8s %8s %11s %9s", "what", "files", "rows", "used", "set aside", "repeats")
		for _, k := range append(v.Kinds, v.total) {
			p("  %-28s %6d %8s %8s %11s %9s", short(k.Title, 28), k.Files, commas(k.Rows), commas(k.Used), commas(k.Aside), commas(k.Repeats))
		}
		p("\n  %s rows = %s used + %s set aside + %s repeats.", commas(v.total.Rows), commas(v.total.Used), commas(v.total.Aside), commas(v.total.Repeats))
	}
	if len(v.Unused) > 0 {
		p("\nCannot be used yet")
		for _, u := range v.Unused {
			p("%s", wrap("  ", u.File+": "+u.Why+". "+u.Hint, "      "))
		}
	}
	if len(v.Unknown) > 0 {
		p("\nWords that are in no list; their rows are in no figure")
		for _, u := range v.Unknown {
			p("  %-24s %-28s %s", u.Word, u.Kind, plural(u.Rows, "row", "rows"))
		}
		p("Say once what they mean (this writes a list for you to fill in):\n  evidencepack inspect %s --save %s/mappings", filepath.ToSlash(name), filepath.ToSlash(name))
	}
	for _, g := range v.Gaps {
		p("%s", wrap("", fmt.Sprintf("%s has no rows of %s. Export that month and put it in the same folder.", g.Month, g.title), "  "))
	}
	for _, s := range v.Sheets {
		if len(s.Unmatched) > 0 {
			p("%s", wrap("", fmt.Sprintf("Not matched in %s: %s.", s.File, strings.Join(s.Unmatched, ", ")), "  "))
		}
	}
	if v.Usable > 0 {
		p("\nNext: evidencepack %s", filepath.ToSlash(name))
	}
}

// ending gives the exit code: 1 where nothing is usable, 5 where some file is not.
func (v *view) ending() error {
	switch {
	case v.Files == 0:
		return failure{code: exitNothing, what: "there are no files here.", hints: []string{"put your CSV and Excel exports into the folder."}}
	case v.Usable == 0:
		return failure{code: exitNothing, what: "none of these files can be used yet.", hints: []string{"mend them as said above and run the same command again."}}
	case v.Usable < v.Files:
		return failure{code: exitPartly, what: fmt.Sprintf("%s cannot be used yet.", plural(v.Files-v.Usable, "file", "files")), hints: []string{"mend them as said above, or take them out of the folder."}}
	}
	return nil
}

// saveMappings writes one small file for each kind of export, with the words that
// wait for an answer. A file that is there already is kept and only said.
func saveMappings(w world, e *ingest.Exports, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot make the folder %s.", filepath.ToSlash(dir))}
	}
	byKind := make(map[record.Kind]*mapping.Mapping)
	for _, h := range e.Headers {
		m := byKind[h.Kind]
		if m == nil {
			m = &mapping.Mapping{Kind: h.Kind, Columns: map[string]string{}, Codes: map[string]string{}}
			byKind[h.Kind] = m
		}
		for i, field := range h.Fields {
			if field != "" {
				m.Columns[field] = h.Headings[i]
			}
		}
		for word := range h.Unknown {
			m.Codes[word] = mapping.Undecided
		}
	}
	var choices []string
	for _, o := range record.Outcomes {
		choices = append(choices, string(o))
	}
	for _, kind := range record.Kinds {
		m := byKind[kind]
		if m == nil {
			continue
		}
		name := filepath.Join(dir, mapping.FileName(kind))
		if _, err := os.Stat(name); err == nil {
			say(w.stdout, fmt.Sprintf("Kept  %s, which was there already.", filepath.ToSlash(name)))
			continue
		}
		if err := os.WriteFile(name, m.Write(choices), 0o644); err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("we cannot write %s.", filepath.ToSlash(name))}
		}
		waits := ""
		if len(m.Codes) > 0 {
			waits = fmt.Sprintf(", %s to explain (the lines that end in \"?\")", plural(len(m.Codes), "word", "words"))
		}
		say(w.stdout, fmt.Sprintf("Saved %s: %s%s", filepath.ToSlash(name), plural(len(m.Columns), "column", "columns"), waits))
	}
	return nil
}
