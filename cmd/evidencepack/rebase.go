package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/page"
)

// rebase is a decision in pack.yaml: from this day on the limits of a chart are
// worked out again.
type rebase struct {
	Metric  string `yaml:"metric"`
	Service string `yaml:"service"` // "" is the whole provider
	From    string `yaml:"from"`
	Who     string `yaml:"who"`
	Why     string `yaml:"why"`

	line, serviceLine int // of the settings file
	from              record.Date
}

// rebaseKeys are the keys of one decision.
var rebaseKeys = []string{"metric", "service", "from", "who", "why"}

// readRebases checks what can be checked before an export is read.
func (s *settings) readRebases(text []byte) error {
	for i := range s.Rebase {
		r := &s.Rebase[i]
		r.line, r.serviceLine = lineAt(text, i, ""), lineAt(text, i, "service")
		for _, needed := range []struct{ key, value string }{{"metric", r.Metric}, {"from", r.From}, {"who", r.Who}, {"why", r.Why}} {
			if strings.TrimSpace(needed.value) == "" {
				return s.rebaseFailure(r.line, fmt.Sprintf("this rebase has no %q", needed.key), "metric, from, who and why are needed; who and why are printed on the chart.")
			}
		}
		if _, known := metrics.Find(r.Metric); !known {
			return s.rebaseFailure(lineAt(text, i, "metric"), fmt.Sprintf("there is no metric %q", r.Metric), "evidencepack list metrics  shows them.")
		}
		var err error
		if r.from, err = record.ParseISO(r.From); err != nil {
			return s.rebaseFailure(lineAt(text, i, "from"), err.Error(), "write year-month-day.")
		}
		same := func(o rebase) bool { return o.Metric == r.Metric && o.Service == r.Service && o.from == r.from }
		if slices.ContainsFunc(s.Rebase[:i], same) {
			return s.rebaseFailure(r.line, "the same rebase stands there twice", "take one away.")
		}
	}
	return nil
}

func (s *settings) rebaseFailure(line int, what, hint string) error {
	return failure{code: exitNothing, what: fmt.Sprintf("%s, line %d: %s.", s.file, line, what), hints: []string{hint}}
}

// lineAt gives the line of a key of a rebase, or of the rebase, from 1.
func lineAt(text []byte, i int, key string) int {
	where := fmt.Sprintf("$.rebase[%d]", i)
	for _, place := range []string{where + "." + key, where, "$.rebase"} {
		path, err := yaml.PathString(strings.TrimSuffix(place, "."))
		if err != nil {
			continue
		}
		node, err := path.ReadNode(bytes.NewReader(text))
		if err == nil && node.GetToken() != nil && node.GetToken().Position != nil {
			return node.GetToken().Position.Line
		}
	}
	return 1
}

// rebases gives the decisions, after the services are known.
func (j *job) rebases() ([]metrics.Rebase, error) {
	var out []metrics.Rebase
	services := j.table.Services()
	for _, r := range j.settings.Rebase {
		if r.Service != "" && !slices.Contains(services, r.Service) {
			hint := "write it as the exports do, or take the line service away for all services together."
			if near := nearest(r.Service, services); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			return nil, j.settings.rebaseFailure(r.serviceLine, "no service in the exports has the name that this rebase gives", hint)
		}
		out = append(out, metrics.Rebase{Metric: r.Metric, Service: r.Service, From: r.from, Who: r.Who, Why: r.Why})
	}
	return out, nil
}

// lettered gives the services in the order of their letters on a page.
func (j *job) lettered(p *page.Page) []string {
	if p.Cover.Tier == page.TierExternal {
		return j.input.Letters
	}
	return j.table.Services()
}

// idleRebases says which decisions changed no chart, and why.
func (j *job) idleRebases() {
	months := j.table.Months()
	for i, r := range j.input.Rebases {
		if slices.ContainsFunc(j.pages, func(p *page.Page) bool { return render.DrawsRebase(p, j.lettered(p), r) }) {
			continue
		}
		why := "no chart of these packs shows that figure by month."
		if n := len(months); n < 2 || r.From <= months[0].First() || r.From > months[n-1].First() {
			why = "there is no complete month on both sides of that day."
		}
		j.world.line("warning", fmt.Sprintf("the rebase of %s from %s had no effect.", r.Metric, r.From), why, fmt.Sprintf("look at %s, line %d.", j.settings.file, j.settings.Rebase[i].line))
	}
}
