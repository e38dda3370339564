package render

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// Pack says which metrics stand in a pack, in which words and in which order.
// It is data: a file of templates/packs, or the user's own in its place.
type Pack struct {
	Name      string    `yaml:"pack"` // as --pack names it
	File      string    `yaml:"file"` // name of its files, without ending
	Title     string    `yaml:"title"`
	Subtitle  string    `yaml:"subtitle"` // behind the title on every page; {month} is the latest month of the period
	Tier      page.Tier `yaml:"tier"`
	Draft     string    `yaml:"draft"` // words on every page while the pack may not leave the house
	HowToRead []string  `yaml:"how_to_read"`

	MostPages *int `yaml:"most_pages"` // of the PDF, which is thinned to meet it; not there is as many as it takes

	Frameworks []string `yaml:"frameworks"` // whose statements it speaks to; pack.yaml may name others of the same use

	Sections []PackSection `yaml:"sections"`
}

// PackSection is one section. Its title is fixed, or the finding of its metrics.
type PackSection struct {
	ID       string      `yaml:"id"`
	Label    string      `yaml:"label"`
	Title    string      `yaml:"title"`
	Lead     string      `yaml:"lead"`
	Flow     bool        `yaml:"flow"`      // always begins below the section before it; else only where that leaves its page nearly empty
	Spread   bool        `yaml:"spread"`    // begins on a left (even) page, so that two pages lie open together
	Keep     bool        `yaml:"keep"`      // most_pages leaves out nothing of it
	Finding  []string    `yaml:"finding"`   // metrics whose verdicts make the title
	Heading  string      `yaml:"heading"`   // short form of a tender heading that it answers: T1
	Counted  []string    `yaml:"counted"`   // metrics whose verdicts are counted in the title, and that answers speak of
	Changes  bool        `yaml:"changes"`   // the title counts the changes of approach
	Checks   bool        `yaml:"checks"`    // the title counts the eight-week checks that fell due
	SetAside bool        `yaml:"set_aside"` // the title counts the rows set aside
	Month    bool        `yaml:"month"`     // the title counts the signals and missed targets of the latest month
	NotIn    []string    `yaml:"not_in"`    // formats that leave it out: [pdf]
	Blocks   []PackBlock `yaml:"blocks"`
}

// PackBlock holds exactly one of its parts.
type PackBlock struct {
	NotIn []string `yaml:"not_in"` // formats that leave it out: [pdf]

	Headline        []string          `yaml:"headline"`
	Compare         *MetricList       `yaml:"compare"`
	Services        *MetricPair       `yaml:"services"`
	Chart           *MetricPair       `yaml:"chart"`
	ChartsByService *MetricPair       `yaml:"charts_by_service"`
	Claims          *MetricList       `yaml:"claims"`
	People          *MetricPair       `yaml:"people"`
	Weaknesses      *MetricList       `yaml:"weaknesses"`
	Scorecard       *ScorecardBlock   `yaml:"scorecard"`     // the latest month
	TenLines        *TenLinesBlock    `yaml:"ten_lines"`     // what matters in the latest month, and what to do
	Trails          *TrailsBlock      `yaml:"trails"`        // each person's time line
	Chains          *ChainsBlock      `yaml:"chains"`        // incidents and what followed them
	Due             *DueBlock         `yaml:"due"`           // what fell due in the latest month, and what comes next
	MonthChanges    *struct{}         `yaml:"month_changes"` // changes of the latest month, and eight-week checks
	Exceptions      *ExceptionsBlock  `yaml:"exceptions"`    // rows set aside, by file and by word
	KeyQuestion     *KeyQuestionBlock `yaml:"key_question"`  // what the records show for one key question
	Challenges      *TitleBlock       `yaml:"challenges"`    // what an inspector could challenge
	Records         *TitleBlock       `yaml:"records"`       // where to find the record
	Glance          *MetricList       `yaml:"glance"`        // services and measures in one table
	Curve           *MetricPair       `yaml:"curve"`         // how long something lasts
	Funnel          *MetricPair       `yaml:"funnel"`        // services side by side
	Rare            *MetricPair       `yaml:"rare"`          // days between serious incidents
	KPIs            *struct{}         `yaml:"kpis"`          // the buyer's list, in the buyer's order
	Parts           *PartsBlock       `yaml:"parts"`         // a breakdown
	Levels          *LevelsBlock      `yaml:"levels"`        // what the whole is made up of, in its order
	List            *ListBlock        `yaml:"list"`          // people or things to look at
	Text            []string          `yaml:"text"`
	Changes         *struct{}         `yaml:"changes"`
	ChangeClaims    *struct{}         `yaml:"change_claims"` // each change in sentences
	Key             *KeyBlock         `yaml:"key"`
	SetAside        *struct{}         `yaml:"set_aside"`
	Warnings        *struct{}         `yaml:"warnings"`
	Definitions     *struct{}         `yaml:"definitions"`
	Figures         *struct{}         `yaml:"figures"`

	Counts      *MetricList `yaml:"counts"`       // a small table of measures with their counts
	Slot        *SlotBlock  `yaml:"slot"`         // the provider’s own words
	Answers     *TitleBlock `yaml:"answers"`      // texts to paste
	AnswerWords *TitleBlock `yaml:"answer_words"` // how long they are
	Library     *TitleBlock `yaml:"library"`      // every claim of the pack in one table

	CaseStudies *CaseStudiesBlock `yaml:"case_studies"` // stories told with consent, and composites

	Missing   *MissingBlock `yaml:"missing"`   // what is not evidenced, and what would evidence it
	Framework *struct{}     `yaml:"framework"` // which statements have figures
}

// TitleBlock is a block that needs a title and nothing else.
type TitleBlock struct {
	Title string `yaml:"title"`
}

// KeyBlock explains the letters of the charts above it, or all changes of whole services.
type KeyBlock struct {
	All bool `yaml:"all"`
}

// MetricList is a block about several metrics.
type MetricList struct {
	Title   string   `yaml:"title"`
	Note    string   `yaml:"note"`
	Metrics []string `yaml:"metrics"`
	Most    int      `yaml:"most"`  // at most so many lines; 0 is all
	Sheet   string   `yaml:"sheet"` // for counts: sheet of the workbook, "" is that of the section

	Services bool `yaml:"services"` // for claims: of each service, too
	People   bool `yaml:"people"`   // for claims: of each person, too, where the tier has people

	Standing []Standing `yaml:"standing"` // for weaknesses: shares that are one by themselves
}

// Standing is a share that is a weakness by itself, whether it changed or not.
type Standing struct {
	Metric string   `yaml:"metric"`
	Above  *float64 `yaml:"above"` // per cent; a higher share is a weakness
	Below  *float64 `yaml:"below"` // per cent; a lower share is one
}

// MetricPair is a block about one metric, with the partner drawn under it.
type MetricPair struct {
	Metric  string `yaml:"metric"`
	Partner string `yaml:"partner"`
	Title   string `yaml:"title"`
	Most    int    `yaml:"most"`
}

// metrics lists the ids that a block names.
func (b PackBlock) metrics() []string {
	ids := slices.Clone(b.Headline)
	if b.Scorecard != nil {
		for _, g := range b.Scorecard.Groups {
			ids = append(ids, g.Metrics...)
		}
	}
	if b.Trails != nil {
		ids = append(ids, b.Trails.Figures...)
		for _, l := range b.Trails.Lanes {
			ids = append(ids, l.Metric)
			if l.Concern != "" {
				ids = append(ids, l.Concern)
			}
		}
	}
	if b.KeyQuestion != nil {
		ids = append(ids, b.KeyQuestion.First...)
		ids = append(ids, b.KeyQuestion.Changed...)
		ids = append(ids, b.KeyQuestion.LeaveOut...)
	}
	if b.Due != nil {
		ids = append(ids, b.Due.Done...)
	}
	if b.TenLines != nil {
		for _, l := range b.TenLines.Lines {
			ids = append(ids, l.Metric)
		}
	}
	for _, l := range []*MetricList{b.Compare, b.Claims, b.Weaknesses, b.Counts, b.Glance} {
		if l == nil {
			continue
		}
		ids = append(ids, l.Metrics...)
		for _, s := range l.Standing {
			ids = append(ids, s.Metric)
		}
	}
	for _, p := range []*MetricPair{b.Services, b.Chart, b.ChartsByService, b.People, b.Curve, b.Funnel, b.Rare} {
		if p != nil {
			ids = append(ids, p.Metric)
			if p.Partner != "" {
				ids = append(ids, p.Partner)
			}
		}
	}
	if b.Parts != nil {
		ids = append(ids, b.Parts.Metric)
	}
	for _, l := range b.allLevels() {
		ids = append(ids, l.Metric)
	}
	if b.CaseStudies != nil {
		ids = append(ids, b.CaseStudies.Metrics...)
	}
	return ids
}

// inside names a block that holds exact counts of single months, people or files.
func (b PackBlock) inside() string {
	switch {
	case b.Due != nil:
		return "due"
	case b.MonthChanges != nil:
		return "month_changes"
	}
	return "exceptions"
}

// allLevels lists the levels of a block, also those within a key question.
func (b PackBlock) allLevels() []*LevelsBlock {
	switch {
	case b.Levels != nil:
		return []*LevelsBlock{b.Levels}
	case b.KeyQuestion != nil:
		return b.KeyQuestion.Levels
	}
	return nil
}

// unfit names a metric or a list that cannot be drawn as its block asks, and says why.
func (b PackBlock) unfit(tier page.Tier) (id, why string) {
	switch {
	case tier == page.TierExternal && (b.Scorecard != nil || b.TenLines != nil || b.Glance != nil):
		return b.metrics()[0], "single months of a scorecard and figures of each service may give small numbers away, so no pack of the external tier has scorecard, ten_lines or glance"
	case tier == page.TierExternal && (b.Due != nil || b.MonthChanges != nil || b.Exceptions != nil):
		return b.inside(), fmt.Sprintf("%s is for those who run the services, so no pack of the external tier has it", b.inside())
	case b.Parts != nil:
		if m, known := metrics.Find(b.Parts.Metric); known && !m.BrokenBy(b.Parts.By) {
			return m.ID, fmt.Sprintf("%s has no breakdown %q", m.ID, b.Parts.By)
		}
	case len(b.allLevels()) > 0:
		for _, l := range b.allLevels() {
			if why := l.unfit(tier); why != "" {
				return l.Metric, why
			}
		}
	case b.List != nil:
		if _, known := metrics.FindList(b.List.Name); !known {
			return b.List.Name, fmt.Sprintf("there is no list %q; there are %s", b.List.Name, listNames())
		}
		if tier == page.TierExternal {
			return b.List.Name, fmt.Sprintf("the list %q holds rows about single people, so no pack of the external tier has it", b.List.Name)
		}
	case b.Curve != nil && b.Curve.Metric != curveMetric:
		return b.Curve.Metric, fmt.Sprintf("a curve is drawn of %s alone", curveMetric)
	case b.Rare != nil && b.Rare.Metric != rareMetric:
		return b.Rare.Metric, fmt.Sprintf("the days between rare incidents are drawn of %s alone", rareMetric)
	case b.Funnel != nil:
		if m, known := metrics.Find(b.Funnel.Metric); known && m.Unit != metrics.Percent && m.Unit != metrics.Per1000CareDays {
			return m.ID, fmt.Sprintf("a funnel compares shares, or rates for care days, and %s is neither", m.ID)
		}
	}
	return "", ""
}

// leastPages is the lowest limit that a pack may set: a cover and one page.
const leastPages = 2

// tierOrder puts the packs that leave the house first.
var tierOrder = map[page.Tier]int{page.TierExternal: 0, page.TierInspection: 1, page.TierInternal: 2}

// Packs reads every pack of the templates, in the order of the names given, or
// all from the external tier to the internal one. Unknown keys, unknown metrics and unknown
// packs are errors that name file and line.
func Packs(files fs.FS, names []string) ([]Pack, error) {
	list, err := fs.Glob(files, "packs/*.yaml")
	if err != nil {
		return nil, err
	}
	frameworks, err := Frameworks(files)
	if err != nil {
		return nil, err
	}
	var all []Pack
	for _, name := range list {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		p, err := parsePack(name, text)
		if err != nil {
			return nil, err
		}
		for _, id := range p.Frameworks {
			if !slices.ContainsFunc(frameworks, func(f Framework) bool { return f.ID == id }) {
				return nil, fmt.Errorf("%s, line %d: there is no framework %q; there are %s", path.Base(name), lineOf(text, id), id, FrameworkNames(frameworks))
			}
		}
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b Pack) int { return tierOrder[a.Tier] - tierOrder[b.Tier] })
	if len(names) == 0 {
		return all, nil
	}
	var chosen []Pack
	for _, name := range names {
		i := slices.IndexFunc(all, func(p Pack) bool { return p.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no pack %q; there are %s", name, packNames(all))
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

func packNames(all []Pack) string {
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	return listWords(names)
}

// parsePack reads one pack and checks it before any data is read.
func parsePack(name string, text []byte) (Pack, error) {
	var p Pack
	if err := yaml.UnmarshalWithOptions(text, &p, yaml.Strict()); err != nil {
		return p, fmt.Errorf("%s: %w", path.Base(name), ShortYAML(err))
	}
	if p.Name == "" || p.File == "" || p.Title == "" {
		return p, fmt.Errorf("%s: a pack needs the lines pack, file and title", path.Base(name))
	}
	switch p.Tier {
	case page.TierInternal, page.TierInspection, page.TierExternal:
	default:
		return p, fmt.Errorf("%s: tier is internal, inspection or external", path.Base(name))
	}
	if p.MostPages != nil && *p.MostPages < leastPages {
		return p, fmt.Errorf("%s, line %d: most_pages is a whole number from %d; leave the line out for as many as it takes", path.Base(name), lineOf(text, "most_pages"), leastPages)
	}
	if p.Tier == page.TierInspection && !slices.ContainsFunc(p.Sections, holdsWeaknesses) {
		return p, fmt.Errorf("%s: a pack of the inspection tier needs the block weaknesses, whole and in every format; it cannot be switched off, only annotated", path.Base(name))
	}
	for _, s := range p.Sections {
		if s.Flow && s.Spread {
			return p, fmt.Errorf("%s, line %d: a section has flow or spread, not both: a spread begins on a page of its own", path.Base(name), lineOf(text, "id: "+s.ID))
		}
		left := slices.Clone(s.NotIn)
		for _, b := range s.Blocks {
			left = append(left, b.NotIn...)
		}
		for _, format := range left {
			if !slices.ContainsFunc(Formats, func(f Format) bool { return f.Ending == format }) {
				return p, fmt.Errorf("%s, line %d: there is no format %q; there are pdf, xlsx and html", path.Base(name), lineOf(text, format), format)
			}
		}
		ids := slices.Concat(s.Finding, s.Counted)
		for _, b := range s.Blocks {
			ids = append(ids, b.metrics()...)
		}
		for _, id := range ids {
			if _, known := metrics.Find(id); !known {
				return p, fmt.Errorf("%s, line %d: there is no metric %q; evidencepack list metrics shows all", path.Base(name), lineOf(text, id), id)
			}
		}
		for _, b := range s.Blocks {
			if id, why := b.unfit(p.Tier); why != "" {
				return p, fmt.Errorf("%s, line %d: %s", path.Base(name), lineOf(text, id), why)
			}
		}
	}
	return p, nil
}

// holdsWeaknesses tells whether a section shows all known weaknesses in every format.
func holdsWeaknesses(s PackSection) bool {
	return len(s.NotIn) == 0 && slices.ContainsFunc(s.Blocks, func(b PackBlock) bool {
		return b.Weaknesses != nil && b.Weaknesses.Most == 0 && len(b.NotIn) == 0
	})
}

func listNames() string {
	var names []string
	for _, l := range metrics.Lists {
		names = append(names, l.Name)
	}
	return listWords(names)
}

// lineOf gives the first line that holds a word, from 1.
func lineOf(text []byte, word string) int {
	for i, line := range strings.Split(string(text), "\n") {
		if strings.Contains(line, word) {
			return i + 1
		}
	}
	return 1
}

// ShortYAML turns an error of the YAML reader into one line that names the line
// of the file: the reader's own text repeats part of the file.
func ShortYAML(err error) error {
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return errors.New(strings.SplitN(err.Error(), "\n", 2)[0])
	}
	line := 0
	if t := syntax.GetToken(); t != nil && t.Position != nil {
		line = t.Position.Line
	}
	message := syntax.GetMessage()
	if found, ok := strings.CutPrefix(message, "unknown field "); ok {
		message = "we do not know " + found
	}
	return fmt.Errorf("line %d: %s", line, message)
}
