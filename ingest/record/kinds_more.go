package record

// RestrictionReview is one review of one restriction.
type RestrictionReview struct {
	Head
	Restriction string // id of the restriction in the source
	ReviewedOn  Date
	Outcome     string // EndLifted, EndReduced, ReviewUnchanged, ReviewIncreased, EndReplaced, EndReimposed
	Rationale   bool   // why is written
	Involved    Answer
	NextDueOn   Date
}

// Authorisation is one decision about a person's freedom: DoLS, Court of
// Protection, best interests, or a recorded risk decision.
type Authorisation struct {
	Head
	Type          string // dols_standard, dols_urgent, cop_order, mca_best_interests, risk_decision …
	AppliedOn     Date
	GrantedOn     Date
	ExpiresOn     Date
	ReviewedOn    Date
	Outcome       string // granted, not_granted, withdrawn, pending; "" is none
	CoProduced    Answer
	Conditions    int // Uncounted where not written
	ConditionsMet int
	NotifiedOn    Date // when the regulator was told
}

// PlanAudit is one question of one audit of a person's file.
type PlanAudit struct {
	Head
	Question string // a key of domain.md 4.17; otherwise the question in lower case
	Met      Answer
}

// Supervision is one supervision, due and perhaps held.
type Supervision struct {
	Head
	Staff      Worker
	DueOn      Date
	HeldOn     Date // 0 is not held
	Type       string
	Reflection Answer
	Adapted    Answer // the four prompts of domain.md 4.19: was each answered?
	Capability Answer
	Stopped    Answer
	Evidence   Answer
	Conflicts  int // moments of conflict named, Uncounted where not written
}

// Competency is one course or sign-off of one member of staff.
type Competency struct {
	Head
	Staff     Worker
	Key       string // a key of domain.md 4.20; "other" for a course in no list
	SignedOn  Date   // 0 is not done
	ExpiresOn Date   // 0 is no end
	Competent Answer
}

// Survey is one answer to one question of a survey.
type Survey struct {
	Head
	Respondent string  // person, family, staff, professional
	Question   string  // a key of domain.md 4.23; otherwise the question in lower case
	Agree      Answer  // Yes: agrees or is satisfied; Partly: neither; No: does not; NotApply: did not say
	Value      float64 // the number given, Unknown where a word was given
}

// PlacementEvent is a hospital stay, a move, or another event in where a person lives.
type PlacementEvent struct {
	Head
	Type          string // EventAdmissionUnplanned …
	EndOn         Date
	Avoidable     Answer
	PlanUpdatedOn Date
}

// WorkforceMonth is one month of one service's staffing. Unknown is not written.
type WorkforceMonth struct {
	Head
	Headcount   float64
	Starters    float64
	Leavers     float64
	Vacancies   float64 // full-time equivalents
	AgencyHours float64
	TotalHours  float64
	Shifts      float64 // shifts worked
	Handovers   float64 // shifts with a handover briefing
}

// Exposure is what one month of one service is divided by, where the provider
// gives it. Unknown is not written.
type Exposure struct {
	Head
	People         float64
	CareDays       float64
	PlannedHours   float64
	DeliveredHours float64
	PlannedVisits  float64
	Offers         float64
}

// Source is what became of the rows of one sheet of one export. It is no row of
// an export itself: the reader makes it of its ledger.
type Source struct {
	Head
	Of                                                     Kind
	Read, Used, Rejected, NotMapped, Duplicates, StruckOut int
}
