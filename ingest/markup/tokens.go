package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// longestToken is how many bytes one tag, text or comment of a page may have. A
// page that carries a picture in itself stays below it.
const longestToken = 8 << 20

// longTag is the length from which a tag is taken for hostile: the tokenizer
// keeps room for all its attributes, and clears that room for every tag after it.
const longTag = 1 << 16

// tokens gives the tokens of a page with their places.
type tokens struct {
	*html.Tokenizer
	text  string
	start int    // place of the token
	next  int    // place of the token after it
	name  string // name of a tag
	more  bool   // the tag has attributes that were not read
	raw   string // the tag before was one whose content is plain text: its name
	fresh bool   // the tag before was too long: the tokenizer must be a new one
}

func newTokens(text string, at int) *tokens {
	t := &tokens{text: text}
	t.jump(at, "")
	return t
}

// jump goes on at a place, inside an element of plain text if one is named.
func (t *tokens) jump(at int, inside string) {
	t.Tokenizer = html.NewTokenizerFragment(strings.NewReader(t.text[at:]), inside)
	t.SetMaxBuf(longestToken)
	t.next, t.fresh = at, false
}

// step reads the next token. A text inside an element of plain text comes with
// the name of that element in raw.
func (t *tokens) step() html.TokenType {
	if t.fresh {
		t.jump(t.next, t.raw)
	}
	kind := t.Next()
	t.start, t.next = t.next, t.next+len(t.Raw())
	if kind != html.TextToken {
		t.raw = ""
	}
	if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
		return kind
	}
	var name []byte
	name, t.more = t.TagName()
	t.name = known[string(name)]
	if kind == html.EndTagToken {
		return kind
	}
	if plainText[t.name] {
		t.raw = t.name
	}
	t.fresh = t.next-t.start > longTag
	return html.StartTagToken
}

// known are the tags that say something about tables or about the text of cells.
// All others have the name "".
var known = func() map[string]string {
	names := make(map[string]string)
	for _, list := range []string{
		"table tr td th thead tbody tfoot caption br img select option body html",
		"p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre hr blockquote section article address",
		"span a b i u em strong font small big sub sup label nobr s strike code center button",
		"script style title iframe noembed noframes noscript xmp textarea plaintext",
	} {
		for _, name := range strings.Fields(list) {
			names[name] = name
		}
	}
	return names
}()

// plainText are the elements in which tags are text.
var plainText = wordSet("script style title iframe noembed noframes noscript xmp textarea plaintext")

// unseen are the elements whose text no reader of the page sees.
var unseen = wordSet("script style title iframe noembed noframes noscript")

// blocks are the elements that begin a line of their own.
var blocks = wordSet("p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre hr blockquote section article address")

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
