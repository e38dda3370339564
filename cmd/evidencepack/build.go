package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/render/page"
)

// buildCommand makes the packs.
type buildCommand struct {
	Folder string `arg:"" optional:"" help:"Folder of exports; the same as --in."`
	exportFlags
	Out          string   `default:"evidence-packs" placeholder:"DIR" help:"Where the packs go. It is never read as exports."`
	KeySheet     string   `placeholder:"FILE" help:"Write who is who into this file, outside the packs."`
	Pack         []string `placeholder:"NAMES" help:"Which packs: tender, inspection, monthly. Without it: all."`
	From         string   `placeholder:"DATE" help:"First day of the period, as 2026-04-01."`
	To           string   `placeholder:"DATE" help:"Last day of the period."`
	BaselineFrom string   `placeholder:"DATE" help:"First day of the baseline."`
	BaselineTo   string   `placeholder:"DATE" help:"Last day of the baseline."`
	NoCache      bool     `help:"Keep nothing between two builds. This version never does."`
}

// Help shows how the command is used.
func (buildCommand) Help() string {
	return `Examples:
  evidencepack exports
      the six latest complete months, compared with the six before
  evidencepack build --in exports --from 2026-04-01 --to 2026-09-30
      a period of your own; the baseline is as long, just before it
  evidencepack build --in exports --pack tender --out for-the-bid
      one pack, in a folder of your choice

No settings are needed. What could not be used is listed in data-quality.csv.`
}

// Run builds the packs and says what was made.
func (c *buildCommand) Run(w world) error {
	if c.Folder != "" {
		c.In = c.Folder
	}
	set, err := c.settings()
	if err != nil {
		return err
	}
	if err := c.folderThere(); err != nil {
		return err
	}
	if err := c.guards(); err != nil {
		return err
	}
	if err := settle(c.Out); err != nil {
		return err
	}
	job, err := c.job(w, set, c.Out)
	if err != nil {
		return err
	}
	job.named = len(c.Pack) > 0
	files, err := job.make()
	if err != nil {
		return err
	}
	sheet, err := c.keySheet(job)
	if err != nil {
		return err
	}
	defer sheet.drop()
	if err := place(c.Out, files, c.In); err != nil {
		return err
	}
	if err := sheet.put(); err != nil {
		return c.noKeySheet(err)
	}
	job.summary(filepath.ToSlash(c.Out), filepath.ToSlash(c.In))
	if len(job.exports.Unused()) > 0 {
		return job.partly()
	}
	return nil
}

// settings reads pack.yaml and lays the flags over it.
func (c *buildCommand) settings() (settings, error) {
	s, err := c.readSettings()
	if err != nil {
		return s, err
	}
	for _, flag := range []struct {
		given string
		key   *string
	}{{c.From, &s.From}, {c.To, &s.To}, {c.BaselineFrom, &s.BaselineFrom}, {c.BaselineTo, &s.BaselineTo}} {
		if flag.given != "" {
			*flag.key = flag.given
		}
	}
	if len(c.Pack) > 0 {
		s.Packs = c.Pack
	}
	for i, name := range s.Packs {
		if slices.Contains(s.Packs[:i], name) {
			return s, failure{code: exitUsage, what: fmt.Sprintf("the pack %q is named twice.", name)}
		}
	}
	return s, nil
}

// keySheet writes who is who under a hidden name, on request only. It gets its own
// name when the packs are in place.
func (c *buildCommand) keySheet(j *job) (*staged, error) {
	if c.KeySheet == "" {
		return nil, nil
	}
	text, err := j.keySheet()
	if err != nil {
		return nil, err
	}
	s, err := stage(c.KeySheet, text, 0o600)
	if err != nil {
		return nil, c.noKeySheet(err)
	}
	return s, nil
}

func (c *buildCommand) noKeySheet(err error) error {
	f := failure{code: exitNothing, what: fmt.Sprintf("we cannot write the key sheet %s.", filepath.Base(c.KeySheet)), hints: []string{"choose another place with --key-sheet."}}
	if diskFull(err) {
		f.why = "the disk is full."
	}
	return f
}

// keySheetHead is how a key sheet of ours begins.
const keySheetHead = "\xEF\xBB\xBFid,name,monthly_report,inspection_pack"

// tiers of the key sheet, in the order in which people meet them.
var sheetTiers = []page.Tier{page.TierInternal, page.TierInspection}

// day reads a date of the command line or of pack.yaml.
func day(name, text string) (record.Date, error) {
	d, err := record.ParseISO(text)
	if err != nil {
		return 0, failure{code: exitUsage, what: fmt.Sprintf("%s: %s.", name, err), hints: []string{"write year-month-day."}}
	}
	return d, nil
}
