package main

// traceCommand is: Show the source rows behind one figure.
type traceCommand struct {
	Out string `arg:"" help:"Folder of finished packs."`
}

// Run does it.
func (c *traceCommand) Run(w world) error {
	return failure{code: exitNothing, what: "this command is being built."}
}
