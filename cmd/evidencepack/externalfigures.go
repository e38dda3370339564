package main

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"

	"evidencepack/ingest/record"
	"evidencepack/render"
)

// shownName is the file with every figure of the packs for readers outside, under the
// real names of services. It stays inside; the release command takes them from it.
const shownName = "external-figures.csv"

// shownHeads are its columns: the pack, and the last columns of the ledger.
var shownHeads = append([]string{"pack"}, ledgerHeads[slices.Index(ledgerHeads, "metric_id"):]...)

// shownFigures are the figures of one pack.
type shownFigures struct {
	pack    string // name of its files, without ending
	figures []render.Shown
}

// shownCSV writes the file. It has no rows where a pack shows no figure.
func shownCSV(packs []shownFigures) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(mark)
	w := csv.NewWriter(&out)
	rows := [][]string{shownHeads}
	for _, p := range packs {
		for _, s := range p.figures {
			v := s.Value
			rows = append(rows, []string{
				p.pack, s.Figure.Metric, servicesText(s.Figure.Service), record.CSVText(s.Figure.Breakdown), s.Figure.Span.From.String(), s.Figure.Span.To.String(),
				numberText(v.Numerator), numberText(v.Denominator), numberText(v.Value), strconv.Itoa(v.People),
			})
		}
	}
	err := w.WriteAll(rows)
	return out.Bytes(), err
}

func numberText(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
