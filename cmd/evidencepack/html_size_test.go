package main

import (
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
