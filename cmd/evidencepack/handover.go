package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/render/lock"
	"evidencepack/render/page"
)

// handoverVariable is the variable of the environment that may hold the password of
// the copies. It is another one than that of locked exports: what opens a provider's
// own files must never open what is sent away.
const handoverVariable = "EVIDENCEPACK_HANDOVER_PASSWORD"

// handoverCommand makes copies with a password.
type handoverCommand struct {
	Out          string   `arg:"" help:"Folder of finished packs."`
	To           string   `required:"" placeholder:"DIR" help:"Where the copies go: another folder than the packs."`
	Pack         []string `placeholder:"NAMES" help:"Which packs: tender, inspection, monthly. Without it: only those for readers outside."`
	PasswordFile string   `placeholder:"FILE" help:"File with the password on its first line. Without it: the variable EVIDENCEPACK_HANDOVER_PASSWORD."`
}

// Help shows how the command is used.
func (handoverCommand) Help() string {
	return `Examples:
  evidencepack handover evidence-packs --to for-the-council --pack tender --password-file word.txt

The copies open in any PDF reader and in Excel, with the password. Send the
password another way, for example by phone: never in the same e-mail.
Web pages cannot have a password, so none is copied. Without --pack only packs for
readers outside are copied, such as the tender pack: name the others if you mean them.
handover.json goes with the copies: with it the receiver can see that nobody touched
them (evidencepack verify FOLDER), and you can sign it (evidencepack sign FOLDER).`
}

// lockers are the formats that can have a password.
var lockers = map[string]func(data []byte, password string) ([]byte, error){".pdf": lock.PDF, ".xlsx": lock.Workbook}

// Run copies each pack that is asked for, with the password, or none.
func (c *handoverCommand) Run(w world) error {
	if err := settled(c.Out); err != nil {
		return err
	}
	if inside(c.Out, c.To) || inside(c.To, c.Out) {
		return failure{
			code: exitUsage, what: "the copies would stand in the folder of the packs, or around it.",
			hints: []string{"choose another folder with --to."},
		}
	}
	password, err := c.password()
	if err != nil {
		return err
	}
	copies, err := c.locked(password)
	if err != nil {
		return err
	}
	list, err := copiesList(copies, earlierCopies(c.To))
	if err != nil {
		return err
	}
	if err := place(c.To, append(copies, output{name: handoverName, text: list})); err != nil {
		return err
	}
	to := filepath.ToSlash(c.To)
	say(w.stdout, fmt.Sprintf("Made %s with a password in %s:", plural(len(copies), "copy", "copies"), to))
	for _, f := range copies {
		say(w.stdout, "  "+f.name)
	}
	say(w.stdout, "Send the password another way, for example by phone. Web pages cannot have a password, so none was copied.")
	say(w.stdout, handoverName+" lets the receiver check the copies: evidencepack verify FOLDER. Sign it first if they know your public key.")
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

// locked makes the copies. Each file must be as it was built: what was changed
// afterwards is not sent.
func (c *handoverCommand) locked(password string) ([]output, error) {
	built, _, err := openManifest(c.Out)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(c.Out)
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(c.Out))}
	}
	defer root.Close()
	for _, pack := range c.Pack {
		if !slices.ContainsFunc(built.Outputs, func(f manifestFile) bool { return strings.HasPrefix(f.File, pack+"-") }) {
			return nil, failure{code: exitUsage, what: fmt.Sprintf("there is no pack %q in %s.", pack, filepath.ToSlash(c.Out)), hints: []string{"evidencepack list packs  shows their names."}}
		}
	}
	var copies []output
	for _, f := range built.Outputs {
		lock := lockers[filepath.Ext(f.File)]
		if lock == nil || !c.wants(root, f.File) {
			continue
		}
		text, err := asBuilt(root, f)
		if err != nil {
			return nil, changedSince(c.Out, f.File, "no copy was made")
		}
		copied, err := lock(text, password)
		if err != nil {
			return nil, failure{code: exitNothing, what: f.File + " could not be locked, so no copy was made.", hints: []string{"build the packs again."}}
		}
		copies = append(copies, output{f.File, copied, true})
	}
	if len(copies) == 0 {
		return nil, failure{code: exitUsage, what: "there is no such pack for sending in " + filepath.ToSlash(c.Out) + ".", hints: []string{"evidencepack list packs  shows their names."}}
	}
	return copies, nil
}

// wants tells whether the pack of a file is asked for. A pack that holds people is sent
// only where somebody names it.
func (c *handoverCommand) wants(root *os.Root, file string) bool {
	if len(c.Pack) > 0 {
		pack, _, _ := strings.Cut(file, "-")
		return slices.Contains(c.Pack, pack)
	}
	saved, err := readPlain(root, strings.TrimSuffix(file, filepath.Ext(file))+".json", largestOutput)
	if err != nil {
		return false
	}
	p, err := page.Load(saved)
	return err == nil && p.Cover.Tier == page.TierExternal
}
