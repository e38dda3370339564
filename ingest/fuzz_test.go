package ingest

import (
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
)

// seeds starts a fuzz target from the small files of a folder.
func seeds(f *testing.F, folder string, most int) {
	files, err := os.ReadDir(folder)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(path.Join(folder, file.Name()))
		if err != nil {
			f.Fatal(err)
		}
		if len(data) <= most {
			f.Add(data)
		}
	}
}

// FuzzText reads any bytes as a folder of one file: no panic, every row in one
// class, line numbers that go forward and stay within the file.
func FuzzText(f *testing.F) {
	seeds(f, "../testdata/corpus/csv", 4_000)
	for _, s := range []string{people, taskHead + "T1,1,12/04/2026,07:05,HR1,Meals,Refused,,\nTotal,1\n",
		"sep=;\nDate;Name;Activity;Status\n12/04/2026;A B;Choir;\"At\ntended\"\n",
		"Date,Person ID,Step no,Support level\r12/04/2026,HR1,1,V\r13/04/2026,HR1,1,\"open\r",
		"Date,Client ID,Completed with,Comfort,Confidence\n13/04/2025,HR1,Self,4,3\n", outcomeStar,
		"September 2025\n\n" + grid31("Client ID,Medicine", []string{"HR1,Tablet"}, map[[2]int]string{{0, 2}: "R", {0, 31}: "R"}, 31),
		"Rating ID|Date|Person ID|Scale|Score|Rated by\n1|2026-07-12T23:30:00Z|HR1|Comfort|6|Self\n"} {
		f.Add([]byte(s))
	}
	for _, c := range newKinds {
		f.Add([]byte(c.text))
	}
	for _, c := range hostileKinds {
		f.Add([]byte(c.text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, stranger := range []bool{true, false} {
			e := readFolder(t, fstest.MapFS{"x.csv": &fstest.MapFile{Data: text}}, Options{Stranger: stranger})
			if len(e.Inputs) != 1 || (e.Inputs[0].Error == nil) != (len(e.Ledgers) == 1) {
				t.Fatalf("%d inputs, %d ledgers", len(e.Inputs), len(e.Ledgers))
			}
			last, most := 0, strings.Count(string(text), "\n")+strings.Count(string(text), "\r")+1
			for r := range e.Records() {
				at := r.Where().Row
				if at < last || at > most { // a line of scores side by side is several records
					t.Fatalf("line %d after line %d, of %d", at, last, most)
				}
				last = at
			}
			for _, i := range e.Issues {
				if i.Count < 1 || i.Row > most || Explain(i.Code).Title == i.Code || i.Class > record.StruckOut {
					t.Fatalf("%+v", i)
				}
			}
		}
	})
}
