package brand

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"

	"evidencepack/testdata/logofile"
)

// TestColours reads colours; those that are hardly seen on white are refused.
func TestColours(t *testing.T) {
	for text, says := range map[string]string{
		"#1B5E7A": "", "#000000": "", "#949494": "", "#0b5cad": "",
		"#959595": "too light for white paper: its contrast is 2.9", "#FFFFFF": "contrast is 1.0 to 1", "#FFD700": "too light",
		"": "in quotes", "1B5E7A": "in quotes", "#1B5E7": "six letters", "#1B5E7AFF": "six letters", "#1B5E7G": "0 to 9 and A to F",
		"#+1B5E7": "0 to 9", "navy": "six letters", "#\u00e91B5E": "0 to 9",
	} {
		got, err := ParseColour(text)
		switch {
		case says == "" && (err != nil || string(got) != text):
			t.Errorf("%q: %q, %v", text, got, err)
		case says != "" && (err == nil || !strings.Contains(err.Error(), says)):
			t.Errorf("%q: %v, want %q", text, err, says)
		}
	}
	if red, green, blue := Colour("#1B5e7A").RGB(); red != 27 || green != 94 || blue != 122 {
		t.Errorf("%d %d %d", red, green, blue)
	}
	if got := Colour("#767676").Contrast(); math.Abs(got-4.54) > 0.005 { // the best known value of that formula
		t.Errorf("contrast %.3f", got)
	}
}

// TestLogoLeavesWordsBehind reads pictures with words in them: none is in the logo, which
// has no more points than print needs, and is the same each time.
func TestLogoLeavesWordsBehind(t *testing.T) {
	const words = "Muriel Petrovane, 53.48 N"
	for name, file := range map[string][]byte{"png": logofile.PNG(1200, 400, words), "jpeg": logofile.JPEG(900, 1300, words), "small": logofile.PNG(60, 30, words)} {
		if !bytes.Contains(file, []byte(words)) {
			t.Fatalf("%s has no words to begin with", name)
		}
		logo, err := Read(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, err := Read(file)
		if err != nil || !bytes.Equal(logo, again) {
			t.Errorf("%s: other bytes the second time, %v", name, err)
		}
		if bytes.Contains(logo, []byte("Petrovane")) || bytes.Contains(logo, []byte("tEXt")) || bytes.Contains(logo, []byte("eXIf")) {
			t.Errorf("%s: words are in the logo", name)
		}
		if err := logo.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSizeOnPaper fits logos into their room and keeps their shape.
func TestSizeOnPaper(t *testing.T) {
	for _, c := range []struct {
		across, down       int
		wide, high         float64
		mostWide, mostHigh int
	}{
		{1200, 400, 40, 13.33, 480, 160}, {400, 400, 15, 15, 180, 180}, {96, 48, 25.4, 12.7, 96, 48}, {4000, 40, 40, 0.42, 480, 5}, {20, 4000, 0.08, 15, 1, 180},
	} {
		logo, err := Read(logofile.PNG(c.across, c.down, ""))
		if err != nil {
			t.Errorf("%d by %d: %v", c.across, c.down, err)
			continue
		}
		across, down := logo.Points()
		wide, high := logo.Size()
		if across != c.mostWide || down != c.mostHigh || math.Abs(wide-c.wide) > 0.03 || math.Abs(high-c.high) > 0.03 {
			t.Errorf("%d by %d: %d by %d points, %.2f by %.2f mm", c.across, c.down, across, down, wide, high)
		}
	}
	if wide, high := Logo(nil).Size(); wide != 0 || high != 0 {
		t.Errorf("no logo has a size: %g by %g", wide, high)
	}
}

// TestMeanOfPoints halves a picture of black and see-through points: grey on white.
func TestMeanOfPoints(t *testing.T) {
	in := image.NewNRGBA(image.Rect(5, 7, 5+2*mostAcross, 9)) // its corner is not at 0
	for x := range mostAcross {
		in.SetNRGBA(5+2*x, 7, color.NRGBA{A: 255})
		in.SetNRGBA(5+2*x, 8, color.NRGBA{A: 255})
	}
	out := onWhite(in)
	if got := out.NRGBAAt(10, 0); got != (color.NRGBA{128, 128, 128, 255}) {
		t.Errorf("%v", got)
	}
}

func TestLogosThatAreRefused(t *testing.T) {
	whole := logofile.PNG(300, 100, "")
	huge := bytes.Clone(whole)
	copy(huge[16:], "\x00\x00\x9C\x40")
	var white bytes.Buffer
	if err := png.Encode(&white, image.NewNRGBA(image.Rect(0, 0, 30, 10))); err != nil {
		t.Fatal(err)
	}
	for says, file := range map[string][]byte{
		"neither a PNG nor a JPEG":  []byte("GIF89a..."),
		"larger than 1 MB":          make([]byte, MostBytes+1),
		"damaged":                   whole[:len(whole)/2],
		"damaged, or not":           huge, // its sum is wrong
		"4001 by 20 points, and":    logofile.PNG(4001, 20, ""),
		"20 by 4001 points, and":    logofile.JPEG(20, 4001, ""),
		"nothing of it is seen":     white.Bytes(),
		"neither a PNG nor a JPEG ": nil,
	} {
		if logo, err := Read(file); err == nil || !strings.Contains(err.Error(), says) || logo != nil {
			t.Errorf("%q: %v", says, err)
		}
	}
}

// TestLogoInAPage writes a logo into JSON and back, and refuses what is none of ours.
func TestLogoInAPage(t *testing.T) {
	type cover struct {
		Logo Logo `json:"logo,omitempty"`
	}
	logo, err := Read(logofile.PNG(300, 100, ""))
	if err != nil {
		t.Fatal(err)
	}
	saved, err := json.Marshal(cover{logo})
	if err != nil {
		t.Fatal(err)
	}
	var back cover
	if err := json.Unmarshal(saved, &back); err != nil || !bytes.Equal(back.Logo, logo) {
		t.Errorf("%v", err)
	}
	if none, err := json.Marshal(cover{}); err != nil || string(none) != "{}" {
		t.Errorf("%s, %v", none, err)
	}
	for _, text := range []string{`{"logo":""}`, `{"logo":"iVBOR"}`, `{"logo":"data:image/png;base64,"}`, `{"logo":"data:image/png;base64,***"}`, `{"logo":7}`} {
		if err := json.Unmarshal([]byte(text), new(cover)); err == nil {
			t.Errorf("%s was read", text)
		}
	}
	for name, other := range map[string]Logo{
		"words": logofile.PNG(300, 100, "x"), "empty": {}, "cut": logo[:len(logo)-1], "longer": append(bytes.Clone(logo), 0), "changed": changed(logo),
	} {
		if other.Check() == nil {
			t.Errorf("%s: taken for a logo of ours", name)
		}
	}
	if err := Logo(nil).Check(); err != nil {
		t.Errorf("no logo: %v", err)
	}
}

// changed turns over one bit in the points of a logo.
func changed(l Logo) Logo {
	out := bytes.Clone(l)
	out[len(out)/2] ^= 1
	return out
}
