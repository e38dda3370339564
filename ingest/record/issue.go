package record

// Class is what became of a row. Each row has exactly one, so that
// rows read = used + rejected + unmapped + duplicates + struck out.
type Class uint8

// The classes of the ledger.
const (
	Used      Class = iota
	Rejected        // a required field cannot be read, or the person is not in the register
	Unmapped        // its outcome, code or level is in no list and no legend
	Duplicate       // a repeat of a record that counts elsewhere
	StruckOut       // struck out, voided or archived in the source
)

// Severity is how much an issue matters.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"   // a whole file or sheet could not be used
	SeverityWarning Severity = "warning" // something is weaker than it looks
	SeverityNote    Severity = "note"    // we decided something; it may be overruled
)

// Issue is a row, a word, a column or a file that could not be used as it is.
// It never holds a personal value.
type Issue struct {
	Ref             // Row is 0 where a whole file or sheet is meant
	Kind     Kind   // "" is unknown
	Field    string // canonical field, or the heading in the file
	Severity Severity
	Code     string // entry of the catalogue of problems: no-such-date
	Detail   string // what was found where that is not personal: a code, a heading, a count
	Class    Class  // what became of the row
	Count    int    // rows or words that it stands for, at least 1
}

// Ledger is the account of one sheet of one file.
type Ledger struct {
	File      string
	Sheet     string
	Kind      Kind // "" is not recognised
	HeaderRow int  // line of a text file or row of a sheet; 0 is none found
	Read      int
	Counts    [5]int // by Class
	Joined    int    // used rows that are part of the record of another row; they have none of their own
}

// Aside counts rows that are in no figure and are no repeats.
func (l Ledger) Aside() int { return l.Counts[Rejected] + l.Counts[Unmapped] + l.Counts[StruckOut] }
