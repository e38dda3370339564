package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/ingest"
)

// inspectCommand shows what was recognised before anything is built.
type inspectCommand struct {
	Paths []string `arg:"" help:"A folder of exports, or single files."`
	JSON  bool     `name:"json" help:"As JSON, for scripts."`
	Save  string   `placeholder:"DIR" help:"Write what was found as saved mappings, with the words to explain; what is there already only gets new lines."`

	PasswordFile string `name:"password-file" placeholder:"FILE" help:"File with the password of locked workbooks."`
}

// Help shows how the command is used.
func (inspectCommand) Help() string {
	return "Examples:\n  evidencepack inspect exports\n  evidencepack inspect exports/MAR.xlsx\n  evidencepack inspect exports --save exports/mappings\n\nYour exports are not changed and no pack is made."
}

// Run reads the exports, folder by folder, and says what was understood.
func (c *inspectCommand) Run(w world) error {
	groups, err := c.groups()
	if err != nil {
		return err
	}
	var all inspected
	var worst error
	for _, g := range groups {
		v, e, err := c.look(w, g)
		if err != nil {
			return err
		}
		seen := inspectionOf(e)
		all.Files, all.Problems = append(all.Files, seen.Files...), append(all.Problems, seen.Problems...)
		if end := v.ending(); end != nil && (worst == nil || end.(failure).code == exitNothing) {
			worst = end
		}
	}
	if c.JSON {
		if err := printInspection(w, all); err != nil {
			return err
		}
	}
	return worst
}

// look reads one group and prints what was understood, or saves it as mappings.
func (c *inspectCommand) look(w world, g group) (*view, *ingest.Exports, error) {
	saved, err := readMappings(c.mappings(g))
	if err != nil {
		return nil, nil, err
	}
	password, err := passwordFrom(c.PasswordFile)
	if err != nil {
		return nil, nil, err
	}
	aliases, err := readAliases(c.mappings(g))
	if err != nil {
		return nil, nil, err
	}
	own, err := ownTables(g.folder())
	if err != nil {
		return nil, nil, err
	}
	var ours []string
	e, err := ingest.Read(g.folder(), ingest.Options{
		Mappings: saved, Aliases: aliases, Stranger: g.names != nil, Password: password,
		Skip: func(name string) bool {
			if name == "evidence-packs" || name == "mappings" || isKPIFile(name, "") {
				return true
			}
			is := own(name)
			if is {
				ours = append(ours, name)
			}
			return is
		},
	})
	if e == nil {
		return nil, nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be read: it cannot be opened.", filepath.ToSlash(g.dir)), why: reasonOf(err)}
	}
	slices.Sort(ours)
	v := viewOf(e) // that nothing was usable is told below, file by file
	switch {
	case c.Save != "":
		if c.JSON {
			w.stdout = w.stderr // standard output is the JSON alone
		}
		return v, e, saveMappings(w, e, c.Save)
	case !c.JSON:
		if len(ours) > 0 {
			say(w.stdout, wrap("", "Made by this program, so no export: "+strings.Join(ours, ", ")+".", "  "))
		}
		v.print(w, g.said)
	}
	return v, e, nil
}

// mappings is the folder of the mappings to read with: the one that is written to,
// where there is one already, so that it is extended and not begun again.
func (c *inspectCommand) mappings(g group) string {
	if info, err := os.Stat(c.Save); c.Save != "" && err == nil && info.IsDir() {
		return c.Save
	}
	return filepath.Join(g.dir, "mappings")
}

// group is a folder of exports, or some files of one.
type group struct {
	dir   string
	names map[string]bool // nil is every file
	said  string          // as the user named it
}

func (g group) folder() fs.FS {
	if g.names == nil {
		return ingest.Folder(g.dir)
	}
	return only{ingest.Folder(g.dir), g.names}
}

// groups sorts the paths into folders, and files by the folder they are in.
func (c *inspectCommand) groups() ([]group, error) {
	var groups []group
	for _, p := range c.Paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("there is no file or folder %q.", filepath.ToSlash(p)), hints: nearFolder(p)}
		}
		if info.IsDir() {
			groups = append(groups, group{dir: p, said: filepath.ToSlash(p)})
			continue
		}
		if !info.Mode().IsRegular() {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("%s is a device, a pipe or a socket, not a file.", filepath.Base(p))}
		}
		if link, err := os.Lstat(p); err == nil && link.Mode()&fs.ModeSymlink != 0 {
			p = whereIs(p) // whoever names a link means what it leads to
		}
		dir := filepath.Dir(p)
		at := slices.IndexFunc(groups, func(g group) bool { return g.names != nil && g.dir == dir })
		if at < 0 {
			at = len(groups)
			groups = append(groups, group{dir: dir, names: make(map[string]bool), said: filepath.ToSlash(dir)})
		}
		groups[at].names[filepath.Base(p)] = true
	}
	return groups, nil
}

func reasonOf(err error) string {
	if err == nil || !errors.Is(err, fs.ErrPermission) {
		return ""
	}
	return "you are not allowed to open it."
}

// only shows some files of a folder and nothing else.
type only struct {
	fs.FS
	names map[string]bool
}

// ReadDir lists the chosen files.
func (o only) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(all, func(d fs.DirEntry) bool { return !o.names[d.Name()] }), err
}

// ending gives the exit code: 1 where nothing is usable, 5 where some file is not.
func (v *view) ending() error {
	switch {
	case v.Files == 0:
		return failure{code: exitNothing, what: "there are no files here.", hints: []string{"put your CSV and Excel exports into the folder."}}
	case v.Usable == 0:
		return failure{code: exitNothing, what: "none of these files can be used yet.", hints: []string{"mend them as said above and run the same command again."}}
	case v.Usable < v.Files:
		return failure{code: exitPartly, what: fmt.Sprintf("%s cannot be used yet.", plural(v.Files-v.Usable, "file", "files")), hints: []string{"mend them as said above, or take them out of the folder."}}
	}
	return nil
}
