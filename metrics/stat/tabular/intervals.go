package tabular

import (
	"math"
	"slices"

	"evidencepack/metrics/stat"
)

// What stands in the error column of a row, in the words of the reference packages.
const (
	wrongMissing     = "a number is missing"
	wrongDenominator = "denominators must be greater than zero"
	wrongDivisor     = "denominator must be greater than zero"
	wrongAbove       = "numerators must be less than or equal to denominator for a proportion statistic"
	wrongNegative    = "counts must not be negative"
)

// intervalMethods give likely ranges, one for each row.
var intervalMethods = []Method{
	{
		Name: "prop_ci", Title: "likely range of a share (Wilson)",
		Means:   "For events out of a number, such as refusals out of offers.",
		Reads:   "works out the share x of n",
		Columns: []Column{{Name: "x", Holds: Numbers, Means: "Number of events."}, {Name: "n", Holds: Numbers, Means: "Number that the events are out of."}},
		Run:     func(in Input) (Table, error) { return runRows(in, propRow) },
	},
	{
		Name: "rate_ci", Title: "likely range of a rate (Byar, or exact under 10 events)",
		Means:    "For events in an exposure, such as incidents in care days.",
		Reads:    "works out the rate of x events in an exposure n",
		Columns:  []Column{{Name: "x", Holds: Numbers, Means: "Number of events."}, {Name: "n", Holds: Numbers, Means: "Exposure, such as care days or care hours."}},
		Settings: []Setting{{Name: "multiplier", Means: "Rates are for so many units of exposure, such as 1000.", Default: "1"}},
		Run: func(in Input) (Table, error) {
			times, err := in.multiplier()
			if err != nil {
				return Table{}, err
			}
			return runRows(in, rateRow(times))
		},
	},
	{
		Name: "prop_diff", Title: "likely range of the difference of two shares (Newcombe)",
		Means: "For events out of a number in two periods or services, such as refusals out of offers before and after.",
		Reads: "compares x1 of n1 with x2 of n2",
		Columns: []Column{
			{Name: "x1", Holds: Numbers, Means: "Number of events, first."}, {Name: "n1", Holds: Numbers, Means: "Number that they are out of, first."},
			{Name: "x2", Holds: Numbers, Means: "Number of events, second."}, {Name: "n2", Holds: Numbers, Means: "Number that they are out of, second."},
		},
		Run: func(in Input) (Table, error) { return runRows(in, differenceRow) },
	},
	{
		Name: "rate_ratio", Title: "likely range of the ratio of two rates",
		Means: "For events in an exposure in two periods or services, such as incidents in care days before and after.",
		Reads: "compares x1 events in t1 with x2 events in t2",
		Columns: []Column{
			{Name: "x1", Holds: Numbers, Means: "Number of events, first."}, {Name: "t1", Holds: Numbers, Means: "Exposure, first."},
			{Name: "x2", Holds: Numbers, Means: "Number of events, second."}, {Name: "t2", Holds: Numbers, Means: "Exposure, second."},
		},
		Run: func(in Input) (Table, error) { return runRows(in, ratioRow) },
	},
}

// multiplier gives the setting of that name, 1 where there is none.
func (in Input) multiplier() (float64, error) {
	times, err := in.settingNumber("multiplier", aboveZero)
	if err != nil || times == nil {
		return 1, err
	}
	return *times, nil
}

// rowMethod works out the cells of one row from the numbers of its columns.
type rowMethod struct {
	reads, writes []string
	cells         func(v []float64) ([]string, error)
}

// errRow is what is wrong with one row; the other rows have their answers.
type errRow string

func (e errRow) Error() string { return string(e) }

// runRows gives all columns of the table, then those of the method, then error.
func runRows(in Input, m rowMethod) (Table, error) {
	numbers := map[string][]float64{}
	for _, name := range m.reads {
		read, err := in.numbers(name, anyNumber)
		if err != nil {
			return Table{}, err
		}
		numbers[name] = read
	}
	out := newTable(slices.Concat(in.Table.Head, m.writes, []string{"error"})...)
	for i := range in.rows() {
		row := make([]string, 0, len(out.Head))
		for k := range in.Table.Head {
			row = append(row, word(in.cell(i, k)))
		}
		values := make([]float64, len(m.reads))
		whatIsWrong := ""
		for j, name := range m.reads {
			values[j] = numbers[name][i]
			if math.IsNaN(values[j]) {
				whatIsWrong = wrongMissing
			}
			row[in.Table.column(name)] = number(values[j])
		}
		cells := missingCells(len(m.writes))
		if whatIsWrong == "" {
			if worked, err := m.cells(values); err != nil {
				whatIsWrong = err.Error()
			} else {
				cells = worked
			}
		}
		out.add(append(append(row, cells...), whatIsWrong)...)
	}
	return *out, nil
}

func missingCells(n int) []string { return slices.Repeat([]string{missing}, n) }

var propRow = rowMethod{
	reads:  []string{"x", "n"},
	writes: []string{"value", "lower95", "upper95", "lower998", "upper998", "method"},
	cells: func(v []float64) ([]string, error) {
		if err := checkShare(v[0], v[1], wrongDenominator); err != nil {
			return nil, err
		}
		inner, err := stat.Wilson(v[0], v[1], stat.Level95)
		if err != nil {
			return nil, err
		}
		outer, err := stat.Wilson(v[0], v[1], stat.Level998)
		if err != nil {
			return nil, err
		}
		return append(numbersOf(v[0]/v[1], inner.Lower, inner.Upper, outer.Lower, outer.Upper), "Wilson"), nil
	},
}

func checkShare(x, n float64, noDenominator string) error {
	switch {
	case n <= 0:
		return errRow(noDenominator)
	case x < 0:
		return errRow(wrongNegative)
	case x > n:
		return errRow(wrongAbove)
	}
	return nil
}

func rateRow(times float64) rowMethod {
	return rowMethod{
		reads: []string{"x", "n"},
		writes: []string{"value", "lower95", "upper95", "lower998", "upper998", "method",
			"byars_lower95", "byars_upper95", "exact_lower95", "exact_upper95"},
		cells: func(v []float64) ([]string, error) {
			x, n := v[0], v[1]
			switch {
			case n <= 0:
				return nil, errRow(wrongDenominator)
			case x < 0:
				return nil, errRow(wrongNegative)
			}
			inner, err := stat.Rate(x, n, stat.Level95)
			if err != nil {
				return nil, err
			}
			outer, err := stat.Rate(x, n, stat.Level998)
			if err != nil {
				return nil, err
			}
			method := "Exact"
			if x >= 10 {
				method = "Byars"
			}
			byar, exact := stat.Byar(x, stat.Level95), stat.Poisson(x, stat.Level95)
			if x == 0 {
				byar.Lower = math.NaN() // Byar's lower end is not defined there
			}
			unit := times / n
			cells := append(numbersOf(x*unit, inner.Lower*times, inner.Upper*times, outer.Lower*times, outer.Upper*times), method)
			cells = append(cells, undefined(byar.Lower*unit))
			return append(cells, numbersOf(byar.Upper*unit, exact.Lower*unit, exact.Upper*unit)...), nil
		},
	}
}

var differenceRow = rowMethod{
	reads: []string{"x1", "n1", "x2", "n2"},
	writes: []string{"p1", "p2", "diff", "lower", "upper",
		"wilson1_lower", "wilson1_upper", "wilson2_lower", "wilson2_upper"},
	cells: func(v []float64) ([]string, error) {
		for _, side := range [][]float64{v[:2], v[2:]} {
			if err := checkShare(side[0], side[1], wrongDivisor); err != nil {
				return nil, err
			}
		}
		limits, err := stat.Newcombe(v[0], v[1], v[2], v[3], stat.Level95)
		if err != nil {
			return nil, err
		}
		first, err := stat.Wilson(v[0], v[1], stat.Level95)
		if err != nil {
			return nil, err
		}
		second, err := stat.Wilson(v[2], v[3], stat.Level95)
		if err != nil {
			return nil, err
		}
		p1, p2 := v[0]/v[1], v[2]/v[3]
		return numbersOf(p1, p2, p1-p2, limits.Lower, limits.Upper, first.Lower, first.Upper, second.Lower, second.Upper), nil
	},
}

var ratioRow = rowMethod{
	reads:  []string{"x1", "t1", "x2", "t2"},
	writes: []string{"ratio", "exact_lower", "exact_upper", "exact_p", "log_lower", "log_upper"},
	cells: func(v []float64) ([]string, error) {
		switch {
		case v[1] <= 0 || v[3] <= 0:
			return nil, errRow(wrongDivisor)
		case v[0] < 0 || v[2] < 0:
			return nil, errRow(wrongNegative)
		case v[0] == 0 && v[2] == 0:
			return append([]string{"NaN"}, missingCells(5)...), nil
		}
		ratio, exact, err := stat.RateRatio(v[0], v[1], v[2], v[3], stat.Level95)
		if err != nil {
			return nil, err
		}
		chance, err := stat.RateRatioP(v[0], v[1], v[2], v[3])
		if err != nil {
			return nil, err
		}
		log, err := stat.RateRatioLog(v[0], v[1], v[2], v[3], stat.Level95)
		if err != nil {
			return nil, err
		}
		return numbersOf(ratio, exact.Lower, exact.Upper, chance, log.Lower, log.Upper), nil
	},
}

func numbersOf(values ...float64) []string {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = number(v)
	}
	return cells
}
