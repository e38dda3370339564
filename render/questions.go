package render

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"evidencepack/render/kpi"
)

// QuestionsFile is the file that is looked for in a folder of exports.
const QuestionsFile = "questions.csv"

// Question is one line of the buyer's list of questions.
type Question struct {
	Text    string // the buyer's own words, with the number if there is one
	Words   int    // at most so many in the answer
	Section string // T1 … T5, or the id of a section of the pack
	Line    int    // of the file, from 1
}

// The fewest words in which an answer can name its period and its people, the most
// that any form asks for, the longest question, and the longest list.
const (
	leastWords      = 60
	mostWords       = 5000
	longestQuestion = 600
	mostQuestions   = 100
)

// questionColumns are the headings of the file.
var questionColumns = []string{"question", "words", "section"}

// ParseQuestions reads a list of questions: text in UTF-8, with commas or semicolons,
// as Excel saves it. Empty lines and lines that begin with # are passed by. Sections
// are those of the packs. Every error is a *kpi.Fault, which names line and column.
func ParseQuestions(file string, text []byte, packs []Pack) ([]Question, error) {
	fault := func(line int, column, what, hint string) error {
		return &kpi.Fault{File: file, Line: line, Column: column, What: what, Hint: hint}
	}
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(text) || bytes.ContainsRune(text, 0) {
		return nil, fault(0, "", "this is not text in UTF-8", "in Excel: Save As, “CSV UTF-8 (Comma delimited)”.")
	}
	r := csv.NewReader(bytes.NewReader(bytes.ReplaceAll(text, []byte("\r"), nil)))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	for first := range bytes.Lines(text) {
		if head := bytes.TrimSpace(first); len(head) > 0 && head[0] != '#' {
			if bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
				r.Comma = ';'
			}
			break
		}
	}
	var places []int
	var list []Question
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line := 0
		if err == nil {
			line, _ = r.FieldPos(0)
		} else if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
			return nil, fault(broken.StartLine, "", "a quotation mark is opened and not closed", "put the whole question in quotation marks, and double those within it.")
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" || strings.HasPrefix(strings.TrimSpace(cells[0]), "#") {
			continue
		}
		if places == nil {
			if places, err = questionPlaces(cells); err != nil {
				return nil, fault(line, "", err.Error(), "the first line is "+strings.Join(questionColumns, ","))
			}
			continue
		}
		q, column, what, hint := readQuestion(cells, places, packs)
		if what != "" {
			return nil, fault(line, column, what, hint)
		}
		if q.Line = line; len(list) == mostQuestions {
			return nil, fault(line, "", fmt.Sprintf("there are more than %d questions", mostQuestions), "is this the right file?")
		}
		list = append(list, q)
	}
	if places == nil {
		return nil, fault(0, "", "the file has no headings", "the first line is "+strings.Join(questionColumns, ","))
	}
	return list, nil
}

// questionPlaces finds the columns by their headings.
func questionPlaces(heads []string) ([]int, error) {
	places := make([]int, len(questionColumns))
	for i, name := range questionColumns {
		places[i] = slices.IndexFunc(heads, func(head string) bool { return strings.EqualFold(strings.TrimSpace(head), name) })
		if places[i] < 0 {
			return nil, fmt.Errorf("there is no column %q", name)
		}
	}
	if len(heads) != len(places) {
		return nil, errors.New("there are more columns than question, words and section")
	}
	return places, nil
}

// readQuestion checks one line. what is "" where nothing is wrong.
func readQuestion(cells []string, places []int, packs []Pack) (q Question, column, what, hint string) {
	cell := func(i int) string {
		if places[i] >= len(cells) {
			return ""
		}
		return strings.Join(strings.Fields(cells[places[i]]), " ")
	}
	if len(cells) > len(places) {
		return q, "question", "this line has more cells than there are columns", "put a question that holds a comma in quotation marks."
	}
	q.Text, q.Section = cell(0), cell(2)
	switch {
	case q.Text == "":
		return q, "question", "this cell is empty", "give the buyer’s question, with its number."
	case utf8.RuneCountInString(q.Text) > longestQuestion:
		return q, "question", fmt.Sprintf("this text is longer than %d characters", longestQuestion), "shorten it; the table of word counts has no room for more."
	case strings.ContainsFunc(q.Text, unicode.IsControl):
		return q, "question", "this text holds signs that cannot be printed", "type it again."
	}
	words, err := strconv.Atoi(strings.ReplaceAll(cell(1), ",", ""))
	if err != nil || words < leastWords || words > mostWords {
		return q, "words", fmt.Sprintf("%q is no number of words from %d to %s", cell(1), leastWords, thousands(mostWords)), "give the most words that the buyer allows, in digits."
	}
	q.Words = words
	var known []string
	for _, p := range packs {
		for _, s := range p.Sections {
			if s.answers(q.Section) {
				return q, "", "", ""
			}
			if len(s.Counted) > 0 && s.Heading != "" {
				known = append(known, s.Heading)
			} else if len(s.Counted) > 0 {
				known = append(known, s.ID)
			}
		}
	}
	return q, "section", fmt.Sprintf("there is no section %q that can answer a question", q.Section), "sections are " + listWords(known) + "."
}
