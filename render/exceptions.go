package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// ExceptionsBlock is what a manager has to put right in the exports: words and codes that
// nobody explained, and rows set aside file by file.
type ExceptionsBlock struct {
	Title string `yaml:"title"`
	Words string `yaml:"words"` // title of the words and codes
	Most  int    `yaml:"most"`  // at most so many words, and so many files; 0 is all
}

// Exception is why rows of one sheet of one file were set aside.
type Exception struct {
	File, Sheet string
	Reason      string
	Word        string // the word or code that is in no list, where it may be shown
	Unexplained bool   // it is such a word or code, and waits for an answer
	Rows        int
}

// name is the file, with its sheet where it has one.
func (x Exception) name() string {
	if x.Sheet == "" {
		return x.File
	}
	return x.File + ", sheet " + x.Sheet
}

// exceptions says that there are none, or lists them.
func (c *composer) exceptions(b *ExceptionsBlock) []page.Block {
	if !c.rule.Names() {
		return nil
	}
	if len(c.in.Account.Exceptions) == 0 {
		return []page.Block{notice(chart.StateNone, "No row was set aside", "Every row that was read is in the figures or is a repeat of one that is.")}
	}
	blocks := []page.Block{{Table: c.exceptionFiles(b)}}
	if t := c.exceptionWords(b); len(t.Rows) > 0 {
		blocks = append([]page.Block{{Table: t}}, blocks...)
	}
	return blocks
}

// exceptionSum is the rows set aside that have one word, or are of one file.
type exceptionSum struct {
	name  string
	rows  int
	parts []string // its files, or its reasons
}

// sumBy adds up exceptions by a name, those with most rows first, and lists the parts of
// each in the order in which they came.
func sumBy(all []Exception, name, part func(Exception) string) []exceptionSum {
	var sums []exceptionSum
	at := make(map[string]int)
	for _, x := range all {
		i, there := at[name(x)]
		if !there {
			i = len(sums)
			at[name(x)] = i
			sums = append(sums, exceptionSum{name: name(x)})
		}
		sums[i].rows += x.Rows
		if p := part(x); !slices.Contains(sums[i].parts, p) {
			sums[i].parts = append(sums[i].parts, p)
		}
	}
	slices.SortStableFunc(sums, func(a, b exceptionSum) int {
		return cmp.Or(cmp.Compare(b.rows, a.rows), cmp.Compare(a.name, b.name))
	})
	return sums
}

func countCell(n int) page.Cell {
	v := float64(n)
	return page.Cell{Text: thousands(v), Number: &v, Format: page.FormatCount}
}

// exceptionWords lists the words and codes that wait for an answer, those with most rows
// first.
func (c *composer) exceptionWords(b *ExceptionsBlock) *page.Table {
	words := slices.DeleteFunc(slices.Clone(c.in.Account.Exceptions), func(x Exception) bool { return !x.Unexplained })
	title := b.Words
	if title == "" {
		title = "Words and codes in no list"
	}
	sums := sumBy(words, func(x Exception) string { return x.Word }, Exception.name)
	t := &page.Table{
		Title: title, Sheet: "Exceptions",
		Note:    "Their rows are in no figure. Say once what each means, in the saved mapping, and the rows count from the next build.",
		Columns: []page.Column{{Head: "Word or code", Weight: 2}, {Head: "Rows", Numeric: true, Weight: 0.8}, {Head: "Where", Weight: 5}},
		Source:  sumSource("word or code", "words and codes", sums, b.Most),
	}
	for _, s := range firstOf(sums, b.Most) {
		word := fmt.Sprintf("“%s”", s.name)
		if s.name == "" {
			word = "not shown"
		}
		where := s.parts[0]
		if more := len(s.parts) - 1; more > 0 {
			where += fmt.Sprintf(" and %s", plural(more, "other file", "other files"))
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: word}, countCell(s.rows), {Text: where}}})
	}
	return t
}

// exceptionFiles lists the files with rows set aside, with every reason and its rows.
func (c *composer) exceptionFiles(b *ExceptionsBlock) *page.Table {
	reasons := make(map[string]map[string]int)
	for _, x := range c.in.Account.Exceptions {
		if reasons[x.name()] == nil {
			reasons[x.name()] = make(map[string]int)
		}
		reasons[x.name()][x.Reason] += x.Rows
	}
	sums := sumBy(c.in.Account.Exceptions, Exception.name, func(x Exception) string { return x.Reason })
	title := b.Title
	if title == "" {
		title = "Rows set aside, file by file"
	}
	t := &page.Table{
		Title: title, Sheet: "Exceptions",
		Columns: []page.Column{{Head: "File", Weight: 2.6}, {Head: "Set aside", Numeric: true, Weight: 0.8}, {Head: "Why", Weight: 5}},
		Source:  sumSource("file", "files", sums, b.Most),
	}
	for _, s := range firstOf(sums, b.Most) {
		var why []string
		for _, r := range s.parts {
			why = append(why, fmt.Sprintf("%s: %s", lowerFirst(r), thousands(float64(reasons[s.name][r]))))
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: s.name}, countCell(s.rows), {Text: upperFirst(strings.Join(why, "; "))}}})
	}
	return t
}

func firstOf(sums []exceptionSum, most int) []exceptionSum {
	if most > 0 && len(sums) > most {
		return sums[:most]
	}
	return sums
}

// sumSource counts what a table lists, and says where the rest of a short one is.
func sumSource(one, many string, sums []exceptionSum, most int) string {
	rows := 0
	for _, s := range sums {
		rows += s.rows
	}
	text := fmt.Sprintf("%s, %s.", plural(len(sums), one, many), plural(rows, "row", "rows"))
	if most > 0 && len(sums) > most {
		text += fmt.Sprintf(" The %s with most rows are shown; data-quality.csv has every row.", thousands(float64(most)))
	}
	return text
}
