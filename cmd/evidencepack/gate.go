package main

import (
	"bytes"
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"

	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/readback"
	"evidencepack/templates/js"
)

// The privacy gate of a build: what it knows, and its look at the finished files.
// Nothing is put in place where it finds anything (domain.md 9, rule 13).

// youngest is the age in years that everybody has at least who is in the records: a
// later date of birth is a slip, or the day of something else.
const youngest = 14

// privacyGate makes the gate of all that the exports hold of people.
func (j *job) privacyGate() *disclose.Gate { return j.gateOf(j.settings.Allow) }

// gateOf is the gate where some texts are allowed.
func (j *job) gateOf(allowed []string) *disclose.Gate {
	year, _, _ := j.table.DataFrom().Parts()
	return disclose.Known{
		Private: j.exports.People.Private(), Doubtful: j.exports.People.Doubtful(), Allowed: allowed,
		Own:    []string{j.settings.Provider},
		Places: append(j.table.Services(), j.settings.Provider), BornBefore: year - youngest,
	}.Gate()
}

// sighting is a kind of personal detail in one place of a finished file.
type sighting struct {
	file, what, place string
	times             int
}

// passGate reads every finished file back and searches it. It fails where a file
// holds personal details or cannot be searched to its end, and where a text that
// pages print names somebody, even if pages would leave it out.
func (j *job) passGate(files []output) error {
	seen := make([][]sighting, len(files))
	faults := make([]error, len(files))
	clean := newCleanTexts(j.gate)
	turns := make(chan struct{}, max(1, runtime.GOMAXPROCS(0)))
	var all sync.WaitGroup
	for i, f := range files {
		all.Add(1)
		turns <- struct{}{}
		go func() {
			defer func() { <-turns; all.Done() }()
			seen[i], faults[i] = sightings(clean, f)
		}()
	}
	all.Wait()
	var list []sighting
	for i, f := range files {
		if faults[i] != nil {
			return failure{
				code: exitPrivate, what: fmt.Sprintf("no pack was written. %s could not be searched for personal details: %s.", f.name, faults[i]),
				why: "a file that cannot be searched to its end is not let out.",
			}
		}
		list = append(list, seen[i]...)
	}
	list = append(list, j.shapes()...)
	origins := j.origins(j.gate)
	if len(list)+len(origins) > 0 {
		return refusal(list, origins, j.allowedOrigins(origins))
	}
	j.progress.stage(fmt.Sprintf("checked %d files, no personal detail found", len(files)))
	return nil
}

// shapes finds what looks like a personal detail in the words of the pages, which are all
// the words that their files have.
func (j *job) shapes() []sighting {
	var list []sighting
	clean := make(map[string]bool) // the packs say much in the same words
	for _, p := range j.pages {
		for _, text := range p.Texts() {
			if clean[text] {
				continue
			}
			shaped := j.gate.Shaped(text)
			clean[text] = len(shaped) == 0
			for _, what := range shaped {
				list = append(list, sighting{p.Cover.Pack + ".json", what, "the words of the page", 1})
			}
		}
	}
	return list
}

// sightings searches one finished file.
func sightings(texts *cleanTexts, f output) ([]sighting, error) {
	pieces, err := readback.Read(f.name, bytes.Clone(f.text), js.Packed())
	if err != nil {
		return nil, err
	}
	gate := texts.gate
	var list []sighting
	for i, piece := range pieces {
		if texts.clean(piece.Text) {
			continue
		}
		var before, after string
		if i > 0 {
			before = pieces[i-1].Text
		}
		if i+1 < len(pieces) {
			after = pieces[i+1].Text
		}
		// A page as it is saved, and a table, hold each text whole. What PDF, workbook and
		// HTML show is all in that page, so a name that a label breaks is looked at there.
		finds := gate.Search
		if laidOut(f.name) {
			finds = func(text string) []disclose.Found { return gate.SearchBeside(before, text, after) }
		}
		for _, found := range finds(piece.Text) {
			place := piece.Place
			if len(gate.Search(place)) > 0 || !gate.Safe(place) {
				place = "a place whose name we do not repeat" // a sheet may be named after a person
			}
			list = append(list, sighting{f.name, found.What, place, found.Times})
		}
	}
	return list, nil
}

// laidOut tells whether a file breaks texts into lines and labels.
func laidOut(name string) bool {
	switch path.Ext(name) {
	case ".json", ".csv":
		return false
	}
	return true
}

// mostSightings is how many places of one kind of thing in one file get a line each.
// With more than a few kinds and files it is one.
const (
	mostSightings = 3
	few           = 4
)

// refusal says what was found where, and where the words come from.
// Where every source is allowed as a whole, a part of it may stand alone somewhere.
func refusal(list []sighting, origins, allowed []string) failure {
	f := failure{code: exitPrivate, what: "no pack was written. " + packsIn(list) + " would have carried personal details.", places: placeLines(list)}
	if len(origins) > 0 {
		f.why = "it comes from " + strings.Join(firstOf(origins, mostOrigins), "; ") + ". We do not repeat the words here."
		f.hints = []string{"take the name or number out there and run the same command again. Packs made before are still as they were."}
	} else if len(allowed) > 0 {
		f.why = "such a name stands in " + strings.Join(firstOf(allowed, mostOrigins), "; ") + ". What pack.yaml allows is excused only where the whole of it stands. We do not repeat the words here."
		f.hints = []string{"allow the text as it stands there, or look in the places above for a part of it that stands alone. Packs made before are still as they were."}
	} else {
		f.why = "a name or number of the exports stands there. We do not repeat it here."
		f.hints = []string{"look at the provider's name in pack.yaml, at the names of services, files and sheets, and at your own templates. Packs made before are still as they were."}
	}
	f.hints = append(f.hints, "where it is the name of a place and points at nobody, allow it in pack.yaml:\nallow: [\"the whole name of the place\"]")
	return f
}

// mostOrigins is how many sources of words one message names.
const mostOrigins = 6

func firstOf(texts []string, most int) []string {
	if len(texts) <= most {
		return texts
	}
	return append(texts[:most:most], fmt.Sprintf("%d more", len(texts)-most))
}

// packsIn names the packs that hold anything.
func packsIn(list []sighting) string {
	var names []string
	known := make(map[string]bool)
	for _, s := range list {
		name := strings.TrimSuffix(s.file, path.Ext(s.file))
		if !known[name] {
			known[name] = true
			names = append(names, name)
		}
	}
	switch len(names) {
	case 0:
		return "The packs"
	case 1:
		return "The file " + names[0]
	}
	return "The files " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// placeLines are the lines of a refusal: file, place, kind of thing, times.
func placeLines(list []sighting) []string {
	type group struct{ file, what string }
	var order []group
	byGroup := make(map[group][]sighting)
	for _, s := range list {
		g := group{s.file, s.what}
		if byGroup[g] == nil {
			order = append(order, g)
		}
		if known := byGroup[g]; len(known) > 0 && known[len(known)-1].place == s.place {
			known[len(known)-1].times += s.times
			continue
		}
		byGroup[g] = append(byGroup[g], s)
	}
	most := mostSightings
	if len(order) > few {
		most = 1
	}
	var lines []string
	for _, g := range order {
		places := byGroup[g]
		for i, s := range places[:min(most, len(places))] {
			more := ""
			if rest := len(places) - i - 1; i == most-1 && rest > 0 {
				more = " and " + plural(rest, "more place", "more places")
			}
			lines = append(lines, fmt.Sprintf("%s   %s   %s, %s%s", g.file, s.place, g.what, plural(s.times, "time", "times"), more))
		}
	}
	return lines
}

// leakRefusal says which metrics of a pack give a withheld number away.
func leakRefusal(leak *render.LeakError) failure {
	return failure{
		code: exitPrivate, what: fmt.Sprintf("no pack was written. In %s a number that is not shown could be worked out from others: %s.", leak.Pack, strings.Join(firstOf(leak.Metrics, mostOrigins), ", ")),
		why:   "together with what is shown, or with what was sent before, it would say something about a few people.",
		hints: []string{"leave the line of the ledger out if that pack was never sent, or take these figures out of the pack with templates of your own. Packs made before are still as they were."},
	}
}
