package metrics

import "evidencepack/ingest/record"

// Adds is what one record adds to the numerator and the denominator of a figure. Of
// a record that Trace does not call the one or the other, that number is not read.
type Adds struct {
	Numerator   float64
	Denominator float64
	// Thing names what the record is one of several rows of, where people, steps or
	// weeks are counted and not rows: only the first of its rows adds to a number.
	// Nil is the row itself. It may be compared, and no more.
	Thing any
}

// itself is what a record adds that counts as one.
var itself = Adds{Numerator: 1, Denominator: 1}

// once is the Adds of a metric that counts things with a row or more each.
func once[R record.Record, S any](thing func(R) any) func(*S, Window) func(R) Adds {
	return func(*S, Window) func(R) Adds {
		return func(r R) Adds { return Adds{Numerator: 1, Denominator: 1, Thing: thing(r)} }
	}
}

// oncePerson is the Adds of a metric that counts people.
func oncePerson[R record.Record, S any]() func(*S, Window) func(R) Adds {
	return once[R, S](func(r R) any { return r.Where().Person })
}

// amounts is the Adds of a metric whose rows hold amounts.
func amounts[R record.Record, S any](read func(R) (numerator, denominator float64)) func(*S, Window) func(R) Adds {
	return func(*S, Window) func(R) Adds {
		return func(r R) Adds {
			numerator, denominator := read(r)
			return Adds{Numerator: numerator, Denominator: denominator}
		}
	}
}

// eachStay is what each stay adds to the care days of a span: days that an earlier
// stay of the same person holds too are that one's.
func (s stays) eachStay(span record.Span) map[*record.Placement]int {
	days := make(map[*record.Placement]int, len(s))
	for _, mine := range s.byPerson() {
		before := 0
		for n := range mine {
			sum, _ := mine[:n+1].careDays(span)
			days[mine[n]], before = sum-before, sum
		}
	}
	return days
}
