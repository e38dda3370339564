package kpi

// Template is an empty list with notes, for people to fill in below its headings.
const Template = "\xEF\xBB\xBF" + `# A buyer's KPIs: one line each below the headings, in the buyer's order. Lines above the headings are notes.
# id and wording: the buyer's own. metric: an id of "evidencepack list metrics", or none for a figure that is filled in by hand.
# filter: empty, or service=Harbour View, or a part such as task=personal_care; two with ; between.
# target: a number such as 90 or 2%, or empty. direction: higher or lower, whichever is better.
# bands: the best first, such as Green >=90; Amber >=75 and <90; Red <75. >= and <= take the number in, > and < leave it out.
# period: month, quarter, half_year, year, rolling_12_months (the latest complete one), or contract (the period of the pack).
# rounding: decimals of the figure before it is compared, 0 to 3, or empty for exactly. validator: who checks it, or empty.
# An example: D1,Missed visits are no more than 2%,METRIC,service=Harbour View,2,lower,Green <=2; Amber >2 and <=5; Red >5,quarter,1,Brokerage
id,wording,metric,filter,target,direction,bands,period,rounding,validator
`
