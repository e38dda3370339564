package main

import (
	"strconv"
	"strings"
	"time"

	"evidencepack/ingest/record"
)

// telling is one thing that a row says, with its heading. Only dates, numbers and words
// of our own lists are told, never a name, an id of a person or a free text.
type telling struct{ heading, text string }

// tells says what of a record helps to recognise it and to see why it counted.
func tells(r record.Record) []telling {
	switch r := r.(type) {
	case *record.CareTask:
		return []telling{{"date", dayCell(r.On)}, {"time", clockCell(r.At)}, {"task", wordCell(r.Category)}, {"outcome", wordCell(string(r.Outcome))}}
	case *record.MedAdmin:
		return []telling{{"date", dayCell(r.On)}, {"time", clockCell(r.At)}, {"outcome", wordCell(string(r.Outcome))}}
	case *record.Visit:
		return []telling{{"date", dayCell(r.On)}, {"time", clockCell(r.PlannedStart)}, {"status", wordCell(r.Status)}}
	case *record.Incident:
		return []telling{{"date", dayCell(r.On)}, {"type", wordCell(r.Type)}, {"harm", wordCell(r.Harm)}, {"closed", dayCell(r.ClosedOn)}}
	case *record.Action:
		return []telling{{"due", dayCell(r.DueOn)}, {"done", dayCell(r.CompletedOn)}}
	case *record.Restriction:
		return []telling{{"type", wordCell(r.Type)}, {"start", dayCell(r.StartOn)}, {"end", dayCell(r.EndOn)}, {"ended by", wordCell(r.EndReason)}}
	case *record.StepRecord:
		return []telling{{"date", dayCell(r.On)}, {"time", clockCell(r.At)}, {"level", rankCell(r.Rank)}}
	case *record.Rating:
		return []telling{{"date", dayCell(r.On)}, {"scale", wordCell(r.Scale)}, {"score", numberCell(r.Value)}}
	case *record.Attendance:
		return []telling{{"date", dayCell(r.On)}, {"status", wordCell(r.Status)}}
	case *record.Placement:
		return []telling{{"start", dayCell(r.Start)}, {"end", dayCell(r.End)}}
	}
	return tellsMore(r)
}

func tellsMore(r record.Record) []telling {
	switch r := r.(type) {
	case *record.PlanReview:
		return []telling{{"due", dayCell(r.DueOn)}, {"done", dayCell(r.CompletedOn)}, {"took part", wordCell(string(r.TookPart))}}
	case *record.PlanChange:
		return []telling{{"date", dayCell(r.On)}}
	case *record.Observation:
		return []telling{{"date", dayCell(r.On)}, {"met", wordCell(string(r.Met))}}
	case *record.PlanAudit:
		return []telling{{"date", dayCell(r.On)}, {"met", wordCell(string(r.Met))}}
	case *record.Feedback:
		return []telling{{"date", dayCell(r.On)}, {"type", wordCell(r.Type)}, {"due", dayCell(r.DueOn)}, {"answered", dayCell(r.RespondedOn)}}
	case *record.Safeguarding:
		return []telling{{"date", dayCell(r.On)}, {"type", wordCell(r.Type)}}
	case *record.Goal:
		return []telling{{"set", dayCell(r.SetOn)}, {"status", wordCell(r.Status)}, {"closed", dayCell(r.ClosedOn)}}
	case *record.RestrictionReview:
		return []telling{{"date", dayCell(r.ReviewedOn)}, {"outcome", wordCell(r.Outcome)}}
	case *record.Authorisation:
		return []telling{{"type", wordCell(r.Type)}, {"decided", dayCell(r.GrantedOn)}, {"expires", dayCell(r.ExpiresOn)}}
	case *record.Supervision:
		return []telling{{"due", dayCell(r.DueOn)}, {"held", dayCell(r.HeldOn)}}
	case *record.Competency:
		return []telling{{"course", wordCell(r.Key)}, {"done", dayCell(r.SignedOn)}, {"expires", dayCell(r.ExpiresOn)}}
	case *record.PlacementEvent:
		return []telling{{"date", dayCell(r.On)}, {"type", wordCell(r.Type)}}
	case *record.Staff:
		return []telling{{"start", dayCell(r.StartOn)}, {"end", dayCell(r.EndOn)}}
	case *record.Source:
		return []telling{{"read", commas(r.Read)}, {"used", commas(r.Used)}, {"set aside", commas(r.Rejected + r.NotMapped)}}
	}
	return []telling{{"date", dayCell(r.Where().On)}}
}

// noCell stands where nothing is written.
const noCell = "-"

func dayCell(d record.Date) string {
	if d == 0 {
		return noCell
	}
	return time.Unix(int64(d)*24*60*60, 0).UTC().Format("_2 Jan 2006")
}

func clockCell(c record.Clock) string {
	if c == record.NoClock {
		return noCell
	}
	return time.Unix(int64(c)*60, 0).UTC().Format("15:04")
}

// wordCell gives a word of our lists. Such a word has no capitals; whatever has is
// a text of the source, and stays there.
func wordCell(word string) string {
	if word == "" {
		return noCell
	}
	if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || len(word) > 32 {
		return "other words"
	}
	return strings.ReplaceAll(word, "_", " ")
}

func rankCell(rank int8) string {
	switch rank {
	case record.NoRank:
		return noCell
	case 0:
		return "0 (alone)"
	}
	return strconv.Itoa(int(rank))
}

func numberCell(v float64) string {
	if v == record.Unknown {
		return noCell
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
