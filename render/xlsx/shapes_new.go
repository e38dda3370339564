package xlsx

import "evidencepack/render/page"

// Curve draws how long something lasts.
func (b *book) Curve(page.Curve) {}

// Funnel sets services side by side.
func (b *book) Funnel(page.Funnel) {}
