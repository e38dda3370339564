package main

import (
	"bytes"
	"encoding/csv"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// export is one finished file.
type export struct {
	name string
	data []byte
}

// dialect is how a text file is written: real systems agree on nothing.
type dialect struct {
	comma    rune
	carriage bool              // lines end in CR LF
	encoding encoding.Encoding // nil is UTF-8 without a mark
}

var (
	plainCSV   = dialect{comma: ','}
	markedCSV  = dialect{comma: ',', carriage: true, encoding: unicode.UTF8BOM}
	windowsCSV = dialect{comma: ';', carriage: true, encoding: charmap.Windows1252}
	tabbed     = dialect{comma: '\t'}
	excelText  = dialect{comma: '\t', carriage: true, encoding: unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}
)

// file writes a heading and its rows in the dialect.
func (d dialect) file(name string, heading []string, rows [][]string) (export, error) {
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	w.Comma, w.UseCRLF = d.comma, d.carriage
	if err := w.Write(heading); err != nil {
		return export{}, fmt.Errorf("%s: heading: %w", name, err)
	}
	if err := w.WriteAll(rows); err != nil {
		return export{}, fmt.Errorf("%s: rows: %w", name, err)
	}
	data := text.Bytes()
	if d.encoding != nil {
		encoded, err := d.encoding.NewEncoder().Bytes(data)
		if err != nil {
			return export{}, fmt.Errorf("%s: encoding: %w", name, err)
		}
		data = encoded
	}
	return export{name: name, data: data}, nil
}

// yesNo writes a flag as the exports do.
func yesNo(yes bool) string {
	if yes {
		return "Yes"
	}
	return "No"
}
