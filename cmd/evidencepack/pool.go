package main

import (
	"reflect"
	"slices"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// forOutside adds what packs for readers outside are made of: the threshold, what was
// sent before, the letters of services, and small services as one.
func (j *job) forOutside(in *render.Input) {
	if len(j.packs) > 0 && !slices.ContainsFunc(j.packs, func(p render.Pack) bool { return p.Tier == page.TierExternal }) {
		return
	}
	in.Threshold, in.Earlier = j.settings.floor(), j.releases.figures
	in.Letters = j.exports.People.InOrder("letters of services", j.table.Services())
	in.Small = j.smallServices()
	if len(in.Small) > 0 {
		in.Pooled = pooledTable(j.exports, j.spans(), in.Small)
	}
}

// smallServices are those that readers outside see only together.
func (j *job) smallServices() []string {
	people := make(map[string]int)
	for _, s := range j.table.Services() {
		people[s] = j.table.PeopleAt(s, j.period, j.baseline)
	}
	return disclose.Pools(people, j.settings.floor())
}

// spans are the two windows of a job.
func (j *job) spans() []record.Span { return []record.Span{j.period, j.baseline} }

// pooledTable is a table in which the records of several services stand under the name
// of them all, so that who moved from one to the other counts once.
func pooledTable(e *ingest.Exports, spans []record.Span, small []string) *metrics.Table {
	pool := disclose.PoolOf(small)
	table := tableOf(e, spans, filedAs(small))
	said := make(map[ingest.NilReturn]int)
	for _, one := range e.NilReturns() {
		if slices.Contains(small, one.Service) {
			one.Service = pool
			if said[one]++; said[one] == len(small) { // nothing happened at any of them
				table.AddNone(one.Kind, pool, one.Month)
			}
		}
	}
	return table
}

// filedAs files the records of several services under the name of them all. The
// records themselves stay as they are.
func filedAs(small []string) func(record.Record) record.Record {
	pool := disclose.PoolOf(small)
	return func(r record.Record) record.Record {
		if !slices.Contains(small, r.Where().Service) {
			return r
		}
		copied := reflect.New(reflect.TypeOf(r).Elem())
		copied.Elem().Set(reflect.ValueOf(r).Elem())
		moved := copied.Interface().(record.Record)
		moved.Where().Service = pool
		return moved
	}
}
