package main

// The rules of speech (voice.md 1). Standard output holds results only. On
// standard error there are four kinds of line, always in this order, each with
// the program's name, so that they can be searched for:
//
//	evidencepack: error:   what stopped us, and where
//	evidencepack: warning: what is weaker than it looks
//	evidencepack: note:    what we decided; it may be overruled
//	  why:   one line, where it is not plain from the first
//	  hint:  one thing to do next
//
// No capitals for shouting, no blame, no personal value, no stack trace. Text for
// a terminal is plain ASCII in 80 columns: an old Windows console shows the rest
// as boxes.

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

const opening = `evidencepack turns your exports into evidence packs. Nothing leaves this
computer.

Start here:
  evidencepack demo              see finished packs made from invented data
  evidencepack inspect FOLDER    see what we recognise, what is wrong
  evidencepack FOLDER            make the packs

Then:
  evidencepack trace PACKS ID    the rows behind one figure
  evidencepack verify PACKS      has anybody changed anything?
  evidencepack handover PACKS    copies with a password, for sending
  evidencepack release PACKS     note what was sent to whom

And:
  evidencepack list metrics      what is measured, in plain words
  evidencepack init FOLDER       a settings file, with comments
  evidencepack draw PAGE.json    draw a saved pack again
  evidencepack stats pp FILE     a control chart of one small series
  evidencepack key new FILE      pseudonyms that stay the same each month
  evidencepack COMMAND --help    all about one command

FOLDER holds your CSV and Excel exports. You can drag it onto the program.`

const width = 80

func say(w io.Writer, text string) { fmt.Fprintln(w, ascii(text)) }

// fail says an error and gives its exit code.
func (w world) fail(err error) int {
	var f failure
	if !errors.As(err, &f) {
		f = failure{code: exitNothing, what: err.Error()}
	}
	say(w.stderr, wrap("evidencepack: error: ", f.what, "        "))
	for _, place := range f.places {
		say(w.stderr, "          "+place)
	}
	w.advise(f.why, f.hints)
	return f.code
}

// line says one error, warning or note, with its reason and what to do next.
func (w world) line(kind, what, why string, hints ...string) {
	say(w.stderr, wrap("evidencepack: "+kind+": ", what, "        "))
	w.advise(why, hints)
}

// advise says why, and what to do next.
func (w world) advise(why string, hints []string) {
	if why != "" {
		say(w.stderr, wrap("  why:  ", why, "        "))
	}
	for _, h := range hints {
		first, lines, _ := strings.Cut(h, "\n")
		say(w.stderr, wrap("  hint: ", first, "        "))
		for line := range strings.Lines(lines) {
			say(w.stderr, "        "+strings.TrimRight(line, "\n")) // a line of a mapping, to copy as it is
		}
	}
}

// wrap breaks a text at blanks into lines of 80 columns, the first with a lead
// and the others with an indent.
func wrap(lead, text, indent string) string {
	if len(lead)+len(text) <= width {
		return lead + text
	}
	var b strings.Builder
	line := lead
	for i, word := range strings.Fields(text) {
		if i > 0 && len(line)+1+len(word) > width {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = indent + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	return b.String() + line
}

// ascii writes typography as a plain console can show it; letters of names in
// file names stay as they are. What commands a screen or turns a line round, such
// as an escape in the name of a sheet, becomes a question mark.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || r >= '\u2028' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069') {
			return '?'
		}
		return r
	}, typography.Replace(s))
}

var typography = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "′", "'", "–", "-", "—", "-", "−", "-", "…", "...", "\u00a0", " ", " · ", ", ")

// nearest gives the candidate that differs from a word by at most two letters, or "".
func nearest(word string, candidates []string) string {
	best, least := "", 3
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance counts the letters to change, add, drop or swap with a neighbour.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
