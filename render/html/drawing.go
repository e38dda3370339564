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
// is laid out anew and not made smaller, where no live chart does that.
const (
	fullWidth, fullStill = 190, 62
	halfWidth, halfStill = 130, 70
	narrowWide           = 100
	plateWidth           = 190
	tallStill            = 78 // of a curve or a funnel
)

// drawing is one chart in the page: the still picture, which is also what is printed
// and saved, and the live chart that takes its place where scripts run and that fits
// itself to the width of the screen.
type drawing struct {
	ID      string
	Compact bool
	Letters string // of the changes that it marks, with blanks between
	Still   template.HTML
}

// drawingOf draws one Spec. Its place among the charts of the page keeps its id apart
// from those of other charts of the same measure.
func (p *pen) drawingOf(s chart.Spec, half, compact bool) (drawing, error) {
	id := liveID(s.ID, p.drawings)
	json, err := islandOf(s, id, compact)
	if err != nil {
		return drawing{}, err
	}
	p.island(id, json)
	d := drawing{ID: id, Compact: compact, Letters: markLetters(s)}
	width, height := float64(fullWidth), float64(fullStill)
	if half {
		width, height = halfWidth, halfStill
	}
	if compact {
		d.Still = p.inks.svg(chart.Strip(s, width), s.Alt)
		return d, nil
	}
	d.Still = p.inks.svg(chart.Layout(s, width, height), s.Alt)
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
	p.island(id, json)
	return drawing{ID: id, Still: p.inks.svg(still(fullWidth, tallStill), alt)}, nil
}

// sparkOf draws the course of a measure in a cell, with the words for those who do not
// see it.
func (p *pen) sparkOf(s *page.Spark) template.HTML {
	const wide, high = 27, 5.3
	return p.inks.svg(chart.Sparkline(s.Points(), wide, high), strings.TrimSpace(s.Name+" "+s.Alt))
}

func liveID(of string, number int) string { return "_live-" + strconv.Itoa(number) + "-" + anchor(of) }

// island keeps the data of a live chart among what is packed.
func (p *pen) island(id string, json []byte) {
	p.islands.WriteString(`<script type="application/json" id="` + id + `-data">`)
	p.islands.Write(json)
	p.islands.WriteString(`</script>`)
}
