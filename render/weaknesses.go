package render

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// weak is one known weakness: its place in the list, and how large it is.
type weak struct {
	claim   page.Claim
	used    *finding // entered in the evidence index when the line is printed
	rank    int
	size    float64
	service string // of the figure; "" is all services together, or one person
}

// The order of weaknesses: what got worse, what stands badly, what is not backed
// up, what was recorded less.
const (
	rankWorse  = iota
	rankChange // of one person, between the measures that got worse
	rankMissed
	rankStanding
	rankNotBacked
	rankLess
)

// weaknesses lists every clear finding the wrong way, over all services and at
// each, the changes of approach after which more was refused, and the shares that
// are a weakness by themselves. It is made by the program alone.
func (c *composer) weaknesses(l *MetricList) page.Block {
	found := c.weakList(l.Metrics, l.Standing)
	out := &page.Claims{Title: l.Title}
	for _, w := range found {
		if l.Most > 0 && len(out.Claims) == l.Most {
			break
		}
		if w.claim.Text == "" {
			continue
		}
		if w.used != nil {
			c.use(*w.used)
		}
		if n, there := c.noteOn(w.claim.Metric, w.service); there && w.rank != rankChange {
			w.claim.More = strings.TrimSpace(n.words() + " " + w.claim.More)
		}
		out.Claims = append(out.Claims, w.claim)
	}
	if len(out.Claims) == 0 {
		return notice(chart.StateNoChange, "No measure got clearly worse", "That is not proof that all is well: see what is missing, and what is too small to judge.")
	}
	return page.Block{Claims: out}
}

// weakList is the list of known weaknesses, worst first.
func (c *composer) weakList(ids []string, standing []Standing) []weak {
	found := append(c.worsened(ids), c.worsenedChanges()...)
	found = append(found, c.missedTargets(found)...)
	found = append(found, c.standing(standing, found)...)
	sort.SliceStable(found, func(i, j int) bool {
		if a, b := found[i].place(), found[j].place(); a != b {
			return a < b
		}
		return found[i].size > found[j].size
	})
	return found
}

// place is the place of a weakness in the list.
func (w weak) place() int {
	if w.rank == rankChange {
		return rankWorse
	}
	return w.rank
}

// missedTargets finds the measures whose period misses the provider's target.
func (c *composer) missedTargets(already []weak) []weak {
	var found []weak
	for _, m := range metrics.All {
		t, there := c.in.Targets[m.ID]
		if !there || slices.ContainsFunc(already, func(w weak) bool { return w.claim.Metric == m.ID && w.service == "" }) {
			continue
		}
		f := c.judged(m.ID, metrics.Scope{})
		if c.against(t, f.after) != targetMissed {
			continue
		}
		claim := c.claim(f)
		claim.State, claim.Word = chart.StateConcern, "Target missed"
		claim.More = strings.TrimSpace(fmt.Sprintf("The target is %s. ", t.words(m.Unit)) + claim.More)
		found = append(found, weak{claim, &f, rankMissed, abs(*f.after.Value - t.Value), ""})
	}
	return found
}

// worsened finds the metrics that went the wrong way, are not backed up, or were
// recorded less.
func (c *composer) worsened(ids []string) []weak {
	ranks := map[verdict]int{worse: rankWorse, notBacked: rankNotBacked, lessNoted: rankLess}
	scopes := []metrics.Scope{{}}
	for _, s := range c.services {
		scopes = append(scopes, metrics.Scope{Service: s})
	}
	var found []weak
	for _, id := range ids {
		for _, s := range scopes {
			f := c.judged(id, s)
			rank, is := ranks[f.verdict]
			if !is {
				continue
			}
			size := 0.0
			if f.hasRange() {
				size = abs(*f.difference.Change)
			}
			found = append(found, weak{c.claim(f), &f, rank, size, s.Service})
		}
	}
	return found
}

// worsenedChanges finds the changes of approach after which more was refused.
func (c *composer) worsenedChanges() []weak {
	if !c.rule.People() {
		return nil
	}
	var found []weak
	for _, v := range c.changeValues() {
		if v.Change == nil || c.changeVerdict(v) != worse {
			continue
		}
		found = append(found, weak{c.changeClaim(v), nil, rankChange, *v.Value, ""})
	}
	return found
}

// standing finds the shares of the period that are a weakness by themselves and
// not in the list yet.
func (c *composer) standing(list []Standing, already []weak) []weak {
	var found []weak
	for _, s := range list {
		f := c.judged(s.Metric, metrics.Scope{})
		if f.after.Value == nil || c.hides(f.after) || c.few(&finding{metric: f.metric, scope: f.scope, before: f.after, after: f.after}) {
			continue
		}
		beyond := 0.0
		switch {
		case s.Above != nil && *f.after.Value > *s.Above:
			beyond = *f.after.Value - *s.Above
		case s.Below != nil && *f.after.Value < *s.Below:
			beyond = *s.Below - *f.after.Value
		default:
			continue
		}
		claim := c.claim(f)
		known := false
		for _, w := range already {
			known = known || w.claim.Text == claim.Text || w.claim.Metric == s.Metric && w.service == ""
		}
		if known {
			continue
		}
		claim.State, claim.Word = chart.StateConcern, "Weak spot"
		found = append(found, weak{claim, &f, rankStanding, beyond, ""})
	}
	return found
}
