package main

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/page"
)

// summary says on standard output what was made: results only.
func (j *job) summary(out, in string) {
	w := j.world.stdout
	exact := j.mostExact()
	for _, warning := range render.Warnings(j.input, false) { // files that could not be used have lines of their own
		j.world.line("warning", warning, "")
	}
	j.tellDifferences()
	j.tellDoubts()
	j.idleRebases()
	j.idleNotes()
	j.tellCases()
	j.tellEmptySlots()
	if j.settings.Provider == "" {
		j.world.line("note", "no provider's name is set, so the pages bear none.", "", "evidencepack init FOLDER  writes pack.yaml; set provider: in it.")
	}
	say(w, fmt.Sprintf("Made %s in %s (PDF, Excel and HTML each).", plural(len(j.pages), "pack", "packs"), out))
	say(w, wrap("", fmt.Sprintf("Period %s. Compared with %s.", exact.Cover.Period, exact.Cover.Baseline), "  "))
	say(w, "")
	if strip := headline(exact); strip != nil {
		for _, f := range strip.Figures {
			say(w, strings.TrimRight(headlineLine(f), " "))
			if f.Verdict.Word != "" && f.AfterValue != nil {
				say(w, fmt.Sprintf("  %-32s %s", "", lower(f.Verdict.Word)))
			}
		}
		say(w, "")
	}
	all := j.totals()
	say(w, wrap("  ", fmt.Sprintf("%s rows used, %s set aside, %s repeats. %s figures in evidence.csv.",
		commas(all.Counts[record.Used]), commas(all.Aside()), commas(all.Counts[record.Duplicate]), commas(len(j.figures))), "  "))
	say(w, "  Names, numbers and postcodes of the exports were looked for in every file:")
	say(w, "  none found.")
	say(w, "")
	say(w, "What was set aside, and why: data-quality.csv. What was read: manifest.json.")
}

// headlineLine writes one headline figure, or the word that stands in its place.
func headlineLine(f page.Figure) string {
	if f.AfterValue == nil {
		return fmt.Sprintf("  %-32s %s", short(f.Label, 32), f.After)
	}
	return fmt.Sprintf("  %-32s %15s %8s   before %s", short(f.Label, 32), strings.TrimPrefix(f.AfterCount, "after: "), f.After, f.Before)
}

// mostExact gives the page of the tier that withholds least.
func (j *job) mostExact() *page.Page {
	for _, tier := range []page.Tier{page.TierInternal, page.TierInspection} {
		for _, p := range j.pages {
			if p.Cover.Tier == tier {
				return p
			}
		}
	}
	return j.pages[0]
}

// headline gives the figure strip of a page, nil where it has none.
func headline(p *page.Page) *page.Strip {
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Strip != nil {
				return b.Strip
			}
		}
	}
	return nil
}

func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-3]) + "..."
	}
	return s
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// partly ends a build in which a whole file could not be used.
func (j *job) partly() error {
	if missing := j.notWorkedOut(); len(missing) > 0 {
		shown, more := missing, ""
		if len(missing) > 8 {
			shown, more = missing[:8], fmt.Sprintf(" and %d more", len(missing)-8)
		}
		j.world.line("warning", fmt.Sprintf("not worked out, because no file holds rows for them: %s%s.", strings.Join(shown, ", "), more), "")
	}
	unused := j.exports.Unused()
	j.tellUnused(unused)
	return failure{code: exitPartly, what: fmt.Sprintf("the packs are made without %s.", plural(len(unused), "file", "files")), hints: []string{"mend what is said above and run the same command again."}}
}

// notWorkedOut lists the metrics for which the exports hold no rows at all.
func (j *job) notWorkedOut() []string {
	var ids []string
	for _, m := range metrics.All {
		if j.table.Rows(m.Needs[0], record.Span{}) == 0 {
			ids = append(ids, m.ID)
		}
	}
	return ids
}
