package disclose

import (
	"math/rand/v2"
	"testing"

	"evidencepack/ingest/record"
)

// offersOf are made-up offers: for each service and month the refusals that stood, those
// that became a yes, and the other offers.
type offersOf [4][6][3]int

// add adds up one service or all ("") over some months.
func (o *offersOf) add(service string, from, to int) (stood, second, offers float64) {
	for s := range o {
		for month := from; month < to && (service == "" || service == services[s]); month++ {
			stood, second = stood+float64(o[s][month][0]), second+float64(o[s][month][1])
			offers += float64(o[s][month][0] + o[s][month][1] + o[s][month][2])
		}
	}
	return stood, second, offers
}

// cells are the figures of one service over some months.
func (o *offersOf) cells(service string, from, to int) []Cell {
	span := record.Span{From: monthOf(spring, from).From, To: monthOf(spring, to-1).To}
	stood, second, offers := o.add(service, from, to)
	return []Cell{
		cellOf("REF-01", service, span, stood+second, offers),
		cellOf("REF-02", service, span, stood, offers),
		cellOf("REF-03", service, span, second, stood+second),
	}
}

// TestRandomOffers draws which figures a pack shows of three metrics that one sum
// binds, for services and all of them, in months, quarters and the half year, with
// some of them released before. The audit finds nothing, and not everything is
// withheld.
func TestRandomOffers(t *testing.T) {
	g := rand.New(rand.NewPCG(4, 4))
	spans := [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {0, 3}, {3, 6}, {0, 6}, {1, 4}}
	open, shown, needed := 0, 0, 0
	for range 40 {
		var o offersOf
		often := 1 + g.IntN(12)
		for s := range o {
			for month := range o[s] {
				o[s][month] = [3]int{g.IntN(often + 1), g.IntN(often), g.IntN(6 * often)}
			}
		}
		var cells []Cell
		known := Knowledge{Services: services}
		for _, service := range append([]string{""}, services...) {
			for _, span := range spans {
				for _, c := range o.cells(service, span[0], span[1]) {
					switch {
					case g.IntN(12) == 0 && !external.HidesCell(c):
						known.Earlier = append(known.Earlier, Released{Figure: c.Figure, Numerator: c.Value.Numerator, Denominator: c.Value.Denominator})
					case g.IntN(3) > 0:
						cells = append(cells, c)
					}
				}
			}
		}
		withheld := Withhold(external, known, cells)
		for _, leak := range auditOf(known, cells, withheld) {
			t.Errorf("%+v of %d figures", leak, len(cells))
		}
		alone := map[Figure]Reason{}
		for _, c := range cells {
			if external.HidesCell(c) {
				alone[c.Figure] = Small
				continue
			}
			open++
			if withheld[c.Figure] == Shown {
				shown++
			}
		}
		if len(auditOf(known, cells, alone)) > 0 {
			needed++
		}
	}
	t.Logf("%d of %d figures that are not small are shown; %d of 40 packs would leak otherwise", shown, open, needed)
	if 2*shown < open || needed < 20 {
		t.Errorf("%d of %d figures shown, %d packs would leak", shown, open, needed)
	}
}
