package metrics

// All is the register: every metric there is, and the only list. A family has its
// own lines.
var All = []Metric{
	ref01, ref02, ref03, ref05, ref07, ref08, ref09,

	med01, med02, med03,

	vis01, vis02,

	rat01, rat03,

	ind01, ind02, ind03, ind06,

	res01, res03, res04, res05, res06, res09, res13, res18,

	inc01, inc02, inc08, inc10, inc12,

	lrn01, lrn02, lrn03, lrn04, lrn05, lrn07,

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
