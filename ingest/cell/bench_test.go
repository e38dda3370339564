package cell

import "testing"

// BenchmarkDate reads the dates that most rows of most exports hold.
func BenchmarkDate(b *testing.B) {
	for _, written := range []string{"12/04/2026", "12/04/2026 07:05", "2026-07-12T23:30:00Z", "3 Nov 2025", ""} {
		b.Run(written, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Date(Text(written), DayFirst)
			}
		})
	}
}

// BenchmarkDateColumn decides the order of a column.
func BenchmarkDateColumn(b *testing.B) {
	b.ReportAllocs()
	var column DateColumn
	for b.Loop() {
		column.See(Text("12/04/2026 07:05"))
	}
}
