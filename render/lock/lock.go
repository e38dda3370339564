// Package lock puts a password on copies of finished packs, for sending. It is the
// one room whose library (pdfcpu) could speak to a network; nothing in here does,
// and no other room may import it.
//
// A locked copy is never the same twice: its salts and keys are random, as they
// must be.
package lock

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/xuri/excelize/v2"
)

// Shortest and Longest are how many characters a password may have. A workbook's
// lock is only as strong as its password, and PDF readers cut one at 127 bytes.
const (
	Shortest = 12
	Longest  = 100
)

// Check tells what is wrong with a password. The password is not in the error.
func Check(password string) error {
	switch n := utf8.RuneCountInString(password); {
	case !utf8.ValidString(password):
		return errors.New("the password is not plain text; save the file as UTF-8")
	case n < Shortest:
		return fmt.Errorf("the password has %d characters; at least %d are needed", n, Shortest)
	case n > Longest || len(password) > 127:
		return fmt.Errorf("the password is longer than %d plain letters and signs; some programs would cut it", Longest)
	}
	return nil
}

// PDF locks a PDF with AES-256 (PDF 2.0, revision 6). Whoever has the password may
// read, print and copy. The owner's password is random and thrown away, so that the
// one password is the only one.
func PDF(data []byte, password string) ([]byte, error) {
	if err := Check(password); err != nil {
		return nil, err
	}
	var owner [32]byte
	rand.Read(owner[:])
	api.DisableConfigDir() // it would write a folder into the user's home
	conf := model.NewAESConfiguration(password, hex.EncodeToString(owner[:]), 256)
	conf.Permissions = model.PermissionsAll
	conf.Offline = true
	// A reader tries a password against revision 5 with a single hash, so guessing is
	// quick; revision 6, which a PDF 2.0 gets, makes each guess slow.
	data = append([]byte("%PDF-2.0"), data[min(len(data), len("%PDF-2.0")):]...)
	var out bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(data), &out, conf); err != nil {
		return nil, fmt.Errorf("the PDF could not be locked: %w", err)
	}
	return out.Bytes(), nil
}

// Workbook locks an xlsx with AES-128 (ECMA-376 standard encryption), which Excel and
// LibreOffice open.
func Workbook(data []byte, password string) ([]byte, error) {
	if err := Check(password); err != nil {
		return nil, err
	}
	out, err := excelize.Encrypt(data, &excelize.Options{Password: password})
	if err != nil {
		return nil, fmt.Errorf("the workbook could not be locked: %w", err)
	}
	return out, nil
}
