package html

import (
	"html/template"
	"strconv"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Sizes of the still pictures in millimetres. A picture is stretched to the room
// that it has, so its width sets the size of its letters: that on a narrow screen
// is laid out anew and not made smaller.
const (
	fullWidth, fullStill    = 190, 62
	halfWidth, halfStill    = 130, 70
	narrowWide, narrowStill = 100, 71
	plateWidth              = 190
	tallStill, narrowTall   = 78, 84 // of a curve or a funnel
)

// drawing is one chart in the page: the still pictures for a wide and a narrow
// screen, which are also what is printed, and the live chart that takes their
// place where scripts run.
type drawing struct {
	ID           string
	Compact      bool
	Letters      string // of the changes that it marks, with blanks between
	Wide, Narrow template.HTML
	Island       template.HTML
}

// drawingOf draws one Spec; number is its place among the charts of the page and
// keeps its id apart from those of other charts of the same measure.
func drawingOf(s chart.Spec, half, compact bool, number int) (drawing, error) {
	id := liveID(s.ID, number)
	json, err := islandOf(s, id, compact)
	if err != nil {
		return drawing{}, err
	}
	d := drawing{ID: id, Compact: compact, Letters: markLetters(s), Island: islandElement(id, json)}
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

// drawAny makes the still and the live drawing of a chart that is no time chart.
func (p *pen) drawAny(id, alt string, l live, still func(width, height float64) chart.Scene) (drawing, error) {
	if p.err != nil {
		return drawing{}, p.err
	}
	p.drawings++
	id = liveID(id, p.drawings)
	json, err := l.json(id)
	if err != nil {
		return drawing{}, err
	}
	return drawing{
		ID: id, Island: islandElement(id, json),
		Wide:   svg(still(fullWidth, tallStill), alt),
		Narrow: svg(still(narrowWide, narrowTall), alt),
	}, nil
}

// sparkOf draws the course of a measure in a cell, with the words for those who do not
// see it.
func sparkOf(s *page.Spark) template.HTML {
	const wide, high = 27, 5.3
	return svg(chart.Sparkline(s.Points(), wide, high), strings.TrimSpace(s.Name+" "+s.Alt))
}

func liveID(of string, number int) string { return "_live-" + strconv.Itoa(number) + "-" + anchor(of) }

func islandElement(id string, json []byte) template.HTML {
	return template.HTML(`<script type="application/json" id="` + id + `-data">` + string(json) + `</script>`)
}
