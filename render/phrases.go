package render

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/goccy/go-yaml"

	"evidencepack/metrics"
)

// Phrases reads how each share and each rate is said in a sentence. A metric without
// a phrase of its own is said in the nouns of its definition.
func Phrases(files fs.FS) (map[string]string, error) {
	text, err := fs.ReadFile(files, "prose/claims.yaml")
	if err != nil {
		return nil, err
	}
	phrases := make(map[string]string)
	if err := yaml.UnmarshalWithOptions(text, &phrases, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("claims.yaml: %w", ShortYAML(err))
	}
	for _, id := range slices.Sorted(maps.Keys(phrases)) {
		line := lineOf(text, id)
		m, known := metrics.Find(id)
		if !known {
			return nil, fmt.Errorf("claims.yaml, line %d: there is no metric %q", line, id)
		}
		if m.Unit == metrics.Count || m.Unit == metrics.Points {
			return nil, fmt.Errorf("claims.yaml, line %d: %s is a plain count or a difference, so it has no phrase", line, id)
		}
		if fault := phraseFault(phrases[id], phraseFields(m)...); fault != "" {
			return nil, fmt.Errorf("claims.yaml, line %d: %s", line, fault)
		}
	}
	for _, m := range metrics.All {
		if _, own := phrases[m.ID]; !own && m.Unit != metrics.Points {
			phrases[m.ID] = plainPhrase(m.Def)
		}
	}
	return phrases, nil
}

// phraseFields are what the phrase of a metric must hold.
func phraseFields(m metrics.Metric) []string {
	switch {
	case m.NounNumerator == "": // a middle value
		return []string{"p", "d"}
	case m.Unit == metrics.PerPersonWeek:
		return []string{"p"}
	}
	return []string{"n", "d", "p"}
}

// plainPhrase says a metric in the words of its definition. It reads well with any
// number, one or many, because the noun never follows its count.
func plainPhrase(d metrics.Def) string {
	switch d.Unit {
	case metrics.Count:
		return lowerFirst(d.Title) + " came to {n}"
	case metrics.Percent:
		return fmt.Sprintf("we counted {n} of {d} %s as %s ({p})", d.NounDenominator, d.NounNumerator)
	case metrics.Per1000CareDays:
		return fmt.Sprintf("the number of %s was {n} in {d} %s ({p} per 1,000)", d.NounNumerator, d.NounDenominator)
	case metrics.Per100Doses:
		return fmt.Sprintf("the number of %s was {n} in {d} %s ({p} per 100)", d.NounNumerator, d.NounDenominator)
	case metrics.PerPersonWeek:
		return fmt.Sprintf("there were {p} %s for each person a week", d.NounNumerator)
	}
	return fmt.Sprintf("%s came to {p}%s ({d} %s)", lowerFirst(d.Title), unitAfter(d.Unit), d.NounDenominator)
}

// unitAfter is the unit behind a middle value.
func unitAfter(u metrics.Unit) string {
	switch u {
	case metrics.Days, metrics.Minutes:
		return " " + unitWords(u)
	}
	return ""
}
