package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Heights of plots over the whole width, in mm.
const (
	curvePlot    = 50.0
	funnelScene  = 62.0
	crowdedScene = 96.0 // of a funnel with many names
	crowd        = 14
)

// Curve draws how long something lasts, with its words and its source as one piece.
func (p *pen) Curve(curve page.Curve) {
	p.block(func() {
		curve = tidied(p, curve)
		p.behind = append(p.behind, behind{curve: &curve})
		spec := curve.Spec
		high := min(chart.CurveHeight(spec, curvePlot), p.deepest()/2)
		p.picture(spec.State, spec.Title, spec.Subtitle, chart.LayoutCurve(spec, width, high), []string{curve.Source, because(spec.Reason, spec.Rules)})
	})
}

// Funnel sets services side by side, with its words and its source as one piece.
func (p *pen) Funnel(funnel page.Funnel) {
	p.block(func() {
		funnel = tidied(p, funnel)
		p.behind = append(p.behind, behind{funnel: &funnel})
		spec, high := funnel.Spec, funnelScene
		if len(spec.Points) > crowd {
			high = crowdedScene
		}
		p.picture(spec.State, spec.Title, spec.Subtitle, chart.LayoutFunnel(spec, width, high), []string{funnel.Source, because(spec.Reason, spec.Rules)})
	})
}

// Stack draws how what was counted parts into levels. Its counts stand beside its bars,
// so that it needs no table behind it.
func (p *pen) Stack(stack page.Stack) {
	p.block(func() {
		stack = tidied(p, stack)
		spec := stack.Spec
		p.titled(spec.Title, spec.Subtitle)
		under := noteHeight(spec.Reason, p.role.sourceLine) + noteHeight(stack.Source, p.role.sourceLine)
		drawn := p.scenes(under, func(first, rest float64) []chart.Scene { return chart.StackParts(spec, width, first, rest) })
		if !drawn {
			p.grid(stackTable(spec), p.role.plainLook, under)
		}
		p.note(spec.Reason, p.role.sourceLine)
		p.note(stack.Source, p.role.sourceLine)
	})
}

// stackTable says the same in rows that can go on over a sheet.
func stackTable(s chart.Stack) page.Table {
	table := page.Table{Columns: []page.Column{{Head: s.GroupHead, Weight: 3}}}
	for _, level := range s.Levels {
		table.Columns = append(table.Columns, page.Column{Head: level, Numeric: true, Weight: 1})
	}
	table.Columns = append(table.Columns, page.Column{Head: s.CountHead, Numeric: true, Weight: 1})
	for _, bar := range s.Bars {
		cells := []page.Cell{{Text: bar.Name}}
		for level := range s.Levels {
			cell := page.Cell{Text: bar.Word}
			if level < len(bar.Counts) {
				cell.Text = counted(float64(bar.Counts[level]))
			} else if cell.Text == "" {
				cell.Text = string(chart.PointNoData)
			}
			cells = append(cells, cell)
		}
		table.Rows = append(table.Rows, page.Row{Cells: append(cells, page.Cell{Text: counted(float64(bar.Total()))})})
	}
	return table
}

// because says why a chart is of its kind and what its rules look for, one sentence
// after the other. A set of rules that the reason names is not named again.
func because(reason, rules string, more ...string) string {
	if rules != "" && !strings.Contains(reason, rules) {
		more = append([]string{"Signals: " + rules}, more...)
	}
	var said []string
	for _, text := range append([]string{reason}, more...) {
		if text == "" {
			continue
		}
		if !strings.ContainsAny(text[len(text)-1:], ".!?") {
			text += "."
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}

// becauseOf says the same of a time chart, and where limits begin anew.
func becauseOf(spec chart.Spec) string {
	var rebases []string
	for _, rebase := range spec.Rebases {
		rebases = append(rebases, rebase.Text)
	}
	return because(spec.Reason, spec.Rules, rebases...)
}

// picture draws a scene over the whole width under its title and above its remarks.
// Where the words alone are longer than a sheet they stand before it.
func (p *pen) picture(state chart.State, title, subtitle string, scene chart.Scene, remarks []string) {
	const indent = 4.0
	heading, at := p.role.blockHeading, left
	if state == chart.StateImprovement || state == chart.StateConcern {
		heading = heading.in(state.Ink())
	}
	if state != chart.StateNone {
		at += indent
	}
	titles := heading.wrap(title, right-at)
	subtitles := p.role.wideNote.wrap(subtitle, width)
	var under []string
	for _, remark := range remarks {
		under = append(under, p.role.sourceLine.wrap(remark, width)...)
	}
	head := heading.high(titles) + 0.6 + p.role.wideNote.high(subtitles) + within
	whole := head + scene.Height + within + p.role.sourceLine.high(under)
	fits := whole <= p.deepest()
	if !fits {
		whole = 2 * p.role.body.leading
	}
	p.begin(whole)
	if len(titles) > 0 {
		p.state(state, left, p.next+heading.leading/2, 1.25)
		p.run(at, titles, heading)
		p.next += 0.6
	}
	p.run(left, subtitles, p.role.wideNote)
	if p.next += within; !fits {
		p.room(scene.Height)
	}
	p.shapes(left, p.next, scene.Shapes)
	p.next += scene.Height + within
	p.run(left, under, p.role.sourceLine)
}
