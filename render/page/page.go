// Package page is the finished document as plain data. Words and numbers are
// settled and the tier has been applied before a Page exists: what may not be
// shown is not in it, so no drawer can leak it. A Page is saved as JSON beside
// the pack and can be drawn again from that file, with the same bytes.
package page

import (
	"evidencepack/render/brand"
	"evidencepack/render/chart"
)

// Schema is the version of the saved form.
const Schema = 1

// Page is one pack.
type Page struct {
	Schema    int       `json:"schema"`
	Cover     Cover     `json:"cover"`
	Sections  []Section `json:"sections"`
	MostPages int       `json:"most_pages,omitempty"` // of the PDF; 0 is as many as it takes

	BodyPoints float64 `json:"body_pt,omitempty"` // size of running text in the PDF, and all other text by it; 0 is the usual

	Elsewhere []string `json:"elsewhere,omitempty"` // sections that this format leaves out, named by For
}

// Tier is who may read a pack.
type Tier string

// The tiers of domain.md 9.
const (
	TierInternal   Tier = "internal"
	TierInspection Tier = "inspection"
	TierExternal   Tier = "external"
)

// Cover is what stands on the front and in the furniture of every page.
type Cover struct {
	Pack        string       `json:"pack"`     // file name without ending: tender-pack
	Title       string       `json:"title"`    // Tender evidence pack
	Provider    string       `json:"provider"` // "" is never allowed
	Tier        Tier         `json:"tier"`
	TierWord    string       `json:"tier_word"`              // EXTERNAL
	TierLine    string       `json:"tier_line"`              // the sentence in the banner
	Draft       string       `json:"draft,omitempty"`        // "Draft, not for release." on every page, or nothing
	Period      string       `json:"period"`                 // 1 April to 30 September 2026
	Baseline    string       `json:"baseline"`               // 1 October 2025 to 31 March 2026
	Services    string       `json:"services"`               // names or letters of the services in scope
	DataAsAt    string       `json:"data_as_at"`             // 30 September 2026
	Definitions string       `json:"definitions"`            // definitions v1
	Facts       []Fact       `json:"facts,omitempty"`        // further lines of the cover
	Colour      brand.Colour `json:"brand_colour,omitempty"` // of the rule under the title, and of nothing else; "" is that of text
	Logo        brand.Logo   `json:"logo,omitempty"`         // of the provider, or nil
	Warnings    []string     `json:"warnings,omitempty"`     // what is weaker than it looks; page 1
	HowToRead   []string     `json:"how_to_read,omitempty"`
}

// Fact is a label and its text.
type Fact struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Section is one part of the pack. Its title is the finding.
type Section struct {
	ID      string  `json:"id"`    // short and stable: refusals
	Label   string  `json:"label"` // "2 Refusals", above the title and in the contents
	Title   string  `json:"title"`
	Lead    string  `json:"lead,omitempty"`
	NewPage bool    `json:"new_page"`         // starts a page, unless the one before it is nearly empty
	Spread  bool    `json:"spread,omitempty"` // starts on a left page, so that two pages lie open together
	Keep    bool    `json:"keep,omitempty"`   // no limit of pages leaves out any of it
	Blocks  []Block `json:"blocks"`

	NotIn []string `json:"not_in,omitempty"` // formats that leave it out, by their ending: a PDF must be short

	Elsewhere []string `json:"elsewhere,omitempty"` // blocks that this format leaves out, named by For
}

// Block holds exactly one of its parts.
type Block struct {
	NotIn []string `json:"not_in,omitempty"` // formats that leave it out, by their ending

	Heading     *Heading     `json:"heading,omitempty"`
	Prose       *Prose       `json:"prose,omitempty"`
	Strip       *Strip       `json:"strip,omitempty"`
	Comparison  *Comparison  `json:"comparison,omitempty"`
	Table       *Table       `json:"table,omitempty"`
	Chart       *Chart       `json:"chart,omitempty"`
	Curve       *Curve       `json:"curve,omitempty"`
	Timeline    *Timeline    `json:"timeline,omitempty"`
	Funnel      *Funnel      `json:"funnel,omitempty"`
	Stack       *Stack       `json:"stack,omitempty"`
	Forest      *Forest      `json:"forest,omitempty"`
	Key         *Key         `json:"key,omitempty"`
	Notice      *Notice      `json:"notice,omitempty"`
	Claims      *Claims      `json:"claims,omitempty"`
	Answers     *Answers     `json:"answers,omitempty"`
	CaseStudy   *CaseStudy   `json:"case_study,omitempty"`
	SetAside    *SetAside    `json:"set_aside,omitempty"`
	Figures     *Figures     `json:"figures,omitempty"`
	Definitions *Definitions `json:"definitions,omitempty"`
}

// Heading starts a part of a section.
type Heading struct {
	Text string `json:"text"`
	Note string `json:"note,omitempty"` // one line under it, in second ink
}

// Prose is running text.
type Prose struct {
	Paragraphs []Paragraph `json:"paragraphs"`
}

// Paragraph is one paragraph; Lead is its semibold start.
type Paragraph struct {
	Lead string `json:"lead,omitempty"`
	Text string `json:"text"`
}

// Verdict is a claim state with the word that is printed and the difference.
type Verdict struct {
	State      chart.State `json:"state"`
	Word       string      `json:"word,omitempty"`       // "No clear change", "Not backed up"
	Difference string      `json:"difference,omitempty"` // "−0.5 points (−1.3 to +0.2)"
}

// Strip is the figure strip: two to four figures side by side.
type Strip struct {
	Figures []Figure `json:"figures"`
}

// Figure is the unit of evidence: label, before, after, counts, verdict, partner.
type Figure struct {
	Metric      string   `json:"metric"` // REF-01
	Label       string   `json:"label"`  // Offers of support first refused
	Before      string   `json:"before"` // "8.0%" or a word; "" where there is no before
	After       string   `json:"after"`
	BeforeCount string   `json:"before_count"`           // "before: 744 of 9,330 offers"
	AfterCount  string   `json:"after_count"`            // "after: 708 of 9,531"
	BeforeValue *float64 `json:"before_value,omitempty"` // nil where a word stands
	AfterValue  *float64 `json:"after_value,omitempty"`
	Format      Format   `json:"format"`
	Verdict     Verdict  `json:"verdict"`
	ReadWith    string   `json:"read_with,omitempty"` // "offers per person a week 6.4 to 6.8"
	Section     string   `json:"section,omitempty"`   // id of the section that tells more
	Evidence    string   `json:"evidence,omitempty"`  // evidence id of the period's figure
}

// Comparison is many measures before and after, sorted by state: a dumbbell plate.
type Comparison struct {
	Title  string          `json:"title"`
	Note   string          `json:"note,omitempty"`
	Unit   chart.Unit      `json:"unit"`
	Rows   []ComparisonRow `json:"rows"`
	Source string          `json:"source,omitempty"`
}

// ComparisonRow is one measure of a comparison.
type ComparisonRow struct {
	Label       string   `json:"label"`
	Before      string   `json:"before"` // "56.8", or a word
	After       string   `json:"after"`
	BeforeValue *float64 `json:"before_value,omitempty"` // nil where it is not shown
	AfterValue  *float64 `json:"after_value,omitempty"`
	Counts      string   `json:"counts,omitempty"` // "50 of 88, then 55 of 69"
	Verdict     Verdict  `json:"verdict"`
	Evidence    string   `json:"evidence,omitempty"`
}

// Format is how a number is written in a cell of a workbook.
type Format string

// The formats of visual.md 10.
const (
	FormatText    Format = ""
	FormatPercent Format = "percent" // the 0–100 value
	FormatRate    Format = "rate"
	FormatPoints  Format = "points"
	FormatCount   Format = "count"
	FormatDate    Format = "date"
)

// Table is a table of words and numbers.
type Table struct {
	Title   string   `json:"title,omitempty"`
	Note    string   `json:"note,omitempty"`
	Sheet   string   `json:"sheet,omitempty"` // name of its sheet in the workbook, "" is the section's
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
	Source  string   `json:"source,omitempty"` // line under it
}

// Column is the head of a column.
type Column struct {
	Head    string  `json:"head"`
	Numeric bool    `json:"numeric,omitempty"` // right aligned
	Weight  float64 `json:"weight"`            // share of the width
}

// Row is one row of a table.
type Row struct {
	Cells []Cell `json:"cells"`
	Group bool   `json:"group,omitempty"` // one cell, a group heading
	Total bool   `json:"total,omitempty"`

	Services []string `json:"services,omitempty"` // of the person in the row, for the filter of the web page
}

// Cell is one cell. It is never empty: it holds a number or one of the words of voice.md 1.8.
type Cell struct {
	Text     string      `json:"text"`
	Number   *float64    `json:"number,omitempty"` // the true number behind the text, for a workbook
	Format   Format      `json:"format,omitempty"`
	State    chart.State `json:"state,omitempty"` // draws its shape before the text
	Strong   bool        `json:"strong,omitempty"`
	Withheld bool        `json:"withheld,omitempty"` // hatched
	Below    string      `json:"below,omitempty"`    // a second line, small
	Tone     chart.State `json:"tone,omitempty"`     // colour of a text whose words say the same; it has no shape
	Spark    *Spark      `json:"spark,omitempty"`    // a small chart in place of the text
}

// Chart is a trend with the partner measure that must be read with it.
type Chart struct {
	Spec         chart.Spec  `json:"spec"`
	Verdict      Verdict     `json:"verdict"`
	PartnerTitle string      `json:"partner_title,omitempty"` // "offers per person per week, 6.4 to 6.8"
	Partner      *chart.Spec `json:"partner,omitempty"`
	Source       string      `json:"source"` // evidence id · file and sheet · n per point · caveat
	Half         bool        `json:"half"`   // may stand beside another half-width chart
}
