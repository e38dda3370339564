package readback

import (
	"testing"
)

// BenchmarkRead reads a pack of the usual size in each format.
func BenchmarkRead(b *testing.B) {
	whole := loaded(b, "../pdf/testdata/inspection-pack.json")
	saved, err := whole.Save()
	if err != nil {
		b.Fatal(err)
	}
	files := map[string][]byte{"pack.json": saved}
	for kind, pen := range pens {
		files["pack."+kind] = drawn(b, whole, pen())
	}
	for _, name := range []string{"pack.pdf", "pack.xlsx", "pack.html", "pack.json"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(files[name])))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(name, files[name]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
