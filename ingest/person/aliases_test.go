package person

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

func TestParseAliases(t *testing.T) {
	text := "\uFEFFKind;Written;Means;From\r\nservice;Oak House;Oak Lodge;01/04/2026\r\n;;;\r\nStaff;Jo Bell;Joanna Bell;\r\n"
	a, err := ParseAliases("aliases.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	april := record.DateOf(2026, 4, 1)
	for _, c := range []struct {
		on   record.Date
		want string
	}{{april, "Oak Lodge"}, {april - 1, "OAK house"}, {0, "OAK house"}} {
		if got := a.Service("OAK house", c.on); got != c.want {
			t.Errorf("on %s it is %q, want %q", c.on, got, c.want)
		}
	}
	if got := strings.Join(a.Staff(), "+"); got != "Jo Bell+Joanna Bell" {
		t.Errorf("staff %s", got)
	}
	var none *Aliases
	if none.Service("Elm", 0) != "Elm" || none.Staff() != nil || none.File() != "" {
		t.Error("no aliases change something")
	}
	if empty, err := ParseAliases("aliases.csv", nil); err != nil || empty.Service("Elm", 0) != "Elm" {
		t.Errorf("an empty file: %v", err)
	}
}

// TestAliasErrors wants each error to name the line, and none to repeat a name.
func TestAliasErrors(t *testing.T) {
	const head = "kind,written,means,service,from,to\n"
	for _, c := range []struct{ text, says string }{
		{"kind,written\n", "line 1: the column means"},
		{"kind,written,means,Petrovane\n", "line 1: heading 4"},
		{"kind,written,means,means\n", "line 1: heading 4"},
		{head + "client,Petrovane,HR1,,,\n", "line 2: the kind"},
		{head + "\nperson,Petrovane,,,,\n", "line 3: something"},
		{head + "person,,HR1,,,\n", "line 2: something"},
		{head + "person,Petrovane,HR1,,soon,\n", "line 2: a date"},
		{head + "person,Petrovane,HR1,,2026-04-01,2026-03-31\n", "line 2: it ends"},
		{head + "person,Petrovane,HR1,,,,more\n", "line 2: there is more"},
		{head + "person,Petrovane,HR1,,,\nperson,PETROVANE,HR2,,,\n", "line 3: it contradicts line 2"},
		{head + "person,Petrovane,HR1,,,2026-03-31\nperson,Petrovane,HR2,,2026-03-31,\n", "line 3: it contradicts line 2"},
		{head + "person,Petrovane,HR1,Elm,,\nperson,Petrovane,HR2,,,\n", "line 3: it contradicts line 2"},
		{head + "service,Petrovane,Elm,,,\nservice,Elm,Oak,,,\n", "line 3: with line 2"},
		{head + "service,Elm,Oak,,,\nservice,Petrovane,Elm,,,\n", "line 3: with line 2"},
		{head + "service,Elm,Petrovane,,,\nservice,Petrovane,Elm,,,\n", "line 3: with line 2"},
		{head + "person,\"Petrovane,HR1,,,\n", "quotation mark"},
		{"kind,written,means\nperson,Petrovane\xff,HR1\n", "UTF-8"},
	} {
		_, err := ParseAliases("aliases.csv", []byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "aliases.csv") || strings.Contains(strings.ToLower(err.Error()), "petrovane") {
			t.Errorf("%q: %v, want %q", c.text, err, c.says)
		}
	}
	for _, good := range []string{
		"person,Petrovane,HR1,,,\nperson,Petrovane,hr1,,,\n", "person,Petrovane,HR1,Elm,,\nperson,Petrovane,HR2,Oak,,\n", "person,Petrovane,HR1,,,\nstaff,Petrovane,HR2,,,\n",
		"service,Elm,Oak,,,2026-03-31\nservice,Oak,Ash,,2026-04-01,\n", "person,Petrovane,HR1,,,2026-03-31\nperson,Petrovane,HR2,,2026-04-01,\n",
	} {
		if _, err := ParseAliases("aliases.csv", []byte(head+good)); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
}

func FuzzParseAliases(f *testing.F) {
	f.Add([]byte("kind,written,means,service,from,to\nperson,\"Smith, J\",HR1,Elm,01/04/2026,\nservice,Elm,Oak,,,\n"), "Smith, J")
	f.Add([]byte("kind;written;means\nstaff;a;b\n"), "a")
	f.Add([]byte("0"), "0")
	f.Fuzz(func(t *testing.T, text []byte, written string) {
		a, err := ParseAliases("aliases.csv", text)
		if (a == nil) == (err == nil) {
			t.Fatalf("%v and %v", a, err)
		}
		r := New(nil)
		r.Use(a)
		p := r.Register(written, "Ann Alder")
		if who, answer := r.Find(Asked{Ref: written, Name: "Ann Alder"}); answer == Known && who != p && a == nil {
			t.Fatalf("%q is two people", written)
		}
	})
}
