package tabular

// Input is what a method is given.
type Input struct {
	Table    Table
	Settings map[string]string // as typed
}
