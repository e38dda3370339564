package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"evidencepack/render/lock"
)

// handoverVariable is the variable of the environment that may hold the password of
// the copies. It is another one than that of locked exports: what opens a provider's
// own files must never open what is sent away.
const handoverVariable = "EVIDENCEPACK_HANDOVER_PASSWORD"

// handoverCommand makes copies with a password.
type handoverCommand struct {
	Out          string   `arg:"" help:"Folder of finished packs."`
	To           string   `required:"" placeholder:"DIR" help:"Where the copies go: another folder than the packs."`
	Pack         []string `placeholder:"NAMES" help:"Which packs: tender, inspection, monthly. Without it: all that are there."`
	PasswordFile string   `placeholder:"FILE" help:"File with the password on its first line. Without it: the variable EVIDENCEPACK_HANDOVER_PASSWORD."`
}

// Help shows how the command is used.
func (handoverCommand) Help() string {
	return `Examples:
  evidencepack handover evidence-packs --to for-the-council --pack tender --password-file word.txt

The copies open in any PDF reader and in Excel, with the password. Send the
password another way, for example by phone: never in the same e-mail.
Web pages cannot have a password, so none is copied.`
}

// lockers are the formats that can have a password.
var lockers = map[string]func(data []byte, password string) ([]byte, error){".pdf": lock.PDF, ".xlsx": lock.Workbook}

// Run copies each pack that is asked for, with the password, or none.
func (c *handoverCommand) Run(w world) error {
	if inside(c.Out, c.To) || inside(c.To, c.Out) {
		return failure{
			code: exitUsage, what: "the copies would stand in the same place as the packs.",
			hints: []string{"choose another folder with --to."},
		}
	}
	password, err := c.password()
	if err != nil {
		return err
	}
	names, err := c.files()
	if err != nil {
		return err
	}
	var copies []output
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(c.Out, name))
		if err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("%s cannot be opened.", name), hints: []string{"close it in other programs, or build the packs again."}}
		}
		locked, err := lockers[filepath.Ext(name)](data, password)
		if err != nil {
			return failure{code: exitNothing, what: name + " could not be locked, so no copy was made.", why: "the file is damaged or not one of ours.", hints: []string{"build the packs again."}}
		}
		copies = append(copies, output{name, locked, true})
	}
	if err := place(c.To, copies); err != nil {
		return err
	}
	to := filepath.ToSlash(c.To)
	say(w.stdout, fmt.Sprintf("Made %s with a password in %s:", plural(len(copies), "copy", "copies"), to))
	for _, f := range copies {
		say(w.stdout, "  "+f.name)
	}
	say(w.stdout, "Send the password another way, for example by phone. Web pages cannot have a password, so none was copied.")
	return nil
}

// password gives the password of the copies, from a file or the environment; an
// argument could be read by other programs.
func (c *handoverCommand) password() (string, error) {
	word := os.Getenv(handoverVariable)
	if c.PasswordFile != "" {
		var err error
		if word, err = passwordFrom(c.PasswordFile); err != nil {
			return "", err
		}
	}
	hint := fmt.Sprintf("write at least %d characters on the first line of a text file, and name it with --password-file.", lock.Shortest)
	if word == "" {
		return "", failure{code: exitUsage, what: "the copies need a password.", hints: []string{hint}}
	}
	if err := lock.Check(word); err != nil {
		return "", failure{code: exitUsage, what: err.Error() + ".", hints: []string{hint}}
	}
	return word, nil
}

// files lists the files to copy, each of which must be as it was built: what was
// changed afterwards is not sent.
func (c *handoverCommand) files() ([]string, error) {
	built, err := readManifest(c.Out)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range built.Outputs {
		pack, _, _ := strings.Cut(f.File, "-")
		if lockers[filepath.Ext(f.File)] == nil || !c.wants(pack) {
			continue
		}
		if same, err := isAsBuilt(c.Out, f); err != nil || !same {
			return nil, failure{
				code: exitChanged, what: fmt.Sprintf("%s is not as it was built, so no copy was made.", filepath.Base(f.File)),
				hints: []string{"evidencepack verify " + filepath.ToSlash(c.Out) + "  says what differs. Build again if the change was meant."},
			}
		}
		names = append(names, f.File)
	}
	if len(names) == 0 {
		return nil, failure{code: exitUsage, what: "there is no such pack in " + filepath.ToSlash(c.Out) + ".", hints: []string{"evidencepack list packs  shows their names."}}
	}
	return names, nil
}

// wants tells whether a pack is asked for.
func (c *handoverCommand) wants(pack string) bool {
	for _, name := range c.Pack {
		if name == pack {
			return true
		}
	}
	return len(c.Pack) == 0
}
