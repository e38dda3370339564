// Package parts holds what the HTML packs are made of and a non-programmer may
// edit: the page parts (*.html, in the language of html/template), the style
// sheets (*.css) and the scripts that run in the page (*.js).
package parts

import "embed"

// Files holds the parts by name. Every *.html file defines the parts named in it;
// the order of style sheets and scripts is set by package render/html.
//
//go:embed *.html *.css *.js
var Files embed.FS
