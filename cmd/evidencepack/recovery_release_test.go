package main

import (
	"reflect"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/kpi"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// releasedPack is one pack for readers outside, with what the test knows of it and the
// attacker does not.
type releasedPack struct {
	build  attackedBuild
	page   *page.Page
	shown  []render.Shown
	scopes map[string][]string // services behind the words of a scope
}

// tableOfRecords counts records, those of the services of a pool under one name.
func tableOfRecords(records []record.Record, b attackedBuild, pool []string) *metrics.Table {
	t := metrics.NewTable(metrics.All, []record.Span{b.period, b.baseline})
	for _, r := range records {
		if len(pool) > 0 && slices.Contains(pool, r.Where().Service) {
			copied := reflect.New(reflect.TypeOf(r).Elem())
			copied.Elem().Set(reflect.ValueOf(r).Elem())
			r = copied.Interface().(record.Record)
			r.Where().Service = disclose.PoolOf(pool)
		}
		t.Add(r)
	}
	return t
}

// buyersKPIs are asked for by the buyer of every third provider.
const buyersKPIs = `id,wording,metric,filter,target,direction,bands,period,rounding,validator
1,Refusals,REF-01,,10,lower,,month,,
2,Incidents,INC-01,,,,,quarter,,
3,Attendance,ATT-01,,80,higher,,,,
4,Learning written down,LRN-01,,90,higher,,quarter,,
`

// input is what the program would compose the packs of a build from.
func (p *attackedProvider) input(table *metrics.Table, b attackedBuild) render.Input {
	in := render.Input{
		Provider: "Made up", Table: table, Period: b.period, Baseline: b.baseline, Changes: p.changes, ServiceTypes: p.types,
		Sources: map[record.Kind][]string{}, Safe: func(string) bool { return true }, Templates: templates.Files(), Threshold: disclose.Floor,
	}
	in.Account = p.account()
	people := make(map[string]int)
	for _, s := range table.Services() {
		people[s] = table.PeopleAt(s, b.period, b.baseline)
	}
	if in.Small = disclose.Pools(people, in.Threshold); len(in.Small) > 0 {
		in.Pooled = tableOfRecords(p.records, b, in.Small)
	}
	return in
}

// release composes a pack of a build as the program does, with what was sent before.
func (p *attackedProvider) release(pack render.Pack, table *metrics.Table, b attackedBuild, before []render.Shown) releasedPack {
	in := p.input(table, b)
	for _, s := range before {
		v, n := s.Value, float64(s.Value.People)
		in.Earlier = append(in.Earlier, disclose.Released{Figure: s.Figure, Numerator: v.Numerator, Denominator: v.Denominator, People: &n})
	}
	if p.seed%3 == 0 {
		list, err := kpi.Parse("kpis.csv", []byte(buyersKPIs))
		if err != nil {
			panic(err) // nothing here comes from outside
		}
		if in.KPIs, err = kpi.Results("kpis.csv", list, table, b.period); err != nil {
			panic(err) // nothing here comes from outside
		}
	}
	made, shown, err := render.ComposeShown(pack, in)
	if err != nil {
		panic(err) // nothing here comes from outside
	}
	return releasedPack{build: b, page: made, shown: shown, scopes: scopesOf(table.Services(), in.Small)}
}

// scopesOf says which services stand behind the words of a pack.
func scopesOf(services, small []string) map[string][]string {
	scopes := map[string][]string{wholeScope: services}
	for i, s := range services {
		if !slices.Contains(small, s) {
			scopes["Service\u00a0"+string(rune('A'+i))] = []string{s}
		}
	}
	if len(small) > 0 && len(small) < len(services) {
		scopes["Other services"] = small
	}
	return scopes
}

// account is the ledger of rows that were read, as it stands in a pack.
func (p *attackedProvider) account() render.Account {
	var a render.Account
	for _, kind := range record.Kinds {
		l := record.Ledger{File: string(kind), Kind: kind}
		for _, r := range p.records {
			if r.Kind() == kind {
				l.Read++
				l.Counts[record.Used]++
			}
		}
		if l.Read > 0 {
			a.Files++
			a.Ledgers = append(a.Ledgers, l)
		}
	}
	return a
}
