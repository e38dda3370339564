package cell

import (
	"testing"

	"evidencepack/ingest/record"
)

// outcomeWords are the words of domain.md 3.1, one row of its table each.
var outcomeWords = map[record.Outcome][]string{
	record.Accepted:          {"accepted", "completed", "complete", "done", "given", "taken", "administered", "AD", "ADM", "✓", "tick", "yes", "achieved", "supported", "assisted"},
	record.AcceptedOnReoffer: {"accepted_on_reoffer", "accepted later", "took later", "2nd offer", "re-offered – accepted"},
	record.SelfManaged:       {"self_managed", "independent", "self", "self-administered", "SA", "did it himself", "made available"},
	record.Partial:           {"partial", "partially taken", "some", "half"},
	record.Refused:           {"refused", "declined", "refusal", "R", "r", "REF", "did not want", "said no", "later", "withdrew consent", "non-compliant"},
	record.RefusedDestroyed:  {"refused_destroyed", "refused & destroyed"},
	record.DistressStopped:   {"distress_stopped", "stopped – distressed", "unable due to distress", "task abandoned"},
	record.NotOffered:        {"not_offered", "missed", "not done", "no time", "staff shortage", "omitted", "not attempted"},
	record.NotDue:            {"not_due", "not_required", "NR", "not required", "N/A", "already taken", "AT"},
	record.Away:              {"away", "hospital", "social leave", "out", "on leave", "holiday"},
	record.Asleep:            {"asleep", "sleeping"},
	record.Unavailable:       {"unavailable", "O/S", "out of stock", "not available"},
	record.ClinicalHold:      {"clinical_hold", "withheld", "nausea", "vomiting"},
	record.UnknownGap:        {"unknown_gap", "", "-", "–", " ", "NT", "unsigned"},
}

func TestOutcomeWords(t *testing.T) {
	if len(outcomeWords) != len(record.Outcomes) {
		t.Errorf("%d outcomes are tested, there are %d", len(outcomeWords), len(record.Outcomes))
	}
	for want, list := range outcomeWords {
		for _, written := range list {
			if got, known := Outcome(written, nil); got != want || !known {
				t.Errorf("%q is %q (%t), want %q", written, got, known, want)
			}
		}
	}
}

// TestOutcomeUnknown wants no guess: a single letter needs a legend, except R.
func TestOutcomeUnknown(t *testing.T) {
	for _, written := range []string{
		"A", "B", "C", "D", "E", "F", "G", "H", "L", "M", "N", "S", "T", "W", "X", "Y", "1", "?", "✗", "🙂",
		"Refussed", "decliend", "See handover", "Deferred", "did not refuse",
	} {
		if got, known := Outcome(written, nil); known || got != record.OutcomeNone {
			t.Errorf("%q is taken as %q", written, got)
		}
	}
}

func TestOutcomeLegend(t *testing.T) {
	legend := map[string]record.Outcome{"a": record.Refused, "given": record.OutcomeNone}
	for written, want := range map[string]record.Outcome{"A": record.Refused, "given": record.OutcomeNone, "taken": record.Accepted} {
		if got, known := Outcome(written, legend); got != want || known != (want != record.OutcomeNone) {
			t.Errorf("%q is %q (%t), want %q", written, got, known, want)
		}
	}
}

// levelWords are the words of domain.md 3.3.
var levelWords = map[record.Level][]string{
	record.Independent:         {"independent", "independently", "ind", "self", "no support", "unaided", "no prompts", "alone", "without support"},
	record.EnvironmentalVisual: {"environmental_visual", "set-up", "set up only", "visual prompt", "visual", "cue card", "now/next", "timer", "device prompt", "equipment/aid", "modified independent"},
	record.Gesture:             {"gesture", "gestural", "pointing", "non-verbal prompt"},
	record.Verbal:              {"verbal", "verbal prompt", "prompt", "prompted", "reminder", "encouragement", "one prompt", "with one prompt", "with two prompts", "supervision", "observing"},
	record.Model:               {"model", "modelling", "demonstrated", "show"},
	record.PartialPhysical:     {"partial_physical", "partial physical", "PP", "PPA", "minimal hands-on", "light touch", "some assistance", "assisted", "assistance of 1", "partial assist", "minimal assist"},
	record.FullPhysical:        {"full_physical", "full physical", "FP", "hand over hand", "HOH", "full assistance", "total assist", "full support", "2:1"},
	record.DoneFor:             {"done_for", "done for", "staff completed", "fully dependent", "dependent"},
	record.LevelDeclined:       {"declined"},
	record.LevelNotAttempted:   {"not_attempted", "not attempted"},
	record.LevelNotApplicable:  {"na", "n/a"},
}

func TestLevelWords(t *testing.T) {
	for want, list := range levelWords {
		for _, written := range list {
			if got, known := Levels.Find(written); got != string(want) || !known {
				t.Errorf("%q is %q (%t), want %q", written, got, known, want)
			}
		}
	}
	for i, level := range record.DefaultLadder {
		if rank := record.DefaultLadder.Rank(level); int(rank) != i {
			t.Errorf("%s has rank %d, want %d", level, rank, i)
		}
	}
}

// TestLevelLetters keeps single letters out of the list and in LevelLetter.
func TestLevelLetters(t *testing.T) {
	letters := map[string]record.Level{"I": record.Independent, "G": record.Gesture, "V": record.Verbal, "P": record.Verbal, "M": record.Model}
	for letter := 'A'; letter <= 'Z'; letter++ {
		written := string(letter)
		if _, known := Levels.Find(written); known {
			t.Errorf("%s is in the list", written)
		}
		got, known := LevelLetter(written)
		if want, onLadder := letters[written]; got != want || known != onLadder {
			t.Errorf("%s is %q (%t), want %q", written, got, known, want)
		}
	}
}

// TestLists wants each list to know its own words, in any case, and no blank
// where a sign is written.
func TestLists(t *testing.T) {
	for _, l := range []*List{Outcomes, Levels, Answers, Categories, VisitStatuses, IncidentTypes, Harms, RestrictionTypes,
		EndReasons, LegalBases, Raters, Scales, AttendanceStatuses, FeedbackTypes, Statuses} {
		if len(l.words) < 5 {
			t.Errorf("%s has %d words", l.name, len(l.words))
		}
		for key, canonical := range l.words {
			if got, known := l.Find(key); !known || got != canonical {
				t.Errorf("%s: %q is %q, want %q", l.name, key, got, canonical)
			}
			if Key(key) != key {
				t.Errorf("%s: %q is no key", l.name, key)
			}
		}
		for _, written := range []string{"?", "zzz"} {
			if got, known := l.Find(written); known {
				t.Errorf("%s: %q is taken as %q", l.name, written, got)
			}
		}
	}
}

// TestEndedIsNotLifted keeps people who left or died out of what was lifted.
func TestEndedIsNotLifted(t *testing.T) {
	for written, want := range map[string]string{
		"Lifted": record.EndLifted, "no longer needed": record.EndLifted, "person left": record.EndLeft, "moved away": record.EndLeft,
		"died": record.EndDied, "entered in error": record.EndError, "reduced": record.EndReduced, "replaced": record.EndReplaced,
	} {
		if got, _ := EndReasons.Find(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

// TestHarmWords holds the local scales that domain.md 3.5 names.
func TestHarmWords(t *testing.T) {
	for written, want := range map[string]string{
		"None": record.HarmNone, "No harm": record.HarmNone, "insignificant": record.HarmNone, "Minor": record.HarmLow, "low": record.HarmLow,
		"Moderate": record.HarmModerate, "Major": record.HarmSevere, "severe": record.HarmSevere, "Catastrophic": record.HarmFatal,
	} {
		if got, _ := Harms.Find(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	if got, known := Harms.Find(""); known {
		t.Errorf("a blank grade is %q: it is not graded", got)
	}
}
