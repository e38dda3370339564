package browser

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// AxeVariable names the file of axe-core, the tester of accessibility.
const AxeVariable = "AXE_CORE"

// Axe gives the code of axe-core. Where it is not at hand the test is left out, but on
// the machine that checks everything it fails.
func Axe(t *testing.T) string {
	t.Helper()
	file := os.Getenv(AxeVariable)
	code, err := os.ReadFile(file)
	switch {
	case err == nil:
		return string(code)
	case os.Getenv("CI") == "true":
		t.Fatalf("%s must name the file axe.min.js of axe-core: %v", AxeVariable, err)
	}
	t.Skipf("axe-core is not at hand: %s names no file (%q)", AxeVariable, file)
	return ""
}

// Faults lists what axe-core calls serious or critical in the page as it stands now, or
// in the parts of it that a selector finds, and where. The rules are those of WCAG 2.2,
// A and AA, and its best practices.
func (b *Browser) Faults(axe, part string) []string {
	b.T.Helper()
	b.Run(axe+"; true", nil)
	within := "document"
	if part != "" {
		within = fmt.Sprintf("{include: [...document.querySelectorAll(%q)].filter(e => e.checkVisibility())}", part)
	}
	var found struct {
		Passes int
		Faults []struct {
			ID, Impact, Help string
			Places           []string
		}
	}
	b.Run(`axe.run(`+within+`, {resultTypes: ['violations']}).then(r => ({passes: r.passes.length, faults: r.violations
		.filter(v => v.impact === 'serious' || v.impact === 'critical')
		.map(v => ({id: v.id, impact: v.impact, help: v.help,
			places: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + (n.failureSummary || '').slice(0, 300))}))}))`, &found)
	if found.Passes < 5 {
		b.T.Errorf("axe-core passed only %d rules: it did not look at the page", found.Passes)
	}
	var all []string
	for _, f := range found.Faults {
		all = append(all, fmt.Sprintf("%s %s: %s\n  %s", f.Impact, f.ID, f.Help, strings.Join(f.Places, "\n  ")))
	}
	return all
}
