package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Exit codes (contract.md 1).
const (
	exitDone    = 0
	exitNothing = 1 // nothing could be built; nothing half-written
	exitUsage   = 2
	exitPrivate = 3 // a pack would have carried personal details
	exitChanged = 4 // verify found a difference
	exitPartly  = 5 // built, but a whole file could not be used
)

// world is all that the commands know of the outside.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	terminal       bool // standard error is a screen, so that a bar can be drawn
}

// waitForKey keeps a window open that was opened by a double click.
func (w world) waitForKey() {
	fmt.Fprint(w.stderr, "\nPress Enter to close.")
	_, _ = bufio.NewReader(w.stdin).ReadString('\n') // however it ends, the window may close
}

// commands are the words of the command line.
type commands struct {
	Build    buildCommand    `cmd:"" help:"Make the packs from a folder of exports."`
	Inspect  inspectCommand  `cmd:"" help:"See what is recognised in exports, and what is wrong, before anything is built."`
	Demo     demoCommand     `cmd:"" help:"Make all packs from the invented exports inside the program."`
	Init     initCommand     `cmd:"" help:"Write a settings file, pack.yaml, with comments."`
	Cases    casesCommand    `cmd:"" help:"Write a draft of case studies, with the figures filled in and questions for you."`
	List     listCommand     `cmd:"" help:"List metrics, records, packs or formats."`
	Draw     drawCommand     `cmd:"" help:"Draw a saved page again, without the exports."`
	Stats    statsCommand    `cmd:"" help:"Run one statistical method over one small table, and draw its chart."`
	Trace    traceCommand    `cmd:"" help:"Show the rows of the exports behind one figure."`
	Verify   verifyCommand   `cmd:"" help:"Check that packs and exports are as they were built."`
	Sign     signCommand     `cmd:"" help:"Sign a finished build, so that others can check it."`
	Release  releaseCommand  `cmd:"" help:"Note in a ledger what was sent to whom, so that two packs together give nobody away."`
	Handover handoverCommand `cmd:"" help:"Make copies with a password for sending."`
	Key      keyCommand      `cmd:"" help:"Make a key, for pseudonyms that stay the same or for signing packs."`
}

// failure is an error with the exit code and the words that it is told in.
type failure struct {
	code   int
	what   string
	places []string // where it is, a line each
	why    string
	hints  []string
}

func (f failure) Error() string { return f.what }

// run is the whole program but for the process around it.
func run(args []string, w world) int {
	switch {
	case len(args) == 0:
		say(w.stderr, opening)
		return exitUsage
	case len(args) == 1 && slices.Contains([]string{"help", "-h", "--help"}, args[0]):
		say(w.stdout, opening)
		return exitDone
	case len(args) == 1 && slices.Contains([]string{"version", "--version"}, args[0]):
		say(w.stdout, "evidencepack "+version)
		return exitDone
	}
	if code, asked := statsHelp(args, w); asked {
		return code
	}
	var cli commands
	stop := -1
	parser, err := kong.New(&cli, kong.Name("evidencepack"), kong.Description("Exports in, evidence packs out."),
		kong.Writers(w.stdout, w.stderr), kong.Exit(func(code int) { stop = code }), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 80}))
	if err != nil {
		return w.fail(failure{code: exitUsage, what: err.Error()})
	}
	args = folderFirst(args, parser)
	context, err := parser.Parse(args)
	if stop >= 0 {
		return stop
	}
	if err != nil {
		return w.fail(usageFailure(parser, args, err))
	}
	if err := context.Run(w); err != nil {
		return w.fail(err)
	}
	return exitDone
}

// folderFirst turns "evidencepack FOLDER" into "evidencepack build FOLDER", so
// that a folder can be dragged onto the program.
func folderFirst(args []string, parser *kong.Kong) []string {
	for _, n := range parser.Model.Children {
		if n.Name == args[0] {
			return args
		}
	}
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
		return append([]string{"build", "--in"}, args...)
	}
	return args
}

// usageFailure words a wrong call, with the call that was probably meant.
func usageFailure(parser *kong.Kong, args []string, err error) failure {
	f := failure{code: exitUsage, what: usageWords(args, err)}
	var known []string
	for _, n := range parser.Model.Children {
		known = append(known, n.Name)
	}
	if strings.HasPrefix(args[0], "-") || slices.Contains(known, args[0]) {
		f.hints = []string{strings.TrimSpace("evidencepack "+firstWord(args)) + " --help  shows examples."}
		return f
	}
	if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
		f.what = fmt.Sprintf("%s is one file; packs are made from a folder of exports.", filepath.Base(args[0]))
		f.hints = []string{"evidencepack inspect " + filepath.ToSlash(args[0]) + "  shows what is in it."}
		return f
	}
	f.what = fmt.Sprintf("there is no folder or command %q.", args[0])
	f.hints = []string{"evidencepack help  shows the commands."}
	if near := nearest(args[0], append(known, foldersHere()...)); near != "" {
		f.hints = []string{"did you mean  evidencepack " + near}
	}
	return f
}

// usageWords turns what the library says of a wrong call into our words.
func usageWords(args []string, err error) string {
	said := err.Error()
	if _, missing, found := strings.Cut(said, `expected "<`); found {
		missing, _, _ = strings.Cut(missing, ">")
		return fmt.Sprintf("%s needs one thing more: %s.", args[0], strings.ToUpper(missing))
	}
	if _, choices, found := strings.Cut(said, " must be one of "); found {
		choices, _, _ = strings.Cut(choices, " but got")
		return fmt.Sprintf("%s takes one of these words: %s.", args[0], strings.ReplaceAll(strings.ReplaceAll(choices, `"`, ""), ",", ", "))
	}
	return strings.TrimRight(said, ".?") + "."
}

func firstWord(args []string) string {
	if strings.HasPrefix(args[0], "-") {
		return ""
	}
	return args[0]
}

func foldersHere() []string {
	entries, err := os.ReadDir(".")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}

// nearFolder hints at the folder that was probably meant.
func nearFolder(name string) []string {
	if near := nearest(name, foldersHere()); near != "" {
		return []string{"did you mean  " + near}
	}
	return []string{"evidencepack inspect FOLDER  shows what is in a folder."}
}
