package markup

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// shown writes a book as text: sheets, merged ranges, and rows with | between their cells.
func shown(b *grid.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		fmt.Fprintf(&out, "[%s]", s.Name)
		for _, mark := range []struct {
			on   bool
			name string
		}{{s.Hidden, " hidden"}, {s.Filtered, " filtered"}, {s.Comments > 0, fmt.Sprintf(" comments=%d", s.Comments)}} {
			if mark.on {
				out.WriteString(mark.name)
			}
		}
		for _, m := range s.Merges {
			fmt.Fprintf(&out, " %d-%d:%d-%d", m.Top, m.Bottom, m.Left, m.Right)
		}
		out.WriteString("\n")
		for r := range s.Rows {
			fmt.Fprintf(&out, "%d", r.Line)
			if r.Hidden {
				out.WriteString(" hidden")
			}
			out.WriteString(": ")
			for i, c := range r.Cells {
				if i > 0 {
					out.WriteString("|")
				}
				out.WriteString(written(c))
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

// written gives a cell with marks behind its text: # number, d date, % per cent,
// ! error value, ? formula without answer.
func written(c cell.Raw) string {
	s := strings.ReplaceAll(c.Text, "\n", "/")
	if c.Numeric {
		s += fmt.Sprintf("#%g", c.Number)
	}
	for _, mark := range []struct {
		on   bool
		sign string
	}{{c.Date, "d"}, {c.Percent, "%"}, {c.Fault, "!"}, {c.NoResult, "?"}, {c.From1904, "4"}} {
		if mark.on {
			s += mark.sign
		}
	}
	return s
}

const grids = `<tr><td>Date<td>Name<tr><td>1<td>2`

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a plain export", "<html><body><table border=1><thead><tr><th>Date</th><th>Who</th></tr></thead><tbody><tr><td>03/11/2025</td><td>A &amp; B</td></tr></tbody></table></body></html>",
			"[]\n1: Date|Who\n2: 03/11/2025|A & B\n"},
		{"ends left out", "<TABLE><TR><TH>Date<TH>Who<TR><TD>1<TD>2</TABLE>", "[]\n1: Date|Who\n2: 1|2\n"},
		{"cells without a row", "<table><td>Date<td>Who<tr><td>1<td>2</table>", "[]\n1: Date|Who\n2: 1|2\n"},
		{"blanks and entities", "<table><tr><td>\n  Date \t of\nbirth<td>&nbsp;<td>x&nbsp;y<tr><td>&#163;5<td>&lt;b&gt;<td> </table>",
			"[]\n1: Date of birth||x\u00a0y\n2: £5|<b>|\n"},
		{"lines in a cell", "<table><tr><td>a<br>b<p>c</p><div>d</div>e<br><br>f<td>x<tr><td><p>one</p><p>two</p><td><ul><li>p<li>q</ul></table>",
			"[]\n1: a/b/c/d/e//f|x\n2: one/two|p/q\n"},
		{"tags in words", "<table><tr><td>re<b>fus</b>ed<td><a href=x>link</a> here<tr><td>1<td>2</table>", "[]\n1: refused|link here\n2: 1|2\n"},
		{"merged cells", "<table><tr><td colspan=2>Week<td rowspan=2>Who<tr><td>Mon<td>Tue<tr><td>1<td>2<td>JS</table>",
			"[] 1-1:0-1 1-2:2-2\n1: Week||Who\n2: Mon|Tue\n3: 1|2|JS\n"},
		{"a name down the side", "<table><tr><td rowspan=2>JS<td>a<tr><td>b<tr><td>KL<td>c</table>", "[] 1-2:0-0\n1: JS|a\n2: |b\n3: KL|c\n"},
		{"spans beyond the table", "<table><tr><td colspan=100000000000000000000>Title<tr><td rowspan=99999999>a<td>b<tr><td>c</table>",
			"[] 1-1:0-1 2-3:0-0\n1: Title\n2: a|b\n3: |c\n"},
		{"a span of no rows goes to the end", "<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>", "[] 1-3:0-0\n1: a|b\n2: |c\n3: |d\n"},
		{"no span into the next group of rows", "<table><thead><tr><td rowspan=9>a<td>b</thead><tbody><tr><td>c<td>d</table>", "[]\n1: a|b\n2: c|d\n"},
		{"spans of empty cells are none", "<table><tr><td colspan=2>&nbsp;<td>a<tr><td>1<td>2<td>3</table>", "[]\n1: ||a\n2: 1|2|3\n"},
		{"a span for show", "<table><tr><td colspan=2 style='mso-ignore:colspan'>long<td>a<tr><td>1<td>2<td>3</table>", "[]\n1: long||a\n2: 1|2|3\n"},
		{"spans that are no numbers", "<table><tr><td colspan=-3>a<td rowspan=x>b<tr><td colspan='2 '>1<td>2</table>", "[] 2-2:0-1\n1: a|b\n2: 1||2\n"},
		{"a row that is empty keeps its number", "<table><tr></tr><tr><td>a<td>b<tr><td>1<td>2</table>", "[]\n2: a|b\n3: 1|2\n"},
		{"hidden rows are given", "<table><tr><td>a<td>b<tr style='DISPLAY : none'><td>1<td>2<tr hidden><td>3<td>4<tbody style=display:none><tr><td>5<td>6</table>",
			"[]\n1: a|b\n2 hidden: 1|2\n3 hidden: 3|4\n4 hidden: 5|6\n"},
		{"hidden texts and cells are not", "<table><tr><td>a<td style='display:none'>sort<table><tr><td>x</table><td>b<tr><td>1<span style='display: none'>no<span>no</span></span><td>2<div hidden>no<table><tr><td>n</table>no</div>3</table>",
			"[]\n1: a|b\n2: 1|23\n"},
		{"hidden by a class", "<style><!-- @media print{.p{display:none}} td.gone, .off {color:red;display:none} .a .b{display:none}--></style><table><tr class='x OFF'><td>a<td>b<tr class=p><td>1<i class=gone>no</i><td class=b>2</table>",
			"[]\n1 hidden: a|b\n2: 1|2\n"},
		{"what stays open inside a cell ends with it", "<table><tr><td><span hidden>no<td>a<tr><td><select><option>no<td>2</table>", "[]\n1: |a\n2: |2\n"},
		{"scripts", "<table><tr><td>a<script>if (a</td> b) '<td>'</script><td>b<style>td{}</style><tr><td>1<noscript>no</noscript><td><textarea>a<b></textarea></table>",
			"[]\n1: a|b\n2: 1|a<b>\n"},
		{"comments", "<table><!--<tr><td>no--><tr><td>a<![if !vml]><!-- no --><td>b<![endif]><tr><td>1<td>2</table>", "[]\n1: a|b\n2: 1|2\n"},
		{"a choice gives what is chosen", "<table><tr><td>a<td>b<tr><td><select><option>Yes<option selected>No<option>Maybe</select> ok<td>2</table>", "[]\n1: a|b\n2: No ok|2\n"},
		{"a picture stands for a word", "<table><tr><td>Name <img alt=sort><td>Done<tr><td>JS<td><img src=tick.png alt=' Yes '></table>", "[]\n1: Name|Done\n2: JS|Yes\n"},
		{"text outside of cells", "before<table>no<tr>no<td>a<td>b</tr>no<tr><td>1<td>2</table>after", "[]\n1: a|b\n2: 1|2\n"},
		{"several tables", "<table>" + grids + "</table><p>and</p><table>" + grids + "</table>", "[Table 1]\n1: Date|Name\n2: 1|2\n[Table 2]\n1: Date|Name\n2: 1|2\n"},
		{"a table whose end is left out", "<table>" + grids + "</tr><table>" + grids + "</table>", "[Table 1]\n1: Date|Name\n2: 1|2\n[Table 2]\n1: Date|Name\n2: 1|2\n"},
		{"titles of one row are no sheets", "<table><tr><td>Report</table><table><tr><td>From<td>To</table><table>" + grids + "</table>", "[]\n1: Date|Name\n2: 1|2\n"},
		{"captions", "<table><caption>Medicines\n <b>given</b></caption>" + grids + "</table><table><caption>Medicines given</caption>" + grids + "</table><table hidden>" + grids + "</table>",
			"[Medicines given]\n1: Date|Name\n2: 1|2\n[Medicines given (2)]\n1: Date|Name\n2: 1|2\n[Table 3] hidden\n1: Date|Name\n2: 1|2\n"},
		{"a caption that is no name", "<table><caption>" + strings.Repeat("on and ", 20) + "</caption>" + grids + "</table>", "[]\n1: Date|Name\n2: 1|2\n"},
		{"names that Excel wrote", "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>A &amp; B</x:Name><x:WorksheetOptions/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--><table>" + grids + "</table>",
			"[A & B]\n1: Date|Name\n2: 1|2\n"},
		{"one cell around everything", "<table><tr><td><table>" + grids + "</table></td></tr></table>", "[]\n1: Date|Name\n2: 1|2\n"},
		{"a page in tables", "<table><tr><td>Care Ltd<td>Menu<tr><td><table><tr><td>Home<tr><td>Out</table><td><table><tr><td><table>" + grids + "</table></table></table>",
			"[Table 1]\n1: Home\n2: Out\n[Table 2]\n1: Date|Name\n2: 1|2\n"},
		{"tables in the cells of a table", "<table><tr><td>a<td>b<tr><td>x<table><tr><td>p<td>q<tr><td>r<td>s</table>y<td>2<tr><td>3<td>4</table>",
			"[]\n1: a|b\n2: x/p q/r s/y|2\n3: 3|4\n"},
		{"every value in a table of its own", "<table><tr><td><table><tr><td>a</table><td><table><tr><td>b</table><tr><td><table><tr><td>1</table><td><table><tr><td>2</table></table>",
			"[]\n1: a|b\n2: 1|2\n"},
		{"a form above a list", "<table><tr><td>From<td>1 Sept<tr><td>To<td>30 Sept<tr><td colspan=2>List <table><tr><td>a<td>b<tr><td>1<td>2<tr><td>3<td>4</table> end</table>",
			"[Table 1] 3-3:0-1\n1: From|1 Sept\n2: To|30 Sept\n3: List/end\n[Table 2]\n1: a|b\n2: 1|2\n3: 3|4\n"},
	} {
		book, err := HTML(c.page)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		first := shown(book)
		if diff := cmp.Diff(c.want, first); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
		if shown(book) != first || book.Format != "html" {
			t.Errorf("%s: the second walk is another", c.name)
		}
	}
}

func TestHTMLOfExcel(t *testing.T) {
	head := `<style>.d{mso-number-format:"dd\/mm\/yyyy";} .p{mso-number-format:Percent} .s{mso-number-format:"\@"} .y{mso-number-format:"\0022days;x\00220"} .t{mso-number-format:"\[h\]\:mm"}</style><table><tr><td>a<td>b<tr><td>1`
	for _, c := range []struct{ name, cell, want string }{
		{"a date is what is shown", `<td class=d x:num="45962">01/11/2025`, "01/11/2025"},
		{"a date in a narrow column", `<td class=d x:num="45962">########`, "45962#45962d"},
		{"a date with nothing shown", `<td class=d x:num="45962">`, "45962#45962d"},
		{"hours past a day", `<td class=t x:num="1.25">`, "1.25#1.25d"},
		{"a number", `<td x:num>12`, "12#12"},
		{"a number with thousands", `<td x:num="1204.5">£1,204.50`, "1204.5#1204.5"},
		{"a bare number with thousands", `<td x:num>1,204`, "1204#1204"},
		{"per cent", `<td class=p x:num="0.873">87%`, "0.873#0.873%"},
		{"per cent without the number behind", `<td x:num>87%`, "87%"},
		{"an id with zeros", `<td x:num="123">00123`, "00123"},
		{"a text that looks like a number", `<td class=s x:str>00123`, "00123"},
		{"a number that is shown as a word", `<td x:num="1">Yes`, "Yes"},
		{"a format with a word", `<td class=y x:num="3">3`, "3#3"},
		{"an error", `<td x:err="#N/A">#N/A`, "!"},
		{"a truth", `<td x:bool="TRUE">TRUE`, "TRUE"},
		{"not a number", `<td x:num="1e999">x`, "x"},
		{"a style on the cell", `<td x:num="45962" style='mso-number-format:"Short Date";x:y'>###`, "45962#45962d"},
	} {
		book, err := HTML(head + c.cell + "</table>")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if _, got, _ := strings.Cut(shown(book), "2: 1|"); got != c.want+"\n" {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPagesThatAreNoTables(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       error
	}{
		{"nothing", "", grid.ErrNotTable},
		{"no table", "<html><p>Session expired</p></html>", grid.ErrNotTable},
		{"one row", "<table><tr><td>a<td>b</table>", grid.ErrNotTable},
		{"one column", "<table><tr><td>a<tr><td>b</table>", grid.ErrNotTable},
		{"only blanks", "<table><tr><td>&nbsp;<td><tr><td><td> </table>", grid.ErrNotTable},
		{"broken", "<table<>\n", grid.ErrNotTable},
		{"rows without a table", "<tr><td>a<td>b<tr><td>1<td>2", grid.ErrNotTable},
		{"cut off", "<html><table>" + grids, grid.ErrDamaged},
		{"cut off in a tag", "<html><table>" + grids + "<td sty", grid.ErrDamaged},
		{"cut off in a table inside", "<table>" + grids + "<table><tr><td>x</table><td>", grid.ErrDamaged},
		{"tables in tables without end", strings.Repeat("<table><tr><td>", 200), grid.ErrTooLarge},
		{"wide rows", "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=1000>x", 16), 1600) + "</table>", grid.ErrTooLarge},
		{"too wide", "<table><tr>" + strings.Repeat("<td colspan=1000>", 18) + "</table>", grid.ErrTooLarge},
		{"a huge tag", "<table><tr><td " + strings.Repeat("x ", 5<<20) + ">", grid.ErrTooLarge},
	} {
		if book, err := HTML(c.page); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, book, err)
		}
	}
	if book, err := HTML("<html><table>" + grids + "</body></html>"); err != nil || len(book.Sheets) != 1 {
		t.Errorf("a page that ends in order with an open table gives %v", err)
	}
}

func TestALongTagIsReadLikeAnyOther(t *testing.T) {
	var tag strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&tag, " a%d", i)
	}
	page := "<table><tr><td" + tag.String() + ">a<textarea" + tag.String() + "><td></textarea><td>b<tr><td>1<td>" + strings.Repeat("<b>x</b>", 20_000) + "</table>"
	book, err := HTML(page)
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(book); !strings.HasPrefix(got, "[]\n1: a<td>|b\n2: 1|xxx") {
		t.Errorf("%.60q", got)
	}
}

func TestWalkingCanStop(t *testing.T) {
	book, err := HTML("<table>" + grids + "<tr><td>3<td>4</table>")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		rows := 0
		for range book.Sheets[0].Rows {
			if rows++; rows == 2 {
				break
			}
		}
		if rows != 2 {
			t.Errorf("%d rows", rows)
		}
	}
}
