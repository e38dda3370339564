package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"evidencepack/render"
	"evidencepack/templates"
)

// listCommand lists what the program knows.
type listCommand struct {
	What string `arg:"" enum:"metrics,records,frameworks,packs,formats" help:"metrics, records, frameworks, packs or formats."`
	JSON bool   `name:"json" help:"As JSON, for scripts."`
	For  string `placeholder:"DIR" help:"A folder of exports: say what can be worked out from it, and what is missing."`
}

// Help shows how the command is used.
func (listCommand) Help() string {
	return `Examples:
  evidencepack list metrics      what is measured, in plain words
  evidencepack list metrics --for exports
      which of it these exports give, and which export is missing for the rest
  evidencepack list records      which exports can be read, and their headings
  evidencepack list frameworks   what regulators and buyers ask for, and which edition
  evidencepack list packs        which packs there are
  evidencepack list formats      in which formats`
}

// Run prints the list on standard output.
func (c *listCommand) Run(w world) error {
	var seen *seenExports
	if c.For != "" {
		if c.What == "packs" || c.What == "formats" {
			return failure{code: exitUsage, what: fmt.Sprintf("--for does not go with %s.", c.What), hints: []string{"it goes with metrics, records and frameworks."}}
		}
		var err error
		if seen, err = seeExports(c.For); err != nil {
			return err
		}
	}
	rows, text, err := c.list(seen)
	if err != nil {
		return failure{code: exitNothing, what: err.Error() + "."}
	}
	if !c.JSON {
		say(w.stdout, strings.TrimRight(text, "\n"))
		return nil
	}
	out := json.NewEncoder(w.stdout)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(rows)
}

// list gives the rows for a script and the text for people. Nil is no exports.
func (c *listCommand) list(seen *seenExports) (rows any, text string, err error) {
	files := templates.Files()
	if seen != nil {
		files = seen.templates
	}
	switch c.What {
	case "metrics", "frameworks":
		frameworks, err := render.Frameworks(files)
		if err != nil {
			return nil, "", err
		}
		if c.What == "metrics" {
			rows, text = listMetrics(frameworks, seen)
			return rows, text, nil
		}
		rows, text = listFrameworks(frameworks, seen)
	case "records":
		rows, text = listRecords(seen)
	case "packs":
		packs, err := render.Packs(files, nil)
		if err != nil {
			return nil, "", err
		}
		rows, text = listPacks(packs)
	case "formats":
		rows, text = listFormats()
	}
	return rows, text, nil
}

type packRow struct {
	Pack     string   `json:"pack"`
	Title    string   `json:"title"`
	Tier     string   `json:"tier"`
	Sections []string `json:"sections"`
}

func listPacks(packs []render.Pack) ([]packRow, string) {
	var rows []packRow
	var b strings.Builder
	for _, p := range packs {
		row := packRow{Pack: p.Name, Title: p.Title, Tier: string(p.Tier)}
		for _, s := range p.Sections {
			row.Sections = append(row.Sections, s.Label)
		}
		rows = append(rows, row)
		fmt.Fprintf(&b, "%-12s %s (%s)\n%s\n", p.Name, p.Title, p.Tier, wrap("             ", strings.Join(row.Sections, "; "), "             "))
	}
	return rows, b.String()
}

type formatRow struct {
	Format string `json:"format"`
	Ending string `json:"ending"`
	Help   string `json:"help"`
}

func listFormats() ([]formatRow, string) {
	var rows []formatRow
	var b strings.Builder
	for _, f := range render.Formats {
		rows = append(rows, formatRow{f.Name, f.Ending, f.Help})
		fmt.Fprintf(&b, "%-5s %-5s  %s\n", f.Ending, f.Name, f.Help)
	}
	return rows, b.String()
}
