package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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
	Seal     string          `json:"sha256"` // of all that stands before it, so that a slip in the file shows
}

type manifestOptions struct {
	Provider string   `json:"provider"`
	Packs    []string `json:"packs"`
	Allow    int      `json:"allow"`    // texts that the user allowed in spite of the privacy gate; what they say is not here
	Key      bool     `json:"key"`      // pseudonyms came from a key file
	KeyMark  string   `json:"key_mark"` // tells one key from another, "" without a key; no key can be found from it

	Settings []manifestFile   `json:"settings"` // what was confirmed: pack.yaml, mappings, aliases, templates
	Rebase   []manifestRebase `json:"rebase"`   // limits that were worked out again, as pack.yaml asks
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

// manifestFileOf is a file by its name, with what stands in it.
func manifestFileOf(name string, text []byte) manifestFile {
	sum := sha256.Sum256(text)
	return manifestFile{name, int64(len(text)), hex.EncodeToString(sum[:])}
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
		Version: version,
		Options: manifestOptions{Provider: j.input.Provider, Key: len(j.key) > 0, KeyMark: keyMark(j.key), Settings: j.confirmed, Allow: len(j.settings.Allow), Rebase: []manifestRebase{}},
		Period:  spanOf(j.period), Baseline: spanOf(j.baseline), DataAsAt: j.table.DataTo().String(),
	}
	for _, p := range j.packs {
		m.Options.Packs = append(m.Options.Packs, p.Name)
	}
	for _, r := range j.input.Rebases {
		m.Options.Rebase = append(m.Options.Rebase, manifestRebase{r.Metric, r.Service, r.From.String(), j.safe(r.Who), j.safe(r.Why)})
	}
	m.Inputs = j.manifestInputs()
	for _, f := range files {
		m.Outputs = append(m.Outputs, manifestFileOf(f.name, f.text))
	}
	slices.SortFunc(m.Outputs, func(a, b manifestFile) int { return slices.Compare([]byte(a.File), []byte(b.File)) })
	return m.text()
}

// text writes the manifest with its seal, which stands last.
func (m manifest) text() ([]byte, error) {
	m.Seal = ""
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	body := bytes.TrimSuffix(append(text, '\n'), []byte(sealAfter("")))
	return append(body, sealAfter(sealOf(body))...), nil
}

// sealAfter is how a manifest ends, from the seal on.
func sealAfter(seal string) string { return ",\n \"sha256\": \"" + seal + "\"\n}\n" }

// sealOf is the hash of what stands before the seal.
func sealOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// manifestInputs is the account of all that was read, in order of name.
func (j *job) manifestInputs() []manifestInput {
	inputs := []manifestInput{}
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
		inputs = append(inputs, entry)
	}
	if j.kpis.name != "" {
		inputs = append(inputs, j.manifestKPIs())
	}
	if j.questions.name != "" {
		inputs = append(inputs, j.manifestQuestions())
	}
	if j.cases.name != "" {
		inputs = append(inputs, j.manifestCases())
	}
	if j.releases.name != "" {
		inputs = append(inputs, j.releases.manifest())
	}
	if j.kpis.name != "" || j.questions.name != "" || j.cases.name != "" || j.releases.name != "" {
		slices.SortFunc(inputs, func(a, b manifestInput) int { return strings.Compare(a.File, b.File) })
	}
	return inputs
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
