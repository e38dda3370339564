package page

import "slices"

// For gives the page as one format draws it, "pdf", "xlsx" or "html": without the
// sections and blocks that name it under NotIn. A section of which nothing is left is
// left out. What was left out is named under Elsewhere, once. The page itself is not
// changed; what is kept is shared with it.
func (p *Page) For(format string) *Page {
	out := *p
	out.Sections, out.Elsewhere = nil, nil
	for i, s := range p.Sections {
		kept := s
		kept.Blocks, kept.Elsewhere = nil, nil
		for _, b := range s.Blocks {
			if slices.Contains(b.NotIn, format) {
				if b.twin(s.Blocks, format) {
					continue
				}
				kept.Elsewhere = named(kept.Elsewhere, b.named(p.home(i)), b.NotIn)
			} else {
				kept.Blocks = append(kept.Blocks, b)
			}
		}
		if slices.Contains(s.NotIn, format) || len(kept.Blocks) == 0 && len(s.Blocks) > 0 {
			out.Elsewhere = named(out.Elsewhere, s.Label, s.NotIn)
			continue
		}
		out.Sections = append(out.Sections, kept)
	}
	return &out
}

// twin tells whether a format has a shorter table of the same title in the place of a
// block that it leaves out: that says by itself where the rest stands.
func (b Block) twin(blocks []Block, format string) bool {
	return b.Table != nil && slices.ContainsFunc(blocks, func(other Block) bool {
		return other.Table != nil && other.Table.Title == b.Table.Title && !slices.Contains(other.NotIn, format)
	})
}

// Without gives a section without one of its blocks, which is named under its Elsewhere.
func (p *Page) Without(section, block int) Section {
	s := p.Sections[section]
	left := s.Blocks[block]
	s.Elsewhere = named(slices.Clone(s.Elsewhere), left.named(p.home(section)), slices.Concat(s.NotIn, left.NotIn))
	s.Blocks = slices.Delete(slices.Clone(s.Blocks), block, block+1)
	return s
}

// named adds a name to what stands elsewhere, and says where that is not in both the
// workbook and the web page. What no other format has is not named.
func named(list []string, name string, notIn []string) []string {
	workbook, web := !slices.Contains(notIn, "xlsx"), !slices.Contains(notIn, "html")
	switch {
	case name == "" || !workbook && !web:
		return list
	case !web:
		name += ", workbook alone"
	case !workbook:
		name += ", web page alone"
	}
	if slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}
