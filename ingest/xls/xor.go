package xls

import (
	"math/bits"
	"unicode/utf16"
)

// The oldest way combines the bytes with 16 others that come from the password
// ([MS-OFFCRYPTO] 2.3.7).

// mostXor is the longest password that it knows.
const mostXor = 15

// The tables of the format: the key that a password of each length starts from;
// for each character from the last the first of seven numbers, of which each gives
// the next; and what fills up a short password.
var (
	xorStarts = [mostXor]uint16{0xE1F0, 0x1D0F, 0xCC9C, 0x84C0, 0x110C, 0x0E10, 0xF1CE, 0x313E, 0x1872, 0xE139, 0xD40F, 0x84F9, 0x280C, 0xA96A, 0x4EC3}
	xorRows   = [mostXor]uint16{0xAEFC, 0x7B61, 0x4563, 0x0375, 0xD849, 0x6F45, 0xEB23, 0x47D3, 0xB861, 0x45A0, 0xAA51, 0x76B4, 0x3730, 0x3331, 0x1021}
	xorFill   = [mostXor]byte{0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00}
)

// xorCipher is the 16 bytes.
type xorCipher [16]byte

func (c *xorCipher) decrypt(s stream, from, to, size int) {
	for at := from; at < to; at++ {
		s[at] = bits.RotateLeft8(s[at], 3) ^ c[(at+size)%16]
	}
}

// openXor reads the key and the check of the password.
func openXor(d []byte) opener {
	if len(d) < 4 {
		return nil
	}
	key, check := le16(d), le16(d[2:])
	return func(password string) cipher {
		b := singleBytes(password)
		if len(b) == 0 || len(b) > mostXor || xorKey(b) != key || xorCheck(b) != check {
			return nil
		}
		var c xorCipher
		copy(c[:], b)
		copy(c[len(b):], xorFill[:])
		for i := range c {
			c[i] = bits.RotateLeft8(c[i]^byte(key>>(8*(i%2))), 2)
		}
		return &c
	}
}

// singleBytes is the password with one byte a character.
func singleBytes(password string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(password)) {
		if low := byte(u); low != 0 {
			out = append(out, low)
		} else {
			out = append(out, byte(u>>8))
		}
	}
	return out
}

func xorKey(b []byte) uint16 {
	key := xorStarts[len(b)-1]
	for i, c := range b {
		number := xorRows[mostXor-len(b)+i]
		for bit := range 7 {
			if c>>bit&1 != 0 {
				key ^= number
			}
			number = number<<1 ^ number>>15*0x1021
		}
	}
	return key
}

func xorCheck(b []byte) uint16 {
	check := uint16(len(b)) ^ 0xCE4B
	for i, c := range b {
		turn := (i + 1) % 15
		check ^= (uint16(c)<<turn | uint16(c)>>(15-turn)) & 0x7FFF
	}
	return check
}
