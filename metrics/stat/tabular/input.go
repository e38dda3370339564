package tabular

// Input is what a method is given.
type Input struct {
	Table    Table
	Settings map[string]string // as typed
}

// Apply runs a method over a table. It fails with a BadSetting where a setting is
// unknown or cannot be read, with a NoColumn, a BadCell, ErrNoRows or a Refused
// where the table is not what the method needs. In an answer, NA is missing or not
// defined. The input is left as it is.
func (m Method) Apply(in Input) (Table, error) {
	in, err := m.prepared(in)
	if err != nil {
		return Table{}, err
	}
	return m.Run(in)
}

// Remark says what of an input that Apply has answered for went unused.
func (m Method) Remark(in Input) []string {
	in, err := m.prepared(in)
	if err != nil || m.Remarks == nil {
		return nil
	}
	return m.Remarks(in)
}

// prepared checks the input and puts the defaults where no setting was given.
func (m Method) prepared(in Input) (Input, error) {
	settings, err := m.settings(in.Settings)
	if err != nil {
		return Input{}, err
	}
	for _, c := range m.Columns {
		if err := in.Table.once(c); err != nil {
			return Input{}, err
		}
	}
	if len(in.Table.Rows) == 0 {
		return Input{}, ErrNoRows
	}
	for i, row := range in.Table.Rows {
		if len(row) != len(in.Table.Head) {
			return Input{}, Refused{Row: in.Table.Line(i), What: "it has more or fewer cells than there are headings"}
		}
	}
	in.Settings = settings
	return in, nil
}

// once checks that a column is there once; an optional one may be missing.
func (t Table) once(c Column) error {
	found := 0
	for _, head := range t.Head {
		if sameName(head, c.Name) {
			found++
		}
	}
	if found > 1 {
		return NoColumn{Column: c.Name, Twice: true}
	}
	if found == 0 && !c.Optional {
		return NoColumn{Column: c.Name}
	}
	return nil
}
