package main

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// verifyCommand checks that packs, and the exports they were made from, are as they
// were built.
type verifyCommand struct {
	Out string `arg:"" help:"Folder of finished packs."`
	In  string `placeholder:"DIR" help:"Folder of the exports. Without it, only the packs are checked."`
	understoodFlags
	PublicKey string `name:"public-key" placeholder:"FILE" help:"Check the signature with this public key."`
	Sent      bool   `help:"The folder holds only what was sent on: files that are not there are no difference."`
	All       bool   `help:"List every difference, however many."`
}

// Help shows how the command is used.
func (verifyCommand) Help() string {
	return `Examples:
  evidencepack verify evidence-packs
      is each file of the packs as it was built? Of copies that somebody handed
      over: is each as it was sent?
  evidencepack verify evidence-packs --in exports
      and does every figure still follow from the exports?
  evidencepack verify evidence-packs --public-key our-sign.key.pub
      and was it signed with that key?

Nothing is changed. The exit code is 0 where nothing differs, 4 where something
does, and 1 where it cannot be checked.`
}

// Run checks, lists what differs, and says so in the exit code.
func (c *verifyCommand) Run(w world) error {
	if err := settled(c.Out); err != nil {
		return err
	}
	v := &verification{world: w, out: c.Out, listed: listIn(c.Out), sent: c.Sent, all: c.All, signed: c.PublicKey != ""}
	if v.listed == handoverName && c.In != "" {
		return failure{code: exitUsage, what: "copies with a password cannot be held against exports.", hints: []string{"leave --in away, or name the folder of the packs that they are copies of."}}
	}
	var key ed25519.PublicKey
	var err error
	if v.signed {
		if key, err = readPublicKey(c.PublicKey); err != nil {
			return err
		}
	}
	text, err := readListBytes(c.Out, v.listed)
	if err != nil {
		return err
	}
	if err := v.signature(text, key); err != nil {
		return err
	}
	if v.manifest, err = listFrom(c.Out, v.listed, text); err != nil {
		return v.unsignedFailure(err)
	}
	if v.listed == manifestName && !sealFits(text) {
		v.packs.add(manifestName, "changed since")
	}
	if err := v.checkOutputs(); err != nil {
		return err
	}
	if c.In != "" {
		v.exportsIn = filepath.ToSlash(c.In)
		if err := v.checkExports(exportFlags{c.In, c.understoodFlags}); err != nil {
			if !v.differs() {
				return notChecked(err)
			}
			v.brokeOff = err.Error() // what was found so far is told all the same
		}
	}
	return v.report()
}

// notChecked is an error of reading or building as one of checking.
func notChecked(err error) error {
	var f failure
	if errors.As(err, &f) {
		f.code = exitNothing
		return f
	}
	return err
}

// verification is one check of a folder of packs, and what it found.
type verification struct {
	world world
	out   string

	listed string // name of the list of files: that of a build, or that of copies

	exportsIn string // folder of exports, "" where only the packs are checked
	brokeOff  string // why the exports could not be checked to the end, "" where they were

	sent    bool // files that are not there are no difference
	all     bool // every difference is listed
	signed  bool // the signature is to be checked
	unasked bool // there is one that is not

	manifest  manifest
	checked   int // files of the packs that people read and that were there
	figures   int
	unopened  []string // files that could not be opened
	strangers []string // files that no build made

	packs, exports, settings findings
	groups                   []*figureGroup // figures that differ
	differing                int            // how many figures those are
	hiddenPeople             bool           // figures of single people were compared without regard to who
	notRemade                string         // why the files were not made again, "" where they were
}

// findings are lines about files, in the order in which they were found.
type findings []finding

type finding struct{ name, what string }

func (f *findings) add(name, what string) { *f = append(*f, finding{name, what}) }

func (f findings) differ() bool { return len(f) > 0 }

func (f findings) has(name string) bool {
	for _, one := range f {
		if one.name == name {
			return true
		}
	}
	return false
}

// unsignedFailure is a manifest that cannot be read. One that does not fit its
// signature was changed, which is a difference and no mere slip.
func (v *verification) unsignedFailure(err error) error {
	if v.signed && v.packs.differ() {
		v.list(v.packs)
		return failure{code: exitChanged, what: "the packs are not as they were signed.", why: err.Error(), hints: []string{askAgain}}
	}
	return err
}

// askAgain is what to do about packs that were changed.
const askAgain = "build the packs again, or ask for them again from whoever sent them."

// checkOutputs holds every file of the packs against the manifest.
func (v *verification) checkOutputs() error {
	root, err := os.OpenRoot(v.out)
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(v.out))}
	}
	defer root.Close()
	for _, f := range v.manifest.Outputs {
		v.checkOutput(root, f)
	}
	return v.lookForOthers(root)
}

// isPack tells whether a file is one that people read: a PDF, a workbook or a page.
func isPack(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf", ".xlsx", ".html":
		return true
	}
	return false
}
