package main

import (
	"fmt"
	"time"
)

// The exports cover these days, both included, and were made on exportedOn.
var (
	firstDay   = date(2025, 4, 1)
	lastDay    = date(2026, 9, 30)
	exportedOn = date(2026, 10, 5)
)

// halfYear is the number of the half year a day falls in: 0 is before the
// baseline, 1 is the baseline and 2 is the period.
func halfYear(day time.Time) int {
	switch {
	case day.Before(date(2025, 10, 1)):
		return 0
	case day.Before(date(2026, 4, 1)):
		return 1
	}
	return 2
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// monthOf numbers the months of the exports from 0, April 2025.
func monthOf(day time.Time) int {
	return (day.Year()-2025)*12 + int(day.Month()) - int(time.April)
}

// days lists every day from the first to the last, both included.
func days(from, to time.Time) []time.Time {
	var all []time.Time
	for d := from; !d.After(to); d = d.AddDate(0, 0, 1) {
		all = append(all, d)
	}
	return all
}

// utc turns a local British time of day into an instant. Summer time runs from
// the last Sunday of March to the last Sunday of October.
func utc(day time.Time, minute int) time.Time {
	t := day.Add(time.Duration(minute) * time.Minute)
	if !day.Before(lastSunday(day.Year(), time.March)) && day.Before(lastSunday(day.Year(), time.October)) {
		t = t.Add(-time.Hour)
	}
	return t
}

func lastSunday(year int, month time.Month) time.Time {
	d := date(year, month, 31)
	return d.AddDate(0, 0, -int(d.Weekday()))
}

func british(day time.Time) string { return day.Format("02/01/2006") }
func iso(day time.Time) string     { return day.Format("2006-01-02") }
func clock(minute int) string      { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// britishOrBlank writes a day that may be missing.
func britishOrBlank(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return british(day)
}

func isoOrBlank(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return iso(day)
}
