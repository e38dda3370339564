package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"evidencepack/render/chart"
	"evidencepack/testdata"
)

// demoProvider is the invented provider of the exports inside the program.
const demoProvider = "Wimblewick Care"

// demoCommand makes all packs from the exports inside the program.
type demoCommand struct {
	Out string `default:"demo" placeholder:"DIR" help:"Where the packs go."`
}

// Help shows how the command is used.
func (demoCommand) Help() string {
	return "Examples:\n  evidencepack demo\n  evidencepack demo --out somewhere\n\nAll people, staff and services are invented."
}

// Run builds the demo and says where to look first.
func (c *demoCommand) Run(w world) error {
	if err := canWrite(c.Out); err != nil {
		return err
	}
	if entries, err := os.ReadDir(c.Out); err == nil && len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(c.Out, "manifest.json")); err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("the folder %s holds other files, so the example packs do not go there.", filepath.ToSlash(c.Out)), hints: []string{"name a new folder with --out."}}
		}
	}
	exports := testdata.Exports()
	count := 0
	if err := fs.WalkDir(exports, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			count++
		}
		return err
	}); err != nil {
		return err
	}
	say(w.stderr, fmt.Sprintf("Reading the example exports (invented people, %d files).", count))
	j := &job{world: w, progress: &progress{world: w}, settings: settings{Provider: demoProvider}, folder: exports}
	files, err := j.make()
	if err != nil {
		return err
	}
	if err := place(c.Out, files); err != nil {
		return err
	}
	j.tellCases()
	out := filepath.ToSlash(c.Out)
	say(w.stdout, fmt.Sprintf("Made %s in %s (PDF, Excel and HTML each). The provider is invented.", plural(len(j.pages), "pack", "packs"), out))
	say(w.stdout, "Bids: tender-pack.pdf. CQC: inspection-pack.pdf. Months: monthly-report.pdf.")
	say(w.stdout, j.lookFirst())
	say(w.stdout, fmt.Sprintf("Of %s rows, %s were set aside: data-quality.csv says which and why.", commas(j.totals().Read), commas(j.totals().Aside())))
	say(w.stdout, "Now your own: evidencepack inspect FOLDER")
	return nil
}

// lookFirst names the headline that got worse, or the first one.
func (j *job) lookFirst() string {
	strip := headline(j.mostExact())
	if strip == nil || len(strip.Figures) == 0 {
		return "Look first at monthly-report.pdf."
	}
	look := strip.Figures[0]
	for _, f := range strip.Figures {
		if f.Verdict.State == chart.StateConcern {
			look = f
		}
	}
	return fmt.Sprintf("Look first at: %s, %s before, %s after.", lower(look.Label), look.Before, look.After)
}
