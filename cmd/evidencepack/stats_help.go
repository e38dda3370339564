package main

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/metrics/stat/tabular"
)

// statsHelp answers "evidencepack stats --help" and "evidencepack stats METHOD
// --help"; false where the arguments ask for neither.
func statsHelp(args []string, w world) (code int, asked bool) {
	if len(args) == 0 || args[0] != "stats" || !slices.ContainsFunc(args, func(a string) bool { return a == "--help" || a == "-h" }) {
		return 0, false
	}
	at := slices.IndexFunc(args[1:], func(a string) bool { return !strings.HasPrefix(a, "-") })
	if at < 0 {
		say(w.stdout, methodList())
		return exitDone, true
	}
	method, err := findMethod(args[1+at])
	if err != nil {
		return w.fail(err), true
	}
	say(w.stdout, methodHelp(method))
	return exitDone, true
}

// methodList says how the command is used, with a line for each method.
func methodList() string {
	var b strings.Builder
	b.WriteString("Usage: evidencepack stats METHOD FILE [--param KEY=VALUE ...] [--chart OUT]\n\n")
	b.WriteString("One statistical method over one small table: a CSV file, or the first sheet of a\n" +
		"workbook. The answer is a CSV on standard output; with --chart it is drawn too, as\n" +
		".svg or .html.\n\n")
	b.WriteString("Examples:\n  evidencepack stats pp refusals.csv --chart refusals.svg\n" +
		"  evidencepack stats xmr comfort.csv --param direction=increase --param target=4\n" +
		"  evidencepack stats pp --help\n\nMethods:\n")
	for _, m := range tabular.Methods {
		fmt.Fprintln(&b, wrap(fmt.Sprintf("  %-14s", m.Name), m.Title, strings.Repeat(" ", 16)))
	}
	return strings.TrimRight(b.String(), "\n")
}

// methodHelp says what one method is for, with its columns, its settings and an
// example.
func methodHelp(m tabular.Method) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", wrap(m.Name+": ", m.Title, "  "))
	fmt.Fprintf(&b, "%s\n\nColumns of the file:\n", wrap("", m.Means, ""))
	for _, c := range m.Columns {
		means := c.Means
		if c.Optional {
			means += " May be left out."
		}
		fmt.Fprintln(&b, wrap(fmt.Sprintf("  %-12s", c.Name), means, strings.Repeat(" ", 14)))
	}
	if len(m.Settings) > 0 {
		b.WriteString("\nSettings, each as --param NAME=VALUE:\n")
	}
	for _, s := range m.Settings {
		means := s.Means
		if len(s.Choices) > 0 {
			means += " One of: " + strings.Join(s.Choices, ", ") + "."
		}
		if s.Default != "" {
			means += " Without it: " + s.Default + "."
		}
		fmt.Fprintln(&b, wrap(fmt.Sprintf("  %-12s", s.Name), means, strings.Repeat(" ", 14)))
	}
	fmt.Fprintf(&b, "\nExample:\n  %s", exampleOf(m))
	if _, drawn := charts[m.Name]; drawn {
		b.WriteString(" --chart out.svg")
	}
	fmt.Fprintf(&b, "\nThe first line of FILE.csv is then\n  %s", strings.Join(headOf(m), ","))
	return b.String()
}

// exampleOf is a call of a method with its first setting.
func exampleOf(m tabular.Method) string {
	call := "evidencepack stats " + m.Name + " FILE.csv"
	for _, s := range m.Settings {
		switch {
		case len(s.Choices) > 0:
			return call + " --param " + s.Name + "=" + s.Choices[len(s.Choices)-1]
		case s.Default != "":
			return call + " --param \"" + s.Name + "=" + s.Default + "\""
		}
	}
	return call
}

// headOf is the head of a file with all columns of a method that it needs.
func headOf(m tabular.Method) []string {
	var head []string
	for _, c := range m.Columns {
		if !c.Optional {
			head = append(head, c.Name)
		}
	}
	return head
}
