package record

// Placement is one row of the register of people: one person at one service
// over one run of days. A person may have several.
type Placement struct {
	Head
	Start       Date // first day, required
	End         Date // last day, included; 0 is still supported
	EndReason   string
	ServiceType string // residential, supported_living, homecare …; "" is unknown

	Hours           float64  // planned hours of support a week; Unknown where not written
	Preferred       []Worker // staff whom the person asked for
	Avoid           []Worker // staff whom the person does not want
	PreferenceKnown bool     // something is written of who should support the person, also "no preference"
	Language        string   // language the person prefers, in lower case; "" is not written
	AgeBand         string   // ten years, such as 40-49; the date of birth is not kept
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
	Staff          Worker // who offered it
	Prompts        int    // prompts given, Uncounted where not written
	Consent        Answer // consent was asked for and given, or not
	Involved       Answer // the person was given a choice or took part
	Initiated      Answer // the person began it
	Wording        Answer // Yes: the note blames the person ("non-compliant"); No: it was looked through; AnswerNone: there is no note
	RefusalsOnly   bool   // its source writes down refusals only, so it is no offer to divide by
}

// Offered tells whether the row is an offer that a share may be divided by.
func (r *CareTask) Offered() bool { return r.Outcome.IsOffer() && !r.RefusalsOnly }

// MedAdmin is one dose of one medicine. Its name is not kept.
type MedAdmin struct {
	Head
	Outcome   Outcome
	AsNeed    bool // "as required" (PRN): never a dose due
	Reoffered Answer
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

	Staff          []Worker // who came, or was to come; more than one for a visit of two
	Window         int      // minutes that the visit may begin early or late, Uncounted where not written
	TimeCritical   Answer
	PlannedMinutes int    // from the times, otherwise as written; Uncounted where neither is there
	ActualMinutes  int    // likewise
	CheckedIn      string // CheckElectronic, CheckManual or CheckNone; "" is not written
	Anxiety        Answer // its reason for cancelling speaks of anxiety; AnswerNone where no reason is written
	Agency         Answer // done by agency staff
	ShortStaffed   Answer // the row says that staff were short that day
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
	PlanTicked       Answer // whether a box says that the plan was updated; no figure rests on it

	TriggerKey        string // the trigger in a word of our list (cell.Triggers); "other" for a text in no list, "" where none is written
	Frustration       Answer
	MedicineRelated   Answer
	PersonalCare      Answer // happened during personal care
	Mealtime          Answer // happened at a meal
	CareLinked        Answer // distress had to do with how care was given
	Conflict          Answer // staff call it a moment of conflict
	HarmMind          string // psychological harm; "" is not graded
	Hospital          Answer // somebody went to hospital
	LearningResponse  string // swarm, after_action_review …; "" is none written
	ManagerReviewedOn Date
	CandourApplies    Answer // duty of candour
	CandourToldOn     Date
	CandourApologyOn  Date
	CandourWrittenOn  Date
	Notifiable        Answer // the regulator had to be told
	NotifiedOn        Date
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

	Status   string // open, in_progress, closed, overdue, cancelled; "" is unknown
	Theme    string
	SourceID string // id of the incident, complaint … that it came from
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

	Proportionate  Answer // least restrictive option was checked
	TimeLimited    bool   // an end or a review date was set
	LastReviewedOn Date
	ReductionPlan  Answer
	AppliesTo      int // people whom a rule of the house concerns, Uncounted where not written
}

// Goal is what a person wants to be able to do.
type Goal struct {
	Head
	Domain      string // a word of our list (cell.LifeAreas); "other" for a text in no list, "" where none is written
	SetOn       Date
	Baseline    int8 // rank, NoRank where none
	Target      int8
	ReviewDueOn Date
	Status      string // GoalAchieved …; "" is unknown

	HasBaseline   bool   // a level or score at the start is written
	InPersonWords Answer // in the person's own words
	ClosedOn      Date   // 0 is open, or closed on an unknown day
}

// Step is one planned step of a goal.
type Step struct {
	Head
	Goal        string
	Number      string
	ReviewDueOn Date
	StepDownTo  int8 // rank, NoRank where none
	Criterion   int  // times in a row that make it achieved, Uncounted where not written
}

// StepRecord is one attempt at one step of a goal.
type StepRecord struct {
	Head
	Goal    string // the goal's id in the source; names the step together with Step
	Step    string
	Rank    int8 // NoRank for declined, not attempted and n/a
	Setback bool

	Prompts            int // Uncounted where not written
	Consent            Answer
	ConfidenceRecorded bool
	Helped             bool   // something is written under what helped
	Initiated          Answer // the person began it
	Trigger            string // what should lead to a review: missed_check_in …; "" is none
}

// Rating is one value on one scale.
type Rating struct {
	Head
	Scale string
	Value float64
	Rater string // only RaterSelf is the person's own voice

	Context string // end_of_visit, review …; "" is not written
}

// PlanReview is one review of a plan, due and perhaps done.
type PlanReview struct {
	Head
	Review      string // a word of our lists (cell.ReviewKinds, cell.LifeAreas); "other" for a text in none, "" where none is written
	DueOn       Date
	CompletedOn Date // 0 is not done
	TookPart    Answer
	Trigger     string // a word of our list (cell.ChangeTriggers), "other" or "" as above

	NextDueOn   Date   // date of the next review, 0 is none written
	ChangeNoted bool   // something is written under what changed
	ReasonNoted bool   // something is written under why
	NoChange    Answer // a box says that nothing changed
	Joint       Answer // partners (health, council, family) took part
	OwnerNamed  bool   // somebody is named who sees to the review
	TriggerSet  bool   // it is written what would bring the review forward
	Repeats     Answer // Yes: its text is 90% or more that of the review before; No: it is not; AnswerNone: no text, or none before
}

// PlanChange is one change of approach: what we changed, when and for whom.
type PlanChange struct {
	Head
	Area       string // a task category where it names one
	What       string // free text of the provider; never printed outside without approval
	Why        string
	Method     string
	Trigger    string // a word of our list (cell.ChangeTriggers); "other" for a text in no list, "" where none is written
	CoProduced Answer

	HoursBefore float64 // hours of support a week, Unknown where not written
	HoursAfter  float64
}

// Observation is one criterion of one spot check.
type Observation struct {
	Head
	Criterion string
	Met       Answer

	Staff Worker // who was seen at work
	Type  string // spot_check, observation …
}

// Feedback is one complaint, concern, compliment or suggestion.
type Feedback struct {
	Head
	Type     string
	RaisedBy string
	Theme    string

	Themes         []string // words of our list (cell.FeedbackThemes); "other" for a theme in no list
	AboutStaff     Answer   // about how staff treat people
	Stage          string
	AcknowledgedOn Date
	DueOn          Date
	RespondedOn    Date
	ClosedOn       Date
	Outcome        string // upheld, partly_upheld, not_upheld, withdrawn; "" is none
	ActionNoted    bool   // an action or learning is written
	Told           Answer // the person was told what came of it
}

// Safeguarding is one safeguarding concern.
type Safeguarding struct {
	Head
	Type string

	Coercion     Answer
	Dignity      Answer
	Exploitation Answer
	RaisedBy     string // own_staff, family, person, professional, public; "" is not written
	Section42    Answer
	PlanUpdated  Date
	NotifiedOn   Date
	ClosedOn     Date
}

// Attendance is one planned activity of one person.
type Attendance struct {
	Head
	Activity string
	Status   string

	Role     string // RoleParticipant …; "" is not written
	Alone    Answer // took part without support
	Contacts int    // people met who are not paid to be there, Uncounted where not written
}

// Staff is one row of the register of staff. The name is not kept.
type Staff struct {
	Head
	Role    string
	StartOn Date
	EndOn   Date

	Worker     Worker
	Employment string   // EmployedPermanent, EmployedBank, EmployedAgency; "" is unknown
	Languages  []string // in lower case
}

// Kind tells the kind of each type of record.
func (*Placement) Kind() Kind         { return KindPlacement }
func (*CareTask) Kind() Kind          { return KindCareTask }
func (*MedAdmin) Kind() Kind          { return KindMedAdmin }
func (*Visit) Kind() Kind             { return KindVisit }
func (*Incident) Kind() Kind          { return KindIncident }
func (*Action) Kind() Kind            { return KindAction }
func (*Restriction) Kind() Kind       { return KindRestriction }
func (*Goal) Kind() Kind              { return KindGoal }
func (*StepRecord) Kind() Kind        { return KindStepRecord }
func (*Rating) Kind() Kind            { return KindRating }
func (*PlanReview) Kind() Kind        { return KindPlanReview }
func (*PlanChange) Kind() Kind        { return KindPlanChange }
func (*Observation) Kind() Kind       { return KindObservation }
func (*Feedback) Kind() Kind          { return KindFeedback }
func (*Safeguarding) Kind() Kind      { return KindSafeguarding }
func (*Attendance) Kind() Kind        { return KindAttendance }
func (*Staff) Kind() Kind             { return KindStaff }
func (*Step) Kind() Kind              { return KindStep }
func (*RestrictionReview) Kind() Kind { return KindRestrictionReview }
func (*Authorisation) Kind() Kind     { return KindAuthorisation }
func (*PlanAudit) Kind() Kind         { return KindPlanAudit }
func (*Supervision) Kind() Kind       { return KindSupervision }
func (*Competency) Kind() Kind        { return KindCompetency }
func (*Survey) Kind() Kind            { return KindSurvey }
func (*PlacementEvent) Kind() Kind    { return KindPlacementEvent }
func (*WorkforceMonth) Kind() Kind    { return KindWorkforceMonth }
func (*Exposure) Kind() Kind          { return KindExposure }
func (*Source) Kind() Kind            { return KindSource }
