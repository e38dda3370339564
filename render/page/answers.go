package page

// Answers are texts to paste into a buyer's form. Each stands alone: it needs no chart
// and no link.
type Answers struct {
	Title   string   `json:"title"`
	Note    string   `json:"note,omitempty"`
	Answers []Answer `json:"answers"`
}

// Answer is one text. Words counts what stands between blanks, as Word does, and is
// never above Limit.
type Answer struct {
	Section  string `json:"section"`            // "T1 How we personalise support"
	Question string `json:"question,omitempty"` // the buyer's own words; "" answers the heading
	Text     string `json:"text"`               // paragraphs with an empty line between
	Words    int    `json:"words"`
	Limit    int    `json:"limit"`
	Note     string `json:"note,omitempty"` // why it is as short as it is
}
