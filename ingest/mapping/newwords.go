package mapping

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// NewWords are the words of one kind of export that are in no list and that the
// saved mapping does not name yet.
type NewWords struct {
	Kind  record.Kind
	File  string // name of the mapping's file
	Words []Word
}

// Compared gives the words that are new: those that wait for an answer in the
// mapping already are not. Without a mapping nothing is known to be new.
func Compared(saved *Mapping, kind record.Kind, words []Word) NewWords {
	out := NewWords{Kind: kind}
	if saved.Own() == nil {
		return out
	}
	out.File = saved.Own().File
	for _, w := range words {
		if !has(saved.Codes, w.Text) && !has(saved.CodesOf[w.Field], w.Text) {
			out.Words = append(out.Words, w)
		}
	}
	return out
}

// SayNewWords says in one warning which words of all kinds are new, how many rows
// wait for them, and what to do. "" is that none is new.
func SayNewWords(all []NewWords) (sentence, hint string) {
	var said, files []string
	words, rows := 0, 0
	for _, n := range all {
		for _, w := range n.Words {
			words++
			rows += w.Rows
			said = append(said, fmt.Sprintf("%s in %s (%s)", w.Text, short(n.Kind), count(w.Rows, "row", "rows")))
		}
		if file := "mappings/" + n.File; len(n.Words) > 0 && !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	if words == 0 {
		return "", ""
	}
	is := "are"
	if words == 1 {
		is = "is"
	}
	sentence = fmt.Sprintf("%s %s new, so %s in no figure yet: %s.", count(words, "code", "codes"), is, rowsAre(rows), strings.Join(said, ", "))
	return sentence, fmt.Sprintf("add them under codes: in %s. We do not guess.", strings.Join(files, " and "))
}

func rowsAre(n int) string {
	if n == 1 {
		return "1 row is"
	}
	return fmt.Sprintf("%d rows are", n)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
