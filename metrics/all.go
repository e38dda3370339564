package metrics

// All is the register: every metric there is, and the only list. A family has its
// own lines.
var All = []Metric{
	ref01, ref02, ref03, ref04, ref05, ref07, ref08, ref09, ref10,

	med01, med02, med03, med04, med05,

	vis01, vis02, vis03, vis04, vis05, vis06, vis07,

	rat01, rat02, rat03, rat04, rat05, rat06, rat07, rat08,

	sat01, sat02,

	rel01,

	ind01, ind02, ind03, ind06,

	res01, res03, res04, res05, res06, res09, res13, res18,

	inc01, inc02, inc08, inc10, inc12,

	lrn01, lrn02, lrn03, lrn04, lrn05, lrn07,

	aud08,

	obs01,

	cpl01,

	saf01,

	att01,

	chg02,

	dq04,
}
