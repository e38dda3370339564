package render

import "evidencepack/metrics"

var (
	// changeMetric has a figure for each change of approach.
	changeMetric = withRole(metrics.RoleChange)
	// notesMetric says how much staff wrote down.
	notesMetric = withRole(metrics.RoleNotes)
)

// withRole gives the id of the metric that has a role; a test of metrics finds each
// role once.
func withRole(role metrics.Role) string {
	m, _ := metrics.WithRole(role)
	return m.ID
}
