package html

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// file names the file that a chart is saved under, without its ending: the evidence
// id, or the pack where it has none, and what is measured.
func (p *pen) file(source, measure string) string {
	id := evidenceID.FindString(source)
	if id == "" {
		id = p.page.Cover.Pack
	}
	return id + "-" + fileWords(measure)
}

// longestFile is how many letters of a measure go into the name of a file.
const longestFile = 60

// fileWords writes a text with small letters, digits and hyphens, which every system
// takes as the name of a file.
func fileWords(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= longestFile {
			break
		}
	}
	return orWord(strings.Trim(b.String(), "-"), "chart")
}

// markLetters are the letters of the changes that a chart marks.
func markLetters(s chart.Spec) string {
	var letters []string
	for _, m := range s.Marks {
		letters = append(letters, m.Letter)
	}
	return strings.Join(letters, " ")
}

// filterGroups is what the page can be filtered by beside the service: the word, and
// the groups joined by a bar.
func filterGroups(p *page.Page) (word, groups string) {
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Definitions != nil && len(b.Definitions.Groups) > 0 {
				return b.Definitions.GroupWord, strings.Join(b.Definitions.Groups, "|")
			}
		}
	}
	return "Key question", ""
}
