package main

import (
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evidencepack/render/page"
)

// TestPrintedNumbersAreThoseOfEvidence reads the PDFs of the sample back and holds every
// number in them that belongs to a figure against its row of evidence.csv: headline
// figures, plates, tables and sentences by their evidence ids, and every pair of counts
// wherever it stands.
func TestPrintedNumbersAreThoseOfEvidence(t *testing.T) {
	needTool(t, "pdftotext")
	dir := sharedSample(t)
	rows := readCSV(t, filepath.Join(dir, "evidence.csv"))
	for name, least := range map[string]int{"tender-pack": 200, "inspection-pack": 330, "monthly-report": 90} {
		p, text := printedPack(t, dir, name)
		check := checkPrinted(figuresOf(rows), p, text)
		for _, f := range check.faults {
			t.Errorf("%s: %s", name, f)
		}
		if check.checked < least {
			t.Errorf("%s: only %d numbers were looked at, want %d", name, check.checked, least)
		}
		t.Logf("%s: %d numbers", name, check.checked)
	}
}

// TestSpoiltNumbersAreSeen changes one number of the PDF, or one row of evidence.csv, and
// wants each to be found.
func TestSpoiltNumbersAreSeen(t *testing.T) {
	needTool(t, "pdftotext")
	dir := sharedSample(t)
	rows := readCSV(t, filepath.Join(dir, "evidence.csv"))
	p, text := printedPack(t, dir, "inspection-pack")
	for _, c := range []struct{ from, to string }{
		{"before: 744 of 9,330", "before: 745 of 9,330"}, {"8.0% 7.4%", "8.0% 7.3%"}, {"(11.1%)", "(11.2%)"}, {"66.0 93.3", "66.0 93.4"}, {"98 in 9,646", "99 in 9,646"},
	} {
		if !strings.Contains(text, c.from) {
			t.Fatalf("the PDF does not say %q", c.from)
		}
		if check := checkPrinted(figuresOf(rows), p, strings.Replace(text, c.from, c.to, 1)); len(check.faults) == 0 {
			t.Errorf("nobody sees %q in place of %q", c.to, c.from)
		}
	}
	for _, id := range []string{"REF-01", "IND-01", "INC-01", "RES-13"} {
		spoilt := slices.Clone(rows)
		i := slices.IndexFunc(spoilt, func(r map[string]string) bool {
			return r["metric_id"] == id && r["grain"] == "period" && r["service"] == "" && r["person"] == "" && r["breakdown"] == ""
		})
		row := map[string]string{}
		for k, v := range spoilt[i] {
			row[k] = v
		}
		row["numerator"] += "1"
		spoilt[i] = row
		if check := checkPrinted(figuresOf(spoilt), p, text); len(check.faults) == 0 {
			t.Errorf("nobody sees another numerator of %s", id)
		}
	}
}

// printedPack gives a pack's page and the text of its PDF in the order of drawing.
func printedPack(t *testing.T, dir, name string) (*page.Page, string) {
	t.Helper()
	saved, err := os.ReadFile(filepath.Join(dir, name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := page.Load(saved)
	if err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-raw", filepath.Join(dir, name+".pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return p, strings.Join(strings.Fields(strings.ReplaceAll(string(text), "\u00a0", " ")), " ")
}

func checkPrinted(figures printedFigures, p *page.Page, text string) *printedCheck {
	c := &printedCheck{figures: figures, text: text, tight: squeezed(text)}
	whole := p.For("pdf")
	for _, s := range whole.Sections {
		for _, b := range s.Blocks {
			switch {
			case b.Strip != nil:
				c.strip(b.Strip)
			case b.Comparison != nil:
				c.comparison(b.Comparison)
			case b.Table != nil:
				c.table(b.Table)
			case b.Claims != nil:
				for _, one := range b.Claims.Claims {
					c.claim(one)
				}
			}
		}
	}
	c.everyPair()
	return c
}

// printedPair are two counts wherever they stand, with the share behind them.
var printedPair = regexp.MustCompile(`(\d[\d,]*(?:\.\d+)?) (of|in) (\d[\d,]*(?:\.\d+)?)(?:[^()\d.]{0,90}\((\d[\d.,]*)(%?)[);])?`)

// otherwise are counts that belong to no figure, with the reason.
var otherwise = []struct {
	why  string
	near *regexp.Regexp
}{
	{"the number of a page", regexp.MustCompile(`Page \d+ of \d+$`)},
	{"the rows read, of the manifest", regexp.MustCompile(`[\d,]+ of [\d,]+ rows`)},
	{"one person's part, worked out anew for the sentence", regexp.MustCompile(`(makes up|the two with the most|it is still (lower|higher):|it is (lower|higher):|there is no clear change:)[^:]{0,60}$`)},
	{"the same before", regexp.MustCompile(`(it is still (lower|higher):|it is (lower|higher):|there is no clear change:)[^:]{0,40}, before [\d,]+ of [\d,]+`)},
	{"restrictions that began before the records", regexp.MustCompile(`\d+ of \d+ began before`)},
	{"a year or a day", regexp.MustCompile(`\d+ in (20\d\d|\d+ days)`)},
	{"the two sides of a change of approach: its row holds the difference", regexp.MustCompile(`E-[0-9A-Z]{8,} [\d,]+ of [\d,]+`)},
	{"the same in a sentence", regexp.MustCompile(`(In the 8 weeks|After it,|before it,)[^.]{0,120}$`)},
}

// everyPair looks at each pair of counts: a row of evidence.csv has both, and the share
// behind them is that of the row.
func (c *printedCheck) everyPair() {
	for _, at := range printedPair.FindAllStringSubmatchIndex(c.text, -1) {
		part := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return c.text[at[2*i]:at[2*i+1]]
		}
		n, word, d := part(1), part(2), strings.TrimSuffix(part(3), ",")
		if word == "in" && strings.HasPrefix(c.text[at[7]:], " of ") {
			continue // 4 or 5 in 628 of 936: the pair behind it is looked at by itself
		}
		plain := func(s string) string { return decimalText(strings.ReplaceAll(s, ",", ""), 0) }
		rows := c.figures.pairs[plain(n)+" of "+plain(d)]
		around := c.text[max(0, at[0]-150):min(len(c.text), at[7]+10)]
		if len(rows) == 0 {
			upTo := c.text[max(0, at[0]-150):at[7]]
			if !slices.ContainsFunc(otherwise, func(o struct {
				why  string
				near *regexp.Regexp
			}) bool {
				return o.near.MatchString(upTo) || o.near.MatchString(c.text[at[0]:min(len(c.text), at[7]+16)])
			}) {
				c.fault("no row of evidence.csv has %s %s %s: … %s …", n, word, d, around)
			}
			continue
		}
		c.checked++
		if share := part(4); share != "" && !slices.ContainsFunc(rows, func(r map[string]string) bool { return shareFits(r, share, part(5)) }) {
			c.fault("%s %s %s is not %s%s: … %s …", n, word, d, share, part(5), around)
		}
	}
}

// shareFits tells whether a printed share or rate is the value of a row: shares of fewer
// than a hundred stand whole in sentences, everything else with one decimal.
func shareFits(r map[string]string, share, sign string) bool {
	if r["metric_id"] != "CHG-02" && (r["unit"] == "percent") != (sign == "%") {
		return false
	}
	if r["metric_id"] == "CHG-02" { // its value is the difference; the counts are those after the change
		n, _ := new(big.Rat).SetString(r["numerator"])
		d, _ := new(big.Rat).SetString(r["denominator"])
		return share == decimalText(n.Mul(n, big.NewRat(100, 1)).Quo(n, d).FloatString(12), 0)
	}
	return share == decimalText(r["value"], 1) || sign == "%" && share == decimalText(r["value"], 0)
}
