package ingest

import (
	"testing"
)

// BenchmarkRead reads the whole care sample from memory, workbooks included.
func BenchmarkRead(b *testing.B) {
	folder, err := sampleFolder()
	if err != nil {
		b.Fatal(err)
	}
	var size, rows int
	for _, f := range folder {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		e, err := Read(folder, Options{})
		if err != nil {
			b.Fatal(err)
		}
		rows = 0
		for _, l := range e.Ledgers {
			rows += l.Read
		}
	}
	b.ReportMetric(float64(rows), "rows")
}
