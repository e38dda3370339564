// Release builds the zip files that people download: one for each system, with
// the program, README.md and LICENSE. The same sources give the same bytes.
//
//	go run ./cmd/release [--to DIR]
//
// It prints the name, size and SHA-256 of each zip. Run it from the top of the
// repository.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// platform is one system we build for.
type platform struct{ system, processor string }

var platforms = []platform{{"windows", "amd64"}, {"darwin", "arm64"}, {"linux", "amd64"}}

// program is the name of the program on the platform.
func (p platform) program() string {
	if p.system == "windows" {
		return "evidencepack.exe"
	}
	return "evidencepack"
}

func (p platform) zipName() string {
	return fmt.Sprintf("evidencepack-%s-%s.zip", p.system, p.processor)
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	flags.SetOutput(stderr)
	to := flags.String("to", "dist", "the folder to write to")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if err := release(*to, stdout); err != nil {
		fmt.Fprintf(stderr, "release: error: %v\n", err)
		return 1
	}
	return 0
}

// release builds every zip and lists it.
func release(to string, list io.Writer) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	papers, err := readPapers("README.md", "LICENSE")
	if err != nil {
		return err
	}
	for _, p := range platforms {
		program, err := build(p)
		if err != nil {
			return err
		}
		members := append([]member{{name: p.program(), data: program, runs: true}}, papers...)
		var packed bytes.Buffer
		if err := writeZip(&packed, members); err != nil {
			return fmt.Errorf("%s: %w", p.zipName(), err)
		}
		if err := os.WriteFile(filepath.Join(to, p.zipName()), packed.Bytes(), 0o644); err != nil {
			return err
		}
		fmt.Fprintf(list, "%s  %d bytes  sha256 %x\n", p.zipName(), packed.Len(), sha256.Sum256(packed.Bytes()))
	}
	return nil
}

func readPapers(names ...string) ([]member, error) {
	var papers []member
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("run this from the top of the repository: %w", err)
		}
		papers = append(papers, member{name: name, data: data})
	}
	return papers, nil
}

// build compiles the program for a platform, without anything of this machine in it.
func build(p platform) ([]byte, error) {
	dir, err := os.MkdirTemp("", "evidencepack-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, p.program())
	compile := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", out, "./cmd/evidencepack")
	compile.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+p.system, "GOARCH="+p.processor)
	if said, err := compile.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s/%s does not build: %w\n%s", p.system, p.processor, err, said)
	}
	return os.ReadFile(out)
}
