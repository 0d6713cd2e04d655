package ciieval.assurance.quality.quality_supervision_test

import data.ciieval.assurance.quality.quality_supervision

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"people": [
		{"id": "p1", "employment": {"from": "2020-01-01"}, "posts": ["service_technician"]},
		{"id": "p2", "employment": {"from": "2020-01-01"}, "posts": ["service_consultant", "quality_supervisor"]},
		{"id": "s1", "employment": {"from": "2020-01-01"}, "posts": ["quality_supervisor"]},
	],
	"quality": {"supervisions": [
		{"date": "2025-11-22", "supervisor": "s1", "people": ["p1", "p2"], "aspects": ["onsite_activity", "process_conformity"]},
		{"date": "2026-11-22", "supervisor": "s1", "people": ["p1"], "aspects": ["deliverable_conformity", "deliverable_accuracy"]},
	]},
}

changed(op, path, value) := json.patch(good, [{"op": op, "path": path, "value": value}])

status(dossier) := result if result := quality_supervision.supervision_of_service_staff.status with input as dossier

test_everybody_supervised_in_all_aspects_is_enough if {
	status(good) == "satisfied"
}

test_supervision_more_than_a_year_ago_does_not_count if {
	outcome := quality_supervision.supervision_of_service_staff with input as changed("replace", "/quality/supervisions/0/date", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p2"]
	outcome.checks[2].lacking == ["onsite_activity", "process_conformity"]
}

test_supervision_after_the_reference_date_does_not_count if {
	status(changed("replace", "/quality/supervisions/1/date", "2026-11-23")) == "not_satisfied"
}

test_aspect_left_out_fails if {
	outcome := quality_supervision.supervision_of_service_staff with input as changed("replace", "/quality/supervisions/1/aspects", ["deliverable_conformity"])
	outcome.status == "not_satisfied"
	outcome.checks[2].lacking == ["deliverable_accuracy"]
}

test_nobody_supervises_themselves if {
	outcome := quality_supervision.supervision_of_service_staff with input as changed("replace", "/quality/supervisions/0/supervisor", "p2")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p2"]
}

test_supervision_by_somebody_else_does_not_count if {
	status(changed("replace", "/quality/supervisions/0/supervisor", "p1")) == "not_satisfied"
}

test_supervisor_of_a_supplier_does_not_count if {
	status(changed("add", "/people/2/supplier", "x")) == "not_satisfied"
}

test_supervision_by_a_supervisor_who_left_since_counts if {
	status(changed("add", "/people/2/employment/until", "2026-11-22")) == "satisfied"
	left := json.patch(good, [{"op": "add", "path": "/people/2/employment/until", "value": "2026-11-21"}])
	status(left) == "satisfied"
}

test_no_current_supervisor_fails if {
	none := json.patch(good, [
		{"op": "add", "path": "/people/2/employment/until", "value": "2026-11-21"},
		{"op": "replace", "path": "/people/1/posts", "value": ["service_consultant"]},
	])
	outcome := quality_supervision.supervision_of_service_staff with input as none
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
}

test_empty_register_of_supervisions_fails if {
	status(changed("replace", "/quality/supervisions", [])) == "not_satisfied"
}

test_silence_is_no_evidence if {
	status(json.patch(good, [{"op": "remove", "path": "/quality/supervisions"}])) == "no_evidence"
	status({"assessment": {"reference_date": "2026-11-22"}}) == "no_evidence"
}

test_no_register_of_people_is_silence_in_every_check if {
	outcome := quality_supervision.supervision_of_service_staff with input as json.patch(good, [{"op": "remove", "path": "/people"}])
	every check in outcome.checks { check.missing }
	outcome.checks[0].path == "people"
	outcome.checks[1].path == "people"
}

test_supervision_that_does_not_say_whom_or_what_is_silence if {
	status(json.patch(good, [{"op": "remove", "path": "/quality/supervisions/0/people"}])) == "no_evidence"
	status(json.patch(good, [{"op": "remove", "path": "/quality/supervisions/0/aspects"}])) == "no_evidence"
	status(changed("replace", "/quality/supervisions/0/aspects", [])) == "not_satisfied"
}
