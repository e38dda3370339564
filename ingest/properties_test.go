package ingest

import (
	"errors"
	"os"
	"path"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
	"evidencepack/testdata"
)

// demoFolder holds the exports that the program carries, in memory.
var demoFolder = sync.OnceValues(func() (fstest.MapFS, error) { return inMemory(testdata.Exports()) })

// dialectFolder holds the small files of other projects, and one care export
// that makes the folder a usable one.
var dialectFolder = sync.OnceValues(func() (fstest.MapFS, error) {
	folder, err := inMemory(os.DirFS("../testdata/corpus/csv"))
	if err == nil {
		folder["people.csv"] = &fstest.MapFile{Data: []byte(people)}
	}
	return folder, err
})

// folders are the folders of test data that the properties are checked on, each
// read once.
var folders = []struct {
	name  string
	least int // files that must be there
	files func() (fstest.MapFS, error)
	read  func() (*Exports, error)
}{
	{"sample", 39, sampleFolder, sampleRead},
	{"demo", 20, demoFolder, sync.OnceValues(func() (*Exports, error) { return readAll(demoFolder) })},
	{"corpus", 10, dialectFolder, sync.OnceValues(func() (*Exports, error) { return readAll(dialectFolder) })},
}

func readAll(files func() (fstest.MapFS, error)) (*Exports, error) {
	folder, err := files()
	if err != nil {
		return nil, err
	}
	return Read(folder, Options{})
}

// eachFolder checks a property on every folder of test data.
func eachFolder(t *testing.T, check func(t *testing.T, files fstest.MapFS, e *Exports)) {
	t.Helper()
	for _, f := range folders {
		t.Run(f.name, func(t *testing.T) {
			files, err := f.files()
			if err != nil {
				t.Fatal(err)
			}
			delete(files, "case-studies.yaml") // it is no export
			e, err := f.read()
			if err != nil || len(files) < f.least || len(e.Inputs) != len(files) {
				t.Fatalf("%d files, %d inputs (%v)", len(files), len(e.Inputs), err)
			}
			check(t, files, e)
		})
	}
}

// TestEveryRowHasOneClass checks the ledgers of every folder.
func TestEveryRowHasOneClass(t *testing.T) {
	eachFolder(t, func(t *testing.T, _ fstest.MapFS, e *Exports) { addsUp(t, e) })
}

// TestEveryFileAlone reads each file of the smaller folders as a folder of one.
func TestEveryFileAlone(t *testing.T) {
	eachFolder(t, func(t *testing.T, files fstest.MapFS, _ *Exports) {
		for name, file := range files {
			if len(file.Data) > 100_000 {
				continue
			}
			e := readOne(t, path.Base(name), file.Data)
			if len(e.Inputs) != 1 || (e.Inputs[0].Error == nil) != (len(e.Ledgers) > 0) {
				t.Errorf("%s: %+v with %d ledgers", name, e.Inputs, len(e.Ledgers))
			}
		}
	})
}

// TestRowNumbersGoForward wants records and issues in order of file, sheet and
// row, and no row twice among the records but where it held several, each with an
// id of its own.
func TestRowNumbersGoForward(t *testing.T) {
	eachFolder(t, func(t *testing.T, _ fstest.MapFS, e *Exports) {
		last, id := record.Ref{}, ""
		for r := range e.Records() {
			at := r.Where().Ref
			several := at == last && r.Where().ID != id
			if at.File == last.File && at.Sheet == last.Sheet && at.Row <= last.Row && !several {
				t.Errorf("%v after %v", at, last)
			}
			last, id = at, r.Where().ID
		}
		for i := 1; i < len(e.Issues); i++ {
			if earlier(e.Issues[i].Ref, e.Issues[i-1].Ref) {
				t.Errorf("%v after %v", e.Issues[i].Ref, e.Issues[i-1].Ref)
			}
		}
	})
}

// TestReadIsRepeatable reads each folder again and wants the same of everything,
// the tokens of people too.
func TestReadIsRepeatable(t *testing.T) {
	eachFolder(t, func(t *testing.T, files fstest.MapFS, e *Exports) {
		again, err := Read(files, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for what, pair := range map[string][2]any{
			"inputs": {e.Inputs, again.Inputs}, "ledgers": {e.Ledgers, again.Ledgers}, "issues": {e.Issues, again.Issues},
			"headers": {e.Headers, again.Headers}, "records": {e.records, again.records},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("the %s differ", what)
			}
		}
		if !reflect.DeepEqual(e.People.Pseudonyms("internal", false), again.People.Pseudonyms("internal", false)) {
			t.Error("the pseudonyms differ")
		}
	})
}

// TestRecordsCanStop wants a reader of the records to be able to stop.
func TestRecordsCanStop(t *testing.T) {
	n := 0
	for range careSample(t).Records() {
		if n++; n == 3 {
			break
		}
	}
	if all := len(slices.Collect(careSample(t).Records())); n != 3 || all < 70_000 {
		t.Errorf("stopped after %d of %d", n, all)
	}
}

// TestUnreadableFile lists a file that cannot be opened and reads the others.
func TestUnreadableFile(t *testing.T) {
	folder := fstest.MapFS{"people.csv": {Data: []byte(people)}, "locked.csv": {Data: []byte(people)}}
	e, err := Read(shut{folder}, Options{})
	if err != nil || len(e.Inputs) != 2 || e.Inputs[0].Error == nil || e.Inputs[0].Error.Code != codeOpenElsewhere || e.Inputs[1].Error != nil {
		t.Errorf("%+v (%v)", e.Inputs, err)
	}
}

// shut is a folder in which one file cannot be opened.
type shut struct{ fstest.MapFS }

func (s shut) ReadFile(name string) ([]byte, error) {
	if name == "locked.csv" {
		return nil, errors.New("open in another program")
	}
	return s.MapFS.ReadFile(name)
}
