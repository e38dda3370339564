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

// BenchmarkTextRecords cuts one quarter of care notes into values.
func BenchmarkTextRecords(b *testing.B) {
	folder, err := sampleFolder()
	if err != nil {
		b.Fatal(err)
	}
	text, _ := decode(folder["care_notes_2026_Q2.csv"].Data)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	values := 0
	for b.Loop() {
		for r := range textRecords(text, ',') {
			values += len(r.cells)
		}
	}
	if values == 0 {
		b.Fatal("no values")
	}
}
