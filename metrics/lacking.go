package metrics

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// Lack is an export that a metric needs and does not have, wholly or in part.
type Lack struct {
	Kind    record.Kind
	Given   bool
	Columns []string
}

// Lacking stands in until the branch engine is merged.
func (t *Table) Lacking(m Metric) []Lack {
	var out []Lack
	for _, k := range m.Needs {
		if t.Rows(k, record.Span{}) > 0 || k == record.KindSource {
			continue
		}
		l := Lack{Kind: k}
		for _, c := range m.Columns {
			if strings.HasPrefix(c, string(k)+".") {
				l.Columns = append(l.Columns, strings.TrimPrefix(c, string(k)+"."))
			}
		}
		out = append(out, l)
	}
	if m.AnyOf && len(out) < len(m.Needs) {
		return nil
	}
	return slices.Clip(out)
}
