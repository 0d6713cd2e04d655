package ciieval.assurance.project_management.risk_control_test

import data.ciieval.assurance.project_management.risk_control

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"projects": [{
		"id": "p1",
		"services": ["consulting.planning"],
		"from": "2026-01-10",
		"until": "2026-06-30",
		"status": "completed",
		"risks": [
			{"kind": "provider_capability", "assessed_on": "2026-01-05", "measures": ["reserve staff"]},
			{"kind": "service_activity", "assessed_on": "2026-01-05", "measures": ["work by night"]},
			{"kind": "tool_access", "assessed_on": "2026-01-05", "measures": ["work by night"]},
			{"kind": "information_leak", "assessed_on": "2026-01-05", "measures": ["work by night"]},
		],
	}],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

with_value(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

added(risk) := json.patch(good, [{"op": "add", "path": "/projects/0/risks/-", "value": risk}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

at(number, key) := sprintf("/projects/0/risks/%d%s", [number, key])

test_good_risks_satisfy_every_clause if {
	risk_control.risk_estimate.status == "satisfied" with input as good
	risk_control.risk_measures.status == "satisfied" with input as good
}

test_silence_is_no_evidence if {
	risk_control.risk_estimate.status == "no_evidence" with input as nothing
	risk_control.risk_measures.status == "no_evidence" with input as nothing
	risk_control.risk_estimate.status == "no_evidence" with input as without("/projects/0/risks")
	risk_control.risk_measures.status == "no_evidence" with input as without("/projects/0/risks")
}

test_no_risk_at_all_fails if {
	risk_control.risk_estimate.status == "not_satisfied" with input as with_value("/projects/0/risks", [])
	risk_control.risk_measures.status == "not_satisfied" with input as with_value("/projects/0/risks", [])
}

test_each_of_the_four_kinds_is_needed if {
	every number in [0, 1, 2, 3] {
		risk_control.risk_estimate.status == "not_satisfied" with input as without(at(number, ""))
		risk_control.risk_measures.status == "not_satisfied" with input as without(at(number, ""))
	}
}

test_the_lacking_kind_is_named if {
	outcome := risk_control.risk_estimate with input as without(at(2, ""))
	outcome.checks[2].fact == "project.risks_assessed/risk_kinds.tool_access"
	outcome.checks[2].failing == ["p1"]
	outcome.checks[3].ok
}

test_estimate_on_the_first_day_of_service_is_enough if {
	risk_control.risk_estimate.status == "satisfied" with input as with_value(at(1, "/assessed_on"), "2026-01-10")
	risk_control.risk_estimate.status == "not_satisfied" with input as with_value(at(1, "/assessed_on"), "2026-01-11")
}

test_risk_found_during_the_service_needs_a_measure_too if {
	risk_control.risk_measures.status == "not_satisfied" with input as added({"kind": "tool_access", "assessed_on": "2026-06-30"})
	risk_control.risk_measures.status == "satisfied" with input as added({"kind": "tool_access", "assessed_on": "2026-07-01"})
}

test_risk_without_measure_fails if {
	outcome := risk_control.risk_measures with input as with_value(at(0, "/measures"), [])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
	risk_control.risk_measures.status == "not_satisfied" with input as without(at(3, "/measures"))
}

test_two_different_measures_are_several_and_one_is_not if {
	outcome := risk_control.risk_measures with input as with_value(at(0, "/measures"), ["work by night"])
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["p1"]
	risk_control.risk_measures.status == "satisfied" with input as with_value(at(0, "/measures"), ["reserve staff"])
}

test_measures_against_other_risks_do_not_count if {
	one_measure := with_value(at(0, "/measures"), ["work by night"])
	risk_control.risk_measures.status == "not_satisfied" with input as json.patch(one_measure, [{"op": "add", "path": "/projects/0/risks/-", "value": {"kind": "schedule", "assessed_on": "2026-01-05", "measures": ["overtime"]}}])
}

test_every_project_is_looked_at if {
	outcome := risk_control.risk_estimate with input as json.patch(good, [{"op": "add", "path": "/projects/-", "value": object.union(good.projects[0], {"id": "p2", "from": "2026-01-04"})}])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p2"]
}
