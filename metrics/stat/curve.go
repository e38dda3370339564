package stat

// Spell is how long one thing lasted.
type Spell struct {
	Entry float64 // it was watched only from this time on; 0 is from its start
	Time  float64 // until it ended or was last seen
	Ended bool    // false: still there, lost from sight, or ended another way
}

// Transform is the scale on which the range of a curve is worked out.
type Transform string

// The transforms; TransformLog is the default of the survival package.
const (
	TransformLog    Transform = "log"
	TransformLogLog Transform = "log-log"
	TransformPlain  Transform = "plain"
)

// CurvePoint is one distinct time of a curve. NaN is not defined.
type CurvePoint struct {
	Time                    float64
	AtRisk, Ended, Censored int
	Survival                float64 // share still there after this time, 0 to 1
	StdErr, Lower, Upper    float64
}

// Curve is a Kaplan–Meier curve. NaN is not reached or not defined.
type Curve struct {
	Points                           []CurvePoint
	Records, Events                  int
	Median, MedianLower, MedianUpper float64
	RestrictedMean, RestrictedMeanSE float64
}

// KaplanMeier works out the curve. horizon is the time up to which the mean is
// taken; 0 is the largest time.
func KaplanMeier(spells []Spell, transform Transform, horizon float64) (Curve, error) {
	return Curve{}, ErrNotBuilt
}
