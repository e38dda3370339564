package ingest

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// stamps reads when a row was first written and when it was last. Where no column
// says the first, a row that was never changed was written when it was last written.
//
// Which of two versions is the later is a matter of instants. How late a row was
// written is one of the clock on the wall, as its event is: Recorded is the local
// day and time as if they were Unix seconds. A day without a time says too little.
func (b *binder) stamps(h *record.Head) {
	updated := b.raw(heading.Updated)
	m, err := cell.Date(updated, b.header.orders[heading.Updated])
	if err == nil {
		h.Updated = m.Instant()
	}
	if b.has(heading.RecordedAt) {
		h.Recorded = b.wall(heading.RecordedAt)
	} else if err == nil && (h.Version <= 1 || b.firstWritten()) {
		if b.zone == cell.UTC {
			h.Recorded = b.wall(heading.Updated)
		} else {
			h.Recorded = wall(m)
		}
	}
	if h.Recorded != 0 {
		b.derive(heading.RecordedAt)
	}
}

// firstWritten tells whether the stamp of a row is headed as that of its first
// writing: "recorded at".
func (b *binder) firstWritten() bool {
	if b.stampHeading == nil {
		written := heading.FirstWritten(b.heading(heading.Updated))
		b.stampHeading = &written
	}
	return *b.stampHeading
}

func (b *binder) wall(field string) int64 {
	m, err := b.dates(field).Date(b.raw(field))
	if err != nil {
		return 0
	}
	return wall(m)
}

// wall gives the local day and time of a moment in seconds; 0 where it has no time.
func wall(m cell.Moment) int64 {
	if m.At == record.NoClock {
		return 0
	}
	return int64(m.On)*24*60*60 + int64(m.At)*60 + int64(m.Second)
}
