package kpi

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"evidencepack/metrics"
)

// Band is a named part of the line of numbers, both ends included. Ends that were
// written as "below 90" lie just beside the number.
type Band struct {
	Name  string
	Words string // the conditions as they were written
	from  place
	to    place
}

// scale is what a figure can be: its least and its most, and the step between two
// neighbours.
type scale struct {
	from, to, step place
}

// scaleOf tells what the figure of a KPI can be. Percentages run from 0 to 100,
// counts are whole, and only a count that tells how something changed goes below 0.
func scaleOf(m metrics.Metric, rounding int) scale {
	s := scale{from: 0, to: highest, step: 1}
	switch m.Unit {
	case metrics.Percent:
		s.to = (100 * one).place()
	case metrics.Count:
		rounding = 0
		if slices.ContainsFunc(metrics.All, func(other metrics.Metric) bool { return other.Net == m.ID }) {
			s.from = lowest
		}
	}
	if rounding != Exact {
		s.step = one.place()
		for range rounding {
			s.step /= 10
		}
	}
	return s
}

// anything is the scale of a figure that we do not know.
var anything = scale{from: lowest, to: highest, step: 1}

// fit moves the ends of a band to figures that there can be.
func (s scale) fit(b Band) Band {
	b.from, b.to = max(b.from, s.from), min(b.to, s.to)
	if over := mod(b.from, s.step); over != 0 {
		b.from += s.step - over
	}
	b.to -= mod(b.to, s.step)
	return b
}

func mod(p, step place) place { return ((p % step) + step) % step }

// The comparisons that a band may be written with. Each side of a pair is longer
// before shorter, so that "<=" is not read as "<".
var signs = []struct{ written, sign string }{
	{">=", ">="}, {"=>", ">="}, {"≥", ">="}, {"at least ", ">="},
	{"<=", "<="}, {"=<", "<="}, {"≤", "<="}, {"at most ", "<="},
	{">", ">"}, {"over ", ">"}, {"above ", ">"}, {"more than ", ">"},
	{"<", "<"}, {"under ", "<"}, {"below ", "<"}, {"less than ", "<"},
	{"=", "="},
}

const (
	amount    = `[-−]?[0-9][0-9.]*\s*%?`
	condition = `(?:>=|=>|≥|<=|=<|≤|>|<|=|at least |at most |over |above |more than |under |below |less than )\s*` + amount
)

var (
	bandText  = regexp.MustCompile(`(?i)^(.*?)[:\s]\s*((?:` + condition + `)(?:\s+and\s+` + condition + `)?|` + amount + `\s*(?:-|–|to)\s*` + amount + `)$`)
	rangeText = regexp.MustCompile(`(?i)^(` + amount + `)\s*(?:-|–|to)\s*(` + amount + `)$`)
	bandSplit = regexp.MustCompile(`\s*(?:;|\n|, )\s*`)
	andText   = regexp.MustCompile(`(?i)\s+and\s+`)
	joined    = regexp.MustCompile(`([^\s<>=≤≥])([<>=≤≥])`) // Green>=90
)

// parseBands reads "Green >=90; Amber >=75 and <90; Red <75". It gives what is wrong
// in words, "" for nothing.
func parseBands(text string) (bands []Band, what string) {
	for _, part := range bandSplit.Split(strings.Trim(text, "; \n"), -1) {
		if part == "" {
			continue
		}
		b, fault := parseBand(part)
		if fault != "" {
			return nil, fault
		}
		if slices.ContainsFunc(bands, func(other Band) bool { return strings.EqualFold(other.Name, b.Name) }) {
			return nil, fmt.Sprintf("the band %s stands there twice", b.Name)
		}
		bands = append(bands, b)
	}
	return bands, ""
}

func parseBand(text string) (Band, string) {
	found := bandText.FindStringSubmatch(joined.ReplaceAllString(text, "$1 $2"))
	if found == nil || strings.TrimSpace(found[1]) == "" {
		return Band{}, fmt.Sprintf("we cannot read the band %q", text)
	}
	b := Band{Name: strings.TrimSpace(found[1]), Words: found[2], from: lowest, to: highest}
	if ends := rangeText.FindStringSubmatch(found[2]); ends != nil {
		x, okX := parseNumber(ends[1])
		y, okY := parseNumber(ends[2])
		if !okX || !okY {
			return Band{}, fmt.Sprintf("we cannot read a number of the band %q", text)
		}
		b.from, b.to = min(x, y).place(), max(x, y).place()
		return b, ""
	}
	for _, condition := range andText.Split(found[2], -1) {
		if !b.narrow(condition) {
			return Band{}, fmt.Sprintf("we cannot read a number of the band %q", text)
		}
	}
	return b, ""
}

// narrow applies one condition, such as ">=75".
func (b *Band) narrow(condition string) bool {
	for _, s := range signs {
		if len(condition) < len(s.written) || !strings.EqualFold(condition[:len(s.written)], s.written) {
			continue
		}
		n, ok := parseNumber(condition[len(s.written):])
		switch s.sign {
		case ">=":
			b.from = max(b.from, n.place())
		case ">":
			b.from = max(b.from, n.place()+1)
		case "<=":
			b.to = min(b.to, n.place())
		case "<":
			b.to = min(b.to, n.place()-1)
		case "=":
			b.from, b.to = max(b.from, n.place()), min(b.to, n.place())
		}
		return ok
	}
	return false
}

// checkBands fits the bands to what the figure can be, and gives what is wrong in
// words, with what to do. Bands are written from the best to the worst.
func checkBands(bands []Band, s scale, better metrics.Direction) (fitted []Band, what, hint string) {
	for _, b := range bands {
		b = s.fit(b)
		if b.from > b.to {
			return nil, fmt.Sprintf("no figure can be in the band %s %s", b.Name, b.Words), "look at its numbers and signs."
		}
		fitted = append(fitted, b)
	}
	ordered := slices.Clone(fitted)
	slices.SortStableFunc(ordered, func(a, b Band) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for i := 1; i < len(ordered); i++ {
		if low, high := ordered[i-1], ordered[i]; high.from <= low.to {
			n := between(high.from, min(low.to, high.to))
			return nil, fmt.Sprintf("%s stands in two bands, %s %s and %s %s", n, high.Name, high.Words, low.Name, low.Words),
				fmt.Sprintf("say to which it belongs, for example %s >=%s; %s <%s.", high.Name, n, low.Name, n)
		}
	}
	if gap := gapIn(ordered, s); gap != "" {
		return nil, gap, "bands must cover every figure that there can be; >= and <= take the number in, > and < leave it out."
	}
	for i := 1; i < len(fitted); i++ {
		if (better == metrics.Higher) != (fitted[i].from < fitted[i-1].from) {
			return nil, fmt.Sprintf("direction says that %s is better, but %s %s is written before %s %s", better, fitted[i-1].Name, fitted[i-1].Words, fitted[i].Name, fitted[i].Words),
				"write the best band first, or change the direction."
		}
	}
	return fitted, "", ""
}

// gapIn says in words which figure is in none of the bands, which come from the
// lowest to the highest, "" where there is none.
func gapIn(ordered []Band, s scale) string {
	if s == anything || len(ordered) == 0 {
		return ""
	}
	none := func(from, to place) string {
		return fmt.Sprintf("%s is in no band", between(from, to))
	}
	whole := s.fit(Band{from: s.from, to: s.to})
	if first := ordered[0]; first.from > whole.from {
		return none(whole.from, first.from-s.step)
	}
	for i := 1; i < len(ordered); i++ {
		if low, high := ordered[i-1], ordered[i]; low.to+s.step < high.from {
			return none(low.to+s.step, high.from-s.step)
		}
	}
	if last := ordered[len(ordered)-1]; last.to < whole.to {
		return none(last.to+s.step, whole.to)
	}
	return ""
}

// between gives a number that people would name within two places: an end that is a
// number itself, or one near the middle with few decimals.
func between(from, to place) Number {
	switch {
	case from%2 == 0 && from != lowest:
		return from.number()
	case to%2 == 0 && to != highest:
		return to.number()
	case from == lowest:
		return to.number() - one
	case to == highest:
		return from.number() + one
	}
	middle := (from/2 + to/2).number()
	for size := one; size > 1; size /= 10 {
		if n := (middle + size/2) / size * size; from <= n.place() && n.place() <= to {
			return n
		}
	}
	return middle
}

// bandOf gives the name of the band of a figure, "" where it is in none.
func bandOf(bands []Band, at place) string {
	for _, b := range bands {
		if b.from <= at && at <= b.to {
			return b.Name
		}
	}
	return ""
}
