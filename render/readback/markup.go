package readback

import (
	"regexp"
	"strings"
)

// joining are the tags that part no words: runs of letters in one paragraph and their looks.
var joining = map[string]bool{"r": true, "t": true, "rPr": true}

// partTexts collects the texts and settings of one part.
type partTexts struct {
	place    string
	words    strings.Builder
	looks    int // how deep inside the look of a run
	settings strings.Builder
	met      map[string]bool // settings that were met
}

// setting keeps the value of an attribute once.
func (p *partTexts) setting(value string) {
	if value == "" || p.met[value] {
		return
	}
	p.met[value] = true
	p.settings.WriteString(decodeX(value))
	p.settings.WriteByte('\n')
}

// markup gives every text and the value of every attribute of an XML part.
func (r *reader) markup(place string, part []byte) error {
	x, err := newXMLReader(part)
	if err != nil {
		return err
	}
	p := &partTexts{place: place, met: map[string]bool{}}
	for {
		kind, err := x.next()
		if err != nil {
			return err
		}
		if kind == xmlEnd {
			r.give(place+", settings", p.settings.String())
			return nil
		}
		r.general(x, kind, p)
	}
}

// declaration is the first line of an XML part, which says nothing to anybody.
var declaration = regexp.MustCompile(`^xml version=["']1\.[01]["']( encoding=["'](?i:utf-8)["'])?( standalone=["'](yes|no)["'])?\s*$`)

// general deals with one token of a part: texts of runs are joined, texts of anything
// else stand apart, the values of attributes are gathered.
func (r *reader) general(x *xmlReader, kind xmlKind, p *partTexts) {
	switch kind {
	case xmlText:
		p.words.WriteString(x.content)
	case xmlAside:
		if !declaration.MatchString(x.content) {
			r.give(p.place+", comment", x.content)
		}
	case xmlOpen:
		if x.local == "rPr" || p.looks > 0 {
			p.looks++
		}
		r.noteNames(x)
		for _, a := range x.attributes {
			p.setting(a.value)
		}
	case xmlClose:
		if p.looks > 0 {
			p.looks--
		} else if !joining[x.local] {
			r.flush(p)
		}
	}
}

// noteNames keeps the names of a tag and its attributes, each once a file.
func (r *reader) noteNames(x *xmlReader) {
	r.noteName(x.open[len(x.open)-1])
	for _, a := range x.attributes {
		r.noteName(a.name)
	}
}

func (r *reader) noteName(name string) {
	if !r.named[name] {
		r.named[name] = true
		r.names = append(r.names, name)
	}
}

func (r *reader) flush(p *partTexts) {
	if p.words.Len() > 0 {
		r.give(p.place, decodeX(p.words.String()))
		p.words.Reset()
	}
}

// decodeX resolves _x0041_, with which a workbook writes signs that XML cannot hold.
func decodeX(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for {
		before, rest, there := strings.Cut(text, "_x")
		out.WriteString(before)
		if !there {
			return out.String()
		}
		letter, ok := hexadecimal(rest, 0, 4)
		if ok && len(rest) > 4 && rest[4] == '_' {
			out.WriteRune(letter)
			text = rest[5:]
			continue
		}
		out.WriteString("_x")
		text = rest
	}
}
