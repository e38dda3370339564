// Generate writes the demo's exports: the files of one invented provider, with
// the mess that real exports have. The same program always writes the same bytes.
//
//	go run ./testdata/generate [--to DIR]
//
// Each table has a file of its own here and a stream of chance of its own. What
// happens to whom (the story) is data: provider.go, story.go and restrictions.go.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	to := flags.String("to", filepath.Join("testdata", "exports"), "the folder to write to")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	exports, err := all()
	if err == nil {
		err = write(*to, exports)
	}
	if err != nil {
		fmt.Fprintf(stderr, "generate: error: %v\n", err)
		return 1
	}
	total := 0
	for _, e := range exports {
		total += len(e.data)
	}
	fmt.Fprintf(stdout, "%d files, %d bytes, in %s\n", len(exports), total, *to)
	return 0
}

// all makes every export, in the order of their names.
func all() ([]export, error) {
	tables := []func() ([]export, error){
		register, careNotes, medicines, visits, incidentLog, actions, restrictionRegister, goals,
		ratings, planReviews, planChanges, observations, feedback, safeguarding, attendance,
		supervisions, training, staffing, planAudits, survey, moves, restrictionReviews, caseStudies,
	}
	var exports []export
	for _, table := range tables {
		files, err := table()
		if err != nil {
			return nil, err
		}
		exports = append(exports, files...)
	}
	slices.SortFunc(exports, func(a, b export) int { return strings.Compare(a.name, b.name) })
	return exports, nil
}

func write(to string, exports []export) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, e := range exports {
		if err := os.WriteFile(filepath.Join(to, e.name), e.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// one wraps a table that is a single file.
func one(e export, err error) ([]export, error) { return []export{e}, err }
