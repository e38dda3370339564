package xlsx

import "testing"

func TestNumberFormats(t *testing.T) {
	t.Parallel()
	date, percent := look{date: true}, look{percent: true}
	for format, want := range map[string]look{
		"dd/mm/yyyy": date, "[$-809]d mmmm yyyy;@": date, "[h]:mm": date, "[mm]:ss": date, "[S]": date, "h:mm AM/PM": date, "yyyy\\-mm\\-dd": date, `dd"."mm"."yyyy`: date,
		"m/d/yy h:mm;@": date, "[=0]\"-\";dd/mm/yyyy": date, "DD-MMM": date, "mm:ss.0": date, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": date,
		"General": {}, "GENERAL": {}, "Standard": {}, "[Red]0;General;@": {}, "#,##0.00": {}, `0 "days"`: {}, `0\d`: {}, "[Red]0.0": {}, "£#,##0;[Red]-£#,##0": {},
		"_-* #,##0_-": {}, "_d0": {}, "*d0": {}, "@": {}, "0.00E+00": {}, "[$USD] 0": {}, "[DBNum1]0": {}, "# ?/?": {}, "0": {}, "": {}, `"unclosed d`: {}, "[Magenta]0": {},
		"0%": percent, "0.00%;[Red]-0.00%": percent, `0"%"`: {}, `0\%`: {},
		"00": {zeros: 2}, "00000": {zeros: 5}, "000000000000000": {zeros: 15}, "0000000000000000": {}, "[Red]000;-000": {zeros: 3}, `"HR"000`: {}, "000-000": {}, "000.0": {}, `000\x`: {}, "000 ": {},
	} {
		if got := written(format); got != want {
			t.Errorf("%q is %+v, want %+v", format, got, want)
		}
	}
	for id, want := range map[int]look{0: {}, 1: {}, 9: percent, 10: percent, 11: {}, 14: date, 20: date, 22: date, 23: {}, 37: {}, 45: date, 47: date, 48: {}, 49: {}, 57: date, 81: date, -1: {}} {
		if got := builtIn(id); got != want {
			t.Errorf("format %d is %+v, want %+v", id, got, want)
		}
	}
}
