package main

import (
	"fmt"
	"strings"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// recordRow is one kind of export of list records --json.
type recordRow struct {
	Kind   string        `json:"kind"`
	Title  string        `json:"title"`
	Fields []recordField `json:"fields"`

	Found *recordFound `json:"found,omitempty"` // only with --for
}

type recordField struct {
	Field    string   `json:"field"`
	Words    string   `json:"words"` // what it holds, "" for a field that only tells rows apart
	Needed   bool     `json:"needed"`
	Headings []string `json:"headings"`
}

// recordFound says what a folder holds of a kind.
type recordFound struct {
	Files int `json:"files"`
	Rows  int `json:"rows"`
	Used  int `json:"rows_used"`
}

func listRecords(seen *seenExports) ([]recordRow, string) {
	var rows []recordRow
	var b strings.Builder
	for _, kind := range record.Kinds {
		row := recordRow{Kind: string(kind), Title: kind.Title(), Fields: []recordField{}}
		fmt.Fprintf(&b, "%s: %s\n", kind, kind.Title())
		if seen != nil {
			row.Found = seen.kind(kind)
			switch found := row.Found; {
			case found.Files == 0:
				fmt.Fprintln(&b, "    not found")
			default:
				fmt.Fprintf(&b, "    found: %s, %s, %s used\n", plural(found.Files, "file or sheet", "files or sheets"), plural(found.Rows, "row", "rows"), commas(found.Used))
			}
		}
		for _, f := range heading.Fields(kind) {
			row.Fields = append(row.Fields, recordField{f.Name, kind.Words(f.Name), f.Needed, f.Headings})
			if f.Needed && (row.Found == nil || row.Found.Files == 0) {
				fmt.Fprintln(&b, wrap("    needs "+f.Name+": ", strings.Join(f.Headings[:min(5, len(f.Headings))], ", ")+" ...", "        "))
			}
		}
		rows = append(rows, row)
	}
	return rows, b.String()
}
