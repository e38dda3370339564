package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"evidencepack/ingest/record"
	"evidencepack/render/page"
)

// releaseCommand notes in the ledger what was sent to whom.
type releaseCommand struct {
	Out        string `arg:"" help:"Folder of finished packs."`
	Ledger     string `required:"" placeholder:"FILE" help:"The ledger: a CSV file that stays inside. It is made if it is not there."`
	To         string `required:"" placeholder:"RECIPIENT" help:"Who gets the packs."`
	Purpose    string `required:"" placeholder:"TEXT" help:"What for."`
	Basis      string `placeholder:"TEXT" help:"The lawful basis, in your words."`
	ApprovedBy string `required:"" placeholder:"TEXT" help:"Who approved it."`
	Date       string `required:"" placeholder:"DATE" help:"Day of the release, as 2026-11-22 or 22/11/2026."`
}

// Help shows how the command is used.
func (releaseCommand) Help() string {
	return `Examples:
  evidencepack release packs --ledger exports/releases.csv --to "A council" ^
      --purpose "Tender 14" --approved-by "Quality lead" --date 2026-11-22

Do this each time when packs go to readers outside. The next build reads
releases.csv in the folder of exports, and shows nothing from which, taken
together with what was sent before, a small number could be worked out.

The ledger and external-figures.csv hold the names of services and their counts.
They stay inside: send neither.`
}

// Run adds one release to the ledger.
func (c *releaseCommand) Run(w world) error {
	if err := settled(c.Out); err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	m, _, err := openManifest(c.Out)
	if err != nil {
		return err
	}
	packs, figures, err := c.sent(m)
	if err != nil {
		return err
	}
	turn, err := enter(besideName(c.Ledger)) // two at once would number their release alike
	if errors.Is(err, errHeld) {
		return failure{code: exitNothing, what: fmt.Sprintf("another run is writing the ledger %s.", filepath.Base(c.Ledger)), hints: []string{"run the same command again."}}
	}
	if err == nil {
		defer turn.leave()
	}
	before, err := readLedgerFile(c.Ledger, filepath.Base(c.Ledger))
	if err != nil {
		return err
	}
	rows := c.rows(before.last+1, packs, figures)
	if n := before.noted(rows); n > 0 {
		say(w.stdout, fmt.Sprintf("It is noted already, as release %d in %s: the same files to the same recipient, for the same purpose and on the same day. Nothing was added.", n, filepath.ToSlash(c.Ledger)))
		return nil
	}
	if err := before.add(c.Ledger, rows); err != nil {
		return err
	}
	say(w.stdout, fmt.Sprintf("Noted release %d in %s: %s, %s, to %s.", before.last+1, filepath.ToSlash(c.Ledger), listOf(packs), plural(len(figures), "figure", "figures"), c.To))
	say(w.stdout, "It stays inside. The next build reads it from the folder of exports, or from --releases.")
	return nil
}

// check refuses what would be no entry.
func (c *releaseCommand) check() error {
	for _, f := range []struct{ flag, text string }{{"--to", c.To}, {"--purpose", c.Purpose}, {"--approved-by", c.ApprovedBy}} {
		if strings.TrimSpace(f.text) == "" {
			return failure{code: exitUsage, what: f.flag + " is empty."}
		}
	}
	on, err := releaseDay(c.Date)
	if err != nil {
		return err
	}
	c.Date = on
	if inside(c.Out, c.Ledger) {
		return failure{
			code: exitUsage, what: "the ledger would stand among the packs.", why: "packs are sent; the ledger holds the names of services and stays inside.",
			hints: []string{"name a place outside, such as releases.csv in the folder of exports."},
		}
	}
	return nil
}

// releaseDay gives the day of a release as the ledger has it. It may be written as
// people here write it, the day first.
func releaseDay(text string) (string, error) {
	if on, err := time.Parse("2/1/2006", strings.TrimSpace(text)); err == nil {
		text = on.Format(time.DateOnly)
	}
	if _, err := record.ParseISO(text); err != nil {
		return "", failure{code: exitUsage, what: fmt.Sprintf("--date: %q is not a date like 2026-11-22 or 22/11/2026.", text)}
	}
	return text, nil
}

// sentPack is one pack for readers outside, with its files.
type sentPack struct {
	name  string
	files []manifestFile
}

// sent finds the packs for readers outside and their figures, after it has seen that
// each file is the one that was built.
func (c *releaseCommand) sent(m manifest) ([]sentPack, [][]string, error) {
	root, err := os.OpenRoot(c.Out)
	if err != nil {
		return nil, nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(c.Out))}
	}
	defer root.Close()
	var packs []sentPack
	for _, f := range m.Outputs {
		name, saved := strings.CutSuffix(f.File, ".json")
		if !saved {
			continue
		}
		text, err := asBuilt(root, f)
		if err != nil {
			return nil, nil, changedSince(c.Out, f.File, "nothing was noted")
		}
		p, err := page.Load(text)
		if err != nil || p.Cover.Pack != name || p.Cover.Tier != page.TierExternal {
			continue
		}
		packs = append(packs, sentPack{name: name})
	}
	i := slices.IndexFunc(m.Outputs, func(f manifestFile) bool { return f.File == shownName })
	if len(packs) == 0 || i < 0 {
		return nil, nil, failure{code: exitNothing, what: fmt.Sprintf("%s holds no pack for readers outside, so there is nothing to note.", filepath.ToSlash(c.Out)), hints: []string{"evidencepack build --in FOLDER --pack tender  makes one."}}
	}
	for i := range packs {
		for _, f := range m.Outputs {
			if strings.TrimSuffix(f.File, filepath.Ext(f.File)) != packs[i].name {
				continue
			}
			if _, err := asBuilt(root, f); err != nil {
				return nil, nil, changedSince(c.Out, f.File, "nothing was noted")
			}
			packs[i].files = append(packs[i].files, f)
		}
	}
	text, err := asBuilt(root, m.Outputs[i])
	if err != nil {
		return nil, nil, changedSince(c.Out, shownName, "nothing was noted")
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte(mark)))).ReadAll()
	if err != nil || len(rows) == 0 || !slices.Equal(rows[0], shownHeads) {
		return nil, nil, failure{code: exitNothing, what: shownName + " is not as this version writes it.", hints: []string{"build the packs again."}}
	}
	return packs, rows[1:], nil
}

// rows are the entries of one release: its files, then its figures.
func (c *releaseCommand) rows(number int, packs []sentPack, figures [][]string) [][]string {
	head := []string{strconv.Itoa(number)}
	for _, text := range []string{c.To, c.Purpose, c.Basis, c.ApprovedBy, c.Date} {
		head = append(head, record.CSVText(text))
	}
	var rows [][]string
	for _, p := range packs {
		for _, f := range p.files {
			row := append(slices.Clone(head), p.name, f.File, f.SHA256)
			rows = append(rows, append(row, make([]string, len(ledgerHeads)-len(row))...))
		}
	}
	for _, f := range figures {
		rows = append(rows, append(append(slices.Clone(head), f[0], "", ""), f[1:]...))
	}
	return rows
}

// add writes the ledger with further rows into the place of the old one: all or
// nothing, readable by its owner alone.
func (l ledger) add(file string, rows [][]string) error {
	var out bytes.Buffer
	out.Write(l.text)
	w := csv.NewWriter(&out)
	if len(l.text) == 0 {
		out.WriteString(mark)
		rows = append([][]string{ledgerHeads}, rows...)
	} else if !bytes.HasSuffix(l.text, []byte("\n")) {
		out.WriteByte('\n')
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	if now, err := readLedgerFile(file, l.name); err != nil || !bytes.Equal(now.text, l.text) {
		return failure{code: exitNothing, what: fmt.Sprintf("the ledger %s changed while we were reading it.", filepath.Base(file)), hints: []string{"run the same command again."}}
	}
	if err := writeOver(file, out.Bytes()); err != nil {
		return ledgerUnwritten(filepath.Base(file), err)
	}
	return nil
}

// ledgerUnwritten says why a ledger could not be written. Another place is no way out: the
// next build would not know what was sent before.
func ledgerUnwritten(name string, err error) failure {
	f := failure{code: exitNothing, what: fmt.Sprintf("we cannot write the ledger %s; the old one is untouched.", name)}
	switch {
	case diskFull(err):
		f.why, f.hints = "the disk is full.", []string{"free some room and run the same command again."}
	case errors.Is(err, fs.ErrPermission) || readOnlyDisk(err):
		f.why, f.hints = "you may not write into its folder.", []string{"ask who looks after the folder, then run the same command again."}
	default:
		f.hints = []string{"close it if it is open in another program."}
	}
	return f
}

// writeOver puts a private file into the place of another, whole or not at all.
func writeOver(file string, text []byte) error {
	fresh, err := os.CreateTemp(filepath.Dir(file), ".new-") // made for its owner alone
	if err != nil {
		return err
	}
	defer os.Remove(fresh.Name())
	_, err = fresh.Write(text)
	err = errors.Join(err, fresh.Sync(), fresh.Close())
	if err != nil {
		return err
	}
	changing.Store(true)
	return os.Rename(fresh.Name(), file)
}

// readLedgerFile reads a ledger; no file is an empty one.
func readLedgerFile(file, name string) (ledger, error) {
	text, err := readOwn(file)
	if errors.Is(err, fs.ErrNotExist) {
		return ledger{name: name}, nil
	}
	if err != nil {
		return ledger{}, failure{code: exitNothing, what: fmt.Sprintf("the ledger of releases %s cannot be opened.", filepath.Base(file)), hints: []string{"close it in other programs."}}
	}
	if len(text) == 0 {
		return ledger{}, ledgerFault(name, 1, "the file is empty")
	}
	return parseLedger(name, text)
}

func listOf(packs []sentPack) string {
	var names []string
	for _, p := range packs {
		names = append(names, p.name)
	}
	return strings.Join(names, ", ")
}
