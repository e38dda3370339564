package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// keyCommand makes keys.
type keyCommand struct {
	New keyNewCommand `cmd:"" help:"Make a new key file."`
}

type keyNewCommand struct {
	File    string `arg:"" help:"Name of the new file."`
	Signing bool   `help:"A key to sign packs with, and FILE.pub to check them, in place of one for pseudonyms."`
}

// Help shows how the command is used.
func (keyNewCommand) Help() string {
	return "Examples:\n  evidencepack key new our.key\n  evidencepack build --in exports --key our.key\n\nWith a key, a person has the same pseudonym in every build of one kind of pack.\nKeep it as you keep your passwords: who has the key and the exports can tell who is who.\n\n  evidencepack key new our-sign.key --signing\n      a key to sign packs with, and our-sign.key.pub for whoever checks them"
}

// Run writes 32 random bytes, readable by the owner only.
func (c *keyNewCommand) Run(w world) error {
	if c.Signing {
		return newSigningKey(w, c.File)
	}
	if _, err := os.Lstat(c.File); err == nil {
		return failure{code: exitNothing, what: filepath.Base(c.File) + " is there already, so we left it as it is.", why: "a new key would change every pseudonym.", hints: []string{"choose another name for a new key."}}
	}
	var key [32]byte
	rand.Read(key[:])
	if err := writeNew(c.File, []byte(hex.EncodeToString(key[:])+"\n"), 0o600); err != nil {
		return err
	}
	say(w.stdout, "Made "+filepath.Base(c.File)+". Keep it safe, and away from the packs.")
	return nil
}

// readKey reads a key file, nil where none is asked for.
func readKey(file string) ([]byte, error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the key %s cannot be opened.", filepath.Base(file)), hints: []string{"evidencepack key new FILE  makes one."}}
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if (err != nil || len(key) != 32) && isSigningKey(text) {
		return nil, failure{
			code: exitNothing, what: fmt.Sprintf("%s is a key for signing, and --key takes one for pseudonyms.", filepath.Base(file)),
			hints: []string{"evidencepack key new FILE  makes a key for pseudonyms.", "evidencepack sign OUT --key " + filepath.ToSlash(file) + "  signs packs with this one."},
		}
	}
	if err != nil || len(key) != 32 {
		return nil, failure{
			code: exitNothing, what: fmt.Sprintf("%s is no key.", filepath.Base(file)),
			why:   "any other file may change next month, and the pseudonyms with it.",
			hints: []string{"evidencepack key new FILE  makes a key."},
		}
	}
	return key, nil
}
