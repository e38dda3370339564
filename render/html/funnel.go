package html

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// funnelRow is one service, as it is printed.
type funnelRow struct{ Name, Numerator, Size, Value, Signal string }

// Funnel sets services side by side, and the table of their counts.
func (p *pen) Funnel(f page.Funnel) {
	view := struct {
		Head      chart.Funnel
		ValueHead string
		Source    string
		File      string
		Main      drawing
		Rows      []funnelRow
	}{Head: f.Spec, ValueHead: orWord(f.Spec.ValueHead, "Value"), Source: f.Source, File: p.file(f.Source, orWord(f.Spec.Measure, f.Spec.Title)+" by service")}
	for _, at := range f.Spec.Points {
		view.Rows = append(view.Rows, funnelRow{
			Name: at.Name, Numerator: orDash(share(at.Numerator, nil)), Size: orDash(share(at.Size, nil)),
			Value: funnelValue(at, f.Spec), Signal: orDash(chart.SignalWords(at.Signal, at.SignalWhy, false)),
		})
	}
	view.Main, p.err = p.drawAny(f.Spec.ID, f.Spec.Alt, liveFunnel(f.Spec), func(width, height float64) chart.Scene {
		return chart.LayoutFunnel(f.Spec, width, height)
	})
	p.write("funnel", view)
}

// funnelValue is the value of a service with its unit, or the word that stands for it.
func funnelValue(at chart.FunnelPoint, f chart.Funnel) string {
	if at.Value == nil {
		return orWord(at.Word, string(chart.PointNoData))
	}
	text := chart.Decimal(*at.Value, f.Decimals) + string(f.Unit)
	if at.Word != "" {
		text += " " + at.Word
	}
	return text
}
