package record

// Placement is one row of the register of people: one person at one service
// over one run of days. A person may have several.
type Placement struct {
	Head
	Start       Date // first day, required
	End         Date // last day, included; 0 is still supported
	EndReason   string
	ServiceType string // residential, supported_living, homecare …; "" is unknown
}

// CareTask is one offer of support and what became of it.
type CareTask struct {
	Head
	Category       string  // personal_care, meals_fluids … other
	Outcome        Outcome // first and final outcome taken together
	Reason         string  // why it was refused, as written; "" is blank
	ReasonRecorded bool    // a reason stands there that says something
	Reoffered      Answer
	Rank           int8 // support level on the ladder, NoRank where none
	Distress       Answer
	RefusalsOnly   bool // its source writes down refusals only, so it is no offer to divide by
}

// Offered tells whether the row is an offer that a share may be divided by.
func (r *CareTask) Offered() bool { return r.Outcome.IsOffer() && !r.RefusalsOnly }

// MedAdmin is one dose of one medicine. Its name is not kept.
type MedAdmin struct {
	Head
	Outcome Outcome
	AsNeed  bool // "as required" (PRN): never a dose due
}

// Visit is one planned visit of a rota.
type Visit struct {
	Head
	Status       string
	PlannedStart Clock
	PlannedEnd   Clock
	ActualStart  Clock
	ActualEnd    Clock
	Manual       bool // checked in by the office, not by the worker's device
}

// Incident is one incident or near miss.
type Incident struct {
	Head
	Type             string // domain.md 3.5; "other" for a type in no list
	Anxiety          bool   // flagged as anxiety related
	Trigger          string
	Harm             string // "" is not graded
	RecoveryMinutes  int    // time until settled; −1 is not recorded
	RestrictionUsed  bool
	Closed           bool
	ClosedOn         Date // 0 is open, or closed on an unknown day
	LearningRecorded bool
	PlanUpdatedOn    Date   // 0 is never
	PlanUnknown      bool   // the export has no column for when the plan was changed: neither yes nor no
	PlanTicked       Answer // whether a box says that the plan was updated; no figure rests on it
}

// Action is something that was to be done by a date, after learning.
type Action struct {
	Head
	Source         string
	RaisedOn       Date
	DueOn          Date
	CompletedOn    Date // 0 is not completed
	Cancelled      bool
	EffectRecorded bool
}

// Restriction is one limit on a person's freedom.
type Restriction struct {
	Head
	Type             string
	StartOn          Date
	EndOn            Date // 0 is still active
	EndReason        string
	ReviewDueOn      Date // 0 is no date
	RationaleWritten bool
	CoProduced       bool
	LegalBasis       string // LegalBasisNone where blank
}

// Goal is what a person wants to be able to do.
type Goal struct {
	Head
	Domain      string
	SetOn       Date
	Baseline    int8 // rank, NoRank where none
	Target      int8
	ReviewDueOn Date
	Status      string
}

// StepRecord is one attempt at one step of a goal.
type StepRecord struct {
	Head
	Goal    string // the goal's id in the source; names the step together with Step
	Step    string
	Rank    int8 // NoRank for declined, not attempted and n/a
	Setback bool
}

// Rating is one value on one scale.
type Rating struct {
	Head
	Scale string
	Value float64
	Rater string // only RaterSelf is the person's own voice
}

// PlanReview is one review of a plan, due and perhaps done.
type PlanReview struct {
	Head
	Review      string
	DueOn       Date
	CompletedOn Date // 0 is not done
	TookPart    Answer
	Trigger     string
}

// PlanChange is one change of approach: what we changed, when and for whom.
type PlanChange struct {
	Head
	Area       string // a task category where it names one
	What       string // free text of the provider; never printed outside without approval
	Why        string
	Method     string
	Trigger    string
	CoProduced Answer
}

// Observation is one criterion of one spot check.
type Observation struct {
	Head
	Criterion string
	Met       Answer
}

// Feedback is one complaint, concern, compliment or suggestion.
type Feedback struct {
	Head
	Type     string
	RaisedBy string
	Theme    string
}

// Safeguarding is one safeguarding concern.
type Safeguarding struct {
	Head
	Type string
}

// Attendance is one planned activity of one person.
type Attendance struct {
	Head
	Activity string
	Status   string
}

// Staff is one row of the register of staff. The name is not kept.
type Staff struct {
	Head
	Role    string
	StartOn Date
	EndOn   Date
}

// Kind tells the kind of each type of record.
func (*Placement) Kind() Kind    { return KindPlacement }
func (*CareTask) Kind() Kind     { return KindCareTask }
func (*MedAdmin) Kind() Kind     { return KindMedAdmin }
func (*Visit) Kind() Kind        { return KindVisit }
func (*Incident) Kind() Kind     { return KindIncident }
func (*Action) Kind() Kind       { return KindAction }
func (*Restriction) Kind() Kind  { return KindRestriction }
func (*Goal) Kind() Kind         { return KindGoal }
func (*StepRecord) Kind() Kind   { return KindStepRecord }
func (*Rating) Kind() Kind       { return KindRating }
func (*PlanReview) Kind() Kind   { return KindPlanReview }
func (*PlanChange) Kind() Kind   { return KindPlanChange }
func (*Observation) Kind() Kind  { return KindObservation }
func (*Feedback) Kind() Kind     { return KindFeedback }
func (*Safeguarding) Kind() Kind { return KindSafeguarding }
func (*Attendance) Kind() Kind   { return KindAttendance }
func (*Staff) Kind() Kind        { return KindStaff }
