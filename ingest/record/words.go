package record

// Outcome is what became of one offer of support or one dose (domain.md 3.1).
type Outcome string

// The outcomes. OutcomeNone is no outcome at all: an unmapped row.
const (
	OutcomeNone       Outcome = ""
	Accepted          Outcome = "accepted"
	AcceptedOnReoffer Outcome = "accepted_on_reoffer"
	SelfManaged       Outcome = "self_managed"
	Partial           Outcome = "partial"
	Refused           Outcome = "refused"
	RefusedDestroyed  Outcome = "refused_destroyed"
	DistressStopped   Outcome = "distress_stopped"
	NotOffered        Outcome = "not_offered"
	NotDue            Outcome = "not_due"
	Away              Outcome = "away"
	Asleep            Outcome = "asleep"
	Unavailable       Outcome = "unavailable"
	ClinicalHold      Outcome = "clinical_hold"
	UnknownGap        Outcome = "unknown_gap"
)

// Outcomes lists the outcomes in the order in which a person is asked to choose.
var Outcomes = []Outcome{
	Accepted, AcceptedOnReoffer, SelfManaged, Partial, Refused, RefusedDestroyed, DistressStopped,
	NotOffered, NotDue, Away, Asleep, Unavailable, ClinicalHold, UnknownGap,
}

// IsOffer tells whether support was really offered (contract.md 3).
func (o Outcome) IsOffer() bool {
	switch o {
	case Accepted, AcceptedOnReoffer, SelfManaged, Partial, Refused, RefusedDestroyed, DistressStopped, Asleep:
		return true
	}
	return false
}

// IsFirstRefusal tells whether the person first said no, even if they said yes later.
func (o Outcome) IsFirstRefusal() bool { return o.IsFinalRefusal() || o == AcceptedOnReoffer }

// IsFinalRefusal tells whether the answer was still no at the end.
func (o Outcome) IsFinalRefusal() bool { return o == Refused || o == RefusedDestroyed }

// Level is a level of support, from alone to done for (domain.md 3.3).
type Level string

// The levels of support. The last three say why there is no level.
const (
	LevelNone           Level = ""
	Independent         Level = "independent"
	EnvironmentalVisual Level = "environmental_visual"
	Gesture             Level = "gesture"
	Verbal              Level = "verbal"
	Model               Level = "model"
	PartialPhysical     Level = "partial_physical"
	FullPhysical        Level = "full_physical"
	DoneFor             Level = "done_for"
	LevelDeclined       Level = "declined"
	LevelNotAttempted   Level = "not_attempted"
	LevelNotApplicable  Level = "na"
)

// Ladder orders the levels of support; its first rung, rank 0, is independent.
type Ladder []Level

// DefaultLadder is the ladder of the seed articles: gesture before verbal cue.
var DefaultLadder = Ladder{Independent, EnvironmentalVisual, Gesture, Verbal, Model, PartialPhysical, FullPhysical, DoneFor}

// NoRank says that an attempt has no level.
const NoRank int8 = -1

// Rank gives the rung of a level, or NoRank where the level is no rung.
func (l Ladder) Rank(level Level) int8 {
	for i, x := range l {
		if x == level {
			return int8(i)
		}
	}
	return NoRank
}

// Answer is yes, no, partly, does not apply, or nothing recorded.
type Answer string

// The answers. AnswerNone is blank: neither yes nor no.
const (
	AnswerNone Answer = ""
	Yes        Answer = "yes"
	Partly     Answer = "partial"
	No         Answer = "no"
	NotApply   Answer = "na"
)

// Words that single kinds of record use, written as domain.md writes them.
const (
	VisitCompleted         = "completed"
	VisitPartial           = "partial"
	VisitMissed            = "missed"
	VisitInProgress        = "in_progress"
	VisitCancelledPerson   = "cancelled_by_person"
	VisitCancelledFamily   = "cancelled_by_family"
	VisitCancelledHospital = "cancelled_hospital"
	VisitCancelledProvider = "cancelled_by_provider"
	VisitRefusedAtDoor     = "refused_at_door"
	VisitNoReply           = "no_reply"
	VisitUnallocated       = "unallocated"

	EndLifted    = "lifted"
	EndReduced   = "reduced"
	EndReplaced  = "replaced"
	EndReimposed = "reimposed"
	EndLeft      = "ended_person_left"
	EndDied      = "ended_died"
	EndError     = "ended_error"

	LegalBasisNone = "none_recorded"

	HarmNone     = "no"
	HarmLow      = "low"
	HarmModerate = "moderate"
	HarmSevere   = "severe"
	HarmFatal    = "fatal"

	IncidentNearMiss = "near_miss"

	ReviewUnchanged = "unchanged"
	ReviewIncreased = "increased"

	GoalAchieved    = "achieved"
	GoalPartly      = "partially_achieved"
	GoalNotAchieved = "not_achieved"
	GoalInProgress  = "in_progress"
	GoalPaused      = "paused"
	GoalWithdrawn   = "withdrawn"

	EventAdmissionPlanned   = "admission_planned"
	EventAdmissionUnplanned = "admission_unplanned"
	EventEmergency          = "a_and_e"
	EventDischarge          = "discharge"
	EventMoveIn             = "move_in"
	EventMoveOn             = "move_on_planned"
	EventBreakdown          = "placement_breakdown"
	EventNoticeProvider     = "notice_given_provider"
	EventNoticePerson       = "notice_given_person"
	EventRespite            = "respite"
	EventDeath              = "death"

	CheckElectronic = "electronic"
	CheckManual     = "manual"
	CheckNone       = "none"

	EmployedPermanent = "permanent"
	EmployedBank      = "bank"
	EmployedAgency    = "agency"

	AboutPerson       = "person"
	AboutFamily       = "family"
	AboutStaff        = "staff"
	AboutProfessional = "professional"

	ScaleMood      = "mood"
	ScaleWellbeing = "wellbeing"
	ScaleInControl = "in_control"
	ScaleCalm      = "calm"
	ScaleRespected = "respected"

	RaterSelf  = "self"
	RaterProxy = "proxy_family"
	RaterStaff = "staff"

	ScaleComfort    = "comfort"
	ScaleConfidence = "confidence"
	ScaleAnxiety    = "anxiety"

	FeedbackComplaint  = "complaint"
	FeedbackConcern    = "concern"
	FeedbackCompliment = "compliment"
	FeedbackSuggestion = "suggestion"

	Attended              = "attended"
	AttendedPart          = "attended_part"
	AttendNotRecorded     = "not_recorded"
	AttendCancelProvider  = "cancelled_provider"
	AttendCancelExternal  = "cancelled_external"
	AttendCancelPerson    = "cancelled_person"
	AttendCancelAnxiety   = "cancelled_anxiety"
	AttendDeclined        = "declined"
	RoleParticipant       = "participant"
	RoleContributor       = "contributor"
	RoleVolunteer         = "volunteer"
	RoleEmployee          = "employee"
	CategoryPersonalCare  = "personal_care"
	CategoryOther         = "other"
	ChangeAreaNone        = ""
	ActionStatusCancelled = "cancelled"
)
