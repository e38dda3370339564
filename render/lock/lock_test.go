package lock

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
	"github.com/xuri/excelize/v2"
)

// password holds a letter outside ASCII, which each program must take in the same way.
const password = "correct horse batterŷ"

// aPDF is a small PDF with a text and a title.
func aPDF(t *testing.T) []byte {
	t.Helper()
	f := fpdf.New("P", "mm", "A4", "")
	f.SetTitle("Evidence for the buyer", true)
	f.SetFont("Helvetica", "", 12)
	f.AddPage()
	f.Text(20, 20, "708 of 9,531 offers")
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// aWorkbook is a workbook of many sectors, so that the tables of its container are used.
func aWorkbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	for row := range 9000 {
		cells := []any{fmt.Sprintf("row %d of %x", row, row*2654435761), row * row}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row+1), &cells); err != nil {
			t.Fatal(err)
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tool runs a program that this test cannot do without.
func tool(t *testing.T, install, name string, args ...string) (string, error) {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("this test needs %s (Debian package %s)", name, install)
		}
		t.Skipf("this test needs %s (Debian package %s)", name, install)
	}
	said, err := exec.Command(program, args...).CombinedOutput()
	return string(said), err
}

func kept(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestQpdfOpensTheLockedPDF has another program unlock the copy, and looks that
// nothing of it can be read without the password.
func TestQpdfOpensTheLockedPDF(t *testing.T) {
	locked, err := PDF(aPDF(t), password)
	if err != nil {
		t.Fatal(err)
	}
	file := kept(t, "locked.pdf", locked)
	said, err := tool(t, "qpdf", "qpdf", "--show-encryption", "--password="+password, file)
	if err != nil || !strings.Contains(said, "R = 6") || !strings.Contains(said, "AESv3") {
		t.Errorf("qpdf says %v\n%s", err, said)
	}
	if said, err = tool(t, "qpdf", "qpdf", "--check", "--password="+password, file); err != nil {
		t.Errorf("qpdf finds faults: %v\n%s", err, said)
	}
	for _, wrong := range []string{"", "correct horse battery", strings.ToUpper(password)} {
		if said, err = tool(t, "qpdf", "qpdf", "--check", "--password="+wrong, file); err == nil {
			t.Errorf("opened with %q:\n%s", wrong, said)
		}
	}
	text, err := tool(t, "poppler-utils", "pdftotext", "-upw", password, file, "-")
	if err != nil || !strings.Contains(text, "708 of 9,531 offers") {
		t.Errorf("pdftotext says %v\n%s", err, text)
	}
	if bytes.Contains(locked, []byte("Evidence for the buyer")) {
		t.Error("the title can be read without the password")
	}
}

// module is a macro that opens a workbook with a password and saves it as CSV.
const module = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Copy(from As String, target As String, word As String)
 Dim how(1) As New com.sun.star.beans.PropertyValue
 how(0).Name = "Hidden" : how(0).Value = True
 how(1).Name = "Password" : how(1).Value = word
 book = StarDesktop.loadComponentFromURL(from, "_blank", 0, how())
 Dim kind(0) As New com.sun.star.beans.PropertyValue
 kind(0).Name = "FilterName" : kind(0).Value = "Text - txt - csv (StarCalc)"
 book.storeToURL(target, kind())
 book.close(True)
End Sub
</script:module>
`

// TestLibreOfficeOpensTheLockedWorkbook has another program unlock the copy.
func TestLibreOfficeOpensTheLockedWorkbook(t *testing.T) {
	locked, err := Workbook(aWorkbook(t), password)
	if err != nil {
		t.Fatal(err)
	}
	file := kept(t, "locked.xlsx", locked)
	profile, copied := t.TempDir(), filepath.Join(t.TempDir(), "open.csv")
	office := func(args ...string) {
		t.Helper()
		if said, err := tool(t, "libreoffice-calc", "soffice", append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--norestore"}, args...)...); err != nil {
			t.Fatalf("LibreOffice: %v\n%s", err, said)
		}
	}
	office("--terminate_after_init") // it makes the profile
	if err := os.WriteFile(filepath.Join(profile, "user", "basic", "Standard", "Module1.xba"), []byte(module), 0o600); err != nil {
		t.Fatal(err)
	}
	office(fmt.Sprintf(`macro:///Standard.Module1.Copy("file://%s","file://%s","%s")`, file, copied, password))
	text, err := os.ReadFile(copied)
	if err != nil || !strings.Contains(string(text), "row 8999 of") {
		t.Errorf("the copy does not hold the last row: %v", err)
	}
	if _, err := excelize.OpenReader(bytes.NewReader(locked), excelize.Options{Password: "correct horse battery"}); err == nil {
		t.Error("a wrong password opens it")
	}
}

// TestLockedTwiceIsNotTheSame looks that salts are not fixed, and that the content
// of what comes out is what went in.
func TestLockedTwiceIsNotTheSame(t *testing.T) {
	book := aWorkbook(t)
	for what, lock := range map[string]func() ([]byte, error){
		"PDF":      func() ([]byte, error) { return PDF(aPDF(t), password) },
		"workbook": func() ([]byte, error) { return Workbook(book, password) },
	} {
		one, err1 := lock()
		two, err2 := lock()
		if err1 != nil || err2 != nil || bytes.Equal(one, two) {
			t.Errorf("%s: %v, %v, the same bytes: %v", what, err1, err2, bytes.Equal(one, two))
		}
	}
	locked, err := Workbook(book, password)
	if err != nil {
		t.Fatal(err)
	}
	open, err := excelize.Decrypt(locked, &excelize.Options{Password: password})
	if err != nil || !bytes.HasPrefix(open, book) { // blocks of 16 bytes are filled up
		t.Errorf("the workbook does not come back as it was: %v", err)
	}
}

func TestCheck(t *testing.T) {
	for word, fine := range map[string]bool{
		"": false, "short": false, "eleven char": false, "twelve chars": true, "ŵŷłżńśćęąóźé": true,
		strings.Repeat("a", 100): true, strings.Repeat("a", 101): false, strings.Repeat("ŵ", 64): false, "bad \xff bytes in it": false,
	} {
		err := Check(word)
		if (err == nil) != fine {
			t.Errorf("%q: %v", word, err)
		}
		if err != nil && len(word) > 3 && strings.Contains(err.Error(), word) {
			t.Errorf("the password stands in the error %q", err)
		}
	}
	if _, err := PDF(aPDF(t), "short"); err == nil {
		t.Error("a PDF was locked with a short password")
	}
	if _, err := PDF([]byte("no PDF at all"), password); err == nil {
		t.Error("something that is no PDF was locked")
	}
}
