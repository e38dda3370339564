package main

import (
	"fmt"
	"math/big"
	"strings"

	"evidencepack/render/page"
)

// printedFigures is evidence.csv as a reader of a PDF needs it.
type printedFigures struct {
	byID    map[string]map[string]string
	byPlace map[string]map[string]string   // by metric, service, grain, first day; of whole services only
	pairs   map[string][]map[string]string // by both counts, each as a whole number

}

func figuresOf(rows []map[string]string) printedFigures {
	f := printedFigures{map[string]map[string]string{}, map[string]map[string]string{}, map[string][]map[string]string{}}
	for _, r := range rows {
		f.byID[r["evidence_id"]] = r
		if r["person"] == "" && r["breakdown"] == "" {
			f.byPlace[placeOfFigure(r["metric_id"], r["service"], r["grain"], r["from"])] = r
		}
		if r["numerator"] != "" && r["denominator"] != "" {
			key := decimalText(r["numerator"], 0) + " of " + decimalText(r["denominator"], 0)
			f.pairs[key] = append(f.pairs[key], r)
		}
	}
	return f
}

func placeOfFigure(metric, service, grain, from string) string {
	return strings.Join([]string{metric, service, grain, from}, "|")
}

// decimalText rounds a number half away from nought, by whole numbers alone, and writes
// it as the packs do: commas, and a real minus sign.
func decimalText(text string, decimals int) string {
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		return "no number"
	}
	negative := value.Sign() < 0
	value.Abs(value)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	value.Mul(value, new(big.Rat).SetInt(scale)).Add(value, big.NewRat(1, 2))
	digits := new(big.Int).Quo(value.Num(), value.Denom()).String()
	zero := strings.Trim(digits, "0") == ""
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	whole, part := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if decimals > 0 {
		whole += "." + part
	}
	if negative && !zero {
		return "−" + whole
	}
	return whole
}

// valueAsPrinted writes the value of a row as a strip or a table does.
func valueAsPrinted(r map[string]string) string {
	switch {
	case r["status"] == "no_data":
		return "no data"
	case r["value"] == "":
		return "not worked out"
	}
	switch r["unit"] {
	case "percent":
		return decimalText(r["value"], 1) + "%"
	case "count":
		return decimalText(r["value"], 0)
	case "days", "minutes":
		if v, ok := new(big.Rat).SetString(r["value"]); ok && v.IsInt() {
			return decimalText(r["value"], 0)
		}
	}
	return decimalText(r["value"], 1)
}

// countsAsPrinted writes both counts of a row.
func countsAsPrinted(r map[string]string) string {
	if r["numerator"] == "" || r["denominator"] == "" {
		return valueAsPrinted(r)
	}
	word := " in "
	if r["unit"] == "percent" {
		word = " of "
	}
	return decimalText(r["numerator"], 0) + word + decimalText(r["denominator"], 0)
}

// squeezed takes all white space away, so that lines may break anywhere.
func squeezed(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), "")
}

// printedCheck holds what is printed in one PDF against evidence.csv.
type printedCheck struct {
	figures printedFigures
	text    string // as pdftotext gives it, on one line
	tight   string // without white space
	checked int
	faults  []string
}

func (c *printedCheck) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// want looks for a text that is worked out from rows of evidence.csv.
func (c *printedCheck) want(what, text string) {
	c.checked++
	if !strings.Contains(c.tight, squeezed(text)) {
		c.fault("%s: the PDF does not say %q", what, text)
	}
}

// before is the row of the baseline that belongs to one of the period.
func (c *printedCheck) before(r map[string]string) map[string]string {
	return c.figures.byPlace[placeOfFigure(r["metric_id"], r["service"], "baseline", sampleFlags[5])]
}

// strip checks headline figures: before, after and their counts in one piece.
func (c *printedCheck) strip(s *page.Strip) {
	for _, f := range s.Figures {
		r := c.figures.byID[f.Evidence]
		if f.Before == "not shown" || f.After == "not shown" {
			continue
		}
		if r == nil || c.before(r) == nil {
			c.fault("%s: no row %s in evidence.csv", f.Label, f.Evidence)
			continue
		}
		c.want(f.Label, f.Label+" "+valueAsPrinted(c.before(r))+" "+valueAsPrinted(r)+" before: "+countsAsPrinted(c.before(r)))
		c.want(f.Label, "after: "+countsAsPrinted(r))
	}
}

// comparison checks a plate of measures, and the counts under it.
func (c *printedCheck) comparison(b *page.Comparison) {
	for _, row := range b.Rows {
		r := c.figures.byID[row.Evidence]
		if row.Evidence == "" || row.BeforeValue == nil || row.AfterValue == nil {
			continue
		}
		if r == nil || c.before(r) == nil {
			c.fault("%s: no row %s in evidence.csv", row.Label, row.Evidence)
			continue
		}
		c.want(row.Label, row.Label+" "+strings.TrimSuffix(valueAsPrinted(c.before(r)), "%")+" "+strings.TrimSuffix(valueAsPrinted(r), "%"))
		if row.Counts != "" {
			c.want(row.Label, row.Label+": "+countsAsPrinted(c.before(r))+", then "+countsAsPrinted(r))
		}
	}
}

// table checks the rows of a table that bear an evidence id: before, period and counts.
func (c *printedCheck) table(t *page.Table) {
	if len(t.Columns) < 4 || t.Columns[1].Head != "Before" || t.Columns[2].Head != "Period" {
		return
	}
	for _, row := range t.Rows {
		last := row.Cells[len(row.Cells)-1].Text
		r := c.figures.byID[last]
		if row.Group || !strings.HasPrefix(last, "E-") || !strings.Contains(c.tight, squeezed(last)) {
			continue
		}
		if r == nil || c.before(r) == nil {
			c.fault("%s: no row %s in evidence.csv", row.Cells[0].Text, last)
			continue
		}
		c.want(row.Cells[0].Text, row.Cells[0].Text+" "+valueAsPrinted(c.before(r))+" "+valueAsPrinted(r)+" "+countsAsPrinted(r))
	}
}

// claim checks that a printed sentence begins with the counts of its row.
func (c *printedCheck) claim(one page.Claim) {
	r := c.figures.byID[one.Evidence]
	if !strings.Contains(c.tight, squeezed(one.Text)) || r == nil || r["numerator"] == "" || r["unit"] != "percent" && r["unit"] != "per_1000_care_days" {
		return
	}
	c.checked++
	if !strings.Contains(one.Text, decimalText(r["numerator"], 0)+" of "+decimalText(r["denominator"], 0)) && !strings.Contains(one.Text, decimalText(r["denominator"], 0)+" care days") {
		c.fault("%s %s: %q does not say %s", one.Metric, one.Evidence, one.Text, countsAsPrinted(r))
	}
}
