package readback

// operands are the values in front of an operator. Numbers are kept apart, for there
// are a hundred thousand of them in a pack.
type operands struct {
	numbers []float64
	others  []any
	order   []bool // true where the next value is a number
}

// all gives the values in their order.
func (o *operands) all() []any {
	values, number, other := make([]any, len(o.order)), 0, 0
	for i, isNumber := range o.order {
		if isNumber {
			values[i] = o.numbers[number]
			number++
		} else {
			values[i] = o.others[other]
			other++
		}
	}
	return values
}

func (o *operands) clear() {
	o.numbers, o.others, o.order = o.numbers[:0], o.others[:0], o.order[:0]
}

// mostOperands is how many values any operator takes.
const mostOperands = 6

// numbers gives the values of an operator that takes so many numbers.
func numbers(values []any, count int) ([]float64, error) {
	if len(values) != count {
		return nil, errPDFDrawing
	}
	all := make([]float64, count)
	for i, v := range values {
		number, ok := v.(float64)
		if !ok {
			return nil, errPDFDrawing
		}
		all[i] = number
	}
	return all, nil
}
