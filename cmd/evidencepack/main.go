/*
Evidencepack turns the CSV and Excel exports of an adult social care provider into
evidence packs for tenders, inspections and monthly reports. Nothing leaves the
computer.

	evidencepack FOLDER            make the packs from a folder of exports
	evidencepack demo              see finished packs made from invented data
	evidencepack inspect FOLDER    see what is recognised, and what is wrong
	evidencepack trace OUT ID      the rows behind one figure
	evidencepack verify OUT        check that nothing was changed
	evidencepack handover OUT      copies with a password, for sending
	evidencepack stats METHOD FILE one statistical method over one small table
	evidencepack help              all commands

Exit codes: 0 done, 1 nothing could be built, 2 wrong use, 3 a pack would have
carried personal details, 4 verify found a difference, 5 built, but a whole file could not be used.
*/
package main

import (
	"os"

	"golang.org/x/term"
)

func main() {
	world := world{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		terminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
	world.sayWhenStopped()
	code := run(os.Args[1:], world)
	if byHand(os.Args[1:]) && ownConsole() {
		world.waitForKey()
	}
	os.Exit(code)
}

// byHand tells whether the program may have been started by a double click, or by
// a folder that was dragged onto it. A script gives it more to do.
func byHand(args []string) bool {
	if len(args) != 1 {
		return len(args) == 0
	}
	info, err := os.Stat(args[0])
	return err == nil && info.IsDir()
}
