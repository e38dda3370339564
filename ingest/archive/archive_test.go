package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"evidencepack/ingest/grid"
)

func packed(t *testing.T, members map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range members {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestNamesNeverLeaveTheArchive(t *testing.T) {
	for written, want := range map[string]string{
		"xl/Workbook.xml": "xl/workbook.xml", "/xl/a": "xl/a", `xl\b.xml`: "xl/b.xml", "../../etc/passwd": "etc/passwd", "a/../b": "b", "./c": "c",
	} {
		if got := Plain(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	a, err := Open(packed(t, map[string]string{"../x.csv": "text"}))
	if err != nil || !a.Has("x.csv") {
		t.Fatalf("%v, %v", a, err)
	}
}

func TestWhatIsUnpackedIsBounded(t *testing.T) {
	a, err := Open(packed(t, map[string]string{"one": "0123456789"}))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := a.All("ONE", 10); err != nil || string(text) != "0123456789" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := a.All("one", 9); !errors.Is(err, grid.ErrTooLarge) {
		t.Errorf("more than allowed gives %v", err)
	}
	a.left = 5
	if _, err := a.All("one", 10); !errors.Is(err, grid.ErrTooLarge) {
		t.Errorf("more than the archive may unpack gives %v", err)
	}
	if _, err := a.All("two", 10); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("a missing member gives %v", err)
	}
}

func TestDamagedArchives(t *testing.T) {
	whole := packed(t, map[string]string{"one": "0123456789"})
	if _, err := Open(whole[:len(whole)-8]); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("a cut archive gives %v", err)
	}
	if _, err := Open([]byte("PK\x03\x04")); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("four bytes give %v", err)
	}
}
