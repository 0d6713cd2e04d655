package ciieval.assurance.quality.quality_system_test

import data.ciieval.assurance.quality.quality_system

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [
		{"id": "d1", "kind": "management_system_manual", "approved_on": "2024-01-01", "effective_from": "2024-01-01"},
		{"id": "d2", "kind": "quality_objectives", "approved_on": "2024-01-01", "effective_from": "2024-01-01"},
	],
	"qualifications": [
		{"id": "q1", "kind": "itsms", "valid_from": "2024-01-01", "valid_until": "2026-11-22"},
		{"id": "q2", "kind": "qms", "valid_from": "2024-01-01", "valid_until": "2027-01-01"},
	],
	"people": [
		{"id": "p1", "employment": {"from": "2020-01-01"}, "posts": ["service_technician"]},
		{"id": "p2", "employment": {"from": "2020-01-01"}, "posts": ["quality_director"]},
		{"id": "p3", "employment": {"from": "2020-01-01"}, "posts": ["administrative_staff"]},
	],
	"trainings": [{"id": "t1", "kind": "management_system", "date": "2024-02-01", "attendees": [{"person": "p1", "result": "passed"}, {"person": "p2"}]}],
	"quality": {"objectives": [
		{"name": "satisfaction", "target": 95, "direction": "at_least", "measurements": [{"date": "2025-12-01", "value": 96}]},
		{"name": "complaints", "target": 1, "direction": "at_most", "measurements": [{"date": "2024-12-01", "value": 5}, {"date": "2025-11-22", "value": 4}]},
	]},
	"positions": [{"post": "quality_director", "duties": ["quality assurance"], "reports_to": "top_management"}],
}

changed(op, path, value) := json.patch(good, [{"op": op, "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

test_documented_and_certified_system_is_enough if {
	quality_system.management_system.status == "satisfied" with input as good
}

test_certification_that_ended_the_day_before_fails if {
	outcome := quality_system.management_system with input as changed("replace", "/qualifications/0/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	[check.fact | some check in outcome.checks; not check.ok] == ["qualification.held/qualifications.itsms"]
}

test_quality_management_certification_is_needed_too if {
	quality_system.management_system.status == "not_satisfied" with input as without("/qualifications/1")
}

test_system_without_qualifications_is_no_evidence if {
	quality_system.management_system.status == "no_evidence" with input as without("/qualifications")
}

test_manual_no_longer_in_force_fails if {
	quality_system.management_system.status == "not_satisfied" with input as changed("add", "/documents/0/effective_until", "2026-11-21")
}

test_training_in_the_system_reaches_managers_too if {
	outcome := quality_system.management_system with input as without("/trainings/0/attendees/1")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p2"]
	outcome.checks[1].judgement
}

test_failed_training_in_the_system_does_not_count if {
	quality_system.management_system.status == "not_satisfied" with input as changed("replace", "/trainings/0/attendees/0/result", "failed")
}

test_training_on_the_reference_date_counts_and_later_does_not if {
	quality_system.management_system.status == "satisfied" with input as changed("replace", "/trainings/0/date", "2026-11-22")
	quality_system.management_system.status == "not_satisfied" with input as changed("replace", "/trainings/0/date", "2026-11-23")
}

test_system_without_training_register_is_no_evidence if {
	quality_system.management_system.status == "no_evidence" with input as without("/trainings")
}

test_objectives_reached_or_getting_better_are_enough if {
	quality_system.quality_objectives.status == "satisfied" with input as good
}

test_objective_measured_one_day_too_long_ago_fails if {
	outcome := quality_system.quality_objectives with input as changed("replace", "/quality/objectives/1/measurements/1/date", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["quality.objectives[1]"]
}

test_objective_reached_exactly_counts_and_short_of_it_does_not if {
	quality_system.quality_objectives.status == "satisfied" with input as changed("replace", "/quality/objectives/0/measurements/0/value", 95)
	outcome := quality_system.quality_objectives with input as changed("replace", "/quality/objectives/0/measurements/0/value", 94.9)
	outcome.status == "not_satisfied"
	outcome.checks[3].judgement
}

test_missed_objective_that_stays_the_same_does_not_improve if {
	quality_system.quality_objectives.status == "not_satisfied" with input as changed("replace", "/quality/objectives/1/measurements/1/value", 5)
}

test_objective_measured_after_the_reference_date_only_fails if {
	quality_system.quality_objectives.status == "not_satisfied" with input as changed("replace", "/quality/objectives/0/measurements/0/date", "2026-11-23")
}

test_empty_list_of_objectives_fails if {
	quality_system.quality_objectives.status == "not_satisfied" with input as changed("replace", "/quality/objectives", [])
}

test_objectives_set_after_the_reference_date_do_not_count if {
	later := json.patch(good, [
		{"op": "add", "path": "/quality/objectives/0/set_on", "value": "2026-11-23"},
		{"op": "remove", "path": "/quality/objectives/1"},
	])
	outcome := quality_system.quality_objectives with input as later
	outcome.checks[1].actual == 0
}

test_objectives_without_measurements_are_no_evidence if {
	outcome := quality_system.quality_objectives with input as without("/quality/objectives/0/measurements")
	outcome.status == "no_evidence"
	outcome.checks[2].unknown == ["quality.objectives[0]"]
}

test_no_objectives_are_no_evidence if {
	quality_system.quality_objectives.status == "no_evidence" with input as silent
	quality_system.quality_objectives.status == "no_evidence" with input as without("/quality")
}

test_independent_quality_director_is_enough if {
	quality_system.quality_director.status == "satisfied" with input as good
}

test_quality_director_who_left_fails if {
	outcome := quality_system.quality_director with input as changed("add", "/people/1/employment/until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
}

test_quality_director_on_the_last_day_counts if {
	quality_system.quality_director.status == "satisfied" with input as changed("add", "/people/1/employment/until", "2026-11-22")
}

test_quality_director_who_delivers_services_fails if {
	outcome := quality_system.quality_director with input as changed("add", "/people/1/posts/-", "service_consultant")
	outcome.status == "not_satisfied"
	outcome.checks[3].actual == ["p2"]
	outcome.checks[3].judgement
}

test_quality_director_below_a_department_head_fails if {
	quality_system.quality_director.status == "not_satisfied" with input as changed("replace", "/positions/0/reports_to", "department_head")
}

test_quality_director_without_duties_fails if {
	quality_system.quality_director.status == "not_satisfied" with input as changed("replace", "/positions/0/duties", [])
}

test_post_that_says_nothing_about_duties_is_no_evidence if {
	quality_system.quality_director.status == "no_evidence" with input as without("/positions/0/duties")
	quality_system.quality_director.status == "no_evidence" with input as without("/positions/0/reports_to")
}

test_post_of_quality_director_not_laid_down_fails if {
	quality_system.quality_director.status == "not_satisfied" with input as changed("replace", "/positions", [])
}

test_silence_is_no_evidence if {
	quality_system.management_system.status == "no_evidence" with input as silent
	quality_system.quality_director.status == "no_evidence" with input as silent
	outcome := quality_system.quality_director with input as silent
	every check in outcome.checks { check.missing }
}
