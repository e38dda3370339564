package ingest

import (
	"crypto/sha256"
	"encoding/hex"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// worker gives the token of the member of staff that a field names.
func (b *binder) worker(field string) record.Worker {
	key := cell.Key(b.raw(field).Text)
	if key == "" {
		return ""
	}
	sum := sha256.Sum256(append([]byte(key), b.in.options.Key...))
	return record.Worker("W-" + hex.EncodeToString(sum[:6]))
}
