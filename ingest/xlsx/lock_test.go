package xlsx

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/grid"
)

// locked are the locked workbooks from the wild with their passwords.
var locked = map[string]string{
	"workbook/ExcelDataReader__agile_AES256_SHA512_CBC_pwd_password.xlsx":  "password",
	"workbook/ExcelDataReader__standard_AES128_SHA1_ECB_pwd_password.xlsx": "password",
	"workbook/calamine__pass_protected.xlsx":                               "123",
	"workbook/msoffcrypto-tool__example_password.xlsx":                     "Password1234_",
	"workbook/poi__protected_passtika.xlsx":                                "tika",
	"workbook/qsv__password-protected-password123.xlsx":                    "password123",
}

func TestLockedInTheWild(t *testing.T) {
	t.Parallel()
	for name, password := range locked {
		text := corpus(t, name)
		if !Encrypted(text) {
			t.Errorf("%s: the lock is not seen", name)
		}
		if _, err := Open(text, ""); !errors.Is(err, grid.ErrLocked) {
			t.Errorf("%s without a password: %v", name, err)
		}
		if _, err := Open(text, password+"x"); !errors.Is(err, grid.ErrWrongPassword) {
			t.Errorf("%s with a wrong password: %v", name, err)
		}
		b, err := Open(text, password)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if filled := len(all(b.Sheets[0])) > 0; filled != !strings.Contains(name, "calamine") { // that one has an empty sheet
			t.Errorf("%s: something is in it: %t", name, filled)
		}
		if !strings.Contains(name, "ExcelDataReader") {
			continue // the library takes its time
		}
		if plain, err := excelize.Decrypt(text, &excelize.Options{Password: password}); err != nil || !sameCells(t, plain, b) {
			t.Errorf("%s is read differently by the library (%v)", name, err)
		}
	}
}

func TestLock(t *testing.T) {
	t.Parallel()
	plain := packed(t, simple(rows(`<row r="1"><c r="A1"><v>7</v></c></row>`), parts{"padding.bin": noise(5000)}))
	text, err := excelize.Encrypt(plain, &excelize.Options{Password: "Pâté 1"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(text, "Pâté 1")
	if err != nil || lines(b.Sheets[0]) != "1:7#" {
		t.Fatalf("%v, %v", b, err)
	}
	if _, err := Open(text, "pâté 1"); !errors.Is(err, grid.ErrWrongPassword) {
		t.Errorf("a wrong password gives %v", err)
	}
	if Encrypted(plain) || Encrypted([]byte(compoundMark)) || Encrypted(nil) {
		t.Error("a lock is seen where there is none")
	}
	if _, err := Open([]byte(compoundMark+string(make([]byte, 4096))), "x"); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("a file of streams without a package gives %v", err)
	}
	for cut := 512; cut < len(text); cut += 512 {
		if _, err := Open(text[:cut], "Pâté 1"); err == nil {
			t.Errorf("cut to %d bytes it is read", cut)
		}
	}
}

// noise is a text that no packing makes shorter. The library locks larger files
// only: smaller ones it writes wrongly.
func noise(n int) string {
	random := rand.New(rand.NewPCG(1, 2))
	text := make([]byte, n)
	for i := range text {
		text[i] = byte(random.Uint32())
	}
	return string(text)
}

// sameCells tells whether a plain workbook holds the cells of another.
func sameCells(t *testing.T, plain []byte, b *grid.Book) bool {
	t.Helper()
	other, err := Open(plain, "")
	if err != nil || len(other.Sheets) != len(b.Sheets) {
		return false
	}
	for i, s := range b.Sheets {
		if lines(s) != lines(other.Sheets[i]) {
			return false
		}
	}
	return true
}

// TestLocksThatAreNotRead wants a lock made to keep a computer busy refused, and
// one of another make named.
func TestLocksThatAreNotRead(t *testing.T) {
	t.Parallel()
	const lock = `<encryption><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" ` +
		`hashAlgorithm="SHA512" saltValue="AAAAAAAAAAAAAAAAAAAAAA=="/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="9" keyBits="256" cipherAlgorithm="AES" ` +
		`cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="AAAAAAAAAAAAAAAAAAAAAA==" encryptedVerifierHashInput="AAAAAAAAAAAAAAAAAAAAAA==" ` +
		`encryptedVerifierHashValue="AAAAAAAAAAAAAAAAAAAAAA==" encryptedKeyValue="AAAAAAAAAAAAAAAAAAAAAA=="/></keyEncryptor></keyEncryptors></encryption>`
	for _, c := range []struct {
		old, new string
		want     error
	}{
		{"", "", grid.ErrWrongPassword},
		{`spinCount="9"`, `spinCount="9999999"`, grid.ErrDamaged},
		{`"AES"`, `"RC2"`, oddLock},
		{`"SHA512"`, `"MD4"`, oddLock},
		{`keyBits="256"`, `keyBits="7"`, grid.ErrDamaged},
		{`encryptedKeyValue="`, `encryptedKeyValue="!`, grid.ErrDamaged},
		{`encryptedKeyValue="AAAAAAAAAAAAAAAAAAAAAA=="`, ``, grid.ErrDamaged},
		{`</keyEncryptors>`, ``, grid.ErrDamaged},
	} {
		if err := openAgile([]byte(strings.ReplaceAll(lock, c.old, c.new)), []byte("p"), make([]byte, 32)); !errors.Is(err, c.want) {
			t.Errorf("%s for %s gives %v", c.new, c.old, err)
		}
	}
	if err := openStandard(make([]byte, 200), []byte("p"), nil); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("an empty lock gives %v", err)
	}
}
