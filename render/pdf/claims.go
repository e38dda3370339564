package pdf

import (
	"strconv"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Claims draws each sentence with its state, and under it where it comes from.
func (p *pen) Claims(claims page.Claims) {
	p.block(func() {
		claims = tidied(p, claims)
		p.titled(claims.Title, "")
		for i, claim := range claims.Claims {
			p.claim(claim, i == 0)
		}
		if len(claims.Claims) == 0 {
			p.begin(0)
		}
	})
}

// claim is set in two columns: the state with where the claim comes from, and beside it
// the sentence, with what it is read with small beneath.
func (p *pen) claim(claim page.Claim, first bool) {
	stateWidth := 34 * p.role.scale
	texts := p.role.columnBody.wrap(claim.Text, width-stateWidth)
	small := p.role.note.wrap(claim.More, width-stateWidth)
	words := ""
	if claim.Words > 0 && p.page.Cover.Tier == page.TierExternal { // who writes a bid counts words
		words = strconv.Itoa(claim.Words) + " words"
	}
	under := append(p.role.sourceLine.wrap(joined(claim.Metric, claim.Evidence), stateWidth-parts), p.role.sourceLine.wrap(words, stateWidth-parts)...)
	verdict := page.Verdict{State: claim.State, Word: claim.Word}
	beside := 0.0
	if claim.Word != "" || claim.State != chart.StateNone {
		beside = max(p.role.columnStrong.leading, p.role.columnStrong.high(p.role.columnStrong.wrap(claim.Word, stateWidth-parts-stateIndent)))
	}
	if most := p.role.columnStrong.leading * 8; beside+p.role.sourceLine.high(under) > most { // longer than its sentence: beneath it
		small = append(small, p.role.note.wrap(joined(claim.Metric, claim.Evidence, words), width-stateWidth)...)
		under = nil
	}
	beside += p.role.sourceLine.high(under)
	high := max(beside, p.role.columnBody.leading*float64(min(len(texts), 6))+p.role.note.high(small[:min(len(small), 3)])) + 2*within
	if first {
		p.begin(high)
		p.rule(left, right, p.next, chart.InkText, 0.75)
	} else {
		p.room(high)
		p.rule(left, right, p.next, chart.InkHairline, 0.5)
	}
	p.next += within
	sheet, least := p.doc.PageNo(), p.next+beside
	low := p.verdict(left, p.next, stateWidth-parts, verdict, p.role.columnStrong)
	p.lines(left, low, under, p.role.sourceLine)
	p.run(left+stateWidth, texts, p.role.columnBody)
	p.run(left+stateWidth, small, p.role.note)
	if p.doc.PageNo() == sheet {
		p.next = max(p.next, least)
	}
	p.next += within
}

// Answers draws each text with its heading and its words.
func (p *pen) Answers(answers page.Answers) {
	p.block(func() {
		answers = tidied(p, answers)
		p.titled(answers.Title, answers.Note)
		p.begin(2 * p.role.body.leading)
		for _, a := range answers.Answers {
			p.room(3 * p.role.body.leading)
			p.run(left, p.role.leadSentence.wrap(joined(a.Section, a.Question), width), p.role.leadSentence)
			p.run(left, p.role.note.wrap(joined(strconv.Itoa(a.Words)+" of at most "+strconv.Itoa(a.Limit)+" words", a.Note), width), p.role.note)
			for paragraph := range strings.SplitSeq(a.Text, "\n\n") {
				p.run(left, p.role.body.wrap(paragraph, width), p.role.body)
			}
			p.next += within
		}
	})
}
