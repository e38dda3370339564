package pdf

import (
	"io"
	"time"

	"github.com/go-pdf/fpdf"
)

// paper is what a pen writes on: the library's document, or a tally of its sheets.
type paper interface {
	sheets
	inks
	about
	Err() bool
	Error() error
	Output(io.Writer) error
	SetCompression(bool)
}

// sheets are the sheets of a document and what leads from one to another.
type sheets interface {
	AddPage()
	PageNo() int
	PageCount() int
	SetPage(int)
	AddLink() int
	SetLink(link int, y float64, page int)
	Link(x, y, width, height float64, link int)
	Bookmark(text string, level int, y float64)
}

// inks draw.
type inks interface {
	SetFont(family, style string, size float64)
	SetTextColor(r, g, b int)
	SetDrawColor(r, g, b int)
	SetFillColor(r, g, b int)
	SetLineWidth(float64)
	SetDashPattern([]float64, float64)
	SetLineJoinStyle(string)
	Text(x, y float64, text string)
	Line(x1, y1, x2, y2 float64)
	Rect(x, y, width, height float64, manner string)
	Circle(x, y, radius float64, manner string)
	Polygon([]fpdf.PointType, string)
	MoveTo(x, y float64)
	LineTo(x, y float64)
	DrawPath(string)
	TransformBegin()
	TransformRotate(angle, x, y float64)
	TransformEnd()
	RegisterImageOptionsReader(name string, kind fpdf.ImageOptions, file io.Reader) *fpdf.ImageInfoType
	ImageOptions(name string, x, y, width, height float64, flow bool, kind fpdf.ImageOptions, link int, address string)
}

// about says what the document is.
type about interface {
	AddUTF8FontFromBytes(family, style string, font []byte)
	SetAutoPageBreak(bool, float64)
	SetMargins(left, top, right float64)
	SetCatalogSort(bool)
	SetCreationDate(time.Time)
	SetModificationDate(time.Time)
	SetTitle(string, bool)
	SetAuthor(string, bool)
	SetSubject(string, bool)
	SetCreator(string, bool)
	SetProducer(string, bool)
	SetLang(string)
}

// tally is paper on which nothing stays: it only counts the sheets, for a trial.
type tally struct{ now, count int }

// AddPage begins a sheet.
func (t *tally) AddPage() { t.count++; t.now = t.count }

// PageNo is the number of the sheet that is written on, from 1.
func (t *tally) PageNo() int { return t.now }

// PageCount is how many sheets there are.
func (t *tally) PageCount() int { return t.count }

// SetPage turns to a sheet.
func (t *tally) SetPage(page int) { t.now = page }

// Err is false: nothing can fail.
func (*tally) Err() bool { return false }

// Error is nil.
func (*tally) Error() error { return nil }

// Output writes nothing.
func (*tally) Output(io.Writer) error { return nil }

// AddLink gives no link.
func (*tally) AddLink() int { return 0 }

// The others leave no trace.

func (*tally) SetCompression(bool)                          {}
func (*tally) SetLink(int, float64, int)                    {}
func (*tally) Link(float64, float64, float64, float64, int) {}
func (*tally) Bookmark(string, int, float64)                {}
func (*tally) SetFont(string, string, float64)              {}
func (*tally) SetTextColor(int, int, int)                   {}
func (*tally) SetDrawColor(int, int, int)                   {}
func (*tally) SetFillColor(int, int, int)                   {}
func (*tally) SetLineWidth(float64)                         {}
func (*tally) SetDashPattern([]float64, float64)            {}
func (*tally) SetLineJoinStyle(string)                      {}
func (*tally) Text(float64, float64, string)                {}
func (*tally) Line(float64, float64, float64, float64)      {}
func (*tally) Rect(float64, float64, float64, float64, string) {
}
func (*tally) Circle(float64, float64, float64, string)  {}
func (*tally) Polygon([]fpdf.PointType, string)          {}
func (*tally) MoveTo(float64, float64)                   {}
func (*tally) LineTo(float64, float64)                   {}
func (*tally) DrawPath(string)                           {}
func (*tally) TransformBegin()                           {}
func (*tally) TransformRotate(float64, float64, float64) {}
func (*tally) TransformEnd()                             {}

// RegisterImageOptionsReader reads no picture.
func (*tally) RegisterImageOptionsReader(string, fpdf.ImageOptions, io.Reader) *fpdf.ImageInfoType {
	return nil
}

// ImageOptions draws no picture.
func (*tally) ImageOptions(string, float64, float64, float64, float64, bool, fpdf.ImageOptions, int, string) {
}

func (*tally) AddUTF8FontFromBytes(string, string, []byte) {}
func (*tally) SetAutoPageBreak(bool, float64)              {}
func (*tally) SetMargins(float64, float64, float64)        {}
func (*tally) SetCatalogSort(bool)                         {}
func (*tally) SetCreationDate(time.Time)                   {}
func (*tally) SetModificationDate(time.Time)               {}
func (*tally) SetTitle(string, bool)                       {}
func (*tally) SetAuthor(string, bool)                      {}
func (*tally) SetSubject(string, bool)                     {}
func (*tally) SetCreator(string, bool)                     {}
func (*tally) SetProducer(string, bool)                    {}
func (*tally) SetLang(string)                              {}
