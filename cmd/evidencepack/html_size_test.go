package main

import (
	"bytes"
	"compress/gzip"
	"encoding/ascii85"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mostPage is how many bytes a pack of the examples may have as a web page, so that it
// can be sent by post and opens at once.
const mostPage = 900_000

// Every web page of the sample and of the demo keeps to its size. One of the sample packs
// what few read at once; one that has the room packs nothing that people read.
func TestWebPagesAreSmall(t *testing.T) {
	demo := filepath.Join(t.TempDir(), "demo")
	if code, _, stderr := tryRun("demo", "--out", demo); code != 0 {
		t.Fatal(stderr)
	}
	for of, dir := range map[string]string{"sample": sharedSample(t), "demo": demo} {
		for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
			page, err := os.ReadFile(filepath.Join(dir, pack+".html"))
			if err != nil {
				t.Fatal(err)
			}
			if len(page) > mostPage {
				t.Errorf("%s of the %s has %d bytes, more than %d", pack, of, len(page), mostPage)
			}
			packed := packedPart(t, string(page))
			if people := strings.Contains(packed, "<th><a class=evidence"); people != (pack == "inspection-pack") {
				t.Errorf("%s of the %s has rows of people packed: %t", pack, of, people)
			}
		}
	}
}

// packedPart is what stands packed in a page, read by way of the base 85 that Adobe made;
// nothing in a file that is no page.
func packedPart(t *testing.T, file string) string {
	t.Helper()
	const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%()*+,./:;=?@[]^_{|}~"
	_, after, there := strings.Cut(file, `id=_rest>`)
	if !there {
		return ""
	}
	text, _, _ := strings.Cut(after, "<")
	other := strings.Map(func(r rune) rune { return '!' + rune(strings.IndexRune(signs, r)) }, text)
	packed := make([]byte, len(text))
	n, _, err := ascii85.Decode(packed, []byte(other), true)
	if err != nil {
		t.Fatal(err)
	}
	in, err := gzip.NewReader(bytes.NewReader(packed[:n]))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(unpacked)
}
