package readback

import "math"

// mark keeps the texts and names of a mark in the content, such as the words that a
// drawing stands for.
func (c *canvas) mark(values []any) error {
	for _, v := range values {
		switch v.(type) {
		case pdfName, pdfDict:
			c.behind.walk(v)
		default:
			return errPDFDrawing
		}
	}
	return nil
}

// show draws a text, or a list of texts and of gaps between them.
func (c *canvas) show(word pdfWord, values []any) error {
	if word == "\"" {
		if len(values) != 3 {
			return errPDFDrawing
		}
		n, err := numbers(values[:2], 2)
		if err != nil {
			return err
		}
		c.now.letterGap = n[1]
		values = values[2:]
	}
	if word == "'" || word == "\"" {
		c.newLine(0, -c.now.leading)
	}
	if len(values) != 1 {
		return errPDFDrawing
	}
	list, isList := values[0].(pdfList)
	if word != "TJ" {
		list, isList = pdfList(values), true
	}
	if !isList {
		return errPDFDrawing
	}
	for _, v := range list {
		switch v := v.(type) {
		case pdfString:
			if err := c.text(v); err != nil {
				return err
			}
		case float64:
			if word != "TJ" {
				return errPDFDrawing
			}
			c.forward(-v / 1000 * c.now.size * c.now.stretch)
		default:
			return errPDFDrawing
		}
	}
	return nil
}

// forward moves the place of the next letter along the line.
func (c *canvas) forward(x float64) { c.at = matrix{1, 0, 0, 1, x, 0}.then(c.at) }

// text draws one string.
func (c *canvas) text(s pdfString) error {
	if c.now.font == nil {
		return errPDFFont
	}
	text, width, err := c.now.font.decode(s)
	if err != nil {
		return err
	}
	here := matrix{1, 0, 0, 1, 0, c.now.raising}.then(c.at).then(c.now.place)
	c.forward((width/1000*c.now.size + float64(len(s)/2)*c.now.letterGap) * c.now.stretch)
	end := matrix{1, 0, 0, 1, 0, c.now.raising}.then(c.at).then(c.now.place)
	r := run{
		text: string(text), x: here[4], y: here[5], endX: end[4], endY: end[5],
		size:  math.Abs(c.now.size) * math.Hypot(here[2], here[3]),
		angle: int(math.Round(math.Atan2(here[1], here[0]) * 180 / math.Pi)),
	}
	for _, place := range []float64{r.x, r.y, r.endX, r.endY, r.size} {
		if math.IsNaN(place) || math.Abs(place) > 1e9 {
			return errPDFDrawing
		}
	}
	if r.text != "" {
		c.runs = append(c.runs, r)
	}
	return nil
}
