package pdf

// settings say how much paper a drawing takes.
type settings struct {
	follow        bool    // sections begin where the one before ends, spreads too, and only the shortest tables stay whole
	tight         bool    // titles of sections are smaller, and the air between blocks and in the rows of tables is less
	oneKey        bool    // a key that stands on an earlier page is not repeated, short as it may be
	noAppendix    bool    // the values behind the charts stand in the workbook alone
	scene         float64 // height in mm of a chart: its plot with its dates and windows
	rows          int     // the most rows of a table; 0 is all
	noIndex       bool    // the evidence index stands in the other formats alone
	noDefinitions bool    // the definitions do
}

// datesAndWindows is what stands under a plot, and flags over it, in mm.
const datesAndWindows = 12.0

// leastScene is the lowest that a chart may be: a plot of 34 (visual.md 7.1).
const leastScene = 34 + datesAndWindows

// roomy is how a page is drawn that has no limit, or meets it.
var roomy = settings{scene: 42 + datesAndWindows}

// title is the style of the titles of sections.
func (s settings) title(r *roles) style {
	if s.tight {
		return r.pageTitle.sized(13 * r.scale)
	}
	return r.pageTitle
}

// air is how much of the air between blocks is left.
func (s settings) air() float64 {
	if s.tight {
		return 2.0 / 3
	}
	return 1
}

// look is how tables are set.
func (s settings) look(r *roles) look {
	if s.tight {
		return r.tightLook
	}
	return r.plainLook
}
