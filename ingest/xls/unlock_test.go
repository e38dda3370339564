package xls

import (
	"encoding/binary"
	"errors"
	"testing"

	"evidencepack/ingest/grid"
)

// TestUnknownLocks wants a lock that is not known to be a lock all the same, with
// a password too.
func TestUnknownLocks(t *testing.T) {
	header := make([]byte, 104) // of the later way
	put := binary.LittleEndian
	for at, v := range map[int]uint32{0: 2<<16 | 4, 8: 32, 20: byRC4, 24: bySHA1, 28: 128, 44: 16, 80: 20} {
		put.PutUint32(header[at:], v)
	}
	changed := func(at int, v uint32) []byte {
		out := append([]byte{1, 0}, header...)
		put.PutUint32(out[2+at:], v)
		return out
	}
	for name, lock := range map[string][]byte{
		"empty":          {},
		"another way":    {7, 0, 1, 0, 1, 0},
		"another header": {1, 0, 1, 0, 9, 0},
		"short RC4":      {1, 0, 1, 0, 1, 0, 5},
		"short API":      {1, 0, 2, 0, 2, 0, 5},
		"no AES":         changed(20, 0x660E),
		"no SHA-256":     changed(24, 0x800C),
		"long key":       changed(28, 256),
		"long header":    changed(8, 1<<31),
	} {
		text := one(rec(recFilePass, lock))
		for _, password := range []string{"", "password"} {
			if _, err := Open(text, password); !errors.Is(err, grid.ErrLocked) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if _, err := Open(one(rec(recFilePass, changed(28, 128))), "password"); !errors.Is(err, grid.ErrWrongPassword) {
		t.Errorf("unchanged: %v", err)
	}
}

// TestLockedAgainst wants a password that does not fit to be told from a lock
// that is not known.
func TestLockedAgainst(t *testing.T) {
	for name, text := range map[string][]byte{
		"BIFF8": one(rec(recFilePass, 0, 1, 2)),
		"BIFF5": bookOf(biff5, rec(recFilePass, 1, 2), sheetOf{name: "S"}),
	} {
		for password, want := range map[string]error{"": grid.ErrLocked, "x": grid.ErrWrongPassword, "longer than fifteen": grid.ErrWrongPassword, "Łódź": grid.ErrWrongPassword} {
			if _, err := Open(text, password); !errors.Is(err, want) {
				t.Errorf("%s, %q: %v, want %v", name, password, err, want)
			}
		}
	}
}
