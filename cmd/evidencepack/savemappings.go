package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// saveMappings writes one small file for each kind of export, with the words that
// wait for an answer. A file that is there already only gets new lines.
func saveMappings(w world, e *ingest.Exports, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot make the folder %s.", filepath.ToSlash(dir))}
	}
	s := &saving{dir: dir}
	for _, kind := range record.Kinds {
		for _, file := range s.plan(e, kind) {
			if err := s.save(w, file); err != nil {
				return err
			}
		}
	}
	s.say(w)
	return saveAliasesToCheck(w, e, dir)
}

// saving is what was written into a folder of mappings.
type saving struct {
	dir      string
	made     []string // names of new files
	grown    []grown
	same     int // files in which nothing was new
	columns  int // matched in all
	waiting  []waiting
	contrary []string // files whose columns no mapping can hold for beside the saved one
}

// grown is a file that was there before, and the lines that it got.
type grown struct {
	name  string
	lines []string
}

// waiting are the words of one file that wait for an answer.
type waiting struct {
	name  string
	words []string
}

// plan says which files are to hold what was found of a kind.
func (s *saving) plan(e *ingest.Exports, kind record.Kind) []mapping.Found {
	var plan []mapping.Found
	taken := func(name string) bool {
		_, err := os.Stat(filepath.Join(s.dir, name))
		return err == nil || slices.ContainsFunc(plan, func(f mapping.Found) bool { return f.File == name })
	}
	for _, saved := range savedFor(e, kind) {
		sheets := sheetsOf(e, kind, saved)
		var base map[string][]string
		if saved != nil {
			base = saved.Columns
		}
		for i, group := range mapping.Groups(base, layoutsOf(sheets, saved)) {
			if len(group.Layouts) == 0 {
				continue
			}
			found := foundIn(sheets, group, kind)
			switch {
			case i == 0 && saved != nil:
				found.File = saved.File
			case saved != nil && len(saved.Files)+len(saved.Sheets)+len(saved.Headings) > 0:
				s.contrary = append(s.contrary, saved.File)
				continue
			default:
				if found.File = freeName(kind, taken); found.File != mapping.FileName(kind) {
					apart(&found, e, kind, group)
				}
			}
			plan = append(plan, found)
		}
	}
	return plan
}

// freeName gives a name for a new mapping of a kind: care_notes.yaml, or
// care_notes-2.yaml where that is taken.
func freeName(kind record.Kind, taken func(string) bool) string {
	name := mapping.FileName(kind)
	for n := 2; taken(name); n++ {
		name = fmt.Sprintf("%s-%d.yaml", strings.TrimSuffix(mapping.FileName(kind), ".yaml"), n)
	}
	return name
}

// apart limits a mapping to the files of one group, and to their sheets where
// another layout stands in the same file.
func apart(found *mapping.Found, e *ingest.Exports, kind record.Kind, group mapping.Group) {
	var files, others, sheets []string
	for _, l := range group.Layouts {
		files = append(files, l.File)
		if l.Sheet != "" && !slices.Contains(sheets, l.Sheet) {
			sheets = append(sheets, l.Sheet)
		}
	}
	shared := false
	for _, h := range e.Headers {
		if h.Kind != kind || group.Has(h.File, h.Sheet) {
			continue
		}
		if slices.Contains(files, h.File) {
			shared = true
			continue
		}
		others = append(others, h.File)
	}
	found.Files = mapping.Patterns(files, others)
	if shared {
		found.Sheets = sheets
	}
}

// save writes or extends one mapping.
func (s *saving) save(w world, found mapping.Found) error {
	name := filepath.Join(s.dir, found.File)
	existing, err := readOwn(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failure{code: exitNothing, what: fmt.Sprintf("the mapping %s cannot be opened.", filepath.ToSlash(name))}
	}
	s.columns += len(found.Columns)
	if len(found.Words) > 0 {
		wait := waiting{name: found.File}
		for _, word := range found.Words {
			wait.words = append(wait.words, word.Text)
		}
		s.waiting = append(s.waiting, wait)
	}
	text, added, err := mapping.Update(existing, found)
	switch {
	case errors.Is(err, mapping.ErrByHand):
		w.line("warning", err.Error()+".", "", "we left the file as it is. Its new columns and words are in  evidencepack inspect")
		return nil
	case err != nil:
		return failure{code: exitNothing, what: err.Error() + "."}
	case len(added) == 0:
		s.same++
		return nil
	}
	if err := replaceFile(name, text, 0o644); err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write %s.", filepath.ToSlash(name))}
	}
	if len(existing) == 0 {
		s.made = append(s.made, found.File)
	} else {
		s.grown = append(s.grown, grown{found.File, added})
	}
	return nil
}

// say tells what was saved and what is to be done with it.
func (s *saving) say(w world) {
	p := func(format string, args ...any) { say(w.stdout, fmt.Sprintf(format, args...)) }
	dir := filepath.ToSlash(s.dir)
	switch {
	case len(s.made)+len(s.grown)+s.same == 0:
		p("We found no kind of export, so nothing was saved.")
		return
	case len(s.made) > 0:
		p("Saved what we found in %s. Your exports were not changed.", dir)
		p("  %s, one for each kind of export.", plural(len(s.made), "new file", "new files"))
	case len(s.grown) == 0:
		p("Nothing is new. The mappings in %s stay as they are.", dir)
	default:
		p("Added what is new to the mappings in %s. Your lines stay as they are.", dir)
	}
	p("  %s matched.", plural(s.columns, "column", "columns"))
	for _, g := range s.grown {
		p("\nNew in %s:", g.name)
		for _, line := range g.lines {
			p("  %s", line)
		}
	}
	for _, name := range s.contrary {
		p("%s", wrap("", fmt.Sprintf("Some files have columns that contradict %s, which holds for certain files only. Write a mapping for them by hand.", name), "  "))
	}
	s.ask(p)
	p("\nNext: build. The folder is found by itself if it is called mappings and lies\nwith the exports.")
}

// ask names the words that wait for an answer.
func (s *saving) ask(p func(string, ...any)) {
	all, widest := 0, 0
	for _, wait := range s.waiting {
		all += len(wait.words)
		widest = max(widest, len(wait.name))
	}
	if all == 0 {
		return
	}
	there := "There is 1"
	if all > 1 {
		there = fmt.Sprintf("There are %d", all)
	}
	p("\nPlease look at the lines that end in \"?\". %s:", there)
	for _, wait := range s.waiting {
		p("%s", wrap("  ", fmt.Sprintf("%-*s  %s", widest, wait.name, strings.Join(wait.words, ", ")), strings.Repeat(" ", widest+4)))
	}
	p("Change each \"?\" to a word from the list above it, or to \"ignore\".\nA single letter means different things on different charts. We never guess.")
}
