package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
)

// Pen draws a page in one format. A new kind of block is a new method: a format
// that forgets it does not compile.
type Pen interface {
	Open(*Page) error // the whole page, for the cover, the contents and the furniture
	Section(Section)  // the head of a section; its blocks follow
	Heading(Heading)
	Prose(Prose)
	Strip(Strip)
	Comparison(Comparison)
	Table(Table)
	Chart(Chart)
	Curve(Curve)
	Timeline(Timeline)
	Funnel(Funnel)
	Stack(Stack)
	Forest(Forest)
	Key(Key)
	Notice(Notice)
	Claims(Claims)
	Answers(Answers)
	CaseStudy(CaseStudy)
	SetAside(SetAside)
	Figures(Figures)
	Definitions(Definitions)
	Close() ([]byte, error) // the finished file
}

// Draw is the one walk over a page.
func Draw(p *Page, pen Pen) ([]byte, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if err := pen.Open(p); err != nil {
		return nil, err
	}
	for _, s := range p.Sections {
		pen.Section(s)
		for _, b := range s.Blocks {
			b.draw(pen)
		}
	}
	return pen.Close()
}

func (b Block) draw(pen Pen) {
	switch {
	case b.Heading != nil:
		pen.Heading(*b.Heading)
	case b.Prose != nil:
		pen.Prose(*b.Prose)
	case b.Strip != nil:
		pen.Strip(*b.Strip)
	case b.Comparison != nil:
		pen.Comparison(*b.Comparison)
	case b.Table != nil:
		pen.Table(*b.Table)
	case b.Chart != nil:
		pen.Chart(*b.Chart)
	case b.Curve != nil:
		pen.Curve(*b.Curve)
	case b.Timeline != nil:
		pen.Timeline(*b.Timeline)
	case b.Funnel != nil:
		pen.Funnel(*b.Funnel)
	case b.Stack != nil:
		pen.Stack(*b.Stack)
	case b.Forest != nil:
		pen.Forest(*b.Forest)
	case b.Key != nil:
		pen.Key(*b.Key)
	case b.Notice != nil:
		pen.Notice(*b.Notice)
	case b.Claims != nil:
		pen.Claims(*b.Claims)
	case b.Answers != nil:
		pen.Answers(*b.Answers)
	case b.CaseStudy != nil:
		pen.CaseStudy(*b.CaseStudy)
	case b.SetAside != nil:
		pen.SetAside(*b.SetAside)
	case b.Figures != nil:
		pen.Figures(*b.Figures)
	case b.Definitions != nil:
		pen.Definitions(*b.Definitions)
	}
}

// parts counts the parts of a block, which must be one.
func (b Block) parts() int {
	n, v := 0, reflect.ValueOf(b)
	for i := range v.NumField() {
		if field := v.Field(i); field.Kind() == reflect.Pointer && !field.IsNil() {
			n++
		}
	}
	return n
}

func (p *Page) check() error {
	if p.Schema != Schema {
		return fmt.Errorf("this page was saved in form %d; this program reads form %d", p.Schema, Schema)
	}
	if p.Cover.Provider == "" || p.Cover.Pack == "" {
		return errors.New("the page names no provider or no pack")
	}
	for _, r := range p.Cover.Pack { // it becomes the name of a file
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return fmt.Errorf("%q is no name of a pack: small letters, digits and hyphens only", p.Cover.Pack)
		}
	}
	if err := p.checkPrint(); err != nil {
		return err
	}
	for _, s := range p.Sections {
		for i, b := range s.Blocks {
			if b.parts() != 1 {
				return fmt.Errorf("section %q, block %d holds %d parts instead of one", s.ID, i+1, b.parts())
			}
		}
	}
	return nil
}

// Save writes the page as JSON that a person can read.
func (p *Page) Save() ([]byte, error) {
	b, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}

// Load reads a saved page.
func Load(b []byte) (*Page, error) {
	p := new(Page)
	if err := json.Unmarshal(b, p); err != nil {
		return nil, errors.New("this is not a saved page")
	}
	return p, p.check()
}
