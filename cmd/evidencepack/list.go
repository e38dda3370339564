package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/templates"
)

// listCommand lists what the program knows.
type listCommand struct {
	What string `arg:"" enum:"metrics,records,packs,formats" help:"metrics, records, packs or formats."`
	JSON bool   `name:"json" help:"As JSON, for scripts."`
}

// Help shows how the command is used.
func (listCommand) Help() string {
	return "Examples:\n  evidencepack list metrics      what is measured, in plain words\n  evidencepack list records      which exports can be read, and their headings\n  evidencepack list packs        which packs there are\n  evidencepack list formats      in which formats"
}

// Run prints the list on standard output.
func (c *listCommand) Run(w world) error {
	var rows any
	var text string
	switch c.What {
	case "metrics":
		rows, text = listMetrics()
	case "records":
		rows, text = listRecords()
	case "packs":
		packs, err := render.Packs(templates.Files(), nil)
		if err != nil {
			return failure{code: exitNothing, what: err.Error() + "."}
		}
		rows, text = listPacks(packs)
	case "formats":
		rows, text = listFormats()
	}
	if !c.JSON {
		say(w.stdout, strings.TrimRight(text, "\n"))
		return nil
	}
	out := json.NewEncoder(w.stdout)
	out.SetIndent("", "  ")
	return out.Encode(rows)
}

type metricRow struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Means       string   `json:"means"`
	Numerator   string   `json:"numerator"`
	Denominator string   `json:"denominator"`
	Unit        string   `json:"unit"`
	Better      string   `json:"better"`
	Grain       string   `json:"grain"`
	Partners    []string `json:"partners"`
	Needs       []string `json:"needs"`
	Since       string   `json:"since"`
	Source      string   `json:"source"`
}

func listMetrics() ([]metricRow, string) {
	var rows []metricRow
	var b strings.Builder
	for _, m := range metrics.All {
		row := metricRow{
			ID: m.ID, Title: m.Title, Means: m.Means, Numerator: m.Numerator, Denominator: m.Denominator, Unit: string(m.Unit),
			Better: string(m.Better), Grain: string(m.Grain), Partners: append([]string{}, m.Partners...), Since: m.Since, Source: m.Source,
		}
		for _, kind := range m.Needs {
			row.Needs = append(row.Needs, string(kind))
		}
		rows = append(rows, row)
		fmt.Fprintf(&b, "%s  %s\n%s\n", m.ID, m.Title, wrap("        ", m.Means, "        "))
	}
	return rows, b.String()
}

type recordRow struct {
	Kind   string        `json:"kind"`
	Title  string        `json:"title"`
	Fields []recordField `json:"fields"`
}

type recordField struct {
	Field    string   `json:"field"`
	Needed   bool     `json:"needed"`
	Headings []string `json:"headings"`
}

func listRecords() ([]recordRow, string) {
	var rows []recordRow
	var b strings.Builder
	for _, kind := range record.Kinds {
		row := recordRow{Kind: string(kind), Title: kind.Title()}
		fmt.Fprintf(&b, "%s: %s\n", kind, kind.Title())
		for _, f := range heading.Fields(kind) {
			row.Fields = append(row.Fields, recordField{f.Name, f.Needed, f.Headings})
			if f.Needed {
				fmt.Fprintln(&b, wrap("    needs "+f.Name+": ", strings.Join(f.Headings[:min(5, len(f.Headings))], ", ")+" ...", "        "))
			}
		}
		rows = append(rows, row)
	}
	return rows, b.String()
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
