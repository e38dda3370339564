package tabular

import "slices"

// Methods is the only list of methods, in the order in which they are shown. A
// method stands in one of the slices, beside the code that runs it.
var Methods = slices.Concat(controlMethods, xmrMethods, intervalMethods, funnelMethods, survivalMethods, regressionMethods)
