package cell

import (
	"strings"

	"evidencepack/ingest/record"
)

// hours are the hours of a clock as words.
var hours = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

// partsPast are the words before an hour, and the minutes they add to it.
var partsPast = []struct {
	words   string
	minutes int
}{
	{"half past ", 30}, {"half ", 30}, {"quarter past ", 15}, {"quarter to ", -15},
	{"five past ", 5}, {"5 past ", 5}, {"ten past ", 10}, {"10 past ", 10}, {"twenty past ", 20}, {"20 past ", 20},
	{"five to ", -5}, {"5 to ", -5}, {"ten to ", -10}, {"10 to ", -10}, {"twenty to ", -20}, {"20 to ", -20},
}

// halves are the words behind an hour that say which half of the day is meant.
var halves = []struct {
	words string
	pm    bool
}{
	{" am", false}, {" in the morning", false}, {" this morning", false},
	{" pm", true}, {" in the afternoon", true}, {" this afternoon", true}, {" in the evening", true}, {" this evening", true},
}

// spoken reads a time in words. The half of the day must be said: half 8 may be
// 08:30 or 20:30.
func spoken(s string) (record.Clock, bool) {
	s = Key(s)
	s = strings.TrimPrefix(s, "a ")
	switch s {
	case "noon", "12 noon", "twelve noon", "1200 noon":
		return 720, true
	case "midnight", "12 midnight", "twelve midnight":
		return 0, true
	}
	for _, half := range halves {
		rest, found := strings.CutSuffix(s, half.words)
		if !found {
			continue
		}
		minutes, ok := wordClock(rest)
		if !ok {
			return record.NoClock, false
		}
		if half.pm {
			minutes += 720
		}
		return record.Clock((minutes + 1440) % 1440), true
	}
	return record.NoClock, false
}

// wordClock reads half past eight as minutes in a half of the day; twelve is 0.
func wordClock(s string) (int, bool) {
	past := 0
	for _, part := range partsPast {
		if rest, found := strings.CutPrefix(s, part.words); found {
			s, past = rest, part.minutes
			break
		}
	}
	s = strings.TrimSuffix(s, " oclock")
	hour, there := hours[s]
	if !there {
		if hour, there = smallNumber(s); !there || hour < 1 || hour > 12 {
			return 0, false
		}
	}
	return hour%12*60 + past, true
}
