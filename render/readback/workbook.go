package readback

import (
	"fmt"
	"path"
	"strings"
)

// workbook gives every text of every part of a workbook.
func (r *reader) workbook(data []byte) error {
	parts, err := r.members(data)
	if err != nil {
		return err
	}
	b := &book{reader: r, parts: make(map[string][]byte, len(parts)), sheets: map[string]string{}}
	var names strings.Builder
	for _, part := range parts {
		if isLogo(part) {
			names.WriteString(part.name + "\n")
			continue
		}
		if !isXML(part.name) {
			return errPicture
		}
		b.parts[part.name] = part.content
		names.WriteString(part.name + "\n")
	}
	r.give("names of the parts", names.String())
	if err := b.index(); err != nil {
		return err
	}
	for _, part := range parts {
		if isLogo(part) {
			continue
		}
		place := "part " + part.name
		if name, isSheet := b.sheets[part.name]; isSheet {
			err = b.sheet("sheet "+name, part.content)
		} else if part.name != sharedPart {
			err = r.markup(place, part.content)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", place, err)
		}
	}
	for i, text := range b.strings {
		if !b.shown[i] {
			r.give("part "+sharedPart, text)
		}
	}
	return nil
}

// isLogo tells whether a part of a workbook is the only one that is a picture, and a plain
// one.
func isLogo(part member) bool { return part.name == "xl/media/image1.png" && plainPNG(part.content) }

// book is a workbook whose sheets are known by their names.
type book struct {
	*reader
	parts   map[string][]byte
	sheets  map[string]string // name of the part to the name of the sheet
	strings []string          // shared by all cells
	shown   []bool            // whether a cell shows the text of that number
	looks   []look            // of cells, by their number
	since04 bool              // days are counted from 1904
}

// walk calls a function for each token of a part; a part that is not there has none.
func (b *book) walk(name string, each func(x *xmlReader, kind xmlKind)) error {
	content, there := b.parts[name]
	if !there {
		return nil
	}
	x, err := newXMLReader(content)
	if err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	for {
		kind, err := x.next()
		if err != nil {
			return fmt.Errorf("part %s: %w", name, err)
		}
		if kind == xmlEnd {
			return nil
		}
		each(x, kind)
	}
}

const (
	mainPart   = "xl/workbook.xml"
	sharedPart = "xl/sharedStrings.xml"
)

// index reads what all sheets share: their names, the shared texts and the looks.
func (b *book) index() error {
	targets := map[string]string{}
	err := b.walk("xl/_rels/workbook.xml.rels", func(x *xmlReader, kind xmlKind) {
		if kind == xmlOpen && x.local == "Relationship" {
			targets[x.value("Id")] = x.value("Target")
		}
	})
	if err != nil {
		return err
	}
	count := 0
	err = b.walk(mainPart, func(x *xmlReader, kind xmlKind) {
		switch {
		case kind == xmlOpen && x.local == "sheet":
			count++
			b.give(fmt.Sprintf("name of sheet %d", count), x.value("name"))
			target := targets[x.value("r:id")]
			if path.IsAbs(target) {
				b.sheets[strings.TrimPrefix(path.Clean(target), "/")] = x.value("name")
			} else {
				b.sheets[path.Join("xl", target)] = x.value("name")
			}
		case kind == xmlOpen && x.local == "workbookPr":
			b.since04 = x.value("date1904") == "1" || x.value("date1904") == "true"
		}
	})
	if err != nil {
		return err
	}
	if err := b.shared(); err != nil {
		return err
	}
	return b.readLooks()
}

// shared reads the texts that cells share. They are given with the cells; one that no
// cell shows is given as a text of the part.
func (b *book) shared() error {
	p := &partTexts{place: "part " + sharedPart, met: map[string]bool{}}
	var text strings.Builder
	err := b.walk(sharedPart, func(x *xmlReader, kind xmlKind) {
		if kind != xmlText && kind != xmlClose {
			b.general(x, kind, p)
		}
		switch {
		case kind == xmlText:
			text.WriteString(x.content)
		case kind == xmlClose && x.local == "si":
			b.strings = append(b.strings, decodeX(text.String()))
			text.Reset()
		}
	})
	b.give(p.place, text.String())
	b.give(p.place+", settings", p.settings.String())
	b.shown = make([]bool, len(b.strings))
	return err
}
