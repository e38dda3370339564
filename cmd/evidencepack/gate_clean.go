package main

import (
	"sync"

	"evidencepack/render/disclose"
)

// cleanTexts are texts in which the gate found nothing: the same stand in a page, in its
// workbook and in its data, and each is searched once.
type cleanTexts struct {
	gate  *disclose.Gate
	lock  sync.RWMutex
	known map[string]bool
}

func newCleanTexts(gate *disclose.Gate) *cleanTexts {
	return &cleanTexts{gate: gate, known: make(map[string]bool)}
}

// longestKept is how long a text may be to be kept; longer ones hardly come again.
const longestKept = 400

// clean tells whether the gate finds nothing in a text by itself. It finds nothing more
// in one whose neighbours it knows.
func (c *cleanTexts) clean(text string) bool {
	c.lock.RLock()
	known := c.known[text]
	c.lock.RUnlock()
	if known {
		return true
	}
	if len(c.gate.Search(text)) > 0 {
		return false
	}
	if len(text) <= longestKept {
		c.lock.Lock()
		c.known[text] = true
		c.lock.Unlock()
	}
	return true
}
