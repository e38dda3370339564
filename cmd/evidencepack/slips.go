package main

import (
	"slices"

	"evidencepack/ingest"
	"evidencepack/ingest/mapping"
)

// slips lists the unknown words that look like a slip of the hand, by the file of
// mappings in which a line would settle them. Nothing is read by it.
type slips struct {
	file  string
	lines []string
}

// slipsIn finds those words, in order of the tables that hold them.
func slipsIn(e *ingest.Exports) []slips {
	var out []slips
	for _, h := range e.Headers {
		file := mapping.FileName(h.Kind)
		if own := ownOf(h); own != nil {
			file = own.File
		}
		for _, word := range wordsIn([]ingest.SheetHeader{h}) {
			like := ingest.Resembles(h.Kind, word.Field, word.Text)
			if like == "" {
				continue
			}
			at := slices.IndexFunc(out, func(s slips) bool { return s.file == file })
			if at < 0 {
				at = len(out)
				out = append(out, slips{file: file})
			}
			if line := mapping.CodeLine(word.Text, like); !slices.Contains(out[at].lines, line) {
				out[at].lines = append(out[at].lines, line)
			}
		}
	}
	return out
}
