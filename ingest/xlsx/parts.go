package xlsx

import (
	"io"
	"iter"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"evidencepack/ingest/archive"
	"evidencepack/ingest/grid"
)

// Bounds on the small parts. No program that writes workbooks comes near them.
const (
	longestPart = 64 << 20 // bytes of one part that is kept: styles, relationships
	mostEntries = 65_536   // sheets, relationships, number formats, parts with a type
)

// pack is an open package: parts, their types, and what points to what.
type pack struct {
	*archive.Archive
	byName   map[string]string // type of a part, by its plain name
	byEnding map[string]string // type of parts, by the ending of their names
}

// link is one relationship of a part: what it is, and the part that it points to.
type link struct {
	kind   string // last word of its type: worksheet, sharedStrings …
	target string // "" where it points out of the package
}

// openPack reads the list of types. Errors: grid.ErrDamaged, grid.ErrTooLarge, grid.ErrEntity.
func openPack(text []byte) (*pack, error) {
	members, err := archive.Open(text)
	if err != nil {
		return nil, err
	}
	p := &pack{Archive: members, byName: make(map[string]string), byEnding: make(map[string]string)}
	return p, p.read("[Content_Types].xml", "Types", func(s *scanner) error {
		return s.each(func(name []byte) error {
			switch string(name) {
			case "Override":
				p.byName[archive.Plain(s.attr("PartName"))] = s.attr("ContentType")
			case "Default":
				p.byEnding[strings.ToLower(s.attr("Extension"))] = s.attr("ContentType")
			}
			return tooMany(len(p.byName) + len(p.byEnding))
		})
	})
}

// tooMany bounds a list.
func tooMany(entries int) error {
	if entries > mostEntries {
		return grid.ErrTooLarge
	}
	return nil
}

// kind gives the type of a part as the package states it.
func (p *pack) kind(part string) string {
	if t, stated := p.byName[archive.Plain(part)]; stated {
		return t
	}
	return p.byEnding[strings.ToLower(strings.TrimPrefix(path.Ext(part), "."))]
}

// read walks one small part, whose root must have a name, to its end.
func (p *pack) read(part, root string, visit func(*scanner) error) error {
	r, err := p.Reader(part, false)
	if err != nil {
		return err
	}
	defer r.Close()
	s, err := newScanner(&bounded{r, longestPart})
	if err != nil {
		return err
	}
	if err := s.root(root); err != nil {
		return err
	}
	if err := visit(s); err != nil {
		return err
	}
	return s.finished()
}

// bounded gives an error, and no early end, where a part is longer than allowed.
type bounded struct {
	r    io.Reader
	left int
}

// Read reads the next bytes.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.left -= n; b.left < 0 {
		return 0, grid.ErrTooLarge
	}
	return n, err
}

// links reads the relationships of a part by their ids; of the whole package for
// the part "". A part without any has none.
func (p *pack) links(part string) (map[string]link, error) {
	folder, name := path.Split(part)
	from := folder + "_rels/" + name + ".rels"
	if !p.Has(from) {
		return nil, nil
	}
	all := make(map[string]link)
	return all, p.read(from, "Relationships", func(s *scanner) error {
		return s.each(func(name []byte) error {
			if string(name) != "Relationship" {
				return nil
			}
			to := link{kind: path.Base(s.attr("Type"))}
			if !strings.EqualFold(s.attr("TargetMode"), "External") {
				to.target = p.resolve(folder, s.attr("Target"))
			}
			all[s.attr("Id")] = to
			return tooMany(len(all))
		})
	})
}

// inOrder walks relationships by their ids, so that of two faults the same one is
// always the first.
func inOrder(links map[string]link) iter.Seq[link] {
	return func(yield func(link) bool) {
		for _, id := range slices.Sorted(maps.Keys(links)) {
			if !yield(links[id]) {
				return
			}
		}
	}
}

// resolve gives the part that a relationship points to from a folder. Targets
// begin with / or are relative, and some programs escape their letters.
func (p *pack) resolve(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + folder + target
	}
	target = archive.Plain(target)
	if bare, err := url.PathUnescape(target); err == nil && !p.Has(target) {
		return archive.Plain(bare)
	}
	return target
}
