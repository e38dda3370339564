package html

import "encoding/json"

// slim writes data as JSON without what says nothing: empty entries, and settings that
// are as the chart library has them anyway. Numbers stay as they are: a rounded one
// would be a number of its own, which stands nowhere else.
func slim(data any) ([]byte, error) {
	whole, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	var plain any
	if err := json.Unmarshal(whole, &plain); err != nil {
		return nil, err
	}
	return json.Marshal(slimmed(plain))
}

// usual are settings of the chart library that hold without being said.
var usual = map[string]any{"connectNulls": false, "xAxisIndex": 0.0, "yAxisIndex": 0.0, "gridIndex": 0.0}

func slimmed(v any) any {
	switch v := v.(type) {
	case map[string]any:
		kept := make(map[string]any, len(v))
		for name, inner := range v {
			if same, known := usual[name]; inner == nil || known && inner == same {
				continue
			}
			kept[name] = slimmed(inner)
		}
		return kept
	case []any:
		for i := range v {
			v[i] = slimmed(v[i])
		}
	}
	return v
}
