package main

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"evidencepack/metrics/stat/tabular"
)

// mostNamedMonths is how many missing months are named.
const mostNamedMonths = 4

// skipped says which months a monthly series leaves out: none is put in for them,
// so their neighbours stand side by side. The points of g and t are events.
func skipped(method tabular.Method, t tabular.Table) []string {
	if method.Name == "g" || method.Name == "t" {
		return nil
	}
	dates, ok := datesOf(method, t)
	if !ok {
		return nil
	}
	months, monthly := monthsOf(dates)
	if !monthly {
		return nil
	}
	var missing []string
	for at := months[0]; at < months[len(months)-1]; at++ {
		if !slices.Contains(months, at) {
			missing = append(missing, time.Month(at%12+1).String()+" "+strconv.Itoa(at/12))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	named := missing
	if len(named) > mostNamedMonths {
		named = append(named[:mostNamedMonths:mostNamedMonths], fmt.Sprintf("%d more", len(missing)-mostNamedMonths))
	}
	return []string{fmt.Sprintf("there is no row for %s. The months before and after count as neighbours.", listed(named))}
}

// datesOf gives the dates of a table, false where it has none or numbers in their place.
func datesOf(method tabular.Method, t tabular.Table) ([]time.Time, bool) {
	at := slices.IndexFunc(t.Head, func(name string) bool {
		c, ok := method.Column(name)
		return ok && c.Holds == tabular.Places
	})
	if at < 0 {
		return nil, false
	}
	var dates []time.Time
	for _, row := range t.Rows {
		date, err := time.Parse(time.DateOnly, row[at])
		if err != nil {
			return nil, false
		}
		dates = append(dates, date)
	}
	return dates, true
}

// monthsOf gives the months of a series in order, each once, counted from the year
// 0. The series is monthly where all its dates have one day of the month, or each
// is the last of its month, and two of them stand a month apart.
func monthsOf(dates []time.Time) (months []int, monthly bool) {
	oneDay, allLast, nextTo := true, true, false
	for _, date := range dates {
		oneDay = oneDay && date.Day() == dates[0].Day()
		allLast = allLast && date.AddDate(0, 0, 1).Day() == 1
		months = append(months, date.Year()*12+int(date.Month())-1)
	}
	slices.Sort(months)
	months = slices.Compact(months)
	for i := 1; i < len(months); i++ {
		nextTo = nextTo || months[i] == months[i-1]+1
	}
	return months, (oneDay || allLast) && nextTo
}
