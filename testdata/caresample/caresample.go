// Package caresample holds a second invented provider's exports together with
// the figures that are known to be true of them: the oracle of the tests. Only
// tests import it; the program does not carry it.
package caresample

import (
	"archive/zip"
	"bytes"
	_ "embed" // for the packed sample below
	"fmt"
	"io"
	"os"
	"path/filepath"
)

//go:embed care-sample.zip
var packed []byte

// Unpack writes the sample into a folder: exports/, the expected figures, the
// identifiers and its README. It fails where a file cannot be written.
func Unpack(dir string) error {
	sample, err := open()
	if err != nil {
		return err
	}
	for _, f := range sample.File {
		if !filepath.IsLocal(f.Name) {
			return fmt.Errorf("care sample: %s leads out of the folder", f.Name)
		}
		data, err := read(f)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Expected gives one file of the sample by its name, such as
// "expected_evidence.csv", "expected_rows.csv", "expected_rejects.csv" or
// "identifiers.txt". It fails where the sample has no such file.
func Expected(name string) ([]byte, error) {
	sample, err := open()
	if err != nil {
		return nil, err
	}
	for _, f := range sample.File {
		if f.Name == name {
			return read(f)
		}
	}
	return nil, fmt.Errorf("care sample: no file %s", name)
}

func open() (*zip.Reader, error) {
	sample, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("care sample: %w", err)
	}
	return sample, nil
}

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("care sample: %s: %w", f.Name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("care sample: %s: %w", f.Name, err)
	}
	return data, nil
}
