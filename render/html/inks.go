package html

import (
	"html/template"
	"strconv"
	"strings"
)

// inks gives each way to paint a shape a name, so that a shape in a page says the name
// and the page says once what it means. The zero value is ready; nil names nothing, and
// shapes say all themselves, as those of a file must.
type inks struct {
	names map[string]string
	sheet strings.Builder

	met    map[string]string // runs of shapes that were drawn: the name of each that came again, or ""
	runs   int               // names given
	shared strings.Builder   // those that came again, with their names
}

// paint is what a shape says for the attributes that paint it.
func (k *inks) paint(attributes string) string {
	if k == nil || attributes == "" {
		return attributes
	}
	name, known := k.names[attributes]
	if !known {
		if k.names == nil {
			k.names = make(map[string]string)
		}
		name = "q" + strconv.Itoa(len(k.names))
		k.names[attributes] = name
		k.sheet.WriteString("." + name)
		if strings.Contains(attributes, ` r="`) {
			k.sheet.WriteString(",." + name + ">*") // a radius is not handed on to what stands in a group
		}
		k.sheet.WriteString("{" + declarations(attributes) + "}\n")
	}
	return " class=" + name
}

// shortestShared is how long a run of shapes must be to be drawn by its name when it comes
// again: the months under a chart, the ticks of an axis.
const shortestShared = 50

// again gives what to write for a run of shapes: the run itself the first time, afterwards
// where it stands.
func (k *inks) again(run string) string {
	if k == nil || len(run) < shortestShared {
		return run
	}
	name, met := k.met[run]
	if !met {
		if k.met == nil {
			k.met = make(map[string]string)
		}
		k.met[run] = ""
		return run
	}
	if name == "" {
		k.runs++
		name = "_r" + strconv.Itoa(k.runs)
		k.met[run] = name
		k.shared.WriteString(`<g id=` + name + `>` + run + "</g>")
	}
	return `<use href=#` + name + ` />`
}

// defined are the runs that stand elsewhere by their names.
func (k *inks) defined() string {
	return "<svg class=d hidden>" + k.shared.String() + "</svg>\n"
}

// style is the style sheet of all names given so far.
func (k *inks) style() template.CSS {
	return template.CSS(".d{" + declarations(drawingRoot) + "}\n" + k.sheet.String())
}

// declarations writes attributes of a shape as a style sheet says them.
func declarations(attributes string) string {
	var b strings.Builder
	for attributes = strings.TrimSpace(attributes); attributes != ""; attributes = strings.TrimSpace(attributes) {
		name, rest, _ := strings.Cut(attributes, `="`)
		value, after, _ := strings.Cut(rest, `"`)
		if b.Len() > 0 {
			b.WriteByte(';')
		}
		b.WriteString(name + ":" + value)
		if name == "font-size" || name == "r" {
			b.WriteString("px")
		}
		attributes = after
	}
	return b.String()
}
