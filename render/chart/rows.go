package chart

import "time"

// rowTick is the length in mm of the tick over the name of a row.
const rowTick = 1.2

// longestRow is the most that a name may take, as a part of the plot.
const longestRow = 0.3

// rowNames names the points of a chart of rows, each under its point. Where there is
// no room for all, the first and every second, fifth, tenth and so on stand. Days
// have their year below, where it is another than before.
func (f *frame) rowNames() {
	for step := 1; step <= 10*max(1, len(f.spec.Points)); step = nextStep(step) {
		if labels := f.rowTexts(step); apart(labels) {
			f.writeRows(labels)
			return
		}
	}
}

// rowText is what stands under one point.
type rowText struct {
	x          float64
	name, year Text
}

// rowTexts gives the names of the first point and of every so many.
func (f *frame) rowTexts(step int) []rowText {
	var all []rowText
	year := ""
	for i, p := range f.spec.Points {
		if i > 0 && (i+1)%step != 0 {
			continue
		}
		label := rowText{x: f.x(float64(i) + 0.5)}
		name, below := cut(p.Label, labelSize, false, longestRow*(f.plot.right-f.plot.left)), ""
		if date, err := time.Parse(time.DateOnly, p.From); err == nil {
			name, below = date.Format("2 Jan"), date.Format("2006")
		}
		label.name = f.inside(Text{At: XY{label.x, f.plot.bottom + monthsBelow}, Text: name, Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle})
		if below != year {
			label.year = f.inside(Text{At: XY{label.x, f.plot.bottom + yearsBelow}, Text: below, Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle})
			year = below
		}
		all = append(all, label)
	}
	return all
}

// apart says whether the names stand clear of each other.
func apart(labels []rowText) bool {
	for i := 1; i < len(labels); i++ {
		if boxOf(labels[i-1].name).right+1 > boxOf(labels[i].name).left {
			return false
		}
	}
	return true
}

func (f *frame) writeRows(labels []rowText) {
	for _, label := range labels {
		f.line(label.x, f.plot.bottom, label.x, f.plot.bottom+rowTick, InkAxis, 0.4)
		f.write(label.name)
		f.write(label.year)
	}
}

// nextStep follows 1, 2, 5, 10, 20, 50 and so on.
func nextStep(step int) int {
	lead := step
	for lead >= 10 {
		lead /= 10
	}
	if lead == 2 {
		return step / 2 * 5
	}
	return step * 2
}
