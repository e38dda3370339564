package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// signatureName is the detached signature of the manifest; that of a list of copies has
// the name of that list and the same ending. It holds comments, which
// begin with #, and one line: the 64 bytes of an Ed25519 signature (RFC 8032) of the
// bytes of the list, in base64.
const (
	signatureEnding  = ".sig"
	signatureName    = manifestName + signatureEnding
	largestSignature = 64 << 10
)

// signCommand signs the list of files of a finished build.
type signCommand struct {
	Out string `arg:"" help:"Folder of finished packs."`
	Key string `required:"" placeholder:"FILE" help:"Private key, made with  evidencepack key new FILE --signing."`
}

// Help shows how the command is used.
func (signCommand) Help() string {
	return `Examples:
  evidencepack key new our-sign.key --signing
  evidencepack sign evidence-packs --key our-sign.key
  evidencepack verify evidence-packs --public-key our-sign.key.pub

The signature is manifest.json.sig, beside the packs. Of a folder of copies, made by
handover, it is handover.json.sig. manifest.json holds the
SHA-256 of every file, so whoever has the public key can check them all. A new
build takes the signature away.

Other programs can check it too, for example OpenSSL:
  grep -v '^#' manifest.json.sig | base64 -d > sig.bin
  openssl pkeyutl -verify -pubin -inkey our-sign.key.pub -rawin \
    -in manifest.json -sigfile sig.bin`
}

// Run checks that the packs are as they were built, and signs their manifest.
func (c *signCommand) Run(w world) error {
	key, err := readPrivateKey(c.Key)
	if err != nil {
		return err
	}
	if inside(c.Out, c.Key) {
		return failure{code: exitNothing, what: "the private key lies among the packs, so nothing was signed.", why: "whoever gets the packs could sign as you.", hints: []string{"move it to a folder that only you can open."}}
	}
	if err := settle(c.Out); err != nil {
		return err
	}
	v := &verification{world: w, out: c.Out, listed: listIn(c.Out)}
	var text []byte
	if v.manifest, text, err = openList(c.Out, v.listed); err != nil {
		return err
	}
	if v.listed == manifestName && !sealFits(text) {
		v.packs.add(manifestName, "changed since")
	}
	if err := v.checkOutputs(); err != nil {
		return err
	}
	if v.packs.differ() {
		v.list(v.packs)
		return failure{code: exitChanged, what: "nothing was signed: the packs are not as they were built.", hints: []string{"build the packs again, then sign them."}}
	}
	if len(v.unopened) > 0 {
		return v.unopenedFailure()
	}
	if err := place(c.Out, []output{{name: v.listed + signatureEnding, text: signatureText(v.listed, ed25519.Sign(key, text))}}); err != nil {
		return err
	}
	say(w.stdout, fmt.Sprintf("Signed %s in %s: %s.", plural(len(v.manifest.Outputs), "file", "files"), filepath.ToSlash(c.Out), v.listed+signatureEnding))
	say(w.stdout, "Give the public key to whoever checks, by another way than the packs.")
	return nil
}

// signatureText writes a signature file.
func signatureText(name string, signature []byte) []byte {
	return []byte("# Ed25519 signature of " + name + ". To check it:\n# evidencepack verify FOLDER --public-key FILE\n" + base64.StdEncoding.EncodeToString(signature) + "\n")
}

// errNoSignature says that a file is no signature file of ours.
var errNoSignature = errors.New("is no Ed25519 signature as we write it")

// parseSignature reads a signature file strictly: comments and one line.
func parseSignature(text []byte) ([]byte, error) {
	var signature []byte
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		read, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(read) != ed25519.SignatureSize || signature != nil {
			return nil, errNoSignature
		}
		signature = read
	}
	if signature == nil {
		return nil, errNoSignature
	}
	return signature, nil
}

// signature checks the signature of the manifest where that is asked for, and
// otherwise notes that there is one.
func (v *verification) signature(manifest []byte, key ed25519.PublicKey) error {
	name := v.listed + signatureEnding
	root, err := os.OpenRoot(v.out)
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(v.out))}
	}
	defer root.Close()
	text, err := readPlain(root, name, largestSignature)
	if !v.signed {
		v.unasked = err == nil
		return nil
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.packs.add(name, "is not there: the packs are not signed")
		return nil
	case errors.Is(err, errNoFile) || errors.Is(err, errTooLarge):
		v.packs.add(name, err.Error())
		return nil
	case err != nil:
		v.unopened = append(v.unopened, name)
		return nil
	}
	signature, err := parseSignature(text)
	switch {
	case err != nil:
		v.packs.add(name, err.Error())
	case !ed25519.Verify(key, manifest, signature):
		v.packs.add(name, fmt.Sprintf("does not fit: %s was changed, or signed with another key", v.listed))
	}
	return nil
}
