package main

// caseStudies is the list of stories of the demo: one of somebody invented, with
// invented consent, one composite, and a draft that nobody has approved yet.
func caseStudies() ([]export, error) {
	return one(export{name: "case-studies.yaml", data: []byte(caseStudyText)}, nil)
}

const caseStudyText = `# Case studies of the demo. Everything here is invented.
cases:
  - title: Going to the local shop without panicking
    packs: [tender, inspection]
    person: WK303
    consent: {recorded: 2026-08-24, by: Registered manager, scope: [tender, inspection]}
    change: CH-05
    steps:
      - Get ready and say the plan
      - Walk to the postbox
      - Walk to the corner and pause
      - Go in with staff outside
      - Buy one thing alone
    context: >
      The person wanted to go to the shop, but felt embarrassed and unsafe after earlier
      bad days. Being asked to go out often ended in a no. Staff had tried to help by
      doing more; the person went out less.
    approach: >
      We agreed graded steps with the person, each small enough to say yes to. The person
      chose the route, a safe place to pause and who walks along. Staff step back by
      stages that both agreed.
    day_to_day: >
      The same short routine twice a week, at a quiet time. A cue card shows the next
      step. One step at a time; a pause is always allowed, and going back a step is
      planned for, not a failure. A phone call at the agreed return point.
    evidenced: >
      The level of support is written down at every attempt, with consent and how
      confident the person felt. Refusals come from the care notes. Attempts that were
      declined are not counted as steps.
    approved: {by: Quality lead, on: 2026-09-21}

  - title: A calmer start to the day
    packs: [tender, inspection]
    composite: true
    context: >
      Mornings were the hardest time for several people. Help came at a fixed minute and
      went through the same order for everybody. Many offers of personal care were first
      refused, and both sides were tense.
    approach: >
      Each person agreed a morning of their own: what comes first, what can wait, and a
      sign that says “not now”. What must keep its time, such as medicines, is named and
      explained.
    day_to_day: >
      Staff arrive within an agreed window instead of at a minute. A drink and a quiet
      moment come first. One short sentence, then a pause. If the person says later, staff
      step back and offer once more.
    evidenced: >
      Offers and refusals are written down with the time and the reason. Comfort is rated
      by the people themselves. The team looks at both together every month.
    approved: {by: Quality lead, on: 2026-09-21}

  - title: "QUESTION: what would the person call this story?"
    packs: [inspection]
    context: "QUESTION: what did the person want, and what was in the way?"
    approach: "QUESTION: what was agreed with the person?"
    day_to_day: "QUESTION: what do staff do, step by step?"
    evidenced: "QUESTION: where is it written down, and by whom?"
`
