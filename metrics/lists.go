package metrics

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
)

// Item is one line of a list: a person or a thing to look at.
type Item struct {
	Person  record.Person // "" where it is about nobody in particular
	Service string
	What    string      // a word of our lists, the source's own number of a goal and step, or how many; never free text
	Day     record.Date // the day that the list is about: last refusal, review or action due
	Days    int         // days from then to the last day of the span; below 0 for a day to come
	Ref     record.Ref  // the row behind it; empty where it rests on several
}

// List is people and things to look at. It is for those who run or inspect the
// services, never for readers outside.
type List struct {
	Name  string // as a pack names it: overdue_actions
	Title string
	Means string // one plain sentence: who or what is in it
	What  string // head of the column of Item.What
	Day   string // head of the column of Item.Day

	Kind    record.Kind // the records that it is made of
	Columns []string    // columns without which a row cannot be in it, as in Def

	items func(t *Table, rows []record.Record, w Window) []Item
}

// Lists is the register of lists, and the only one.
var Lists = []List{repeatedRefusals, stuckGoals, overdueReviews, overdueActions, restrictionReviews}

// FindList gives the list of a name.
func FindList(name string) (List, bool) {
	i := slices.IndexFunc(Lists, func(l List) bool { return l.Name == name })
	if i < 0 {
		return List{}, false
	}
	return Lists[i], true
}

// keptForLists are the kinds whose records the table keeps for the lists, the chains and
// the duties.
var keptForLists = map[record.Kind]bool{
	record.KindPlacement: true, record.KindPlanReview: true, record.KindAction: true, record.KindRestriction: true, record.KindIncident: true,
	record.KindSupervision: true, record.KindCompetency: true,
}

// Items lists what there is to look at on the last day of a span, for a scope: the
// longest first, then by person, service and row. Where that cannot be known of all
// rows, why says which export or column is missing; without it, no items is none.
// The span must be one that Over could answer for.
func (t *Table) Items(l List, scope Scope, span record.Span) (items []Item, why string) {
	if t.Rows(l.Kind, record.Span{}) == 0 {
		return nil, fmt.Sprintf("No export of %s was given.", shortName(l.Kind))
	}
	rows, lacking := t.fullRows(l.Kind, l.Columns, scope)
	if names := t.columnWords(Def{Columns: l.Columns}, l.Kind, lacking); len(names) > 0 {
		why = fmt.Sprintf("The export of %s has no column for: %s.", shortName(l.Kind), strings.Join(names, ", "))
	}
	w := Window{Scope: scope, Span: span}
	items = l.items(t, rows, w)
	for n := range items {
		items[n].Days = int(span.To - items[n].Day)
	}
	slices.SortFunc(items, inOrderOfList)
	return items, why
}

func inOrderOfList(a, b Item) int {
	return cmp.Or(
		cmp.Compare(b.Days, a.Days), cmp.Compare(a.Person, b.Person), cmp.Compare(a.Service, b.Service), cmp.Compare(a.What, b.What),
		cmp.Compare(a.Ref.File, b.Ref.File), cmp.Compare(a.Ref.Sheet, b.Ref.Sheet), cmp.Compare(a.Ref.Row, b.Ref.Row),
	)
}

// repeatedRefusals are the people of REF-08, service by service.
var repeatedRefusals = List{
	Name:  "repeated_refusals",
	Title: "People who refused often",
	Means: "People who first said no three or more times within two weeks at one service, with the last day on which they did.",
	What:  "First refusals", Day: "Last refusal",
	Kind: record.KindCareTask,
	items: func(t *Table, _ []record.Record, w Window) []Item {
		metric := t.find(ref08)
		if metric < 0 || !t.cutsAt(metric, w.Span) {
			return nil
		}
		var items []Item
		for _, here := range t.covered(w.Scope) {
			one := t.window(metric, here.scope, w.Span)
			s := t.gather(metric, one).(*refusing)
			if person := here.scope.Person; person != "" && s.repeated(person) {
				days := s.days[person]
				items = append(items, Item{Person: person, Service: here.scope.Service, What: strconv.Itoa(len(days)), Day: slices.Max(days)})
			}
		}
		return items
	},
}

// stuckFor is the number of days without an attempt after which a step has stopped.
const stuckFor = 28

var stuckGoals = List{
	Name:  "stuck_goals",
	Title: "Steps that have stopped",
	Means: "Steps that were begun and not achieved, with no attempt in the last 28 days; of goals and steps only numbers are shown, never words.",
	What:  "Goal and step", Day: "Last attempt",
	Kind: record.KindStepRecord,
	items: func(t *Table, _ []record.Record, w Window) []Item {
		metric := t.find(ind02)
		if metric < 0 {
			return nil
		}
		var items []Item
		for one := range t.gather(metric, t.window(metric, w.Scope, w.Span)).(*attempts).steps {
			until, _ := slices.BinarySearchFunc(one, w.Span.To+1, onDay)
			if until == 0 || one[:until].achieved() >= 0 {
				continue
			}
			if last := one[until-1]; last.On <= w.Span.To-stuckFor {
				items = append(items, Item{
					Person: last.Person, Service: last.Service, What: strings.Trim(numberOnly(last.Goal)+", "+numberOnly(last.Step), ", "), Day: last.On, Ref: last.Ref,
				})
			}
		}
		return items
	},
}

// longestNumber is the most letters of what is taken for a number of the source.
const longestNumber = 16

// numberOnly gives what looks like a number that a system gave: G12, 3, a digit and
// no blank in it. Anything else may be the person's own words, and gives "".
func numberOnly(written string) string {
	digits := 0
	for _, r := range written {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '-', r == '_', r == '/', r == '.':
		default:
			return ""
		}
	}
	if digits == 0 || len(written) > longestNumber {
		return ""
	}
	return written
}

// itemsOf makes the items of a list out of rows, one by one.
func itemsOf[R record.Record](item func(R, record.Date) (Item, bool)) func(*Table, []record.Record, Window) []Item {
	return func(_ *Table, rows []record.Record, w Window) []Item {
		var items []Item
		for _, r := range rows {
			if one, listed := item(r.(R), w.Span.To); listed {
				head := r.Where()
				one.Person, one.Service, one.Ref = head.Person, head.Service, head.Ref
				items = append(items, one)
			}
		}
		return items
	}
}

// late tells whether something was due before a day and not done by then.
func late(due, done, day record.Date) bool {
	return due != 0 && due < day && (done == 0 || done > day)
}

var overdueReviews = List{
	Name:  "overdue_reviews",
	Title: "Reviews overdue",
	Means: "Plans of people supported on the last day whose next review was due before it and was not done by then.",
	What:  "Plan", Day: "Due",
	Kind: record.KindPlanReview, Columns: []string{"plan_review.due_at|plan_review.next_due"},
	items: func(t *Table, rows []record.Record, w Window) []Item {
		var items []Item
		for key, p := range t.plansOn(rows, w) {
			if says, due := p.next(); due != 0 && due < w.Span.To {
				items = append(items, Item{Person: key.person, Service: says.Service, What: key.review, Day: due, Ref: says.Ref})
			}
		}
		return items
	},
}

// plansOn gives the plans that reviews tell of on the last day of a window.
func (t *Table) plansOn(reviews []record.Record, w Window) map[planKey]plan {
	s := new(plans)
	for _, r := range reviews {
		s.add(r)
	}
	for _, r := range t.listed[record.KindPlacement] {
		if w.Scope.covers(r.Where()) {
			s.add(r)
		}
	}
	return s.on(w)
}

var overdueActions = List{
	Name:  "overdue_actions",
	Title: "Actions overdue",
	Means: "Things we said we would do by a date that had passed on the last day, and that were not done.",
	What:  "Raised after", Day: "Due",
	Kind: record.KindAction, Columns: []string{"action.due_at", "action.completed_at"},
	items: itemsOf(func(r *record.Action, day record.Date) (Item, bool) {
		known := !r.Cancelled && r.RaisedOn != 0 && r.RaisedOn <= day
		return Item{What: sourceOf(r), Day: r.DueOn}, known && late(r.DueOn, r.CompletedOn, day)
	}),
}

// reviewAhead is the number of days in which a review that falls due is listed.
const reviewAhead = 30

var restrictionReviews = List{
	Name:  "restriction_reviews",
	Title: "Reviews of restrictions due",
	Means: "Limits on people's freedom on the last day whose review is overdue or falls due within 30 days.",
	What:  "Type", Day: "Review due",
	Kind: record.KindRestriction, Columns: []string{"restriction.review_due", "restriction.end_date"},
	items: itemsOf(func(r *record.Restriction, day record.Date) (Item, bool) {
		due := r.ReviewDueOn != 0 && r.ReviewDueOn <= day+reviewAhead
		return Item{What: r.Type, Day: r.ReviewDueOn}, due && activeOn(r, day)
	}),
}
