package xlsx

import (
	"bytes"
	"encoding/binary"
	"io"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/unicode"

	"evidencepack/ingest/grid"
)

// compoundMark begins the files that hold streams instead of a zip file: old
// workbooks, and new ones that are locked with a password.
const compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// Names of the streams of a locked file.
const (
	lockStream = "EncryptionInfo"
	dataStream = "EncryptedPackage"
)

var errLock = malformed("its lock is not well formed")

// oddLock is the error for a lock that neither Excel nor its kin put on by default.
var oddLock = grid.Unsupported{Format: "lock"}

// Encrypted tells whether a file is locked with a password: one of streams, with
// an encrypted package among them.
func Encrypted(text []byte) bool {
	if !bytes.HasPrefix(text, []byte(compoundMark)) {
		return false
	}
	var name []byte
	for _, c := range dataStream + "\x00" {
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

// unlock decrypts a file of streams (MS-OFFCRYPTO 2.3.4). Errors: grid.ErrLocked,
// grid.ErrWrongPassword, grid.ErrDamaged, grid.Unsupported.
func unlock(text []byte, password string) (plain []byte, err error) {
	if !Encrypted(text) {
		return nil, malformed("it holds no package")
	}
	if password == "" {
		return nil, grid.ErrLocked
	}
	info, data, err := streams(text)
	if err != nil {
		return nil, err
	}
	letters, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(password))
	if err != nil {
		return nil, grid.ErrWrongPassword
	}
	size := binary.LittleEndian.Uint64(data)
	data = data[8:]
	data = data[:len(data)/blockSize*blockSize]
	switch version := binary.LittleEndian.Uint32(info); {
	case version == 4|4<<16:
		err = openAgile(info[8:], letters, data)
	case version>>16 == 2 && version&0xFFFF >= 2 && version&0xFFFF <= 4:
		err = openStandard(info[8:], letters, data)
	default:
		err = oddLock
	}
	if err == nil && size > uint64(len(data)) {
		err = errLock
	}
	if err != nil {
		return nil, err
	}
	return data[:size], nil
}

// streams reads the two streams of a locked file.
func streams(text []byte) (info, data []byte, err error) {
	defer func() {
		if recover() != nil { // the library checks most of what a file says of itself, not all
			info, data, err = nil, nil, errLock
		}
	}()
	file, err := mscfb.New(bytes.NewReader(text))
	if err != nil {
		return nil, nil, errLock
	}
	for entry, err := file.Next(); err == nil; entry, err = file.Next() {
		if entry.Name != lockStream && entry.Name != dataStream || len(entry.Path) > 0 {
			continue
		}
		if entry.Size < 8 || entry.Size > int64(len(text)) {
			return nil, nil, errLock
		}
		stream := make([]byte, entry.Size)
		if _, err := io.ReadFull(entry, stream); err != nil {
			return nil, nil, errLock
		}
		if entry.Name == lockStream {
			info = stream
		} else {
			data = stream
		}
	}
	if info == nil || data == nil {
		return nil, nil, errLock
	}
	return info, data, nil
}
