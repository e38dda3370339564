package main

// signCommand is: Sign the list of files of a finished build.
type signCommand struct {
	Out string `arg:"" help:"Folder of finished packs."`
}

// Run does it.
func (c *signCommand) Run(w world) error {
	return failure{code: exitNothing, what: "this command is being built."}
}
