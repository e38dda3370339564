package pdf

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"evidencepack/render/page"
)

// What a path of a content stream is made of: its points, and boxes.
var (
	pathPoint = regexp.MustCompile(`(-?[0-9.]+) (-?[0-9.]+) ([ml])\b`)
	pathBox   = regexp.MustCompile(`(-?[0-9.]+) (-?[0-9.]+) (-?[0-9.]+) (-?[0-9.]+) re\b`)
	streams   = regexp.MustCompile(`(?s)/Contents.*?stream\n(.*?)\nendstream`)
)

// checkFrame fails for every line, box or polygon that leaves the content of its sheet,
// and stands neither in the banner nor on the rule of the foot.
func checkFrame(t *testing.T, name string, whole *page.Page) {
	t.Helper()
	p := penOf(roomy)
	p.doc.SetCompression(false)
	p.final = true
	file, err := page.Draw(whole, p)
	if err != nil {
		t.Fatal(err)
	}
	const high, air = 297.0, 0.6
	wrong, all := 0, 0
	check := func(sheet int, x, y float64) {
		all++
		x, y = x*millimetresPerPoint, high-y*millimetresPerPoint
		inside := y > p.top()-air && y < bottom+air || y > bannerTop-air && y < p.top() || y > 284.3 && y < 284.7
		if x < left-air || x > right+air || !inside {
			if wrong++; wrong < 5 {
				t.Errorf("%s, sheet %d: something is drawn at %.1f, %.1f", name, sheet, x, y)
			}
		}
	}
	number := func(text string) float64 {
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	found := streams.FindAllStringSubmatch(string(file), -1)
	for i, stream := range found {
		for _, m := range pathPoint.FindAllStringSubmatch(stream[1], -1) {
			check(i+1, number(m[1]), number(m[2]))
		}
		for _, m := range pathBox.FindAllStringSubmatch(stream[1], -1) {
			x, y := number(m[1]), number(m[2])
			check(i+1, x, y)
			check(i+1, x+number(m[3]), y+number(m[4]))
		}
	}
	if len(found) != Pages(file) || all < 20*len(found) {
		t.Fatalf("%s: only %d points were read of %d sheets", name, all, len(found))
	}
}

// TestNothingIsDrawnOutsideTheFrame reads the paths of the content streams, where every
// line and shape has its place in points from the lower left corner.
func TestNothingIsDrawnOutsideTheFrame(t *testing.T) {
	whole, _ := filled()
	checkFrame(t, "filled", whole)
	checkFrame(t, "fixture", fixture(t))
	checkFrame(t, "tall", tall(40))
}

// TestAThinPageStandsClear draws the fixture with ever fewer pages: no word lies on
// another or leaves its sheet.
func TestAThinPageStandsClear(t *testing.T) {
	whole := fixture(t)
	for _, most := range []int{9, 6, 4} {
		whole.MostPages = most
		file := draw(t, whole)
		checkPlaces(t, file)
		if got := strings.Count(pdftotext(t, file), "\f"); got > most && Remark(whole, file) == "" {
			t.Errorf("%d pages, not at most %d, and nothing is said", got, most)
		}
	}
}
