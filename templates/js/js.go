// Package js holds the chart library that is put into each HTML pack, so that a
// pack draws its charts without a network. README.md says how the file was built;
// the licences stand beside it and at its head.
package js

import _ "embed"

// ECharts is Apache ECharts 6.1.0, cut down to line, bar and scatter charts, the
// tooltip, mark lines, mark areas and the SVG renderer. It defines one global
// name, echarts, and holds no closing script tag.
//
//go:embed echarts.min.js
var ECharts string
