package tabular

import (
	"maps"
	"slices"
	"strings"
)

// settings gives the settings with the defaults in, each checked to be known.
func (m Method) settings(given map[string]string) (map[string]string, error) {
	all := map[string]string{}
	var known []string
	for _, s := range m.Settings {
		all[s.Name] = s.Default
		known = append(known, s.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		s, ok := m.Setting(name)
		if !ok {
			return nil, BadSetting{Name: name, Known: known}
		}
		if len(s.Choices) > 0 && !slices.Contains(s.Choices, given[name]) {
			return nil, BadSetting{Name: name, Expected: "one of these: " + strings.Join(s.Choices, ", "), Known: known}
		}
		all[name] = given[name]
	}
	return all, nil
}

// setting gives a setting as it was typed, or its default; "" is none.
func (in Input) setting(name string) string { return strings.TrimSpace(in.Settings[name]) }

// settingYes gives a setting that is TRUE or FALSE; none is FALSE.
func (in Input) settingYes(name string) (bool, error) {
	text := in.setting(name)
	yes, ok := parseFlag(text)
	if text != "" && !ok {
		return false, BadSetting{Name: name, Expected: "TRUE or FALSE"}
	}
	return yes, nil
}

// settingNumber gives a number that keeps a rule, nil where there is none.
func (in Input) settingNumber(name string, rule rule) (*float64, error) {
	text := in.setting(name)
	if text == "" {
		return nil, nil
	}
	v, ok := parseNumber(text)
	if !ok || !rule.holds(v) {
		return nil, BadSetting{Name: name, Expected: rule.expected}
	}
	return &v, nil
}

// settingWhole gives a whole number of 1 or more, 0 where there is none.
func (in Input) settingWhole(name string) (int, error) {
	v, err := in.settingNumber(name, wholeFromOne)
	if err != nil || v == nil {
		return 0, err
	}
	return int(*v), nil
}

// settingList gives what stands between upright strokes, nil where there is none.
func (in Input) settingList(name string) []string {
	if in.setting(name) == "" {
		return nil
	}
	var all []string
	for one := range strings.SplitSeq(in.setting(name), "|") {
		all = append(all, strings.TrimSpace(one))
	}
	return all
}

// settingNumbers gives a list of numbers that keep a rule, nil where there is none.
func (in Input) settingNumbers(name string, rule rule) ([]float64, error) {
	var all []float64
	for _, text := range in.settingList(name) {
		v, ok := parseNumber(text)
		if !ok || !rule.holds(v) {
			return nil, BadSetting{Name: name, Expected: rule.expected + ", or several with | between them"}
		}
		all = append(all, v)
	}
	return all, nil
}

// settingWholes gives a list of whole numbers of 1 or more, nil where there is none.
func (in Input) settingWholes(name string) ([]int, error) {
	numbers, err := in.settingNumbers(name, wholeFromOne)
	if err != nil {
		return nil, err
	}
	var all []int
	for _, v := range numbers {
		all = append(all, int(v))
	}
	return all, nil
}

// byFacet is a list of which each entry holds for one facet (Beech@18) or for all (18).
type byFacet struct {
	all []string
	of  map[string][]string
}

// facet gives the entries that hold for a facet: its own and those for all.
func (b byFacet) facet(name string) []string { return slices.Concat(b.all, b.of[name]) }

// settingByFacet gives a list whose entries may name their facet before an @.
func (in Input) settingByFacet(name string) byFacet {
	found := byFacet{of: map[string][]string{}}
	for _, entry := range in.settingList(name) {
		at := strings.LastIndex(entry, "@")
		if at < 0 {
			found.all = append(found.all, entry)
			continue
		}
		found.of[entry[:at]] = append(found.of[entry[:at]], entry[at+1:])
	}
	return found
}
