package readback

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// csv gives every cell. Row is the number of the record, where the headings are row 1.
func (r *reader) csv(data []byte) error {
	if !utf8.Valid(data) {
		return errors.New("it is no UTF-8 text")
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	var columns []string
	for row := 1; ; row++ {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("row %d is not a whole row of a CSV file", row)
		}
		for len(columns) < len(cells) {
			columns = append(columns, ", column "+strconv.Itoa(len(columns)+1))
		}
		before := "row " + strconv.Itoa(row)
		for i, cell := range cells {
			if cell != "" {
				r.give(before+columns[i], cell)
			}
		}
	}
}
