package main

import (
	"fmt"
	"strings"

	"evidencepack/render"
)

// frameworkRow is one framework of list frameworks --json.
type frameworkRow struct {
	Framework  string         `json:"framework"`
	Title      string         `json:"title"`
	Use        string         `json:"use"`
	Nation     string         `json:"nation"`
	Status     string         `json:"status"` // current or draft
	Date       string         `json:"date"`
	Version    string         `json:"version"`
	Source     string         `json:"source"`
	Note       string         `json:"note"`
	Statements []statementRow `json:"statements"`
}

// statementRow is one statement with the measures that speak to it.
type statementRow struct {
	ID      string   `json:"id"`
	Group   string   `json:"group"` // "" where the framework has no groups
	Title   string   `json:"title"`
	Metrics []string `json:"metrics"`
	Also    []string `json:"also"` // what shows it beside figures

	Figures *int `json:"figures,omitempty"` // how many of its measures have a figure; only with --for
}

func listFrameworks(frameworks []render.Framework, seen *seenExports) ([]frameworkRow, string) {
	var rows []frameworkRow
	var b strings.Builder
	for _, f := range frameworks {
		row := frameworkRow{
			Framework: f.ID, Title: f.Title, Use: f.Use, Nation: f.Nation, Status: f.Status, Date: f.Date, Version: f.Version,
			Source: f.Source, Note: f.Note, Statements: []statementRow{},
		}
		with := 0
		for _, s := range f.Statements {
			one := statementRow{ID: s.ID, Group: s.Group, Title: s.Title, Metrics: append([]string{}, f.Metrics(s.ID)...), Also: append([]string{}, s.Also...)}
			if seen != nil {
				n := seen.figures(one.Metrics)
				one.Figures = &n
				if n > 0 {
					with++
				}
			}
			row.Statements = append(row.Statements, one)
		}
		rows = append(rows, row)
		fmt.Fprintf(&b, "%s\n", f.ID)
		fmt.Fprintln(&b, wrap("    ", fmt.Sprintf("%s (%s). %s, %s, version %s.", f.Title, f.Nation, upperFirst(f.Status), longDay(f.Date), f.Version), "    "))
		fmt.Fprintln(&b, wrap("    ", "Source: "+f.Source+".", "    "))
		fmt.Fprintln(&b, wrap("    ", f.Note, "    "))
		if seen != nil {
			fmt.Fprintln(&b, wrap("    ", fmt.Sprintf("%d of %d statements have a figure from these exports.", with, len(f.Statements)), "    "))
		}
	}
	return rows, b.String()
}
