package mapping

import (
	"reflect"
	"testing"
)

// layout makes a layout from pairs of heading and field; a dash is no field.
func layout(file string, pairs ...string) Layout {
	l := Layout{File: file, Columns: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		l.Headings = append(l.Headings, pairs[i])
		if pairs[i+1] != "-" {
			l.Columns[pairs[i+1]] = pairs[i]
		}
	}
	return l
}

func TestGroups(t *testing.T) {
	a := layout("a.csv", "Client ID", "person_ref", "Outcome", "outcome", "Notes", "note")
	renamed := layout("b.csv", "Person no", "person_ref", "Result", "outcome")
	both := layout("c.csv", "Client ID", "person_ref", "Result", "outcome", "Outcome", "note")
	older := layout("0.csv", "Result", "outcome")
	two := layout("1.csv", "Outcome", "outcome", "Result", "-")
	unread := layout("d.csv", "Client ID", "person_ref", "Outcome", "outcome", "Notes", "-", "Details", "note")
	for _, c := range []struct {
		what    string
		base    map[string][]string
		layouts []Layout
		want    [][]string
	}{
		{"another heading for the same field", nil, []Layout{a, renamed}, [][]string{{"a.csv", "b.csv"}}},
		{"one heading for two fields", nil, []Layout{a, both, renamed}, [][]string{{"a.csv", "b.csv"}, {"c.csv"}}},
		{"a heading that is used where a better one is missing", nil, []Layout{a, unread}, [][]string{{"a.csv", "d.csv"}}},
		{"the same, where the first is saved", map[string][]string{"note": {"Notes"}}, []Layout{a, unread}, [][]string{{"a.csv"}, {"d.csv"}}},
		{"what is saved already counts", map[string][]string{"note": {"Outcome"}}, []Layout{a, both}, [][]string{{"c.csv"}, {"a.csv"}}},
		{"the better heading is tried first", nil, []Layout{older, two}, [][]string{{"0.csv", "1.csv"}}},
		{"but not before what is saved", map[string][]string{"outcome": {"Result"}}, []Layout{two}, [][]string{nil, {"1.csv"}}},
		{"nothing", nil, nil, [][]string{nil}},
	} {
		var got [][]string
		for _, g := range Groups(c.base, c.layouts) {
			var files []string
			for _, l := range g.Layouts {
				files = append(files, l.File)
			}
			got = append(got, files)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestGroupColumns(t *testing.T) {
	older, two := layout("0.csv", "Result", "outcome"), layout("1.csv", "Outcome", "outcome", "Result", "-")
	got := Groups(nil, []Layout{older, two})[0]
	if !reflect.DeepEqual(got.Columns, map[string][]string{"outcome": {"Outcome", "Result"}}) || !got.Has("0.csv", "") || got.Has("2.csv", "") {
		t.Errorf("the group is %+v", got)
	}
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		files, others, want []string
	}{
		{[]string{"x/MAR Oak 2026-09.csv", "MAR Oak 2026-10.csv"}, []string{"MAR Elm 2026-09.csv"}, []string{"MAR Oak *.csv"}},
		{[]string{"Care notes Sept.xlsx"}, []string{"incidents.xlsx"}, []string{"Care notes *.xlsx"}},
		{[]string{"notes_2026_Q3.csv"}, []string{"notes_2026_Q2.csv"}, []string{"notes_2026_Q3.csv"}},
		{[]string{"2026-09.csv"}, nil, []string{"2026-09.csv"}},
		{[]string{"Marmalade.csv"}, nil, []string{"Marmalade.csv"}},
	} {
		if got := Patterns(c.files, c.others); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v beside %v: %q, want %q", c.files, c.others, got, c.want)
		}
	}
}
