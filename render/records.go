package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// records lists where the record behind a figure is found: for each kind of export its
// files and sheets, how many rows of the period it has, and the measures that rest on it.
func (c *composer) records(title string) page.Block {
	t := &page.Table{
		Title: title, Sheet: "Records",
		Note:    "Each figure has an evidence id. The program lists the file, sheet and row of every record behind it, with pseudonyms: evidencepack trace, the folder of the packs, the id, and the folder of exports. Who a pseudonym is stands in the key sheet, which the registered manager holds.",
		Columns: []page.Column{{Head: "Record", Weight: 2}, {Head: "Report, as exported", Weight: 3.2}, {Head: "Rows dated in the period", Numeric: true, Weight: 1}, {Head: "Figures that rest on it", Weight: 3}},
	}
	for _, kind := range record.Kinds {
		files := c.in.Sources[kind]
		if len(files) == 0 {
			continue
		}
		rows := float64(c.table.Rows(kind, c.in.Period))
		n := page.Cell{Text: thousands(rows), Number: &rows, Format: page.FormatCount}
		if all := float64(c.table.Rows(kind, record.Span{})); rows == 0 && all > 0 {
			n = page.Cell{Text: thousands(all) + " in all", Number: &all, Format: page.FormatText} // a register is not dated by month
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: shortTitle(kind)}, {Text: fileList(files)}, n, {Text: idsInShort(c.restingOn(kind))}}})
	}
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, page.Row{Cells: noCells("No export was read.", len(t.Columns))})
	}
	return page.Block{Table: t}
}

// filesNamed is how many files of a kind are named one by one.
const filesNamed = 3

func fileList(files []string) string {
	if len(files) <= filesNamed {
		return strings.Join(files, ", ")
	}
	return fmt.Sprintf("%s and %s", strings.Join(files[:filesNamed], ", "), plural(len(files)-filesNamed, "more file", "more files"))
}

// restingOn lists the measures of the pack that count a kind of record.
func (c *composer) restingOn(kind record.Kind) []string {
	var ids []string
	for _, m := range metrics.All {
		if c.seen[m.ID] && slices.Contains(m.Needs, kind) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}
