package render

import "testing"

func TestAgree(t *testing.T) {
	for text, want := range map[string]string{
		"1 of 26 restrictions [was|were] lifted":       "1 of 26 restrictions was lifted",
		"26 of 26 restrictions [was|were] lifted":      "26 of 26 restrictions were lifted",
		"0 of 1 [has|have] one":                        "0 of 1 have one",
		"1 incident[|s] [was|were] written down in 90": "1 incident was written down in 90",
		"1,001 incident[|s] [was|were]":                "1,001 incidents were",
		"at 11 fewer [is|are] in force":                "at 11 fewer are in force",
		"nobody [is|are] counted":                      "nobody are counted",
		"There [is|are] 1 fewer than 5":                "There is 1 fewer than 5",
		"There [is|are] 5 fewer than 1":                "There are 5 fewer than 1",
	} {
		if got := agree(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
