package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// passwordVariable is the variable of the environment that may hold the password
// of locked workbooks. It is never an argument: other programs can read those.
const passwordVariable = "EVIDENCEPACK_PASSWORD"

// passwordFrom gives the password for locked workbooks: the first line of a file,
// or what the environment says; "" is none.
func passwordFrom(file string) (string, error) {
	if file == "" {
		return os.Getenv(passwordVariable), nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", failure{code: exitNothing, what: fmt.Sprintf("the password file %s cannot be opened.", filepath.ToSlash(file))}
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	line = strings.TrimRight(line, "\r")
	if line == "" {
		return "", failure{code: exitNothing, what: fmt.Sprintf("the first line of the password file %s is empty.", filepath.ToSlash(file)), hints: []string{"write the password on its first line and nothing else."}}
	}
	return line, nil
}
