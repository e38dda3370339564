package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/templates"
)

// measuresFile is the page of all measures, made from the register.
const measuresFile = "../../templates/reference/measures.md"

// familyTitles name the families of measures as a reader looks for them.
var familyTitles = map[metrics.Family]string{
	"REF": "Refusals and offers", "MED": "Medicines", "VIS": "Visits", "CON": "Who supports the person", "RAT": "Ratings", "SAT": "Surveys",
	"IND": "Independence", "INC": "Incidents", "LRN": "Learning from incidents", "RES": "Restrictions", "AUD": "Plans and reviews",
	"OBS": "Spot checks", "SUP": "Supervision", "CMP": "Training and sign-offs", "STF": "Staff", "CPL": "Complaints and compliments",
	"SAF": "Safeguarding", "ATT": "Activities", "HOS": "Hospital", "PLC": "Where people live", "COP": "Decided together",
	"CHG": "Changes of approach", "REL": "Relationships", "CRD": "Care that is joined up", "DQ": "How good the data are",
}

// measuresPage writes the page.
func measuresPage(t *testing.T) string {
	t.Helper()
	frameworks, err := render.Frameworks(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# What is measured\n\nThis page is made from the program: a test keeps the two equal, and\n" +
		"`go test ./cmd/evidencepack -run TestReferencePage -update` writes it anew. `evidencepack list metrics --for FOLDER`\n" +
		"says which of these measures your exports give.\n\n" +
		"A figure that is too small to say anything of is never called better or worse. Missing is never zero.\n")
	var families []metrics.Family
	for _, m := range metrics.All {
		if !slices.Contains(families, m.Family()) {
			families = append(families, m.Family())
		}
	}
	for _, family := range families {
		title := familyTitles[family]
		if title == "" {
			t.Errorf("the family %s has no title", family)
		}
		fmt.Fprintf(&b, "\n## %s: %s\n", family, title)
		for _, m := range metrics.All {
			if m.Family() == family {
				b.WriteString(measureSection(metricRowOf(m, frameworks)))
			}
		}
	}
	return b.String()
}

// measureSection writes one measure.
func measureSection(m metricRow) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n### %s %s\n\n%s %s\n\n", m.ID, m.Title, m.Means, m.WhyItMatters)
	line := func(label, text string) {
		if text != "" {
			fmt.Fprintf(&b, "- %s: %s\n", label, text)
		}
	}
	line("counted", m.Numerator)
	line("out of", m.Denominator)
	line("unit", strings.ReplaceAll(m.Unit, "_", " "))
	line("better", betterWords[metrics.Direction(m.Better)])
	line("worked out for", map[string]string{"month": "each month, and whole periods", "period": "whole periods"}[m.Grain])
	if m.Minimum > 0 {
		line("too small below", fmt.Sprint(m.Minimum))
	}
	line("read with", strings.Join(m.Partners, ", "))
	line("broken down by", strings.ReplaceAll(strings.Join(m.Breakdowns, ", "), "_", " "))
	line("needs", needWords(m))
	var also []string
	for _, kind := range m.Also {
		also = append(also, record.Kind(kind).Title())
	}
	line("counts too, where it is given", strings.Join(also, "; "))
	var places []string
	for _, f := range m.Frameworks {
		places = append(places, f.Framework+" "+strings.Join(f.Statements, ", "))
	}
	line("frameworks", strings.Join(places, "; "))
	line("source", m.Source)
	line("since", m.Since)
	return b.String()
}

var betterWords = map[metrics.Direction]string{
	metrics.Lower: "lower", metrics.Higher: "higher", metrics.Neither: "neither; it is read with other measures",
	metrics.LowerWithPartners: "lower, where no measure beside it speaks against that",
}

// needWords says which exports a measure needs, with the columns.
func needWords(m metricRow) string {
	var exports []string
	for _, n := range m.Needs {
		var columns []string
		for _, c := range n.Columns {
			columns = append(columns, c.Words)
		}
		text := n.Title
		if len(columns) > 0 {
			text += " (" + strings.Join(columns, ", ") + ")"
		}
		exports = append(exports, text)
	}
	if m.AnyOf {
		return "any of " + strings.Join(exports, "; ")
	}
	return strings.Join(exports, "; ")
}

// TestReferencePage holds the page to the register.
func TestReferencePage(t *testing.T) {
	want := measuresPage(t)
	if *update {
		if err := os.WriteFile(measuresFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(measuresFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("templates/reference/measures.md is not what the register says: run this test with -update and read the change")
	}
}

// TestReferenceNamesAllOfAMeasure looks for each part of a definition on the page.
func TestReferenceNamesAllOfAMeasure(t *testing.T) {
	page := measuresPage(t)
	for _, m := range metrics.All {
		for _, part := range []string{m.ID, m.Title, m.Means, m.Numerator, m.Denominator, m.Source, m.Since, m.WhyItMatters} {
			if !strings.Contains(page, part) {
				t.Errorf("%s: the page does not say %q", m.ID, part)
			}
		}
	}
}
