package main

import (
	"slices"

	"evidencepack/ingest"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// message is one thing to say, in the parts that every message has.
type message struct{ level, what, why, hint string }

// differences says what is not as it was when the mappings were saved: columns
// with another name, columns that are gone, new ones, and new words.
func differences(e *ingest.Exports) []message {
	var out []message
	var words []mapping.NewWords
	for _, kind := range record.Kinds {
		for _, saved := range savedFor(e, kind) {
			if saved == nil {
				continue
			}
			sheets := sheetsOf(e, kind, saved)
			for _, d := range append(mapping.Settle(compared(sheets)...), lost(sheets)...) {
				level := "note"
				if d.Change == mapping.Gone {
					level = "warning"
				}
				out = append(out, message{level, d.Sentence(), d.Why(), d.Hint()})
			}
			words = append(words, mapping.Compared(sheets[0].Saved, kind, wordsIn(sheets)))
		}
	}
	if sentence, hint := mapping.SayNewWords(words); sentence != "" {
		out = append(out, message{"warning", sentence, "", hint})
	}
	return out
}

// tellDifferences says each of them with its reason and what to do.
func (j *job) tellDifferences() {
	for _, m := range differences(j.exports) {
		j.world.line(m.level, m.what, m.why, m.hint)
	}
}

// lost gives the columns for want of which single tables cannot be used, though
// other files of the kind have them: each with the line that would settle it.
func lost(sheets []ingest.SheetHeader) []mapping.Difference {
	if !slices.ContainsFunc(sheets, func(h ingest.SheetHeader) bool { return h.Ledger >= 0 }) {
		return nil // gone everywhere, which is told as such
	}
	var out []mapping.Difference
	for _, h := range sheets {
		if h.Ledger >= 0 {
			continue
		}
		for _, d := range compared([]ingest.SheetHeader{h})[0] {
			if d.Change == mapping.Gone && slices.Contains(h.Missing, d.Field) {
				out = append(out, d)
			}
		}
	}
	return out
}

// compared holds each table against what was saved.
func compared(sheets []ingest.SheetHeader) [][]mapping.Difference {
	var all [][]mapping.Difference
	for _, h := range sheets {
		fields := make(map[string]int)
		for column, field := range h.Fields {
			if field != "" {
				fields[field] = column
			}
		}
		all = append(all, mapping.Compare(h.Saved, h.Kind, ownHeadings(h), fields))
	}
	return all
}

// ownHeadings gives the headings of a table without those of columns that became
// rows, such as the days of a chart, and without columns that were made.
func ownHeadings(h ingest.SheetHeader) []string {
	own := slices.Clone(h.Headings)
	for i := range own {
		if i >= h.Width || h.Spread[i] {
			own[i] = ""
		}
	}
	return own
}

// wordsIn adds up the words of some tables that are in no list, in order.
func wordsIn(sheets []ingest.SheetHeader) []mapping.Word {
	rows := make(map[ingest.Word]int)
	for _, h := range sheets {
		for word, n := range h.Words {
			rows[word] += n
		}
	}
	var out []mapping.Word
	for word, n := range rows {
		out = append(out, mapping.Word{Field: word.Field, Text: word.Text, Rows: n})
	}
	sortWords(out)
	return out
}
