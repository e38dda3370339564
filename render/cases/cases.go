// Package cases reads case studies: stories of one person's support, told with the
// person's recorded consent, and composites. Their words are the provider's own; the
// figures are worked out elsewhere. It also looks for clues: words that would let a
// neighbour, a former colleague or a journalist find out who is meant.
package cases

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
)

// FileName is the file that is looked for in a folder of exports.
const FileName = "case-studies.yaml"

// Ask begins a text that nobody has written yet: a question to whoever writes it.
const Ask = "QUESTION:"

// The longest texts, in words, and the most stories in one pack. A story is one page.
const (
	MostPartWords  = 90
	MostTitleWords = 14
	MostLabelWords = 8
	MostRoleWords  = 6
	MostInPack     = 3
)

// longestFile is how many bytes a list may have.
const longestFile = 256 << 10

// mostSteps is how many steps may be named.
const mostSteps = 9

// Case is one story.
type Case struct {
	Title     string
	Packs     []string    // names of the packs that it stands in
	Person    string      // the source's own id of the person, or a pseudonym of a key; never printed
	Change    string      // id of the change of approach, "" is the one with the most offers
	Goal      string      // id of the goal, "" is the one with the most attempts
	Steps     []string    // names of its steps in order, "" or none is "Step 1" and so on
	Composite bool        // put together from several people, without figures
	Consent   *Consent    // nil for a composite, and in a draft
	Approved  *Approval   // nil is a draft, which stands in no pack
	Parts     [Parts]Part // context, approach, day to day, how it is evidenced
	Limits    string      // what the story does not show, beside what the program says
	Lines     map[string]int
}

// Parts is how many headings a story has.
const Parts = 4

// Part is one of the four headings with its text.
type Part struct{ Key, Label, Text string }

// Consent is where it stands that the person agreed.
type Consent struct {
	Recorded record.Date
	By       string   // a role
	Scope    []string // packs that the person agreed to
}

// Approval is who looked at the text: a role and a day.
type Approval struct {
	By string
	On record.Date
}

// Draft tells whether nobody has approved the story yet.
func (c Case) Draft() bool { return c.Approved == nil }

// In tells whether the story stands in a pack of this name.
func (c Case) In(pack string) bool {
	if c.Draft() {
		return false
	}
	for _, name := range c.Packs {
		if name == pack {
			return true
		}
	}
	return false
}

// Text is a text of a story that pages print, with the line of the file.
type Text struct {
	Key, Text string
	Line      int
}

// Texts gives every text of the story that pages print.
func (c Case) Texts() []Text {
	all := []Text{{"title", c.Title, c.Lines["title"]}}
	for _, p := range c.Parts {
		all = append(all, Text{p.Key, p.Text, c.Lines[p.Key]})
	}
	for _, step := range c.Steps {
		all = append(all, Text{"steps", step, c.Lines["steps"]})
	}
	all = append(all, Text{"limits", c.Limits, c.Lines["limits"]})
	if c.Consent != nil {
		all = append(all, Text{"consent", c.Consent.By, c.Lines["consent"]})
	}
	if c.Approved != nil {
		all = append(all, Text{"approved", c.Approved.By, c.Lines["approved"]})
	}
	written := all[:0]
	for _, t := range all {
		if t.Text != "" {
			written = append(written, t)
		}
	}
	return written
}

// Fault is what is wrong in the file. It never repeats a value: it may be somebody's.
type Fault struct {
	File string
	Line int // 0 is the file as a whole
	What string
	Hint string
}

func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.What
	}
	return fmt.Sprintf("%s, line %d: %s", f.File, f.Line, f.What)
}

// asks tells whether a text is still to be written.
func asks(text string) bool { return text == "" || strings.HasPrefix(text, Ask) }
