package js

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"sync"
)

// PackedSuffix ends the type of a script element that holds something packed: before it
// stands the type of what is in it. No browser runs such an element.
const PackedSuffix = "+gzip"

// PackedType is the type of the script element that holds a packed script.
const PackedType = "text/javascript" + PackedSuffix

// Packed gives the library as gzip in base 64, less than half as long. A page
// unpacks it itself.
var Packed = sync.OnceValue(func() string { return base64.StdEncoding.EncodeToString(library) })

// Pack gives a text as gzip in base 64, as a page unpacks it. The level is that of
// compress/gzip.
func Pack(text []byte, level int) string {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // memory takes every byte, and the level is one that exists
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}
