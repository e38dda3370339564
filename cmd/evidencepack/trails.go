package main

import (
	"fmt"

	"evidencepack/render/page"
)

// knownTrails refuses a pseudonym that the inspection pack gives to nobody.
func (j *job) knownTrails() error {
	people := make(map[string]bool)
	for _, name := range j.input.Pseudonyms[page.TierInspection] {
		people[name] = true
	}
	for i, name := range j.settings.Trails {
		if !people[name] {
			return failure{
				code: exitNothing, what: fmt.Sprintf("%s, line %d: the inspection pack has nobody with the pseudonym under trails.", j.settings.file, j.settings.trailLines[i]),
				why:   "pseudonyms differ from pack to pack, and change where the exports change and no key is kept.",
				hints: []string{"take it from the page of people trails in inspection-pack.html, or leave trails away."},
			}
		}
	}
	return nil
}
