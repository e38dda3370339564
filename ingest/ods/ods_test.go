package ods

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

func words(s string) cell.Raw { return cell.Raw{Text: s} }

func TestCells(t *testing.T) {
	const fl, st = ` office:value-type="float"`, ` office:value-type="string"`
	for tag, want := range map[string]cell.Raw{
		fl + ` office:value="10.25"><text:p>10.3</text:p>`:                                             {Text: "10.25", Number: 10.25, Numeric: true},
		fl + ` office:value="1E-9"><text:p>0</text:p>`:                                                 {Text: "1e-09", Number: 1e-9, Numeric: true},
		fl + ` office:value="-0">`:                                                                     {Text: "0", Numeric: true},
		fl + ` office:value="42"><text:p>00042</text:p>`:                                               {Text: "00042", Number: 42, Numeric: true},
		fl + ` office:value="42"><text:p>142</text:p>`:                                                 {Text: "42", Number: 42, Numeric: true},
		fl + ` office:value="INF"><text:p>x</text:p>`:                                                  {Fault: true},
		fl + ` office:value="1,5"><text:p>1,5</text:p>`:                                                words("1,5"),
		` office:value-type="currency" office:value="5"><text:p>£5.00</text:p>`:                        {Text: "5", Number: 5, Numeric: true},
		` office:value-type="percentage" office:value="0.873"><text:p>87%</text:p>`:                    {Text: "0.873", Number: 0.873, Numeric: true, Percent: true},
		` office:value-type="date" office:date-value="2026-04-12"><text:p>x</text:p>`:                  {Text: "2026-04-12", Date: true},
		` office:value-type="date" office:date-value="2026-04-12T07:05:09.123Z">`:                      {Text: "2026-04-12T07:05:09Z", Date: true},
		` office:value-type="time" office:time-value="PT11H30M00S">`:                                   {Text: "0.4791666666666667", Number: 11.5 / 24, Numeric: true, Date: true},
		` office:value-type="time" office:time-value="-P1DT12H">`:                                      {Text: "-1.5", Number: -1.5, Numeric: true, Date: true},
		` office:value-type="time" office:time-value="P1M"><text:p>1 month</text:p>`:                   words("1 month"),
		` office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p>`:               words("yes"),
		` office:value-type="boolean" office:boolean-value="false"><text:p>FALSE</text:p>`:             words("no"),
		st + ` office:string-value="whole"><text:p>shown</text:p>`:                                     words("whole"),
		st + `><text:p>one</text:p><text:p>two &amp; &#x1F363;</text:p>`:                               words("one\ntwo & 🍣"),
		st + `><text:p> a` + "\n" + ` b<text:s text:c="2"/><text:tab/>c<text:line-break/>d </text:p>`:  words("a b  \tc\nd"),
		st + `><text:p><text:span>r<text:a>i</text:a></text:span>ch<text:note>no</text:note></text:p>`: words("rich"),
		st + `><text:p><![CDATA[a<b]]></text:p>`:                                                       words("a<b"),
		st + `><office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p>`:         words("x"),
		st + ` calcext:value-type="error" table:formula="of:=1/0"><text:p>#DIV/0!</text:p>`:            {Fault: true},
		fl + ` office:value="0" table:formula="of:=x"><text:p>Err:502</text:p>`:                        {Fault: true},
		st + `><text:p>#N/A</text:p>`:                                                                  words("#N/A"),
		` table:formula="of:=1+1">`:                                                                    {NoResult: true},
		fl + ` table:formula="of:=1+1"><text:p/>`:                                                      {NoResult: true},
		fl + ` table:formula="of:=1+1" office:value="2">`:                                              {Text: "2", Number: 2, Numeric: true},
	} {
		s := mustOpen(t, oneRow(`<table:table-cell`+tag+`</table:table-cell>`)).Sheets[0]
		if got := linesOf(s); len(got) != 1 || len(got[0].cells) != 1 || got[0].cells[0] != want {
			t.Errorf("%s: %+v, want %+v", tag, got, want)
		}
	}
	for _, tag := range []string{`>`, ` office:value-type="string"><text:p/>`, ` table:formula="of:=x" office:value-type="string" office:string-value="">`} {
		if got := linesOf(mustOpen(t, oneRow(`<table:table-cell`+tag+`</table:table-cell>`)).Sheets[0]); len(got) != 0 {
			t.Errorf("%s: %+v, want no row", tag, got)
		}
	}
}

const word = ` office:value-type="string"><text:p>x</text:p></table:table-cell>`

func TestRepeats(t *testing.T) {
	s := mustOpen(t, oneSheet(`<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>`+
		`<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-repeated="2"/>`+
		`<table:table-cell table:number-columns-repeated="2"`+word+`<table:table-cell table:number-columns-repeated="99999999999999999999"/></table:table-row>`+
		`<table:table-header-rows><table:table-row table:visibility="collapse"><table:table-cell`+word+`</table:table-row></table:table-header-rows>`+
		`<table:table-row-group table:display="false"><table:table-rows><table:table-row><table:table-cell`+word+`</table:table-row></table:table-rows></table:table-row-group>`+
		`<table:table-row-group><table:table-row><table:table-cell`+word+`</table:table-row></table:table-row-group>`+
		`<table:table-row table:number-rows-repeated="99999999999999999999"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`)).Sheets[0]
	two, one := []cell.Raw{{}, {}, words("x"), words("x")}, []cell.Raw{words("x")}
	want := []line{{4, true, two}, {5, true, two}, {6, true, one}, {7, true, one}, {8, false, one}}
	for range 2 {
		if got := linesOf(s); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	for r := range s.Rows {
		if r.Line != 4 {
			t.Error("a walk that was stopped goes on")
		}
		break
	}
}

func TestBombs(t *testing.T) {
	for name, content := range map[string]string{
		"columns": oneRow(`<table:table-cell table:number-columns-repeated="16385"` + word),
		"rows":    oneSheet(`<table:table-row table:number-rows-repeated="1048577"><table:table-cell` + word + `</table:table-row>`),
		"cells":   oneSheet(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="25"` + word + `</table:table-row>`),
		"far off": oneSheet(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16000"/><table:table-cell` + word + `</table:table-row>`),
		"text":    oneRow(`<table:table-cell office:value-type="string"><text:p>` + strings.Repeat("x", mostPiece) + `</text:p></table:table-cell>`),
	} {
		if _, err := Open(pack(t, content, nil)); !errors.Is(err, grid.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSheets(t *testing.T) {
	content := strings.Replace(spreadsheet(
		`<table:table table:name="Shown"><table:table-source/><table:shapes><text:p>drawn</text:p></table:shapes>`+
			`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2"`+word+
			`<table:covered-table-cell`+strings.Replace(word, "table-cell", "covered-table-cell", 1)+
			`<table:table-cell><office:annotation><text:p>note</text:p></office:annotation></table:table-cell></table:table-row></table:table>`+
			`<table:table table:name="It's. 2" table:style-name="ta2"><table:table-row><table:table-cell table:formula="of:=['file:///x.ods'#$S.A1]"`+word+`</table:table-row></table:table>`+
			`<table:table table:name="'file:///x.ods'#$S"><table:table-row><table:table-cell`+word+`</table:table-row></table:table>`+
			`<table:database-ranges><table:database-range table:target-range-address="$Shown.A1:Shown.C9" table:display-filter-buttons="true"/>`+
			`<table:database-range table:target-range-address="'It''s. 2'.A1:'It''s. 2'.C9"><table:filter><table:filter-condition/></table:filter></table:database-range></table:database-ranges>`),
		`<office:body>`, `<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>`+
			`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>`, 1)
	b := mustOpen(t, content)
	if b.Format != "ods" || !b.Linked || len(b.Sheets) != 2 {
		t.Fatalf("%+v", b)
	}
	shown, hidden := b.Sheets[0], b.Sheets[1]
	if shown.Name != "Shown" || shown.Hidden || shown.Filtered || shown.Comments != 1 {
		t.Errorf("%+v", shown)
	}
	if want := []grid.Merge{{Top: 1, Bottom: 1, Left: 0, Right: 1}, {Top: 2, Bottom: 2, Left: 0, Right: 1}}; !reflect.DeepEqual(shown.Merges, want) {
		t.Errorf("%+v, want %+v", shown.Merges, want)
	}
	if got, want := linesOf(shown), []line{{1, false, []cell.Raw{words("x")}}, {2, false, []cell.Raw{words("x")}}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if hidden.Name != "It's. 2" || !hidden.Hidden || !hidden.Filtered {
		t.Errorf("%+v", hidden)
	}
}

// TestPrefixes reads names by what their prefixes stand for.
func TestPrefixes(t *testing.T) {
	content := strings.NewReplacer("table:", "t:", ":table=", ":t=", "<office:", "<", "</office:", "</").Replace(oneRow(`<table:table-cell` + word))
	content = strings.Replace(content, "<document-content", `<document-content xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0"`, 1)
	content = strings.ReplaceAll(content, "opendocument:xmlns:t:1.0", "opendocument:xmlns:table:1.0")
	if got := linesOf(mustOpen(t, content).Sheets[0]); len(got) != 1 || got[0].cells[0].Text != "x" {
		t.Errorf("%+v", got)
	}
}

func TestRefused(t *testing.T) {
	good := oneRow(`<table:table-cell` + word)
	for name, c := range map[string]struct {
		content string
		others  map[string]string
		want    error
	}{
		"doctype":    {`<!DOCTYPE x [<!ENTITY a "b">]>` + good, nil, grid.ErrEntity},
		"entity":     {oneRow(`<table:table-cell><text:p>&a;</text:p></table:table-cell>`), nil, grid.ErrDamaged},
		"not utf-8":  {oneRow("<table:table-cell><text:p>\xE9</text:p></table:table-cell>"), nil, grid.ErrDamaged},
		"repeats":    {oneRow(`<table:table-cell table:number-columns-repeated="-1"` + word), nil, grid.ErrDamaged},
		"twice":      {good + good, nil, grid.ErrDamaged},
		"no sheet":   {spreadsheet(""), nil, grid.ErrEmpty},
		"no table":   {head + `</office:document-content>`, nil, grid.ErrNotTable},
		"no content": {"", nil, grid.ErrDamaged},
		"meta":       {good, map[string]string{"meta.xml": "<a><b></a>"}, grid.ErrDamaged},
		"settings":   {good, map[string]string{"settings.xml": "<a>"}, grid.ErrDamaged},
		"styles":     {good, map[string]string{"styles.xml": "a"}, grid.ErrDamaged},
		"encrypted": {good, map[string]string{"META-INF/manifest.xml": manifestHead + `<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`},
			grid.ErrLocked},
		"letter": {good, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"}, grid.Unsupported{Format: "odt"}},
		"older":  {good, map[string]string{"mimetype": "application/vnd.sun.xml.calc"}, grid.Unsupported{Format: "sxc"}},
	} {
		if b, err := Open(pack(t, c.content, c.others)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v %v, want %v", name, b, err, c.want)
		}
	}
	for _, mimetype := range []string{"application/vnd.oasis.opendocument.spreadsheet-template", ""} {
		if _, err := Open(pack(t, good, map[string]string{"mimetype": mimetype})); err != nil {
			t.Errorf("%s: %v", mimetype, err)
		}
	}
	if _, err := Open(nil); !errors.Is(err, grid.ErrEmpty) {
		t.Error(err)
	}
	whole := pack(t, good, nil)
	for n := 1; n < len(whole); n++ {
		if _, err := Open(whole[:n]); !errors.Is(err, grid.ErrDamaged) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
	}
}

// TestCutContent cuts the part with the sheets everywhere: never half of it.
func TestCutContent(t *testing.T) {
	good := oneRow(`<table:table-cell` + word)
	for n := range len(good) {
		if _, err := newContent(strings.NewReader(good[:n])).read(); !errors.Is(err, grid.ErrDamaged) {
			t.Fatalf("%q: %v", good[:n], err)
		}
	}
	if _, err := newContent(bytes.NewReader([]byte("\uFEFF" + good + "\n<!-- a - comment -->\n<?x?>"))).read(); err != nil {
		t.Error(err)
	}
}

// TestStrict refuses XML that other readers would take in different ways.
func TestStrict(t *testing.T) {
	for _, content := range []string{`<a b="<"/>`, `<a b=c/>`, `<a b="1"`, `<a b/>`, `< a/>`, `<a></b>`, `<a>`, `a<a/>`, `<a/>b`, `<a b='1' c="'/>`,
		`<a>&#0;</a>`, `<a>&#xD800;</a>`, `<a>&amp</a>`, `<a><!-- </a>`, `<a><![CDATA[</a>`, `<![CDATA[a]]>`, `</a>`, ``, `<a/><a/>`,
		strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)} {
		if err := checkPart(newScanner(strings.NewReader(content))); !errors.Is(err, grid.ErrDamaged) {
			t.Errorf("%.40q: %v", content, err)
		}
	}
}

// TestLongParts reads tags and texts that do not fit in what is read at once.
func TestLongParts(t *testing.T) {
	long := strings.Repeat("ä&amp;", 40_000)
	row := `<table:table-row><table:table-cell office:value-type="string" office:string-value="` + long + `"/><table:table-cell><text:p>` + long + `</text:p></table:table-cell></table:table-row>`
	want := strings.Repeat("ä&", 40_000)
	count := 0
	for _, l := range linesOf(mustOpen(t, oneSheet(strings.Repeat(row, 8))).Sheets[0]) {
		for _, c := range l.cells {
			if c.Text != want {
				t.Fatal("a long text is not what was written")
			}
			count++
		}
	}
	if count != 16 {
		t.Errorf("%d cells, want 16", count)
	}
}
