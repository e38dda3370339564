package metrics

// Breakdowns names the ways in which the figure of a metric is broken down: task,
// time_band. None is nil.
func (m Metric) Breakdowns() []string {
	var names []string
	for _, s := range m.rule.splits {
		names = append(names, s.Name)
	}
	if m.rule.parts != nil {
		names = append(names, m.rule.partsName)
	}
	return names
}
