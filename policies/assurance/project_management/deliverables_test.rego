package ciieval.assurance.project_management.deliverables_test

import data.ciieval.assurance.project_management.deliverables

deliverable(kind, day) := {
	"name": kind,
	"kind": kind,
	"due_on": day,
	"verified_on": day,
	"verified_by": "li",
	"submitted_on": day,
	"confirmed_on": day,
	"states": ["basis", "composition", "conclusions", "measures", "data_sources", "supporting_materials"],
	"norms": ["GB/T 20984"],
	"reviews": [{"date": day, "result": "passed"}],
}

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"incidents": [],
	"projects": [{
		"id": "p1",
		"services": ["consulting.planning"],
		"from": "2026-01-10",
		"until": "2026-06-30",
		"status": "completed",
		"team": [{"person": "wang", "from": "2026-01-10"}],
		"deliverables": [deliverable("service_plan", "2026-01-20"), deliverable("process_record", "2026-05-10"), deliverable("summary_report", "2026-07-05")],
		"handover": {
			"completed_on": "2026-07-06",
			"items": [
				{"item": "client_data", "action": "cleared"},
				{"item": "materials", "action": "returned"},
				{"item": "access_credentials", "action": "returned"},
				{"item": "accounts", "action": "never_received"},
				{"item": "deployed_tools", "action": "uninstalled"},
			],
			"commitment_signed_on": "2026-07-06",
			"commitment_signed_by": ["wang"],
		},
	}],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

with_value(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

added(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

of_first(key) := concat("", ["/projects/0/deliverables/0/", key])

# The only project, in another state and with these deliverables.
project_being(status, list) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/status", "value": status},
	{"op": "replace", "path": "/projects/0/deliverables", "value": list},
	{"op": "remove", "path": "/projects/0/handover"},
])

test_good_deliverables_satisfy_every_clause if {
	deliverables.submission_and_confirmation.status == "satisfied" with input as good
	deliverables.true_deliverables.status == "satisfied" with input as good
	deliverables.return_and_clearing.status == "satisfied" with input as good
	deliverables.norms_and_reviews.status == "satisfied" with input as good
}

test_silence_is_no_evidence if {
	every dossier in [nothing, without("/projects/0/deliverables")] {
		deliverables.submission_and_confirmation.status == "no_evidence" with input as dossier
		deliverables.true_deliverables.status == "no_evidence" with input as dossier
		deliverables.norms_and_reviews.status == "no_evidence" with input as dossier
	}
	deliverables.return_and_clearing.status == "no_evidence" with input as nothing
}

test_completed_project_without_deliverables_fails if {
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as with_value("/projects/0/deliverables", [])
	deliverables.true_deliverables.status == "not_satisfied" with input as with_value("/projects/0/deliverables", [])
	deliverables.norms_and_reviews.status == "not_satisfied" with input as with_value("/projects/0/deliverables", [])
}

test_deliverable_submitted_after_its_day_fails if {
	deliverables.submission_and_confirmation.status == "satisfied" with input as with_value(of_first("due_on"), "2026-01-21")
	outcome := deliverables.submission_and_confirmation with input as with_value(of_first("due_on"), "2026-01-19")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}

test_deliverable_never_submitted_fails_once_it_was_due if {
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as added("/projects/0/deliverables/-", {"kind": "result", "due_on": "2026-11-22"})
	deliverables.submission_and_confirmation.status == "satisfied" with input as added("/projects/0/deliverables/-", {"kind": "result", "due_on": "2026-11-23"})
}

test_unconfirmed_deliverable_fails if {
	outcome := deliverables.submission_and_confirmation with input as without(of_first("confirmed_on"))
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
	deliverables.submission_and_confirmation.status == "satisfied" with input as with_value(of_first("confirmed_on"), "2026-11-22")
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as with_value(of_first("confirmed_on"), "2026-11-23")
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as with_value(of_first("confirmed_on"), "2026-01-19")
}

test_completed_project_has_everything_confirmed_that_it_submitted if {
	extra := object.remove(deliverable("result", "2026-05-20"), ["due_on", "confirmed_on"])
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as added("/projects/0/deliverables/-", extra)
	deliverables.submission_and_confirmation.status == "satisfied" with input as added("/projects/0/deliverables/-", object.union(extra, {"confirmed_on": "2026-05-21"}))
}

test_deliverables_of_a_completed_project_fall_due if {
	undated := [object.remove(one, ["due_on"]) | some one in good.projects[0].deliverables]
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as with_value("/projects/0/deliverables", undated)
}

test_running_project_owes_only_what_was_due if {
	deliverables.submission_and_confirmation.status == "satisfied" with input as project_being("in_progress", [deliverable("service_plan", "2026-01-20"), {"kind": "result", "due_on": "2026-11-23"}])
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as project_being("in_progress", [deliverable("service_plan", "2026-01-20"), {"kind": "result", "due_on": "2026-11-22"}])
}

test_running_project_with_nothing_due_is_left_out if {
	running := {"id": "p2", "services": ["consulting.planning"], "from": "2026-11-01", "status": "in_progress", "deliverables": [{"kind": "result", "due_on": "2026-12-31"}]}
	outcome := deliverables.submission_and_confirmation with input as added("/projects/-", running)
	outcome.status == "satisfied"
	outcome.checks[0].expected == 1
	deliverables.submission_and_confirmation.status == "no_evidence" with input as project_being("in_progress", [])
	deliverables.true_deliverables.status == "no_evidence" with input as project_being("in_progress", [])
}

test_abandoned_project_owes_what_was_due_before_its_end if {
	submitted := deliverable("service_plan", "2026-01-20")
	deliverables.submission_and_confirmation.status == "satisfied" with input as project_being("abandoned", [submitted, {"kind": "result", "due_on": "2026-07-01"}])
	deliverables.submission_and_confirmation.status == "not_satisfied" with input as project_being("abandoned", [submitted, {"kind": "result", "due_on": "2026-06-30"}])
}

test_lacking_kind_is_left_to_judgement if {
	every number in [0, 1, 2] {
		outcome := deliverables.submission_and_confirmation with input as with_value(sprintf("/projects/0/deliverables/%d/kind", [number]), "result")
		outcome.status == "not_satisfied"
		outcome.checks[2 + number].failing == ["p1"]
		outcome.checks[2 + number].judgement
	}
}

test_any_of_the_three_reports_is_enough if {
	every kind in ["stage_report", "summary_report", "acceptance_report"] {
		deliverables.submission_and_confirmation.status == "satisfied" with input as with_value("/projects/0/deliverables/2/kind", kind)
	}
}

test_deliverable_that_lacks_a_statement_fails if {
	every content in deliverable("result", "").states {
		others := [other | some other in deliverable("result", "").states; other != content]
		deliverables.true_deliverables.status == "not_satisfied" with input as with_value(of_first("states"), others)
	}
	outcome := deliverables.true_deliverables with input as with_value(of_first("states"), ["basis"])
	outcome.checks[0].ok
	outcome.checks[4].fact == "project.deliverable_statements/deliverable_statements.data_sources"
	outcome.checks[4].failing == ["p1"]
	outcome.checks[4].judgement
}

test_verification_on_the_day_of_submission_is_enough_and_later_is_not if {
	deliverables.true_deliverables.status == "satisfied" with input as with_value(of_first("verified_on"), "2026-01-20")
	deliverables.true_deliverables.status == "not_satisfied" with input as with_value(of_first("verified_on"), "2026-01-21")
	deliverables.true_deliverables.status == "not_satisfied" with input as without(of_first("verified_on"))
	deliverables.true_deliverables.status == "not_satisfied" with input as without(of_first("verified_by"))
}

test_deliverable_not_yet_submitted_is_not_looked_at if {
	draft := {"kind": "result", "due_on": "2026-12-31", "submitted_on": "2026-11-23"}
	deliverables.true_deliverables.status == "satisfied" with input as added("/projects/0/deliverables/-", draft)
	deliverables.true_deliverables.status == "not_satisfied" with input as added("/projects/0/deliverables/-", object.union(draft, {"submitted_on": "2026-11-22"}))
}

falsified_on(day) := with_value("/incidents", [{"id": "i1", "kind": "falsification", "occurred_on": day}])

test_falsification_of_the_last_three_years_fails if {
	outcome := deliverables.true_deliverables with input as falsified_on("2023-11-22")
	outcome.status == "not_satisfied"
	outcome.checks[7].actual == ["i1"]
	deliverables.true_deliverables.status == "satisfied" with input as falsified_on("2023-11-21")
	deliverables.true_deliverables.status == "no_evidence" with input as without("/incidents")
}

test_each_kind_of_item_is_accounted_for if {
	every number in [0, 1, 2, 3, 4] {
		outcome := deliverables.return_and_clearing with input as without(sprintf("/projects/0/handover/items/%d", [number]))
		outcome.status == "not_satisfied"
		outcome.checks[number].failing == ["p1"]
	}
}

test_handover_is_completed_by_the_reference_date if {
	deliverables.return_and_clearing.status == "satisfied" with input as with_value("/projects/0/handover/completed_on", "2026-11-22")
	deliverables.return_and_clearing.status == "not_satisfied" with input as with_value("/projects/0/handover/completed_on", "2026-11-23")
}

test_commitment_is_signed_by_the_team_by_the_reference_date if {
	deliverables.return_and_clearing.status == "satisfied" with input as with_value("/projects/0/handover/commitment_signed_on", "2026-11-22")
	deliverables.return_and_clearing.status == "not_satisfied" with input as with_value("/projects/0/handover/commitment_signed_on", "2026-11-23")
	deliverables.return_and_clearing.status == "not_satisfied" with input as with_value("/projects/0/handover/commitment_signed_by", ["zhao"])
	deliverables.return_and_clearing.status == "not_satisfied" with input as with_value("/projects/0/handover/commitment_signed_by", [])
}

test_silence_about_the_handover_is_no_evidence if {
	deliverables.return_and_clearing.status == "no_evidence" with input as without("/projects/0/handover")
	every key in ["completed_on", "items", "commitment_signed_on", "commitment_signed_by"] {
		deliverables.return_and_clearing.status == "no_evidence" with input as without(concat("", ["/projects/0/handover/", key]))
	}
}

test_return_does_not_apply_while_no_project_is_completed if {
	outcome := deliverables.return_and_clearing with input as project_being("in_progress", [])
	outcome.status == "not_applicable"
	outcome.checks[0].fact == "project.completed"
	deliverables.return_and_clearing.status == "not_applicable" with input as project_being("abandoned", [])
	deliverables.return_and_clearing.status == "no_evidence" with input as project_being("planned", [])
}

test_deliverable_without_norms_fails if {
	outcome := deliverables.norms_and_reviews with input as without(of_first("norms"))
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
	outcome.checks[0].judgement
	deliverables.norms_and_reviews.status == "not_satisfied" with input as with_value(of_first("norms"), [])
}

test_review_is_passed_by_the_day_of_confirmation if {
	deliverables.norms_and_reviews.status == "satisfied" with input as with_value(of_first("reviews"), [{"date": "2026-01-20", "result": "passed"}])
	outcome := deliverables.norms_and_reviews with input as with_value(of_first("reviews"), [{"date": "2026-01-21", "result": "passed"}])
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
	deliverables.norms_and_reviews.status == "not_satisfied" with input as without(of_first("reviews"))
}

test_unconfirmed_deliverable_is_reviewed_by_the_reference_date if {
	deliverables.norms_and_reviews.status == "satisfied" with input as unconfirmed_reviewed("2026-11-22")
	deliverables.norms_and_reviews.status == "not_satisfied" with input as unconfirmed_reviewed("2026-11-23")
}

unconfirmed_reviewed(day) := json.patch(good, [
	{"op": "remove", "path": of_first("confirmed_on")},
	{"op": "replace", "path": of_first("reviews/0/date"), "value": day},
])

test_the_last_review_decides if {
	passed_then_failed := [{"date": "2026-01-18", "result": "passed"}, {"date": "2026-01-19", "result": "failed"}]
	failed_then_passed := [{"date": "2026-01-18", "result": "failed"}, {"date": "2026-01-19", "result": "passed"}]
	deliverables.norms_and_reviews.status == "not_satisfied" with input as with_value(of_first("reviews"), passed_then_failed)
	deliverables.norms_and_reviews.status == "satisfied" with input as with_value(of_first("reviews"), failed_then_passed)
}

test_silent_project_beside_a_good_one_is_no_evidence if {
	silent := added("/projects/-", {"id": "p2", "services": ["consulting.planning"], "from": "2026-11-01", "status": "in_progress"})
	outcome := deliverables.submission_and_confirmation with input as silent
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["p2"]
	deliverables.true_deliverables.status == "no_evidence" with input as silent
	deliverables.norms_and_reviews.status == "no_evidence" with input as silent
}
