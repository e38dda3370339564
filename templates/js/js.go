// Package js holds the chart library that is put into each HTML pack, so that a
// pack draws its charts without a network. README.md says how the file was built;
// the licences stand beside it and at its head.
package js

import _ "embed"

// library is Apache ECharts 6.1.0 as gzip, cut down to line and scatter charts, the
// tooltip and the SVG renderer. It defines one global name, echarts, and holds no
// closing script tag.
//
//go:embed echarts.min.js.gz
var library []byte

// LibraryHash is the SHA-256 of the library as it runs, in base 64, as a security policy
// names it.
const LibraryHash = "u+WdS4T/TbHkHkTWmtA/Th7w/cZdh4stFFV0SSZwsOo="
