package kpi

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"evidencepack/metrics"
)

// The longest texts that a table has room for, in characters.
const (
	longestID        = 20
	longestWording   = 400
	longestValidator = 100
)

// notFromExports is what stands as the metric of a KPI that is filled in by hand.
const notFromExports = "none"

// check makes a KPI of a row, or says what is wrong with it.
func (r row) check() (KPI, *Fault) {
	k := KPI{ID: r.ID, Wording: strings.Join(strings.Fields(r.Wording), " "), Rounding: Exact, Validator: r.Validator, Line: r.line}
	for _, step := range []func(*KPI) *Fault{r.texts, r.metric, r.filter, r.period, r.direction, r.rounding, r.target, r.bands} {
		if fault := step(&k); fault != nil {
			return KPI{}, fault
		}
	}
	return k, nil
}

func (r row) texts(*KPI) *Fault {
	for _, cell := range []struct {
		column, text string
		longest      int
		needed       bool
	}{{"id", r.ID, longestID, true}, {"wording", r.Wording, longestWording, true}, {"validator", r.Validator, longestValidator, false}} {
		switch {
		case cell.text == "" && cell.needed:
			return &Fault{Column: cell.column, What: "this cell is empty", Hint: "give the buyer’s number in id, and the buyer’s words in wording."}
		case utf8.RuneCountInString(cell.text) > cell.longest:
			return &Fault{Column: cell.column, What: fmt.Sprintf("this text is longer than %d characters", cell.longest), Hint: "shorten it; a table has no room for more."}
		case strings.ContainsFunc(cell.text, func(c rune) bool { return unicode.IsControl(c) && c != '\n' }):
			return &Fault{Column: cell.column, What: "this text holds signs that cannot be printed", Hint: "type it again."}
		}
	}
	return nil
}

func (r row) metric(k *KPI) *Fault {
	if strings.EqualFold(r.Metric, notFromExports) {
		return nil
	}
	m, known := metrics.Find(r.Metric)
	switch {
	case r.Metric == "":
		return &Fault{Column: "metric", What: fmt.Sprintf("KPI %s names no metric", k.ID), Hint: near(r.Wording)}
	case !known:
		return &Fault{Column: "metric", What: fmt.Sprintf("there is no metric %q", r.Metric), Hint: near(r.Metric)}
	case m.Unit == metrics.Points:
		return &Fault{Column: "metric", What: m.ID + " has a figure for each change of approach, and a KPI is one figure", Hint: "choose another metric, or none."}
	}
	k.Metric = m.ID
	return nil
}

// filter reads "service=Harbour View; task=personal_care". Whether there is such a
// service is known only with the exports.
func (r row) filter(k *KPI) *Fault {
	m, _ := metrics.Find(k.Metric)
	can := "service"
	for _, name := range m.Breakdowns() {
		can += ", " + name
	}
	for part := range strings.SplitSeq(r.Filter, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, word, _ := strings.Cut(part, "=")
		name, word = strings.ToLower(clean(name)), clean(word)
		what := ""
		switch {
		case k.Metric == "":
			what = "a KPI that is filled in by hand has no filter"
		case word == "":
			what = fmt.Sprintf("we cannot read the filter %q", clean(part))
		case name == "service" && k.Service == "":
			k.Service = word
		case name == "service", k.Breakdown != "":
			what = "a filter is one service and one part at most"
		case !strings.Contains(", "+can+",", ", "+name+","):
			what = fmt.Sprintf("%s cannot be filtered by %q", m.ID, name)
		default:
			k.Breakdown = name + "=" + strings.ToLower(word)
		}
		if what != "" {
			return &Fault{Column: "filter", What: what, Hint: fmt.Sprintf("it can be filtered by: %s; for example service=Harbour View.", can)}
		}
	}
	return nil
}

func (r row) period(k *KPI) *Fault {
	var known bool
	if k.Period, known = parsePeriod(r.Period); known {
		return nil
	}
	var all []string
	for _, p := range Periods {
		all = append(all, string(p))
	}
	return &Fault{Column: "period", What: fmt.Sprintf("we do not know the period %q", r.Period), Hint: "the periods are " + strings.Join(all, ", ") + "."}
}

func (r row) direction(k *KPI) *Fault {
	switch strings.ToLower(r.Direction) {
	case "higher", "higher is better":
		k.Better = metrics.Higher
	case "lower", "lower is better":
		k.Better = metrics.Lower
	case "":
		if r.Target != "" || r.Bands != "" {
			return &Fault{Column: "direction", What: "a target or bands need a direction", Hint: "write higher where a higher figure is better, lower where a lower one is."}
		}
	default:
		return &Fault{Column: "direction", What: fmt.Sprintf("we do not know the direction %q", r.Direction), Hint: "write higher where a higher figure is better, lower where a lower one is."}
	}
	return nil
}

func (r row) rounding(k *KPI) *Fault {
	switch strings.ToLower(r.Rounding) {
	case "", "none":
		k.Rounding = Exact
	case "0", "1", "2", "3":
		k.Rounding = int(r.Rounding[0] - '0')
	default:
		return &Fault{Column: "rounding", What: fmt.Sprintf("we cannot read the rounding %q", r.Rounding), Hint: "write how many decimals the compared figure has: 0, 1, 2 or 3; leave it empty where it is not rounded."}
	}
	return nil
}

// target reads 90, 90% or >=90; a sign must say the same as the direction.
func (r row) target(k *KPI) *Fault {
	if r.Target == "" {
		return nil
	}
	text := r.Target
	for _, s := range signs {
		rest, is := strings.CutPrefix(text, s.written)
		if !is {
			continue
		}
		if wanted := map[string]metrics.Direction{">=": metrics.Higher, "<=": metrics.Lower}[s.sign]; wanted != k.Better {
			return &Fault{Column: "target", What: fmt.Sprintf("the target %s does not fit the direction %s", r.Target, k.Better), Hint: "a target is met by the number itself and by what is better; write the number alone."}
		}
		text = rest
		break
	}
	n, ok := parseNumber(text)
	if !ok {
		return &Fault{Column: "target", What: fmt.Sprintf("we cannot read the number %q", r.Target), Hint: "write a number with a point, such as 90 or 2.5."}
	}
	if m, known := metrics.Find(k.Metric); known && m.Unit == metrics.Percent && (n < 0 || n > 100*one) {
		return &Fault{Column: "target", What: fmt.Sprintf("%s is a percentage, and %s lies outside 0 to 100", m.ID, n), Hint: "write 90 for 90%."}
	}
	k.Target = &n
	return nil
}

func (r row) bands(k *KPI) *Fault {
	if r.Bands == "" {
		return nil
	}
	bands, what := parseBands(r.Bands)
	hint := "for example: Green >=90; Amber >=75 and <90; Red <75"
	if what == "" {
		s := anything
		if m, known := metrics.Find(k.Metric); known {
			s = scaleOf(m, k.Rounding)
		}
		k.Bands, what, hint = checkBands(bands, s, k.Better)
	}
	if what != "" {
		return &Fault{Column: "bands", What: fmt.Sprintf("KPI %s: %s", k.ID, what), Hint: hint}
	}
	return nil
}
