package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"evidencepack/render"
	"evidencepack/render/brand"
	"evidencepack/render/page"
)

// brandSettings are what pack.yaml puts on the covers.
type brandSettings struct {
	Colour string `yaml:"colour"`
	Logo   string `yaml:"logo"` // file, from the folder of pack.yaml
}

// printSettings are what pack.yaml says of the PDFs.
type printSettings struct {
	BodyPoints *float64 `yaml:"body_pt"` // nil is the usual size
}

// underOf are keys that people write at the left edge, and the key below which they belong.
var underOf = map[string]string{"logo": "brand", "colour": "brand", "body_pt": "print"}

// readPrint checks the size of text, before an export is read.
func (s *settings) readPrint(text []byte) error {
	size := s.Print.BodyPoints
	if size == nil || *size >= page.UsualBodyPoints && *size <= page.MostBodyPoints {
		return nil
	}
	return failure{
		code: exitNothing, what: fmt.Sprintf("%s, line %d: body_pt is %g, and must be from %g to %g.", s.file, render.LineAt(text, "$.print.body_pt"), *size, page.UsualBodyPoints, page.MostBodyPoints),
		why: fmt.Sprintf("it is the size of running text in points. Without it, text has %g points.", page.UsualBodyPoints),
	}
}

// bodyPoints is the size of running text; 0 is the usual.
func (s settings) bodyPoints() float64 {
	if s.Print.BodyPoints == nil || *s.Print.BodyPoints == page.UsualBodyPoints {
		return 0
	}
	return *s.Print.BodyPoints
}

// readBrand checks the colour, and that a key has something behind it: what stands behind
// # without quotes is a remark of the settings file, and would be lost.
func (s *settings) readBrand(text []byte) error {
	s.logoLine = render.LineAt(text, "$.brand.logo")
	for _, key := range []struct{ name, value, hint string }{
		{"colour", s.Brand.Colour, `write it in quotes: "#1B5E7A"`},
		{"logo", s.Brand.Logo, "write the name of the file, or take the line away."},
	} {
		if key.value == "" && keyStands(text, "$.brand."+key.name) {
			return s.brandFailure(render.LineAt(text, "$.brand."+key.name), "nothing stands behind "+key.name, key.hint)
		}
	}
	if s.Brand.Colour == "" {
		return nil
	}
	if _, err := brand.ParseColour(s.Brand.Colour); err != nil {
		return s.brandFailure(render.LineAt(text, "$.brand.colour"), err.Error(), "choose a darker colour, or take the line away: the rule is then dark grey.")
	}
	return nil
}

func (s *settings) brandFailure(line int, what, hint string) error {
	return failure{code: exitNothing, what: fmt.Sprintf("%s, line %d: %s.", s.file, line, what), hints: []string{hint}}
}

// keyStands tells whether a settings file has a key, whatever stands behind it.
func keyStands(text []byte, place string) bool {
	where, err := yaml.PathString(place)
	if err != nil {
		return false
	}
	node, err := where.ReadNode(bytes.NewReader(text))
	return err == nil && node.Type() != ast.UnknownNodeType
}

// logoFile is the provider's logo as it was read.
type logoFile struct {
	name string // in the folder of exports, with /; "" where it stands elsewhere or there is none
	text []byte // as it stands on the disk
	logo brand.Logo
}

// readLogo reads the logo that the settings name, from the folder that they stand in.
func (s *settings) readLogo(exports string) (logoFile, error) {
	if s.Brand.Logo == "" {
		return logoFile{}, nil
	}
	file := filepath.FromSlash(s.Brand.Logo)
	if !filepath.IsAbs(file) {
		file = filepath.Join(s.dir, file)
	}
	name := filepath.Base(file)
	text, err := readOwn(file)
	if errors.Is(err, fs.ErrNotExist) {
		return logoFile{}, s.brandFailure(s.logoLine, fmt.Sprintf("there is no logo %q", name), fmt.Sprintf("put the picture beside %s, or correct its name.", s.file))
	}
	if err != nil {
		return logoFile{}, s.brandFailure(s.logoLine, fmt.Sprintf("the logo %q cannot be opened", name), "it must be a plain file that you may read; close it in other programs.")
	}
	logo, err := brand.Read(text)
	if err != nil {
		return logoFile{}, s.brandFailure(s.logoLine, fmt.Sprintf("the logo %q cannot be used: %s", name, err), "save it as a PNG of at most 1 MB and 4,000 points a side, dark enough for white paper.")
	}
	read := logoFile{text: text, logo: logo}
	if inside(exports, file) {
		if rel, err := filepath.Rel(whereIs(exports), whereIs(file)); err == nil {
			read.name = filepath.ToSlash(rel)
		}
	}
	return read, nil
}

// is tells whether a file of the exports is the logo and no export.
func (l logoFile) is(name string) bool {
	return l.name != "" && strings.EqualFold(path.Clean(name), l.name)
}
