package ingest

import "evidencepack/ingest/cell"

// withdrawn tells whether the status of an incident says that it is none: the
// system rejected it, or it is a second report of another. What a saved mapping
// says of the word goes before.
func (b *binder) withdrawn() bool {
	key := cell.Key(b.raw("status").Text)
	_, meant := b.legend("status").words[key]
	return !meant && withdrawnStatuses[key]
}

// withdrawnStatuses are statuses of incidents that are in no figure.
var withdrawnStatuses = map[string]bool{
	"rejected": true, "reject": true, "rejected incident": true, "rejected duplicate": true, "rejected as duplicate": true,
	"duplicate": true, "duplicated": true, "duplicate record": true, "duplicate report": true, "duplicate incident": true, "closed duplicate": true,
	"not an incident": true, "not an adverse event": true, "entered in error": true, "recorded in error": true, "raised in error": true,
	"void": true, "voided": true, "deleted": true, "invalid": true,
}
