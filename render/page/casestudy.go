package page

import "evidencepack/render/chart"

// CaseStudy is the story of one person's support, told with consent, or one put
// together from several people's. The texts are the provider's own and approved; the
// figures and the strip of steps are worked out. A composite has neither.
type CaseStudy struct {
	Label   string       `json:"label"` // "Case study 1"
	Title   string       `json:"title"`
	Lead    string       `json:"lead"`              // with whose consent it is told, or that it is a composite
	Parts   []Fact       `json:"parts"`             // context, approach, day to day, how it is evidenced
	Figures []Figure     `json:"figures,omitempty"` // at most three
	Steps   *chart.Steps `json:"steps,omitempty"`
	Source  string       `json:"source,omitempty"` // where figures and steps come from
	Limits  string       `json:"limits"`           // what the story does not show
}

// CaseLimits stands above what a story does not show, in every format.
const CaseLimits = "What it does not show"
