package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// How Ed25519 keys stand in PEM files (RFC 8410): these bytes, and the 32 of the
// key. They are written out here because the library that reads every kind of key
// brings the network with it.
var (
	privateHead = []byte{0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20} // PKCS #8
	publicHead  = []byte{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00}                         // SubjectPublicKeyInfo
)

const (
	privateType = "PRIVATE KEY"
	publicType  = "PUBLIC KEY"
	largestKey  = 64 << 10
)

// newSigningKey writes a private key, for its owner only, and the public key
// beside it. Files that are there stay.
func newSigningKey(w world, file string) error {
	public := file + ".pub"
	for _, name := range []string{file, public} {
		if _, err := os.Lstat(name); err == nil {
			return failure{code: exitNothing, what: filepath.Base(name) + " is there already, so we left it as it is.", why: "what was signed with the old key could not be checked any more.", hints: []string{"choose another name for a new key."}}
		}
	}
	publicKey, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	if err := writeNew(file, keyText(privateType, privateHead, key.Seed()), 0o600); err != nil {
		return err
	}
	if err := writeNew(public, keyText(publicType, publicHead, publicKey), 0o644); err != nil {
		_ = os.Remove(file) // we made it just now, and alone it is of no use
		return err
	}
	say(w.stdout, fmt.Sprintf("Made %s. Keep it safe: who has it can sign as you.", filepath.Base(file)))
	say(w.stdout, fmt.Sprintf("Made %s. Give it to whoever checks your packs.", filepath.Base(public)))
	return nil
}

// writeNew writes a file that is not there yet, whole or not at all.
func writeNew(file string, text []byte, mode fs.FileMode) error {
	err := createFile(file, text, mode)
	switch {
	case errors.Is(err, fs.ErrExist):
		return failure{code: exitNothing, what: filepath.Base(file) + " is there already, so we left it as it is.", hints: []string{"choose another name for a new key."}}
	case err != nil && diskFull(err):
		return failure{code: exitNothing, what: fmt.Sprintf("%s could not be written: the disk is full.", filepath.Base(file))}
	case err != nil:
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write %s.", filepath.Base(file))}
	}
	return nil
}

func keyText(kind string, head, key []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: append(bytes.Clone(head), key...)})
}

// readPrivateKey reads the key that signs.
func readPrivateKey(file string) (ed25519.PrivateKey, error) {
	text, err := readKeyFile(file, "evidencepack key new FILE --signing  makes one.")
	if err != nil {
		return nil, err
	}
	seed, why := keyIn(text, privateType, privateHead)
	if why != "" {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("%s cannot sign: %s.", filepath.Base(file), why), hints: []string{"evidencepack key new FILE --signing  makes a key that can."}}
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

// readPublicKey reads the key that checks.
func readPublicKey(file string) (ed25519.PublicKey, error) {
	text, err := readKeyFile(file, "ask for it whoever signed the packs.")
	if err != nil {
		return nil, err
	}
	key, why := keyIn(text, publicType, publicHead)
	if why != "" {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("%s cannot check a signature: %s.", filepath.Base(file), why), hints: []string{"name the public key of whoever signed the packs; its file ends in .pub."}}
	}
	return ed25519.PublicKey(key), nil
}

// isSigningKey tells whether a text is one half of a key for signing.
func isSigningKey(text []byte) bool {
	_, private := keyIn(text, privateType, privateHead)
	_, public := keyIn(text, publicType, publicHead)
	return private == "" || public == ""
}

// readKeyFile reads a file that may be a key: a plain one, and not a large one.
func readKeyFile(file, hint string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the key %s cannot be opened.", filepath.Base(file)), hints: []string{hint}}
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the key %s cannot be opened.", filepath.Base(file)), hints: []string{hint}}
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largestKey))
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the key %s cannot be read.", filepath.Base(file)), hints: []string{hint}}
	}
	return text, nil
}

// keyIn gives the 32 bytes of a key in PEM, or says in words why the text is not one.
func keyIn(text []byte, kind string, head []byte) (key []byte, why string) {
	if old, err := hex.DecodeString(strings.TrimSpace(string(text))); err == nil && len(old) == 32 {
		return nil, "it is a key for pseudonyms"
	}
	block, rest := pem.Decode(text)
	switch {
	case block == nil:
		return nil, "it is no key"
	case len(bytes.TrimSpace(rest)) > 0:
		return nil, "it holds more than one key"
	case block.Type == publicType && kind == privateType:
		return nil, "it is the public half of a key"
	case block.Type == privateType && kind == publicType:
		return nil, "it is the private half of a key, which nobody else should have"
	case strings.Contains(block.Type, "ENCRYPTED") || block.Headers["DEK-Info"] != "":
		return nil, "it has a password"
	case block.Type != kind || len(block.Bytes) != len(head)+32 || !bytes.HasPrefix(block.Bytes, head):
		return nil, "it is a key of another kind than Ed25519"
	}
	return block.Bytes[len(head):], ""
}
