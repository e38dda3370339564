package html

import (
	"html/template"
	"strings"

	"evidencepack/render/chart"
)

// values is the table behind a chart, as it is printed. A column that no row has
// anything for is left out.
type values struct {
	chart.Spec
	Slot      string // head of the first column
	ValueHead string
	Ranges    bool // a column with the likely range of each point
	Centres   bool // one with the centre line
	Limits    bool // two with the limits
	Signals   bool // one with what a rule found
	Rows      []valueRow
}

// valueRow is one month or quarter, one event or one row.
type valueRow struct {
	Label, Numerator, Denominator, Value, Range string
	Centre, LimitLower, LimitUpper, Signal      string
	Withheld                                    bool
}

// slotHead names the first column. Events of which only the month may be known are
// under the month.
func slotHead(s chart.Spec) string {
	if s.ByMonth {
		return "Month"
	}
	return orWord(slotHeads[s.Grain], "Month")
}

// slotHeads name the first column of grains that are no months.
var slotHeads = map[chart.Grain]string{chart.GrainQuarter: "Quarter", chart.GrainEvent: "Date", chart.GrainRow: "Row"}

func valuesOf(s chart.Spec) values {
	v := values{Spec: s, Slot: slotHead(s), ValueHead: orWord(s.ValueHead, "Value")}
	for _, p := range s.Points {
		v.Ranges = v.Ranges || p.Lower != nil && p.Upper != nil
		v.Centres = v.Centres || p.Centre != nil
		v.Limits = v.Limits || p.LimitLower != nil || p.LimitUpper != nil
		v.Signals = v.Signals || chart.SignalWords(p.Signal, p.SignalWhy, p.LeftOut) != ""
		v.Rows = append(v.Rows, valueRow{
			Label:       p.Label,
			Numerator:   orDash(share(p.Numerator, nil)),
			Denominator: orDash(share(p.Denominator, nil)),
			Value:       pointWords(p, s),
			Range:       orDash(span(p.Lower, p.Upper, s.Decimals)),
			Centre:      decimal(p.Centre, s.Decimals),
			LimitLower:  decimal(p.LimitLower, s.Decimals),
			LimitUpper:  decimal(p.LimitUpper, s.Decimals),
			Signal:      orDash(chart.SignalWords(p.Signal, p.SignalWhy, p.LeftOut)),
			Withheld:    p.State == chart.PointWithheld,
		})
	}
	return v
}

// decimal writes a number, or a dash where there is none.
func decimal(v *float64, decimals int) string {
	if v == nil {
		return orDash("")
	}
	return chart.Decimal(*v, decimals)
}

// pointWords is the value of a point with its unit, or the word that stands for it.
func pointWords(p chart.Point, s chart.Spec) string {
	if !shown(p) {
		return orWord(p.Word, orWord(string(p.State), string(chart.PointNoData)))
	}
	text := chart.Decimal(*p.Value, s.Decimals) + string(s.Unit)
	if p.Word != "" {
		text += " " + p.Word
	}
	return text
}

// orWord gives the text, or another where there is none.
func orWord(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// Classes are the classes of the columns of a table of values, and its rows.
func (v values) Classes() string {
	columns := 2
	for _, there := range []bool{v.NumeratorHead != "", v.DenominatorHead != "", v.Ranges, v.Centres, v.Limits, v.Limits} {
		if there {
			columns++
		}
	}
	var numeric []int
	for at := 2; at <= columns; at++ {
		numeric = append(numeric, at)
	}
	return strings.TrimSpace(columnClasses(numeric...))
}

// Written are the rows of a table of values.
func (v values) Written() template.HTML {
	var w rowWriter
	for _, r := range v.Rows {
		w.WriteString("<tr><th>")
		w.text(r.Label)
		if v.NumeratorHead != "" {
			w.cell(r.Numerator)
		}
		if v.DenominatorHead != "" {
			w.cell(r.Denominator)
		}
		if r.Withheld {
			w.WriteString("<td class=withheld>")
			w.text(r.Value)
		} else {
			w.cell(r.Value)
		}
		if v.Ranges {
			w.cell(r.Range)
		}
		if v.Centres {
			w.cell(r.Centre)
		}
		if v.Limits {
			w.cell(r.LimitLower)
			w.cell(r.LimitUpper)
		}
		if v.Signals {
			w.cell(r.Signal)
		}
		w.WriteByte('\n')
	}
	return template.HTML(w.String())
}
