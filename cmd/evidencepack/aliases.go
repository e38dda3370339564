package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"evidencepack/ingest/person"
)

// aliasFile stands in the folder of saved mappings.
const aliasFile = "aliases.csv"

// readAliases reads the names that the user confirmed to mean the same. No file
// is no aliases.
func readAliases(dir string) (*person.Aliases, error) {
	text, err := readOwn(filepath.Join(dir, aliasFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("mappings/%s cannot be opened.", aliasFile), hints: []string{"close it in Excel and run the same command again."}}
	}
	aliases, err := person.ParseAliases("mappings/"+aliasFile, text)
	if err != nil {
		return nil, failure{code: exitNothing, what: err.Error() + "."}
	}
	return aliases, nil
}
