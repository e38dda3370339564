package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(cleaning{m}, map[string]func(){
		"evidencepack": func() {
			if os.Getenv(killedAt) != "" {
				placeAndDie()
			}
			w := world{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
			w.sayWhenStopped()
			os.Exit(run(os.Args[1:], w))
		},
	})
}

// cleaning takes the shared build away when all tests are done.
type cleaning struct{ tests *testing.M }

// Run runs the tests.
func (c cleaning) Run() int {
	defer func() {
		if sample.dir != "" {
			os.RemoveAll(sample.dir)
		}
	}()
	return c.tests.Run()
}

// TestScripts runs the scripts of testdata/script: what people type, what they see
// and with which exit code it ends.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "../../testdata/script"})
}
