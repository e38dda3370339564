// Package ingest turns a folder of exports into records and issues. The way of
// a row, one step a file:
//
//  1. folder.go lists the files and hashes them; nothing is known by its name.
//  2. open.go says what a file is by its bytes and has the reader of that format
//     (a room each: text, xlsx, xls, ods, markup) cut it into rows of raw cells.
//  3. table.go has the room shape find the headings, and the rows that are no
//     records (titles, totals, repeated headings); the room heading says which column
//     is which field of which kind of record, and a saved mapping overrules it.
//     A row that holds several records is spread over rows (reshape*.go), and what a
//     section or the name of a sheet says is added (lent.go). orders.go decides for
//     each column of dates in which order day and month stand.
//  4. bind.go and the files kind_*.go turn cells into typed values. The outcome is
//     a record or an issue: a row that cannot be used is counted, never dropped.
//  5. join.go turns the person of each row into a pseudonym's token, fills in the
//     service, and decides between repeats (dedupe.go) and re-offers (reoffer.go).
//  6. doubts*.go look over the used records for what makes a figure weaker than it
//     looks; remarks.go says what was seen and decided on the way.
//
// Rows read = used + rejected + unmapped + duplicates + struck out, for every sheet.
package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"iter"
	"sort"

	"evidencepack/ingest/grid"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
	"evidencepack/ingest/sniff"
)

// ErrNothing says that no file of the folder could be used.
var ErrNothing = errors.New("none of the files looks like a care export")

// Options say how a folder is read.
type Options struct {
	Key      []byte                    // bytes of the pseudonym key; nil: the numbering follows from the inputs
	Mappings []*mapping.Mapping        // what the user confirmed
	Ladder   record.Ladder             // order of the levels of support; nil is the default
	Skip     func(name string) bool    // files and folders that are not exports; nil skips none
	Password string                    // for workbooks that are locked; "" is none
	Progress func(files, of, rows int) // called after each file; nil is allowed
	Aliases  *person.Aliases           // names that the user confirmed to mean the same; nil is none
	Stranger bool                      // do not judge whether a person is in the register (one file alone)
}

// Input is one file of the folder.
type Input struct {
	File   string
	Size   int64
	SHA256 string
	Error  *record.Issue // why none of it could be used; nil is usable

	Format, Encoding, Delimiter string // as grid.Book has them
	Readable                    bool   // it was cut into rows, whatever they hold
}

// Exports is everything that a folder said.
type Exports struct {
	Inputs  []Input
	Ledgers []record.Ledger // one for each sheet of each file, in order
	Issues  []record.Issue  // in order of file, sheet and row
	People  *person.Registry
	Headers []SheetHeader // what was understood, for inspect
	records []record.Record

	proposals []AliasProposal
	nils      []NilReturn
}

// Word is a word or code and the field it stands in.
type Word struct{ Field, Text string }

// Records gives the used records, in order of file, sheet and row.
func (e *Exports) Records() iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		for _, r := range e.records {
			if !yield(r) {
				return
			}
		}
	}
}

// Read reads every export in a folder. It fails only where the folder itself
// cannot be read or nothing in it can be used (ErrNothing); what is wrong with
// single files and rows is in Inputs and Issues.
func Read(folder fs.FS, o Options) (*Exports, error) {
	if o.Ladder == nil {
		o.Ladder = record.DefaultLadder
	}
	files, err := list(folder, o.Skip)
	if err != nil {
		return nil, err
	}
	in := &intake{options: o, words: make(interner), out: new(Exports), secret: sha256.New(), staffSeen: make(map[string]bool), noted: make(map[noted]int)}
	in.themes = make(map[string][]string)
	in.workmarks = workmarks{marks: make(map[string]record.Worker), lists: make(map[[2]string][]record.Worker)}
	in.secret.Write([]byte("numbering of people\n"))
	for i, name := range files {
		if err := in.file(folder, name); err != nil {
			return nil, err
		}
		if o.Progress != nil {
			o.Progress(i+1, len(files), len(in.pending))
		}
	}
	secret := o.Key
	if len(secret) == 0 {
		secret = in.secret.Sum(nil)
	}
	people := person.New(secret)
	for _, p := range in.private {
		people.Keep(p.what, p.text)
	}
	in.join(people)
	in.hideNames()
	in.out.doubts()
	sort.SliceStable(in.out.Issues, func(i, j int) bool { return earlier(in.out.Issues[i].Ref, in.out.Issues[j].Ref) })
	if len(in.out.records) == 0 {
		return in.out, ErrNothing
	}
	return in.out, nil
}

func earlier(a, b record.Ref) bool {
	if a.File != b.File {
		return a.File < b.File
	}
	if a.Sheet != b.Sheet {
		return a.Sheet < b.Sheet
	}
	return a.Row < b.Row
}

// intake is the state of one reading.
type intake struct {
	options Options
	words   interner
	pending []*pending
	out     *Exports
	secret  hash.Hash // of all that the files hold; not made of Input.SHA256, which manifest.json tells everybody

	private   []private      // what must not appear in a pack
	unusable  []record.Issue // tables whose dates contradict each other
	staffSeen map[string]bool
	noted     map[noted]int // unknown word → its issue
	tallies   map[tally]int // what is said once a sheet, with how many rows
	logins    map[string]string
	workmarks workmarks
	themes    map[string][]string // theme as it is written → words of our list
	members   []staffRow          // rows of the register of staff
}

// private is a text of the inputs that must not appear in a pack, and what it is.
type private struct{ what, text string }

// pending is a row that was understood by itself and waits for the register and
// for its repeats.
type pending struct {
	rec       record.Record
	ledger    int    // index of its sheet's ledger
	ref, name string // the person as the row names them
	text      string // what else tells rows without an id apart
	review    string // text of a review of a plan, until it was held against the one before
	unknown   string // the word or code that is in no list
	field     string // the field it stood in
	ignored   bool   // a saved mapping says to leave that word out
	born      record.Date
	struck    string // code of why the row is struck out, "" where its own column says so
	nearby    bool   // the row that it repeats stands in the same sheet
	older     bool   // an earlier version of the record that counts
	reoffers  bool   // a saved mapping says that a second offer is a row of its own
	together  bool   // its sheet gives one incident several people, in a row each
}

// largestFile is the most bytes that a file may have.
const largestFile = 2 << 30

// file reads one file into pending rows, ledgers and issues.
func (in *intake) file(folder fs.FS, name string) error {
	if size, code := notRead(folder, name); code != "" {
		in.refuse(shownName(name), size, "", code)
		return nil
	}
	text, err := fs.ReadFile(folder, name)
	if err != nil {
		in.refuse(name, 0, "", codeOpenElsewhere)
		return nil
	}
	fmt.Fprintf(in.secret, "%s %d\n", name, len(text))
	in.secret.Write(text)
	sum := sha256.Sum256(text)
	book, unread, code := in.open(text)
	if code != "" {
		in.refuse(name, int64(len(text)), hex.EncodeToString(sum[:]), code)
		return nil
	}
	in.sameFile(name, sum)
	in.out.Inputs = append(in.out.Inputs, Input{
		File: name, Size: int64(len(text)), SHA256: hex.EncodeToString(sum[:]),
		Format: book.Format, Encoding: book.Encoding, Delimiter: book.Delimiter, Readable: true,
	})
	in.noteBook(name, book, unread)
	var unused []table
	used := len(in.out.Ledgers)
	for _, sheet := range book.Sheets {
		for _, t := range in.tables(name, book, sheet) {
			if !in.table(t) && t.filled() && !t.hidden {
				unused = append(unused, t)
			}
		}
	}
	if len(in.out.Ledgers) == used {
		in.out.Inputs[len(in.out.Inputs)-1].Error = in.whyNot(name)
		return nil
	}
	for _, t := range unused {
		in.leftOut(t)
	}
	return nil
}

// notRead gives the size of a file and the code of why it is not opened at all, ""
// for one that can be tried.
func notRead(folder fs.FS, name string) (size int64, code string) {
	if !plainToShow(name) {
		return 0, codeName
	}
	info, err := fs.Stat(folder, name)
	switch {
	case errors.Is(err, errLink):
		return 0, codeLink
	case errors.Is(err, errNoPlain):
		return 0, codeNoPlain
	case tooDeep(name) && (err != nil || info.IsDir()):
		return 0, codeTooDeep
	case err != nil:
		return 0, "" // reading says why
	case !info.Mode().IsRegular():
		return 0, codeOpenElsewhere // a folder that cannot be listed
	case info.Size() > largestFile:
		return info.Size(), codeTooLarge
	}
	return info.Size(), ""
}

// open cuts a file into sheets, or gives the code of what is wrong with it.
func (in *intake) open(text []byte) (*grid.Book, []member, string) {
	if sniff.Kind(text) == sniff.Zip {
		return unpack(text, in.options.Password)
	}
	book, code := open(text, in.options.Password)
	return book, nil, code
}

// sameFile notes a copy of a file that was read before. Its rows are found to be
// repeats like any others.
func (in *intake) sameFile(name string, sum [sha256.Size]byte) {
	written := hex.EncodeToString(sum[:])
	for _, other := range in.out.Inputs {
		if other.SHA256 == written && other.Error == nil {
			in.out.Issues = append(in.out.Issues, record.Issue{
				Ref: record.Ref{File: name}, Severity: record.SeverityNote, Code: codeSameFileTwice, Detail: other.File, Count: 1, Class: record.Duplicate,
			})
			return
		}
	}
}

// refuse enters a file of which nothing could be read.
func (in *intake) refuse(name string, size int64, sum, code string) {
	issue := record.Issue{Ref: record.Ref{File: name}, Severity: record.SeverityError, Code: code, Count: 1, Class: record.Rejected}
	in.out.Issues = append(in.out.Issues, issue)
	in.out.Inputs = append(in.out.Inputs, Input{File: name, Size: size, SHA256: sum, Error: &issue})
}

// interner keeps one copy of each short text, so that a record does not hold on
// to the whole file that it was cut from.
type interner map[string]string

func (in interner) keep(s string) string {
	if s == "" {
		return ""
	}
	if kept, there := in[s]; there {
		return kept
	}
	kept := string(append([]byte(nil), s...))
	in[kept] = kept
	return kept
}
