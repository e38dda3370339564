package html

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"sync"

	"evidencepack/render/chart"
	"evidencepack/render/page"
	parts "evidencepack/templates/html"
	"evidencepack/templates/js"
)

// styleSheets and bootScripts are the files of templates/html in the order in
// which they take effect; firstScript runs as the page is opened.
var (
	styleSheets = []string{"base.css", "blocks.css", "evidence.css", "narrow.css", "print.css"}
	bootScripts = []string{"heads.js", "fit.js", "charts.js", "copy.js", "filter.js", "panel.js", "save.js"}
	firstScript = "unpack.js"
)

// policy is the content security policy: nothing is loaded and nothing runs but
// what was put into the page here, each named by its hash. Those of the scripts are given.
func policy(styles []template.CSS, script []string) string {
	var style []string
	for _, s := range styles {
		style = append(style, hash(string(s)))
	}
	if len(script) == 0 {
		script = []string{"'none'"}
	}
	return "default-src 'none'; script-src " + strings.Join(script, " ") +
		"; style-src " + strings.Join(style, " ") +
		"; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// ownScripts are our own scripts: the one that unpacks, and all others, which it runs,
// packed; and the hashes of all that run.
type ownScripts struct {
	first, packed string
	hashes        []string
}

var scripts = sync.OnceValues(func() (ownScripts, error) {
	var all strings.Builder
	for _, name := range bootScripts {
		text, err := parts.Files.ReadFile(name)
		if err != nil {
			return ownScripts{}, err
		}
		all.WriteString(bareScript(string(text)))
	}
	first, err := parts.Files.ReadFile(firstScript)
	if err != nil {
		return ownScripts{}, err
	}
	opening := bareScript(string(first))
	return ownScripts{
		opening, js.Pack([]byte(all.String()), gzip.BestCompression),
		[]string{hash(opening), hash(all.String()), "'sha256-" + js.LibraryHash + "'"},
	}, nil
})

// asides are the lines of a script that only its readers need, and what stands before
// the first sign of a line.
var asides = regexp.MustCompile(`(?m)^[ \t]*(?://.*)?\n?`)

// bareScript leaves out of a script what it does not need to run. None of ours has a text
// of several lines.
func bareScript(text string) string { return asides.ReplaceAllString(text, "") }

// commonStyle is the style sheet that all pages share: colours, fonts, rules.
var commonStyle = sync.OnceValues(func() (template.CSS, error) {
	var b strings.Builder
	b.WriteString(":root{")
	for _, ink := range inkNames {
		fmt.Fprintf(&b, "--%s:%s;", ink, ink.Hex())
	}
	b.WriteString("}\n")
	b.WriteString(faces())
	b.WriteString(stateShapes())
	b.WriteString(columnRules())
	for _, name := range styleSheets {
		text, err := parts.Files.ReadFile(name)
		if err != nil {
			return "", err
		}
		b.Write(text)
	}
	return template.CSS(b.String()), nil
})

// inkNames are the colours that the style sheets know by name.
var inkNames = []chart.Ink{
	chart.InkText, chart.InkSecond, chart.InkFew, chart.InkData, chart.InkImprovement, chart.InkConcern,
	chart.InkNoChange, chart.InkMarker, chart.InkAxis, chart.InkRule, chart.InkHairline, chart.InkBand,
	chart.InkWash, chart.InkTint1, chart.InkTint2, chart.InkLink, chart.InkWhite,
}

// styles gives the common style sheet and the running lines of the printed pages,
// which name the provider and the tier.
func styles(c page.Cover) ([]template.CSS, error) {
	common, err := commonStyle()
	if err != nil {
		return nil, err
	}
	top := cssText(strings.TrimSpace(c.TierWord + " " + c.Draft))
	foot := cssText(c.Provider + " · " + c.Title + " · data as at " + c.DataAsAt)
	running := "@page{@top-left{content:" + top + "}@bottom-left{content:" + foot + "}" +
		"@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages)}}\n"
	if c.Colour != "" { // the only place of it is the rule under the title
		running += ":root{--brand:" + string(c.Colour) + "}\n"
	}
	return []template.CSS{common, template.CSS(running)}, nil
}

// cssText writes a text as a CSS string. Every sign that could end the string or
// the element is written by its number.
func cssText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r < 0x80 && !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == ' ') {
			fmt.Fprintf(&b, "\\%06x", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
