package html

import (
	"evidencepack/render/chart"
)

// values is the table behind a chart, as it is printed.
type values struct {
	chart.Spec
	Slot      string // head of the first column
	ValueHead string
	Ranges    bool // a column with the likely range of each point
	Rows      []valueRow
}

// valueRow is one month or quarter.
type valueRow struct {
	Label, Numerator, Denominator, Value, Range string
	Withheld                                    bool
}

func valuesOf(s chart.Spec) values {
	v := values{Spec: s, Slot: "Month", ValueHead: orWord(s.ValueHead, "Value")}
	if s.Grain == chart.GrainQuarter {
		v.Slot = "Quarter"
	}
	for _, p := range s.Points {
		row := valueRow{
			Label:       p.Label,
			Numerator:   orDash(share(p.Numerator, nil)),
			Denominator: orDash(share(p.Denominator, nil)),
			Value:       pointWords(p, s),
			Range:       orDash(span(p.Lower, p.Upper, s.Decimals)),
			Withheld:    p.State == chart.PointWithheld,
		}
		v.Ranges = v.Ranges || p.Lower != nil && p.Upper != nil
		v.Rows = append(v.Rows, row)
	}
	return v
}

// pointWords is the value of a point with its unit, or the word that stands for it.
func pointWords(p chart.Point, s chart.Spec) string {
	if p.Value == nil || p.State != chart.PointShown {
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
