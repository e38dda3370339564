package render

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// figureKey is what makes a figure the figure that it is: its evidence id is a
// hash of it, so that it is the same in every build.
type figureKey struct {
	metric, service, person, breakdown string
	grain                              metrics.Grain
	from, to                           string
}

func keyOf(id string, s metrics.Scope, breakdown string, grain metrics.Grain, span record.Span, pseudonyms map[record.Person]string) figureKey {
	return figureKey{metric: id, service: s.Service, person: pseudonyms[s.Person], breakdown: breakdown, grain: grain, from: span.From.String(), to: span.To.String()}
}

// sum gives the digits from which an evidence id takes its first eight.
func (k figureKey) sum() string {
	text := strings.Join([]string{k.metric, k.service, k.person, k.breakdown, string(k.grain), k.from, k.to}, "\x00")
	hash := sha256.Sum256([]byte(text))
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // Crockford base 32
	digits := make([]byte, 32)
	for i := range digits {
		digits[i] = alphabet[hash[i]&31]
	}
	return string(digits)
}

// idNames are the names of people in the ids of a tier. Without a key, people are
// numbered from 1 in each tier, so the tier stands with the number: an id is of one
// figure, whichever pack it was read in. evidence.csv is of the internal tier.
func idNames(tier page.Tier, pseudonyms map[record.Person]string) map[record.Person]string {
	if tier == page.TierInternal {
		return pseudonyms
	}
	names := make(map[record.Person]string, len(pseudonyms))
	for person, name := range pseudonyms {
		names[person] = name + " " + string(tier)
	}
	return names
}

// evidenceIDs gives every figure its id: E- and eight characters of its hash; two
// that collide take two more characters each.
func evidenceIDs(figures []metrics.Figure, pseudonyms map[record.Person]string) map[figureKey]string {
	ids := make(map[figureKey]string, len(figures))
	waiting := make([]figureKey, 0, len(figures))
	for _, f := range figures {
		waiting = append(waiting, keyOf(f.MetricID, f.Scope, f.Value.Breakdown, f.Grain, f.Span, pseudonyms))
	}
	for length := 8; len(waiting) > 0 && length <= 32; length += 2 {
		holders := make(map[string][]figureKey, len(waiting))
		for _, k := range waiting {
			id := "E-" + k.sum()[:length]
			holders[id] = append(holders[id], k)
		}
		waiting = waiting[:0]
		for id, keys := range holders {
			if len(keys) > 1 {
				waiting = append(waiting, keys...)
				continue
			}
			ids[keys[0]] = id
		}
	}
	return ids
}

// evidenceID gives the id of a value of a metric.
func (c *composer) evidenceID(id string, v metrics.Value, grain metrics.Grain) string {
	return c.idOf(keyOf(id, v.Scope, v.Breakdown, grain, v.Span, c.idNames))
}

// idOf gives the id of a figure. Small services as one are in no other file, so that
// theirs is worked out here.
func (c *composer) idOf(key figureKey) string {
	if id := c.ids[key]; id != "" || c.pool == "" || key.service != c.pool {
		return id
	}
	return "E-" + key.sum()[:8]
}

// use enters both windows of a finding in the evidence index.
func (c *composer) use(f finding) {
	c.useOne(f.metric, f.after, metrics.GrainPeriod)
	c.useOne(f.metric, f.before, metrics.GrainBaseline)
}

// useOne enters one figure. What the tier withholds is entered without a number.
func (c *composer) useOne(m metrics.Metric, v metrics.Value, grain metrics.Grain) {
	c.seen[m.ID] = true
	key := keyOf(m.ID, v.Scope, v.Breakdown, grain, v.Span, c.idNames)
	if _, there := c.used[key]; there {
		return
	}
	row := page.FigureRow{
		Evidence: c.idOf(key), Metric: m.ID, Title: m.Title, Scope: c.scopeWords(v.Scope), Window: string(grain),
		Service: c.filterService(v.Scope), From: key.from, To: key.to, Unit: unitWords(m.Unit), Format: format(m.Unit), Status: "ok", Why: c.why(v),
		Detail: v.Scope != (metrics.Scope{}) || v.Breakdown != "",
	}
	if v.Breakdown != "" && v.Change == nil {
		row.Title += ": " + lowerFirst(partLabel(v.Breakdown))
	}
	switch {
	case c.hides(v):
		row.Status, row.Why = withheld, c.whyWithheld(v)
	default:
		people := v.People
		row.Numerator, row.Denominator, row.Value, row.Lower, row.Upper, row.People = v.Numerator, v.Denominator, v.Value, v.Lower, v.Upper, &people
		if v.Value == nil {
			row.Status = wordFor(v)
		}
	}
	c.used[key] = row
	c.order = append(c.order, key)
}

// whyWithheld says why a figure is not shown.
func (c *composer) whyWithheld(v metrics.Value) string {
	if c.keptForAnother(v) {
		return "Withheld so that another figure cannot be worked out."
	}
	return fmt.Sprintf("Fewer than %d people, or fewer than %d counted, are behind it, or most of it is one person’s.", c.floor(), c.floor())
}

func (c *composer) scopeWords(s metrics.Scope) string {
	switch {
	case s.Person != "" && s.Service != "":
		return c.pseudonym(s.Person) + ", " + c.service(s.Service)
	case s.Person != "":
		return c.pseudonym(s.Person)
	case s.Service != "":
		return c.service(s.Service)
	}
	return "All services"
}

// figureRows gives the evidence index, in order of metric, scope and dates.
func (c *composer) figureRows() []page.FigureRow {
	rows := make([]page.FigureRow, 0, len(c.order))
	for _, key := range c.order {
		rows = append(rows, c.used[key])
	}
	slices.SortStableFunc(rows, func(a, b page.FigureRow) int {
		return cmp.Or(cmp.Compare(a.Metric, b.Metric), scopeOrder(a.Scope, b.Scope), cmp.Compare(a.From, b.From), cmp.Compare(a.Window, b.Window))
	})
	return rows
}

// scopeOrder puts all services before single ones.
func scopeOrder(a, b string) int {
	if (a == "All services") != (b == "All services") {
		if a == "All services" {
			return -1
		}
		return 1
	}
	return cmp.Compare(a, b)
}

// evidenceRow is one row of evidence.csv.
type evidenceRow struct {
	EvidenceID  string `csv:"evidence_id"`
	MetricID    string `csv:"metric_id"`
	Service     string `csv:"service"`
	Person      string `csv:"person"`
	Breakdown   string `csv:"breakdown"`
	Grain       string `csv:"grain"`
	From        string `csv:"from"`
	To          string `csv:"to"`
	Numerator   string `csv:"numerator"`
	Denominator string `csv:"denominator"`
	Value       string `csv:"value"`
	Unit        string `csv:"unit"`
	Lower95     string `csv:"lower95"`
	Upper95     string `csv:"upper95"`
	People      string `csv:"people"`
	Status      string `csv:"status"`
	Why         string `csv:"why"`
}

// EvidenceCSV writes every figure, one row each, for the internal tier
// (contract.md 2): UTF-8 with a byte order mark, numbers with 12 significant
// digits, so that no two kinds of processor differ in the last one.
func EvidenceCSV(figures []metrics.Figure, pseudonyms map[record.Person]string) ([]byte, error) {
	ids := evidenceIDs(figures, pseudonyms)
	rows := make([]evidenceRow, 0, len(figures))
	for _, f := range figures {
		key := keyOf(f.MetricID, f.Scope, f.Value.Breakdown, f.Grain, f.Span, pseudonyms)
		v := f.Value
		rows = append(rows, evidenceRow{
			EvidenceID: ids[key], MetricID: key.metric, Service: record.CSVText(key.service), Person: key.person, Breakdown: record.CSVText(key.breakdown),
			Grain: string(key.grain), From: key.from, To: key.to, Numerator: csvNumber(v.Numerator), Denominator: csvNumber(v.Denominator),
			Value: csvNumber(v.Value), Unit: string(v.Unit), Lower95: csvNumber(v.Lower), Upper95: csvNumber(v.Upper),
			People: csvPeople(v), Status: string(v.Status), Why: v.Why,
		})
	}
	slices.SortStableFunc(rows, func(a, b evidenceRow) int {
		return cmp.Or(cmp.Compare(a.MetricID, b.MetricID), cmp.Compare(a.Service, b.Service), cmp.Compare(a.Person, b.Person),
			cmp.Compare(a.Breakdown, b.Breakdown), cmp.Compare(a.Grain, b.Grain), cmp.Compare(a.From, b.From))
	})
	var out bytes.Buffer
	out.WriteString("\xEF\xBB\xBF")
	if err := gocsv.Marshal(rows, &out); err != nil {
		return nil, fmt.Errorf("evidence.csv: %w", err)
	}
	return out.Bytes(), nil
}

// significant rounds to 12 significant digits.
func significant(v float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil || math.IsInf(v, 0) {
		return v
	}
	return r
}

// csvPeople is empty where the source has no rows: nobody is known then.
func csvPeople(v metrics.Value) string {
	if v.Status == metrics.NoData {
		return ""
	}
	return strconv.Itoa(v.People)
}

func csvNumber(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(significant(*v), 'f', -1, 64)
}

// EvidenceIDs gives the evidence id of each figure, in their order. A person's figures
// have others in each tier, by the tier's pseudonyms.
func EvidenceIDs(figures []metrics.Figure, tier page.Tier, pseudonyms map[record.Person]string) []string {
	pseudonyms = idNames(tier, pseudonyms)
	known := evidenceIDs(figures, pseudonyms)
	ids := make([]string, len(figures))
	for i, f := range figures {
		ids[i] = known[keyOf(f.MetricID, f.Scope, f.Value.Breakdown, f.Grain, f.Span, pseudonyms)]
	}
	return ids
}
