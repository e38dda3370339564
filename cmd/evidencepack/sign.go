package main

// signatureName is the detached signature of the manifest.
const signatureName = "manifest.json.sig"

// signCommand is: Sign the list of files of a finished build.
type signCommand struct {
	Out string `arg:"" help:"Folder of finished packs."`
}

// Run does it.
func (c *signCommand) Run(w world) error {
	return failure{code: exitNothing, what: "this command is being built."}
}
