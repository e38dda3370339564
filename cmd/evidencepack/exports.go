package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"evidencepack/ingest"
)

// exportFlags say where the exports are and how they are understood. They are the
// same for every command that reads exports and figures again: build, trace, verify.
type exportFlags struct {
	In string `default:"." placeholder:"DIR" help:"Folder of exports."`
	understoodFlags
}

// understoodFlags say how exports are understood.
type understoodFlags struct {
	Config       string `placeholder:"FILE" help:"Settings file. Without it: pack.yaml in the folder of exports, if it is there."`
	Mappings     string `placeholder:"DIR" help:"Saved mappings. Without it: the folder mappings in the folder of exports."`
	PasswordFile string `name:"password-file" placeholder:"FILE" help:"File with the password of locked workbooks."`
	Releases     string `placeholder:"FILE" help:"Ledger of what was sent before. Without it: releases.csv in the folder of exports, if it is there."`
	Key          string `placeholder:"FILE" help:"Key for pseudonyms that stay the same from build to build."`
}

// folderThere refuses a folder of exports that is not there.
func (f exportFlags) folderThere() error {
	if info, err := os.Stat(f.In); err != nil || !info.IsDir() {
		return failure{code: exitNothing, what: fmt.Sprintf("there is no folder %q.", filepath.ToSlash(f.In)), hints: nearFolder(f.In)}
	}
	return nil
}

// readSettings reads pack.yaml, or the file that was named in its place.
func (f exportFlags) readSettings() (settings, error) {
	file, asked := f.Config, f.Config != ""
	if !asked {
		file = filepath.Join(f.In, "pack.yaml")
	}
	return readSettings(file, asked)
}

// job starts a job over the exports, with all that the user confirmed, which is read
// before any export is. The packs of an earlier build, in out, are no exports.
func (f exportFlags) job(w world, set settings, out string) (*job, error) {
	j := &job{world: w, progress: &progress{world: w}, settings: set, folder: ingest.Folder(f.In), skip: f.skip(out)}
	dir := f.Mappings
	if dir == "" {
		dir = filepath.Join(f.In, "mappings")
	}
	var err error
	if j.ownTable, err = ownTables(j.folder); err != nil {
		return nil, err
	}
	if j.password, err = passwordFrom(f.PasswordFile); err != nil {
		return nil, err
	}
	if j.mappings, err = readMappings(dir); err != nil {
		return nil, err
	}
	if j.aliases, err = readAliases(dir); err != nil {
		return nil, err
	}
	if j.key, err = readKey(f.Key); err != nil {
		return nil, err
	}
	if j.settings.Templates != "" {
		j.own = os.DirFS(filepath.Join(f.In, j.settings.Templates))
	}
	if j.releases, err = f.readLedger(set); err != nil {
		return nil, err
	}
	if j.logo, err = set.readLogo(f.In); err != nil {
		return nil, err
	}
	j.confirmed, err = f.confirmed(dir, j.own, j.logo)
	return j, err
}

// readLedger reads what was sent before. A ledger that is named must be there.
func (f exportFlags) readLedger(set settings) (ledger, error) {
	file := filepath.Join(f.In, ledgerName)
	switch {
	case f.Releases != "":
		file = f.Releases
	case set.Releases != "":
		file = filepath.Join(f.In, filepath.FromSlash(set.Releases))
	}
	name := filepath.Base(file)
	if rel, err := filepath.Rel(f.In, file); err == nil && inside(f.In, file) {
		name = filepath.ToSlash(rel)
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		if f.Releases == "" && set.Releases == "" {
			return ledger{}, nil
		}
		return ledger{}, failure{code: exitNothing, what: fmt.Sprintf("there is no ledger of releases %s.", name), hints: []string{"evidencepack release --help  shows how one is made."}}
	}
	return readLedgerFile(file, name)
}

// skip leaves the packs and the saved mappings out of the exports.
func (f exportFlags) skip(out string) func(string) bool {
	packs := ""
	if inside(f.In, out) {
		if rel, err := filepath.Rel(whereIs(f.In), whereIs(out)); err == nil {
			packs = filepath.ToSlash(rel)
		}
	}
	return func(name string) bool {
		return name == "evidence-packs" || name == "mappings" || (packs != "" && name == packs)
	}
}
