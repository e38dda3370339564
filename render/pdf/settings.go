package pdf

// settings say how much paper a drawing takes.
type settings struct {
	follow        bool    // sections begin where the one before ends, spreads too, and only the shortest tables stay whole
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
