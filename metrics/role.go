package metrics

import "slices"

// Role is what a metric is to the program beside being a figure, so that nothing
// outside its family need know its id. A metric has at most one, and each is had
// by one metric.
type Role string

// The roles.
const (
	RoleChange Role = "change" // a figure for each change of approach (Value.Change)
	RoleCurve  Role = "curve"  // how long something lasts (Table.LastingOf)
	RoleRare   Role = "rare"   // its events are so rare that each is shown by its day (Value.Serious)
	RoleNotes  Role = "notes"  // how much staff wrote down: where it falls, a fall of what is Written says nothing
)

// WithRole gives the metric of the register that has a role.
func WithRole(role Role) (Metric, bool) {
	i := slices.IndexFunc(All, func(m Metric) bool { return m.Role == role })
	if i < 0 {
		return Metric{}, false
	}
	return All[i], true
}
