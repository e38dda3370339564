package page

import "reflect"

// Texts gives every text of the page, in its order: what a reader may see in any
// format.
func (p *Page) Texts() []string {
	var out []string
	collect(reflect.ValueOf(p), &out)
	return out
}

func collect(v reflect.Value, out *[]string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			collect(v.Elem(), out)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			collect(v.Field(i), out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), out)
		}
	case reflect.String:
		if v.Len() > 0 {
			*out = append(*out, v.String())
		}
	}
}
