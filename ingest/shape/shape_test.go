package shape

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// sheetOf makes a sheet of lines of values parted by |. Numbers and dates stay
// texts, as in a text file; an empty line is a row without cells.
func sheetOf(lines string, merges ...grid.Merge) grid.Sheet {
	rows := strings.Split(strings.Trim(lines, "\n"), "\n")
	return grid.Sheet{Merges: merges, Rows: func(yield func(grid.Row) bool) {
		for i, line := range rows {
			r := grid.Row{Line: i + 1, Hidden: strings.HasPrefix(line, "~")}
			if line != "" {
				for value := range strings.SplitSeq(strings.TrimPrefix(line, "~"), "|") {
					r.Cells = append(r.Cells, cell.Text(strings.TrimSpace(value)))
				}
			}
			if !yield(r) {
				return
			}
		}
	}}
}

// nothingKnown knows no row of headings.
func nothingKnown([]string) (int, bool) { return 0, false }

// knowing knows the rows of headings that hold some words.
func knowing(words ...string) Knows {
	return func(names []string) (int, bool) {
		for _, w := range words {
			if !slices.Contains(names, w) {
				return 0, false
			}
		}
		return 1, true
	}
}

// classes writes the class of each row as a letter.
func classes(t *Table, sheet grid.Sheet) string {
	var out strings.Builder
	for r := range sheet.Rows {
		switch {
		case filled(r.Cells) == 0:
			out.WriteByte('.')
		default:
			out.WriteByte("RTHAbSFCXB"[t.letter(r.Line)])
		}
	}
	return out.String()
}

func (t *Table) letter(line int) int {
	switch t.Class(line) {
	case Record:
		return 0
	case Title:
		return 1
	case Headings:
		return 2
	case Repeated:
		return 3
	case Total:
		return 5
	case Footer:
		return 6
	case Comment:
		return 7
	case Section:
		return 8
	}
	return 9
}

// TestShapes gives the class of every row: T title, H headings, R record, A the
// headings again, S total, F footer, C comment, X section, B beside.
func TestShapes(t *testing.T) {
	for _, c := range []struct {
		what, lines, want string
		names             string
	}{
		{"plain", "Name|Score\nAnn|3\nBob|4", "HRR", "Name,Score"},
		{"titles above", "Incident report\nRun by J Smith\n01/09/2025 - 30/09/2025\n\nName|Date|Type|Harm\nAnn|01/09/2025|Fall|Low\nBob|02/09/2025|Fall|Low", "TTT.HRR", "Name,Date,Type,Harm"},
		{"parameters above", "Service:|Oak House\nFrom:|01/09/2025\nName|Date|Type|Harm\nAnn|01/09/2025|Fall|Low\nBob|02/09/2025|Slip|Low", "TTHRR", "Name,Date,Type,Harm"},
		{"headings again", "Name|Date|Type\nAnn|01/09/2025|Fall\nname|Date |Type\nBob|02/09/2025|Fall", "HRAR", "Name,Date,Type"},
		{"totals and footers", "Name|Date|Type|Count\nAnn|01/09/2025|Fall|1\nSub-total: Oak|||1\nBob|02/09/2025|Fall|2\nTotal|||3\nPage 1 of 3\nConfidential", "HRSRSFF", "Name,Date,Type,Count"},
		{"a note that begins with total is a record", "Name|Date|Type|Note\nTotal Care Ltd|01/09/2025|Visit|fine\nBob|02/09/2025|Fall|x", "HRR", "Name,Date,Type,Note"},
		{"notes under a dense table", "A|B|C|D|E\n1|2|3|4|5\n1|2|3|4|6\n1|2|3|4|7\n\nSome|||| \n||made by hand||", "HRRR.FF", "A,B,C,D,E"},
		{"numbered footnotes", "A|B|C|D|E|F\n1|2|3|4|5|6\n1|2|3|4|6|6\n1|2|3|4|6|6\n\n1.|Until 2024 only\n2.|As at the end of the year", "HRRR.FF", "A,B,C,D,E,F"},
		{"a short record at the end", "Name|Date|Place|Purpose|Cost\nAnn|01/09/2025|Leeds|Visit|3\nBob|02/09/2025|York|Visit|4\nCat|Nil return", "HRRR", "Name,Date,Place,Purpose,Cost"},
		{"a total under few rows", "Care record\nPrinted for Oak\n\nWhen?|Who|What|How|Why\n13/04/2026|HR1|Bath|Fine|\n14/04/2026|HR1|Meals|No|Tired\n15/04/2026|HR2|Meals|Fine|\nTotal|3", "TT.HRRRS", "When?,Who,What,How,Why"},
		{"comments", "# made by hand\nName|Score\n# again\nAnn|3\nBob|4\n# end", "CHCRRC", "Name,Score"},
		{"sections", "Name|Date|Type\nOak House\nAnn|01/09/2025|Fall\nBob|02/09/2025|Fall\nElm House\nCat|03/09/2025|Fall", "HXRRXR", "Name,Date,Type"},
		{"one lone text is no section", "Name|Date|Type\nAnn|01/09/2025|Fall\nOak House\nBob|02/09/2025|Fall", "HRRR", "Name,Date,Type"},
		{"two rows of headings", "Dates|Place|Travel|||Total\n|||Air|Rail|\n01/09/2025|Leeds||3.50|4.00|7.50\n02/09/2025|York||3.50|4.00|7.50", "HHRR", "Dates,Place,Travel,Air,Rail,Total"},
		{"names that repeat under groups", "|Payable||Not payable|\nName|Confirmed|Open|Confirmed|Open\nAnn|1|2|3|4\nBob|1|2|3|4", "HHRR", "Name,Payable – Confirmed,Payable – Open,Not payable – Confirmed,Not payable – Open"},
		{"years as headings", "Area|2023|2024|2025\nLeeds|1,204|1,340|1,401\nYork|804|840|901", "HRR", "Area,2023,2024,2025"},
		{"no headings", "1|null|0\n2|0|null\n3|0|0", "RRR", ""},
		{"no headings, dates", "01/09/2025|3\n02/09/2025|4", "RR", ""},
		{"nothing", "\n\n", ".", ""},
	} {
		sheet := sheetOf(c.lines)
		table := Of(sheet, true, nothingKnown)
		if got := classes(table, sheet); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
		if got := strings.Join(table.Names, ","); got != c.names {
			t.Errorf("%s: names %q, want %q", c.what, got, c.names)
		}
		accounted(t, table, sheet)
	}
}

// accounted wants every filled row in exactly one class, and as many records as
// Records gives.
func accounted(t *testing.T, table *Table, sheet grid.Sheet) {
	t.Helper()
	rows, sum, records := 0, 0, 0
	for r := range sheet.Rows {
		if filled(r.Cells) > 0 && (table.Next == 0 || r.Line < table.Next) {
			rows++
		}
	}
	for c, n := range table.Counts {
		if Class(c) != Blank {
			sum += n
		}
	}
	last := table.HeaderTo
	for r := range table.Records(sheet) {
		if r.Line <= last {
			t.Fatalf("line %d after line %d", r.Line, last)
		}
		last = r.Line
		records++
	}
	if rows != sum || records != table.Counts[Record] || records > 0 && last != table.Last {
		t.Errorf("%d rows, %d in classes %v; %d records to line %d, want %d to %d", rows, sum, table.Counts, records, last, table.Counts[Record], table.Last)
	}
}

// TestKnownHeadingsGoFirst: a row that the caller knows is the row of headings,
// however the others look.
func TestKnownHeadingsGoFirst(t *testing.T) {
	sheet := sheetOf("Some|words|here\nMore|words|here\nName|Date|Type\nAnn|today|Fall")
	if got := Of(sheet, true, knowing("Name", "Date")); got.HeaderTo != 3 || got.Counts[Record] != 1 {
		t.Errorf("%+v", got)
	}
}

// TestQuirk044SeveralTables finds the next table below a gap, and the known one of
// two that stand side by side.
func TestQuirk044SeveralTables(t *testing.T) {
	knows := knowing("Name", "Date")
	sheet := sheetOf("Name|Date|Type\nAnn|01/09/2025|Fall\n\nName|Type|Date\nBob|Fall|02/09/2025\nCat|Fall|03/09/2025")
	first := Of(sheet, true, knows)
	if first.Next != 4 || first.Counts[Record] != 1 {
		t.Fatalf("%+v", first)
	}
	rest := From(sheet, first.Next)
	if second := Of(rest, true, knows); second.HeaderTo != 4 || second.Counts[Record] != 2 || second.Next != 0 {
		t.Errorf("%+v", second)
	}
	beside := sheetOf("Month|Falls||Name|Date|Type\nApril|3||Ann|01/09/2025|Fall\nMay|4||Bob|02/09/2025|Fall\nJune|5|||||")
	table := Of(beside, false, knows)
	if table.Left != 3 || table.Counts[Record] != 2 || table.Counts[Beside] != 1 || strings.Join(table.Names, ",") != ",,,Name,Date,Type" {
		t.Errorf("%+v", table)
	}
	for r := range table.Records(beside) {
		if !r.Cells[0].Empty() || r.Cells[3].Empty() {
			t.Errorf("row %d: %v", r.Line, r.Cells)
		}
	}
}

// TestQuirk042MergedCells fills a value down its merged range and no further, and
// takes headings that are merged over two rows as one.
func TestQuirk042MergedCells(t *testing.T) {
	sheet := sheetOf("Name|Date|Type\nAnn|01/09/2025|Fall\n|02/09/2025|Slip\n|03/09/2025|Trip\n|04/09/2025|Burn", grid.Merge{Top: 2, Bottom: 4})
	var names []string
	for r := range Of(sheet, false, nothingKnown).Records(sheet) {
		names = append(names, r.Cells[0].Text)
	}
	if !slices.Equal(names, []string{"Ann", "Ann", "Ann", ""}) {
		t.Errorf("%q", names)
	}
	heads := sheetOf("Name|Score|\n|First|Second\nAnn|1|2\nBob|3|4", grid.Merge{Top: 1, Bottom: 2}, grid.Merge{Top: 1, Bottom: 1, Left: 1, Right: 2})
	if got := Of(heads, false, nothingKnown); got.HeaderTo != 2 || strings.Join(got.Names, ",") != "Name,First,Second" {
		t.Errorf("headings to %d, %q", got.HeaderTo, got.Names)
	}
}

func TestSectionsAndHiddenRows(t *testing.T) {
	sheet := sheetOf("Name|Date|Type\nOak House\nAnn|01/09/2025|Fall\n~Bob|02/09/2025|Fall\nElm House\nCat|03/09/2025|Fall")
	table := Of(sheet, false, nothingKnown)
	var got []string
	for r := range table.Records(sheet) {
		got = append(got, fmt.Sprint(r.Line, " ", table.Section(r.Line)))
	}
	if want := []string{"3 Oak House", "4 Oak House", "6 Elm House"}; !slices.Equal(got, want) || table.HiddenRows != 1 || !table.Sectioned() {
		t.Errorf("%q, want %q; %d hidden", got, want, table.HiddenRows)
	}
	if table.Section(1) != "" || table.FirstOf(Section) != 2 {
		t.Errorf("above the first section: %q; it is row %d", table.Section(1), table.FirstOf(Section))
	}
}

// FuzzShape reads any sheet: no panic, every row in one class, nothing twice.
func FuzzShape(f *testing.F) {
	for _, s := range []string{"a|b\n1|2", "Title\n\nName|Date\nAnn|01/01/2026\nTotal|1", "x\n\n\ny|z|w\n1|2|3\n\nx|y|z\n4|5|6", "|a||\nb|c|d|e\n1||2|", "# c\nA|B\n~1|2\nOak\n3|4\nElm\n5|6"} {
		f.Add(s, true, 2, 3)
	}
	f.Fuzz(func(t *testing.T, lines string, text bool, top, bottom int) {
		sheet := sheetOf(lines, grid.Merge{Top: top, Bottom: bottom, Left: 1, Right: 1})
		for _, knows := range []Knows{nothingKnown, knowing("a", "b")} {
			part := sheet
			for range 100 {
				table := Of(part, text, knows)
				accounted(t, table, part)
				if table.Next == 0 {
					break
				}
				part = From(part, table.Next)
			}
		}
	})
}
