package cases

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Clue is something in a text by which somebody could find out who is meant: not a
// name, which the privacy gate looks for, but what few people share. It never holds
// the words themselves.
type Clue struct {
	Kind    string // "an exact age"
	Soften  string // what to write instead
	Serious bool   // by itself it may be enough to find the person
}

// The kinds of clue, each with what to do.
var (
	clueAge       = Clue{"an exact age", "leave the age out, or write “an adult” or “an older person”.", true}
	clueAgeBand   = Clue{"an age band", "leave it out, or write “an adult” or “an older person”.", false}
	clueDate      = Clue{"a date", "count in weeks from the change: “in week 3”.", true}
	clueMonth     = Clue{"a month or a year", "count in weeks from the change, or write “in the first weeks”.", false}
	cluePlace     = Clue{"the name of a place or a team", "write what it is: “a local shop”, “the community team”.", true}
	clueService   = Clue{"the name of a service or of the provider", "write “where the person lives”.", true}
	clueSchool    = Clue{"the name of a school or college", "write “a college”, or leave it out.", true}
	clueCondition = Clue{"a rare condition", "say what the person finds hard, not the diagnosis.", true}
	clueDiagnosis = Clue{"a diagnosis", "say what the person finds hard, if the diagnosis is not needed.", false}
	clueFamily    = Clue{"who is in the family", "write “family” or “somebody close”.", false}
	clueWork      = Clue{"a job that the person has or had", "leave it out, or name the skill instead.", false}
	clueOrigin    = Clue{"nationality, language or faith", "leave it out where the story does not need it.", false}
	clueInitials  = Clue{"initials", "write “the person”: initials do not make a story anonymous.", true}
	clueTitled    = Clue{"a man or a woman by title", "write “the person” or “they”.", true}
	clueQuote     = Clue{"a quotation of more than 15 words", "quote a few words, or say it in your own.", true}
	clueHouse     = Clue{"a number of a room, flat or house", "leave the number out.", true}
	clueCapital   = Clue{"a word with a capital inside a sentence, which may be a name", "check that it names nobody and no place.", false}
	clueUnique    = Clue{"something that made the news or is the only one of its kind", "leave it out.", true}
	clueFigure    = Clue{"a count or a share in your own words", "leave figures to the program: it shows those that may be shown.", true}
	clueSex       = Clue{"whether it is a man or a woman", "write “the person” and “they”.", false}
)

// ClueTogether is for several weak clues in one story: each is shared by many, all of
// them by few.
var ClueTogether = Clue{"three or more weak clues in one story", "take out those that the story does not need: together they may fit one person only.", true}

// ClueFew is for a kind of service that too few people use.
var ClueFew = Clue{"a kind of service that fewer people use than may be shown", "leave the kind of service out.", true}

// weakTogether is how many kinds of weak clue make a serious one.
const weakTogether = 3

const months = `January|February|March|April|May|June|July|August|September|October|November|December`

const numberWords = `(?:eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)`

// figures are counts and shares; the program itself shows those that may be shown.
var figures = regexp.MustCompile(`(?i)\b\d+(?:,\d{3})* (?:out )?of (?:the )?\d+\b|\b\d+(?:\.\d+)? ?(?:%|per ?cent\b)`)

// shapes are clues that have a form.
var shapes = []struct {
	shape *regexp.Regexp
	clue  Clue
}{
	{regexp.MustCompile(`(?i)\b(?:\d{1,3}|` + numberWords + `)[- ]years?[- ](?:old|of[- ]age)\b|\b(?:aged|age of|age|turned|turning)\s+(?:\d{1,3}|` + numberWords + `)\b|\b\d{1,3}(?:st|nd|rd|th) birthday\b|\bborn (?:in|on)\b`), clueAge},
	{regexp.MustCompile(`(?i)\bin (?:his|her|their) (?:(?:early|mid|late)[- ])?(?:\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|\b(?:teenager|octogenarian|nonagenarian|pensioner)\b|\b(?:young|middle-aged|elderly) (?:man|woman|lady|gentleman)\b`), clueAgeBand},
	{regexp.MustCompile(`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:` + months + `)\b|\b(?:` + months + `) \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:Christmas|Boxing|New Year’s|New Year's|Easter) (?:Day|Eve|Sunday|Monday)\b`), clueDate},
	{regexp.MustCompile(`\b(?:in|since|from|until|by|during|last|early|late|mid|of|and|to|between|before|after) (?:early |late |mid-)?(?:` + months + `)\b|\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:19|20)\d{2}\b`), clueMonth},
	{regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Lady|Sister|Father|Rev)\b\.?\s+[A-Z]`), clueTitled},
	{regexp.MustCompile(`\b[A-Z]\.(?:\s?[A-Z]\.)+|\b(?:Person|Client|Resident|Mr|Ms|called|named) [A-Z]\b\.?|\b[A-Z]\.(?:\s+[a-z])|\b[B-HJ-Z]\s(?:was|is|had|has|wanted|said|lives|lived|likes|liked|felt|would|could|and|then)\b`), clueInitials},
	{figures, clueFigure},
	{regexp.MustCompile(`(?i)\b(?:flat|room|apartment|bungalow|house|unit|bed) (?:no\.? ?|number )?\d{1,4}[a-d]?\b`), clueHouse},
	{regexp.MustCompile(`(?i)\b(?:in the news|local paper|newspaper|was on television|went viral|the only (?:person|man|woman|one) (?:in|at|of)|famous|well[- ]known|first (?:person|man|woman) (?:in|to))\b`), clueUnique},
	{regexp.MustCompile(`(?i)\b(?:gentleman|lady)\b|\b(?:a|the|this|that) (?:man|woman)\b`), clueSex},
	{regexp.MustCompile(`(?i)\b(?:` + strings.Join(rareConditions, "|") + `)\b`), clueCondition},
	{regexp.MustCompile(`(?i)\b(?:early|young)[- ]onset\b|\b[\pL-]+(?:’s|'s)? syndrome\b`), clueCondition},
	{regexp.MustCompile(`(?i)\b(?:` + strings.Join(diagnoses, "|") + `)\b`), clueDiagnosis},
	{regexp.MustCompile(`(?i)\b(?:` + strings.Join(relations, "|") + `)\b`), clueFamily},
	{regexp.MustCompile(`(?i)\b(?:retired|former|ex|worked as an?|works as an?|was once an?|used to be an?|career as an?|trained as an?)[ -](?:[a-z]+ )?(?:` + strings.Join(jobs, "|") + `)\b|\b(?:war veteran|army veteran|ex-serviceman)\b`), clueWork},
	{regexp.MustCompile(`\b(?:` + strings.Join(origins, "|") + `)\b`), clueOrigin},
	{regexp.MustCompile(`\b(?:[A-Z][\pL’']+ )+(?:School|College|Academy|University|Sixth Form)\b|\bUniversity of [A-Z]`), clueSchool},
	{regexp.MustCompile(`\b(?:[A-Z][\pL’']+ )+(?:Ward|House|Street|Road|Lane|Court|Close|Lodge|Centre|Hospital|Infirmary|Surgery|Team|Unit|Park|Avenue|Church|Mosque|Temple|Club|Hall|Hotel|Station|Library|Council|Trust|Clinic|Market|Mews|Farm|Beach|Bay|Village|Gardens|Drive|Way|Square|Terrace)\b`), cluePlace},
}

// Clues looks through one text. Places are names of services and of the provider. Each
// kind is given once; quotations are told by quotation marks.
func Clues(text string, places []string) []Clue {
	var found []Clue
	add := func(c Clue) {
		if !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	read := text
	for _, harmless := range harmlessWords {
		read = harmless.ReplaceAllString(read, "x")
	}
	for _, place := range places {
		if named(read, place) {
			add(clueService)
			read = strings.ReplaceAll(read, place, "x")
		}
	}
	for _, s := range shapes {
		if s.shape.MatchString(read) {
			add(s.clue)
			read = s.shape.ReplaceAllString(read, "x")
		}
	}
	if longQuote(text) {
		add(clueQuote)
	}
	for _, c := range capitals(read) {
		add(c)
	}
	return found
}

// named tells whether a text holds a name as whole words, whatever its case.
func named(text, name string) bool {
	if len(strings.TrimSpace(name)) < 4 {
		return false
	}
	shape, err := regexp.Compile(`(?i)(^|[^\pL\pN])` + regexp.QuoteMeta(strings.TrimSpace(name)) + `($|[^\pL\pN])`)
	return err == nil && shape.MatchString(text)
}

// mostQuoted is how many words a quotation may have.
const mostQuoted = 15

var quotation = regexp.MustCompile(`“[^”]*”|"[^"]*"|‘[^’]* [^’]*’`)

func longQuote(text string) bool {
	return slices.ContainsFunc(quotation.FindAllString(text, -1), func(q string) bool { return len(strings.Fields(q)) > mostQuoted })
}

// afterPlaceWord are words after which a capital is the name of a place.
var afterPlaceWord = map[string]bool{"in": true, "at": true, "near": true, "from": true, "to": true, "around": true, "outside": true, "leaving": true}

// capitals finds words with a capital inside a sentence: after words such as “in” they
// name places.
func capitals(text string) []Clue {
	var found []Clue
	begins, before := true, ""
	for _, word := range strings.Fields(text) {
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		opens := strings.IndexFunc(word, unicode.IsLetter) > 0 // “Stop” begins a quotation
		if first := []rune(bare); !begins && !opens && len(first) > 1 && unicode.IsUpper(first[0]) && !knownCapital(bare) {
			clue := clueCapital
			if afterPlaceWord[before] {
				clue = cluePlace
			}
			found = append(found, clue)
		}
		begins = strings.ContainsAny(word, ".!?:;") && strings.IndexAny(word, ".!?:;") >= len(strings.TrimRight(word, `.!?:;)”’"'`))
		before = strings.ToLower(bare)
	}
	return found
}

// knownCapital tells whether a word is written with a capital and names nobody:
// abbreviations of care and words such as Monday.
func knownCapital(word string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
	return capitalWords[strings.ToLower(word)] || strings.HasPrefix(word, "I’") || strings.HasPrefix(word, "I'")
}

// Story looks through a whole case: the clues of each text with its line, and those
// that come of several together.
func Story(c Case, places []string) []Found {
	var all []Found
	weak := make(map[string]bool)
	for _, t := range c.Texts() {
		for _, clue := range Clues(t.Text, places) {
			all = append(all, Found{t.Key, t.Line, clue})
			if !clue.Serious {
				weak[clue.Kind] = true
			}
		}
	}
	if len(weak) >= weakTogether {
		all = append(all, Found{"case", c.Lines[""], ClueTogether})
	}
	return all
}

// Found is a clue with its place in the file.
type Found struct {
	Key  string
	Line int
	Clue Clue
}

// kindsOfService are the words of a kind of service in a text.
var kindsOfService = []struct {
	shape *regexp.Regexp
	kind  string
}{
	{regexp.MustCompile(`(?i)\bsupported living\b`), "supported_living"},
	{regexp.MustCompile(`(?i)\b(?:home ?care|domiciliary)\b`), "homecare"},
	{regexp.MustCompile(`(?i)\b(?:care home|residential)\b`), "residential"},
	{regexp.MustCompile(`(?i)\bextra care\b`), "extra_care"},
	{regexp.MustCompile(`(?i)\bday (?:service|centre)\b`), "day_service"},
	{regexp.MustCompile(`(?i)\bnursing home\b`), "nursing"},
}

// KindOfService is the kind of service that a text speaks of, "" for none.
func KindOfService(text string) string {
	for _, k := range kindsOfService {
		if k.shape.MatchString(text) {
			return k.kind
		}
	}
	return ""
}
