package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
)

// shown makes a text of a file safe for a screen: what is no letter, sign or blank
// could move the cursor or turn the line round.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, text)
}

// heading names what a group of figures is of.
func (g *figureGroup) heading() string {
	l := g.differences[0].line()
	words := shown(l[colMetric])
	if m, known := metrics.Find(l[colMetric]); known {
		words += " " + m.Title
	}
	switch {
	case g.people:
		return words + ", single people: " + plural(g.figures(), "figure differs", "figures differ")
	case l[colPerson] != "":
		words += ", " + shown(l[colPerson])
		if l[colService] != "" {
			words += ", " + shown(l[colService])
		}
	case l[colService] == "":
		words += ", all services"
	default:
		words += ", " + shown(l[colService])
	}
	if name, value, found := strings.Cut(l[colBreakdown], "="); found {
		words += ", " + shown(strings.ReplaceAll(name+" "+value, "_", " "))
	}
	return words
}

// lines says how the figures of a group differ: the period and the baseline with
// their numbers, months with their numbers where nothing else differs.
func (g *figureGroup) lines() []string {
	if g.people {
		return nil
	}
	var out, months []string
	for i, d := range g.differences {
		month := d.line()[colGrain] == "month"
		if month && i > 0 {
			months = append(months, monthWords(d.line()[colFrom]))
			continue
		}
		out = append(out, d.lead(month)+d.String())
	}
	if len(months) > 0 {
		out = append(out, "and so for "+someOf(months))
	}
	return out
}

// lead says which window it is, "" for the period.
func (d figureDifference) lead(month bool) string {
	switch l := d.line(); {
	case month:
		return monthWords(l[colFrom]) + ": "
	case l[colGrain] == "baseline":
		return "before: "
	}
	return ""
}

// String sets the figure of the packs beside that of the exports.
func (d figureDifference) String() string {
	switch {
	case d.files == nil:
		return "pack says " + figureWords(d.pack) + ", files give no such figure"
	case d.pack == nil:
		return "files say " + figureWords(d.files) + ", pack has no such figure"
	}
	if a, b := figureWords(d.pack), figureWords(d.files); a != b {
		return "pack says " + a + "   files say " + b
	}
	var parts []string
	for column, name := range fieldWords {
		if d.pack[column] != d.files[column] && name != "" {
			parts = append(parts, fmt.Sprintf("%s: pack says %s   files say %s", name, fieldText(d.pack[column]), fieldText(d.files[column])))
		}
	}
	return strings.Join(parts, "; ")
}

// fieldWords name the fields that two figures of one key can differ in.
var fieldWords = [evidenceColumns]string{
	colID: "evidence id", colNumerator: "counted", colDenominator: "out of", colValue: "value", colUnit: "unit",
	colLower: "likely range from", colUpper: "likely range to", colPeople: "people", colStatus: "status", colWhy: "reason",
}

func fieldText(text string) string {
	if text == "" {
		return "nothing"
	}
	return shown(text)
}

// figureWords says a figure as packs do: 8 of 14 (57%).
func figureWords(l *evidenceLine) string {
	switch metrics.Status(l[colStatus]) {
	case metrics.NoData:
		return "no data"
	case metrics.NotComputable:
		return "not worked out"
	}
	v, err := strconv.ParseFloat(l[colValue], 64)
	if err != nil {
		return fieldText(l[colValue])
	}
	counts := fmt.Sprintf("%s in %s", numberWords(l[colNumerator]), numberWords(l[colDenominator]))
	switch metrics.Unit(l[colUnit]) {
	case metrics.Percent:
		places := 1
		if d, err := strconv.ParseFloat(l[colDenominator], 64); err == nil && d < 100 {
			places = 0
		}
		return fmt.Sprintf("%s of %s (%s%%)", numberWords(l[colNumerator]), numberWords(l[colDenominator]), chart.Decimal(v, places))
	case metrics.Per1000CareDays:
		return fmt.Sprintf("%s per 1,000 care days (%s)", chart.Decimal(v, 1), counts)
	case metrics.Per100Doses:
		return fmt.Sprintf("%s per 100 doses (%s)", chart.Decimal(v, 1), counts)
	case metrics.Points:
		return chart.Decimal(v, 1) + " points"
	case metrics.PerPersonWeek:
		return chart.Decimal(v, 1) + " per person a week"
	case metrics.Days, metrics.Minutes:
		return numberWords(l[colValue]) + " " + l[colUnit]
	}
	return numberWords(l[colValue])
}

// numberWords writes a number with commas, whole where it is whole.
func numberWords(text string) string {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return fieldText(text)
	}
	if v == math.Trunc(v) {
		return chart.Decimal(v, 0)
	}
	return chart.Decimal(v, 1)
}

// monthWords writes 2026-09-01 as September 2026.
func monthWords(text string) string {
	if _, err := record.ParseISO(text); err != nil {
		return shown(text)
	}
	_, month, _ := strings.Cut(longDay(text), " ")
	return month
}
