package html

import (
	"html/template"
	"io/fs"
	"math"
	"regexp"
	"strings"
	"sync"
	"time"

	"evidencepack/render/chart"
	"evidencepack/render/page"
	parts "evidencepack/templates/html"
)

// readParts reads the parts once; each pen works on a copy of its own, because
// the copy knows the evidence index of its page.
var readParts = sync.OnceValues(func() (*template.Template, error) {
	all := template.New("page").Funcs(words(new(pen)))
	names, err := fs.Glob(parts.Files, "*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := parts.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if _, err := all.New(name).Parse(slimPart(string(text))); err != nil {
			return nil, err
		}
	}
	return all, nil
})

// optionalEnds are ends of elements that a browser knows by itself, with the end of their
// line; plainAttribute is one whose value needs no quotes.
var (
	optionalEnds   = regexp.MustCompile(`</(?:td|th|tr|li|dt|dd|thead|tbody|colgroup)>\n?`)
	plainAttribute = regexp.MustCompile(`( [a-z-]+)="([A-Za-z0-9_-]+)"( |>)`)
)

// slimPart leaves out of a part what a browser knows by itself. The parts are written
// whole for those who edit them.
func slimPart(text string) string {
	text = optionalEnds.ReplaceAllString(text, "")
	text = plainAttribute.ReplaceAllString(text, "$1=$2$3")
	return plainAttribute.ReplaceAllString(text, "$1=$2$3") // neighbours share a blank
}

func newParts(p *pen) (*template.Template, error) {
	read, err := readParts()
	if err != nil {
		return nil, err
	}
	own, err := read.Clone()
	if err != nil {
		return nil, err
	}
	return own.Funcs(words(p)), nil
}

// words are the functions that the parts may use.
func words(p *pen) template.FuncMap {
	return template.FuncMap{
		"arrow":    func() template.HTML { return arrow },
		"class":    stateClass,
		"count":    func(n int) string { return number(float64(n), page.FormatCount) },
		"evidence": p.evidence.of,
		"file":     p.file,
		"join":     func(texts []string) string { return strings.Join(texts, "|") },
		"ledger":   ledger,
		"linked":   p.evidence.linked,
		"numbers":  columnClasses,
		"columns":  func(columns []page.Column) string { return columnClasses(numericColumns(columns)...) },
		"rows":     p.rows,
		"months":   trailMonths,
		"figures":  p.figureRows,

		"timeline": func(alt string) string {
			p.begin(rankTimelines, "div", waiting(alt+" The months stand packed in this file."))
			return ""
		},
		"chart_table": func() string {
			p.begin(rankChartTables, "div", waiting("The table stands packed in this file: it shows as soon as its scripts run."))
			return ""
		},
		"definitions": func(names []string) string {
			p.begin(rankDefinitions, "div", waiting("What these measures count stands packed in this file: it shows as soon as its scripts run. "+strings.Join(names, "; ")+"."))
			return ""
		},
		"part_end": func() string {
			p.end()
			return ""
		},
		"rules":   rulesBeneath,
		"shape":   stateShape,
		"symbols": symbols,
		"state": func(s chart.State, word, of string) verdict {
			return verdict{page.Verdict{State: s, Word: word}, p.evidence.known(of)}
		},
		"week":    chart.WeekName,
		"widths":  widths,
		"verdict": func(v page.Verdict, of string) verdict { return verdict{v, p.evidence.known(of)} },
	}
}

// rulesBeneath names the set of rules, unless the reason names it already.
func rulesBeneath(reason, rules string) string {
	if strings.Contains(reason, rules) {
		return ""
	}
	return rules
}

// verdict is a claim state with the evidence id that it belongs to, or "".
type verdict struct {
	page.Verdict
	Of string
}

// Class names the state in the style sheet.
func (v verdict) Class() string { return stateClass(v.State) }

// stateClass names a state in the style sheet: improvement, concern, no-clear-change, too-few or none.
func stateClass(s chart.State) string {
	switch s {
	case chart.StateImprovement, chart.StateConcern, chart.StateNoChange, chart.StateTooFew:
		return strings.ReplaceAll(string(s), "_", "-")
	}
	return "none"
}

// column gives the head of a cell; a cell beyond the last column has an empty one.
func column(columns []page.Column, at int) page.Column {
	if at < len(columns) {
		return columns[at]
	}
	return page.Column{}
}

// widths gives the share of each column in whole per cents, or nothing where the
// columns carry no weights.
func widths(columns []page.Column) []int {
	var sum float64
	for _, c := range columns {
		sum += c.Weight
	}
	if sum <= 0 {
		return nil
	}
	var shares []int
	for _, c := range columns {
		shares = append(shares, int(math.Round(100*c.Weight/sum)))
	}
	return shares
}

// ledger writes a count of rows; a count of nothing is a dash.
func ledger(n int) string {
	if n == 0 {
		return "–"
	}
	return number(float64(n), page.FormatCount)
}

// date writes 2026-04-01 as 1 Apr 2026. What is no such date stays as it is.
func date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("2 Jan 2006")
}

// anchor turns any text into the id of an element. Different texts give different
// ids: every byte but a letter, a digit or a hyphen is written as _ and its value.
// The page's own ids (_main, _panel) start as none of these can.
func anchor(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-':
			b.WriteByte(c)
		default:
			b.WriteByte('_')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		}
	}
	return b.String()
}
