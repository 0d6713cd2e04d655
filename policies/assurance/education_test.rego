package ciieval.assurance.education_test

import data.ciieval.assurance.education

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [{"id": "d1", "kind": "training_policy", "approved_on": "2024-01-01", "effective_from": "2024-01-01", "topics": ["training_planning", "training_delivery", "assessment_and_induction", "training_records"]}],
	"people": [
		{"id": "p1", "employment": {"from": "2025-11-22"}, "posts": ["service_technician"], "certificates": [{"kind": "cisp", "valid_from": "2024-01-01", "valid_until": "2026-11-22"}]},
		{"id": "p2", "employment": {"from": "2020-01-01"}, "posts": ["archivist"], "security_experience": [{"from": "2024-11-22"}]},
	],
	"projects": [{"id": "j1", "services": ["consulting.design"], "from": "2025-01-01", "status": "in_progress", "team": [{"person": "p2", "from": "2025-01-01"}]}],
	"training_plans": [{"from": "2026-01-01", "until": "2026-11-22", "approved_on": "2025-12-20", "posts": ["service_technician"]}],
	"trainings": [
		{"id": "t1", "kind": "security_awareness", "date": "2026-01-10", "hours": 2, "attendees": [{"person": "p1"}, {"person": "p2"}]},
		{"id": "t2", "kind": "professional", "date": "2025-11-22", "hours": 30, "trainer": "p2", "record": "r2", "attendees": [{"person": "p1", "result": "passed"}]},
		{"id": "t3", "kind": "confidentiality", "date": "2026-11-22", "hours": 8, "attendees": [{"person": "p1", "result": "passed"}]},
		{"id": "t4", "kind": "post", "date": "2024-03-01", "hours": 4, "record": "r4", "attendees": [{"person": "p1", "result": "passed"}]},
	],
}

patched(patches) := json.patch(good, patches)

changed(op, path, value) := patched([{"op": op, "path": path, "value": value}])

without(path) := patched([{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

external_trainer(trainer) := patched([
	{"op": "remove", "path": "/trainings/1/trainer"},
	{"op": "add", "path": "/trainings/1/external_trainer", "value": object.union({"name": "x"}, trainer)},
])

test_policy_with_four_topics_is_enough if {
	education.training_policy.status == "satisfied" with input as good
}

test_policy_without_records_fails if {
	outcome := education.training_policy with input as without("/documents/0/topics/3")
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == ["training_records"]
}

test_no_policy_is_no_evidence if {
	education.training_policy.status == "no_evidence" with input as silent
}

test_training_planned_and_held_is_enough if {
	education.training_planned_and_held.status == "satisfied" with input as good
}

test_awareness_training_is_for_everybody if {
	outcome := education.training_planned_and_held with input as without("/trainings/0/attendees/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p2"]
}

test_awareness_training_is_not_asked_of_suppliers_and_former_people if {
	others := patched([
		{"op": "add", "path": "/people/-", "value": {"id": "p3", "supplier": "s1", "employment": {"from": "2020-01-01"}}},
		{"op": "add", "path": "/people/-", "value": {"id": "p4", "employment": {"from": "2020-01-01", "until": "2026-11-21"}}},
	])
	education.training_planned_and_held.status == "satisfied" with input as others
}

test_awareness_training_of_the_first_day_of_the_year_counts_and_of_the_day_before_does_not if {
	education.training_planned_and_held.status == "satisfied" with input as changed("replace", "/trainings/0/date", "2025-11-22")
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/trainings/0/date", "2025-11-21")
}

test_plan_that_ended_fails_one_without_approval_is_silence if {
	outcome := education.training_planned_and_held with input as changed("replace", "/training_plans/0/until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/training_plans/0/approved_on", "2026-11-23")
	education.training_planned_and_held.status == "no_evidence" with input as without("/training_plans/0/approved_on")
}

test_plan_that_leaves_out_a_post_fails if {
	outcome := education.training_planned_and_held with input as changed("add", "/people/0/posts/-", "developer")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["developer"]
	outcome.checks[2].judgement
}

test_plan_silent_about_posts_is_no_evidence if {
	education.training_planned_and_held.status == "no_evidence" with input as without("/training_plans/0/posts")
	education.training_planned_and_held.status == "no_evidence" with input as without("/training_plans")
}

test_professional_and_post_training_are_both_needed if {
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/trainings/1/kind", "post")
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/trainings/3/kind", "professional")
}

test_post_training_of_any_time_without_result_is_silence if {
	outcome := education.training_planned_and_held with input as without("/trainings/3/attendees/0/result")
	outcome.status == "no_evidence"
	later := patched([{"op": "remove", "path": "/trainings/3/attendees/0/result"}, {"op": "replace", "path": "/trainings/3/date", "value": "2026-11-23"}])
	education.training_planned_and_held.status == "not_satisfied" with input as later
}

test_post_training_after_the_reference_date_does_not_count if {
	education.training_planned_and_held.status == "satisfied" with input as changed("replace", "/trainings/3/date", "2026-11-22")
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/trainings/3/date", "2026-11-23")
}

test_professional_training_must_be_passed_in_the_last_year if {
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/trainings/1/date", "2025-11-21")
	education.training_planned_and_held.status == "not_satisfied" with input as changed("replace", "/trainings/1/attendees/0/result", "failed")
}

test_training_without_record_or_result_is_no_evidence if {
	outcome := education.training_planned_and_held with input as without("/trainings/1/record")
	outcome.status == "no_evidence"
	outcome.checks[5].unknown == ["t2"]
	education.training_planned_and_held.status == "no_evidence" with input as without("/trainings/1/attendees/0/result")
}

test_training_without_registers_is_no_evidence if {
	education.training_planned_and_held.status == "no_evidence" with input as without("/trainings")
	education.training_planned_and_held.status == "no_evidence" with input as silent
}

test_trainer_with_two_years_and_a_project_is_enough if {
	education.trainers.status == "satisfied" with input as good
}

test_trainer_one_day_short_of_two_years_fails if {
	outcome := education.trainers with input as changed("replace", "/people/1/security_experience/0/from", "2024-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["t2"]
}

test_trainer_without_projects_fails if {
	outcome := education.trainers with input as changed("replace", "/projects/0/team", [])
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["t2"]
}

test_trainer_with_a_project_elsewhere_is_enough if {
	elsewhere := patched([
		{"op": "replace", "path": "/projects/0/team", "value": []},
		{"op": "add", "path": "/people/1/earlier_projects", "value": [{"name": "x", "services": ["consulting.design"], "from": "2019-01-01"}]},
	])
	education.trainers.status == "satisfied" with input as elsewhere
}

test_external_trainer_is_held_to_the_same if {
	education.trainers.status == "satisfied" with input as external_trainer({"security_experience_since": "2024-11-22", "service_projects": ["x"]})
	education.trainers.status == "not_satisfied" with input as external_trainer({"security_experience_since": "2024-11-23", "service_projects": ["x"]})
	education.trainers.status == "not_satisfied" with input as external_trainer({"security_experience_since": "2020-01-01", "service_projects": []})
	education.trainers.status == "no_evidence" with input as external_trainer({"security_experience_since": "2020-01-01"})
	education.trainers.status == "no_evidence" with input as external_trainer({"service_projects": ["x"]})
}

test_unknown_trainer_is_no_evidence if {
	education.trainers.status == "no_evidence" with input as without("/trainings/1/trainer")
	education.trainers.status == "no_evidence" with input as without("/people/1/security_experience")
	education.trainers.status == "no_evidence" with input as without("/projects")
	education.trainers.status == "no_evidence" with input as silent
}

test_no_professional_training_in_the_last_year_fails if {
	education.trainers.status == "not_satisfied" with input as without("/trainings/1")
}

test_forty_hours_eight_of_them_confidentiality_are_enough if {
	outcome := education.training_hours_and_certificates with input as good
	outcome.status == "satisfied"
	[outcome.checks[2].actual, outcome.checks[3].actual] == [40, 8]
}

test_half_an_hour_less_fails if {
	outcome := education.training_hours_and_certificates with input as changed("replace", "/trainings/1/hours", 29.5)
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 39.5
	outcome.checks[2].expected == 40
	outcome.checks[2].failing == ["p1"]
}

test_less_than_eight_hours_of_confidentiality_fails if {
	fewer := patched([
		{"op": "replace", "path": "/trainings/1/hours", "value": 31},
		{"op": "replace", "path": "/trainings/2/hours", "value": 7},
	])
	outcome := education.training_hours_and_certificates with input as fewer
	outcome.status == "not_satisfied"
	[check.ok | some check in outcome.checks] == [true, true, true, false]
}

test_hours_of_the_year_before_do_not_count if {
	earlier := patched([
		{"op": "replace", "path": "/trainings/1/date", "value": "2025-11-21"},
		{"op": "replace", "path": "/trainings/0/attendees/0", "value": {"person": "p1", "result": "passed"}},
	])
	outcome := education.training_hours_and_certificates with input as earlier
	outcome.checks[2].actual == 10
}

test_hours_are_asked_of_people_employed_for_a_year if {
	newcomer := {"id": "p3", "employment": {"from": "2025-11-23"}, "posts": ["developer"], "certificates": [{"kind": "cissp", "valid_from": "2026-01-01"}]}
	joined := patched([
		{"op": "add", "path": "/people/-", "value": newcomer},
		{"op": "add", "path": "/trainings/2/attendees/-", "value": {"person": "p3", "result": "passed"}},
	])
	education.training_hours_and_certificates.status == "satisfied" with input as joined
}

test_where_nobody_is_employed_for_a_year_hours_are_no_evidence if {
	outcome := education.training_hours_and_certificates with input as changed("replace", "/people/0/employment/from", "2025-11-23")
	outcome.status == "no_evidence"
	outcome.checks[2].missing
}

test_certificate_that_ended_the_day_before_fails if {
	outcome := education.training_hours_and_certificates with input as changed("replace", "/people/0/certificates/0/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
	not outcome.checks[0].judgement
}

test_certificate_of_another_field_fails if {
	education.training_hours_and_certificates.status == "not_satisfied" with input as changed("replace", "/people/0/certificates/0/kind", "pmp")
}

test_other_security_certificate_is_left_to_an_assessor if {
	outcome := education.training_hours_and_certificates with input as changed("replace", "/people/0/certificates/0/kind", "other_security")
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["p1"]
}

test_unknown_certificates_are_no_evidence if {
	education.training_hours_and_certificates.status == "no_evidence" with input as without("/people/0/certificates")
}

failed_on(day) := patched([{"op": "add", "path": "/trainings/-", "value": {"id": "t4", "kind": "professional", "date": day, "hours": 4, "attendees": [{"person": "p1", "result": "failed"}]}}])

test_failed_assessment_fails_unless_made_good_later if {
	outcome := education.training_hours_and_certificates with input as failed_on("2025-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
	education.training_hours_and_certificates.status == "satisfied" with input as failed_on("2025-11-22")
}

test_training_never_passed_fails if {
	unassessed := patched([
		{"op": "replace", "path": "/trainings/1/attendees/0/result", "value": "not_assessed"},
		{"op": "replace", "path": "/trainings/2/attendees/0/result", "value": "not_assessed"},
		{"op": "add", "path": "/trainings/0/attendees/0/result", "value": "not_assessed"},
	])
	outcome := education.training_hours_and_certificates with input as unassessed
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
}

test_hours_without_trainings_are_no_evidence if {
	education.training_hours_and_certificates.status == "no_evidence" with input as without("/trainings")
	education.training_hours_and_certificates.status == "no_evidence" with input as silent
}

test_person_without_any_training_has_no_hours if {
	outcome := education.training_hours_and_certificates with input as changed("replace", "/trainings", [])
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 0
	other := changed("add", "/people/-", {"id": "p3", "employment": {"from": "2020-01-01"}, "posts": ["developer"]})
	both := education.training_hours_and_certificates with input as other
	[both.checks[2].actual, both.checks[2].failing] == [0, ["p3"]]
}
