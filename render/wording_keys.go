package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// sentenceSpec is what one sentence of the templates may hold.
type sentenceSpec struct {
	group string // where it must stand; "" is "all"
	holds string // its placeholders, with blanks between
	says  string // the words of direction and of judgement that its numbers carry, with blanks between
}

func (s sentenceSpec) home() string {
	if s.group == "" {
		return "all"
	}
	return s.group
}

// Fields that every finding has.
const everywhere = "where where_bare title period baseline In_baseline people counted noun numerator_noun k "

// The fields of a clear change.
const changed = everywhere + "change low high"

// sentenceKeys lists every sentence there is. A word such as "lower" stands only in
// a sentence that is chosen where the numbers are lower.
var sentenceKeys = map[string]sentenceSpec{
	"not_shown":            {holds: everywhere, says: "fewer"},
	"no_data":              {holds: everywhere + "why"},
	"not_worked_out":       {holds: everywhere + "why"},
	"opening":              {holds: everywhere + "phrase before last_day last_day_before"},
	"not_compared":         {holds: everywhere},
	"months_missing":       {holds: everywhere + "kind missing_months"},
	"less_recorded_months": {holds: everywhere + "after_amount before_amount fewer d d_before kind missing_months", says: "less fewer"},
	"too_few":              {holds: everywhere + "fewest_people are", says: "more"},
	"too_few_people":       {holds: everywhere + "fewest_people are which_figure", says: "more"},
	"less_recorded":        {holds: everywhere + "after_amount before_amount fewer d d_before", says: "less fewer"},
	"register_quiet":       {holds: everywhere + "quiet_days"},
	"notes_thinner":        {holds: everywhere + "notes_after notes_before notes_base", says: "less"},
	"clear_lower":          {holds: changed, says: "lower"},
	"clear_higher":         {holds: changed, says: "higher"},
	"rate_lower":           {holds: changed + " ratio", says: "lower"},
	"rate_higher":          {holds: changed + " ratio", says: "higher"},
	"signal_lower":         {holds: everywhere + "signal", says: "lower"},
	"signal_higher":        {holds: everywhere + "signal", says: "higher"},

	"no_change":             {holds: everywhere + "from to low high"},
	"rate_no_change":        {holds: everywhere + "low high"},
	"no_change_people":      {holds: everywhere + "from to low high people_from people_to"},
	"rate_no_change_people": {holds: everywhere + "low high people_from people_to"},

	"no_change_people_more":      {holds: everywhere + "from to low high people_from people_to"},
	"rate_no_change_people_more": {holds: everywhere + "low high people_from people_to"},
	"months_missing_more":        {holds: everywhere + "kind missing_months"},
	"less_recorded_more":         {holds: everywhere, says: "less"},
	"less_recorded_months_more":  {holds: everywhere + "kind missing_months"},
	"not_backed_more":            {holds: everywhere + "partner partner_counts"},
	"not_backed_hidden":          {holds: everywhere + "partner", says: "improvement"},
	"not_backed_offers_more":     {holds: everywhere + "partner_after partner_before"},
	"not_backed_leans_more":      {holds: everywhere + "partner partner_counts", says: "more"},
	"not_backed_missing_more":    {holds: everywhere + "missing"},
	"clear_lower_more":           {group: "IND", holds: changed},

	"no_change_one":      {holds: everywhere},
	"not_backed":         {holds: everywhere + "partner", says: "improvement"},
	"not_backed_offers":  {holds: everywhere + "partner_after partner_before", says: "improvement less"},
	"not_backed_added":   {holds: everywhere + "added", says: "improvement"},
	"not_backed_leans":   {holds: everywhere + "partner", says: "improvement more"},
	"not_backed_missing": {holds: everywhere + "missing", says: "improvement"},
	"cancelled_out":      {holds: everywhere, says: "reduction"},
	"net_rose":           {holds: everywhere + "more", says: "more"},

	"not_shown_before":        {holds: everywhere, says: "fewer"},
	"not_shown_beside":        {holds: everywhere},
	"not_backed_added_hidden": {holds: everywhere, says: "improvement"},

	"notes_unknown":        {holds: everywhere, says: "less"},
	"more_recorded":        {holds: everywhere + "more", says: "more better"},
	"counting_people":      {holds: everywhere + "people_from people_to"},
	"rate_counting_people": {holds: everywhere + "people_from people_to"},
	"top_people":           {holds: everywhere + "first first_share two two_share n"},

	"one_person_lower":              {holds: everywhere + "rest rest_before", says: "lower"},
	"one_person_higher":             {holds: everywhere + "rest rest_before", says: "higher"},
	"one_person_no_change":          {holds: everywhere + "rest rest_before"},
	"one_person_no_change_words":    {holds: everywhere},
	"one_person_too_few":            {holds: everywhere},
	"one_person_turns_lower":        {holds: everywhere + "rest rest_before", says: "lower"},
	"one_person_turns_lower_words":  {holds: everywhere, says: "lower"},
	"one_person_turns_higher":       {holds: everywhere + "rest rest_before", says: "higher"},
	"one_person_turns_higher_words": {holds: everywhere, says: "higher"},
	"mixed_two":                     {holds: everywhere + "up down", says: "lower higher"},
	"mixed_lower":                   {holds: everywhere + "down", says: "lower"},
	"mixed_higher":                  {holds: everywhere + "up", says: "higher"},

	"chart_silent":      {holds: everywhere},
	"chart_alone":       {holds: everywhere + "signal"},
	"chart_against":     {holds: everywhere + "signal"},
	"signal_outside":    {holds: "months lie side"},
	"signal_run":        {holds: "months length side"},
	"signal_trend":      {holds: "months way"},
	"signal_near":       {holds: "months edge"},
	"partner_plain":     {holds: everywhere + "phrase before"},
	"partner_no_change": {holds: everywhere + "phrase before"},
	"partner_lower":     {holds: everywhere + "phrase before", says: "lower"},
	"partner_higher":    {holds: everywhere + "phrase before", says: "higher"},
	"partner_value":     {holds: everywhere + "after before unit"},
	"offers_kept":       {holds: everywhere + "after before", says: "less"},
	"offers_less":       {holds: everywhere + "after before", says: "less"},

	"added":            {group: "RES", holds: everywhere + "added added_before"},
	"added_more":       {group: "RES", holds: everywhere + "added added_before", says: "more"},
	"added_hidden":     {group: "RES", holds: everywhere},
	"net_fewer":        {group: "RES", holds: everywhere + "fewer", says: "fewer"},
	"net_fewer_others": {group: "RES", holds: everywhere + "fewer", says: "fewer"},
	"net_more":         {group: "RES", holds: everywhere + "more", says: "more"},
	"net_none":         {group: "RES", holds: everywhere},
	"net_hidden":       {group: "RES", holds: everywhere},

	"made":                  {group: changeMetric, holds: aboutChange + "what"},
	"after":                 {group: changeMetric, holds: aboutChange + "start share share_before"},
	"improved":              {group: changeMetric, holds: aboutChange + "change low high", says: "lower improvement"},
	"worsened":              {group: changeMetric, holds: aboutChange + "change low high", says: "higher worsening"},
	"worsened_more":         {group: changeMetric, holds: aboutChange},
	"same":                  {group: changeMetric, holds: aboutChange + "from to"},
	"offered_less":          {group: changeMetric, holds: aboutChange + "change low high", says: "lower improvement less"},
	"change_less":           {group: changeMetric, holds: aboutChange},
	"change_few":            {group: changeMetric, holds: aboutChange, says: "more"},
	"not_over":              {group: changeMetric, holds: aboutChange + "judged_from is offers"},
	"unfinished":            {group: changeMetric, holds: aboutChange},
	"whole_list":            {group: changeMetric, holds: "compared improved same show worse", says: "improved worse"},
	"whole_list_few":        {group: changeMetric, holds: "few", says: "more"},
	"whole_list_less":       {group: changeMetric, holds: "less", says: "more fewer"},
	"whole_list_not_backed": {group: changeMetric, holds: "unbacked", says: "fewer"},
}

// The fields of a change of approach.
const aboutChange = "On date person service d d_before n n_before needed "

var (
	// judging are the words of direction and of judgement, in every form.
	judging = regexp.MustCompile(`(?i)\b(lower|fewer|less|fell|fall(s|en)?|drop(s|ped)?|(go|goes|went|gone|is|are|was|were) (up|down)|decreas\w*|reduc\w*|higher|more|rose|risen|increas\w*|grew|improv\w*|better|best|worse\w*|worst)\b`)
	// neverSaid are words that no claim may hold, whatever the numbers (voice.md 1.5).
	neverSaid = regexp.MustCompile(`(?i)\b(because of|due to|led to|leads to|result(ed|s|ing) in|thanks to|drove|driven by|impact of|caus(e|ed|es|ing)|significan\w*|statistically|confidence interval|p-value|stable|maintained|flat|plateau\w*|halved|doubled|tripled|non-compliant|resistant|uncooperative|challenging|compliance|service users?|clients?|residents?|robust|ensur\w*|passionate|world-class|holistic|seamless|leverag\w*|embed\w*|journey|best practice|zero tolerance)\b`)
)

// fault tells what is wrong with a sentence, "" where nothing is.
func (s sentenceSpec) fault(sentence string) string {
	if strings.TrimSpace(sentence) == "" {
		return "the sentence is empty"
	}
	holds := strings.Fields(s.holds)
	for _, name := range placeholder.FindAllString(sentence, -1) {
		if !slices.Contains(holds, name[1:len(name)-1]) {
			return fmt.Sprintf("the sentence has no %s; it may hold {%s}", name, strings.Join(holds, "} {"))
		}
	}
	bare := placeholder.ReplaceAllString(sentence, " ")
	if strings.ContainsAny(bare, "{}") {
		return "a bracket { or } is not closed or not opened"
	}
	for _, word := range judging.FindAllString(bare, -1) {
		if !slices.Contains(strings.Fields(s.says), strings.ToLower(word)) {
			return fmt.Sprintf("%q is a word that the numbers choose; it may not stand in this sentence", word)
		}
	}
	if word := neverSaid.FindString(bare); word != "" {
		return fmt.Sprintf("%q is never said", word)
	}
	return ""
}

// phraseFault tells what is wrong with the phrase of a metric: it must hold both
// counts and the share, and nothing that only the numbers may say.
func phraseFault(phrase string, holds ...string) string {
	for _, needed := range holds {
		if !strings.Contains(phrase, "{"+needed+"}") {
			return fmt.Sprintf("the phrase needs {%s}", needed)
		}
	}
	return sentenceSpec{holds: strings.Join(holds, " "), says: "more less"}.fault(phrase)
}
