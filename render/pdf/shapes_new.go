package pdf

import "evidencepack/render/page"

// Curve draws how long something lasts.
func (p *pen) Curve(page.Curve) {}

// Funnel sets services side by side.
func (p *pen) Funnel(page.Funnel) {}
