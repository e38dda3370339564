package xlsx

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"io"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/grid"
)

// compoundMark begins the files that hold streams instead of a zip file: old
// workbooks, and new ones that are locked with a password.
const compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// mostSpins bounds how often a password is hashed; Excel does it 100,000 times.
const mostSpins = 1_000_000

// Encrypted tells whether a file is locked with a password: one of streams, with
// an encrypted package among them.
func Encrypted(text []byte) bool {
	if !bytes.HasPrefix(text, []byte(compoundMark)) {
		return false
	}
	name := make([]byte, 0, 64)
	for _, c := range "EncryptedPackage\x00" {
		name = binary.LittleEndian.AppendUint16(name, uint16(c))
	}
	const entry = 128 // bytes of an entry of the directory, which start at multiples of it
	for at := 512; at+entry <= len(text); at += entry {
		if bytes.HasPrefix(text[at:], name) && int(text[at+64]) == len(name) {
			return true
		}
	}
	return false
}

// unlock decrypts a file of streams.
func unlock(text []byte, password string) (plain []byte, err error) {
	if !Encrypted(text) {
		return nil, malformed("it holds no package")
	}
	if password == "" {
		return nil, grid.ErrLocked
	}
	if err := lockSound(text); err != nil {
		return nil, err
	}
	defer func() {
		if recover() != nil { // the library trusts the lengths in the file
			plain, err = nil, malformed("its lock is not well formed")
		}
	}()
	plain, err = excelize.Decrypt(text, &excelize.Options{Password: password})
	if err != nil {
		return nil, malformed("its lock is not well formed")
	}
	// The library decrypts with any password; only the right one gives a zip file.
	if !bytes.HasPrefix(plain, []byte("PK\x03\x04")) {
		return nil, grid.ErrWrongPassword
	}
	return plain, nil
}

// lockSound makes sure that the library has nothing to do without end: it takes
// sizes and counts from the file as they are.
func lockSound(text []byte) (err error) {
	defer func() {
		if recover() != nil {
			err = malformed("its lock is not well formed")
		}
	}()
	doc, err := mscfb.New(bytes.NewReader(text))
	if err != nil {
		return malformed("its lock is not well formed")
	}
	info, packed := false, false
	for entry, err := doc.Next(); err == nil; entry, err = doc.Next() {
		switch entry.Name {
		case "EncryptedPackage":
			packed = true
		case "EncryptionInfo":
			info = true
		default:
			continue
		}
		if entry.Size < 8 || entry.Size > int64(len(text)) {
			return malformed("its lock is not well formed")
		}
		if entry.Name == "EncryptionInfo" && !spinsSound(entry) {
			return malformed("its lock is not well formed")
		}
	}
	if !info || !packed {
		return malformed("its lock is not well formed")
	}
	return nil
}

// spinsSound tells whether the password is hashed so often only as makes sense.
func spinsSound(info io.Reader) bool {
	text, err := io.ReadAll(info)
	if err != nil || len(text) < 8 {
		return false
	}
	if version := binary.LittleEndian.Uint32(text); version != 4<<16|4 {
		return true // the older kind hashes 50,000 times
	}
	var stated struct {
		Keys []struct {
			Key struct {
				Spins int `xml:"spinCount,attr"`
			} `xml:"encryptedKey"`
		} `xml:"keyEncryptors>keyEncryptor"`
	}
	if err := xml.Unmarshal(text[8:], &stated); err != nil {
		return false
	}
	for _, k := range stated.Keys {
		if k.Key.Spins < 0 || k.Key.Spins > mostSpins {
			return false
		}
	}
	return len(stated.Keys) > 0
}
