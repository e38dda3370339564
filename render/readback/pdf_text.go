package readback

import "errors"

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
	size, letterGap           float64
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
	fonts    map[pdfName]*pdfFont
	pictures map[pdfName]bool
	now      textState
	saved    []textState
	line     matrix // of the start of the line
	at       matrix // of the next letter
	runs     []run
	behind   pdfWalk // texts and names that belong to what is drawn but are not drawn
}

// silentOperators draw shapes, set colours and the like, and show no text; the number
// is how many values each takes at most.
var silentOperators = map[pdfWord]int{
	"w": 1, "J": 1, "j": 1, "M": 1, "d": 2, "ri": 1, "i": 1, "gs": 1,
	"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "h": 0, "re": 4,
	"S": 0, "s": 0, "f": 0, "F": 0, "f*": 0, "B": 0, "B*": 0, "b": 0, "b*": 0, "n": 0, "W": 0, "W*": 0,
	"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4, "cs": 1, "CS": 1, "sc": 4, "SC": 4, "Tr": 1, "EMC": 0,
}

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
	shown := len(c.behind.strings)
	for _, v := range values.others {
		c.behind.walk(v)
	}
	if len(c.behind.strings) > shown {
		return errPDFDrawing
	}
	return nil
}

// bareOperators take no values.
var bareOperators = map[pdfWord]bool{"q": true, "Q": true, "BT": true, "ET": true}

// operate does what an operator says that moves, sets or shows text.
func (c *canvas) operate(word pdfWord, values []any) error {
	if bareOperators[word] && len(values) > 0 {
		return errPDFDrawing
	}
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
	case "Do":
		return c.picture(values)
	case "BI", "ID", "EI", "sh":
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

// picture draws one of the pictures of the page, which show no text.
func (c *canvas) picture(values []any) error {
	if len(values) == 1 {
		if name, isName := values[0].(pdfName); isName && c.pictures[name] {
			return nil
		}
	}
	return errPicture
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
	case "Tw": // does not apply to codes of two bytes
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
