package main

import (
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"evidencepack/render/page"
)

// The reading age that we aim at is about 12. The grade of Flesch and Kincaid (J. P.
// Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, 1975) is the school year in
// the United States that understands a text: 0.39 words a sentence + 11.8 syllables a
// word − 15.59. Grade 7 is read at 12 to 13.
const (
	wholeGrade = 7.5  // of all sentences of a pack together
	pieceGrade = 14.0 // of any one paragraph of 30 words or more
)

// TestReadingAge works out the grade of all sentences of each pack, and of each longer
// paragraph by itself. Names of measures, tables of numbers and file names are no
// sentences.
func TestReadingAge(t *testing.T) {
	demo := filepath.Join(t.TempDir(), "demo")
	mustRun(t, "demo", "--out", demo)
	for _, dir := range []string{sharedSample(t), demo} {
		for _, name := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
			saved, err := os.ReadFile(filepath.Join(dir, name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			p, err := page.Load(saved)
			if err != nil {
				t.Fatal(err)
			}
			var all readCount
			hard := map[string]float64{}
			for _, text := range proseOf(p) {
				one := readingOf(text)
				all.add(one)
				if one.words >= 30 && one.grade() > pieceGrade {
					hard[text] = one.grade()
				}
			}
			t.Logf("%s: grade %.1f over %d words in %d sentences", name, all.grade(), all.words, all.sentences)
			if all.grade() > wholeGrade || all.words < 1000 {
				t.Errorf("%s reads at grade %.1f over %d words, want at most %.1f", name, all.grade(), all.words, wholeGrade)
			}
			var texts []string
			for text := range hard {
				texts = append(texts, text)
			}
			sort.Slice(texts, func(i, j int) bool { return hard[texts[i]] > hard[texts[j]] })
			for _, text := range texts[:min(5, len(texts))] {
				t.Errorf("%s, grade %.1f: %s", name, hard[text], text)
			}
		}
	}
}

// proseOf gives the paragraphs of a pack, each once.
func proseOf(p *page.Page) []string {
	var out []string
	seen := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			if strings.HasSuffix(text, ".") && !seen[text] {
				seen[text] = true
				out = append(out, text)
			}
		}
	}
	add(p.Cover.HowToRead...)
	add(p.Cover.Warnings...)
	for _, s := range p.Sections {
		add(s.Lead)
		for _, b := range s.Blocks {
			switch {
			case b.Heading != nil:
				add(b.Heading.Note)
			case b.Prose != nil:
				for _, one := range b.Prose.Paragraphs {
					add(one.Text)
				}
			case b.Notice != nil:
				add(b.Notice.Text)
			case b.Table != nil && !strings.HasPrefix(b.Table.Note, "Quality statements:"): // their names are the regulator's
				add(b.Table.Note)
			case b.Claims != nil:
				for _, one := range b.Claims.Claims {
					for _, text := range []string{one.Text, one.More} {
						if !strings.Contains(text, "this was changed for") { // it quotes what the provider wrote
							add(text)
						}
					}
				}
			case b.Answers != nil:
				for _, one := range b.Answers.Answers {
					add(one.Text)
				}
			case b.Definitions != nil:
				for _, one := range b.Definitions.Rows {
					add(one.Means)
				}
			case b.Forest != nil:
				add(b.Forest.Note)
			case b.Key != nil:
				add(b.Key.Note)
			case b.SetAside != nil:
				for _, one := range b.SetAside.Reasons {
					add(one.WhatToDo)
				}
			}
		}
	}
	return out
}

// readCount counts what the formula needs.
type readCount struct{ sentences, words, syllables int }

func (r *readCount) add(o readCount) {
	r.sentences += o.sentences
	r.words += o.words
	r.syllables += o.syllables
}

func (r readCount) grade() float64 {
	if r.words == 0 || r.sentences == 0 {
		return 0
	}
	return 0.39*float64(r.words)/float64(r.sentences) + 11.8*float64(r.syllables)/float64(r.words) - 15.59
}

var (
	endOfSentence = regexp.MustCompile(`[.!?]+(?:[”"’)]*)(?:\s+|$)`)
	someWord      = regexp.MustCompile(`[A-Za-z]+(?:[’'][a-z]+)?`)
)

// readingOf counts a text. Numbers are no words.
func readingOf(text string) readCount {
	var r readCount
	for _, sentence := range endOfSentence.Split(text, -1) {
		words := someWord.FindAllString(sentence, -1)
		if len(words) == 0 {
			continue
		}
		r.sentences++
		r.words += len(words)
		for _, word := range words {
			r.syllables += syllables(word)
		}
	}
	return r
}

var (
	vowels = regexp.MustCompile(`[aeiouy]+`)
	silent = regexp.MustCompile(`(?:[^laeiouyscxzgh]es|[^aeioudty]ed|[^laeiouy]e)$`)
)

// syllables counts the syllables of an English word by its groups of vowels: a silent e
// at the end is none, and some neighbours are two.
func syllables(word string) int {
	w := strings.ToLower(strings.NewReplacer("’", "", "'", "").Replace(word))
	n := len(vowels.FindAllString(w, -1))
	if len(w) > 3 && silent.MatchString(w) {
		n--
	}
	for _, two := range []string{"ial", "ian", "iat", "eo", "ying", "uous", "iest", "ier", "ual", "uar", "ieve"} {
		if strings.Contains(w, two) && two != "ieve" {
			n++
		}
	}
	if strings.HasSuffix(w, "tial") || strings.HasSuffix(w, "cial") || strings.HasSuffix(w, "cian") {
		n--
	}
	if strings.HasSuffix(w, "ism") {
		n++
	}
	for _, quiet := range []string{"ely", "ement", "ements", "people"} {
		if strings.HasSuffix(w, quiet) {
			n--
		}
	}
	return max(n, 1)
}

// TestSyllables compares with the numbers of syllables in the Carnegie Mellon Pronouncing
// Dictionary, version 0.7b.
func TestSyllables(t *testing.T) {
	known := map[string]int{
		"the": 1, "people": 2, "offer": 2, "offers": 2, "refused": 2, "restriction": 3, "restrictions": 3, "incident": 3, "incidents": 3,
		"medicine": 3, "medicines": 3, "lifted": 2, "before": 2, "service": 2, "services": 3, "asked": 1, "changed": 1, "ended": 2,
		"higher": 2, "lower": 2, "range": 1, "likely": 2, "measure": 2, "measures": 2, "figure": 2, "figures": 2, "counted": 2, "recorded": 3,
		"plan": 1, "review": 2, "reviews": 2, "month": 1, "months": 1, "person": 2, "evidence": 3, "improvement": 3, "learning": 2, "safe": 1,
		"visit": 2, "visits": 2, "planned": 1, "missed": 1, "doses": 2, "written": 2, "wrote": 1, "alone": 2, "step": 1, "achieved": 2,
		"organisation": 5, "table": 2, "possible": 3, "little": 2, "trained": 1, "staff": 1, "supervision": 4, "social": 2, "manual": 3,
	}
	wrong := 0
	for word, want := range known {
		if got := syllables(word); got != want {
			wrong++
			t.Logf("%s: %d, want %d", word, got, want)
		}
	}
	if wrong > len(known)/20 {
		t.Errorf("%d of %d words are counted wrongly", wrong, len(known))
	}
}
