package heading

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

func TestPersonal(t *testing.T) {
	for _, h := range []string{"NINUMBER", "DOB", "POSTCODE", "SALARY", "Date of birth", "HourlyRate", "COUNTRYOFBIRTH", "Email ", "e-mail", "Next of kin", "*Salary:"} {
		if !Personal(h) {
			t.Errorf("%q is a personal detail", h)
		}
	}
	for _, h := range []string{"", "Date", "Outcome", "Pay attention to", "Contact", "Role", "Payable", strings.Repeat("DOB ", 100)} {
		if Personal(h) {
			t.Errorf("%q is no personal detail", h)
		}
	}
}

// TestPersonalIsNoField wants no field that records keep among the personal
// details: only the four by which finished packs are searched.
func TestPersonalIsNoField(t *testing.T) {
	searched := map[string]bool{"nhs_number": true, "birth_date": true, "phone": true, "postcode": true}
	for _, kind := range record.Kinds {
		for _, f := range Fields(kind) {
			for _, h := range f.Headings {
				if Personal(h) && !searched[f.Name] {
					t.Errorf("%s, %s: %q is both a field and a personal detail", kind, f.Name, h)
				}
			}
		}
	}
}
