package main

import (
	"os"
	"testing"
	"time"

	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/testdata"
)

func TestZZ(t *testing.T) {
	for _, demo := range []bool{false, true} {
		j := &job{world: world{stdout: os.Stderr, stderr: os.Stderr}, progress: &progress{world: world{stdout: os.Stderr, stderr: os.Stderr}}, settings: settings{From: "2026-04-01", To: "2026-09-30", BaselineFrom: "2025-10-01", BaselineTo: "2026-03-31"}, folder: os.DirFS("/work/shared/care-sample/exports")}
		if demo {
			j.settings = settings{}
			j.folder = testdata.Exports()
		}
		if err := j.prepare(); err != nil {
			t.Fatal(err)
		}
		j.read()
		start := time.Now()
		j.count()
		t.Log("count", time.Since(start))
		start = time.Now()
		j.input = j.inputOf(disclose.NewGate(nil))
		t.Log("input", time.Since(start), "small", j.input.Small)
		for range 2 {
			start = time.Now()
			_, shown, err := render.ComposeShown(j.packs[0], j.input)
			t.Log("tender", time.Since(start), len(shown), err)
		}
		for _, p := range j.packs[1:] {
			start = time.Now()
			render.Compose(p, j.input)
			t.Log(p.Name, time.Since(start))
		}
	}
}
