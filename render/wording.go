package render

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/metrics"
)

// verdictsFile holds the order of the conditions, the limits and the sentences.
const verdictsFile = "prose/verdicts.yaml"

// wording is how verdicts are chosen and said: data of the templates.
type wording struct {
	Limits    limits                       `yaml:"limits"`
	Verdicts  []verdictLine                `yaml:"verdicts"`
	ForOne    map[string]string            `yaml:"for_one"`   // by metric: the phrase of one person's share
	Sentences map[string]map[string]string `yaml:"sentences"` // by metric, family or "all", then by key

	heard func(group, key string) // told of every sentence that is said; only tests ask
}

// verdictLine is one line of the rule: the first whose conditions all hold decides.
type verdictLine struct {
	When    []string `yaml:"when"`
	Verdict string   `yaml:"verdict"`
	Say     string   `yaml:"say"` // key of the sentence; "clear" is that of the direction, "nothing" is none
}

// limits are the numbers at which a verdict turns (voice.md 4.1).
type limits struct {
	Counted      float64 `yaml:"counted"`
	People       float64 `yaml:"people"`
	OnePerson    float64 `yaml:"one_person"`
	News         float64 `yaml:"news"`
	LessRecorded float64 `yaml:"less_recorded"`
	MoreRecorded float64 `yaml:"more_recorded"`
	OffersFell   float64 `yaml:"offers_fell"`
	FewPeople    float64 `yaml:"few_people"`
	TopTwo       float64 `yaml:"top_two"`
	RegisterDays float64 `yaml:"register_days"`
}

// bounds lists each limit with the least and the most that it may be: it can be
// made stricter than ours, never looser.
func (l limits) bounds() []struct {
	name        string
	value       float64
	least, most float64
} {
	const any = 1e9
	return []struct {
		name        string
		value       float64
		least, most float64
	}{
		{"counted", l.Counted, 10, any}, {"people", l.People, 5, any}, {"one_person", l.OnePerson, 8, any},
		{"news", l.News, 1, any}, {"less_recorded", l.LessRecorded, 0.75, 1}, {"more_recorded", l.MoreRecorded, 1, 1.33},
		{"offers_fell", l.OffersFell, 0.90, 1}, {"few_people", l.FewPeople, 30, any}, {"top_two", l.TopTwo, 0, 0.334},
		{"register_days", l.RegisterDays, 1, 60},
	}
}

// CheckWording reads the wording of the templates and tells what is wrong with it,
// with the line, before any data is read.
func CheckWording(files fs.FS) error {
	if _, err := Phrases(files); err != nil {
		return err
	}
	if _, err := readChallenges(files); err != nil {
		return err
	}
	_, err := readWording(files)
	return err
}

// readWording reads and checks the file of verdicts.
func readWording(files fs.FS) (*wording, error) {
	text, err := fs.ReadFile(files, verdictsFile)
	if err != nil {
		return nil, err
	}
	w := &wording{}
	if err := yaml.UnmarshalWithOptions(text, w, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("verdicts.yaml: %w", ShortYAML(err))
	}
	for _, check := range []func([]byte) error{w.checkLimits, w.checkVerdicts, w.checkForOne, w.checkSentences} {
		if err := check(text); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *wording) checkLimits(text []byte) error {
	for _, b := range w.Limits.bounds() {
		if !(b.value >= b.least && b.value <= b.most) {
			return fmt.Errorf("verdicts.yaml, line %d: %s must be given, and may be stricter than ours, not looser", lineOf(text, b.name+":"), b.name)
		}
	}
	return nil
}

func (w *wording) checkForOne(text []byte) error {
	for _, id := range slices.Sorted(maps.Keys(w.ForOne)) {
		line := lineOf(text, id+":")
		m, known := metrics.Find(id)
		if !known || m.Unit != metrics.Percent {
			return fmt.Errorf("verdicts.yaml, line %d: there is no share %q", line, id)
		}
		if fault := phraseFault(w.ForOne[id], "who", "n", "d", "p"); fault != "" {
			return fmt.Errorf("verdicts.yaml, line %d: %s", line, fault)
		}
	}
	return nil
}

func (w *wording) checkSentences(text []byte) error {
	for _, group := range slices.Sorted(maps.Keys(w.Sentences)) {
		at := lineAfter(text, lineOf(text, "sentences:"), "  "+group+":")
		if !groupKnown(group) {
			return fmt.Errorf("verdicts.yaml, line %d: there is no metric or family %q", at, group)
		}
		for _, key := range slices.Sorted(maps.Keys(w.Sentences[group])) {
			line := lineAfter(text, at, "    "+key+":")
			spec, known := sentenceKeys[key]
			if !known {
				return fmt.Errorf("verdicts.yaml, line %d: there is no sentence %q", line, key)
			}
			if fault := spec.fault(w.Sentences[group][key]); fault != "" {
				return fmt.Errorf("verdicts.yaml, line %d: %s", line, fault)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(sentenceKeys)) {
		spec := sentenceKeys[key]
		if w.Sentences[spec.home()][key] == "" {
			return fmt.Errorf("verdicts.yaml, line %d: %s needs the sentence %q", lineAfter(text, lineOf(text, "sentences:"), "  "+spec.home()+":"), spec.home(), key)
		}
	}
	return nil
}

func groupKnown(group string) bool {
	return group == "all" || slices.ContainsFunc(metrics.All, func(m metrics.Metric) bool {
		return m.ID == group || string(m.Family()) == group
	})
}

// lineAfter gives the first line after another that begins with or holds a word.
func lineAfter(text []byte, after int, word string) int {
	for i, line := range strings.Split(string(text), "\n") {
		if i+1 > after && strings.Contains(line, word) {
			return i + 1
		}
	}
	return after
}

// say fills a sentence: that of the metric, else of its family, else of all.
func (w *wording) say(m metrics.Metric, key string, fields map[string]string) string {
	for _, group := range []string{m.ID, string(m.Family()), "all"} {
		sentence, there := w.Sentences[group][key]
		if !there {
			continue
		}
		if w.heard != nil {
			w.heard(group, key)
		}
		return agree(strings.TrimSpace(placeholder.ReplaceAllStringFunc(sentence, func(name string) string { return fields[name[1:len(name)-1]] })))
	}
	return ""
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)
