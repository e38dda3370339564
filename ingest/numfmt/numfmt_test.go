package numfmt

import "testing"

func TestBuiltIn(t *testing.T) {
	dates := map[int]bool{}
	for _, span := range [][2]int{{14, 22}, {27, 36}, {45, 47}, {50, 58}, {71, 81}} {
		for id := span[0]; id <= span[1]; id++ {
			dates[id] = true
		}
	}
	for id := -1; id < 200; id++ {
		want := Kind{Date: dates[id], Percent: id == 9 || id == 10 || id == 67 || id == 68}
		if got := Of(id, "yyyy", false); got != want {
			t.Errorf("%d is %+v, want %+v", id, got, want)
		}
	}
}

func TestCustom(t *testing.T) {
	date, percent := Kind{Date: true}, Kind{Percent: true}
	for code, want := range map[string]Kind{
		"dd/mm/yyyy":                     date,
		"DD\\/MM\\/YYYY":                 date,
		"[$-F800]dddd, mmmm dd, yyyy":    date,
		"[$-809]d mmmm yyyy;@":           date,
		"h:mm AM/PM":                     date,
		"[h]:mm:ss":                      date,
		"[mm]":                           date,
		"[ss]":                           date,
		"mm:ss.0":                        date,
		"yyyy-mm-dd\"T\"hh:mm:ss":        date,
		"0%":                             percent,
		"0.0%;[Red]-0.0%":                percent,
		"0\"%\"":                         {},
		"0\\%":                           {},
		"00000":                          {Zeros: 5},
		"0":                              {Zeros: 1},
		"000;-000":                       {Zeros: 3},
		"[$-809]0000":                    {Zeros: 4},
		"00000\\-000":                    {},
		"000.0":                          {},
		"\"HR\"000":                      {},
		"#,##0.00":                       {},
		"[Red]0.00":                      {},
		"#,##0;dd/mm/yyyy":               {},
		"0 \"days\"":                     {},
		"\\d0":                           {},
		"_d0_m":                          {},
		"General":                        {},
		"Standard":                       {},
		"@":                              {},
		"":                               {},
		"\"":                             {},
		"[":                              {},
		"\\":                             {},
		"0.00E+00":                       {},
		"[<=99999]00000;00000\\-0000":    {Zeros: 5},
		"_-* #,##0.00_-;-* #,##0.00_-":   {},
		"[$£-809]#,##0.00;[Red]-[$£]0.0": {},
	} {
		if got := Of(200, code, true); got != want {
			t.Errorf("%q is %+v, want %+v", code, got, want)
		}
	}
}
