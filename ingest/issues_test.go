package ingest

import (
	"regexp"
	"testing"
)

// TestCatalogue wants every problem once, with a code that can stand in a CSV
// file and words for all three questions.
func TestCatalogue(t *testing.T) {
	seen := make(map[string]bool)
	code := regexp.MustCompile("^[0-9a-z]+(-[0-9a-z]+)*$")
	for _, p := range Catalogue {
		if seen[p.Code] || !code.MatchString(p.Code) || p.Title == "" || p.Done == "" || p.Hint == "" {
			t.Errorf("%+v", p)
		}
		seen[p.Code] = true
		if Explain(p.Code) != p {
			t.Errorf("%s is explained as %+v", p.Code, Explain(p.Code))
		}
	}
	for _, i := range careSample(t).Issues {
		if !seen[i.Code] {
			t.Errorf("%s is in no catalogue", i.Code)
		}
	}
	if got := Explain("nothing-known"); got.Title != "nothing-known" {
		t.Errorf("a code in no catalogue is explained as %+v", got)
	}
}
