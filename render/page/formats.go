package page

import "slices"

// For gives the page as one format draws it, "pdf", "xlsx" or "html": without the
// sections and blocks that name it under NotIn. A section of which nothing is left is
// left out. The page itself is not changed; what is kept is shared with it.
func (p *Page) For(format string) *Page {
	out := *p
	out.Sections = nil
	for _, s := range p.Sections {
		if slices.Contains(s.NotIn, format) {
			continue
		}
		kept := s
		kept.Blocks = nil
		for _, b := range s.Blocks {
			if !slices.Contains(b.NotIn, format) {
				kept.Blocks = append(kept.Blocks, b)
			}
		}
		if len(kept.Blocks) > 0 || len(s.Blocks) == 0 {
			out.Sections = append(out.Sections, kept)
		}
	}
	return &out
}
