package main

import (
	"fmt"
	"runtime"
	"sync"

	"evidencepack/render"
	"evidencepack/render/page"
)

// drawnFile is one pack in one format: what came of it.
type drawnFile struct {
	file   output
	remark string
	err    error
}

// drawPages draws every pack in every format, as many at once as there are processors.
// The files and remarks are in order of pack and format, whichever was ready first.
func (j *job) drawPages() (files []output, remarks []string, err error) {
	formats := len(render.Formats)
	done := make([]drawnFile, len(j.pages)*formats)
	waiting, ready := make(chan int, len(done)), make(chan struct{}, len(done))
	for i := range done {
		waiting <- i
	}
	close(waiting)
	var all sync.WaitGroup
	for range min(len(done), runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := range waiting {
				done[i] = j.drawOne(j.pages[i/formats], render.Formats[i%formats])
				ready <- struct{}{}
			}
		})
	}
	for i := range done {
		<-ready
		j.progress.bar("Drawing", i+1, len(done), "")
	}
	all.Wait()
	for i, d := range done {
		if d.err != nil {
			return nil, nil, d.err
		}
		if p := j.pages[i/formats]; i%formats == 0 {
			saved, err := p.Save()
			if err != nil {
				return nil, nil, err
			}
			files = append(files, output{p.Cover.Pack + ".json", saved, d.file.people})
		}
		files = append(files, d.file)
		if d.remark != "" {
			remarks = append(remarks, d.remark)
		}
	}
	return files, remarks, nil
}

// drawOne draws one pack in one format.
func (j *job) drawOne(p *page.Page, f render.Format) drawnFile {
	text, err := f.Draw(p)
	if err != nil {
		return drawnFile{err: fmt.Errorf("%s.%s could not be drawn: %w", p.Cover.Pack, f.Ending, err)}
	}
	return drawnFile{
		file:   output{p.Cover.Pack + "." + f.Ending, text, p.Cover.Tier != page.TierExternal},
		remark: f.Remark(p, text),
	}
}
