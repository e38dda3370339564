package pdf

import (
	"os"
	"strings"
	"testing"
)

// TestQuirk149UntaggedIsStated wants the README to say that the PDF is not tagged, for
// as long as it is so, and the PDF to name its language.
func TestQuirk149UntaggedIsStated(t *testing.T) {
	file := string(draw(t, fixture(t)))
	if !strings.Contains(file, "/Lang (en-GB)") {
		t.Error("the PDF does not name its language")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	tagged := strings.Contains(file, "/StructTreeRoot")
	if said := strings.Contains(string(readme), "The PDF is not tagged"); said == tagged {
		t.Errorf("the PDF is tagged: %t; the README says that it is not: %t", tagged, said)
	}
}
