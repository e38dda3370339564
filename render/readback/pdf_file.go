package readback

import (
	"bytes"
	"errors"
	"fmt"
)

// pdfObject is a numbered object of a PDF. Stream is what follows its value, as it
// stands in the file, or nil.
type pdfObject struct {
	number, at int
	value      any
	stream     []byte
}

// dict gives the value as a dictionary; an empty one where it is none.
func (o *pdfObject) dict() pdfDict {
	d, _ := o.value.(pdfDict)
	return d
}

// pdfFile is a PDF taken apart: its objects in the order of their numbers.
type pdfFile struct {
	objects []*pdfObject // by number; nil where there is none
	trailer pdfDict
}

var (
	errPDFLayout = errors.New("it is not laid out as we write a PDF: objects, their table, the trailer and nothing else")
	errPDFTable  = errors.New("the table of its objects does not agree with them")
	errPDFLocked = errors.New("it is locked with a password")
	errPDFOlder  = errors.New("it holds an earlier version of itself")
)

// openPDF takes a file apart. Every byte of it must belong to the version in the
// first line, an object, the table, the trailer or the blanks between them.
func openPDF(data []byte) (*pdfFile, error) {
	p := &pdfReader{data: data, refs: true}
	if !p.take("%PDF-1.") || p.at >= len(data) || data[p.at] < '0' || data[p.at] > '9' {
		return nil, errPDFLayout
	}
	p.at++
	f := &pdfFile{}
	for {
		if p.take("xref") {
			return f, f.table(p)
		}
		o, err := p.object()
		if err != nil {
			return nil, err
		}
		for len(f.objects) <= o.number {
			f.objects = append(f.objects, nil)
		}
		if f.objects[o.number] != nil {
			return nil, errPDFOlder
		}
		f.objects[o.number] = o
	}
}

// object reads "12 0 obj", a value, a stream if there is one, and "endobj".
func (p *pdfReader) object() (*pdfObject, error) {
	p.skip()
	o := &pdfObject{at: p.at}
	number, err := p.whole(len(p.data))
	if err != nil || number == 0 || !p.take("0") || !p.take("obj") {
		return nil, errPDFLayout
	}
	o.number = number
	if o.value, err = p.value(0); err != nil {
		return nil, fmt.Errorf("object %d: %w", number, err)
	}
	if p.take("stream") {
		if o.stream, err = p.stream(o.dict()); err != nil {
			return nil, fmt.Errorf("object %d: %w", number, err)
		}
	}
	if !p.take("endobj") {
		return nil, errPDFLayout
	}
	return o, nil
}

// whole reads a whole number from 0 to most.
func (p *pdfReader) whole(most int) (int, error) {
	v, err := p.value(0)
	if err != nil {
		return 0, err
	}
	number, ok := v.(float64)
	if !ok || number < 0 || number > float64(most) || number != float64(int(number)) {
		return 0, errPDFLayout
	}
	return int(number), nil
}

// stream reads as many bytes as the dictionary says.
func (p *pdfReader) stream(d pdfDict) ([]byte, error) {
	length, ok := d.get("Length").(float64)
	if bytes.HasPrefix(p.data[p.at:], []byte("\r\n")) {
		p.at += 2
	} else if bytes.HasPrefix(p.data[p.at:], []byte("\n")) {
		p.at++
	} else {
		return nil, errPDFLayout
	}
	if !ok || length < 0 || length > float64(len(p.data)-p.at) || length != float64(int(length)) {
		return nil, errPDFLayout
	}
	end := p.at + int(length)
	stream := p.data[p.at:end:end]
	p.at = end
	if !p.take("endstream") {
		return nil, errPDFLayout
	}
	return stream, nil
}

// table reads the table of the objects, the trailer and the end, and holds the table
// against the objects that were met.
func (f *pdfFile) table(p *pdfReader) error {
	began := p.at - len("xref")
	first, err := p.whole(0)
	if err != nil || first != 0 {
		return errPDFTable
	}
	count, err := p.whole(len(p.data))
	if err != nil || count < len(f.objects) {
		return errPDFTable
	}
	for number := range count {
		at, err := p.whole(len(p.data))
		if err != nil {
			return errPDFTable
		}
		version, err := p.whole(65535)
		if err != nil {
			return errPDFTable
		}
		var there *pdfObject
		if number < len(f.objects) {
			there = f.objects[number]
		}
		switch {
		case p.take("n") && there != nil && there.at == at && version == 0:
		case p.take("f") && there == nil && number == 0:
		default:
			return errPDFTable
		}
	}
	return f.end(p, began, count)
}

// end reads the trailer and what follows it.
func (f *pdfFile) end(p *pdfReader, began, count int) error {
	if !p.take("trailer") {
		return errPDFLayout
	}
	v, err := p.value(0)
	if err != nil {
		return errPDFLayout
	}
	f.trailer, _ = v.(pdfDict)
	for _, e := range f.trailer {
		switch e.key {
		case "Size", "Root", "Info":
			if _, isString := e.value.(pdfString); isString {
				return errPDFLayout
			}
		case "Encrypt":
			return errPDFLocked
		case "Prev":
			return errPDFOlder
		default:
			return errPDFLayout
		}
	}
	if size, _ := f.trailer.get("Size").(float64); size != float64(count) {
		return errPDFTable
	}
	if !p.take("startxref") {
		return errPDFLayout
	}
	if at, err := p.whole(len(p.data)); err != nil || at != began {
		return errPDFTable
	}
	if !p.take("%%EOF") || !p.ended() {
		return errPDFOlder
	}
	return nil
}

// object gives the object that a value refers to, or nil.
func (f *pdfFile) object(v any) *pdfObject {
	number, ok := v.(pdfRef)
	if !ok || int(number) >= len(f.objects) {
		return nil
	}
	return f.objects[number]
}

// resolved gives a value, or the value of the object that it refers to.
func (f *pdfFile) resolved(v any) any {
	if _, isRef := v.(pdfRef); !isRef {
		return v
	}
	if o := f.object(v); o != nil && o.stream == nil {
		return o.value
	}
	return nil
}

// dict gives a value or what it refers to as a dictionary, empty where it is none.
func (f *pdfFile) dict(v any) pdfDict {
	d, _ := f.resolved(v).(pdfDict)
	return d
}

// list gives a value or what it refers to as a list, empty where it is none.
func (f *pdfFile) list(v any) pdfList {
	l, _ := f.resolved(v).(pdfList)
	return l
}

// unpacked gives the content of a stream. It is good until the next one is unpacked.
func (r *reader) unpacked(o *pdfObject) ([]byte, error) {
	d := o.dict()
	if d.get("DecodeParms") != nil || d.get("F") != nil {
		return nil, fmt.Errorf("object %d is packed in a way that we never use", o.number)
	}
	switch filter := d.get("Filter"); filter {
	case nil:
		if len(o.stream) > r.room {
			return nil, errTooMuch
		}
		return o.stream, nil
	case pdfName("FlateDecode"):
		content, err := r.inflate(o.stream)
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", o.number, err)
		}
		return content, nil
	}
	return nil, fmt.Errorf("object %d is packed in a way that we never use", o.number)
}
