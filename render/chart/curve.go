package chart

// Curve is the meaning of a Kaplan–Meier plot: the share still there by days since the start.
type Curve struct {
	ID          string       `json:"id"`
	Title       string       `json:"title"`
	Subtitle    string       `json:"subtitle"`
	State       State        `json:"state"`
	Measure     string       `json:"measure"` // short name of what lasts
	Groups      []CurveGroup `json:"groups"`  // one in a pack; several are told apart by dash and by name
	Ticks       []float64    `json:"ticks"`   // days that stand under the axis, with their number at risk
	MedianLabel string       `json:"median_label,omitempty"`
	Reason      string       `json:"reason,omitempty"`
	Rules       string       `json:"rules,omitempty"`
	Alt         string       `json:"alt"`
}

// CurveGroup is one line of a Curve.
type CurveGroup struct {
	Name     string   `json:"name,omitempty"` // "" where there is one group
	Steps    []Step   `json:"steps"`          // in order of time; before the first all are still there
	AtRisk   []int    `json:"at_risk"`        // at each of Ticks
	Median   *float64 `json:"median,omitempty"`
	EndLabel string   `json:"end_label,omitempty"` // "41% after three years"
	ThinFrom *float64 `json:"thin_from,omitempty"` // day from which fewer than 12 are watched; nil where there is none
}

// Step is one time at which something ended or went out of sight.
type Step struct {
	Time     float64  `json:"time"`            // days since the start
	Share    float64  `json:"share"`           // still there from this time on, 0 to 100
	Lower    *float64 `json:"lower,omitempty"` // its 95% range; nil where it has none
	Upper    *float64 `json:"upper,omitempty"`
	AtRisk   int      `json:"at_risk"` // watched just before this time
	Ended    int      `json:"ended"`
	Censored int      `json:"censored"` // last seen still there, or ended another way
}
