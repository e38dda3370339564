package cases

import "testing"

// clueTexts are texts with the kinds of clue that are in them, none for harmless ones.
var clueTexts = []struct {
	text string
	want []Clue
}{
	{"A 67-year-old gentleman with early-onset vascular dementia, referred by the Hertfordshire Community Navigation Team", []Clue{clueAge, clueSex, clueCondition, clueDiagnosis, cluePlace}},
	{"The person turned 60 while with us.", []Clue{clueAge}},
	{"They are eighty-two years old.", []Clue{clueAge}},
	{"We prepared for the 21st birthday.", []Clue{clueAge}},
	{"A person in their late sixties.", []Clue{clueAgeBand}},
	{"A young woman wanted to cook.", []Clue{clueAgeBand}},
	{"It began on 3 March.", []Clue{clueDate}},
	{"It began on March 3rd and went on.", []Clue{clueDate}},
	{"Agreed on 03/04/2026 in the kitchen.", []Clue{clueDate}},
	{"The fall was on Christmas Day.", []Clue{clueDate}},
	{"It began in May and was hard.", []Clue{clueMonth}},
	{"Nothing had changed since 2019.", []Clue{clueMonth}},
	{"The person came from Rampton Ward.", []Clue{cluePlace}},
	{"We walk to Greggs in the morning.", []Clue{cluePlace}},
	{"They moved here from Swansea.", []Clue{cluePlace}},
	{"The walk goes along Station Road to the shop.", []Clue{cluePlace}},
	{"Life at Harbour View was hard at first.", []Clue{clueService}},
	{"The person went to Beaumont College for a year.", []Clue{clueSchool}},
	{"They studied at the University of Leeds.", []Clue{clueSchool}},
	{"A person with Prader-Willi wanted to cook.", []Clue{clueCondition}},
	{"A person with Smith-Lemli-Opitz syndrome wanted to cook.", []Clue{clueCondition}},
	{"The person has autism and likes order.", []Clue{clueDiagnosis}},
	{"Their mother lives far away.", []Clue{clueFamily}},
	{"The person was widowed last year.", []Clue{clueFamily}},
	{"A retired bus driver, the person knows every stop.", []Clue{clueWork}},
	{"The person used to be a teacher.", []Clue{clueWork}},
	{"The person speaks Polish at home.", []Clue{clueOrigin}},
	{"Food follows Jewish custom.", []Clue{clueOrigin}},
	{"J.B. wanted to walk alone.", []Clue{clueInitials}},
	{"Then K wanted to walk alone.", []Clue{clueInitials}},
	{"We worked with Mr K on this.", []Clue{clueTitled}},
	{"They live in flat 12 upstairs.", []Clue{clueHouse}},
	{"The story was in the news.", []Clue{clueUnique}},
	{"The person said: “I never thought that I would ever go to the shop on my own again after what happened.”", []Clue{clueQuote}},
	{"A man wanted to cook.", []Clue{clueSex}},
	{"The walk with Bartholomew went well.", []Clue{clueCapital}},

	{"The person wanted to go out but felt unsafe. More than half of offers were first refused.", nil},
	{"Staff may wait. March past the gate is no step. They may stop.", nil},
	{"After 20 minutes staff offer once more; two choices, one prompt, 45-minute window.", nil},
	{"The GP, the OT and the PBS lead read the plan under the Mental Capacity Act.", nil},
	{"The person said “Later”, and staff stepped back. I’ll come again, they say.", nil},
	{"On Monday and Thursday the person walks to the shop.", nil},
	{"We use Makaton and Easy Read cards: Stop, Wait, Go.", nil},
	{"Their family read the plan and agreed. Somebody close joined in.", nil},
	{"In week 3 a step was hard; in week 12 it was done alone nine times of ten.", nil},
	{"It was done alone 3 of 4 times.", []Clue{clueFigure}},
	{"Refusals fell by 30%.", []Clue{clueFigure}},
	{"The key worker and a social worker met the person at home.", nil},
	{"A drink first, a quiet room, dim lights! Then one short sentence.", nil},
	{"The person likes a Christmas card and an English breakfast.", nil},
	{"Steps: walk to the gate, walk to the corner, cross at the lights.", nil},
	{"Counted from step records (attempts with a level), refusals from care notes.", nil},
	{"The former routine was rushed; the new one follows the person.", nil},
	{"Staff count to ten. The bus driver waits for people at the stop.", nil},
	{"Three-step consent check: explain, offer options, confirm.", nil},
	{"We asked how it felt: “calm”, “my own time”, “better”.", nil},
	{"The person chose whom to walk with, where to rest and when to turn back.", nil},
	{"It took hold within five weeks. Six weeks later it still held.", nil},
	{"A stroke of the hand was too much touch at one stroke.", []Clue{clueDiagnosis}},
}

// TestClues looks through each text. The last one is a known cry of wolf: a word that
// has two meanings is told once too often rather than once too rarely.
func TestClues(t *testing.T) {
	if len(clueTexts) < 40 {
		t.Fatalf("only %d texts", len(clueTexts))
	}
	for _, c := range clueTexts {
		got := Clues(c.text, []string{"Harbour View", "Harbour Reach Care"})
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %v", c.text, kinds(got), kinds(c.want))
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %v, want %v", c.text, kinds(got), kinds(c.want))
				break
			}
		}
	}
}

func kinds(list []Clue) (names []string) {
	for _, c := range list {
		names = append(names, c.Kind)
	}
	return names
}

// TestWeakCluesTogether: three weak kinds are serious, two are not.
func TestWeakCluesTogether(t *testing.T) {
	story := func(text string) Case {
		c := Case{Parts: headings, Lines: map[string]int{"": 7, "context": 8}}
		c.Parts[0].Text = text
		return c
	}
	serious := func(all []Found) (n int) {
		for _, f := range all {
			if f.Clue.Serious {
				n++
			}
		}
		return n
	}
	two := Story(story("Their mother speaks Welsh."), nil)
	if len(two) != 2 || serious(two) != 0 {
		t.Error(two)
	}
	three := Story(story("Their mother speaks Welsh. The person has autism."), nil)
	if len(three) != 4 || serious(three) != 1 || three[3].Clue != ClueTogether || three[3].Line != 7 || three[0].Line != 8 {
		t.Error(three)
	}
}
