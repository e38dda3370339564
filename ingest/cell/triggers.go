package cell

// Triggers are what came before an incident, found within the text of an
// antecedent (domain.md 3.5, INC-07). What is in no phrase is "other".
var Triggers = newPhrases(map[string][]string{
	"noise":   {"noise", "noises", "noisy", "loud", "shouting", "alarm", "alarms", "banging", "music too loud", "tv too loud", "hoover", "vacuum", "screaming", "fire alarm"},
	"light":   {"bright light", "bright lights", "bright", "lights", "lighting", "too dark", "light"},
	"waiting": {"waiting", "wait", "had to wait", "waited", "delay", "delayed", "delays", "late", "was late", "staff late", "call late", "late call", "kept waiting", "taxi late", "transport late", "queue", "queuing"},
	"change_of_routine": {"change of routine", "change in routine", "changes to routine", "routine changed", "change of plan", "change of plans", "plans changed", "plan changed", "cancelled", "cancellation", "cancelled outing", "unexpected",
		"change", "changes", "changed", "room change", "new routine", "different routine", "moved room", "activity cancelled"},
	"fixed_time":        {"fixed arrival time", "fixed time", "fixed times", "set time", "set times", "time of call", "call time", "timing of call", "too early", "woken", "woken up", "woken early"},
	"rushed":            {"rushed", "rushing", "rush", "hurried", "hurrying", "too many prompts", "rushed prompts", "rushed prompt", "too many questions", "several prompts", "too many instructions", "too much talking", "repeated prompts", "many questions"},
	"request_or_demand": {"asked to", "was asked to", "request to", "requested to", "demand", "demands", "demand placed", "told to", "instruction", "instructed", "prompted to", "prompt to", "prompted", "prompting", "encouraged to", "expectation", "task demand", "request"},
	"said_no_to": {"request refused", "request denied", "request declined", "said no to", "told no", "told he could not", "told she could not", "told they could not", "being told no", "denied", "denied access", "refused request", "could not have", "couldnt have",
		"not allowed", "was not allowed", "wasnt allowed", "item removed", "no money", "unable to have", "could not go", "couldnt go", "refused a", "limit set", "boundary"},
	"personal_care":    {"personal care", "washing", "wash", "washed", "shower", "showering", "showered", "bath", "bathing", "dressing", "getting dressed", "undressing", "toilet", "toileting", "continence", "pad change", "changing pad", "being changed", "oral care", "shaving", "hair wash", "hair washing", "nail care", "teeth"},
	"mealtime":         {"meal", "meals", "mealtime", "mealtimes", "breakfast", "lunch", "dinner", "tea time", "teatime", "supper", "eating", "food", "drink", "drinks", "snack", "hungry", "hunger", "thirsty"},
	"medication":       {"medication", "medications", "medicine", "medicines", "meds", "tablet", "tablets", "injection", "insulin", "medication round", "eye drops", "inhaler", "cream applied"},
	"unfamiliar_staff": {"unfamiliar staff", "unfamiliar carer", "unfamiliar worker", "unfamiliar person", "unfamiliar", "new staff", "new carer", "new member of staff", "new worker", "agency staff", "agency", "bank staff", "different staff", "different carer", "staff change", "staff changes", "change of staff", "staff changed", "staff not known", "unknown staff", "staff shift change", "shift change", "handover"},
	"other_person": {"other resident", "other residents", "another resident", "other person", "other people", "another person", "another tenant", "other tenant", "housemate", "flatmate", "peer", "peers", "visitor", "visitors", "family visit", "family visited", "phone call", "family", "neighbour", "argument", "argued", "disagreement",
		"another client", "other client", "another service user", "other service user", "roommate", "personal space", "child", "children", "crying", "dog"},
	"pain_or_unwell": {"pain", "in pain", "painful", "hurt", "hurting", "ache", "aching", "headache", "toothache", "unwell", "ill", "poorly", "sick", "constipated", "constipation", "uti", "infection", "chest infection", "nausea", "seizure", "period pain", "feeling unwell", "temperature", "too hot", "too cold", "medical"},
	"crowds":         {"crowd", "crowds", "crowded", "busy", "too many people", "busy room", "busy shop", "busy environment", "overcrowded", "lots of people"},
	"tired":          {"tired", "tiredness", "fatigue", "fatigued", "poor sleep", "lack of sleep", "did not sleep", "didnt sleep", "slept badly", "exhausted", "sleepy", "no sleep", "bad night"},
	"transition": {"transition", "transitions", "going out", "leaving the house", "leaving home", "leaving", "returning home", "coming home", "coming back", "outing", "trip", "trip out", "getting in the car", "car journey", "journey", "transport", "bus", "appointment", "hospital appointment", "dentist", "moving between", "moving from", "end of activity",
		"ending activity", "activity ended", "stop activity", "stopping", "transfer", "transfers", "hoist", "hoisted", "going to", "day centre", "time to leave"},
	"other": {},
})

// Trigger gives the word of our list for a trigger: "other" for a text in no
// phrase, "" where none is written.
func Trigger(r Raw) string {
	if !Recorded(r) || Nothing(r.Text) != Present {
		return ""
	}
	if word := Triggers.First(r.Text); word != "" {
		return word
	}
	return "other"
}

// anxious are ways to say that somebody was anxious.
var anxious = newPhrases(map[string][]string{
	"anxious": {"anxious", "anxiety", "anxieties", "anxiously", "panic", "panicking", "panicked", "panicky", "nervous", "feeling worried", "too worried", "worried about", "overwhelmed", "frightened", "scared", "fearful"},
})

// Anxious tells whether a text speaks of anxiety.
func Anxious(text string) bool { return anxious.First(text) != "" }
