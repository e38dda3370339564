package main

import (
	"os"
	"os/signal"
	"sync/atomic"
)

// changing tells that files have begun to change: from then on a run that is stopped
// does not say that nothing was changed.
var changing atomic.Bool

// sayWhenStopped says one line where the run is stopped with Ctrl-C, and lets it end as
// it does without that line. Whoever started the program in the background, where Ctrl-C
// does not count, is left alone.
func (w world) sayWhenStopped() {
	if signal.Ignored(os.Interrupt) {
		return
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	go func() {
		<-stop
		what := "stopped; nothing was changed."
		if changing.Load() {
			what = "stopped while files were put in place. No half-made pack is left; run the same command again."
		}
		if w.terminal {
			say(w.stderr, "") // below the bar and the ^C
		}
		w.line("note", what, "")
		signal.Reset(os.Interrupt)
		endStopped()
	}()
}
