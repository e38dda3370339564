package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// buildWorkforceMonth reads the staffing of one service in one month.
func buildWorkforceMonth(b *binder) record.Record {
	r := new(record.WorkforceMonth)
	r.On, r.At = b.month("month"), record.NoClock
	r.Headcount, r.Starters, r.Leavers, r.Vacancies = b.amount("headcount"), b.amount("starters"), b.amount("leavers"), b.amount("vacancies")
	r.AgencyHours, r.TotalHours = b.amount("agency_hours"), b.amount("total_hours")
	r.Shifts, r.Handovers = b.amount("shifts"), b.amount("handovers")
	return r
}

// buildExposure reads what one month of one service is divided by.
func buildExposure(b *binder) record.Record {
	r := new(record.Exposure)
	r.On, r.At = b.month("month"), record.NoClock
	r.People, r.CareDays = b.amount("people"), b.amount("care_days")
	r.PlannedHours, r.DeliveredHours = b.amount("planned_hours"), b.amount("delivered_hours")
	r.PlannedVisits, r.Offers = b.amount("planned_visits"), b.amount("offers")
	return r
}

// month reads a whole month, or a day in it, and gives its first day. A longer
// time is no month, and makes the row unusable.
func (b *binder) month(field string) record.Date {
	raw := b.raw(field)
	if !raw.Numeric {
		if from, to, _, is := b.dates(field).Period(raw.Text); is && to != 0 && from.Month() == to.Month() {
			return from.Month().First()
		}
	} else if from, to, _, is := cell.ParsePeriod(cell.Clean(raw.Text)); is && !raw.Date && to != 0 && from.Month() == to.Month() {
		return from.Month().First() // 202604 in a cell of numbers
	}
	return b.needDate(field).On.Month().First()
}

// amount reads a number of people, hours or days. What is blank, below 0 or no
// number is unknown.
func (b *binder) amount(field string) float64 {
	raw := b.number(field)
	if raw.Empty() || raw.Date || !raw.Numeric && cell.Nothing(raw.Text) != cell.Present {
		return record.Unknown
	}
	v, err := cell.Number(raw)
	if minutes, bad := cell.Minutes(raw, cell.UnitHours); err != nil && bad == nil && strings.HasSuffix(field, "_hours") {
		v, err = float64(minutes)/60, nil // 980:30, 1000 h
	}
	if err != nil || v < 0 {
		b.note(field, b.text(field))
		return record.Unknown
	}
	return v
}
