package mapping

import (
	"embed"
	"io/fs"
	"sync"
)

//go:embed shipped/*.yaml
var shipped embed.FS

// Shipped gives the mappings that come with the program, in order of name: one
// for each layout that is publicly documented and of a kind that is read.
func Shipped() []*Mapping { return readShipped() }

var readShipped = sync.OnceValue(func() []*Mapping {
	names, err := fs.Glob(shipped, "shipped/*.yaml")
	if err != nil {
		panic(err) // a fault of the program, found by its tests
	}
	var all []*Mapping
	for _, name := range names {
		text, err := shipped.ReadFile(name)
		if err != nil {
			panic(err)
		}
		m, err := Parse(name, text)
		if err != nil {
			panic(err)
		}
		m.Shipped = true
		all = append(all, m)
	}
	return all
})
