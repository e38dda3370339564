package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"
)

var members = []member{
	{name: "evidencepack", data: []byte("the program"), runs: true},
	{name: "README.md", data: []byte("read me")},
	{name: "LICENSE", data: bytes.Repeat([]byte("may be used "), 1000)},
}

func TestWriteZipGivesTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	if err := writeZip(&first, members); err != nil {
		t.Fatal(err)
	}
	if err := writeZip(&second, members); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two zips of the same members differ")
	}
}

func TestWriteZipKeepsNamesModesAndContent(t *testing.T) {
	var packed bytes.Buffer
	if err := writeZip(&packed, members); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(members) {
		t.Fatalf("%d members, want %d", len(r.File), len(members))
	}
	for i, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name != members[i].name || !bytes.Equal(data, members[i].data) {
			t.Errorf("member %d is %s with %d bytes, want %s with %d", i, f.Name, len(data), members[i].name, len(members[i].data))
		}
		if runs := f.Mode()&0o111 != 0; runs != members[i].runs {
			t.Errorf("%s: may be run is %t, want %t", f.Name, runs, members[i].runs)
		}
		if !f.Modified.Equal(packedOn) {
			t.Errorf("%s carries the time %s", f.Name, f.Modified)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteZipSaysWhenItCannotWrite(t *testing.T) {
	if err := writeZip(fullDisk{}, members); err == nil {
		t.Error("no error from a full disk")
	}
}

func TestNamesOfPrograms(t *testing.T) {
	for _, c := range []struct {
		platform
		program, zipName string
	}{
		{platform{"windows", "amd64"}, "evidencepack.exe", "evidencepack-windows-amd64.zip"},
		{platform{"darwin", "arm64"}, "evidencepack", "evidencepack-darwin-arm64.zip"},
		{platform{"linux", "amd64"}, "evidencepack", "evidencepack-linux-amd64.zip"},
	} {
		if c.platform.program() != c.program || c.platform.zipName() != c.zipName {
			t.Errorf("%v: %s in %s", c.platform, c.platform.program(), c.platform.zipName())
		}
	}
}
