package js

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"strings"
	"testing"
)

// The library is what its hash says, keeps its licences at its head, and can stand in a page.
func TestLibraryIsWhatItsHashSays(t *testing.T) {
	in, err := gzip.NewReader(bytes.NewReader(library))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	if got := base64.StdEncoding.EncodeToString(sum[:]); got != LibraryHash {
		t.Errorf("the hash of the library is %s", got)
	}
	for _, want := range []string{"Apache License, Version 2.0", "Redistribution and use in source and binary forms", "Mike Bostock"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the library lacks %q", want)
		}
	}
	if strings.Contains(strings.ToLower(string(text)), "</script") {
		t.Error("the library ends the element that it stands in")
	}
	if in.Name != "" || in.Comment != "" || len(in.Extra) > 0 || !in.ModTime.IsZero() {
		t.Errorf("the packed library bears more than the library: %+v", in.Header)
	}
}
