package html

import (
	"html/template"
	"strconv"

	"evidencepack/render/chart"
)

// Sizes of the still pictures in millimetres. A picture is stretched to the room
// that it has, so its width sets the size of its letters: that on a narrow screen
// is laid out anew and not made smaller.
const (
	fullWidth, fullStill    = 190, 62
	halfWidth, halfStill    = 130, 70
	narrowWide, narrowStill = 100, 71
	plateWidth              = 190
)

// drawing is one chart in the page: the still pictures for a wide and a narrow
// screen, which are also what is printed, and the live chart that takes their
// place where scripts run.
type drawing struct {
	ID           string
	Compact      bool
	Wide, Narrow template.HTML
	Island       template.HTML
}

// drawingOf draws one Spec; number is its place among the charts of the page and
// keeps its id apart from those of other charts of the same measure.
func drawingOf(s chart.Spec, half, compact bool, number int) (drawing, error) {
	id := "_live-" + strconv.Itoa(number) + "-" + anchor(s.ID)
	json, err := islandOf(s, id, compact)
	if err != nil {
		return drawing{}, err
	}
	d := drawing{
		ID:      id,
		Compact: compact,
		Island:  template.HTML(`<script type="application/json" id="` + id + `-data">` + string(json) + `</script>`),
	}
	width, height := float64(fullWidth), float64(fullStill)
	if half {
		width, height = halfWidth, halfStill
	}
	if compact {
		d.Wide = svg(chart.Strip(s, width), s.Alt)
		d.Narrow = svg(chart.Strip(s, narrowWide), s.Alt)
		return d, nil
	}
	d.Wide = svg(chart.Layout(s, width, height), s.Alt)
	d.Narrow = svg(chart.Layout(s, narrowWide, narrowStill), s.Alt)
	return d, nil
}
