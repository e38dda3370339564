package render

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// eventDays are the days at which single events stand on the axis. Where the tier
// gives no days of people, those of a month are spread evenly over it in their order,
// so that no place is the day of an event.
func (c *composer) eventDays(series metrics.Series) []record.Date {
	days := make([]record.Date, len(series.Points))
	inMonth := make(map[record.Month]int)
	for i, p := range series.Points {
		days[i] = p.Span.From
		inMonth[p.Span.From.Month()]++
	}
	if c.rule.PersonDates() {
		return days
	}
	placed := make(map[record.Month]int)
	for i, day := range days {
		month := day.Month()
		length := record.Span{From: month.First(), To: month.Last()}.Days()
		days[i] = month.First() + record.Date(length*(2*placed[month]+1)/(2*inMonth[month]))
		placed[month]++
	}
	return days
}

// eventWords says when an event was, by its day or by its month.
func (c *composer) eventWords(day record.Date, inFull func(record.Date) string) string {
	if c.rule.PersonDates() {
		return inFull(day)
	}
	return longMonth(day.Month())
}

// whenWords say when an event was inside a sentence.
func (c *composer) whenWords(day record.Date) string {
	if c.rule.PersonDates() {
		return "on " + longDate(day)
	}
	return "in " + longMonth(day.Month())
}
