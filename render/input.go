package render

import (
	"io/fs"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/brand"
	"evidencepack/render/disclose"
	"evidencepack/render/kpi"
	"evidencepack/render/page"
)

// Input is everything that a pack is made from.
type Input struct {
	Provider     string
	Table        *metrics.Table
	Figures      []metrics.Figure // all of evidence.csv
	KPIs         []kpi.Result     // the buyer's KPIs in the buyer's order; empty where no list was given
	Period       record.Span
	Baseline     record.Span
	Changes      []*record.PlanChange     // in order of date
	Questions    []Question               // of the buyer, in the buyer’s order
	Cases        []CaseStory              // stories, drafts too, with the records of their people
	Slots        map[string]string        // the provider’s own words for places of a pack, by their names
	Rebases      []metrics.Rebase         // limits that pack.yaml asks to be worked out again
	ServiceTypes map[string]string        // service → residential, homecare …
	Sources      map[record.Kind][]string // files of each kind, with their sheets
	Pseudonyms   map[page.Tier]map[record.Person]string
	Account      Account
	Targets      map[string]Target      // by metric: what pack.yaml says it should be
	Frameworks   []string               // ids that pack.yaml names in place of those of the packs
	Safe         func(text string) bool // tells whether a text names nobody

	// For the external tier only.
	Threshold int                 // fewest people that a figure may rest on: 5 to 10, 0 is 5
	Small     []string            // services with fewer people than that, which stand together as one
	Pooled    *metrics.Table      // the same records, with those of small services under the name of them all; nil where none is small
	Letters   []string            // all services in the order of their letters, which is not that of their names; nil is the table's order
	Earlier   []disclose.Released // what was sent before

	Trails []string // pseudonyms whose time lines the PDF has; nil is those with most evidence

	Notes []Note // what managers say beside known weaknesses

	Colour     brand.Colour // of the rule under the title of the cover; "" is that of text
	Logo       brand.Logo   // of the provider, or nil
	BodyPoints float64      // size of running text in the PDF; 0 is the usual

	Templates fs.FS
}
