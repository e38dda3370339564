package js

import (
	"bytes"
	"compress/gzip"
	"strings"
	"sync"
)

// PackedSuffix ends the type of a script element that holds something packed: before it
// stands the type of what is in it. No browser runs such an element.
const PackedSuffix = "+gzip"

// PackedType is the type of the script element that holds a packed script.
const PackedType = "text/javascript" + PackedSuffix

// Packed gives the library as a page unpacks it, less than half as long.
var Packed = sync.OnceValue(func() string { return signed(library) })

// Pack gives a text as a page unpacks it: as gzip, in signs. The level is that of
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
	return signed(b.Bytes())
}

// signs are 85 signs that mean nothing in a page: no < > & - ! and no quote. With 85 of
// them four bytes are five signs; base 64 takes a sixteenth more.
const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%()*+,./:;=?@[]^_{|}~"

// signed writes four bytes, the first the highest, as a number of five digits to the base
// 85, the first the highest. Of n bytes that are left at the end stand the first n+1
// digits, as if noughts came behind them.
func signed(packed []byte) string {
	var b strings.Builder
	b.Grow(len(packed)/4*5 + 5)
	for ; len(packed) > 0; packed = packed[min(4, len(packed)):] {
		var four [4]byte
		n := copy(four[:], packed)
		number := uint32(four[0])<<24 | uint32(four[1])<<16 | uint32(four[2])<<8 | uint32(four[3])
		var five [5]byte
		for i := 4; i >= 0; i-- {
			five[i] = signs[number%85]
			number /= 85
		}
		b.Write(five[:n+1])
	}
	return b.String()
}
