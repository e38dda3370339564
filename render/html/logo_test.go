package html

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"evidencepack/render/page"
)

// TestBrandIsOnTheCoverAlone wants the logo with its words and its size, the colour in one
// rule, and neither on a page without a brand.
func TestBrandIsOnTheCoverAlone(t *testing.T) {
	p := &page.Page{Schema: page.Schema, Cover: page.Cover{Pack: "p", Provider: `Gofal "Tŷ" <Łódź>`, Tier: page.TierExternal}}
	if out := string(drawn(t, p)); strings.Contains(out, "<img") || strings.Contains(out, "--brand:") {
		t.Error("a page without a brand has one")
	}
	p.Cover.Colour, p.Cover.Logo = "#8A1C5B", ownLogo
	out := drawn(t, p)
	const picture = `<img class=logo src="data:image/png;base64,`
	_, after, found := strings.Cut(string(out), picture)
	packed, rest, _ := strings.Cut(after, `"`)
	if !found || strings.Count(string(out), "<img") != 1 {
		t.Fatal("the logo does not stand once")
	}
	unpacked, err := base64.StdEncoding.DecodeString(strings.NewReplacer("&#43;", "+", "&#34;", `"`, "&#61;", "=").Replace(packed))
	if err != nil || !bytes.Equal(unpacked, ownLogo) {
		t.Errorf("the logo is another, %v", err)
	}
	if want := ` alt="Logo of Gofal &#34;Tŷ&#34; &lt;Łódź&gt;" width="151" height="38">`; !strings.HasPrefix(rest, want) {
		t.Errorf("%.90s", rest)
	}
	if strings.Count(string(out), "#8A1C5B") != 1 || strings.Count(string(out), "var(--brand") != 1 || !strings.Contains(string(out), ".cover{") {
		t.Error("the colour stands elsewhere than in one rule")
	}
	if !bytes.Equal(out, drawn(t, p)) {
		t.Error("the same page gave other bytes")
	}
}
