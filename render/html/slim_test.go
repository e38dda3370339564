package html

import "testing"

// What says nothing is left out wherever it stands; all else stays as it was written.
func TestSlimLeavesOutWhatSaysNothing(t *testing.T) {
	for _, c := range []struct {
		data any
		want string
	}{
		{map[string]any{"a": nil, "b": 1.25, "c": nil}, `{"b":1.25}`},
		{map[string]any{"a": nil}, `{}`},
		{map[string]any{"xAxisIndex": 0, "yAxisIndex": 1, "connectNulls": false, "x": false}, `{"x":false,"yAxisIndex":1}`},
		{[]any{nil, []any{}, map[string]any{}, "null", `},{"a":null,"\`}, `[null,[],{},"null","},{\"a\":null,\"\\"]`},
		{map[string]any{"a": []any{map[string]any{"gridIndex": 0, "z": []int{0}}}, "b": map[string]any{"n": nil}}, `{"a":[{"z":[0]}],"b":{}}`},
		{"plain", `"plain"`},
		{-1.5e-9, `-1.5e-9`},
	} {
		got, err := slim(c.data)
		if err != nil || string(got) != c.want {
			t.Errorf("%v becomes %s (%v), not %s", c.data, got, err, c.want)
		}
	}
}
