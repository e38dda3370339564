package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// mostListed is how many lines of one kind are shown without --all.
const mostListed = 20

// differs tells whether anything is not as it was built.
func (v *verification) differs() bool {
	return v.packs.differ() || v.exports.differ() || v.settings.differ() || v.differing > 0
}

// report says what was found: results on standard output, what to do about them on
// standard error.
func (v *verification) report() error {
	if !v.differs() {
		if len(v.unopened) > 0 {
			return v.unopenedFailure()
		}
		v.sayNothingChanged()
		v.remarks()
		return nil
	}
	say(v.world.stdout, wrap("", v.counted()+" from what was built.", "  "))
	v.list(v.packs)
	v.list(v.exports)
	v.list(v.settings)
	v.listGroups()
	if !v.packs.differ() && len(v.unopened) == 0 {
		say(v.world.stdout, "The packs themselves are untouched.")
	}
	v.remarks()
	if len(v.unopened) > 0 {
		v.world.line("warning", v.unopenedFailure().what, "")
	}
	if v.listed == handoverName {
		return failure{code: exitChanged, what: "the copies are not as they were handed over.", hints: []string{"ask for them again from whoever sent them."}}
	}
	if v.packs.differ() {
		return failure{code: exitChanged, what: "the packs are not as they were built.", hints: []string{askAgain}}
	}
	return failure{code: exitChanged, what: "the packs no longer match the exports.", hints: []string{"if the edit is right, build again. If not, ask who changed it."}}
}

// sayNothingChanged is one sentence, and the next command where half was checked.
func (v *verification) sayNothingChanged() {
	signed := ""
	if v.signed {
		signed = ", and the signature fits"
	}
	packs := plural(v.checked, "pack file", "pack files")
	if v.listed == handoverName {
		say(v.world.stdout, fmt.Sprintf("Nothing has changed: %s as handed over%s.", plural(v.checked, "copy is", "copies are"), signed))
		return
	}
	if v.exportsIn == "" {
		if v.checked == 1 {
			packs += " is"
		} else {
			packs += " are"
		}
		say(v.world.stdout, wrap("", fmt.Sprintf("The %s as built%s. Whether the figures still follow from the exports was not checked.", packs, signed), ""))
		say(v.world.stdout, "Next: evidencepack verify "+filepath.ToSlash(v.out)+" --in FOLDER")
		return
	}
	say(v.world.stdout, wrap("", fmt.Sprintf("Nothing has changed. %s, %s and %s are as built%s.",
		plural(len(v.manifest.Inputs), "export", "exports"), packs, plural(v.figures, "figure", "figures"), signed), ""))
}

// remarks says what else there is to know, and what was not checked.
func (v *verification) remarks() {
	if v.brokeOff != "" {
		v.world.line("warning", "the exports could not be checked to the end: "+v.brokeOff, "")
	}
	if v.notRemade != "" {
		v.world.line("warning", "whether each file is what the exports give, byte for byte, was not checked: "+v.notRemade, "")
	}
	if v.hiddenPeople {
		v.world.line("note", "figures of single people were compared without regard to who they are.", "pseudonyms follow from the key, or without one from the exports.")
	}
	if len(v.strangers) > 0 {
		v.world.line("note", fmt.Sprintf("%s no part of the packs: %s.", plural(len(v.strangers), "thing here is", "things here are"), shown(someOf(v.strangers))), "")
	}
	if v.unasked {
		v.world.line("note", "the packs are signed. Whose signature it is was not checked.", "", "add --public-key FILE, with the key that the sender gave you by another way.")
	}
}

// unopenedFailure names what could not be checked.
func (v *verification) unopenedFailure() failure {
	return failure{
		code: exitNothing, what: fmt.Sprintf("%s not be opened, so %s not checked: %s.", plural(len(v.unopened), "file could", "files could"), map[bool]string{true: "it was", false: "they were"}[len(v.unopened) == 1], someOf(v.unopened)),
		hints: []string{"close them in other programs, and check that you may read them."},
	}
}

// counted says how many of each kind differ.
func (v *verification) counted() string {
	var parts []string
	all := 0
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{len(v.packs), "file of the packs", "files of the packs"}, {len(v.exports), "export", "exports"},
		{len(v.settings), "settings file", "settings files"}, {v.differing, "figure", "figures"},
	} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.one, p.many))
			all += p.n
		}
	}
	if all == 1 {
		return listed(parts) + " differs"
	}
	return listed(parts) + " differ"
}

// list writes a line for each file that differs.
func (v *verification) list(found findings) {
	names := 0
	for _, f := range found {
		names = max(names, min(len([]rune(shown(f.name))), 30))
	}
	for i, f := range found {
		if i == mostListed && !v.all {
			say(v.world.stdout, fmt.Sprintf("  and %s more: add --all", commas(len(found)-i)))
			return
		}
		name := shown(f.name)
		say(v.world.stdout, wrap("  ", name+strings.Repeat(" ", max(0, names-len([]rune(name))))+"  "+f.what, "      "))
	}
}

// listGroups writes the figures that differ.
func (v *verification) listGroups() {
	for i, g := range v.groups {
		if i == mostListed && !v.all {
			more := 0
			for _, rest := range v.groups[i:] {
				more += rest.figures()
			}
			say(v.world.stdout, fmt.Sprintf("  and %s: add --all", plural(more, "more figure", "more figures")))
			return
		}
		say(v.world.stdout, wrap("  ", g.heading(), "      "))
		for _, line := range g.lines() {
			say(v.world.stdout, wrap("    ", line, "      "))
		}
	}
}
