package readback

import (
	"errors"
	"math"
)

var errPDFDrawing = errors.New("something is drawn in a way that we never use")

// matrix places things on a page: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

// then gives the matrix that does m first and n afterwards.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// textState is what an operator of a page may change and "Q" takes back.
type textState struct {
	place                     matrix
	font                      *pdfFont
	size, letterGap, wordGap  float64
	stretch, leading, raising float64
}

// run is a text that was drawn in one go: where it begins and ends, in points.
type run struct {
	text             string
	x, y, endX, endY float64
	size             float64
	angle            int // in degrees, 0 is from left to right
}

// canvas follows the operators of one page.
type canvas struct {
	fonts  map[pdfName]*pdfFont
	now    textState
	saved  []textState
	line   matrix // of the start of the line
	at     matrix // of the next letter
	runs   []run
	marked []pdfString // texts that belong to what is drawn but are not drawn
}

// silentOperators draw shapes, set colours and the like, and show no text; the number
// is how many values each takes at most.
var silentOperators = map[pdfWord]int{
	"w": 1, "J": 1, "j": 1, "M": 1, "d": 2, "ri": 1, "i": 1, "gs": 1,
	"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "h": 0, "re": 4,
	"S": 0, "s": 0, "f": 0, "F": 0, "f*": 0, "B": 0, "B*": 0, "b": 0, "b*": 0, "n": 0, "W": 0, "W*": 0,
	"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4, "cs": 1, "CS": 1, "sc": 4, "SC": 4, "Tr": 1, "EMC": 0,
}

// operands are the values in front of an operator. Numbers are kept apart, for there
// are a hundred thousand of them in a pack.
type operands struct {
	numbers []float64
	others  []any
	order   []bool // true where the next value is a number
}

// all gives the values in their order.
func (o *operands) all() []any {
	values, number, other := make([]any, len(o.order)), 0, 0
	for i, isNumber := range o.order {
		if isNumber {
			values[i] = o.numbers[number]
			number++
		} else {
			values[i] = o.others[other]
			other++
		}
	}
	return values
}

func (o *operands) clear() {
	o.numbers, o.others, o.order = o.numbers[:0], o.others[:0], o.order[:0]
}

// mostOperands is how many values any operator takes.
const mostOperands = 6

// draw follows everything that a page draws.
func (c *canvas) draw(content []byte) error {
	p := &pdfReader{data: content}
	c.now = textState{place: matrix{1, 0, 0, 1, 0, 0}, stretch: 1}
	var values operands
	for !p.ended() {
		if pdfSigns[content[p.at]] == 0 {
			word := p.token()
			if number, isNumber := pdfNumber(word); isNumber {
				values.numbers = append(values.numbers, number)
				values.order = append(values.order, true)
			} else if err := c.follow(word, &values); err != nil {
				return err
			} else {
				values.clear()
			}
		} else {
			v, err := p.value(0)
			if err != nil {
				return err
			}
			values.others = append(values.others, v)
			values.order = append(values.order, false)
		}
		if len(values.order) > mostOperands {
			return errPDFDrawing
		}
	}
	if len(values.order) > 0 {
		return errPDFDrawing
	}
	return nil
}

// follow does what an operator says.
func (c *canvas) follow(word []byte, values *operands) error {
	most, silent := silentOperators[pdfWord(word)]
	if !silent {
		return c.operate(pdfWord(word), values.all())
	}
	if len(values.order) > most {
		return errPDFDrawing
	}
	for _, v := range values.others {
		switch v.(type) {
		case pdfName, pdfList:
			if len(stringsIn(v)) == 0 {
				continue
			}
		}
		return errPDFDrawing
	}
	return nil
}

// numbers gives the values of an operator that takes so many numbers.
func numbers(values []any, count int) ([]float64, error) {
	if len(values) != count {
		return nil, errPDFDrawing
	}
	all := make([]float64, count)
	for i, v := range values {
		number, ok := v.(float64)
		if !ok {
			return nil, errPDFDrawing
		}
		all[i] = number
	}
	return all, nil
}

// operate does what an operator says that moves, sets or shows text.
func (c *canvas) operate(word pdfWord, values []any) error {
	switch word {
	case "q":
		if c.saved = append(c.saved, c.now); len(c.saved) > 1000 {
			return errPDFDrawing
		}
		return nil
	case "Q":
		if len(c.saved) == 0 {
			return errPDFDrawing
		}
		c.now, c.saved = c.saved[len(c.saved)-1], c.saved[:len(c.saved)-1]
		return nil
	case "cm":
		m, err := numbers(values, 6)
		if err == nil {
			c.now.place = matrix(m).then(c.now.place)
		}
		return err
	case "BT":
		c.line = matrix{1, 0, 0, 1, 0, 0}
		c.at = c.line
		return nil
	case "ET":
		return nil
	case "Do", "BI", "ID", "EI", "sh":
		return errPicture
	case "BMC", "BDC", "MP", "DP":
		return c.mark(values)
	case "Tf":
		return c.choose(values)
	case "Tj", "'", "\"", "TJ":
		return c.show(word, values)
	}
	return c.move(word, values)
}

// choose sets the font and its size.
func (c *canvas) choose(values []any) error {
	if len(values) != 2 {
		return errPDFDrawing
	}
	name, _ := values[0].(pdfName)
	size, isNumber := values[1].(float64)
	font := c.fonts[name]
	if font == nil || !isNumber {
		return errPDFFont
	}
	c.now.font, c.now.size = font, size
	return nil
}

// movingOperators set gaps and places; the number is how many numbers each takes.
var movingOperators = map[pdfWord]int{"Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1, "Td": 2, "TD": 2, "Tm": 6, "T*": 0}

// move sets the gaps and where the next text stands.
func (c *canvas) move(word pdfWord, values []any) error {
	count, known := movingOperators[word]
	if !known {
		return errPDFDrawing
	}
	n, err := numbers(values, count)
	if err != nil {
		return err
	}
	switch word {
	case "Tc":
		c.now.letterGap = n[0]
	case "Tw":
		c.now.wordGap = n[0]
	case "Tz":
		c.now.stretch = n[0] / 100
	case "TL":
		c.now.leading = n[0]
	case "Ts":
		c.now.raising = n[0]
	case "TD":
		c.now.leading = -n[1]
		c.newLine(n[0], n[1])
	case "Td":
		c.newLine(n[0], n[1])
	case "Tm":
		c.line = matrix(n)
		c.at = c.line
	case "T*":
		c.newLine(0, -c.now.leading)
	}
	return nil
}

func (c *canvas) newLine(x, y float64) {
	c.line = matrix{1, 0, 0, 1, x, y}.then(c.line)
	c.at = c.line
}

// mark keeps the texts of a mark in the content, such as the words that a drawing stands for.
func (c *canvas) mark(values []any) error {
	for _, v := range values {
		switch v := v.(type) {
		case pdfName:
		case pdfDict:
			c.marked = append(c.marked, stringsIn(v)...)
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
		c.now.wordGap, c.now.letterGap = n[0], n[1]
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

// text draws one string. The gap between words does not apply to two-byte codes.
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
