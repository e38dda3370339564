package xls

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// RC4, MD5 and SHA-1 are what these old files were made with ([MS-OFFCRYPTO]
// 2.3.5 and 2.3.6); nothing is kept secret with them here.

// blockSize is how many bytes of the stream are encrypted with one key.
const blockSize = 1024

// rc4Cipher encrypts each block of the stream with a key of its own.
type rc4Cipher struct {
	key   func(block uint32) []byte
	block int    // the block whose bytes are at hand, -1 for none
	bytes []byte // what the block's bytes are combined with
}

func (c *rc4Cipher) decrypt(s stream, from, to, _ int) {
	for at := from; at < to; at++ {
		if at/blockSize != c.block {
			c.block = at / blockSize
			c.bytes = combined(c.key(uint32(c.block)), make([]byte, blockSize))
		}
		s[at] ^= c.bytes[at%blockSize]
	}
}

// combined runs bytes through RC4 with a key; no key gives nothing.
func combined(key, b []byte) []byte {
	out := make([]byte, len(b))
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, b)
	}
	return out
}

// opened gives the cipher if the key opens what was put into the file to check
// passwords: 16 bytes, and behind them their digest.
func opened(key func(uint32) []byte, check []byte, digest func([]byte) []byte) cipher {
	plain := combined(key(0), check)
	if !bytes.Equal(digest(plain[:16]), plain[16:]) {
		return nil
	}
	return &rc4Cipher{key: key, block: -1}
}

func digestMD5(b []byte) []byte  { d := md5.Sum(b); return d[:] }
func digestSHA1(b []byte) []byte { d := sha1.Sum(b); return d[:] }

// wideText writes a password as the formats want it.
func wideText(password string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(password)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// openRC4 is the way of Excel 97 and 2000, with keys of 40 bits.
func openRC4(d []byte) opener {
	if len(d) < 52 {
		return nil
	}
	salt, check := slices.Clone(d[4:20]), slices.Clone(d[20:52])
	return func(password string) cipher {
		short := digestMD5(wideText(password))[:5]
		var salted []byte
		for range 16 {
			salted = append(append(salted, short...), salt...)
		}
		base := digestMD5(salted)[:5:5]
		key := func(block uint32) []byte { return digestMD5(binary.LittleEndian.AppendUint32(base, block)) }
		return opened(key, check, digestMD5)
	}
}

// What the header of the later way names.
const (
	byRC4  = 0x6801
	bySHA1 = 0x8004
)

// openCryptoAPI is the way of Excel 2002 and 2003, with keys of 40 to 128 bits.
func openCryptoAPI(d []byte) opener {
	const before, verifier = 12, 4 + 16 + 16 + 4 + 20
	if len(d) < before+20+verifier {
		return nil
	}
	headerSize := uint64(le32(d[8:]))
	if headerSize < 20 || headerSize > uint64(len(d)-before-verifier) {
		return nil
	}
	header, rest := d[before:], d[before+headerSize:]
	size := int(le32(header[16:])) / 8
	if size == 0 {
		size = 5
	}
	if le32(header[8:]) != byRC4 || le32(header[12:]) != bySHA1 || size < 5 || size > 16 || le32(rest) != 16 || le32(rest[36:]) != 20 {
		return nil
	}
	salt, check := slices.Clone(rest[4:20]), append(slices.Clone(rest[20:36]), rest[40:60]...)
	return func(password string) cipher {
		base := digestSHA1(append(slices.Clone(salt), wideText(password)...))
		key := func(block uint32) []byte {
			k := digestSHA1(binary.LittleEndian.AppendUint32(slices.Clone(base), block))
			if size == 5 { // is filled up
				return append(k[:5:5], make([]byte, 11)...)
			}
			return k[:size]
		}
		return opened(key, check, digestSHA1)
	}
}
