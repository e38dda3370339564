package ingest

import "evidencepack/ingest/record"

// Sources gives one record for each sheet of which rows were read, with what
// became of them, in order of file and sheet. They are no rows of an export.
func (e *Exports) Sources() []*record.Source {
	out := make([]*record.Source, 0, len(e.Ledgers))
	for _, l := range e.Ledgers {
		out = append(out, &record.Source{
			Head: record.Head{Ref: record.Ref{File: l.File, Sheet: l.Sheet}, At: record.NoClock},
			Of:   l.Kind, Read: l.Read, Used: l.Counts[record.Used], Rejected: l.Counts[record.Rejected], NotMapped: l.Counts[record.Unmapped],
			Duplicates: l.Counts[record.Duplicate], StruckOut: l.Counts[record.StruckOut],
		})
	}
	return out
}
