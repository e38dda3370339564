package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// write puts a file into the folder of a script, and makes the folders above it.
func write(ts *testscript.TestScript, name string, content []byte) {
	file := ts.MkAbs(name)
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
	ts.Check(os.WriteFile(file, content, 0o666))
}

// converter makes a command that writes OUT from IN: name OUT IN.
func converter(convert func(string) ([]byte, error)) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 2 {
			ts.Fatalf("wanted: OUT IN")
		}
		content, err := convert(ts.ReadFile(args[1]))
		ts.Check(err)
		write(ts, args[0], content)
	}
}

func inUTF16(s string) ([]byte, error) {
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
}

func inWindows1252(s string) ([]byte, error) {
	return charmap.Windows1252.NewEncoder().Bytes([]byte(s))
}

func withLineEnds(end string) func(string) ([]byte, error) {
	return func(s string) ([]byte, error) { return []byte(strings.ReplaceAll(s, "\n", end)), nil }
}

// unescaped turns \xNN, \u00a0, \r and the like into what they stand for.
func unescaped(s string) ([]byte, error) {
	var out strings.Builder
	for s != "" {
		if s[0] != '\\' {
			out.WriteByte(s[0])
			s = s[1:]
			continue
		}
		r, multibyte, rest, err := strconv.UnquoteChar(s, 0)
		if err != nil {
			return nil, err
		}
		if multibyte {
			out.WriteRune(r)
		} else {
			out.WriteByte(byte(r))
		}
		s = rest
	}
	return []byte(out.String()), nil
}

// makeBytes is the command bytes OUT 'text with \x00 and the like'.
func makeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("wanted: bytes OUT TEXT")
	}
	content, err := unescaped(args[1])
	ts.Check(err)
	write(ts, args[0], content)
}

// makeRows is the command rows OUT IN TIMES: the lines of IN, the last so many
// times; {n} in it becomes 1, 2, 3 …, {d} a day of a month, 01 to 28.
func makeRows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("wanted: rows OUT IN TIMES")
	}
	times, err := strconv.Atoi(args[2])
	ts.Check(err)
	lines := strings.SplitAfter(strings.TrimSuffix(ts.ReadFile(args[1]), "\n")+"\n", "\n")
	last := len(lines) - 2
	out := []byte(strings.Join(lines[:last], ""))
	for n := 1; n <= times; n++ {
		day := strconv.Itoa(101 + (n-1)%28)[1:]
		out = append(out, strings.NewReplacer("{n}", strconv.Itoa(n), "{d}", day).Replace(lines[last])...)
	}
	write(ts, args[0], out)
}

// makeZip is the command zipfiles OUT.zip IN…; NAME=IN gives a file another name.
func makeZip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("wanted: zipfiles OUT IN…")
	}
	var packed bytes.Buffer
	out := zip.NewWriter(&packed)
	for _, arg := range args[1:] {
		name, from, renamed := strings.Cut(arg, "=")
		if !renamed {
			name, from = filepath.Base(arg), arg
		}
		w, err := out.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(ts.ReadFile(from)))
		ts.Check(err)
	}
	ts.Check(out.Close())
	write(ts, args[0], packed.Bytes())
}
