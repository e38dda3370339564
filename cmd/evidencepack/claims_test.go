package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
	"evidencepack/testdata/caresample"
)

// sampleClaims composes every claim that the care sample has of some metrics, for
// all services, each service and each person, and of every change of approach.
func sampleClaims(t *testing.T) []page.Claim {
	t.Helper()
	dir := t.TempDir()
	if err := caresample.Unpack(dir); err != nil {
		t.Fatal(err)
	}
	j := &job{folder: os.DirFS(filepath.Join(dir, "exports")), world: world{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}}
	j.progress = &progress{world: j.world}
	j.period = record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)}
	j.baseline = record.Span{From: record.DateOf(2025, 10, 1), To: record.DateOf(2026, 3, 31)}
	if err := j.read(); err != nil {
		t.Fatal(err)
	}
	if err := j.count(); err != nil {
		t.Fatal(err)
	}
	list := &render.MetricList{Services: true, People: true, Metrics: []string{"REF-01", "REF-03", "IND-01", "IND-02", "IND-06", "RES-01", "LRN-01", "LRN-02", "LRN-03", "LRN-04"}}
	pack := render.Pack{Name: "all", File: "all", Title: "All", Tier: page.TierInternal, Sections: []render.PackSection{
		{ID: "all", Title: "All", Blocks: []render.PackBlock{{Claims: list}, {Changes: &struct{}{}}, {ChangeClaims: &struct{}{}}}},
	}}
	made, err := render.Compose(pack, j.inputOf(disclose.NewGate(nil)))
	if err != nil {
		t.Fatal(err)
	}
	var claims []page.Claim
	for _, b := range made.Sections[0].Blocks {
		if b.Claims != nil {
			claims = append(claims, b.Claims.Claims...)
		}
	}
	return claims
}

// TestClaimsOfTheCareSample finds the examples of the claim grammar in the claims
// that the sample's own rows make: the numbers exactly, and the verdict. Where the
// examples call something lower or better that rests on few people, counting people
// leaves no clear change, and that is what is said.
func TestClaimsOfTheCareSample(t *testing.T) {
	claims := sampleClaims(t)
	for _, want := range []struct{ word, begins, holds string }{
		{"No clear change", "At Harbour at Home people first refused 168 of 2,353 offers (7.1%)", "260 of 2,292 (11.3%)|2.5 lower|14 people, before 15|246 of 390 ratings (63.1%), before 209 of 376 (55.6%)|6.4 offers per person a week, before 5.9"},
		{"Concern", "At Lantern Court people first refused 214 of 1,925 offers (11.1%)", "96 of 1,939 (5.0%)|6.2 points higher (likely range 4.5 to 7.9; 11 people, before 12)|162 of 1,649 (9.8%), before 86 of 1,667 (5.2%)|117 of 173 ratings (67.6%), before 98 of 152 (64.5%): no clear change"},
		{"No clear change", "Across all services people first refused 708 of 9,531 offers (7.4%)", "744 of 9,330 (8.0%)|from 1.3 points lower to 0.2 higher (54 people, before 56)|higher at Lantern Court"},
		{"Too few to say", "P-", "took up 1 of 1 first refusals after a second offer|3 of 7. These are too few"},
		{"Not backed up", "P-", "first refused 6 of 176 offers (3.4%)|18 of 164 (11.0%)|16 of 105 step attempts alone (15.2%), before 40 of 138 (29.0%)|do not call it an improvement"},
		{"Less was recorded", "P-", "1 of 73 offers|2 of 193|62% fewer a day"},
		{"Improvement", "Across all services people did 1,562 of 4,061 step attempts alone (38.5%)", "842 of 2,931 (28.7%)|9.7 points higher (likely range 7.5 to 11.9; 29 people, before 27)|1,130 more attempts were recorded|32 of 94 steps were achieved (34%), before 33 of 88 (38%): no clear change"},
		{"Concern", "P-", "did 0 of 84 step attempts alone (0%)|21 of 110 (19.1%)|19.1 points lower (likely range 11.5 to 27.4"},
		{"No clear change", "Across all services 32 of 94 steps were achieved (34%)", "33 of 88 (38%)|from 17.1 points lower to 10.3 higher|30 people, before 28"},
		{"Too few to say", "At Harbour at Home 5 of 6 people moved on by at least one step", "4 of 6. 6 people are too few to give a share"},
		{"Not backed up", "P-", "did 61 of 191 step attempts alone (31.9%)|9 of 111 (8.1%)|first refused 34 of 173 offers (19.7%), before 12 of 168 (7.1%)|so we do not call it an improvement"},
		{"Less was recorded", "P-", "37 of 85|38 of 115|85 attempts, before 115: 26% fewer a day"},
		{"No clear change", "At Quay Street 5 of 13 restrictions were lifted", "0 of 13|from 7.6 points higher to 64.5 higher|8 people, before 9|3 were added (before 4)|3 fewer in force at the end|205 of 256 planned activities were attended (80.1%), before 225 of 281 (80.1%)"},
		{"No clear change", "Across all services 11 of 47 restrictions were lifted", "6 of 46 (13%)|from 5.6 points lower to 25.8 higher|30 people, before 33|14 were added, more than were lifted (before 10)|5 fewer in force at the end than at the start"},
		{"Too few to say", "At Harbour at Home 0 of 2 restrictions were lifted", "0 of 3. These are too few"},
		{"Not backed up", "At Lantern Court 2 of 11 restrictions were lifted", "5 were added|As many are in force at the end as at the start, so we do not call this a reduction (7 people"},
		{"Improvement", "Across all services the plan was changed after 55 of 69 incidents", "50 of 88 (57%)|22.9 points higher (likely range 8.2 to 35.9; 28 people, before 30)|38 of 69 incidents that need it (55%), before 20 of 88 (23%)|20 of 77 incidents with learning (26%), before 24 of 66 (36%): no clear change"},
		{"No clear change", "Across all services 34 of 44 learning actions were done on time (77%)", "39 of 57 (68%)|from 8.9 points lower to 25.1 higher"},
		{"Too few to say", "At Lantern Court the plan was changed after 12 of 16 incidents", "8 of 15. Only 3 people are behind the earlier figure"},
		{"No clear change", "At Lantern Court learning was written down for 19 of 22 closed incidents (86%)", "8 of 20 (40%)|from 17.3 points higher to 66.5 higher|8 people, before 8|8 of 14 learning actions were done on time, before 4 of 6|5 of 6 open learning actions were overdue"},
		{"Less was recorded", "At Harbour View 5 of 5 learning actions were done on time", "19 of 26|5, before 26"},
		{"Improvement", "On 11 May 2026 this was changed for P-", "5 of 55 offers (9%)|21 of 56 (38%)|28.4 points lower (likely range 12.9 to 42.5): an improvement"},
		{"Concern", "On 1 June 2026 this was changed for P-", "21 of 53 offers (40%)|5 of 49 (10%)|29.4 points higher (likely range 12.7 to 44.0): a worsening.|Was the change kept?"},
		{"No clear change", "On 6 July 2026 this was changed for P-", "6 of 45 offers (13%)|15 of 59 (25%)|from 26.3 points lower to 3.8 higher"},
		{"Too few to say", "On 20 April 2026 this was changed for P-", "5 of 39 offers; before it, 1 of 5. We need 8 offers"},
		{"Too few to say", "The change of 21 September 2026 for P-", "can be judged from 23 November 2026. So far there is 1 offer after it."},
		{"", "12 changes had enough offers to compare: 4 improved, 7 show no clear change and 1 got worse. 2 more had too few.", ""},
	} {
		found := ""
		for _, claim := range claims {
			text := strings.TrimSpace(claim.Text + " " + claim.More)
			all := strings.HasPrefix(claim.Text, want.begins) || strings.HasPrefix(claim.More, want.begins)
			for _, part := range strings.Split(want.holds, "|") {
				all = all && strings.Contains(text, part)
			}
			if all {
				found = claim.Word
				if claim.Word != want.word {
					t.Errorf("%q is said of: %s", claim.Word, claim.Text)
				}
				break
			}
			if len(want.begins) > 12 && strings.HasPrefix(claim.Text, want.begins) {
				found = text
			}
		}
		if found != want.word {
			t.Errorf("no claim %q holds %q: %s", want.begins, want.holds, found)
		}
	}
}

var neverInPacks = regexp.MustCompile(`(?i)\b(because of|due to|led to|resulted in|thanks to|impact of|caused|significant\w*|statistically|confidence interval|p-value|stable|maintained|plateau\w*|halved|doubled|tripled|non-compliant|service users?|robust|holistic|seamless|passionate|world-class|best practice|zero tolerance)\b`)

// TestPacksNeverSay looks for the words that no pack may hold in all the text of
// the sample's packs.
func TestPacksNeverSay(t *testing.T) {
	out := sharedSample(t)
	for _, name := range []string{"tender-pack", "inspection-pack", "monthly-report"} { // “because of us” is whose fault a missed visit was
		text, err := os.ReadFile(filepath.Join(out, name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		saved, err := page.Load(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range saved.Texts() {
			if word := neverInPacks.FindString(strings.ReplaceAll(line, "because of us", "")); word != "" {
				t.Errorf("%s says %q: %s", name, word, line)
			}
		}
	}
}
