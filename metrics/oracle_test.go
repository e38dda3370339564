package metrics

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"evidencepack/ingest/record"
)

// oracle is one worked example of testdata/oracle: invented rows, the sum done by
// hand, and the answer. Its README.md says how one is written.
type oracle struct {
	Metric    string                       `yaml:"metric"`
	ByHand    string                       `yaml:"by_hand"`
	From      string                       `yaml:"from"`
	To        string                       `yaml:"to"`
	Service   string                       `yaml:"service"`
	Person    string                       `yaml:"person"`
	Rows      map[string]string            `yaml:"rows"`
	Without   []string                     `yaml:"without"`   // columns that the exports do not have
	Gives     map[string]string            `yaml:"gives"`     // numerator, denominator, value, lower, upper, people, status, why
	Breakdown map[string]map[string]string `yaml:"breakdown"` // task=personal_care → the same
}

const oracles = "../testdata/oracle"

// kindsOfOracle makes an empty record of each kind.
var kindsOfOracle = func() map[record.Kind]func() record.Record {
	out := make(map[record.Kind]func() record.Record)
	for _, r := range []record.Record{
		new(record.Placement), new(record.CareTask), new(record.MedAdmin), new(record.Visit), new(record.Incident), new(record.Action),
		new(record.Restriction), new(record.Goal), new(record.StepRecord), new(record.Rating), new(record.PlanReview), new(record.PlanChange),
		new(record.Observation), new(record.Feedback), new(record.Safeguarding), new(record.Attendance), new(record.Staff), new(record.Step),
		new(record.RestrictionReview), new(record.Authorisation), new(record.PlanAudit), new(record.Supervision), new(record.Competency),
		new(record.Survey), new(record.PlacementEvent), new(record.WorkforceMonth), new(record.Exposure), new(record.Source),
	} {
		of := reflect.TypeOf(r).Elem()
		out[r.Kind()] = func() record.Record { return reflect.New(of).Interface().(record.Record) }
	}
	return out
}()

var wordEnd = regexp.MustCompile(`([a-z0-9])([A-Z])`)

// snake writes PlanUpdatedOn as plan_updated_on.
func snake(name string) string { return strings.ToLower(wordEnd.ReplaceAllString(name, "${1}_${2}")) }

// fieldsOf gives the fields of a record by their names in an oracle. Numbers begin
// as not written.
func fieldsOf(r record.Record) map[string]reflect.Value {
	out := make(map[string]reflect.Value)
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		for i := range v.NumField() {
			field, f := v.Type().Field(i), v.Field(i)
			if field.Anonymous {
				walk(f)
				continue
			}
			switch name := snake(field.Name); {
			case name == "columns":
			case name == "version" || name == "updated" || name == "recorded" || f.Type() == reflect.TypeFor[record.Date]():
				out[name] = f
			default:
				if f.CanInt() && f.Kind() != reflect.Int64 {
					f.SetInt(-1)
				}
				if f.CanFloat() {
					f.SetFloat(record.Unknown)
				}
				out[name] = f
			}
		}
	}
	walk(reflect.ValueOf(r).Elem())
	return out
}

func setField(f reflect.Value, written string) error {
	switch f.Interface().(type) {
	case record.Date:
		d, err := record.ParseISO(written)
		f.SetInt(int64(d))
		return err
	case record.Clock:
		hour, minute, _ := strings.Cut(written, ":")
		h, err := strconv.Atoi(hour)
		if err != nil {
			return err
		}
		m, err := strconv.Atoi(minute)
		f.SetInt(int64(60*h + m))
		return err
	}
	switch f.Kind() {
	case reflect.String:
		f.SetString(written)
	case reflect.Bool:
		f.SetBool(written == "yes")
		if written != "yes" && written != "no" {
			return fmt.Errorf("%q is neither yes nor no", written)
		}
	case reflect.Slice:
		for part := range strings.SplitSeq(written, ";") {
			one := reflect.New(f.Type().Elem()).Elem()
			one.SetString(part)
			f.Set(reflect.Append(f, one))
		}
	case reflect.Float64:
		v, err := strconv.ParseFloat(written, 64)
		f.SetFloat(v)
		return err
	default:
		n, err := strconv.ParseInt(written, 10, 64)
		f.SetInt(n)
		return err
	}
	return nil
}

// recordsOf makes the records of an example. A register's day is its first date.
func (o oracle) recordsOf(t *testing.T) []record.Record {
	t.Helper()
	var out []record.Record
	columns := make(map[string][]string)
	for _, c := range o.Without {
		kind, field, _ := strings.Cut(c, ".")
		columns[kind] = append(columns[kind], field)
	}
	for _, kind := range slices.Sorted(maps.Keys(o.Rows)) {
		fresh, known := kindsOfOracle[record.Kind(kind)]
		if !known {
			t.Fatalf("%s: there is no kind %q", o.Metric, kind)
		}
		in := csv.NewReader(strings.NewReader(o.Rows[kind]))
		in.TrimLeadingSpace = true
		lines, err := in.ReadAll()
		if err != nil {
			t.Fatalf("%s: %s: %v", o.Metric, kind, err)
		}
		for row, line := range lines[1:] {
			r := fresh()
			fields := fieldsOf(r)
			for i, name := range lines[0] {
				f, there := fields[strings.TrimSpace(name)]
				if !there {
					t.Fatalf("%s: %s has no field %q", o.Metric, kind, name)
				}
				if written := strings.TrimSpace(line[i]); written != "" {
					if err := setField(f, written); err != nil {
						t.Fatalf("%s: %s, %s: %v", o.Metric, kind, name, err)
					}
				}
			}
			head := r.Where()
			head.Ref = record.Ref{File: kind + ".csv", Row: row + 2}
			if missing := columns[kind]; missing != nil {
				var has []string
				for _, f := range record.Fields(r.Kind()) {
					if !slices.Contains(missing, f.Name) {
						has = append(has, f.Name)
					}
				}
				head.Columns = record.NewColumns(has...)
			}
			out = append(out, r)
		}
	}
	return out
}

// readOracles reads every example, by file.
func readOracles(t *testing.T) map[string][]oracle {
	t.Helper()
	files, err := filepath.Glob(oracles + "/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string][]oracle)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var examples []oracle
		if err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(&examples); err != nil {
			t.Fatalf("%s: %v", filepath.Base(file), err)
		}
		out[strings.TrimSuffix(filepath.Base(file), ".yaml")] = examples
	}
	return out
}

// differs says how a value differs from what an example gives, "" where it does
// not. A number agrees where it rounds to what is written.
func differs(v Value, gives map[string]string) string {
	numbers := map[string]*float64{"numerator": v.Numerator, "denominator": v.Denominator, "value": v.Value, "lower": v.Lower, "upper": v.Upper}
	people := float64(v.People)
	numbers["people"] = &people
	var wrong []string
	for name, want := range gives {
		switch name {
		case "status":
			if string(v.Status) != want {
				wrong = append(wrong, fmt.Sprintf("status %s (%s), want %s", v.Status, v.Why, want))
			}
		case "why":
			if !strings.Contains(v.Why, want) {
				wrong = append(wrong, fmt.Sprintf("why %q, want %q", v.Why, want))
			}
		default:
			got, known := numbers[name]
			if !known {
				wrong = append(wrong, "no such thing as "+name)
				continue
			}
			if want == "" || want == "none" {
				if got != nil {
					wrong = append(wrong, fmt.Sprintf("%s %v, want none", name, *got))
				}
				continue
			}
			number, err := strconv.ParseFloat(want, 64)
			_, decimals, _ := strings.Cut(want, ".")
			if err != nil || got == nil || math.Abs(*got-number) > 0.5*math.Pow10(-len(decimals))+1e-9 {
				wrong = append(wrong, fmt.Sprintf("%s %s, want %s", name, show(got), want))
			}
		}
	}
	if _, said := gives["status"]; !said && v.Status != OK {
		wrong = append(wrong, fmt.Sprintf("status %s: %s", v.Status, v.Why))
	}
	slices.Sort(wrong)
	return strings.Join(wrong, "; ")
}

func TestWorkedExamples(t *testing.T) {
	for family, examples := range readOracles(t) {
		for i, o := range examples {
			t.Run(fmt.Sprintf("%s/%s/%d", family, o.Metric, i+1), func(t *testing.T) { o.check(t, family) })
		}
	}
}

func (o oracle) check(t *testing.T, family string) {
	m, found := Find(o.Metric)
	if !found || string(m.Family()) != family {
		t.Fatalf("%s is no metric of %s", o.Metric, family)
	}
	if len(o.ByHand) < 20 {
		t.Errorf("the sum is not written down")
	}
	from, err := record.ParseISO(o.From)
	if err != nil {
		t.Fatal(err)
	}
	to, err := record.ParseISO(o.To)
	if err != nil {
		t.Fatal(err)
	}
	span := record.Span{From: from, To: to}
	table := NewTable(All, []record.Span{span})
	for _, r := range o.recordsOf(t) {
		table.Add(r)
	}
	scope := Scope{Service: o.Service, Person: record.Person(o.Person)}
	values := table.Over(m, scope, span)
	if len(o.Gives) > 0 {
		if len(values) != 1 {
			t.Fatalf("%d values", len(values))
		}
		if wrong := differs(values[0], o.Gives); wrong != "" {
			t.Error(wrong)
		}
	}
	if len(o.Gives) == 0 && len(o.Breakdown) == 0 {
		t.Error("it gives nothing")
	}
	o.checkParts(t, table, m, scope, span)
}

// checkParts holds the breakdowns to the answer. A metric of many things gives
// one value for each.
func (o oracle) checkParts(t *testing.T, table *Table, m Metric, scope Scope, span record.Span) {
	parts := make(map[string]Value)
	values := table.Parts(m, scope, span)
	if m.rule.many {
		values = table.Over(m, scope, record.Span{})
	}
	for _, v := range values {
		parts[v.Breakdown] = v
	}
	for _, name := range slices.Sorted(maps.Keys(o.Breakdown)) {
		v, there := parts[name]
		if !there {
			t.Errorf("there is no part %s; there are %v", name, slices.Sorted(maps.Keys(parts)))
			continue
		}
		if wrong := differs(v, o.Breakdown[name]); wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}
