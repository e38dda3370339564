package chart

// Stack is the meaning of a stacked distribution: how what was counted parts into
// levels that have an order, one bar a group.
type Stack struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Subtitle  string     `json:"subtitle"`
	Measure   string     `json:"measure"`    // short name of what is counted
	GroupHead string     `json:"group_head"` // of the names of the bars, in a table
	CountHead string     `json:"count_head"` // what is counted: attempts
	Levels    []string   `json:"levels"`     // in their order, that at the left first
	Bars      []StackBar `json:"bars"`
	Reason    string     `json:"reason,omitempty"` // what is left out, and why
	Alt       string     `json:"alt"`
}

// StackBar is one group: a window or a service.
type StackBar struct {
	Name   string `json:"name"`
	Counts []int  `json:"counts,omitempty"` // in each of the Levels; nil where they are not known or not shown
	Word   string `json:"word,omitempty"`   // why no bar is drawn: "no data", "too few to part"; "" where there is one
}

// Total is how many were counted in all levels of a bar.
func (b StackBar) Total() int {
	total := 0
	for _, count := range b.Counts {
		total += max(0, count)
	}
	return total
}

// Share is the per cent of a bar that is in one level, 0 to 100; false where nothing
// was counted or there is no such level.
func (b StackBar) Share(level int) (float64, bool) {
	total := b.Total()
	if total == 0 || level < 0 || level >= len(b.Counts) {
		return 0, false
	}
	return 100 * float64(max(0, b.Counts[level])) / float64(total), true
}

// MostLevels is how many levels can be told apart.
const MostLevels = 5

// LevelInk gives the fill of a level out of so many: darker is earlier in their order,
// and the last is white with a hatch.
func LevelInk(level, levels int) (ink Ink, hatched bool) {
	if level > 0 && level == levels-1 {
		return InkWhite, true
	}
	return levelInks[min(max(level, 0), len(levelInks)-1)], false
}

var levelInks = []Ink{InkData, InkTint1, InkTint2, InkBand}
