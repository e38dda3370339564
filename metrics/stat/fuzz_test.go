package stat

import (
	"encoding/binary"
	"math"
	"testing"
)

// countsFrom makes numbers of bytes: small counts mostly, and now and then any
// number at all.
func countsFrom(data []byte) []float64 {
	var numbers []float64
	for len(data) > 0 && len(numbers) < 120 {
		if data[0] == 255 && len(data) >= 9 {
			numbers = append(numbers, math.Float64frombits(binary.LittleEndian.Uint64(data[1:9])))
			data = data[9:]
			continue
		}
		numbers = append(numbers, float64(data[0])/2-1)
		data = data[1:]
	}
	return numbers
}

func inUnit(v float64) bool { return math.IsNaN(v) || v >= 0 && v <= 1 }

func FuzzKaplanMeier(f *testing.F) {
	f.Add([]byte{2, 20, 1, 2, 30, 0, 8, 30, 1}, uint8(0))
	f.Add([]byte{2, 2, 1, 255, 0, 0, 0, 0, 0, 0, 240, 127, 5}, uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, choice uint8) {
		numbers := countsFrom(data)
		var spells []Spell
		var grouped []GroupedSpell
		for i := 0; i+2 < len(numbers); i += 3 {
			s := Spell{numbers[i], numbers[i+1], numbers[i+2] > 0}
			spells = append(spells, s)
			grouped = append(grouped, GroupedSpell{s, i % 2, int(choice) % 3 * i})
		}
		curve, err := KaplanMeier(spells, []Transform{TransformLog, TransformLogLog, TransformPlain, ""}[choice%4], 0)
		if err == nil {
			for _, p := range curve.Points {
				if !inUnit(p.Survival) || math.IsNaN(p.Survival) || !inUnit(p.Lower) || !inUnit(p.Upper) || p.AtRisk < p.Ended+p.Censored {
					t.Errorf("%+v", p)
				}
			}
			curve.At(curve.Points[0].Time)
		}
		if test, err := LogRank(grouped); err == nil && !inUnit(test.P) {
			t.Errorf("%+v", test)
		}
	})
}

func FuzzFunnel(f *testing.F) {
	f.Add([]byte{10, 40, 2, 2, 30, 90}, uint8(1), true)
	f.Add([]byte{2, 20, 2, 22, 255, 255, 255, 255, 255, 255, 255, 239, 127}, uint8(2), true)
	f.Fuzz(func(t *testing.T, data []byte, kind uint8, adjusted bool) {
		numbers := countsFrom(data)
		var groups []FunnelGroup
		for i := 0; i+1 < len(numbers); i += 2 {
			groups = append(groups, FunnelGroup{numbers[i], numbers[i+1]})
		}
		o := FunnelOptions{Kind: FunnelKind(kind % 5), Adjusted: adjusted}
		for _, o.PackageRepair = range []bool{false, true} {
			funnel, err := NewFunnel(groups, o)
			if err != nil {
				continue
			}
			for _, p := range funnel.Points {
				if math.IsInf(p.Value, 0) || p.Den > 0 && math.IsNaN(p.Value) || o.Kind == FunnelShare && !inUnit(p.Plain.Lower95) {
					t.Errorf("%+v", p)
				}
				funnel.At(p.Den)
			}
		}
		for _, share := range []bool{true, false} {
			if average, _, err := Fingertips(groups, share); err == nil && math.IsNaN(average) {
				t.Error("no average")
			}
		}
	})
}

func FuzzSegmented(f *testing.F) {
	f.Add([]byte{12, 200, 14, 200, 8, 200, 2, 200, 2, 200, 2, 200}, uint8(0), int8(4), uint8(0))
	f.Add([]byte{12, 20, 14, 30, 8, 10, 200, 210, 200, 210, 2, 200}, uint8(3), int8(3), uint8(2))
	families := []Family{FamilyPoisson, FamilyQuasiPoisson, FamilyBinomial, FamilyQuasiBinomial}
	f.Fuzz(func(t *testing.T, data []byte, family uint8, change int8, waves uint8) {
		numbers := countsFrom(data)
		var points []SegmentedPoint
		for i := 0; i+1 < len(numbers); i += 2 {
			points = append(points, SegmentedPoint{float64(i / 2), numbers[i], numbers[i+1]})
		}
		s, err := FitSegmented(points, SegmentedOptions{families[family%4], float64(change), int(waves % 8), waves > 100})
		if err != nil {
			return
		}
		for _, term := range s.Terms {
			if math.IsInf(term.Estimate, 0) || math.IsNaN(term.Estimate) != (term.Left || term.Endless) {
				t.Errorf("%+v", term)
			}
		}
		for _, p := range s.Points {
			if math.IsNaN(p.Fitted) || math.IsInf(p.Fitted, 0) {
				t.Errorf("%+v", p)
			}
		}
	})
}

func FuzzClustered(f *testing.F) {
	f.Add([]byte{4, 20, 6, 30, 2, 40, 8, 40})
	f.Add([]byte{2, 2, 2, 2, 20, 20, 30, 30})
	f.Fuzz(func(t *testing.T, data []byte) {
		numbers := countsFrom(data)
		var pairs []ClusterPair
		var clusters []Cluster
		for i := 0; i+3 < len(numbers); i += 4 {
			p := ClusterPair{Cluster{numbers[i], numbers[i+1]}, Cluster{numbers[i+2], numbers[i+3]}}
			pairs = append(pairs, p)
			clusters = append(clusters, p.Before)
		}
		if limits, effect, err := ClusteredShare(clusters, Level95); err == nil && !(limits.Lower >= 0 && limits.Upper <= 1 && limits.Lower < limits.Upper && effect >= 1) {
			t.Errorf("share: %v, %v", limits, effect)
		}
		if limits, effect, err := ClusteredDifference(pairs, Level95); err == nil && !(limits.Lower >= -1 && limits.Upper <= 1 && limits.Lower < limits.Upper && effect >= 1) {
			t.Errorf("difference: %v, %v", limits, effect)
		}
		if ratio, limits, _, err := ClusteredRateRatio(pairs, Level95); err == nil && !(limits.Lower <= ratio && ratio <= limits.Upper) {
			t.Errorf("ratio: %v in %v", ratio, limits)
		}
	})
}
