package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// frameworkCheck holds a framework to itself and to the register of metrics.
type frameworkCheck struct {
	framework Framework
	file      string
	text      []byte
}

// fault is an error at a place of the file.
func (c frameworkCheck) fault(place, format string, args ...any) error {
	return fmt.Errorf("%s, line %d: %s", c.file, LineAt(c.text, place), fmt.Sprintf(format, args...))
}

// run gives the first fault, nil where there is none.
func (c frameworkCheck) run() error {
	for _, step := range []func() error{c.heads, c.parts, c.statements, c.mapping, c.numbers} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// heads checks the lines above the lists.
func (c frameworkCheck) heads() error {
	f := c.framework
	for _, needed := range []struct{ key, text string }{
		{"framework", f.ID}, {"title", f.Title}, {"nation", f.Nation}, {"version", f.Version}, {"source", f.Source}, {"statement_word", f.Word},
	} {
		if strings.TrimSpace(needed.text) == "" {
			return c.fault("$", "a framework needs the line %s", needed.key)
		}
	}
	if name := strings.TrimSuffix(c.file, ".yaml"); f.ID != name {
		return c.fault("$.framework", "the framework %q must be called %q, as its file is", f.ID, name)
	}
	if _, err := record.ParseISO(f.Date); err != nil {
		return c.fault("$.date", "write the date as year-month-day")
	}
	if f.Status != StatusCurrent && f.Status != StatusDraft {
		return c.fault("$.status", "status is %s or %s", StatusCurrent, StatusDraft)
	}
	if f.Use != UseInspection && f.Use != UseTender {
		return c.fault("$.use", "use is %s or %s", UseInspection, UseTender)
	}
	if len(f.Statements) == 0 {
		return c.fault("$", "a framework needs statements")
	}
	return nil
}

// parts checks key questions, categories of evidence and regulations.
func (c frameworkCheck) parts() error {
	for _, list := range []struct {
		key   string
		parts []FrameworkPart
	}{{"groups", c.framework.Groups}, {"evidence", c.framework.Evidence}, {"regulations", c.framework.Regulations}} {
		for i, p := range list.parts {
			place := fmt.Sprintf("$.%s[%d]", list.key, i)
			if p.ID == "" || p.Title == "" {
				return c.fault(place, "each of %s needs an id and a title", list.key)
			}
			if has(list.parts[:i], p.ID) {
				return c.fault(place+".id", "%q stands twice under %s", p.ID, list.key)
			}
		}
	}
	return nil
}

// statements checks each statement by itself.
func (c frameworkCheck) statements() error {
	f := c.framework
	for i, s := range f.Statements {
		place := fmt.Sprintf("$.statements[%d]", i)
		switch {
		case s.ID == "" || s.Title == "":
			return c.fault(place, "each statement needs an id and a title")
		case slices.ContainsFunc(f.Statements[:i], func(o Statement) bool { return o.ID == s.ID }):
			return c.fault(place+".id", "the statement %q stands there twice", s.ID)
		case s.Group == "" && len(f.Groups) > 0:
			return c.fault(place, "the statement %q needs a group: %s", s.ID, partIDs(f.Groups))
		case s.Group != "" && !has(f.Groups, s.Group):
			return c.fault(place+".group", "there is no group %q; there are: %s", s.Group, partIDs(f.Groups))
		case s.Numbers != "" && s.Numbers != NumbersNone && s.Numbers != NumbersFew:
			return c.fault(place+".numbers", "numbers is %s or %s, or the line is left away", NumbersNone, NumbersFew)
		case s.Numbers != "" && len(s.Also) == 0:
			return c.fault(place, "figures cannot carry %q, so say under also what does", s.ID)
		}
	}
	return nil
}

// mapping checks that everything that is named is there, and each measure once.
func (c frameworkCheck) mapping() error {
	f := c.framework
	seen := make(map[string]bool)
	for i, row := range f.Mapping {
		place := fmt.Sprintf("$.mapping[%d]", i)
		if len(row.Metrics) == 0 || len(row.Statements) == 0 {
			return c.fault(place, "each row of the mapping needs metrics and statements")
		}
		for j, id := range row.Metrics {
			at := fmt.Sprintf("%s.metrics[%d]", place, j)
			if _, known := metrics.Find(id); !known {
				return c.fault(at, "there is no metric %q; evidencepack list metrics shows all", id)
			}
			if seen[id] {
				return c.fault(at, "%s stands in the mapping twice; name all its statements in one row", id)
			}
			seen[id] = true
		}
		for j, id := range row.Statements {
			if !slices.ContainsFunc(f.Statements, func(s Statement) bool { return s.ID == id }) {
				return c.fault(fmt.Sprintf("%s.statements[%d]", place, j), "there is no statement %q", id)
			}
		}
		if err := c.named(place, "evidence", row.Evidence, f.Evidence); err != nil {
			return err
		}
		if len(row.Evidence) == 0 && len(f.Evidence) > 0 {
			return c.fault(place, "each row of the mapping needs evidence: %s", partIDs(f.Evidence))
		}
		if err := c.named(place, "regulations", row.Regulations, f.Regulations); err != nil {
			return err
		}
	}
	return nil
}

// named checks the names of one list of a row.
func (c frameworkCheck) named(place, key string, ids []string, parts []FrameworkPart) error {
	for j, id := range ids {
		at := fmt.Sprintf("%s.%s[%d]", place, key, j)
		if !has(parts, id) {
			return c.fault(at, "there is no %q under %s", id, key)
		}
		if slices.Contains(ids[:j], id) {
			return c.fault(at, "%q stands there twice", id)
		}
	}
	return nil
}

// numbers checks that a statement without measures says so, and the other way round.
func (c frameworkCheck) numbers() error {
	for i, s := range c.framework.Statements {
		place := fmt.Sprintf("$.statements[%d]", i)
		measures := len(c.framework.Rows(s.ID)) > 0
		if measures && s.Numbers == NumbersNone {
			return c.fault(place+".numbers", "the mapping has measures for %q, so numbers cannot be %s", s.ID, NumbersNone)
		}
		if !measures && s.Numbers != NumbersNone {
			return c.fault(place, "the mapping has no measure for %q; write  numbers: %s  and what else shows it under also", s.ID, NumbersNone)
		}
	}
	return nil
}
