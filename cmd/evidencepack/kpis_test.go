package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/render/page"
	"evidencepack/testdata"
)

const kpiHeads = "id,wording,metric,filter,target,direction,bands,period,rounding,validator\n"

// kpiFolder puts the demo's exports and a list of KPIs into a folder.
func kpiFolder(t *testing.T, list string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "exports")
	if err := os.CopyFS(dir, testdata.Exports()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "contract_kpi.csv"), []byte(kpiHeads+list), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// tryBuild builds and gives the exit code and what was said.
func tryBuild(dir, out string) (int, string) {
	var stdout, stderr bytes.Buffer
	code := run([]string{"build", "--in", dir, "--out", out}, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
	return code, stderr.String()
}

// TestKPIsFromFileToPack follows a list into the packs, evidence.csv and the manifest:
// it is an input with its hash and never an export, exact inside the house and
// withheld outside it.
func TestKPIsFromFileToPack(t *testing.T) {
	dir := kpiFolder(t, "D1,Missed visits,VIS-02,,2%,lower,Green <=2; Red >2,quarter,1,\n"+
		"D2,Risk decisions reviewed,RES-17,,90,higher,Green >=90; Red <90,quarter,,\n"+
		"D3,No referral is refused,none,,0,lower,,,,Brokerage\n")
	out := filepath.Join(t.TempDir(), "out")
	if code, said := tryBuild(dir, out); code != exitDone {
		t.Fatalf("exit %d: %s", code, said)
	}
	monthly, tender := kpiRows(t, out, "monthly-report.json"), kpiRows(t, out, "tender-pack.json")
	want := []string{
		"D1 | Missed visits | Jul to Sep 2026 | 1 | 328 | 0.3% | 2% or less | Green, target met | not given",
		"D2 | Risk decisions reviewed | Jul to Sep 2026 | no data | no data | no data | 90% or more | no band | not given",
		"D3 | No referral is refused | the buyer’s | by hand | by hand | by hand | 0 or less | by hand | Brokerage",
	}
	if got := strings.Join(monthly, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the monthly report has\n%s", got)
	}
	if want := "D1 | Missed visits | Jul to Sep 2026 | not shown | not shown | not shown | 2% or less | not shown | not given"; tender[0] != want {
		t.Errorf("the tender has %s", tender[0])
	}
	evidence, err := os.ReadFile(filepath.Join(out, "evidence.csv"))
	if err != nil || !strings.Contains(string(evidence), "VIS-02,,,,kpi,2026-07-01,2026-09-30,1,328,") {
		t.Errorf("evidence.csv does not hold the quarter: %v", err)
	}
	var m manifest
	text, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, in := range m.Inputs {
		if in.File == "contract_kpi.csv" && len(in.SHA256) == 64 && in.Sheets[0].RecordKind == "contract_kpi" && in.Sheets[0].Used == 3 {
			found++
		}
	}
	if found != 1 {
		t.Errorf("the manifest names the list %d times", found)
	}
}

// kpiRows gives the rows of the table in a saved page.
func kpiRows(t *testing.T, dir, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	p, err := page.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Table == nil || b.Table.Sheet != "KPIs" {
				continue
			}
			for _, r := range b.Table.Rows {
				var cells []string
				for _, cell := range r.Cells {
					cells = append(cells, cell.Text)
				}
				rows = append(rows, strings.Join(cells, " | "))
			}
		}
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no table of KPIs", name)
	}
	return rows
}

// TestFaultyKPIsBuildNothing stops before anything is written, with the line and the
// column, and what to do.
func TestFaultyKPIsBuildNothing(t *testing.T) {
	for name, c := range map[string]struct {
		list, want string
		code       int
	}{
		"bands":   {"N1,Quality of life,RAT-01,,,higher,\"Green 100–90, Amber 90–75, Red <75\",,,\n", "contract_kpi.csv, line 2, column bands: KPI N1: 90 stands in two bands", exitNothing},
		"service": {"N1,Comfort,RAT-01,service=Nowhere,,,,,,\n", "no service in the exports has this name", exitNothing},
		"name":    {"N1,Comfort,RAT-01,,,,,,,\nN2,As agreed for Ottoline Fennimarsh,RAT-01,,,,,,,\n", "line 3, column wording: no pack was written", exitPrivate},
	} {
		out := filepath.Join(t.TempDir(), "out")
		code, said := tryBuild(kpiFolder(t, c.list), out)
		if flat := strings.Join(strings.Fields(said), " "); code != c.code || !strings.Contains(flat, c.want) || !strings.Contains(flat, "hint:") {
			t.Errorf("%s: exit %d: %s", name, code, said)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
}

// TestEmptyListOfKPIs leaves the section out.
func TestEmptyListOfKPIs(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if code, said := tryBuild(kpiFolder(t, ""), out); code != exitDone {
		t.Fatalf("exit %d: %s", code, said)
	}
	text, err := os.ReadFile(filepath.Join(out, "monthly-report.json"))
	if err != nil || strings.Contains(string(text), "Contract KPIs") {
		t.Errorf("a section without KPIs: %v", err)
	}
}
