package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// Unit is the unit of a value, as evidence.csv writes it.
type Unit string

// The units.
const (
	Percent         Unit = "percent" // 100 × numerator ÷ denominator
	Per1000CareDays Unit = "per_1000_care_days"
	Count           Unit = "count"
	Days            Unit = "days"
	Minutes         Unit = "minutes"
	PerPersonWeek   Unit = "per_person_week"
	Per100Doses     Unit = "per_100_doses"
	MedianScore     Unit = "median_score"
	Points          Unit = "points" // percentage points, below 0 for a fall
)

// Direction says which way is better.
type Direction string

// The directions. Neither is for figures that are read with their partners
// only: a refusal may be a right, and a report may be a sign of openness.
const (
	Lower   Direction = "lower"
	Higher  Direction = "higher"
	Neither Direction = "neither"
	// LowerWithPartners is better lower only where no partner speaks against it.
	// It never stands without them.
	LowerWithPartners Direction = "lower_with_partners"
)

// Grain is the length of time that a figure is for.
type Grain string

// The grains. A metric's own grain is GrainMonth (months, and whole periods) or
// GrainPeriod (whole periods only); GrainBaseline is for figures.
const (
	GrainMonth    Grain = "month"
	GrainPeriod   Grain = "period"
	GrainBaseline Grain = "baseline"
	GrainKPI      Grain = "kpi" // the dates of a buyer's KPI, where they are none of the others
)

// Family is the group of metrics that the first letters of an id name: REF.
type Family string

// HasPersonRows tells whether the family is one of the four headlines, whose
// figures are also worked out for each person.
func (f Family) HasPersonRows() bool {
	switch f {
	case "REF", "IND", "RES", "LRN":
		return true
	}
	return false
}

// Def is a metric in words, and what the engine has to know of it. A test says which
// words every metric must have.
type Def struct {
	ID    string // REF-01
	Title string // a few words: First refusals
	Means string // one plain sentence for readers: what is counted, out of what

	Numerator       string // in words; for medians, what the middle value is of
	Denominator     string // in words; "" for plain counts
	NounNumerator   string // short plural for the count: "first refusals"; "" where evidence.csv has no numerator
	NounDenominator string // short plural for the count: "offers"; "" for plain counts

	Unit           Unit
	Better         Direction
	Grain          Grain
	Amount         bool          // the denominator is an amount that staff record: where it shrinks, less was written down
	Written        bool          // it falls where staff write down less, so a fall is judged beside the care notes written (RoleNotes)
	Grows          bool          // a longer window gives a larger figure, so windows of different lengths are never compared
	Recounted      bool          // each month counts the same things again, so neighbouring months resemble each other and no limits apply
	Hours          bool          // a share of amounts such as hours, not of counts: it has no likely range and no limits of counts
	MinDenominator int           // below this the figure is too small to say anything of; 0 only for plain counts
	Counts         string        // what is counted where it is not rows of exports, one by one: people, steps, hours …; "" is rows
	Partners       []string      // ids of the metrics printed beside it
	Beside         []string      // counts that are always said in the same breath: added beside lifted
	OutweighedBy   string        // a count that speaks against a good finding where it is as large as the numerator
	Net            string        // the count that says whether there are more or fewer at the end than at the start
	ForOne         []string      // further partners where the figure is one person's
	Needs          []record.Kind // kinds of record counted; the first decides whether there is data
	Also           []record.Kind // kinds counted too where they are given; without them the figure stands as it is
	Columns        []string      // columns without which a row is not known, such as "care_task.reoffered"; "a.x|a.y" is either of two
	Role           Role          // "" is a figure and no more
	Signed         bool          // the count is a difference, below 0 for fewer, and is said with its sign
	AnyOf          bool          // any one of Needs is enough; otherwise an export that was never given leaves nothing to say

	AddsUp     Sums            // how its counts add up, where they do not as its rows do: the same words in two metrics are the same things
	PartsAddUp map[string]Sums // by name=word: parts of a breakdown that are counts of other metrics
	Makes      []Same          // sums that hold for every service and every stretch of days
	Among      [][2]string     // things counted that are some of others: the first among the second

	Since        string // date of this definition
	Source       string // where the definition comes from
	WhyItMatters string // one plain sentence
}

// Family gives the letters before the hyphen of the id.
func (d Def) Family() Family {
	for i, c := range d.ID {
		if c == '-' {
			return Family(d.ID[:i])
		}
	}
	return Family(d.ID)
}

// Counted is what one record counted as in a figure.
type Counted uint8

// What a record may count as. The values add up bit by bit.
const (
	CountedNeither     Counted = 0
	CountedNumerator   Counted = 1
	CountedDenominator Counted = 2
	CountedBoth        Counted = 3
)

// String gives the word of trace's counted_as column, "" for neither.
func (c Counted) String() string {
	return [...]string{"", "numerator", "denominator", "both"}[c&CountedBoth]
}

// in counts as numerator and denominator where both tests hold; a record that is
// not in the denominator is in neither.
func in(denominator, numerator bool) Counted {
	switch {
	case denominator && numerator:
		return CountedBoth
	case denominator:
		return CountedDenominator
	}
	return CountedNeither
}

// Metric is a definition together with the functions that work it out.
type Metric struct {
	Def
	rule rule
}

// Takes tells whether records of the kind are offered to the metric.
func (m Metric) Takes(kind record.Kind) bool {
	return slices.Contains(m.Needs, kind) || slices.Contains(m.Also, kind)
}

// Find gives the metric of the register with the id.
func Find(id string) (Metric, bool) {
	i := slices.IndexFunc(All, func(m Metric) bool { return m.ID == id })
	if i < 0 {
		return Metric{}, false
	}
	return All[i], true
}
