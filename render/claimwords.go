package render

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"evidencepack/metrics"
)

// clearEnd writes the end of a clear range that is nearest to no change. It is never
// rounded to nought.
func clearEnd(v float64) string {
	if text := decimal(v); v <= 0 || text != "0.0" {
		return text
	}
	return "under 0.1"
}

// ratioText writes how many times a rate is of another: two decimals, because one
// would round a clear end to no change.
func ratioText(v float64) string {
	if math.IsInf(v, 0) {
		return "any number of"
	}
	text := fmt.Sprintf("%.2f", v)
	if text == "1.00" && v != 1 {
		return fmt.Sprintf("%.3f", v)
	}
	return text
}

// rangeEnds write a range: "1.3 points lower" to "0.2 higher". The unit stands
// once, and both ends may lie on one side.
func rangeEnds(lower, upper float64) (from, to string) {
	return rangeEnd(lower, " points"), rangeEnd(upper, "")
}

func rangeEnd(v float64, unit string) string {
	size := math.Abs(v)
	switch {
	case v == 0:
		return "0.0" + unit
	case v < 0:
		return clearEnd(size) + unit + " lower"
	}
	return clearEnd(size) + unit + " higher"
}

// phrase puts the counts of a value into the words of its metric, without the share
// where there is too little to give one.
func (c *composer) phrase(f *finding, v metrics.Value, bare bool) string {
	phrase := c.phrases[f.metric.ID]
	who := ""
	if f.scope.Person != "" {
		who = c.pseudonym(f.scope.Person)
		rest, people := strings.CutPrefix(phrase, "people ")
		switch own := c.words.ForOne[f.metric.ID]; {
		case own != "":
			phrase = own
		case people:
			phrase = "{who} " + rest
		default:
			phrase = "for {who} " + phrase
		}
	}
	if bare {
		phrase = strings.ReplaceAll(phrase, " ({p})", "")
	}
	return agree(strings.NewReplacer("{who}", who, "{n}", countText(v.Numerator), "{d}", countText(v.Denominator), "{p}", shareWords(v)).Replace(phrase))
}

var (
	someCount = regexp.MustCompile(`(\d[\d,.]*)( of \d[\d,]*)?`)
	oneOrMore = regexp.MustCompile(`\[([^|\]]*)\|([^|\]]*)\]`)
)

// agree chooses the form of [was|were] by the count that stands last before it, or, with
// none before, first after it. That of "1 of 26" is one.
func agree(text string) string {
	for {
		at := oneOrMore.FindStringSubmatchIndex(text)
		if at == nil {
			return text
		}
		form := text[at[4]:at[5]]
		counts := someCount.FindAllStringSubmatch(text[:at[0]], -1)
		if len(counts) == 0 {
			counts = someCount.FindAllStringSubmatch(text[at[1]:], 1)
		}
		if len(counts) > 0 && counts[len(counts)-1][1] == "1" {
			form = text[at[2]:at[3]]
		}
		text = text[:at[0]] + form + text[at[1]:]
	}
}

func countText(n *float64) string {
	if n == nil {
		return ""
	}
	return thousands(*n)
}

// shareWords is a share with its sign, or a rate, as it stands in a sentence.
func shareWords(v metrics.Value) string {
	switch {
	case v.Value == nil:
		return "no share"
	case v.Unit == metrics.Percent:
		return shareInText(*v.Value, *v.Denominator)
	}
	return number(v.Unit, *v.Value)
}

// counts writes 744 of 9,330 (8.0%), or 111 in 9,623 (11.5), or a figure that has no two counts.
func counts(v metrics.Value, bare bool) string {
	switch {
	case v.Value == nil:
		return wordFor(v)
	case v.Unit != metrics.Percent && v.Unit != metrics.Per1000CareDays:
		return number(v.Unit, *v.Value)
	}
	of := "of"
	if v.Unit == metrics.Per1000CareDays {
		of = "in"
	}
	text := fmt.Sprintf("%s %s %s", thousands(*v.Numerator), of, thousands(*v.Denominator))
	if bare {
		return text
	}
	return fmt.Sprintf("%s (%s)", text, shareWords(v))
}

// people says how many are behind both figures.
func people(f finding) string {
	return fmt.Sprintf("%s, before %s", plural(f.after.People, "person", "people"), thousands(float64(f.before.People)))
}

// valueText is a value as it stands in a table: a number or one of the words of voice.md 1.8.
func valueText(v metrics.Value) string {
	if v.Value == nil {
		return wordFor(v)
	}
	return number(v.Unit, *v.Value)
}

// wordFor is the word that stands where there is no number.
func wordFor(v metrics.Value) string {
	if v.Status == metrics.NoData {
		return "no data"
	}
	return "not worked out"
}
