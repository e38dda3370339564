package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evidencepack/ingest/grid"
)

// entry is a member of a zip file that a test makes: its heading as it stands there.
type entry struct {
	name   string
	flags  uint16
	size   uint64 // what it unpacks to, as it says of itself
	packed string
}

func raw(t *testing.T, entries ...entry) *Archive {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		w, err := z.CreateRaw(&zip.FileHeader{Name: e.name, Flags: e.flags, Method: zip.Store, CompressedSize64: uint64(len(e.packed)), UncompressedSize64: e.size, NonUTF8: true})
		if err == nil {
			_, err = w.Write([]byte(e.packed))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestExports(t *testing.T) {
	a := raw(t,
		entry{name: "Sept/"}, entry{name: "Sept/Notes.csv"}, entry{name: `Aug\MAR.xlsx`}, entry{name: "../../etc/x.csv"},
		entry{name: "Sept/._Notes.csv"}, entry{name: ".git/a.csv"}, entry{name: "__MACOSX/Sept/Notes.csv"}, entry{name: "Sept/~$Notes.xlsx"},
		entry{name: "Thumbs.db"}, entry{name: "Sept/Desktop.ini"}, entry{name: ".DS_Store"},
		entry{name: "old.ZIP"}, entry{name: "locked.csv", flags: 1}, entry{name: "twice.csv"}, entry{name: "TWICE.csv"},
		entry{name: "Caf\x82.csv"}, entry{name: "a\x1b[31m.csv"}, entry{name: ".."},
	)
	got, err := a.Exports()
	if err != nil {
		t.Fatal(err)
	}
	want := []Member{
		{Name: "a[31m.csv", Plain: "a\x1b[31m.csv"},
		{Name: "Aug/MAR.xlsx", Plain: "aug/mar.xlsx"},
		{Name: "Café.csv", Plain: Plain("Caf\x82.csv")},
		{Name: "etc/x.csv", Plain: "etc/x.csv"},
		{Name: "locked.csv", Plain: "locked.csv", Problem: ProblemLocked},
		{Name: "old.ZIP", Plain: "old.zip", Problem: ProblemNested},
		{Name: "Sept/Notes.csv", Plain: "sept/notes.csv"},
		{Name: "TWICE.csv", Plain: "twice.csv", Problem: ProblemTwice},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, m := range got {
		if !a.Has(m.Plain) {
			t.Errorf("%q cannot be read by the name that it is listed with", m.Name)
		}
	}
}

func TestExportsAreRead(t *testing.T) {
	a, err := Open(packed(t, map[string]string{"Sept/Notes.csv": "Date,Who\n"}))
	if err != nil {
		t.Fatal(err)
	}
	list, err := a.Exports()
	if err != nil || len(list) != 1 {
		t.Fatalf("%v, %v", list, err)
	}
	if text, err := a.All(list[0].Plain, MostMember); err != nil || string(text) != "Date,Who\n" {
		t.Errorf("%q, %v", text, err)
	}
}

func TestZipBombs(t *testing.T) {
	for name, a := range map[string]*Archive{
		"one that is larger than any export": raw(t, entry{name: "a.csv", size: MostMember + 1, packed: string(make([]byte, 1<<20))}),
		"one that is too dense":              raw(t, entry{name: "a.csv", size: 100 << 20, packed: string(make([]byte, 1<<10))}),
		"many that share one text":           raw(t, many(70, entry{size: 11 << 20, packed: "x"})...),
		"the largest number there is":        raw(t, entry{name: "a", size: 1}, entry{name: "b", size: 1<<64 - 1, packed: "x"}),
	} {
		if list, err := a.Exports(); !errors.Is(err, grid.ErrTooLarge) {
			t.Errorf("%s: %v, %v", name, list, err)
		}
	}
	if list, err := raw(t, entry{name: "a.csv", size: 8 << 20, packed: "x"}).Exports(); err != nil || len(list) != 1 {
		t.Errorf("a small dense one: %v, %v", list, err)
	}
	liar := packedTight(t, 1<<20, 1<<10)
	if _, err := liar.Exports(); err != nil {
		t.Fatal(err)
	}
	if text, err := liar.All("a.csv", MostMember); err == nil {
		t.Errorf("a member that says less than it unpacks to gives %d bytes", len(text))
	}
}

func many(n int, e entry) []entry {
	list := make([]entry, n)
	for i := range list {
		list[i] = e
		list[i].name = string(rune('A'+i%26)) + string(rune('a'+i/26)) + ".csv"
	}
	return list
}

// packedTight packs zeros and says of them that they unpack to less.
func packedTight(t *testing.T, size, said int) *Archive {
	t.Helper()
	honest := packed(t, map[string]string{"a.csv": string(make([]byte, size))})
	inner, err := zip.NewReader(bytes.NewReader(honest), int64(len(honest)))
	if err != nil {
		t.Fatal(err)
	}
	f := inner.File[0]
	r, err := f.OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "a.csv", Method: zip.Deflate, CRC32: f.CRC32, CompressedSize64: f.CompressedSize64, UncompressedSize64: uint64(said)})
	if err == nil {
		_, err = w.Write(text.Bytes())
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	a, err := Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a
}
