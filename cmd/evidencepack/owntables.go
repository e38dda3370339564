package main

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"

	"evidencepack/ingest"
	"evidencepack/render"
)

// ownHeads are the first lines of the tables that this program writes, without those
// that a manifest names: copies of them may lie among the exports, and are none.
func ownHeads() ([]string, error) {
	evidence, err := render.EvidenceCSV(nil, nil)
	if err != nil {
		return nil, err
	}
	quality, err := new(ingest.Exports).QualityCSV()
	if err != nil {
		return nil, err
	}
	heads := []string{keySheetHead, strings.Join(ledgerHeads, ","), strings.Join(shownHeads, ","), strings.Join(traceHead[:5], ",")}
	for _, text := range [][]byte{evidence, quality} {
		head, _, _ := bytes.Cut(text, []byte("\n"))
		heads = append(heads, string(head))
	}
	for i, head := range heads {
		heads[i] = plainHead(head)
	}
	return heads, nil
}

// plainHead is a first line without the mark of its encoding, and without the quotation
// marks and the line end of another program.
func plainHead(line string) string {
	return strings.ReplaceAll(strings.TrimRight(strings.TrimPrefix(line, mark), "\r\n"), `"`, "")
}

// ownTables tells the tables of ours in a folder from exports, by the first line. Of
// another version a table may have further columns at the end.
func ownTables(folder fs.FS) (func(name string) bool, error) {
	heads, err := ownHeads()
	if err != nil {
		return nil, err
	}
	return func(name string) bool {
		if !strings.EqualFold(path.Ext(name), ".csv") {
			return false
		}
		if info, err := fs.Stat(folder, name); err != nil || !info.Mode().IsRegular() {
			return false
		}
		f, err := folder.Open(name)
		if err != nil {
			return false // it is told as an export that cannot be opened
		}
		defer f.Close()
		text, err := io.ReadAll(io.LimitReader(f, 1<<10))
		if err != nil {
			return false
		}
		line, _, _ := strings.Cut(string(text), "\n")
		line = plainHead(line)
		for _, head := range heads {
			if line == head || strings.HasPrefix(line, head+",") {
				return true
			}
		}
		return false
	}, nil
}
