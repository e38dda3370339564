package js

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"sync"
)

// PackedType is the type of the script element that holds the packed library: no
// browser runs it.
const PackedType = "application/gzip"

// Packed gives the library as gzip in base 64, less than half as long. A page
// unpacks it itself.
var Packed = sync.OnceValue(func() string {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = w.Write([]byte(ECharts))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // memory takes every byte, and the level is one that exists
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
})
