package render

import (
	"fmt"
	"os"
	"time"
)

func dbg(c *composer, pass int, took, dec time.Duration, cells int) {
	small, second := 0, 0
	for _, r := range c.plan.reasons {
		if r == 1 {
			small++
		} else if r == 2 {
			second++
		}
	}
	fmt.Fprintln(os.Stderr, "pass", pass, took, "decide", dec, "cells", cells, "asked", len(c.plan.decided), "small", small, "second", second)
}
