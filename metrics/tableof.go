package metrics

import (
	"runtime"
	"sync"

	"evidencepack/ingest/record"
)

// fewToShare is how many records one processor counts in less time than it takes to
// put two tables together.
const fewToShare = 20_000

// TableOf makes a table of records, each as filed gives it back: in parts at once, one for
// each processor, which are then merged in their order. Filed may be asked of several
// records at once.
func TableOf(metrics []Metric, spans []record.Span, records []record.Record, filed func(record.Record) record.Record) *Table {
	return countIn(max(1, min(runtime.GOMAXPROCS(0), len(records)/fewToShare)), metrics, spans, records, filed)
}

func countIn(parts int, metrics []Metric, spans []record.Span, records []record.Record, filed func(record.Record) record.Record) *Table {
	tables := make([]*Table, parts)
	var all sync.WaitGroup
	for i := range tables {
		all.Go(func() {
			t := NewTable(metrics, spans)
			for _, r := range records[i*len(records)/parts : (i+1)*len(records)/parts] {
				t.Add(filed(r))
			}
			tables[i] = t
		})
	}
	all.Wait()
	for _, more := range tables[1:] {
		tables[0].Merge(more)
	}
	return tables[0]
}
