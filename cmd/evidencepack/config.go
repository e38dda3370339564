package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/kpi"
)

// settings are what pack.yaml may say. An unknown key is an error that names its line.
type settings struct {
	Provider     string            `yaml:"provider"`
	From         string            `yaml:"from"`
	To           string            `yaml:"to"`
	BaselineFrom string            `yaml:"baseline_from"`
	BaselineTo   string            `yaml:"baseline_to"`
	Packs        []string          `yaml:"packs"`
	Ladder       []string          `yaml:"ladder"`
	Templates    string            `yaml:"templates"`
	KPIs         string            `yaml:"kpis"` // file in the folder of exports
	Rebase       []rebase          `yaml:"rebase"`
	Frameworks   []string          `yaml:"frameworks"`
	Allow        []string          `yaml:"allow"`     // texts that the privacy gate finds and somebody looked at
	Threshold    *int              `yaml:"threshold"` // fewest people outside; nil is the least
	Tender       tenderSettings    `yaml:"tender"`
	CaseStudies  string            `yaml:"case_studies"` // file in the folder of exports
	Targets      map[string]string `yaml:"targets"`      // by metric
	Weaknesses   []weaknessNote    `yaml:"weaknesses"`   // notes beside known weaknesses
	Trails       []string          `yaml:"trails"`       // people whose time lines the inspection PDF has, by pseudonym
	Releases     string            `yaml:"releases"`     // ledger of releases, from the folder of exports

	Brand brandSettings `yaml:"brand"`
	Print printSettings `yaml:"print"`

	file           string // name of the settings file, for errors
	dir            string // its folder
	logoLine       int    // where the logo stands in it
	targets        map[string]render.Target
	notes          []render.Note
	frameworkLines []int // where each of Frameworks stands in it
	trailLines     []int // the same of Trails
}

// settingsKeys are the keys, for "did you mean".
var settingsKeys = []string{"provider", "from", "to", "baseline_from", "baseline_to", "packs", "ladder", "templates", "kpis", "rebase", "frameworks", "threshold", "releases", "allow", "tender", "case_studies", "targets", "weaknesses", "trails", "brand", "print"}

// laterKeys are settings that are promised and not there yet.
var laterKeys = []string{"services", "mappings", "codes", "scales", "tier"}

// readSettings reads a settings file. No file at the default place is no settings.
func readSettings(file string, asked bool) (settings, error) {
	var s settings
	read := readOwn
	if asked {
		read = os.ReadFile // it may be a pipe, on purpose
	}
	text, err := read(file)
	if errors.Is(err, fs.ErrNotExist) && !asked {
		return s, nil
	}
	if err != nil {
		return s, failure{code: exitNothing, what: fmt.Sprintf("the settings file %s cannot be opened.", filepath.Base(file))}
	}
	if err := yaml.UnmarshalWithOptions(text, &s, yaml.Strict()); err != nil {
		return s, settingsFailure(filepath.Base(file), err)
	}
	s.file, s.dir = filepath.Base(file), filepath.Dir(file)
	s.frameworkLines = placesOf(text, "frameworks", len(s.Frameworks))
	s.trailLines = placesOf(text, "trails", len(s.Trails))
	if k := s.Threshold; k != nil && (*k < disclose.Floor || *k > mostFloor) {
		return s, failure{
			code: exitNothing, what: fmt.Sprintf("%s, line %d: threshold is %d, and must be from %d to %d.", s.file, render.LineAt(text, "$.threshold"), *k, disclose.Floor, mostFloor),
			why: "it is the fewest people that a figure for readers outside may rest on.",
		}
	}
	if err := s.readTargets(text); err != nil {
		return s, err
	}
	if err := s.readNotes(text); err != nil {
		return s, err
	}
	if err := s.readPrint(text); err != nil {
		return s, err
	}
	if err := s.readBrand(text); err != nil {
		return s, err
	}
	return s, s.readRebases(text)
}

// mostFloor is the highest threshold: above it hardly anything is left to show.
const mostFloor = 10

// floor is the fewest people that a figure for readers outside may rest on.
func (s settings) floor() int {
	if s.Threshold == nil {
		return disclose.Floor
	}
	return *s.Threshold
}

func settingsFailure(file string, err error) error {
	what := render.ShortYAML(err).Error()
	f := failure{code: exitNothing, what: fmt.Sprintf("%s, %s.", file, what)}
	if _, word, found := strings.Cut(what, `"`); found {
		word, _, _ = strings.Cut(word, `"`)
		if slices.Contains(laterKeys, word) {
			f.hints = []string{fmt.Sprintf("%s will be a setting of a later version; take the line away for now.", word)}
			return f
		}
		if under := underOf[word]; under != "" {
			f.hints = []string{fmt.Sprintf("write %s below %s, moved in by two spaces;  evidencepack init FOLDER  shows how.", word, under)}
			return f
		}
		if near := nearest(word, slices.Concat(settingsKeys, rebaseKeys, tenderKeys, noteKeys, slices.Sorted(maps.Keys(underOf)))); near != "" {
			f.hints = []string{fmt.Sprintf("did you mean %q?", near)}
		}
	}
	return f
}

// ladder gives the user's own order of the levels of support, or nil.
func (s settings) ladder() (record.Ladder, error) {
	if len(s.Ladder) == 0 {
		return nil, nil
	}
	var out record.Ladder
	for _, word := range s.Ladder {
		level, known := cell.Levels.Find(word)
		if !known {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("pack.yaml, ladder: we do not know the level of support %q.", word)}
		}
		out = append(out, record.Level(level))
	}
	if out[0] != record.Independent {
		return nil, failure{code: exitNothing, what: "pack.yaml, ladder: the first level must be independent."}
	}
	for _, level := range record.DefaultLadder {
		if out.Rank(level) == record.NoRank || len(out) != len(record.DefaultLadder) {
			return nil, failure{
				code: exitNothing, what: "pack.yaml, ladder: each level must stand there once.",
				why:   "attempts at a level that is left out would be in no figure.",
				hints: []string{"evidencepack init FOLDER  writes the whole ladder; change only its order."},
			}
		}
	}
	return out, nil
}

// readMappings reads every saved mapping of a folder. No folder is no mappings.
func readMappings(dir string) ([]*mapping.Mapping, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	var all []*mapping.Mapping
	for _, name := range names {
		text, err := readOwn(name)
		if err != nil {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("the mapping %s cannot be opened.", filepath.Base(name))}
		}
		m, err := mapping.Parse(filepath.Base(name), text)
		if err != nil {
			return nil, failure{code: exitNothing, what: err.Error() + "."}
		}
		if err := knownFields(m); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

// initCommand writes a settings file with comments.
type initCommand struct {
	Dir string `arg:"" optional:"" default:"." help:"Folder for pack.yaml."`
}

// Help shows how the command is used.
func (initCommand) Help() string {
	return "Examples:\n  evidencepack init exports      writes exports/pack.yaml\n\nA file that is there already is left as it is."
}

// Run writes the file.
func (c *initCommand) Run(w world) error {
	name := filepath.Join(c.Dir, "pack.yaml")
	err := createFile(name, []byte(settingsTemplate), 0o644)
	if errors.Is(err, fs.ErrExist) {
		return failure{code: exitNothing, what: filepath.ToSlash(name) + " is there already, so we left it as it is.", hints: []string{"change it with any text editor, for example Notepad."}}
	}
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into the folder %s.", filepath.ToSlash(c.Dir)), hints: []string{"make the folder first, or name another."}}
	}
	say(w.stdout, "Wrote "+filepath.ToSlash(name)+". Every line is a comment until you take away its #.")
	return c.writeKPIs(w)
}

// writeKPIs puts an empty list of KPIs beside the settings, with notes. One that is
// there already stays.
func (c *initCommand) writeKPIs(w world) error {
	name := filepath.Join(c.Dir, kpi.FileName)
	if err := createFile(name, []byte(kpi.Template), 0o644); err != nil {
		return nil // it is there, or the folder takes no more; the settings were what was asked for
	}
	say(w.stdout, "Wrote "+filepath.ToSlash(name)+". It is an empty list for a buyer's KPIs; delete it if you have none.")
	return nil
}

const settingsTemplate = `# Settings of evidencepack. Every line is optional: take away the # to use it.
# A key that we do not know is an error that names the line.

# The name that stands on every page.
# provider: Your organisation

# The period, and what it is compared with. Without these lines: the six latest
# complete months, and the six before. Write dates as year-month-day.
# from: 2026-04-01
# to: 2026-09-30
# baseline_from: 2025-10-01
# baseline_to: 2026-03-31

# Which packs to make.
# packs: [tender, inspection, monthly]

# The ladder of support, from no help to done for. Change the order if yours differs.
# ladder: [independent, environmental_visual, gesture, verbal, model, partial_physical, full_physical, done_for]

# Charts whose limits are worked out again from a day on, because you decided so.
# The decision, who made it and why are printed on the chart. Leave service away
# for all services together.
# rebase:
#   - metric: REF-01
#     service: Name of a service
#     from: 2026-04-01
#     who: Quality lead
#     why: the offers are written down in a new way from then on

# What is yours on the cover of each pack: the colour of the rule under the title, and
# your logo, a PNG or JPEG file beside this one. No text and no figure gets the colour.
# brand:
#   colour: "#1B5E7A"
#   logo: logo.png

# The size of running text in the PDFs, where a buyer asks for a least one: 9.5 to 14
# points. All other text grows with it; charts keep their size, so a PDF gets longer.
# print:
#   body_pt: 11

# Whose statements the inspection pack and the tender pack speak to: one or more of
# what  evidencepack list frameworks  shows.
# frameworks: [cqc-single-assessment]

# Names of places that are somebody's name as well, and that you have looked at. We
# refuse to make packs that hold a name of the exports; these texts may stand in them.
# allow: [Name of a service]

# Packs for readers outside show nothing that rests on fewer people or events than
# this number, from 5 to 10.
# threshold: 5

# For the tender pack: the buyer's list of questions (columns question, words and
# section, where section is T1 to T5; without this line questions.csv beside this file,
# if it is there), and your own words, up to 150 for each place.
# tender:
#   questions: questions.csv
#   slots:
#     method: How you find out what matters most to a person, and what you do with it.
#     plan_extract: An extract of a plan that names nobody.
#     supervision_prompt: One question that you ask in supervision, and how often.
#     rota_rule: How the rota follows what the person asked for.
#     shortage_rule: What you do when staff are short, and what the person is told.
#     decision_record: The form on which a decision about risk is written down.

# Your case studies. Without this line: case-studies.yaml beside this file, if it is
# there;  evidencepack cases  writes a draft.
# case_studies: case-studies.yaml

# What you want measures to be, for the monthly report. A number is the least, or the
# most where lower is better; "at most" and "at least" may be written before it.
# targets:
#   REF-07: 85
#   MED-01: at most 2.5

# What you say beside a known weakness of the inspection pack: what you are doing, who
# (a role, not a name) and by when. The program's own line stays as it is.
# weaknesses:
#   - measure: RES-13
#     note: A decision is being made for each, with the person.
#     owner: Registered manager
#     due: 2026-12-31

# Whose time lines stand in the PDF of the inspection pack, by the pseudonyms of that
# pack. Without these lines: the three people with most evidence. All others stand in
# the workbook and on the web page.
# trails: [P-012, P-031]

# What was sent before, as  evidencepack release  wrote it, so that two packs together
# give nobody away. Without this line: releases.csv beside this file, if it is there.
# releases: releases.csv

# A folder with packs, frameworks or wording of your own. A file there replaces ours of the same name.
# templates: templates
`
