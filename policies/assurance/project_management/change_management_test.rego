package ciieval.assurance.project_management.change_management_test

import data.ciieval.assurance.project_management.change_management

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"incidents": [],
	"projects": [
		{
			"id": "p1",
			"services": ["consulting.planning"],
			"from": "2026-01-10",
			"until": "2026-06-30",
			"status": "completed",
			"changes": [{
				"name": "scope",
				"notified_on": "2026-03-01",
				"notice": ["risks", "impact", "remedies"],
				"approved_on": "2026-03-05",
				"implemented_on": "2026-03-10",
				"record": "c1",
				"agreed_service_level_percent": 99,
				"measured_service_level_percent": 99.5,
				"measured_on": "2026-04-10",
			}],
		},
		{"id": "p2", "services": ["consulting.planning"], "from": "2026-02-01", "status": "in_progress", "changes": []},
	],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

no_changes := with_value("/projects/0/changes", [])

declared(dossier) := object.union(dossier, {"absences": [{"subject": "service_changes", "stated_on": "2026-11-01", "stated_by": "wang", "reason": "none came up"}]})

unauthorized(dossier, day) := object.union(dossier, {"incidents": [{"id": "i1", "kind": "unauthorized_activity", "occurred_on": day}]})

with_value(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

with_change(key, value) := with_value(concat("", ["/projects/0/changes/0/", key]), value)

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_good_change_satisfies_every_clause if {
	change_management.controlled_changes.status == "satisfied" with input as good
	change_management.service_level_kept.status == "satisfied" with input as good
}

test_nothing_is_no_evidence if {
	change_management.controlled_changes.status == "no_evidence" with input as nothing
	change_management.service_level_kept.status == "no_evidence" with input as nothing
}

test_only_projects_with_changes_are_counted if {
	outcome := change_management.service_level_kept with input as good
	outcome.checks[0].expected == 1
}

test_telling_agreeing_and_carrying_out_on_one_day_is_enough if {
	same_day := json.patch(good, [
		{"op": "replace", "path": "/projects/0/changes/0/notified_on", "value": "2026-03-10"},
		{"op": "replace", "path": "/projects/0/changes/0/approved_on", "value": "2026-03-10"},
	])
	change_management.controlled_changes.status == "satisfied" with input as same_day
}

test_client_told_after_agreeing_or_after_the_change_fails if {
	change_management.controlled_changes.status == "not_satisfied" with input as with_change("notified_on", "2026-03-06")
	outcome := change_management.controlled_changes with input as with_change("notified_on", "2026-03-11")
	outcome.checks[0].failing == ["p1"]
}

test_change_carried_out_before_agreement_fails if {
	outcome := change_management.controlled_changes with input as with_change("approved_on", "2026-03-11")
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["p1"]
}

test_notice_lacking_a_content_fails if {
	outcome := change_management.controlled_changes with input as with_change("notice", ["risks", "impact"])
	outcome.status == "not_satisfied"
	outcome.checks[3].fact == "project.change_notices/change_notice_topics.remedies"
	not outcome.checks[3].ok
	change_management.controlled_changes.status == "not_satisfied" with input as with_change("notice", ["impact", "remedies"])
	change_management.controlled_changes.status == "not_satisfied" with input as with_change("notice", ["risks", "remedies"])
}

test_change_that_lacks_a_step_fails if {
	every key in ["notified_on", "notice", "approved_on", "implemented_on", "record"] {
		change_management.controlled_changes.status == "not_satisfied" with input as without(concat("", ["/projects/0/changes/0/", key]))
	}
}

planned(day) := json.patch(no_changes, [{"op": "add", "path": "/projects/0/changes/-", "value": {"name": "later", "implemented_on": day}}])

test_change_after_the_reference_date_does_not_count if {
	change_management.controlled_changes.status == "not_satisfied" with input as planned("2026-11-22")
	change_management.controlled_changes.status == "not_applicable" with input as planned("2026-11-23")
}

test_unauthorized_activity_of_the_last_three_years_fails if {
	outcome := change_management.controlled_changes with input as unauthorized(good, "2023-11-22")
	outcome.status == "not_satisfied"
	outcome.checks[count(outcome.checks) - 1].actual == ["i1"]
	change_management.controlled_changes.status == "satisfied" with input as unauthorized(good, "2023-11-21")
}

test_unauthorized_activity_fails_even_without_changes if {
	change_management.controlled_changes.status == "not_satisfied" with input as unauthorized(no_changes, "2026-05-01")
	change_management.controlled_changes.status == "not_satisfied" with input as unauthorized(declared(no_changes), "2026-05-01")
	change_management.service_level_kept.status == "not_applicable" with input as unauthorized(no_changes, "2026-05-01")
}

test_no_register_of_incidents_is_no_evidence if {
	change_management.controlled_changes.status == "no_evidence" with input as without("/incidents")
	change_management.controlled_changes.status == "no_evidence" with input as declared(json.patch(no_changes, [{"op": "remove", "path": "/incidents"}]))
}

test_no_change_in_any_project_does_not_apply if {
	outcome := change_management.controlled_changes with input as no_changes
	outcome.status == "not_applicable"
	outcome.checks[0].fact == "project.changes"
	change_management.service_level_kept.status == "not_applicable" with input as no_changes
}

test_declared_absence_does_not_apply if {
	silent := declared(json.patch(good, [{"op": "remove", "path": "/projects/0/changes"}, {"op": "remove", "path": "/projects/1/changes"}]))
	change_management.controlled_changes.status == "not_applicable" with input as silent
	change_management.service_level_kept.status == "not_applicable" with input as silent
}

test_contradicted_absence_fails if {
	outcome := change_management.service_level_kept with input as declared(good)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["projects[0].changes"]
	change_management.controlled_changes.status == "not_satisfied" with input as declared(good)
}

test_project_silent_about_changes_is_no_evidence if {
	outcome := change_management.service_level_kept with input as without("/projects/1/changes")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["p2"]
	change_management.controlled_changes.status == "no_evidence" with input as without("/projects/1/changes")
	change_management.controlled_changes.status == "no_evidence" with input as without("/projects/0/changes")
}

test_service_level_equal_to_the_agreed_is_enough if {
	change_management.service_level_kept.status == "satisfied" with input as with_change("measured_service_level_percent", 99)
	change_management.service_level_kept.status == "not_satisfied" with input as with_change("measured_service_level_percent", 98.9)
}

test_service_level_is_measured_after_the_change_and_by_the_reference_date if {
	change_management.service_level_kept.status == "satisfied" with input as with_change("measured_on", "2026-03-10")
	change_management.service_level_kept.status == "not_satisfied" with input as with_change("measured_on", "2026-03-09")
	change_management.service_level_kept.status == "satisfied" with input as with_change("measured_on", "2026-11-22")
	change_management.service_level_kept.status == "not_satisfied" with input as with_change("measured_on", "2026-11-23")
}

test_change_without_measurement_fails if {
	outcome := change_management.service_level_kept with input as without("/projects/0/changes/0/measured_service_level_percent")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}
