package readback

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"io"
)

var (
	errTooMuch = errors.New("it unpacks to more than any pack holds")
	errPicture = errors.New("it holds a picture or another file, which cannot be searched")
	errPacked  = errors.New("a packed part of it is damaged, or more stands behind its end")
)

// inflate unpacks a stream of a PDF to its end. Expected is a guess of its length.
func (r *reader) inflate(packed []byte, expected int) ([]byte, error) {
	in := bytes.NewReader(packed)
	if r.streams == nil {
		unpacking, err := zlib.NewReader(in)
		if err != nil {
			return nil, errPacked
		}
		r.streams = unpacking
	} else if err := r.streams.(zlib.Resetter).Reset(in, nil); err != nil {
		return nil, errPacked
	}
	return r.unpack(r.streams, in, expected)
}

// inflateRaw unpacks a member of an archive to its end.
func (r *reader) inflateRaw(packed []byte, expected int) ([]byte, error) {
	in := bytes.NewReader(packed)
	if r.raw == nil {
		r.raw = flate.NewReader(in)
	} else if err := r.raw.(flate.Resetter).Reset(in, nil); err != nil {
		return nil, errPacked
	}
	return r.unpack(r.raw, in, expected)
}

// unpack reads everything, and fails where the room is used up or where something
// stands behind the end of what was packed.
func (r *reader) unpack(unpacking io.Reader, in *bytes.Reader, expected int) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, min(max(expected, 0)+bytes.MinRead, r.room+bytes.MinRead)))
	if _, err := out.ReadFrom(io.LimitReader(unpacking, int64(r.room)+1)); err != nil {
		return nil, errPacked
	}
	if out.Len() > r.room {
		return nil, errTooMuch
	}
	if in.Len() > 0 {
		return nil, errPacked
	}
	r.room -= out.Len()
	return out.Bytes(), nil
}
