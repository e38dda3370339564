package stat

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// referenceSpells reads the spells of a case by their group, and the largest time.
func referenceSpells(t *testing.T, name string) (groups map[string][]Spell, horizon float64) {
	t.Helper()
	groups = map[string][]Spell{}
	for _, r := range reference(t, name) {
		group, entry := r["group"], 0.0
		if group == "" {
			group = "all"
		}
		if r["entry"] != "" {
			entry = r.number(t, "entry")
		}
		s := Spell{Entry: entry, Time: r.number(t, "time"), Ended: r["event"] == "1"}
		groups[group] = append(groups[group], s)
		horizon = max(horizon, s.Time)
	}
	return groups, horizon
}

func TestKaplanMeier(t *testing.T) {
	for c, settings := range cases(t, "km") {
		groups, horizon := referenceSpells(t, "km_input_"+c)
		next := map[string]int{}
		for _, r := range reference(t, "km_expected_"+c) {
			curve, err := KaplanMeier(groups[r["group"]], Transform(settings["conf"]), horizon)
			if err != nil {
				t.Fatalf("%s: %v", c, err)
			}
			p := curve.Points[next[r["group"]]]
			next[r["group"]]++
			checkAll(t, c+" "+r["group"], r, map[string]float64{
				"time": p.Time, "n_risk": float64(p.AtRisk), "n_event": float64(p.Ended), "n_censor": float64(p.Censored),
				"surv": p.Survival, "std_err": p.StdErr, "lower": p.Lower, "upper": p.Upper,
				"records": float64(curve.Records), "events": float64(curve.Events),
				"rmean": curve.RestrictedMean, "se_rmean": curve.RestrictedMeanSE,
				"median": curve.Median, "median_lower": curve.MedianLower, "median_upper": curve.MedianUpper,
			})
		}
	}
}

func TestCurveDoesNotMindTheOrder(t *testing.T) {
	groups, _ := referenceSpells(t, "km_input_delayed_entry")
	spells := groups["all"]
	before := slices.Clone(spells)
	first, err := KaplanMeier(spells, TransformLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(spells, before) {
		t.Error("the spells were moved")
	}
	slices.Reverse(spells)
	second, err := KaplanMeier(spells, TransformLog, 0)
	if err != nil || !slices.Equal(first.Points, second.Points) || first.RestrictedMean != second.RestrictedMean {
		t.Errorf("another order, another curve: %v", err)
	}
}

func TestCurveBetweenAndBeyondItsPoints(t *testing.T) {
	curve, err := KaplanMeier([]Spell{{Time: 10, Ended: true}, {Time: 20}, {Time: 30, Ended: true}, {Time: 40}}, TransformLogLog, 25)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		time, survival float64
		atRisk         int
	}{{0, 1, 4}, {9.5, 1, 4}, {10, 0.75, 4}, {20, 0.75, 3}, {35, 0.375, 1}, {41, 0.375, 0}} {
		at := curve.At(c.time)
		if !near(at.Survival, c.survival) || at.AtRisk != c.atRisk || !near(at.Ended, 1-c.survival) {
			t.Errorf("at %v: %+v", c.time, at)
		}
	}
	if at := curve.At(5); at.Lower != 1 || at.Upper != 1 {
		t.Errorf("before the first point: %+v", at)
	}
	if at := curve.At(-1); !math.IsNaN(at.Survival) || !math.IsNaN(at.EndedLower) {
		t.Errorf("before the start: %+v", at)
	}
	check(t, "up to 25", "mean", curve.RestrictedMean, 10+15*0.75)
}

func TestWhatNoCurveIsMadeFrom(t *testing.T) {
	nan := math.NaN()
	good := []Spell{{Time: 3, Ended: true}}
	for _, c := range []struct {
		what      string
		spells    []Spell
		transform Transform
		horizon   float64
		want      error
	}{
		{"nothing", nil, TransformLog, 0, ErrNoValues},
		{"a negative time", []Spell{{Time: -1}}, TransformLog, 0, ErrBadSpell},
		{"no time", []Spell{{Time: nan}}, TransformLog, 0, ErrBadSpell},
		{"an endless time", []Spell{{Time: math.Inf(1)}}, TransformLog, 0, ErrBadSpell},
		{"a negative entry", []Spell{{Time: 3, Entry: -2}}, TransformLog, 0, ErrBadSpell},
		{"an entry at its end", []Spell{{Time: 3, Entry: 3}}, TransformLog, 0, ErrBadEntry},
		{"no scale", good, "", 0, ErrBadTransform},
		{"a negative horizon", good, TransformPlain, -1, ErrBadSpell},
		{"no horizon", good, TransformPlain, nan, ErrBadSpell},
	} {
		if _, err := KaplanMeier(c.spells, c.transform, c.horizon); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func TestLogRank(t *testing.T) {
	for c := range cases(t, "logrank") {
		var spells []GroupedSpell
		numbers := map[string]int{}
		strata := map[string]int{}
		for _, r := range reference(t, "logrank_input_"+c) {
			for known, name := range map[*map[string]int]string{&numbers: r["group"], &strata: r["stratum"]} {
				if _, there := (*known)[name]; !there {
					(*known)[name] = len(*known)
				}
			}
			spells = append(spells, GroupedSpell{Spell{Time: r.number(t, "time"), Ended: r["event"] == "1"}, numbers[r["group"]], strata[r["stratum"]]})
		}
		test, err := LogRank(spells)
		if err != nil {
			t.Fatalf("%s: %v", c, err)
		}
		for i, r := range reference(t, "logrank_expected_"+c) {
			g := test.Groups[i]
			checkAll(t, c+" "+r["group"], r, map[string]float64{
				"n": float64(g.Records), "observed": float64(g.Observed), "expected": g.Expected, "variance": g.Variance,
				"chisq": test.ChiSquare, "df": float64(test.Freedom), "p": test.P,
			})
		}
	}
}

func TestWhatTheLogRankTestCannotTell(t *testing.T) {
	one := Spell{Time: 3, Ended: true}
	for _, c := range []struct {
		what   string
		spells []GroupedSpell
		want   error
	}{
		{"nothing", nil, ErrNoValues},
		{"one group", []GroupedSpell{{one, 0, 0}, {one, 0, 0}}, ErrOneGroup},
		{"a gap", []GroupedSpell{{one, 0, 0}, {one, 2, 0}}, ErrBadGroup},
		{"a negative group", []GroupedSpell{{one, -1, 0}, {one, 0, 0}}, ErrBadGroup},
		{"a negative time", []GroupedSpell{{Spell{Time: -3}, 0, 0}, {one, 1, 0}}, ErrBadSpell},
	} {
		if _, err := LogRank(c.spells); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	// Both end together, so chance has no room; a group of strata that never meet has none either.
	for _, spells := range [][]GroupedSpell{{{one, 0, 0}, {one, 1, 0}}, {{one, 0, 0}, {one, 1, 1}}} {
		if test, err := LogRank(spells); err != nil || !math.IsNaN(test.P) || !math.IsNaN(test.ChiSquare) {
			t.Errorf("%v: %+v, %v", spells, test, err)
		}
	}
}
