package mapping

// CodeLine is the line that says what a code or word means, as it stands below
// codes: in a saved mapping.
func CodeLine(code, means string) string { return written(code) + ": " + means }
