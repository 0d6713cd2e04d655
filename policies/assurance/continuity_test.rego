package ciieval.assurance.continuity_test

import data.ciieval.assurance.continuity

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"projects": [
		{"id": "j1", "from": "2025-01-01", "until": "2026-01-01", "status": "completed", "ending": {"impacts": ["data"], "notified_on": "2025-12-31", "term_ends_on": "2026-01-01"}},
		{
			"id": "j2", "from": "2025-01-01", "until": "2026-02-01", "status": "completed", "ending": {"impacts": []},
			"replacement": {"successor": "x", "required_items": ["accounts", "tokens"], "handed_over": ["tokens", "accounts", "materials"], "accepted_on": "2026-02-01", "left_on": "2026-02-01"},
		},
		{
			"id": "j3", "from": "2025-01-01", "until": "2026-03-01", "status": "abandoned",
			"discontinuation": {"notified_on": "2026-02-28", "plan": "substitution", "plan_accepted_on": "2026-03-01", "stopped_on": "2026-03-01"},
		},
	],
}

patched(patches) := json.patch(good, patches)

changed(op, path, value) := patched([{"op": op, "path": path, "value": value}])

without(path) := patched([{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

declared(dossier, subject) := object.union(dossier, {"absences": [{"subject": subject, "stated_on": "2026-11-22", "stated_by": "x", "reason": "none"}]})

test_notice_before_the_term_is_enough if {
	continuity.notice_of_ending.status == "satisfied" with input as good
}

test_notice_on_the_last_day_fails if {
	outcome := continuity.notice_of_ending with input as changed("replace", "/projects/0/ending/notified_on", "2026-01-01")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["j1"]
}

test_ending_not_described_is_no_evidence if {
	continuity.notice_of_ending.status == "no_evidence" with input as without("/projects/1/ending")
	continuity.notice_of_ending.status == "no_evidence" with input as without("/projects/0/ending/notified_on")
	continuity.notice_of_ending.status == "no_evidence" with input as silent
}

test_no_ending_with_effects_does_not_apply if {
	outcome := continuity.notice_of_ending with input as changed("replace", "/projects/0/ending/impacts", [])
	outcome.status == "not_applicable"
	outcome.checks[0].actual == 2
}

test_running_project_is_asked_only_when_its_term_has_ended if {
	under_way := {"id": "j4", "from": "2025-01-01", "status": "in_progress", "ending": {"impacts": ["systems"], "term_ends_on": "2026-11-23"}}
	running := changed("add", "/projects/-", under_way)
	continuity.notice_of_ending.status == "satisfied" with input as running
	over := json.patch(running, [{"op": "replace", "path": "/projects/3/ending/term_ends_on", "value": "2026-11-22"}])
	continuity.notice_of_ending.status == "no_evidence" with input as over
}

test_project_of_more_than_three_years_ago_is_not_looked_at if {
	old := patched([
		{"op": "replace", "path": "/projects/0/until", "value": "2023-11-21"},
		{"op": "replace", "path": "/projects/0/from", "value": "2023-01-01"},
	])
	continuity.notice_of_ending.status == "not_applicable" with input as old
}

test_declared_absence_of_effects if {
	continuity.notice_of_ending.status == "not_applicable" with input as declared(silent, "ended_services_with_impact")
	outcome := continuity.notice_of_ending with input as declared(good, "ended_services_with_impact")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["j1"]
}

test_handover_of_everything_asked_for_is_enough if {
	continuity.handover_to_successor.status == "satisfied" with input as good
}

test_handover_that_leaves_something_out_fails if {
	outcome := continuity.handover_to_successor with input as changed("replace", "/projects/1/replacement/handed_over", ["accounts"])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["j2"]
}

test_handover_of_nothing_is_enough_where_nothing_was_asked_for if {
	nothing := patched([
		{"op": "replace", "path": "/projects/1/replacement/required_items", "value": []},
		{"op": "replace", "path": "/projects/1/replacement/handed_over", "value": []},
	])
	continuity.handover_to_successor.status == "satisfied" with input as nothing
}

test_handover_not_described_is_no_evidence if {
	continuity.handover_to_successor.status == "no_evidence" with input as without("/projects/1/replacement/handed_over")
	continuity.handover_to_successor.status == "no_evidence" with input as without("/projects/1/replacement/required_items")
}

test_silence_about_replacement_is_no_evidence if {
	continuity.handover_to_successor.status == "no_evidence" with input as without("/projects/1")
	continuity.handover_to_successor.status == "no_evidence" with input as silent
	continuity.exit_after_handover.status == "no_evidence" with input as without("/projects/1")
	continuity.exit_after_handover.status == "no_evidence" with input as silent
}

test_declared_absence_of_replacement if {
	continuity.handover_to_successor.status == "not_applicable" with input as declared(silent, "provider_replacement")
	continuity.exit_after_handover.status == "not_applicable" with input as declared(without("/projects/1"), "provider_replacement")
	outcome := continuity.exit_after_handover with input as declared(good, "provider_replacement")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["j2"]
	continuity.handover_to_successor.status == "not_satisfied" with input as declared(good, "provider_replacement")
}

test_discontinuation_with_notice_and_accepted_plan_is_enough if {
	continuity.discontinuation.status == "satisfied" with input as good
}

test_discontinuation_told_on_the_day_fails if {
	outcome := continuity.discontinuation with input as changed("replace", "/projects/2/discontinuation/notified_on", "2026-03-01")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["j3"]
}

test_plan_accepted_after_the_stop_fails if {
	outcome := continuity.discontinuation with input as changed("replace", "/projects/2/discontinuation/plan_accepted_on", "2026-03-02")
	outcome.status == "not_satisfied"
	[check.ok | some check in outcome.checks] == [true, true, false]
}

test_discontinuation_not_described_is_no_evidence if {
	continuity.discontinuation.status == "no_evidence" with input as without("/projects/2/discontinuation/notified_on")
	continuity.discontinuation.status == "no_evidence" with input as without("/projects/2/discontinuation/plan")
	continuity.discontinuation.status == "no_evidence" with input as without("/projects/2/discontinuation/plan_accepted_on")
	continuity.discontinuation.status == "no_evidence" with input as without("/projects/2")
	continuity.discontinuation.status == "no_evidence" with input as silent
}

test_stop_after_the_reference_date_does_not_count if {
	later := patched([
		{"op": "replace", "path": "/projects/2/discontinuation/stopped_on", "value": "2026-11-23"},
		{"op": "remove", "path": "/projects/2/discontinuation/plan"},
	])
	continuity.discontinuation.status == "not_applicable" with input as declared(later, "service_discontinuation")
	today := json.patch(later, [{"op": "replace", "path": "/projects/2/discontinuation/stopped_on", "value": "2026-11-22"}])
	continuity.discontinuation.status == "not_satisfied" with input as declared(today, "service_discontinuation")
}

test_declared_absence_of_discontinuation if {
	continuity.discontinuation.status == "not_applicable" with input as declared(silent, "service_discontinuation")
	outcome := continuity.discontinuation with input as declared(good, "service_discontinuation")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["j3"]
}

test_exit_on_the_day_of_acceptance_is_enough if {
	continuity.exit_after_handover.status == "satisfied" with input as good
}

test_exit_the_day_before_acceptance_fails if {
	outcome := continuity.exit_after_handover with input as changed("replace", "/projects/1/replacement/left_on", "2026-01-31")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["j2"]
}

test_exit_without_dates_is_no_evidence if {
	continuity.exit_after_handover.status == "no_evidence" with input as without("/projects/1/replacement/accepted_on")
	continuity.exit_after_handover.status == "no_evidence" with input as without("/projects/1/replacement/left_on")
}

test_provider_that_has_not_left_yet_breaches_nothing if {
	still := patched([
		{"op": "replace", "path": "/projects/1/status", "value": "in_progress"},
		{"op": "replace", "path": "/projects/1/replacement", "value": {"successor": "x", "left_on": "2026-11-23"}},
	])
	continuity.exit_after_handover.status == "satisfied" with input as still
	continuity.handover_to_successor.status == "satisfied" with input as still
	gone := json.patch(still, [{"op": "replace", "path": "/projects/1/replacement/left_on", "value": "2026-11-22"}])
	continuity.exit_after_handover.status == "no_evidence" with input as gone
}
