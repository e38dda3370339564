package cases

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"evidencepack/ingest/record"
)

// written is the file as it is written.
type written struct {
	Cases []writtenCase `yaml:"cases"`
}

type writtenCase struct {
	Title     string           `yaml:"title"`
	Packs     []string         `yaml:"packs"`
	Person    string           `yaml:"person"`
	Change    string           `yaml:"change"`
	Goal      string           `yaml:"goal"`
	Steps     []string         `yaml:"steps"`
	Composite bool             `yaml:"composite"`
	Consent   *writtenConsent  `yaml:"consent"`
	Context   string           `yaml:"context"`
	Approach  string           `yaml:"approach"`
	DayToDay  string           `yaml:"day_to_day"`
	Evidenced string           `yaml:"evidenced"`
	Limits    string           `yaml:"limits"`
	Approved  *writtenApproval `yaml:"approved"`
}

type writtenConsent struct {
	Recorded string   `yaml:"recorded"`
	By       string   `yaml:"by"`
	Scope    []string `yaml:"scope"`
}

type writtenApproval struct {
	By string `yaml:"by"`
	On string `yaml:"on"`
}

// keys are those of one case, for a message.
const keys = "title, packs, person, change, goal, steps, composite, consent, context, approach, day_to_day, evidenced, limits and approved"

// headings are the four of every story, in their order.
var headings = [Parts]Part{
	{Key: "context", Label: "Context"}, {Key: "approach", Label: "Support approach"},
	{Key: "day_to_day", Label: "Day-to-day detail"}, {Key: "evidenced", Label: "How it is evidenced"},
}

// reader checks one file.
type reader struct {
	file  string
	text  []byte
	packs []string
}

// Parse reads a list of case studies strictly. Packs are the names that a case may
// stand in. Every error is a *Fault with file and line, and repeats no value.
func Parse(file string, text []byte, packs []string) ([]Case, error) {
	r := reader{file, bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF")), packs}
	if len(text) > longestFile {
		return nil, r.fault(0, "the file is too long", fmt.Sprintf("a pack has at most %d stories of about a page each.", MostInPack))
	}
	if !utf8.Valid(r.text) || bytes.ContainsRune(r.text, 0) {
		return nil, r.fault(0, "this is not text in UTF-8", "save it as UTF-8 in your text editor.")
	}
	var w written
	if len(bytes.TrimSpace(r.text)) > 0 {
		if err := yaml.UnmarshalWithOptions(r.text, &w, yaml.Strict()); err != nil {
			return nil, r.unreadable(err)
		}
	}
	var all []Case
	for i, one := range w.Cases {
		c, err := r.one(i, one)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, r.tooMany(all)
}

func (r reader) fault(line int, what, hint string) error {
	return &Fault{File: r.file, Line: line, What: what, Hint: hint}
}

// unreadable words an error of the YAML reader without what it quotes.
func (r reader) unreadable(err error) error {
	line := 0
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return r.fault(0, "this is not as we read it", "look at the colons, the quotation marks and the blanks at the beginning of lines.")
	}
	if t := syntax.GetToken(); t != nil && t.Position != nil {
		line = t.Position.Line
	}
	switch message := syntax.GetMessage(); {
	case strings.Contains(message, "unknown field"):
		return r.fault(line, "this key is not known", "a case has "+keys+"; consent has recorded, by and scope; approved has by and on.")
	case strings.Contains(message, "already defined"):
		return r.fault(line, "this key stands here twice", "keep one of them.")
	case strings.Contains(message, "cannot unmarshal"):
		return r.fault(line, "this is another kind of value than we read here", "texts are words, packs, scope and steps are lists such as [tender, inspection], composite is true.")
	}
	return r.fault(line, "this is not as we read it", "look at the colons, the quotation marks and the blanks at the beginning of lines.")
}

// lines finds where the keys of a case stand.
func (r reader) lines(i int) map[string]int {
	all := make(map[string]int)
	first := r.lineAt(fmt.Sprintf("$.cases[%d]", i))
	for _, key := range []string{"", "title", "packs", "person", "change", "goal", "steps", "composite", "consent", "consent.recorded", "consent.by", "consent.scope", "context", "approach", "day_to_day", "evidenced", "limits", "approved", "approved.by", "approved.on"} {
		all[key] = first
		if key == "" {
			continue
		}
		if at := r.lineAt(fmt.Sprintf("$.cases[%d].%s", i, key)); at > 0 {
			all[key] = at
		} else if outer, _, inner := strings.Cut(key, "."); inner {
			all[key] = all[outer]
		}
	}
	return all
}

// lineAt finds the line of a value, 0 where it is not there.
func (r reader) lineAt(place string) int {
	where, err := yaml.PathString(place)
	if err != nil {
		return 0
	}
	node, err := where.ReadNode(bytes.NewReader(r.text))
	if err != nil || node.GetToken() == nil || node.GetToken().Position == nil {
		return 0
	}
	return node.GetToken().Position.Line
}

// one checks one case.
func (r reader) one(i int, w writtenCase) (Case, error) {
	c := Case{
		Title: plain(w.Title), Packs: w.Packs, Person: plain(w.Person), Change: plain(w.Change), Goal: plain(w.Goal),
		Composite: w.Composite, Limits: plain(w.Limits), Parts: headings, Lines: r.lines(i),
	}
	for k, text := range []string{w.Context, w.Approach, w.DayToDay, w.Evidenced} {
		c.Parts[k].Text = plain(text)
	}
	for _, step := range w.Steps {
		c.Steps = append(c.Steps, plain(step))
	}
	for _, check := range []func(*Case, writtenCase) error{r.approved, r.consent, r.told, r.standing, r.long, r.finished} {
		if err := check(&c, w); err != nil {
			return c, err
		}
	}
	return c, nil
}

// plain joins the lines of a text, and leaves out what cannot be printed.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// day reads a date.
func (r reader) day(line int, text string) (record.Date, error) {
	d, err := record.ParseISO(strings.TrimSpace(text))
	if err != nil {
		return 0, r.fault(line, "this is no date that we read", "write year-month-day, as 2026-09-30.")
	}
	return d, nil
}

// role checks who stands for something: a role, never a name.
func (r reader) role(line int, text string) (string, error) {
	text = plain(text)
	switch {
	case text == "" || asks(text):
		return "", r.fault(line, "nobody is named here", "write a role, such as Registered manager; never a name.")
	case strings.ContainsFunc(text, unicode.IsDigit) || len(strings.Fields(text)) > MostRoleWords:
		return "", r.fault(line, "this is no role", fmt.Sprintf("write a role of at most %d words without a number, such as Registered manager.", MostRoleWords))
	}
	return text, nil
}

func (r reader) approved(c *Case, w writtenCase) error {
	if w.Approved == nil {
		return nil
	}
	by, err := r.role(c.Lines["approved.by"], w.Approved.By)
	if err != nil {
		return err
	}
	on, err := r.day(c.Lines["approved.on"], w.Approved.On)
	if err != nil {
		return err
	}
	c.Approved = &Approval{by, on}
	return nil
}

func (r reader) consent(c *Case, w writtenCase) error {
	if w.Consent == nil {
		return nil
	}
	recorded, err := r.day(c.Lines["consent.recorded"], w.Consent.Recorded)
	if err != nil {
		return err
	}
	by, err := r.role(c.Lines["consent.by"], w.Consent.By)
	if err != nil {
		return err
	}
	if len(w.Consent.Scope) == 0 {
		return r.fault(c.Lines["consent.scope"], "it is not said what the person agreed to", "write scope: [tender], [inspection] or both, as the person agreed.")
	}
	if err := r.known(c.Lines["consent.scope"], w.Consent.Scope); err != nil {
		return err
	}
	c.Consent = &Consent{recorded, by, w.Consent.Scope}
	return nil
}

// known checks names of packs.
func (r reader) known(line int, names []string) error {
	for i, name := range names {
		if !slices.Contains(r.packs, name) {
			return r.fault(line, "there is no such pack for case studies", "there are "+strings.Join(r.packs, " and ")+".")
		}
		if slices.Contains(names[:i], name) {
			return r.fault(line, "a pack is named twice", "name each once.")
		}
	}
	return nil
}

// told checks that there is consent, or that nobody in particular is described.
func (r reader) told(c *Case, _ writtenCase) error {
	switch {
	case c.Composite && c.Consent != nil:
		return r.fault(c.Lines["composite"], "this case is told with consent and is a composite", "keep one: consent for one person's story, composite for one put together from several.")
	case c.Composite && (c.Person != "" || c.Change != "" || c.Goal != "" || len(c.Steps) > 0):
		return r.fault(c.Lines["composite"], "a composite carries nobody's figures", "take person, change, goal and steps out.")
	case c.Composite:
		for _, t := range c.Texts() {
			if figures.MatchString(t.Text) {
				return r.fault(t.Line, "a composite carries no figures", "take the count or the share out.")
			}
		}
		return nil
	case c.Draft():
		return nil
	case c.Consent == nil:
		return r.fault(c.Lines[""], "this case has no recorded consent", "write consent: with recorded, by and scope, or composite: true where several people's support is put together.")
	case c.Person == "":
		return r.fault(c.Lines[""], "it is not said whose figures these are", "write person: with the id that your exports have; it is not printed.")
	case c.Approved.On < c.Consent.Recorded:
		return r.fault(c.Lines["approved.on"], "this case was approved before consent was recorded", "read it with the person once more, and write the later day.")
	}
	return nil
}

// standing checks the packs, and that consent covers them.
func (r reader) standing(c *Case, _ writtenCase) error {
	if len(c.Packs) == 0 {
		return r.fault(c.Lines[""], "it is not said in which pack this case stands", "write packs: with "+strings.Join(r.packs, " or ")+" in brackets.")
	}
	if err := r.known(c.Lines["packs"], c.Packs); err != nil {
		return err
	}
	for _, name := range c.Packs {
		if c.Consent != nil && !slices.Contains(c.Consent.Scope, name) {
			return r.fault(c.Lines["packs"], "consent does not cover a pack that is named here", "take the pack away, or ask the person and write down the new consent.")
		}
	}
	return nil
}

// long checks the lengths of the texts.
func (r reader) long(c *Case, _ writtenCase) error {
	check := func(key, text string, most int) error {
		if n := len(strings.Fields(text)); n > most && !strings.HasPrefix(text, Ask) {
			return r.fault(c.Lines[key], fmt.Sprintf("%s has %d words, and there is room for %d", key, n, most), "shorten the text.")
		}
		return nil
	}
	if err := check("title", c.Title, MostTitleWords); err != nil {
		return err
	}
	for _, p := range c.Parts {
		if err := check(p.Key, p.Text, MostPartWords); err != nil {
			return err
		}
	}
	for _, step := range c.Steps {
		if err := check("steps", step, MostLabelWords); err != nil {
			return err
		}
	}
	if len(c.Steps) > mostSteps {
		return r.fault(c.Lines["steps"], fmt.Sprintf("more than %d steps are named", mostSteps), "name the first ones.")
	}
	return check("limits", c.Limits, MostPartWords)
}

// finished checks that an approved case has all its texts.
func (r reader) finished(c *Case, _ writtenCase) error {
	if c.Draft() {
		return nil
	}
	missing := func(key string) error {
		return r.fault(c.Lines[key], fmt.Sprintf("this case is approved, and its %s is not written yet", key), "answer the question there, or take approved away until it is.")
	}
	if asks(c.Title) {
		return missing("title")
	}
	for _, p := range c.Parts {
		if asks(p.Text) {
			return missing(p.Key)
		}
	}
	if strings.HasPrefix(c.Limits, Ask) {
		return missing("limits")
	}
	for _, step := range c.Steps {
		if strings.HasPrefix(step, Ask) {
			return missing("steps")
		}
	}
	return nil
}

// tooMany checks how many stories a pack has.
func (r reader) tooMany(all []Case) error {
	for _, pack := range r.packs {
		n := 0
		for _, c := range all {
			if !c.In(pack) {
				continue
			}
			if n++; n > MostInPack {
				return r.fault(c.Lines["packs"], fmt.Sprintf("the pack %s has more than %d case studies", pack, MostInPack), "choose those that say most.")
			}
		}
	}
	return nil
}
