package render

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/metrics"
	"evidencepack/render/chart"
)

// kindQuarters stands in the words beside the kinds of metrics: quarters are what
// a tier makes of a series, not what its data ask for.
const kindQuarters metrics.SeriesKind = "quarters"

// reasonQuarters is why there are quarters.
const reasonQuarters metrics.SeriesReason = "quarters"

// chartWords are the words of charts: prose/charts.yaml.
type chartWords struct {
	Kinds   map[metrics.SeriesKind]kindWords `yaml:"kinds"`
	Reasons map[metrics.SeriesReason]string  `yaml:"reasons"`
	Rules   map[string]string                `yaml:"rules"`   // by the name of the set
	Signals map[string]string                `yaml:"signals"` // by the rule that fired
	Gaps    map[metrics.SeriesGap]string     `yaml:"gaps"`
	Curve   string                           `yaml:"curve"`
	Funnel  map[metrics.FunnelReason]string  `yaml:"funnel"`
	Bands   map[metrics.FunnelReason]string  `yaml:"funnel_bands"`
	Few     string                           `yaml:"few"` // beneath a funnel of few services
	Suggest string                           `yaml:"suggest"`
	Rebase  string                           `yaml:"rebase"`
	Restart string                           `yaml:"restart"`

	RunRules   map[string]string `yaml:"run_rules"`
	LeftOut    string            `yaml:"left_out"`
	CurveEarly string            `yaml:"curve_early"`
	CurveAgain string            `yaml:"curve_again"`
}

// kindWords are what is said of one kind of chart.
type kindWords struct {
	Name   string `yaml:"name"`   // in the sentence for those without the picture
	Lines  string `yaml:"lines"`  // what the grey line and the band are
	Line   string `yaml:"line"`   // the centre line in a sentence
	Centre string `yaml:"centre"` // label of the centre line; {v} is its value
}

// chartKinds are the kinds with the name that is drawn.
var chartKinds = map[metrics.SeriesKind]chart.Kind{
	metrics.SeriesRun: chart.KindRun, metrics.SeriesPPrime: chart.KindPPrime, metrics.SeriesUPrime: chart.KindUPrime,
	metrics.SeriesXmR: chart.KindXmR, metrics.SeriesT: chart.KindT, kindQuarters: chart.KindQuarters,
}

// readChartWords reads the words of charts and finds every code in them, so that a
// user's own file cannot leave a chart without its reason.
func readChartWords(files fs.FS) (*chartWords, error) {
	text, err := fs.ReadFile(files, "prose/charts.yaml")
	if err != nil {
		return nil, err
	}
	words := new(chartWords)
	if err := yaml.UnmarshalWithOptions(text, words, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("charts.yaml: %w", ShortYAML(err))
	}
	if missing := words.missing(); missing != "" {
		return nil, fmt.Errorf("charts.yaml: there are no words for %s", missing)
	}
	return words, nil
}

// The codes that need words.
var (
	seriesKinds = []metrics.SeriesKind{
		metrics.SeriesRun, metrics.SeriesPPrime, metrics.SeriesUPrime, metrics.SeriesXmR, metrics.SeriesT, kindQuarters,
	}
	seriesReasons = []metrics.SeriesReason{
		metrics.ReasonShare, metrics.ReasonRate, metrics.ReasonSingle, metrics.ReasonRare, metrics.ReasonShort,
		metrics.ReasonStock, metrics.ReasonCount, metrics.ReasonSteady, reasonQuarters,
	}
	ruleSets    = []string{metrics.RulesAnhoej, metrics.RulesMakingDataCount}
	seriesRules = []string{metrics.RuleOutside, metrics.RuleRun, metrics.RuleTrend, metrics.RuleTwoInThree}
	seriesGaps  = []metrics.SeriesGap{metrics.GapNoData, metrics.GapNothing, metrics.GapThin}
)

// missing names the first code without words, "" where each has some.
func (w *chartWords) missing() string {
	for _, kind := range seriesKinds {
		if said := w.Kinds[kind]; said.Name == "" || said.Lines == "" || (kind != kindQuarters && (said.Line == "" || !strings.Contains(said.Centre, "{v}"))) {
			return fmt.Sprintf("the kind %q", kind)
		}
	}
	for _, reason := range seriesReasons {
		if w.Reasons[reason] == "" {
			return fmt.Sprintf("the reason %q", reason)
		}
	}
	for _, set := range ruleSets {
		if w.Rules[set] == "" {
			return fmt.Sprintf("the rules %q", set)
		}
	}
	for _, rule := range seriesRules {
		if w.Signals[rule] == "" {
			return fmt.Sprintf("the signal %q", rule)
		}
	}
	for _, gap := range seriesGaps {
		if w.Gaps[gap] == "" {
			return fmt.Sprintf("the gap %q", gap)
		}
	}
	for _, reason := range []metrics.FunnelReason{metrics.FunnelChance, metrics.FunnelSpread} {
		if w.Funnel[reason] == "" || w.Bands[reason] == "" {
			return fmt.Sprintf("the funnel %q", reason)
		}
	}
	for _, other := range []struct{ key, said string }{{"curve", w.Curve}, {"few", w.Few}, {"suggest", w.Suggest}, {"left_out", w.LeftOut}, {"rebase", w.Rebase}, {"restart", w.Restart},
		{"curve_early", w.CurveEarly}, {"curve_again", w.CurveAgain}, {"run_rules", w.RunRules[metrics.RulesAnhoej]}} {
		if other.said == "" {
			return other.key
		}
	}
	return ""
}

// signal says which rule fired at a point.
func (w *chartWords) signal(kind metrics.SeriesKind, p metrics.SeriesPoint) string {
	side, way := "above", "up"
	if p.Signal == metrics.Lower {
		side, way = "below", "down"
	}
	return strings.NewReplacer("{side}", side, "{way}", way, "{n}", fmt.Sprint(p.RunLength), "{line}", w.Kinds[kind].Line).Replace(w.Signals[p.Rule])
}
