package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/templates"
)

// seenExports is what list --for reads of a folder: the account of its rows, and
// the table that its figures are worked out from.
type seenExports struct {
	exports   *ingest.Exports
	table     *metrics.Table
	templates fs.FS // ours, with the user's own over them
}

// seeExports reads a folder as a build does, and writes nothing.
func seeExports(dir string) (*seenExports, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("there is no folder %q.", filepath.ToSlash(dir)), hints: nearFolder(dir)}
	}
	set, err := readSettings(filepath.Join(dir, "pack.yaml"), false)
	if err != nil {
		return nil, err
	}
	var o ingest.Options
	if o.Ladder, err = set.ladder(); err != nil {
		return nil, err
	}
	if o.Mappings, err = readMappings(filepath.Join(dir, "mappings")); err != nil {
		return nil, err
	}
	if o.Aliases, err = readAliases(filepath.Join(dir, "mappings")); err != nil {
		return nil, err
	}
	own, err := ownTables(ingest.Folder(dir))
	if err != nil {
		return nil, err
	}
	o.Skip = func(name string) bool {
		return name == "evidence-packs" || name == "mappings" || isKPIFile(name, set.KPIs) ||
			isQuestionFile(name, set.Tender.Questions) || isCaseFile(name, set.CaseStudies) || own(name)
	}
	e, err := ingest.Read(ingest.Folder(dir), o)
	if errors.Is(err, ingest.ErrNothing) {
		err = nil // then everything is missing, which is what was asked
	}
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be read.", filepath.ToSlash(dir))}
	}
	seen := &seenExports{exports: e, table: tableOf(e, nil, asItIs), templates: templates.Files()}
	if set.Templates != "" {
		seen.templates = templates.Over(os.DirFS(filepath.Join(dir, set.Templates)))
	}
	return seen, nil
}

// found says whether a metric has a figure over all dates, and if not why.
func (s *seenExports) found(m metrics.Metric) *metricFound {
	out := &metricFound{Figure: render.HasFigure(s.table, m, record.Span{}), Lacks: []metricLack{}}
	if out.Figure {
		return out
	}
	var words []string
	for _, l := range s.table.Lacking(m) {
		lack := metricLack{Record: string(l.Kind), Title: l.Kind.Title(), Given: l.Given, Columns: append([]string{}, l.Columns...), Words: render.LackWords(l)}
		out.Lacks = append(out.Lacks, lack)
		words = append(words, lack.Words)
	}
	joint := "; "
	if m.AnyOf {
		joint = "; or "
	}
	switch {
	case len(words) > 0:
		out.Why = "these exports lack " + strings.Join(words, joint) + "."
	default:
		out.Why = "the exports are there, and hold nothing to count."
		for _, v := range s.table.Over(m, metrics.Scope{}, record.Span{}) {
			if v.Why != "" {
				out.Why = v.Why
			}
		}
	}
	return out
}

// figures counts the metrics with a figure.
func (s *seenExports) figures(ids []string) int {
	n := 0
	for _, id := range ids {
		if m, known := metrics.Find(id); known && render.HasFigure(s.table, m, record.Span{}) {
			n++
		}
	}
	return n
}

// kind counts what the folder holds of a kind.
func (s *seenExports) kind(kind record.Kind) *recordFound {
	out := new(recordFound)
	for _, l := range s.exports.Ledgers {
		if l.Kind == kind {
			out.Files++
			out.Rows += l.Read
			out.Used += l.Counts[record.Used]
		}
	}
	return out
}
