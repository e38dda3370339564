package main

import (
	"fmt"
	"strings"
)

// progress says how far a build is: a bar that rewrites itself on a terminal,
// one plain line a stage otherwise. It is never data.
type progress struct {
	world world
	drawn bool
}

// bar draws one stage on a terminal: Reading [#####.....] 31 of 39 files.
func (p *progress) bar(stage string, done, of int, more string) {
	if !p.world.terminal || of == 0 {
		return
	}
	const cells = 20
	full := cells * done / of
	fmt.Fprintf(p.world.stderr, "\r%-10s [%s%s]  %-40s", stage, strings.Repeat("#", full), strings.Repeat(".", cells-full), more)
	p.drawn = true
}

// stage ends a stage: the bar goes, or a log gets its line.
func (p *progress) stage(line string) {
	if p.drawn {
		fmt.Fprintf(p.world.stderr, "\r%s\r", strings.Repeat(" ", 78))
		p.drawn = false
	}
	if !p.world.terminal {
		say(p.world.stderr, "evidencepack: "+line)
	}
}
