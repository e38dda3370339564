package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"evidencepack/ingest"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/brand"
	"evidencepack/render/disclose"
	"evidencepack/render/kpi"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// job is one build: from a folder of exports to finished files in memory.
type job struct {
	world    world
	progress *progress
	settings settings
	folder   fs.FS
	skip     func(string) bool
	ownTable func(string) bool // a table that this program wrote, such as a copy of evidence.csv
	mappings []*mapping.Mapping
	aliases  *person.Aliases
	key      []byte
	password string // of locked workbooks, "" is none
	own      fs.FS  // the user's templates, nil for ours
	named    bool   // packs were named on the command line
	kpis     kpiFile
	cases    caseFile
	logo     logoFile
	releases ledger // what was sent before

	confirmed []manifestFile // settings, mappings, aliases and templates, as they were read
	packs     []render.Pack
	exports   *ingest.Exports
	table     *metrics.Table
	period    record.Span
	baseline  record.Span
	figures   []metrics.Figure
	questions questionFile
	results   []kpi.Result // of the buyer's KPIs
	gate      *disclose.Gate
	input     render.Input
	pages     []*page.Page
	outside   []shownFigures // what the packs for readers outside show
}

// output is one finished file.
type output struct {
	name   string
	text   []byte
	people bool // it holds rows about people, so only its owner may read it
}

// make does the whole way. Nothing is written.
func (j *job) make() ([]output, error) {
	if err := j.prepare(); err != nil {
		return nil, err
	}
	if err := j.read(); err != nil {
		return nil, err
	}
	if err := j.count(); err != nil {
		return nil, err
	}
	if err := j.compose(); err != nil {
		return nil, err
	}
	files, err := j.draw()
	if err != nil {
		return nil, err
	}
	return files, j.passGate(files)
}

// prepare reads and checks all that is no export, so that a slip in it is told first.
func (j *job) prepare() error {
	if err := j.prepareTexts(); err != nil {
		return err
	}
	return j.readCases()
}

// prepareTexts is prepare without the case studies, of which a draft may be wanted.
func (j *job) prepareTexts() error {
	var err error
	if j.packs, err = render.Packs(templates.Over(j.own), j.settings.Packs); err != nil {
		return failure{code: j.packFault(), what: err.Error() + "."}
	}
	if err := render.CheckWording(templates.Over(j.own)); err != nil {
		return failure{code: j.packFault(), what: err.Error() + "."}
	}
	if err := j.settings.knownFrameworks(templates.Over(j.own)); err != nil {
		return err
	}
	if err := j.givenWindows(); err != nil {
		return err
	}
	if err := j.checkSlots(); err != nil {
		return err
	}
	if err := j.readQuestions(); err != nil {
		return err
	}
	return j.readKPIs()
}

// noProvider stands on the pages where no provider's name is set.
const noProvider = "Provider (name not set)"

// packFault is wrong use where a pack was named on the command line.
func (j *job) packFault() int {
	if j.named {
		return exitUsage
	}
	return exitNothing
}

// read takes in the exports.
func (j *job) read() error {
	ladder, err := j.settings.ladder()
	if err != nil {
		return err
	}
	j.exports, err = ingest.Read(j.folder, ingest.Options{
		Key: j.key, Mappings: j.mappings, Aliases: j.aliases, Password: j.password, Ladder: ladder, Skip: j.noExport,
		Progress: func(files, of, rows int) {
			j.progress.bar("Reading", files, of, fmt.Sprintf("%d of %d files   %s rows", files, of, commas(rows)))
		},
	})
	if errors.Is(err, ingest.ErrNothing) {
		return j.nothing()
	}
	if err != nil {
		return failure{code: exitNothing, what: "the folder of exports cannot be read."}
	}
	all := j.totals()
	j.progress.stage(fmt.Sprintf("read %s rows, used %s, set aside %s, repeats %s", commas(all.Read), commas(all.Counts[record.Used]), commas(all.Aside()), commas(all.Counts[record.Duplicate])))
	return nil
}

// noExport tells whether a file or folder among the exports is something else.
func (j *job) noExport(name string) bool {
	return isKPIFile(name, j.settings.KPIs) || isQuestionFile(name, j.settings.Tender.Questions) || isCaseFile(name, j.settings.CaseStudies) || j.releases.is(name) || j.logo.is(name) ||
		(j.skip != nil && j.skip(name)) || (j.ownTable != nil && j.ownTable(name))
}

// nothing says that no file could be used, and why each could not.
func (j *job) nothing() error {
	if len(j.exports.Inputs) == 0 {
		return failure{code: exitNothing, what: "the folder holds no files.", hints: []string{"put your CSV and Excel exports into it, or name another folder."}}
	}
	j.tellUnused(j.exports.Unused())
	return failure{
		code: exitNothing, what: fmt.Sprintf("none of the %s looks like a care export.", plural(len(j.exports.Inputs), "file", "files")),
		why:   "we look for headings such as Date, Service user, Outcome.",
		hints: []string{"evidencepack inspect FOLDER  shows the headings we saw."},
	}
}

// tellUnused names the files of which nothing could be used, each in one line;
// where many have the same fault, one line names the first of them.
func (j *job) tellUnused(files []ingest.Unused) {
	byCode := make(map[string][]ingest.Unused)
	for _, u := range files {
		byCode[u.Code] = append(byCode[u.Code], u)
	}
	for _, u := range files {
		same := byCode[u.Code]
		switch {
		case len(same) <= manyFiles:
			j.world.line("error", fmt.Sprintf("%s could not be used: %s.", u.Place(), u.Title), "", u.Hint)
		case same[0].File == u.File:
			j.world.line("error", fmt.Sprintf("%d files could not be used: %s. They are %s, %s, %s and %d more.", len(same), u.Title, same[0].Place(), same[1].Place(), same[2].Place(), len(same)-3), "", u.Hint)
		}
	}
}

// manyFiles is how many files with the same fault get a line each.
const manyFiles = 6

func (j *job) totals() record.Ledger {
	var all record.Ledger
	for _, l := range j.exports.Ledgers {
		all.Read += l.Read
		for i, n := range l.Counts {
			all.Counts[i] += n
		}
	}
	return all
}

// tableOf fills a table with all that exports say, each record filed as it is given back.
func tableOf(e *ingest.Exports, spans []record.Span, filed func(record.Record) record.Record) *metrics.Table {
	table := metrics.TableOf(metrics.All, spans, slices.Collect(e.Records()), filed)
	for _, s := range e.Sources() {
		table.Add(s)
	}
	for _, said := range e.NilReturns() {
		table.AddNone(said.Kind, said.Service, said.Month)
	}
	return table
}

// asItIs files a record under its own service.
func asItIs(r record.Record) record.Record { return r }

// count fills the table and works out every figure.
func (j *job) count() error {
	var spans []record.Span
	for _, s := range []record.Span{j.period, j.baseline} {
		if s.To != 0 {
			spans = append(spans, s)
		}
	}
	j.table = tableOf(j.exports, spans, asItIs)
	if j.period.To == 0 {
		if err := j.defaultWindows(); err != nil {
			return err
		}
	}
	if err := j.insideData(); err != nil {
		j.tellUnused(j.exports.Unused()) // the month that is asked for may be in one of them
		j.tellDifferences()
		return err
	}
	j.figures = metrics.Figures(j.table, metrics.Windows{Period: j.period, Baseline: j.baseline})
	if err := j.judgeKPIs(); err != nil {
		return err
	}
	j.progress.stage(fmt.Sprintf("worked out %s figures", commas(len(j.figures))))
	return nil
}

// compose makes the page of each pack.
func (j *job) compose() error {
	j.gate = j.privacyGate()
	if err := j.privateKPIs(j.gate); err != nil {
		return err
	}
	if err := j.privateTender(j.gate); err != nil {
		return err
	}
	j.input = j.inputOf(j.gate)
	if err := j.knownTrails(); err != nil {
		return err
	}
	var err error
	if j.input.Cases, err = j.stories(); err != nil {
		return err
	}
	if err := j.privateCases(j.gate); err != nil {
		return err
	}
	if j.input.Rebases, err = j.rebases(); err != nil {
		return err
	}
	for _, p := range j.packs {
		made, figures, err := render.ComposeShown(p, j.input)
		var leak *render.LeakError
		if errors.As(err, &leak) {
			return leakRefusal(leak)
		}
		if err != nil {
			return failure{code: exitNothing, what: err.Error() + "."}
		}
		if p.Tier == page.TierExternal {
			j.outside = append(j.outside, shownFigures{p.File, figures})
		}
		j.pages = append(j.pages, made)
	}
	return nil
}

func (j *job) inputOf(gate *disclose.Gate) render.Input {
	in := render.Input{
		Provider: j.settings.Provider, Table: j.table, Figures: j.figures, KPIs: j.results, Period: j.period, Baseline: j.baseline,
		ServiceTypes: make(map[string]string), Sources: make(map[record.Kind][]string), Pseudonyms: j.pseudonyms(),
		Account: j.account(gate), Safe: gate.Safe, Templates: templates.Over(j.own), Frameworks: j.settings.Frameworks, Targets: j.settings.targets, Notes: j.settings.notes, Trails: j.settings.Trails,
		Questions: j.questions.list, Slots: j.settings.Tender.Slots,
		Colour: brand.Colour(j.settings.Brand.Colour), Logo: j.logo.logo, BodyPoints: j.settings.bodyPoints(),
	}
	if in.Provider == "" {
		in.Provider = noProvider
	}
	for r := range j.exports.Records() {
		switch r := r.(type) {
		case *record.PlanChange:
			in.Changes = append(in.Changes, r)
		case *record.Placement:
			if r.Service != "" && r.ServiceType != "" {
				in.ServiceTypes[r.Service] = r.ServiceType
			}
		}
	}
	j.forOutside(&in)
	slices.SortStableFunc(in.Changes, func(a, b *record.PlanChange) int { return int(a.On - b.On) })
	for _, l := range j.exports.Ledgers {
		name := path.Base(l.File)
		if l.Sheet != "" && gate.Safe(l.Sheet) { // a sheet may be named after a person
			name += ", sheet " + l.Sheet
		}
		in.Sources[l.Kind] = append(in.Sources[l.Kind], name)
	}
	return in
}

func (j *job) pseudonyms() map[page.Tier]map[record.Person]string {
	all := make(map[page.Tier]map[record.Person]string)
	for _, tier := range []page.Tier{page.TierInternal, page.TierInspection, page.TierExternal} {
		all[tier] = j.exports.People.Pseudonyms(string(tier), len(j.key) > 0)
	}
	return all
}

func (j *job) account(gate *disclose.Gate) render.Account {
	a := render.Account{Files: len(j.exports.Inputs), Ledgers: j.exports.Ledgers, Unexplained: j.exports.Unexplained()}
	for _, r := range j.exports.Reasons() {
		if !gate.Safe(r.First.Sheet) {
			r.First.Sheet = "" // it may be named after a person
		}
		a.Reasons = append(a.Reasons, render.Reason{Title: r.Title, Hint: r.Hint, Rows: r.Rows, First: r.First})
	}
	for _, x := range j.exports.Exceptions() {
		if !gate.Safe(x.Sheet) {
			x.Sheet = ""
		}
		if !gate.Safe(x.Word) {
			x.Word = ""
		}
		a.Exceptions = append(a.Exceptions, render.Exception{File: x.File, Sheet: x.Sheet, Reason: x.Title, Word: x.Word, Unexplained: x.Unexplained, Rows: x.Rows})
	}
	for _, d := range j.doubts() {
		a.Doubts = append(a.Doubts, render.Doubt{Title: d.Title, Detail: d.where(), Hint: d.Hint})
	}
	for _, u := range j.exports.Unused() {
		a.Unused = append(a.Unused, render.Unused{File: u.File, Why: u.Title})
	}
	return a
}
