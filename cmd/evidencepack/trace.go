package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// traceCommand shows the source rows behind one figure.
type traceCommand struct {
	Out        string `arg:"" help:"Folder of finished packs."`
	EvidenceID string `arg:"" help:"Id of the figure, such as E-7K3M9Q2T: it stands in evidence.csv and at the end of each pack."`
	exportFlags
	CSV    bool `name:"csv" help:"All rows as a table for a file or another program."`
	All    bool `help:"List every row, however many."`
	Before bool `help:"Of a before-and-after figure: the rows before the change instead of those after."`
}

// Help shows how the command is used.
func (traceCommand) Help() string {
	return `Examples:
  evidencepack trace evidence-packs E-7K3M9Q2T --in exports
      the first rows behind a figure, and where they stand in your files
  evidencepack trace evidence-packs E-7K3M9Q2T --in exports --csv > rows.csv
      all of them as a table; adds_to_numerator and adds_to_denominator add up to it

No names are shown. A person has one number in the monthly report and another in the
inspection pack; both are said. The table of --csv has the number of the pack that the id
is from; an id that stands in both packs gives that of the monthly report.

Of a text file the row is its line, and spreadsheet_row the row in Excel.`
}

// Run finds the figure and lists its rows.
func (c *traceCommand) Run(w world) error {
	id, err := evidenceIDOf(c.EvidenceID)
	if err != nil {
		return err
	}
	if err := settled(c.Out); err != nil {
		return err
	}
	m, _, err := openManifest(c.Out)
	if err != nil {
		return err
	}
	t, err := c.tracer(w, m)
	if err != nil {
		return err
	}
	figure, tier, err := t.findTier(id)
	if err != nil {
		return err
	}
	if c.Before && figure.Value.Change == nil {
		return failure{code: exitUsage, what: id + " is no before-and-after figure, so it has no rows before.", hints: []string{"leave --before away."}}
	}
	if err := t.warn(c.Out, figure); err != nil {
		return err
	}
	a := t.answerIn(tier, figure, c.Before)
	if c.CSV {
		return a.csv(w.stdout)
	}
	say(w.stdout, a.text(c.All, pageRows))
	return nil
}

// evidenceID is the shape of an evidence id (contract.md 2).
var evidenceID = regexp.MustCompile(`^E-[0-9A-HJKMNP-TV-Z]{8,32}$`)

// evidenceIDOf reads an id as people type it.
func evidenceIDOf(text string) (string, error) {
	id := strings.ToUpper(strings.TrimSpace(text))
	if !evidenceID.MatchString(id) {
		return "", failure{
			code: exitUsage, what: fmt.Sprintf("%q is no evidence id.", shown(text)),
			why:   "an evidence id is E- and 8 letters or digits, such as E-7K3M9Q2T; I, L, O and U are never in one.",
			hints: []string{whereIDs},
		}
	}
	return id, nil
}

// whereIDs says where evidence ids stand.
const whereIDs = "the ids stand in evidence.csv, and in the evidence index of each pack."

// tracer holds what is known of the exports while figures are traced.
type tracer struct {
	*job
	manifest manifest
	names    map[record.Person]string // pseudonyms of the internal tier
	kinds    map[record.Kind][]record.Record
	ids      map[page.Tier][]string
	gate     *disclose.Gate
	safeWord map[string]bool
	shown    map[string]map[int]int // file → line → row of a spreadsheet program
}

// shownRows are read once for each file.
func (t *tracer) shownRows(file string) map[int]int {
	if _, there := t.shown[file]; !there {
		t.shown[file] = ingest.ShownRows(t.folder, file)
	}
	return t.shown[file]
}

// tracer reads the exports and works out the figures as the build did. No pack is drawn.
func (c *traceCommand) tracer(w world, m manifest) (*tracer, error) {
	if err := c.folderThere(); err != nil {
		return nil, err
	}
	if !m.anyInputIn(c.In) {
		return nil, failure{
			code: exitUsage, what: fmt.Sprintf("none of the exports that these packs were made of is in the folder %q.", filepath.ToSlash(c.In)),
			hints: []string{"name the folder of the exports:  evidencepack trace " + filepath.ToSlash(c.Out) + " " + c.EvidenceID + " --in FOLDER"},
		}
	}
	set, err := c.readSettings()
	if err != nil {
		return nil, err
	}
	j, err := c.job(w, m.over(set), c.Out)
	if err != nil {
		return nil, err
	}
	if len(j.key) > 0 && keyMark(j.key) != m.Options.KeyMark {
		return nil, failure{
			code: exitNothing, what: fmt.Sprintf("%s is not the key with which the packs were made.", filepath.Base(c.Key)),
			hints: []string{"name the key of that build, or leave --key away."},
		}
	}
	if err := j.prepare(); err != nil {
		return nil, err
	}
	if err := j.read(); err != nil {
		return nil, err
	}
	if err := j.count(); err != nil {
		return nil, err
	}
	return newTracer(j, m), nil
}

// anyInputIn tells whether a folder has a file by the name of one that was read; where
// nothing was read, any folder will do.
func (m manifest) anyInputIn(dir string) bool {
	return len(m.Inputs) == 0 || slices.ContainsFunc(m.Inputs, func(in manifestInput) bool {
		name, _, _ := strings.Cut(in.File, "!") // a member of an archive
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
		return err == nil
	})
}

func newTracer(j *job, m manifest) *tracer {
	t := &tracer{
		job: j, manifest: m, names: j.pseudonyms()[page.TierInternal], kinds: make(map[record.Kind][]record.Record), ids: make(map[page.Tier][]string),
		gate: j.privacyGate(), safeWord: make(map[string]bool), shown: make(map[string]map[int]int),
	}
	for r := range j.exports.Records() {
		t.kinds[r.Kind()] = append(t.kinds[r.Kind()], r)
	}
	for _, s := range j.exports.Sources() {
		t.kinds[record.KindSource] = append(t.kinds[record.KindSource], s)
	}
	return t
}

// records gives those of the kinds that a metric counts.
func (t *tracer) records(m metrics.Metric) func(func(record.Record) bool) {
	return func(yield func(record.Record) bool) {
		for _, kind := range slices.Concat(m.Needs, m.Also) {
			for _, r := range t.kinds[kind] {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// tiers are those whose ids are looked for, in this order.
var tiers = []page.Tier{page.TierInternal, page.TierInspection, page.TierExternal}

// findTier looks for a figure by its id, in every tier, and among those of small services
// as one. The id of a person's figure is that of one tier; all others have the same id in
// every tier, of which the first is given.
func (t *tracer) findTier(id string) (metrics.Figure, page.Tier, error) {
	for _, tier := range tiers {
		if i := slices.Index(t.idsOf(tier), id); i >= 0 {
			return t.figures[i], tier, nil
		}
	}
	if figure, found := t.findPooled(id); found {
		return figure, page.TierInternal, nil
	}
	return metrics.Figure{}, "", t.notFound(id)
}

// findPooled looks for a figure of small services as one, which only packs for readers
// outside have. From then on the tracer files their records under that name.
func (t *tracer) findPooled(id string) (metrics.Figure, bool) {
	small := t.smallServices()
	if len(small) == 0 {
		return metrics.Figure{}, false
	}
	table := pooledTable(t.exports, t.spans(), small)
	var figures []metrics.Figure
	for _, f := range metrics.Figures(table, metrics.Windows{Period: t.period, Baseline: t.baseline}) {
		if f.Scope.Service == disclose.PoolOf(small) && f.Scope.Person == "" {
			figures = append(figures, f)
		}
	}
	i := slices.Index(render.EvidenceIDs(figures, page.TierExternal, nil), id)
	if i < 0 {
		return metrics.Figure{}, false
	}
	t.table = table
	file := filedAs(small)
	for _, records := range t.kinds {
		for i, r := range records {
			records[i] = file(r)
		}
	}
	return figures[i], true
}

// idsOf gives the ids that the figures have in a tier, which are worked out once.
func (t *tracer) idsOf(tier page.Tier) []string {
	if t.ids[tier] == nil {
		t.ids[tier] = render.EvidenceIDs(t.figures, tier, t.pseudonyms()[tier])
	}
	return t.ids[tier]
}

// notFound says what may be wrong with an id.
func (t *tracer) notFound(id string) error {
	var near []string
	for _, tier := range tiers {
		if like := nearest(id, t.idsOf(tier)); like != "" && !slices.Contains(near, like) {
			near = append(near, like)
		}
	}
	f := failure{code: exitNothing, what: fmt.Sprintf("these packs have no figure %s.", id), hints: []string{whereIDs}}
	if len(near) > 0 {
		f.hints = append([]string{"did you mean  " + strings.Join(near, "  or  ")}, f.hints...)
	}
	switch {
	case t.manifest.Options.Key && len(t.key) == 0:
		f.why = "the packs were made with a key, and without it the figures of single people have other ids."
		f.hints = append(f.hints, "add --key FILE with the key of that build.")
	case !t.manifest.Options.Key && len(t.changes()) > 0:
		f.why = "the exports changed since, and without a key the figures of single people have other ids then."
		f.hints = append(f.hints, "name the exports of that build, or build again.")
	}
	return f
}
