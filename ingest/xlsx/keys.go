package xlsx

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"hash"
	"strings"

	"evidencepack/ingest/grid"
)

const (
	blockSize   = aes.BlockSize
	segmentSize = 4096      // bytes of the package that are locked at a time
	mostSpins   = 1_000_000 // bound on how often a password is hashed; Excel does it 100,000 times
	spinsBefore = 50_000    // how often Excel 2007 hashed it
	filler      = 0x36      // lengthens what a hash is too short for
	proofSize   = 4 + 16 + 16 + 4 + 32
)

// What the keys of the newer lock are made for (MS-OFFCRYPTO 2.3.4.11 to 2.3.4.13).
var (
	forInput = []byte{0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79}
	forHash  = []byte{0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E}
	forKey   = []byte{0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6}
)

// agile is what a newer lock states, of the package or of the password.
type agile struct {
	salt, input, hash, key []byte
	keySize, spins         int
	hasher                 hash.Hash
}

// openAgile decrypts data in place, as Excel has locked it since 2010.
func openAgile(info, password, data []byte) error {
	var pack, lock *agile
	s, err := newScanner(bytes.NewReader(info))
	if err != nil {
		return err
	}
	if err := s.root("encryption"); err != nil {
		return err
	}
	for {
		what, err := s.next()
		if err != nil {
			return err
		}
		if what == over {
			break
		}
		if what != opened {
			continue
		}
		switch name := string(s.name); {
		case name == "keyData" && pack == nil:
			pack, err = s.agile()
		case name == "encryptedKey" && lock == nil && len(s.attr("spinCount")) > 0:
			lock, err = s.agile()
		}
		if err != nil {
			return err
		}
	}
	if pack == nil || lock == nil || lock.spins < 0 || lock.spins > mostSpins || lock.keySize != pack.keySize {
		return errLock
	}
	return lock.open(pack, password, data)
}

// agile reads the attributes of the element that is open.
func (s *scanner) agile() (*agile, error) {
	if s.attr("cipherAlgorithm") != "AES" || s.attr("cipherChaining") != "ChainingModeCBC" {
		return nil, oddLock
	}
	a := &agile{keySize: s.number("keyBits") / 8, spins: s.number("spinCount")}
	switch strings.ReplaceAll(s.attr("hashAlgorithm"), "-", "") {
	case "SHA1":
		a.hasher = sha1.New()
	case "SHA256":
		a.hasher = sha256.New()
	case "SHA384":
		a.hasher = sha512.New384()
	case "SHA512":
		a.hasher = sha512.New()
	default:
		return nil, oddLock
	}
	for name, to := range map[string]*[]byte{"saltValue": &a.salt, "encryptedVerifierHashInput": &a.input, "encryptedVerifierHashValue": &a.hash, "encryptedKeyValue": &a.key} {
		var err error
		if *to, err = base64.StdEncoding.DecodeString(s.attr(name)); err != nil {
			return nil, errLock
		}
	}
	if len(a.salt) == 0 || a.keySize != 16 && a.keySize != 24 && a.keySize != 32 {
		return nil, errLock
	}
	return a, nil
}

// open proves the password and decrypts data in place.
func (a *agile) open(pack *agile, password, data []byte) error {
	spun := a.digest(a.salt, password)
	for i := range a.spins {
		spun = a.digest(binary.LittleEndian.AppendUint32(nil, uint32(i)), spun)
	}
	for _, part := range []struct{ purpose, of []byte }{{forInput, a.input}, {forHash, a.hash}, {forKey, a.key}} {
		if len(part.of) == 0 || len(part.of)%blockSize != 0 {
			return errLock
		}
		if err := chained(sized(a.digest(spun, part.purpose), a.keySize), sized(a.salt, blockSize), part.of); err != nil {
			return err
		}
	}
	want := a.digest(a.input[:min(len(a.input), len(a.salt))])
	if len(a.hash) < len(want) || !bytes.Equal(a.hash[:len(want)], want) {
		return grid.ErrWrongPassword
	}
	if len(a.key) < pack.keySize {
		return errLock
	}
	for i := 0; len(data) > 0; i++ {
		segment := data[:min(len(data), segmentSize)]
		data = data[len(segment):]
		start := pack.digest(pack.salt, binary.LittleEndian.AppendUint32(nil, uint32(i)))
		if err := chained(a.key[:pack.keySize], sized(start, blockSize), segment); err != nil {
			return err
		}
	}
	return nil
}

// digest hashes texts one after the other.
func (a *agile) digest(texts ...[]byte) []byte {
	a.hasher.Reset()
	for _, t := range texts {
		a.hasher.Write(t)
	}
	return a.hasher.Sum(nil)
}

// sized cuts or lengthens a hash.
func sized(text []byte, size int) []byte {
	out := bytes.Repeat([]byte{filler}, size)
	copy(out, text)
	return out
}

// chained decrypts whole blocks in place, each with the one before.
func chained(key, start, data []byte) error {
	c, err := aes.NewCipher(key)
	if err != nil {
		return errLock
	}
	cipher.NewCBCDecrypter(c, start).CryptBlocks(data, data)
	return nil
}

// openStandard decrypts data in place, as Excel 2007 locked it.
func openStandard(info, password, data []byte) error {
	if len(info) < 4 {
		return errLock
	}
	size := int64(binary.LittleEndian.Uint32(info))
	if size < 8*4 || 4+size+proofSize > int64(len(info)) {
		return errLock
	}
	algorithm, bits := binary.LittleEndian.Uint32(info[4+8:]), binary.LittleEndian.Uint32(info[4+16:])
	if algorithm>>8 != 0x66 || algorithm&0xFF < 0x0E || algorithm&0xFF > 0x10 || bits != 128 && bits != 192 && bits != 256 {
		return oddLock
	}
	proof := info[4+size:]
	salt, input, hash := proof[4:20], proof[20:36], proof[40:72]
	spun := sha1.Sum(append(bytes.Clone(salt), password...))
	for i := range spinsBefore {
		spun = sha1.Sum(append(binary.LittleEndian.AppendUint32(nil, uint32(i)), spun[:]...))
	}
	spun = sha1.Sum(append(spun[:], 0, 0, 0, 0))
	var key []byte
	for _, pad := range []byte{filler, 0x5C} {
		block := bytes.Repeat([]byte{pad}, sha1.BlockSize)
		for i, b := range spun {
			block[i] ^= b
		}
		half := sha1.Sum(block)
		key = append(key, half[:]...)
	}
	c, err := aes.NewCipher(key[:bits/8])
	if err != nil {
		return errLock
	}
	for _, text := range [][]byte{input, hash, data} {
		for at := 0; at < len(text); at += blockSize {
			c.Decrypt(text[at:], text[at:])
		}
		if proven := sha1.Sum(input); &text[0] == &hash[0] && !bytes.Equal(hash[:len(proven)], proven[:]) {
			return grid.ErrWrongPassword
		}
	}
	return nil
}
