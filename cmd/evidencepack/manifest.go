package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// version is that of the program and of its definitions.
const version = "0.1.0"

// manifest says what was built from what (contract.md 2). No clock and no path is in it.
type manifest struct {
	Version  string          `json:"version"`
	Options  manifestOptions `json:"options"`
	Period   manifestSpan    `json:"period"`
	Baseline manifestSpan    `json:"baseline"`
	DataAsAt string          `json:"data_as_at"`
	Inputs   []manifestInput `json:"inputs"`
	Outputs  []manifestFile  `json:"outputs"`
}

type manifestOptions struct {
	Provider string   `json:"provider"`
	Packs    []string `json:"packs"`
	Key      bool     `json:"key"` // pseudonyms came from a key file

	Rebase []manifestRebase `json:"rebase"` // limits that were worked out again, as pack.yaml asks
}

// manifestRebase is one decision. Who and Why are "" where they could name somebody.
type manifestRebase struct {
	Metric  string `json:"metric"`
	Service string `json:"service"`
	From    string `json:"from"`
	Who     string `json:"who"`
	Why     string `json:"why"`
}

type manifestSpan struct {
	From string `json:"from"`
	To   string `json:"to"`
}

type manifestFile struct {
	File   string `json:"file"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

type manifestInput struct {
	manifestFile
	Error  string          `json:"error"` // "" where the file could be used
	Sheets []manifestSheet `json:"sheets"`
}

type manifestSheet struct {
	Sheet      string `json:"sheet"`
	RecordKind string `json:"record_kind"`
	HeaderRow  int    `json:"header_row"`
	RowsRead   int    `json:"rows_read"`
	Used       int    `json:"used"`
	Rejected   int    `json:"rejected"`
	Unmapped   int    `json:"unmapped"`
	Duplicates int    `json:"duplicates"`
	StruckOut  int    `json:"struck_out"`
}

// manifest writes the account of inputs and outputs.
func (j *job) manifest(files []output) ([]byte, error) {
	m := manifest{
		Version: version, Options: manifestOptions{Provider: j.input.Provider, Key: len(j.key) > 0, Rebase: []manifestRebase{}},
		Period: spanOf(j.period), Baseline: spanOf(j.baseline), DataAsAt: j.table.DataTo().String(),
	}
	for _, p := range j.packs {
		m.Options.Packs = append(m.Options.Packs, p.Name)
	}
	for _, r := range j.input.Rebases {
		m.Options.Rebase = append(m.Options.Rebase, manifestRebase{r.Metric, r.Service, r.From.String(), j.safe(r.Who), j.safe(r.Why)})
	}
	for _, in := range j.exports.Inputs {
		entry := manifestInput{manifestFile: manifestFile{in.File, in.Size, in.SHA256}, Sheets: []manifestSheet{}}
		if in.Error != nil {
			entry.Error = in.Error.Code
		}
		for _, l := range j.exports.Ledgers {
			if l.File == in.File {
				entry.Sheets = append(entry.Sheets, sheetOf(l))
			}
		}
		m.Inputs = append(m.Inputs, entry)
	}
	if j.kpis.name != "" {
		m.Inputs = append(m.Inputs, j.manifestKPIs())
		slices.SortFunc(m.Inputs, func(a, b manifestInput) int { return strings.Compare(a.File, b.File) })
	}
	for _, f := range files {
		sum := sha256.Sum256(f.text)
		m.Outputs = append(m.Outputs, manifestFile{f.name, int64(len(f.text)), hex.EncodeToString(sum[:])})
	}
	slices.SortFunc(m.Outputs, func(a, b manifestFile) int { return slices.Compare([]byte(a.File), []byte(b.File)) })
	text, err := json.MarshalIndent(m, "", " ")
	return append(text, '\n'), err
}

// safe gives a text that names nobody, "" for one that could.
func (j *job) safe(text string) string {
	if j.input.Safe(text) {
		return text
	}
	return ""
}

func spanOf(s record.Span) manifestSpan { return manifestSpan{s.From.String(), s.To.String()} }

func sheetOf(l record.Ledger) manifestSheet {
	return manifestSheet{
		Sheet: l.Sheet, RecordKind: string(l.Kind), HeaderRow: l.HeaderRow, RowsRead: l.Read, Used: l.Counts[record.Used],
		Rejected: l.Counts[record.Rejected], Unmapped: l.Counts[record.Unmapped], Duplicates: l.Counts[record.Duplicate], StruckOut: l.Counts[record.StruckOut],
	}
}

// madeBefore lists the files in a folder that an earlier build made and this one
// does not: they would stand beside a manifest that does not know them.
func madeBefore(dir string, files []output) []string {
	text, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		return nil
	}
	var old manifest
	if err := json.Unmarshal(text, &old); err != nil {
		return nil // not a manifest of ours, so nothing there is known to be ours
	}
	var stale []string
	for _, f := range old.Outputs {
		made := slices.ContainsFunc(files, func(o output) bool { return o.name == f.File })
		if !made && filepath.Base(f.File) == f.File {
			stale = append(stale, f.File)
		}
	}
	return stale
}
