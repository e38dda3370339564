package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
	"evidencepack/templates"
	"evidencepack/testdata"
	"evidencepack/testdata/caresample"
)

// tenderOf composes the tender pack of a folder of exports.
func tenderOf(t *testing.T, folder fs.FS) *page.Page {
	t.Helper()
	j := &job{folder: folder, world: world{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}}
	j.progress = &progress{world: j.world}
	j.period = record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)}
	j.baseline = record.Span{From: record.DateOf(2025, 10, 1), To: record.DateOf(2026, 3, 31)}
	if err := j.read(); err != nil {
		t.Fatal(err)
	}
	if err := j.count(); err != nil {
		t.Fatal(err)
	}
	packs, err := render.Packs(templates.Files(), []string{"tender"})
	if err != nil {
		t.Fatal(err)
	}
	made, err := render.Compose(packs[0], j.inputOf(disclose.NewGate(nil)))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// shownNumbers are the numerators that an evidence index shows, by metric, scope and
// window; what is withheld is there without one.
func shownNumbers(p *page.Page) map[[3]string]*float64 {
	numbers := map[[3]string]*float64{}
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Figures == nil {
				continue
			}
			for _, r := range b.Figures.Rows {
				key := [3]string{r.Metric, r.Scope, r.Window}
				switch {
				case r.Numerator != nil:
					numbers[key] = r.Numerator
				case r.Status == "not shown":
					numbers[key] = nil
				}
			}
		}
	}
	return numbers
}

// TestTenderSolvedAsEquations reads the tender packs of the sample and of the demo as a
// system of equations: no withheld number may follow from those that are shown.
func TestTenderSolvedAsEquations(t *testing.T) {
	dir := t.TempDir()
	if err := caresample.Unpack(dir); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]fs.FS{"sample": os.DirFS(filepath.Join(dir, "exports")), "demo": testdata.Exports()} {
		p := tenderOf(t, folder)
		numbers := shownNumbers(p)
		const all = "All services"
		// In force at the start: all of a window less those added. With how the number
		// changed in the window before, that gives how many were added.
		hidden := map[string]int{}
		for _, window := range []string{"baseline", "period"} {
			for _, id := range []string{"RES-03", "RES-04"} {
				n, there := numbers[[3]string{id, all, window}]
				if !there {
					t.Errorf("%s: %s of the %s is not in the index", name, id, window)
				}
				if n == nil {
					hidden[window]++
				}
			}
			if hidden[window] == 1 {
				t.Errorf("%s: of the %s one of the figures that move the number in force is withheld alone", name, window)
			}
		}
		if hidden["period"] > 0 && hidden["baseline"] == 0 || hidden["baseline"] == 0 {
			t.Errorf("%s: %v are withheld: the baseline gives away the period, or nothing is tested", name, hidden)
		}
		// First refusals are those that stood and those with a yes to a second offer.
		for _, window := range []string{"baseline", "period"} {
			first, stood, yes := numbers[[3]string{"REF-01", all, window}], numbers[[3]string{"REF-02", all, window}], numbers[[3]string{"REF-03", all, window}]
			switch {
			case first != nil && (stood == nil) != (yes == nil):
				t.Errorf("%s: one part of the first refusals of the %s follows from the other", name, window)
			case first != nil && stood != nil && *first != *stood+*yes:
				t.Errorf("%s: %v first refusals, %v and %v", name, *first, *stood, *yes)
			}
		}
		// The services of a shown total: never one alone is withheld.
		alone := map[[2]string]int{}
		for key, n := range numbers {
			if key[1] != all && n == nil && numbers[[3]string{key[0], all, key[2]}] != nil {
				alone[[2]string{key[0], key[2]}]++
			}
		}
		for key, n := range alone {
			if n == 1 {
				t.Errorf("%s: one service of %s follows from the others", name, key)
			}
		}
		saved, err := p.Save()
		if err != nil {
			t.Fatal(err)
		}
		if hidden["period"] > 0 {
			for _, says := range []string{" were added", " was added", " fewer in force", " more in force", "As many are in force", " more were in force", "restrictions added 1", "net change in restrictions −"} {
				if strings.Contains(strings.ReplaceAll(string(saved), "How many were added is not shown", ""), says) {
					t.Errorf("%s: the pack says %q", name, says)
				}
			}
		}
		strip := "(before not shown)"
		if hidden["period"] > 0 {
			strip = "restrictions added not shown; net change in restrictions not shown"
		}
		if !strings.Contains(string(saved), strip) {
			t.Errorf("%s: the strip does not say what is withheld: %q", name, strip)
		}
	}
}
