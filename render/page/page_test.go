package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evidencepack/render/chart"
)

// teller writes down what it is asked to draw.
type teller struct{ told []string }

func (t *teller) say(s string)            { t.told = append(t.told, s) }
func (t *teller) Open(p *Page) error      { t.say("open " + p.Cover.Pack); return nil }
func (t *teller) Section(s Section)       { t.say("section " + s.ID) }
func (t *teller) Heading(Heading)         { t.say("heading") }
func (t *teller) Prose(Prose)             { t.say("prose") }
func (t *teller) Strip(Strip)             { t.say("strip") }
func (t *teller) Comparison(Comparison)   { t.say("comparison") }
func (t *teller) Table(Table)             { t.say("table") }
func (t *teller) Chart(Chart)             { t.say("chart") }
func (t *teller) Curve(Curve)             { t.say("curve") }
func (t *teller) Funnel(Funnel)           { t.say("funnel") }
func (t *teller) Timeline(Timeline)       { t.say("timeline") }
func (t *teller) Stack(Stack)             { t.say("stack") }
func (t *teller) Forest(Forest)           { t.say("forest") }
func (t *teller) Key(Key)                 { t.say("key") }
func (t *teller) Notice(Notice)           { t.say("notice") }
func (t *teller) Claims(Claims)           { t.say("claims") }
func (t *teller) Answers(Answers)         { t.say("answers") }
func (t *teller) CaseStudy(CaseStudy)     { t.say("case study") }
func (t *teller) SetAside(SetAside)       { t.say("set aside") }
func (t *teller) Figures(Figures)         { t.say("figures") }
func (t *teller) Definitions(Definitions) { t.say("definitions") }
func (t *teller) Close() ([]byte, error)  { t.say("close"); return []byte("done"), nil }

// whole is a page with every kind of block.
func whole() *Page {
	value := 7.4
	return &Page{
		Schema: Schema, Cover: Cover{Pack: "test-pack", Provider: "Test", Tier: TierInternal},
		Sections: []Section{{ID: "one", Blocks: []Block{
			{Heading: &Heading{Text: "h"}}, {Prose: &Prose{}}, {Strip: &Strip{}}, {Comparison: &Comparison{}}, {Table: &Table{}},
			{Chart: &Chart{Spec: chart.Spec{ID: "c", Target: &value}}}, {Curve: &Curve{}}, {Timeline: &Timeline{}}, {Funnel: &Funnel{}}, {Stack: &Stack{}}, {Forest: &Forest{}}, {Key: &Key{}}, {Notice: &Notice{}}, {Claims: &Claims{}}, {CaseStudy: &CaseStudy{}},
			{SetAside: &SetAside{}}, {Figures: &Figures{}}, {Definitions: &Definitions{}},
		}}, {ID: "two"}},
	}
}

// TestDrawWalksOnce draws every kind of block, once and in order.
func TestDrawWalksOnce(t *testing.T) {
	pen := new(teller)
	out, err := Draw(whole(), pen)
	if err != nil || string(out) != "done" {
		t.Fatalf("%q, %v", out, err)
	}
	want := strings.Split("open test-pack,section one,heading,prose,strip,comparison,table,chart,curve,timeline,funnel,stack,forest,key,notice,claims,case study,set aside,figures,definitions,section two,close", ",")
	if differ := cmp.Diff(want, pen.told); differ != "" {
		t.Error(differ)
	}
}

// TestSaveAndLoad brings a page back as it was, and saves it as the same bytes.
func TestSaveAndLoad(t *testing.T) {
	page := whole()
	saved, err := page.Save()
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := Load(saved)
	if err != nil {
		t.Fatal(err)
	}
	if differ := cmp.Diff(page, loaded); differ != "" {
		t.Error(differ)
	}
	again, err := loaded.Save()
	if err != nil || string(again) != string(saved) {
		t.Errorf("saved again, it differs: %v", err)
	}
}

// TestBadPages says what is wrong with a page that cannot be drawn.
func TestBadPages(t *testing.T) {
	for name, spoil := range map[string]func(*Page){
		"form 0":      func(p *Page) { p.Schema = 0 },
		"no provider": func(p *Page) { p.Cover.Provider = "" },
		"2 parts":     func(p *Page) { p.Sections[0].Blocks[0].Prose = &Prose{} },
		"0 parts":     func(p *Page) { p.Sections[0].Blocks[0] = Block{} },
	} {
		page := whole()
		spoil(page)
		if _, err := Draw(page, new(teller)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Load([]byte("not a page")); err == nil {
		t.Error("something that is no page was loaded")
	}
}
