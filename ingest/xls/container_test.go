package xls

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"evidencepack/ingest/grid"
)

func TestContainer(t *testing.T) {
	old := bookOf(biff5, nil, sheetOf{name: "old"})
	newer := one(nil, rec(recNumber, 0, 0, 0, 1.0))
	for name, text := range map[string][]byte{
		"one stream": compound([]string{"Workbook"}, newer),
		"capitals":   compound([]string{"WORKBOOK"}, newer),
		"both":       compound([]string{"Book", "Workbook", "\x05SummaryInformation"}, old, newer, nil),
	} {
		b, err := Open(text, "")
		if err != nil || b.Sheets[0].Name != "S" || len(linesOf(b.Sheets[0])) != 1 {
			t.Errorf("%s: %+v, %v", name, b, err)
		}
	}
	if b := mustOpen(t, compound([]string{"Book"}, old)); b.Sheets[0].Name != "old" {
		t.Errorf("%+v", b.Sheets)
	}
}

// TestLongContainer reads a file whose table of sectors is longer than its header
// can say: above seven million bytes.
func TestLongContainer(t *testing.T) {
	note := rec(recLabel, 7, 0, 0, 8000, []byte{0}, make([]byte, 8000))
	records := append(slices.Repeat(note, 2000), rec(recNumber, 9, 0, 0, 42.0)...)
	whole := compound([]string{"Workbook"}, one(nil, records))
	lines := linesOf(mustOpen(t, whole).Sheets[0])
	if len(lines) != 2 || lines[1].cells[0].Number != 42 {
		t.Errorf("%d rows", len(lines))
	}
	list := headerSize + 512*int(le32(whole[68:]))
	binary.LittleEndian.PutUint32(whole[list+508:], le32(whole[68:])) // the list goes on with itself
	binary.LittleEndian.PutUint32(whole[list+40:], 0x7FFFFFFF)
	if _, err := Open(whole, ""); !errors.Is(err, grid.ErrDamaged) {
		t.Error(err)
	}
}

func TestOtherFiles(t *testing.T) {
	for name, want := range map[string]error{
		"WordDocument":            grid.Unsupported{Format: "doc"},
		"PowerPoint Document":     grid.Unsupported{Format: "ppt"},
		"__properties_version1.0": grid.Unsupported{Format: "msg"},
		"EncryptedPackage":        grid.ErrLocked,
		"Contents":                grid.ErrDamaged,
	} {
		if _, err := Open(compound([]string{name}, nil), ""); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
}

// TestDamagedContainers breaks each number of the tables: no loop, no panic, and
// never another answer than the whole one.
func TestDamagedContainers(t *testing.T) {
	whole := compound([]string{"Workbook"}, one(nil, rec(recNumber, 0, 0, 0, 1.0)))
	for n := range len(whole) - 512 { // the last sector holds the directory
		if _, err := Open(whole[:n], ""); err == nil {
			t.Fatalf("cut to %d of %d bytes it is read", n, len(whole))
		}
	}
	for _, value := range []uint32{0, 1, 2, 8, 9, 500, 0x7FFFFFFF, noEntry, endOfChain, 0xFFFFFFFD} {
		for at := 0; at < len(whole); at += 4 {
			text := slices.Clone(whole)
			binary.LittleEndian.PutUint32(text[at:], value)
			b, err := Open(text, "")
			if err != nil {
				continue
			}
			for _, s := range b.Sheets {
				linesOf(s)
			}
		}
	}
}

// TestChainsEnd wants chains that bite their own tail to be damage, not endless.
func TestChainsEnd(t *testing.T) {
	whole := compound([]string{"Workbook"}, make([]byte, 9000))
	for at, value := range map[int]uint32{headerSize + 4: 1, headerSize + 4*3: 2} {
		text := slices.Clone(whole)
		binary.LittleEndian.PutUint32(text[at:], value)
		if _, err := Open(text, ""); !errors.Is(err, grid.ErrDamaged) {
			t.Errorf("%v", err)
		}
	}
	size := len(whole) - 512 + entrySize + 120 // of the stream, in the second line of the directory
	binary.LittleEndian.PutUint32(whole[size:], 0x7FFFFFFF)
	if _, err := Open(whole, ""); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("%v", err)
	}
}
