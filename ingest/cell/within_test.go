package cell

import (
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// TestWording finds words that blame, and does not find them where they are denied.
func TestWording(t *testing.T) {
	for _, c := range []struct {
		note string
		want record.Answer
	}{
		{"Was non-compliant with washing.", record.Yes}, {"She won't engage", record.Yes}, {"ATTENTION SEEKING again", record.Yes}, {"He kicked off at lunch", record.Yes},
		{"He was not attention seeking", record.No}, {"Said no, came back later and was happy.", record.No}, {"No reason given", record.No},
		{"Refused", record.No}, {"", record.AnswerNone}, {" - ", record.AnswerNone}, {"n/a", record.AnswerNone},
	} {
		if got := Wording(Text(c.note)); got != c.want {
			t.Errorf("%q: %q, want %q", c.note, got, c.want)
		}
	}
}

// TestTrigger finds what came before within a longer text: the first that stands there.
func TestTrigger(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Noise", "noise"}, {"There was a lot of noise in the lounge", "noise"}, {"Bright light", "light"}, {"Asked to have a shower by agency staff", "request_or_demand"},
		{"Agency staff came in", "unfamiliar_staff"}, {"Was told no when he wanted a biscuit", "said_no_to"}, {"Request refused", "said_no_to"}, {"Rushed prompt", "rushed"},
		{"Tooth ache, in pain", "pain_or_unwell"}, {"Getting ready to leave: going out to the shop", "transition"}, {"Bus was crowded", "transition"},
		{"No noise, the room was busy", "crowds"}, {"Other: meal was late", "mealtime"}, {"Something else", "other"}, {"Other", "other"}, {"Not known", ""}, {"", ""}, {"-", ""},
	} {
		if got := Trigger(Text(c.text)); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestThemes finds all that a feedback is about.
func TestThemes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Staff approach", []string{"staff_approach"}}, {"Communication; Food", []string{"communication", "food"}}, {"Missed / late visits", []string{"timing_missed_late"}},
		{"dignity_respect", []string{"dignity_respect"}}, {"Something else", []string{"other"}}, {"", nil}, {"unknown", nil},
	} {
		if got := Themes(Text(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestPrompts(t *testing.T) {
	for text, want := range map[string]int{
		"with two prompts": 2, "one prompt": 1, "One verbal prompt": 1, "3 prompts": 3, "no prompts": 0, "verbal prompt": record.Uncounted, "independent": record.Uncounted, "": record.Uncounted,
	} {
		if got := Prompts(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
