package readback

import (
	"bytes"
	"compress/gzip"
	"strings"
)

// unpackPart unpacks what stands packed in a page: gzip of one piece, with nothing
// written at its head, in signs.
func (r *reader) unpackPart(text string) ([]byte, error) {
	packed, ok := bytesOfSigns(text)
	if !ok {
		return nil, errPacked
	}
	in := bytes.NewReader(packed)
	unpacking, err := gzip.NewReader(in)
	if err != nil || unpacking.Name != "" || unpacking.Comment != "" || len(unpacking.Extra) > 0 {
		return nil, errPacked
	}
	unpacking.Multistream(false)
	return r.unpack(unpacking, in, new(bytes.Buffer))
}

// signs are the digits to the base 85, from 0 up, with which a page writes what is packed.
const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%()*+,./:;=?@[]^_{|}~"

// bytesOfSigns reads five digits as four bytes, the highest first. Of the last digits, of
// which there are two to five, come one byte less; those that are missing are the highest.
func bytesOfSigns(text string) ([]byte, bool) {
	out := make([]byte, 0, len(text)/5*4+4)
	for len(text) > 0 {
		n := min(5, len(text))
		if n == 1 {
			return nil, false
		}
		var number uint64
		for i := range 5 {
			digit := len(signs) - 1
			if i < n {
				if digit = strings.IndexByte(signs, text[i]); digit < 0 {
					return nil, false
				}
			}
			number = number*85 + uint64(digit)
		}
		if number > 1<<32-1 && n == 5 {
			return nil, false
		}
		four := [4]byte{byte(number >> 24), byte(number >> 16), byte(number >> 8), byte(number)}
		out = append(out, four[:n-1]...)
		text = text[n:]
	}
	return out, true
}
