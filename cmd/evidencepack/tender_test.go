package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// small tells whether a count is more than nought and under five, either way.
func small(n *float64) bool { return n != nil && *n != 0 && *n > -5 && *n < 5 }

// countsInText finds "12 of 345", the way every count is written in a sentence.
var countsInText = regexp.MustCompile(`([\d,]+) (?:of|in) ([\d,]+)`)

// TestTenderKeepsToTheFloor reads the tender packs of the sample and of the demo
// and looks at every number in them: none rests on fewer than five people, no
// count or complement of a share is one to four, in figures, charts and sentences.
func TestTenderKeepsToTheFloor(t *testing.T) {
	demo := filepath.Join(t.TempDir(), "demo")
	mustRun(t, "demo", "--out", demo)
	for _, dir := range []string{sharedSample(t), demo} {
		text, err := os.ReadFile(filepath.Join(dir, "tender-pack.json"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := page.Load(text)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, s := range p.Sections {
			for _, b := range s.Blocks {
				seen += blockKeepsToTheFloor(t, b)
			}
		}
		if seen < 150 {
			t.Errorf("only %d numbers were looked at", seen)
		}
	}
}

func blockKeepsToTheFloor(t *testing.T, b page.Block) (seen int) {
	t.Helper()
	switch {
	case b.Figures != nil:
		for _, r := range b.Figures.Rows {
			if r.Value == nil {
				continue
			}
			seen++
			share := r.Format == page.FormatPercent
			if r.People == nil || *r.People < 5 || small(r.Numerator) || (share && complementSmall(r.Numerator, r.Denominator)) {
				t.Errorf("%s %s %s: shown on %v people, %v of %v", r.Metric, r.Scope, r.Window, r.People, value(r.Numerator), value(r.Denominator))
			}
		}
	case b.Chart != nil:
		seen += chartKeepsToTheFloor(t, b.Chart.Spec)
		if b.Chart.Partner != nil {
			seen += chartKeepsToTheFloor(t, *b.Chart.Partner)
		}
	case b.Curve != nil:
		t.Errorf("%s: a curve shows when single things ended", b.Curve.Spec.Title)
	case b.Funnel != nil:
		for _, point := range b.Funnel.Spec.Points {
			seen++
			if point.Value == nil || small(point.Numerator) || complementSmall(point.Numerator, point.Size) {
				t.Errorf("%s: %s is withheld or small, and the limits rest on all services", b.Funnel.Spec.Title, point.Name)
			}
		}
	case b.Claims != nil:
		for _, claim := range b.Claims.Claims {
			for _, found := range countsInText.FindAllStringSubmatch(claim.Text+" "+claim.More, -1) {
				n, errN := strconv.ParseFloat(strings.ReplaceAll(found[1], ",", ""), 64)
				d, errD := strconv.ParseFloat(strings.ReplaceAll(found[2], ",", ""), 64)
				seen++
				if errN != nil || errD != nil || small(&n) || complementSmall(&n, &d) {
					t.Errorf("a sentence says %q", found[0])
				}
			}
		}
	}
	return seen
}

func chartKeepsToTheFloor(t *testing.T, s chart.Spec) (seen int) {
	t.Helper()
	withheld, judged := false, false
	for _, point := range s.Points {
		withheld = withheld || point.State == chart.PointWithheld
		judged = judged || point.Centre != nil || point.LimitUpper != nil || point.Signal != ""
	}
	if judged && (withheld || s.Grain != chart.GrainMonth) {
		t.Errorf("%s: lines and signals rest on months that are not shown", s.Title)
	}
	for _, point := range s.Points {
		if point.Value == nil {
			continue
		}
		seen++
		if small(point.Numerator) || (s.Unit == chart.UnitPercent && complementSmall(point.Numerator, point.Denominator)) {
			t.Errorf("%s, %s: a point of %v of %v is shown", s.Title, point.Label, value(point.Numerator), value(point.Denominator))
		}
	}
	return seen
}

func complementSmall(n, d *float64) bool {
	if n == nil || d == nil {
		return false
	}
	rest := *d - *n
	return small(&rest) || *d < 10
}

func value(v *float64) any {
	if v == nil {
		return "nothing"
	}
	return *v
}

// TestEmptySlotsAreToldToTheAuthor names the empty places for own words on the screen of
// who asks for the tender pack, and nowhere in its files.
func TestEmptySlotsAreToldToTheAuthor(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	for args, want := range map[string]bool{"--pack tender": true, "": false} {
		_, _, stderr := tryRun(append([]string{"build", "--in", "exports", "--out", "out"}, strings.Fields(args)...)...)
		if said := strings.Contains(strings.Join(strings.Fields(stderr), " "), "places for your own words that are empty: method"); said != want {
			t.Errorf("%q: %s", args, stderr)
		}
	}
	saved, err := os.ReadFile("out/tender-pack.json")
	if err != nil || bytes.Contains(saved, []byte("To add")) || bytes.Contains(saved, []byte("pack.yaml")) {
		t.Errorf("%v: the tender pack speaks to its author", err)
	}
}
