package tabular

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"evidencepack/metrics/stat"
)

// causeWords gives the word of the package for the rule that fired.
func (f xmrFrame) causeWords(c stat.Cause) string {
	switch c {
	case stat.AboveLimit:
		return "Above UCL"
	case stat.BelowLimit:
		return "Below LCL"
	case stat.TrendUp:
		return fmt.Sprintf("%d Point Trend (Increasing)", f.rules.Trend)
	case stat.TrendDown:
		return fmt.Sprintf("%d Point Trend (Decreasing)", f.rules.Trend)
	case stat.TwoInThreeAbove:
		return "2 in 3 Above CL"
	case stat.TwoInThreeBelow:
		return "2 in 3 Below CL"
	case stat.ShiftAbove:
		return fmt.Sprintf("%d Points Above CL", f.rules.Shift)
	case stat.ShiftBelow:
		return fmt.Sprintf("%d Points Below CL", f.rules.Shift)
	}
	return "Common Cause"
}

const commonCause = "common_cause"

// pointType says whether what fired is an improvement, given which way is better.
func (f xmrFrame) pointType(c stat.Cause) string {
	height := "low"
	if c.High() {
		height = "high"
	}
	switch {
	case !c.Special():
		return commonCause
	case f.direction == "neutral":
		return "special_cause_neutral_" + height
	case c.High() == (f.direction == "increase"):
		return "special_cause_improvement"
	}
	return "special_cause_concern"
}

// pointCells writes the cells of one point, from value to point_type.
func (f xmrFrame) pointCells(p stat.XmRPoint, firstGroup int) []string {
	outside, side, close := missing, missing, missing
	if !math.IsNaN(p.Value) && !math.IsNaN(p.Mean) {
		side = whole(p.Side)
	}
	if !math.IsNaN(p.Value) && !math.IsNaN(p.Lower) {
		outside, close = flag(p.Outside), flag(p.Close)
	}
	return []string{
		number(p.Value), whole(p.Group + firstGroup), flag(p.Short),
		undefined(p.Mean), undefined(p.Lower), undefined(p.Upper), undefined(p.Lower2), undefined(p.Upper2),
		number(p.Range), flag(p.RangeUsed), undefined(p.RangeMeanAll), undefined(p.RangeMeanUsed),
		outside, side, close, f.causeWords(p.Cause), flag(p.Cause.Special()), f.pointType(p.Cause),
	}
}

// facetWords gives variation_type, variation_icon and assurance_type of a facet from
// its last point. Rules that ask for a number of points give none under it.
func (f xmrFrame) facetWords(last stat.XmRPoint, target float64) []string {
	if f.rules.LeastForLimits > 0 && math.IsNaN(last.Upper) {
		return []string{missing, missing, missing}
	}
	kind := f.pointType(last.Cause)
	icon := strings.TrimPrefix(kind, "special_cause_")
	if last.Cause.Special() && f.direction != "neutral" {
		icon += map[bool]string{true: "_high", false: "_low"}[last.Cause.High()]
	}
	return []string{kind, icon, f.assurance(last, target)}
}

// assurance says whether the target lies beyond the limits, where it will be met, or
// missed, as long as nothing changes. Making Data Count counts a target on a limit as
// beyond it, and gives no answer where a facet has no target.
func (f xmrFrame) assurance(last stat.XmRPoint, target float64) string {
	makingData := f.rules.Name == stat.MakingDataCountRules.Name
	noTargets := len(f.targets.all) == 0 && len(f.targets.of) == 0
	if noTargets || f.direction == "neutral" || makingData && math.IsNaN(target) {
		return missing
	}
	above := target > last.Upper || makingData && target >= last.Upper
	below := target < last.Lower || makingData && target <= last.Lower
	switch {
	case above && below:
		return "inconsistent"
	case above || below:
		if below == (f.direction == "increase") {
			return "consistent_pass"
		}
		return "consistent_fail"
	}
	return "inconsistent"
}

// remarkXmR tells of targets and rebase dates that no row has a use for.
func remarkXmR(in Input) []string {
	rows, err := xmrRows(in)
	if err != nil {
		return nil
	}
	var said []string
	for _, name := range []string{"target", "rebase"} {
		for _, entry := range in.settingList(name) {
			facet, text, ofOne := "", entry, false
			if at := strings.LastIndex(entry, "@"); at >= 0 {
				facet, text, ofOne = entry[:at], entry[at+1:], true
			}
			at, _, _ := parsePlace(text)
			if !slices.ContainsFunc(rows, func(r xmrRow) bool {
				return (!ofOne || r.facet == facet) && (name == "target" || r.at.At == at)
			}) {
				said = append(said, fmt.Sprintf("No row has a use for %s=%s.", name, entry))
			}
		}
	}
	points := map[string]int{}
	for _, r := range rows {
		points[r.facet]++
	}
	most := 0
	for _, n := range points {
		most = max(most, n)
	}
	if fix, _ := in.settingWhole("fix"); fix > most {
		said = append(said, fmt.Sprintf("There are fewer than fix=%d points, so all of them are in the limits.", fix))
	}
	return said
}
