package heading

// Look says what stands in a column, from its first records. A share is one of
// the cells that hold something, 0 to 1.
type Look struct {
	Rows    int     // records looked at
	Filled  int     // of these, with something in the column
	Dates   float64 // share of dates, those too that do not exist or lack their day
	Times   float64 // share of times of day, alone or behind a date
	Numbers float64 // share of numbers
	Small   float64 // share of whole numbers from 1 to 5
}

// Compared says how two columns of dates differ, over all records.
type Compared struct {
	Of     int // records
	Both   int // of these, with a day in both
	Differ int // of these, with two different days; of columns that hold other things, different texts
}

// Values tells what the columns of a table hold. Columns count from 0.
type Values interface {
	// Look gives the look of one column; the zero Look where nothing is known.
	Look(column int) Look
	// Compare compares two columns record by record.
	Compare(a, b int) Compared
	// Later counts the dates of a column, and those of them that are later than
	// every date of the other columns. Both are 0 where there is nothing to compare.
	Later(column int, others []int) (later, of int)
}
