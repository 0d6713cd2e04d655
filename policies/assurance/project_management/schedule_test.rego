package ciieval.assurance.project_management.schedule_test

import data.ciieval.assurance.project_management.schedule

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"projects": [{
		"id": "p1",
		"services": ["consulting.planning"],
		"from": "2026-01-10",
		"until": "2026-06-30",
		"status": "completed",
		"manager": "wang",
		"service_plan": {"issued_on": "2026-01-20", "contents": ["schedule"]},
		"milestones": [{"name": "draft", "due_on": "2026-04-01", "reached_on": "2026-03-30"}, {"name": "final", "due_on": "2026-07-10", "reached_on": "2026-07-01"}],
		"meetings": [
			{"date": "2026-02-01", "chaired_by": "wang", "minutes": "m1", "actions": [{"action": "ask", "closed_on": "2026-02-10"}]},
			{"date": "2026-05-01", "chaired_by": "wang", "minutes": "m2"},
		],
		"risks": [{"kind": "schedule", "assessed_on": "2026-01-15", "measures": ["reserve"]}],
	}],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

with_value(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

added(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_good_schedule_satisfies_every_clause if {
	schedule.plan_and_milestones.status == "satisfied" with input as good
	schedule.progress_meetings.status == "satisfied" with input as good
	schedule.schedule_risks.status == "satisfied" with input as good
}

test_nothing_is_no_evidence if {
	schedule.plan_and_milestones.status == "no_evidence" with input as nothing
	schedule.progress_meetings.status == "no_evidence" with input as nothing
	schedule.schedule_risks.status == "no_evidence" with input as nothing
}

test_milestone_reached_on_its_day_is_in_time if {
	schedule.plan_and_milestones.status == "satisfied" with input as with_value("/projects/0/milestones/0/reached_on", "2026-04-01")
}

test_milestone_reached_late_fails if {
	outcome := schedule.plan_and_milestones with input as with_value("/projects/0/milestones/0/reached_on", "2026-04-02")
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["p1"]
}

test_milestone_never_reached_fails_once_it_was_due if {
	schedule.plan_and_milestones.status == "not_satisfied" with input as added("/projects/0/milestones/-", {"name": "today", "due_on": "2026-11-22"})
	schedule.plan_and_milestones.status == "satisfied" with input as added("/projects/0/milestones/-", {"name": "tomorrow", "due_on": "2026-11-23"})
}

abandoned_with(due_on) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/status", "value": "abandoned"},
	{"op": "add", "path": "/projects/0/milestones/-", "value": {"name": "given up", "due_on": due_on}},
])

test_abandoned_project_owes_what_was_due_before_its_end if {
	schedule.plan_and_milestones.status == "not_satisfied" with input as abandoned_with("2026-06-30")
	schedule.plan_and_milestones.status == "satisfied" with input as abandoned_with("2026-07-01")
}

test_no_milestones_fail_and_silence_is_no_evidence if {
	schedule.plan_and_milestones.status == "not_satisfied" with input as with_value("/projects/0/milestones", [])
	outcome := schedule.plan_and_milestones with input as without("/projects/0/milestones")
	outcome.status == "no_evidence"
	outcome.checks[2].unknown == ["p1"]
	outcome.checks[3].unknown == ["p1"]
}

test_plan_without_schedule_is_left_to_judgement if {
	outcome := schedule.plan_and_milestones with input as with_value("/projects/0/service_plan/contents", ["deliverables"])
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	schedule.plan_and_milestones.status == "no_evidence" with input as without("/projects/0/service_plan")
}

test_one_meeting_is_not_regular if {
	outcome := schedule.progress_meetings with input as without("/projects/0/meetings/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}

test_meetings_count_until_the_last_day_of_service if {
	schedule.progress_meetings.status == "satisfied" with input as with_value("/projects/0/meetings/1/date", "2026-06-30")
	schedule.progress_meetings.status == "not_satisfied" with input as with_value("/projects/0/meetings/1/date", "2026-07-01")
}

test_meetings_chaired_by_others_do_not_count if {
	schedule.progress_meetings.status == "not_satisfied" with input as with_value("/projects/0/meetings/1/chaired_by", "li")
	schedule.progress_meetings.status == "satisfied" with input as added("/projects/0/meetings/-", {"date": "2026-06-01", "chaired_by": "li", "minutes": "m3"})
}

test_every_meeting_has_minutes if {
	outcome := schedule.progress_meetings with input as added("/projects/0/meetings/-", {"date": "2026-06-01", "chaired_by": "wang"})
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
}

test_completed_project_has_closed_its_actions if {
	open := without("/projects/0/meetings/0/actions/0/closed_on")
	outcome := schedule.progress_meetings with input as open
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["p1"]
	schedule.progress_meetings.status == "satisfied" with input as with_value("/projects/0/meetings/0/actions/0/closed_on", "2026-11-22")
	schedule.progress_meetings.status == "not_satisfied" with input as with_value("/projects/0/meetings/0/actions/0/closed_on", "2026-11-23")
	schedule.progress_meetings.status == "satisfied" with input as json.patch(open, [{"op": "replace", "path": "/projects/0/status", "value": "in_progress"}])
}

test_silence_about_meetings_or_manager_is_no_evidence if {
	outcome := schedule.progress_meetings with input as without("/projects/0/meetings")
	outcome.status == "no_evidence"
	every check in outcome.checks { check.unknown == ["p1"] }
	schedule.progress_meetings.status == "no_evidence" with input as without("/projects/0/manager")
}

test_no_meeting_fails if {
	schedule.progress_meetings.status == "not_satisfied" with input as with_value("/projects/0/meetings", [])
}

test_schedule_risk_is_assessed_by_the_last_day_of_service if {
	schedule.schedule_risks.status == "satisfied" with input as with_value("/projects/0/risks/0/assessed_on", "2026-06-30")
	schedule.schedule_risks.status == "not_satisfied" with input as with_value("/projects/0/risks/0/assessed_on", "2026-07-01")
}

test_other_risks_are_not_risks_to_the_schedule if {
	schedule.schedule_risks.status == "not_satisfied" with input as with_value("/projects/0/risks/0/kind", "other")
}

test_every_schedule_risk_has_a_measure if {
	outcome := schedule.schedule_risks with input as added("/projects/0/risks/-", {"kind": "schedule", "assessed_on": "2026-02-01", "measures": []})
	outcome.status == "not_satisfied"
	outcome.checks[0].ok
	outcome.checks[1].failing == ["p1"]
	outcome.checks[1].judgement
	schedule.schedule_risks.status == "not_satisfied" with input as without("/projects/0/risks/0/measures")
}

test_no_risks_fail_and_silence_is_no_evidence if {
	schedule.schedule_risks.status == "not_satisfied" with input as with_value("/projects/0/risks", [])
	schedule.schedule_risks.status == "no_evidence" with input as without("/projects/0/risks")
}

running_with_meeting(day) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/status", "value": "in_progress"},
	{"op": "add", "path": "/projects/0/meetings/-", "value": {"date": day}},
])

test_meeting_after_the_reference_date_needs_no_minutes_yet if {
	schedule.progress_meetings.status == "not_satisfied" with input as running_with_meeting("2026-11-22")
	schedule.progress_meetings.status == "satisfied" with input as running_with_meeting("2026-11-23")
}
