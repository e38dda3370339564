package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"evidencepack/render/disclose"
	"evidencepack/render/kpi"
)

// kpiFile is a buyer's list of KPIs as it was read.
type kpiFile struct {
	name string // in the folder of exports, with /; "" where there is none
	text []byte
	list []kpi.KPI
}

// isKPIFile tells whether a file of the exports is the list of KPIs and no export.
func isKPIFile(name, named string) bool {
	return strings.EqualFold(name, kpi.FileName) || (named != "" && name == path.Clean(named))
}

// readKPIs reads the list that pack.yaml names, or contract_kpi.csv where it is there.
// What is wrong in it is told before any export is read.
func (j *job) readKPIs() error {
	name := path.Clean(j.settings.KPIs)
	if j.settings.KPIs == "" {
		entries, err := fs.ReadDir(j.folder, ".")
		if err != nil {
			return nil // the folder is read again, and the reason told then
		}
		for _, e := range entries {
			if isKPIFile(e.Name(), "") && !e.IsDir() {
				name = e.Name()
			}
		}
		if name == "." {
			return nil
		}
	}
	text, err := fs.ReadFile(j.folder, name)
	if err != nil {
		return failure{
			code: exitNothing, what: fmt.Sprintf("the list of KPIs %q cannot be opened.", path.Base(name)),
			hints: []string{"put it into the folder of exports, and close it in Excel."},
		}
	}
	list, err := kpi.Parse(name, text)
	if err != nil {
		return kpiFailure(err)
	}
	j.kpis = kpiFile{name, text, list}
	return nil
}

// kpiFailure says a fault of the list; nothing is built.
func kpiFailure(err error) error {
	f := failure{code: exitNothing, what: err.Error() + "."}
	var fault *kpi.Fault
	if errors.As(err, &fault) && fault.Hint != "" {
		f.hints = []string{fault.Hint}
	}
	return f
}

// judgeKPIs works out the figures of the list and adds those that are not among the
// figures yet.
func (j *job) judgeKPIs() error {
	results, err := kpi.Results(j.kpis.name, j.kpis.list, j.table, j.period)
	if err != nil {
		return kpiFailure(err)
	}
	j.results = results
	j.figures = kpi.Figures(j.figures, results)
	return nil
}

// privateKPIs refuses a list whose words name somebody of the exports: they would be
// printed. The words are not repeated.
func (j *job) privateKPIs(gate *disclose.Gate) error {
	for _, k := range j.kpis.list {
		for _, cell := range []struct{ column, text string }{{"id", k.ID}, {"wording", k.Wording}, {"validator", k.Validator}} {
			if !gate.Safe(cell.text) {
				return failure{
					code: exitPrivate, what: fmt.Sprintf("%s, line %d, column %s: no pack was written. It would have carried personal details.", j.kpis.name, k.Line, cell.column),
					why:   "a name or number of the exports stands there. We do not repeat it here.",
					hints: []string{"say it without the name."},
				}
			}
		}
	}
	return nil
}

// manifestKPIs is the list in the account of inputs: it is read, and is no export.
func (j *job) manifestKPIs() manifestInput {
	n := len(j.kpis.list)
	return manifestInput{
		manifestFile: manifestFileOf(j.kpis.name, j.kpis.text),
		Sheets:       []manifestSheet{{RecordKind: "contract_kpi", RowsRead: n, Used: n}},
	}
}
