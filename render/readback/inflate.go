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

// inflate unpacks a stream of a PDF to its end. What it gives is good until the next one.
func (r *reader) inflate(packed []byte) ([]byte, error) {
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
	r.again.Reset()
	return r.unpack(r.streams, in, &r.again)
}

// inflateRaw unpacks a member of an archive to its end. Expected is its length, if the
// archive says the truth.
func (r *reader) inflateRaw(packed []byte, expected uint64) ([]byte, error) {
	in := bytes.NewReader(packed)
	if r.raw == nil {
		r.raw = flate.NewReader(in)
	} else if err := r.raw.(flate.Resetter).Reset(in, nil); err != nil {
		return nil, errPacked
	}
	likely := min(expected, uint64(r.room), 1100*uint64(len(packed))) + bytes.MinRead // nothing packs more tightly
	return r.unpack(r.raw, in, bytes.NewBuffer(make([]byte, 0, likely)))
}

// unpack reads everything, and fails where the room is used up or where something
// stands behind the end of what was packed.
func (r *reader) unpack(unpacking io.Reader, in *bytes.Reader, out *bytes.Buffer) ([]byte, error) {
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
