package metrics

// All is the register: every metric there is, and the only list. A family has its
// own lines.
var All = []Metric{
	ref01, ref02, ref03, ref04, ref05, ref06, ref07, ref08, ref09, ref10,

	med01, med02, med03, med04, med05, med06,

	vis01, vis02, vis03, vis04, vis05, vis06, vis07,

	con01, con02, con03, con04, con05, con06, con07,

	rat01, rat02, rat03, rat04, rat05, rat06, rat07, rat08,

	sat01, sat02,

	rel01,

	ind01, ind02, ind03, ind04, ind05, ind06, ind07, ind08, ind09, ind10, ind11, ind12,

	res01, res02, res03, res04, res05, res06, res07, res08, res09, res10, res11, res12, res13, res14, res15, res16, res17, res18,

	inc01, inc02, inc03, inc04, inc05, inc06, inc07, inc08, inc09, inc10, inc11, inc12,

	lrn01, lrn02, lrn03, lrn04, lrn05, lrn06, lrn07, lrn08, lrn09, lrn10, lrn11, lrn12,

	aud01, aud02, aud03, aud04, aud05, aud06, aud07, aud08, aud09, aud10,

	obs01, obs02, obs03, obs04, obs05,

	sup01, sup02, sup03,

	cmp01, cmp02,

	stf01, stf02, stf03,

	cpl01, cpl02, cpl03, cpl04, cpl05,

	saf01, saf02, saf03,

	att01, att02, att03, att04, att05,

	hos01, hos02,

	plc01, plc02,

	cop01, cop02,

	chg01, chg02,

	crd01,

	dq01, dq02, dq03, dq04,
}
