package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// caseCount is the fewest that a count of one person may be outside, and what is left
// of it; below, the share is told in words.
const caseCount = 5

// caseShare tells a share of one person's records in words, without a count. none and
// all are not told apart from very few and nearly all.
func caseShare(n, d float64) string {
	if d < caseCount {
		return "too few to say"
	}
	for _, band := range []struct {
		below float64
		words string
	}{
		{10, "hardly any"}, {20, "under a fifth"}, {30, "about a quarter"}, {38, "about a third"}, {45, "under half"}, {55.000001, "about half"},
		{70, "over half"}, {80, "about three quarters"}, {90.000001, "most"},
	} {
		if 100*n/d < band.below {
			return band.words
		}
	}
	return "nearly all"
}

// tellable tells whether counts of one person may be shown outside: neither they nor
// what is left of them are small.
func tellable(n, d float64) bool { return n >= caseCount && d-n >= caseCount }

// changeFigure is CHG-02 of the story's change: first refusals in the eight weeks
// before it and in eight weeks after. These days add up to no other figure of a pack,
// so that no one else's count can be worked out from them.
func (t *caseTeller) changeFigure() *page.Figure {
	v := t.change
	if v == nil || v.Value == nil || v.Lower == nil {
		return nil
	}
	m := mustFind(changeMetric)
	ch := v.Change
	n, d, n0, d0 := *v.Numerator, *v.Denominator, ch.BeforeNumerator, ch.BeforeDenominator
	f := &page.Figure{Metric: m.ID, Label: "First refused, " + areaOffers(ch.Area), Format: page.FormatPercent, Verdict: t.exact.changeVerdict(*v).page()}
	weeks := [2]string{"weeks −8 to −1", fmt.Sprintf("weeks %d to %d", week(ch.On, v.Span.From), week(ch.On, v.Span.To))}
	if t.rule.People() || tellable(n, d) && tellable(n0, d0) {
		before, after := 100*n0/d0, 100*n/d
		f.BeforeValue, f.AfterValue = &before, &after
		f.Before, f.After = number(metrics.Percent, before), number(metrics.Percent, after)
		f.BeforeCount = fmt.Sprintf("before: %s of %s offers, %s", thousands(n0), thousands(d0), weeks[0])
		f.AfterCount = fmt.Sprintf("after: %s of %s, %s", thousands(n), thousands(d), weeks[1])
		f.Verdict.Difference = differenceText(*v.Value, *v.Lower, *v.Upper)
	} else {
		f.Before, f.After = caseShare(n0, d0), caseShare(n, d)
		f.BeforeCount, f.AfterCount = "before: "+weeks[0], "after: "+weeks[1]
		f.Verdict.Difference = rangeWords(*v.Lower, *v.Upper)
	}
	if d <= 0.9*d0 {
		f.ReadWith = "fewer offers than before"
	}
	t.from(record.KindCareTask, record.KindPlanChange)
	t.seen[m.ID] = true
	if t.rule.People() {
		f.Evidence = t.evidenceID(m.ID, *v, metrics.GrainPeriod)
		t.useOne(m, *v, metrics.GrainPeriod)
		t.ids = append(t.ids, f.Evidence)
	}
	return f
}

// rangeWords says where the likely range lies, without its ends.
func rangeWords(lower, upper float64) string {
	switch {
	case upper < 0:
		return "the likely range lies wholly below no difference"
	case lower > 0:
		return "the likely range lies wholly above no difference"
	}
	return "the likely range includes no difference"
}

// areaOffers names the offers that were counted: of one kind of support where the
// change names one.
func areaOffers(area string) string {
	switch category := metrics.ChangeCategory(area); category {
	case "":
		return "all offers"
	case "meals_fluids":
		return "offers of food and drink"
	default:
		return strings.ReplaceAll(category, "_", " ") + " offers"
	}
}

// measure is a measure of the person in both windows. Outside it is told in words: its
// days are those of the pack's own figures, so that a count of one person would give
// away that of all others together.
func (t *caseTeller) measure(id string) *page.Figure {
	scope := metrics.Scope{Person: t.story.Who}
	found := t.exact.find(id, scope)
	if !found.known() || found.after.Denominator == nil || found.before.Denominator == nil || found.metric.Unit != metrics.Percent {
		return nil
	}
	f := &page.Figure{Metric: id, Label: found.metric.Title, Format: page.FormatPercent, Verdict: found.verdict.page()}
	n, d, n0, d0 := *found.after.Numerator, *found.after.Denominator, *found.before.Numerator, *found.before.Denominator
	if t.rule.People() {
		t.find(id, scope)
		f.Before, f.After, f.BeforeValue, f.AfterValue = valueText(found.before), valueText(found.after), found.before.Value, found.after.Value
		f.BeforeCount = fmt.Sprintf("before: %s of %s", thousands(n0), thousands(d0))
		f.AfterCount = fmt.Sprintf("after: %s of %s", thousands(n), thousands(d))
		f.Evidence = t.evidenceID(id, found.after, metrics.GrainPeriod)
		t.ids = append(t.ids, f.Evidence)
		if found.hasRange() {
			f.Verdict.Difference = differenceText(*found.difference.Change, *found.difference.Lower, *found.difference.Upper)
		}
	} else {
		f.Before, f.After = caseShare(n0, d0), caseShare(n, d)
		f.BeforeCount, f.AfterCount = "before: the whole baseline", "after: the whole period"
		t.seen[id] = true
		if found.hasRange() {
			f.Verdict.Difference = rangeWords(*found.difference.Lower, *found.difference.Upper)
		}
	}
	if t.changed != nil && t.changed.On <= t.in.Baseline.To {
		f.Verdict = page.Verdict{State: chart.StateTooFew, Word: "Not compared: the change lies within the earlier dates"}
	}
	t.from(found.metric.Needs...)
	return f
}

// liftedFigure tells of the first restriction that was lifted after the change and not
// brought back within 28 days (contract.md, RES-01). One event is told, not tested.
func (t *caseTeller) liftedFigure() *page.Figure {
	if t.changed == nil {
		return nil
	}
	var first *record.Restriction
	for _, r := range t.story.Restrictions {
		if r.EndReason != record.EndLifted || r.EndOn < t.changed.On || r.EndOn > t.in.Period.To || t.broughtBack(r) {
			continue
		}
		if first == nil || r.EndOn < first.EndOn {
			first = r
		}
	}
	if first == nil {
		return nil
	}
	t.from(record.KindRestriction)
	told := "not brought back within 28 days"
	if first.EndOn+28 > t.table.DataTo() {
		told = "28 days are not over in the data"
	}
	return &page.Figure{
		Label: "A restriction", After: fmt.Sprintf("lifted in week %d", week(t.changed.On, first.EndOn)), AfterCount: told,
		Verdict: page.Verdict{State: chart.StateTooFew, Word: "One event: told, not tested"},
	}
}

func (t *caseTeller) broughtBack(r *record.Restriction) bool {
	return slices.ContainsFunc(t.story.Restrictions, func(other *record.Restriction) bool {
		return other.Type == r.Type && other.StartOn > r.EndOn && other.StartOn <= r.EndOn+28
	})
}

// The weeks before and after a change that a strip of steps shows at most, and its rows.
const (
	mostWeeksBefore = 20
	mostWeeksAfter  = 32
	mostStepRows    = 7
)

// steps is the strip of the goal with the most attempts, or of the one that is named.
func (t *caseTeller) steps() *chart.Steps {
	if t.changed == nil {
		return nil
	}
	goal := t.goal()
	if goal == "" {
		return nil
	}
	s := &chart.Steps{Change: "New approach agreed", Subtitle: "Each box is one week with attempts at that step. The fuller the box, the larger the share done without help. No box: no attempt with a level in that week."}
	byStep := make(map[string]map[int][]*record.StepRecord)
	for _, r := range t.story.Attempts {
		if k := week(t.changed.On, r.On); t.counts(r) && r.Goal == goal && k >= -mostWeeksBefore && k <= mostWeeksAfter {
			if byStep[r.Step] == nil {
				byStep[r.Step] = make(map[int][]*record.StepRecord)
			}
			byStep[r.Step][k] = append(byStep[r.Step][k], r)
		}
	}
	names := stepsInOrder(byStep)
	s.First, s.Last = -1, 1
	for i, name := range names[:min(len(names), mostStepRows)] {
		row := t.stepRow(i, byStep[name])
		for _, w := range row.Weeks {
			s.First, s.Last = min(s.First, w.Week), max(s.Last, w.Week)
		}
		s.Rows = append(s.Rows, row)
	}
	if len(s.Rows) == 0 {
		return nil
	}
	s.Title, s.Alt = stepsTitle(s), stepsAlt(s)
	t.from(record.KindStepRecord)
	return s
}

// counts tells whether an attempt has a level and lies in the windows of the pack.
func (t *caseTeller) counts(r *record.StepRecord) bool {
	from := t.in.Period.From
	if t.in.Baseline.To != 0 {
		from = t.in.Baseline.From
	}
	return !r.Struck && !r.Unmapped && r.Rank != record.NoRank && r.On >= from && r.On <= t.in.Period.To
}

// goal is the goal of the strip, "" where the person has no attempts.
func (t *caseTeller) goal() string {
	most, chosen := 0, ""
	tally := make(map[string]int)
	for _, r := range t.story.Attempts {
		if !t.counts(r) {
			continue
		}
		if r.Goal == t.story.Goal && r.Goal != "" {
			return r.Goal
		}
		if tally[r.Goal]++; tally[r.Goal] > most || tally[r.Goal] == most && r.Goal < chosen {
			most, chosen = tally[r.Goal], r.Goal
		}
	}
	return chosen
}

// stepsInOrder sorts steps by their numbers, then by their names.
func stepsInOrder(byStep map[string]map[int][]*record.StepRecord) []string {
	var names []string
	for name := range byStep {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		x, errX := strconv.Atoi(a)
		y, errY := strconv.Atoi(b)
		if errX == nil && errY == nil && x != y {
			return x - y
		}
		return strings.Compare(a, b)
	})
	return names
}

// stepRow is one step with its weeks. Its name is the provider's, or its number.
func (t *caseTeller) stepRow(i int, weeks map[int][]*record.StepRecord) chart.StepRow {
	row := chart.StepRow{Number: strconv.Itoa(i + 1), Label: fmt.Sprintf("Step %d", i+1)}
	if i < len(t.story.Steps) && t.story.Steps[i] != "" {
		row.Label = t.story.Steps[i]
	}
	for k := -mostWeeksBefore; k <= mostWeeksAfter; k++ {
		if len(weeks[k]) > 0 {
			row.Weeks = append(row.Weeks, t.stepWeek(k, weeks[k]))
		}
	}
	return row
}

// stepWeek is one week: none and all are exact, what lies between is the nearest quarter.
func (t *caseTeller) stepWeek(k int, attempts []*record.StepRecord) chart.StepWeek {
	alone, setback := 0, false
	for _, r := range attempts {
		if r.Rank == 0 {
			alone++
		}
		setback = setback || r.Setback
	}
	level := 0
	switch {
	case alone == len(attempts):
		level = 4
	case alone > 0:
		level = min(max((8*alone+len(attempts))/(2*len(attempts)), 1), 3)
	}
	said := chart.StepLevels[level]
	if t.rule.People() {
		said += fmt.Sprintf(", %d of %d", alone, len(attempts))
	}
	return chart.StepWeek{Week: k, Level: level, Said: said, Setback: setback}
}

// stepsTitle is the finding of the strip: in how many steps the last week had most
// attempts without help.
func stepsTitle(s *chart.Steps) string {
	took := 0
	for _, row := range s.Rows {
		if row.Weeks[len(row.Weeks)-1].Level >= 3 {
			took++
		}
	}
	count := fmt.Sprintf("%s steps", upperFirst(numberWord(len(s.Rows))))
	if len(s.Rows) == 1 {
		count = "One step"
	}
	done := fmt.Sprintf("%s in their last week mostly without help", numberWord(took))
	switch {
	case took == 0:
		done = "none in its last week mostly without help"
	case took == len(s.Rows) && took > 1:
		done = "each in its last week mostly without help"
	case took == 1:
		done = strings.Replace(done, "their", "its", 1)
	}
	return count + ": " + done + setbackWords(s)
}

// setbackWords names the weeks of setbacks from the first to the last.
func setbackWords(s *chart.Steps) string {
	var weeks []int
	for _, row := range s.Rows {
		for _, w := range row.Weeks {
			if w.Setback && !slices.Contains(weeks, w.Week) {
				weeks = append(weeks, w.Week)
			}
		}
	}
	slices.Sort(weeks)
	last := len(weeks) - 1
	switch {
	case last < 0:
		return ""
	case last == 0:
		return ", with a setback in " + chart.WeekName(weeks[0])
	case weeks[last]-weeks[0] == last:
		return fmt.Sprintf(", with setbacks in weeks %d to %d", weeks[0], weeks[last])
	}
	return fmt.Sprintf(", with setbacks in %s weeks", numberWord(len(weeks)))
}

func stepsAlt(s *chart.Steps) string {
	var parts []string
	for _, row := range s.Rows {
		first, last := row.Weeks[0], row.Weeks[len(row.Weeks)-1]
		parts = append(parts, fmt.Sprintf("%s: %s %s, %s %s", row.Label, chart.WeekName(first.Week), first.Said, chart.WeekName(last.Week), last.Said))
	}
	return fmt.Sprintf("Strip of steps by week, from %s to %s. %s. %s.", chart.WeekName(s.First), chart.WeekName(s.Last), s.Title, strings.Join(parts, "; "))
}
