package xlsx

import (
	"bytes"
	"encoding/binary"

	"golang.org/x/text/encoding/unicode"

	"evidencepack/ingest/grid"
)

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
	for at := headerSize; at+entrySpan <= len(text); at += entrySpan {
		if named(text[at:], dataStream) {
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
	file, sound := openCompound(text)
	if !sound {
		return nil, errLock
	}
	info, there := file.stream(lockStream)
	data, whole := file.stream(dataStream)
	if !there || !whole || len(info) < 8 || len(data) < 8 {
		return nil, errLock
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
