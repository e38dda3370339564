package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/render"
	"evidencepack/render/page"
)

// drawCommand draws a saved page again.
type drawCommand struct {
	Page string   `arg:"" help:"Saved page, such as evidence-packs/tender-pack.json."`
	As   []string `placeholder:"FORMATS" help:"pdf, xlsx, html. Without it: all."`
	Out  string   `placeholder:"DIR" help:"Where the files go. Without it: beside the page."`
}

// Help shows how the command is used.
func (drawCommand) Help() string {
	return "Examples:\n  evidencepack draw evidence-packs/tender-pack.json\n  evidencepack draw evidence-packs/tender-pack.json --as pdf,html --out copies\n\nThe exports are not needed. The files are the same, byte for byte."
}

// Run draws the formats asked for.
func (c *drawCommand) Run(w world) error {
	if err := settle(filepath.Dir(c.Page)); err != nil {
		return err
	}
	text, err := readOwn(c.Page)
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("there is no saved page %s.", filepath.ToSlash(c.Page)), hints: []string{"a build writes one beside each pack, for example tender-pack.json."}}
	}
	p, err := page.Load(text)
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("%s: %s.", filepath.Base(c.Page), err)}
	}
	if err := c.asBuilt(text); err != nil {
		return err
	}
	formats, err := chosenFormats(c.As)
	if err != nil {
		return err
	}
	var files []output
	for _, f := range formats {
		drawn, err := f.Draw(p)
		if err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("%s could not be drawn as %s: %s.", filepath.Base(c.Page), f.Name, err)}
		}
		if remark := f.Remark(p, drawn); remark != "" {
			w.line("warning", remark, "")
		}
		files = append(files, output{p.Cover.Pack + "." + f.Ending, drawn, p.Cover.Tier != page.TierExternal})
	}
	dir := c.Out
	if dir == "" {
		dir = filepath.Dir(c.Page)
	}
	if err := place(dir, files); err != nil {
		return err
	}
	for _, f := range files {
		say(w.stdout, "Drew "+filepath.ToSlash(filepath.Join(dir, f.name)))
	}
	return nil
}

// asBuilt refuses a page that was changed since its build: nobody has searched it for
// names, and without the exports nobody can.
func (c *drawCommand) asBuilt(text []byte) error {
	built, _, err := openManifest(filepath.Dir(c.Page))
	if err != nil {
		return nil // a page by itself; it is its owner's
	}
	name := filepath.Base(c.Page)
	for _, f := range built.Outputs {
		if f.File == name && manifestFileOf(name, text) != f {
			return failure{code: exitChanged, what: name + " is not as it was built, so it was not drawn.", why: "what was changed was never searched for names.", hints: []string{"build the packs again."}}
		}
	}
	return nil
}

func chosenFormats(names []string) ([]render.Format, error) {
	if len(names) == 0 {
		return render.Formats, nil
	}
	var chosen []render.Format
	for _, name := range names {
		i := slices.IndexFunc(render.Formats, func(f render.Format) bool { return f.Ending == strings.ToLower(name) })
		if i < 0 {
			return nil, failure{code: exitUsage, what: fmt.Sprintf("there is no format %q.", name), hints: []string{"evidencepack list formats  shows them."}}
		}
		chosen = append(chosen, render.Formats[i])
	}
	return chosen, nil
}
