package xlsx

import "evidencepack/ingest/numfmt"

// styles reads what the number format of each cell format makes of a number, in
// their order.
func (p *pack) styles(part string) ([]numfmt.Kind, error) {
	custom := make(map[int]numfmt.Kind)
	var formats []int
	err := p.read(part, "styleSheet", func(s *scanner) error {
		return s.each(func(name []byte) error {
			switch string(name) {
			case "numFmts":
				return s.each(func([]byte) error {
					if id := s.number("numFmtId"); id >= 0 {
						custom[id] = numfmt.Of(id, s.attr("formatCode"), true)
					}
					return tooMany(len(custom))
				})
			case "cellXfs":
				return s.each(func(name []byte) error {
					if string(name) == "xf" {
						formats = append(formats, s.number("numFmtId"))
					}
					return tooMany(len(formats))
				})
			}
			return nil
		})
	})
	kinds := make([]numfmt.Kind, len(formats))
	for i, id := range formats {
		own, stated := custom[id]
		if !stated {
			own = numfmt.Of(id, "", false)
		}
		kinds[i] = own
	}
	return kinds, err
}
