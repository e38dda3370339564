package render

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/metrics"
	"evidencepack/templates"
)

// codesOf reads the constants of a type, or of a first part of a name, from the
// source of metrics: a code that is new there needs words here.
func codesOf(t *testing.T, kind, prefix string) []string {
	t.Helper()
	files, err := filepath.Glob("../metrics/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var codes []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			named, _ := spec.Type.(*ast.Ident)
			value, literal := spec.Values[0].(*ast.BasicLit)
			if !literal || (kind != "" && (named == nil || named.Name != kind)) || (prefix != "" && !strings.HasPrefix(spec.Names[0].Name, prefix)) {
				return true
			}
			if text, err := strconv.Unquote(value.Value); err == nil && text != "" {
				codes = append(codes, text)
			}
			return true
		})
	}
	slices.Sort(codes)
	return codes
}

func sorted[T ~string](codes []T, without ...T) []string {
	var out []string
	for _, c := range codes {
		if !slices.Contains(without, c) {
			out = append(out, string(c))
		}
	}
	slices.Sort(out)
	return out
}

// TestEveryCodeNeedsWords finds each code of metrics among those that are checked.
func TestEveryCodeNeedsWords(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"kinds", sorted(seriesKinds, kindQuarters), codesOf(t, "SeriesKind", "")},
		{"reasons", sorted(seriesReasons, reasonQuarters), codesOf(t, "SeriesReason", "")},
		{"gaps", sorted(seriesGaps), codesOf(t, "SeriesGap", "")},
		{"sets of rules", sorted(ruleSets), codesOf(t, "", "Rules")},
		{"rules and their sets", sorted(append(slices.Clone(seriesRules), ruleSets...)), codesOf(t, "", "Rule")},
	} {
		if len(c.want) == 0 || !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v are checked, metrics has %v", c.what, c.got, c.want)
		}
	}
}

// TestChartWordsAreWhole takes each line of words away, one after the other.
func TestChartWordsAreWhole(t *testing.T) {
	words, err := readChartWords(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	for number, said := range map[int]string{metrics.LeastPoints: words.Reasons[metrics.ReasonShort], metrics.TellingServices: words.Few} {
		if !strings.Contains(said, fmt.Sprintf("fewer than %d ", number)) {
			t.Errorf("%q does not say %d", said, number)
		}
	}
	lose := map[string]func(*chartWords){
		`the kind "t"`:          func(w *chartWords) { delete(w.Kinds, metrics.SeriesT) },
		`the reason "stock"`:    func(w *chartWords) { delete(w.Reasons, metrics.ReasonStock) },
		`the reason "quarters"`: func(w *chartWords) { w.Reasons[reasonQuarters] = "" },
		`the rules "Anhøj"`:     func(w *chartWords) { delete(w.Rules, metrics.RulesAnhoej) },
		`the signal "trend"`:    func(w *chartWords) { delete(w.Signals, metrics.RuleTrend) },
		`the gap "thin"`:        func(w *chartWords) { delete(w.Gaps, metrics.GapThin) },
		`the funnel "spread"`:   func(w *chartWords) { delete(w.Funnel, metrics.FunnelSpread) },
		`the funnel "chance"`:   func(w *chartWords) { delete(w.Bands, metrics.FunnelChance) },
		"curve":                 func(w *chartWords) { w.Curve = "" },
		"suggest":               func(w *chartWords) { w.Suggest = "" },
		"restart":               func(w *chartWords) { w.Restart = "" },
		"left_out":              func(w *chartWords) { w.LeftOut = "" },
		"rebase":                func(w *chartWords) { w.Rebase = "" },
		"curve_early":           func(w *chartWords) { w.CurveEarly = "" },
		"curve_again":           func(w *chartWords) { w.CurveAgain = "" },
		"run_rules":             func(w *chartWords) { w.RunRules = nil },
		`the kind "run"`: func(w *chartWords) {
			k := w.Kinds[metrics.SeriesRun]
			k.Centre = "median"
			w.Kinds[metrics.SeriesRun] = k
		},
	}
	for want, take := range lose {
		again, err := readChartWords(templates.Files())
		if err != nil {
			t.Fatal(err)
		}
		if take(again); again.missing() != want {
			t.Errorf("without it %q is missing, want %q", again.missing(), want)
		}
	}
	text := "kinds: {}\nsuprise: yes\n"
	if _, err := readChartWords(templates.Over(fstest.MapFS{"prose/charts.yaml": {Data: []byte(text)}})); err == nil || !strings.Contains(err.Error(), `charts.yaml: line 2: we do not know "suprise"`) {
		t.Error(err)
	}
	for _, banned := range []string{"because of", "due to", "led to", "caused", "significant", "stable", "statistic", "confidence interval"} {
		for _, said := range words.Reasons {
			if strings.Contains(said, banned) {
				t.Errorf("%q says %q", said, banned)
			}
		}
	}
}
