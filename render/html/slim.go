package html

import (
	"encoding/json"
	"math"
	"strconv"
)

// slim writes data as JSON without what says nothing: empty entries, settings that
// are as the chart library has them anyway, and digits that no screen can show.
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
	case float64:
		return shortest(v)
	}
	return v
}

// shortest rounds to six significant digits: a thousandth of a pixel on any chart.
func shortest(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return v
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if err != nil {
		return v
	}
	return short
}
