package metrics

// Breakdowns names the ways in which a metric is broken down, in the order of its
// definition: task, time_band. It is empty for a metric that stands as a whole.
func (m Metric) Breakdowns() []string {
	var names []string
	for _, s := range m.rule.splits {
		names = append(names, s.Name)
	}
	return names
}
