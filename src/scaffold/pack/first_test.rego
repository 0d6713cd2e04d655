package NAME.first_test

import data.NAME.first

reference := "2026-06-30"

project(id, until) := {
	"id": id,
	"name": id,
	"services": ["NAME.first"],
	"status": "completed",
	"from": "2023-01-01",
	"until": until,
	"deliverables": [{"name": "report", "kind": "result", "confirmed_on": until}],
}

# Both projects count on the last day that is enough.
good := {
	"assessment": {"reference_date": reference},
	"projects": [project("p1", "2023-06-30"), project("p2", "2026-06-30")],
}

test_two_projects_are_enough if {
	first.project_experience.status == "satisfied" with input as good
}

test_a_project_that_ended_a_day_too_early_does_not_count if {
	outcome := first.project_experience with input as object.union(good, {"projects": [project("p1", "2023-06-29"), project("p2", "2026-06-30")]})
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
}

test_silence_is_no_evidence if {
	first.project_experience.status == "no_evidence" with input as {"assessment": {"reference_date": reference}}
}
