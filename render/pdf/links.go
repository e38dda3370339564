package pdf

import (
	"regexp"
	"strings"

	"evidencepack/render/page"
)

// evidenceID is an evidence id in a line of text.
var evidenceID = regexp.MustCompile(`E-[0-9A-Z]{6,12}`)

// indexed makes a link for each figure of the evidence index that is printed.
func (p *pen) indexed() {
	if p.set.noIndex {
		return
	}
	for _, section := range p.page.Sections {
		for _, block := range section.Blocks {
			if block.Figures == nil {
				continue
			}
			for _, row := range block.Figures.Rows {
				if row.Detail || p.index[row.Evidence] != 0 || evidenceID.FindString(row.Evidence) != row.Evidence || row.Evidence == "" {
					continue
				}
				p.index[row.Evidence] = p.doc.AddLink()
			}
		}
	}
}

// lead makes the evidence ids of a line of text lead to their figures. In the index
// itself the id that stands first in its line is where they lead.
func (p *pen) lead(x, y float64, text string, s style) {
	if len(p.index) == 0 || !strings.Contains(text, "E-") {
		return
	}
	top := y - s.drop()
	for _, place := range evidenceID.FindAllStringIndex(text, -1) {
		id := text[place[0]:place[1]]
		link, there := p.index[id]
		switch {
		case !there:
		case p.indexing:
			p.doc.SetLink(link, top, p.doc.PageNo())
		default:
			p.doc.Link(x+s.width(text[:place[0]]), top, s.width(id), s.leading, link)
		}
	}
}

// chapter makes a box lead to the section that tells more.
func (p *pen) chapter(x, y, wide, high float64, section string) {
	if section == "" {
		return
	}
	for i, one := range p.page.Sections {
		if one.ID == section && i < len(p.contents) {
			p.doc.Link(x, y, wide, high, p.contents[i].link)
			return
		}
	}
}

// anchored lets every figure of the index lead at least to the sheet on which the index
// begins.
func (p *pen) anchored(figures page.Figures) {
	for _, row := range figures.Rows {
		if link, there := p.index[row.Evidence]; there {
			p.doc.SetLink(link, p.next, p.doc.PageNo())
		}
	}
}
