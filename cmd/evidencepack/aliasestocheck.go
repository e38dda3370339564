package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"evidencepack/ingest"
)

// toCheckFile lists names that nearly match, beside the alias file and in its form.
const toCheckFile = "aliases-to-check.csv"

// saveAliasesToCheck writes the names that nearly match the register into the
// user's own folder of mappings, one line for each that it may mean. It holds
// names, so it goes nowhere else; where nothing nearly matches, there is none.
func saveAliasesToCheck(w world, e *ingest.Exports, dir string) error {
	name := filepath.Join(dir, toCheckFile)
	proposals := e.AliasProposals()
	if len(proposals) == 0 {
		changing.Store(true)
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return failure{code: exitNothing, what: fmt.Sprintf("%s is open in another program.", toCheckFile), hints: []string{"close it and run the same command again."}}
		}
		return nil
	}
	rows := [][]string{{"kind", "written", "means", "service", "from", "to"}}
	for _, p := range proposals {
		for _, c := range p.Candidates {
			rows = append(rows, []string{p.Kind, safe(p.Written), safe(c), safe(p.Service), "", ""})
		}
	}
	var out bytes.Buffer
	out.WriteString("\xEF\xBB\xBF")
	table := csv.NewWriter(&out)
	if err := table.WriteAll(rows); err != nil {
		return err
	}
	if err := replaceFile(name, out.Bytes(), 0o600); err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write %s.", toCheckFile), hints: []string{"close it if it is open and run the same command again."}}
	}
	say(w.stdout, "")
	say(w.stdout, wrap("", fmt.Sprintf("%s nearly match the register: see %s. It holds names, so keep it on this computer. Copy the lines that are right into %s.", plural(len(proposals), "name or service", "names or services"), toCheckFile, aliasFile), "  "))
	return nil
}

// safe keeps a text of the exports from being worked out as a formula by the
// program that opens the list.
func safe(text string) string {
	switch {
	case text == "":
		return ""
	case bytes.IndexByte([]byte("=+-@\t\r"), text[0]) >= 0:
		return "'" + text
	}
	return text
}
