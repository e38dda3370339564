package chart


func FunnelAxes(f Funnel) (x, y Axis) {
	var size, value float64
	for _, p := range f.Points {
		if p.Size != nil && p.Value != nil {
			size, value = max(size, *p.Size), max(value, *p.Value)
		}
	}
	value = max(value, f.Average)
	x = AxisOf(Spec{Points: []Point{{Value: &size}}})
	y = AxisOf(Spec{Unit: f.Unit, Decimals: f.Decimals, Points: []Point{{Value: &value}}})
	return x, y
}
