package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/metrics/stat/tabular"
)

// drawing makes the file of a chart from what a method was given and what it made
// of it.
type drawing func(title string, in tabular.Input, out tabular.Table) ([]byte, error)

// plotter makes the plots of one chart. It fails where there is nothing to draw.
type plotter func(title string, method tabular.Method, in tabular.Input, out tabular.Table) (sheet, error)

// charts are the methods that can be drawn.
var charts = map[string]plotter{
	"run": plotControl, "i": plotControl, "mr": plotControl, "ip": plotControl, "p": plotControl, "pp": plotControl,
	"u": plotControl, "up": plotControl, "c": plotControl, "g": plotControl, "t": plotControl, "xmr": plotXmR, "its": plotSegmented, "km": plotCurves, "funnel": plotFunnel,
}

// chartAsked gives the drawing that --chart asks for, nil where none is asked for.
func chartAsked(method tabular.Method, file, input string) (drawing, error) {
	if file == "" {
		return nil, nil
	}
	plot, ok := charts[method.Name]
	if !ok {
		return nil, failure{
			code: exitUsage, what: fmt.Sprintf("%s has no chart.", method.Name),
			hints: []string{"these have one: " + listed(slices.Sorted(maps.Keys(charts))) + "."},
		}
	}
	write, ok := sheetEndings[strings.ToLower(filepath.Ext(file))]
	if !ok {
		return nil, failure{
			code: exitUsage, what: fmt.Sprintf("--chart writes .svg or .html, and %s is neither.", filepath.Base(file)),
			hints: []string{"write it as  --chart " + titleOf(filepath.Base(file)) + ".svg"},
		}
	}
	if same(file, input) {
		return nil, failure{code: exitUsage, what: "the chart would take the place of the table.", hints: []string{"choose another name with --chart."}}
	}
	return func(title string, in tabular.Input, out tabular.Table) ([]byte, error) {
		s, err := plot(title, method, in, out)
		if err != nil {
			return nil, err
		}
		return write(s)
	}, nil
}

// same tells whether two names are of one file that is there.
func same(a, b string) bool {
	first, err := os.Stat(a)
	second, other := os.Stat(b)
	return err == nil && other == nil && os.SameFile(first, second)
}
