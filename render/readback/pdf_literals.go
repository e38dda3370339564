package readback

import (
	"bytes"
	"strconv"
)

func (p *pdfReader) name() (pdfName, error) {
	p.at++
	start, escaped := p.at, false
	for p.at < len(p.data) && pdfSigns[p.data[p.at]] == 0 {
		escaped = escaped || p.data[p.at] == '#'
		p.at++
	}
	text := p.data[start:p.at]
	if !escaped {
		return pdfName(text), nil
	}
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] != '#' {
			out = append(out, text[i])
			continue
		}
		if i+2 >= len(text) {
			return "", errPDFValue
		}
		letter, err := strconv.ParseUint(string(text[i+1:i+3]), 16, 8)
		if err != nil {
			return "", errPDFValue
		}
		out = append(out, byte(letter))
		i += 2
	}
	return pdfName(out), nil
}

func (p *pdfReader) hexadecimal() (pdfString, error) {
	p.at++
	end := bytes.IndexByte(p.data[p.at:], '>')
	if end < 0 {
		return "", errPDFValue
	}
	out := make([]byte, 0, end/2+1)
	half, pending := byte(0), false
	for _, c := range p.data[p.at : p.at+end] {
		if isPDFBlank(c) {
			continue
		}
		digit := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		if digit < 0 || c < '0' {
			return "", errPDFValue
		}
		if pending {
			out = append(out, half<<4|byte(digit))
		}
		half, pending = byte(digit), !pending
	}
	if pending {
		out = append(out, half<<4)
	}
	p.at += end + 1
	return pdfString(out), nil
}

// plainPDFEscapes are the letters behind a \ in a string.
var plainPDFEscapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads a string in brackets; brackets inside it may stand in pairs.
func (p *pdfReader) literal() (pdfString, error) {
	p.at++
	var out []byte
	for open := 1; p.at < len(p.data); {
		c := p.data[p.at]
		p.at++
		switch c {
		case '\\':
			out = p.escape(out)
			continue
		case '(':
			open++
		case ')':
			open--
			if open == 0 {
				return pdfString(out), nil
			}
		case '\r': // the end of a line is one sign, however it is written
			if p.at < len(p.data) && p.data[p.at] == '\n' {
				p.at++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return "", errPDFValue
}

// escape reads what stands behind a \ in a string.
func (p *pdfReader) escape(out []byte) []byte {
	if p.at >= len(p.data) {
		return out
	}
	c := p.data[p.at]
	p.at++
	if sign, plain := plainPDFEscapes[c]; plain {
		return append(out, sign)
	}
	switch {
	case '0' <= c && c <= '7':
		code := int(c - '0')
		for i := 0; i < 2 && p.at < len(p.data) && '0' <= p.data[p.at] && p.data[p.at] <= '7'; i++ {
			code = code*8 + int(p.data[p.at]-'0')
			p.at++
		}
		return append(out, byte(code))
	case c == '\r' && p.at < len(p.data) && p.data[p.at] == '\n':
		p.at++
		return out
	case c == '\r' || c == '\n':
		return out
	}
	return append(out, c)
}
