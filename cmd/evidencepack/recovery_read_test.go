package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// wholeScope is what a pack calls all services together.
const wholeScope = "All services"

// quantity is one number of a measure: REF-01.N is how many were counted, REF-01.D of how
// many, REF-01.P of how many people.
type quantity string

// known is one number that stands in a pack.
type known struct {
	what  quantity
	scope string // as the pack words it, without the kind of service
	span  record.Span
	value float64
}

// unknown is a figure of which a pack says that it does not show it.
type unknown struct {
	metric, scope string
	span          record.Span
}

// packReading is all that the attacker reads off one pack.
type packReading struct {
	period   record.Span // stands on the cover in words
	knowns   []known
	unknowns []unknown
	pairs    map[[2]float64]bool // counts that stand beside each other in a figure
	texts    []string
	splits   [][]string // the names of the parts that stand in one table
}

// readPack reads a finished page. It knows how a pack is laid out, as every reader does,
// and nothing else.
func readPack(p *page.Page, build attackedBuild) *packReading {
	r := &packReading{period: build.period, pairs: map[[2]float64]bool{}, texts: p.Texts()}
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			switch {
			case b.Figures != nil:
				for _, row := range b.Figures.Rows {
					r.row(row)
				}
			case b.Chart != nil:
				r.chart(b.Chart.Spec)
				if b.Chart.Partner != nil {
					r.chart(*b.Chart.Partner)
				}
			case b.Funnel != nil:
				r.funnel(b.Funnel.Spec)
			case b.Claims != nil:
				for _, claim := range b.Claims.Claims {
					r.sentence(strings.TrimSpace(claim.Text+" "+claim.More), build.period, build.baseline)
				}
			case b.Table != nil:
				r.parts(b.Table)
			case b.SetAside != nil:
				r.setAside(b.SetAside)
			}
		}
	}
	return r
}

func dateIn(text string) record.Date {
	d, _ := record.ParseISO(text)
	return d
}

// number notes one number.
func (r *packReading) number(metric, letter, scope string, span record.Span, v *float64) {
	if v != nil {
		r.knowns = append(r.knowns, known{quantity(metric + "." + letter), scope, span, *v})
	}
}

func (r *packReading) counts(metric, scope string, span record.Span, n, d *float64) {
	r.number(metric, "N", scope, span, n)
	r.number(metric, "D", scope, span, d)
	if n != nil && d != nil {
		r.pairs[[2]float64{*n, math.Round(*d)}] = true
	}
}

// row reads a row of the evidence index.
func (r *packReading) row(row page.FigureRow) {
	span := record.Span{From: dateIn(row.From), To: dateIn(row.To)}
	scope, _, _ := strings.Cut(row.Scope, ",")
	metric := row.Metric
	if _, part, found := strings.Cut(row.Title, ": "); found {
		metric += "/" + part
	}
	if row.Status == "not shown" {
		r.unknowns = append(r.unknowns, unknown{metric, scope, span})
	}
	r.counts(metric, scope, span, row.Numerator, row.Denominator)
	if row.People != nil {
		people := float64(*row.People)
		r.number(metric, "P", scope, span, &people)
	}
}

// chart reads the data of a trend, which a picture carries for its table of values.
func (r *packReading) chart(s chart.Spec) {
	id, letter, _ := cutMetric(s.ID)
	scope := wholeScope
	switch {
	case letter == "others":
		scope = "Other services"
	case letter != "":
		scope = "Service\u00a0" + strings.ToUpper(letter)
	}
	for _, p := range s.Points {
		span := record.Span{From: dateIn(p.From), To: dateIn(p.To)}
		if p.Value == nil && p.State == chart.PointWithheld {
			r.unknowns = append(r.unknowns, unknown{id, scope, span})
		}
		r.counts(id, scope, span, p.Numerator, p.Denominator)
	}
}

var chartID = regexp.MustCompile(`^([a-z]+-\d+)(?:-(.*))?$`)

// cutMetric splits the name of a chart into its metric and the service.
func cutMetric(id string) (metric, service string, ok bool) {
	m := chartID.FindStringSubmatch(id)
	if m == nil {
		return "", "", false
	}
	return strings.ToUpper(m[1]), m[2], true
}

// funnel reads the points of services side by side: the counts of the period.
func (r *packReading) funnel(f chart.Funnel) {
	id, _, _ := cutMetric(f.ID)
	for _, p := range f.Points {
		r.counts(id, p.Name, r.period, p.Numerator, p.Size)
	}
}

// parts reads which parts stand together in a table; their numbers stand in the index.
func (r *packReading) parts(t *page.Table) {
	if len(t.Columns) < 6 || t.Columns[1].Head != "Before, counts" {
		return
	}
	var names []string
	for _, row := range t.Rows {
		names = append(names, lowerStart(row.Cells[0].Text))
	}
	r.splits = append(r.splits, names)
}

func lowerStart(text string) string { return strings.ToLower(text[:1]) + text[1:] }

// setAside reads the ledger of rows: each used row of incidents is an incident.
func (r *packReading) setAside(s *page.SetAside) {
	for _, row := range s.Rows {
		used := float64(row.Used)
		switch row.Label {
		case record.KindIncident.Title():
			r.number("INC-01", "N", wholeScope, record.Span{From: attackedFrom, To: attackedTo}, &used)
		case record.KindSafeguarding.Title():
			r.number("SAF-01", "N", wholeScope, record.Span{From: attackedFrom, To: attackedTo}, &used)
		}
	}
}

// pairInText finds "12 of 345", the way every count is written in a sentence.
var pairInText = regexp.MustCompile(`(?:^|[^\d,.])([\d,]+) (?:of|in) ([\d,]+)(?:[^\d,.%]|[.,]\D|[.,]?$)`)

// noPair are words that look like counts and are none: of the scale of comfort, of rules
// of charts, of chance, of tables of buyers, of rows.
var noPair = regexp.MustCompile(`rated 4 or 5 in|2 of 3 close|about 1 in 20|1 of 22|[\d,]+ of [\d,]+ rows`)

// besideSentences are figures that stand beside another in a sentence and in no index.
var besideSentences = map[string]*regexp.Regexp{
	"RAT-01": regexp.MustCompile(`rated 4 or 5 in ([\d,]+) of ([\d,]+) ratings[^,]*?, before ([\d,]+) of ([\d,]+)`),
	"REF-03": regexp.MustCompile(`said yes to a second offer ([\d,]+) of ([\d,]+) times[^,]*?, before ([\d,]+) of ([\d,]+)`),
	"INC-01": regexp.MustCompile(`(?:^|\. )([\d,]+) incidents were written down in ([\d,]+) care days(?: \([^)]*\))?, before ([\d,]+) in ([\d,]+)`),
}

// scopeOfSentence finds whom a sentence is about.
var scopeOfSentence = regexp.MustCompile(`At (Service\x{a0}[A-Z]+|Other services)`)

// sentence reads a claim: its own counts stand in the index, those beside it may not.
func (r *packReading) sentence(text string, period, baseline record.Span) {
	scope := wholeScope
	if m := scopeOfSentence.FindStringSubmatch(text); m != nil {
		scope = m[1]
	}
	for metric, beside := range besideSentences {
		m := beside.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		var n [4]float64
		for i := range n {
			n[i], _ = strconv.ParseFloat(strings.ReplaceAll(m[1+i], ",", ""), 64)
		}
		r.counts(metric, scope, period, &n[0], &n[1])
		r.counts(metric, scope, baseline, &n[2], &n[3])
	}
}

// strayPairs lists the counts in sentences that no figure of the pack carries: numbers
// that nobody decided on. Weeks that people were there are printed as whole ones.
func (r *packReading) strayPairs() []string {
	var stray []string
	for _, text := range r.texts {
		for _, m := range pairInText.FindAllStringSubmatch(noPair.ReplaceAllString(text, ""), -1) {
			n, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
			d, bad := strconv.ParseFloat(strings.ReplaceAll(m[2], ",", ""), 64)
			if err == nil && bad == nil && !r.pairs[[2]float64{n, d}] {
				stray = append(stray, m[0]+" in: "+text)
			}
		}
	}
	return stray
}
