package ciieval.assurance.supply_chain_test

import data.ciieval.assurance.supply_chain

# A provider that brought in two people and a tool from one supplier, and holds a commercial licence.
good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [
		{"id": "d1", "kind": "supply_chain_policy", "approved_on": "2025-01-01", "effective_from": "2025-01-01", "topics": ["objectives", "strategy"]},
		{"id": "d2", "kind": "supplier_evaluation_policy", "approved_on": "2025-01-01", "effective_from": "2025-01-01", "topics": ["evaluation_method"]},
	],
	"suppliers": [{"id": "s1", "name": "S", "from": "2024-01-01", "evaluations": [{"date": "2026-03-01", "result": "A"}]}],
	"people": [
		{"id": "x1", "name": "X1", "supplier": "s1", "background_check": {"completed_on": "2026-01-31", "result": "passed"}},
		{"id": "x2", "name": "X2", "supplier": "s1", "background_check": {"completed_on": "2026-02-01", "result": "passed"}},
	],
	"projects": [
		{"id": "p1", "from": "2026-01-01", "until": "2026-09-30", "status": "completed", "external_resources": [
			{"supplier": "s1", "kind": "personnel", "from": "2026-02-01", "until": "2026-03-31", "notified_on": "2026-02-01", "people": ["x1", "x2"], "screened_on": "2026-02-01", "appraised_on": "2026-03-15", "provided": ["hardware", "software"], "inspections": [{"date": "2026-02-20"}, {"date": "2026-04-02"}]},
			{"supplier": "s1", "kind": "tool", "from": "2026-05-01", "notified_on": "2026-04-20"},
		]},
		{"id": "p2", "from": "2026-01-01", "status": "in_progress", "external_resources": []},
	],
	"software": [
		{"name": "Scanner", "licence": "commercial", "licence_number": "L-1", "seats": 5, "installed": 5, "valid_from": "2024-01-01", "valid_until": "2026-11-22"},
		{"name": "Wireshark", "licence": "open_source"},
	],
	"incidents": [],
}

with_value(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

declared := {"subject": "suppliers", "stated_on": "2026-11-01", "stated_by": "M", "reason": "own means only"}

# Nothing brought in, and no supplier.
alone := json.patch(good, [
	{"op": "remove", "path": "/suppliers"},
	{"op": "add", "path": "/projects/0/external_resources", "value": []},
])

resource(path) := concat("", ["/projects/0/external_resources/0", path])

test_good_provider if {
	supply_chain.supplier_evaluation.status == "satisfied" with input as good
	supply_chain.outside_resources.status == "satisfied" with input as good
	supply_chain.licensed_software.status == "satisfied" with input as good
}

test_nothing_known_is_no_evidence if {
	outcomes := [supply_chain.supplier_evaluation, supply_chain.outside_resources, supply_chain.licensed_software] with input as {"assessment": {"reference_date": "2026-11-22"}}
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing == true }
	}
}

# 8.3.a

test_policies_are_asked_for if {
	outcome := supply_chain.supplier_evaluation with input as with_value("/documents/0/topics", ["strategy"])
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == ["objectives"]
	supply_chain.supplier_evaluation.status == "not_satisfied" with input as with_value("/documents/1/topics", [])
	supply_chain.supplier_evaluation.status == "no_evidence" with input as without("/documents/1")
}

test_supplier_is_evaluated_within_twelve_months if {
	supply_chain.supplier_evaluation.status == "satisfied" with input as with_value("/suppliers/0/evaluations/0/date", "2025-11-22")
	outcome := supply_chain.supplier_evaluation with input as with_value("/suppliers/0/evaluations/0/date", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["s1"]
}

test_future_evaluation_does_not_count if {
	supply_chain.supplier_evaluation.status == "satisfied" with input as with_value("/suppliers/0/evaluations/0/date", "2026-11-22")
	supply_chain.supplier_evaluation.status == "not_satisfied" with input as with_value("/suppliers/0/evaluations/0/date", "2026-11-23")
}

test_supplier_without_evaluations_is_silence if {
	outcome := supply_chain.supplier_evaluation with input as without("/suppliers/0/evaluations")
	outcome.status == "no_evidence"
	outcome.checks[4].unknown == ["s1"]
}

test_former_supplier_need_not_be_evaluated if {
	supply_chain.supplier_evaluation.status == "not_satisfied" with input as with_value("/suppliers/-", {"id": "s2", "until": "2026-11-22", "evaluations": []})
	supply_chain.supplier_evaluation.status == "satisfied" with input as with_value("/suppliers/-", {"id": "s2", "until": "2026-11-21", "evaluations": []})
}

test_without_suppliers_the_policies_remain if {
	supply_chain.supplier_evaluation.status == "no_evidence" with input as alone
	supply_chain.supplier_evaluation.status == "satisfied" with input as json.patch(alone, [{"op": "add", "path": "/absences", "value": [declared]}])
	supply_chain.supplier_evaluation.status == "satisfied" with input as json.patch(alone, [{"op": "add", "path": "/suppliers", "value": []}])
	supply_chain.supplier_evaluation.status == "no_evidence" with input as json.patch(alone, [{"op": "add", "path": "/absences", "value": [declared]}, {"op": "remove", "path": "/documents"}])
}

test_contradicted_absence_of_suppliers_fails if {
	supply_chain.supplier_evaluation.status == "not_satisfied" with input as json.patch(good, [{"op": "remove", "path": "/suppliers"}, {"op": "add", "path": "/absences", "value": [declared]}])
}

# 8.3.b

test_nothing_brought_in_is_not_applicable if {
	outcome := supply_chain.outside_resources with input as alone
	outcome.status == "not_applicable"
	outcome.checks[0].actual == 2
}

test_declared_absence_of_outside_resources if {
	supply_chain.outside_resources.status == "not_applicable" with input as json.patch(good, [
		{"op": "remove", "path": "/projects/0/external_resources"},
		{"op": "add", "path": "/absences", "value": [declared]},
	])
	outcome := supply_chain.outside_resources with input as with_value("/absences", [declared])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["p1.external_resources[0]", "p1.external_resources[1]"]
}

test_project_that_says_nothing_about_outside_resources if {
	outcome := supply_chain.outside_resources with input as without("/projects/1/external_resources")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["p2"]
}

test_client_is_told_by_the_first_day_of_use if {
	outcome := supply_chain.outside_resources with input as with_value(resource("/notified_on"), "2026-02-02")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1.external_resources[0]"]
	supply_chain.outside_resources.status == "no_evidence" with input as without(resource("/notified_on"))
}

test_resource_of_the_future_is_not_in_use if {
	supply_chain.outside_resources.status == "satisfied" with input as with_value("/projects/1/external_resources/-", {"supplier": "s1", "kind": "personnel", "from": "2026-11-23"})
	supply_chain.outside_resources.status == "no_evidence" with input as with_value("/projects/1/external_resources/-", {"supplier": "s1", "kind": "personnel", "from": "2026-11-22"})
}

test_background_of_everybody_brought_in if {
	outcome := supply_chain.outside_resources with input as with_value("/people/1/background_check/completed_on", "2026-02-02")
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["p1.external_resources[0] x2"]
	supply_chain.outside_resources.status == "not_satisfied" with input as with_value("/people/0/background_check/result", "failed")
	supply_chain.outside_resources.status == "no_evidence" with input as without("/people/0/background_check")
	supply_chain.outside_resources.status == "no_evidence" with input as without("/people")
}

test_people_brought_in_are_named if {
	supply_chain.outside_resources.status == "no_evidence" with input as without(resource("/people"))
	supply_chain.outside_resources.status == "not_satisfied" with input as with_value(resource("/people"), [])
}

test_screening_by_the_first_day if {
	supply_chain.outside_resources.status == "not_satisfied" with input as with_value(resource("/screened_on"), "2026-02-02")
	supply_chain.outside_resources.status == "no_evidence" with input as without(resource("/screened_on"))
}

test_appraisal_by_the_reference_date if {
	supply_chain.outside_resources.status == "satisfied" with input as with_value(resource("/appraised_on"), "2026-11-22")
	supply_chain.outside_resources.status == "not_satisfied" with input as with_value(resource("/appraised_on"), "2026-11-23")
	supply_chain.outside_resources.status == "no_evidence" with input as without(resource("/appraised_on"))
}

test_hardware_and_software_are_provided if {
	outcome := supply_chain.outside_resources with input as with_value(resource("/provided"), ["hardware"])
	outcome.status == "not_satisfied"
	outcome.checks[6].judgement
	supply_chain.outside_resources.status == "not_satisfied" with input as with_value(resource("/provided"), ["software"])
	supply_chain.outside_resources.status == "no_evidence" with input as without(resource("/provided"))
}

inspected(days) := with_value(resource("/inspections"), [{"date": day} | some day in days])

test_inspections_during_and_after if {
	supply_chain.outside_resources.status == "satisfied" with input as inspected(["2026-02-01", "2026-03-31"])
	supply_chain.outside_resources.status == "satisfied" with input as inspected(["2026-03-31"])
	supply_chain.outside_resources.status == "not_satisfied" with input as inspected(["2026-02-01"])
	supply_chain.outside_resources.status == "not_satisfied" with input as inspected(["2026-03-30"])
	supply_chain.outside_resources.status == "not_satisfied" with input as inspected(["2026-01-31", "2026-04-01"])
	supply_chain.outside_resources.status == "not_satisfied" with input as inspected(["2026-02-20", "2026-11-23"])
	supply_chain.outside_resources.status == "no_evidence" with input as without(resource("/inspections"))
}

test_people_still_at_work_are_inspected_once if {
	running := json.patch(good, [{"op": "add", "path": resource("/until"), "value": "2026-12-31"}, {"op": "add", "path": resource("/inspections"), "value": [{"date": "2026-06-01"}]}])
	supply_chain.outside_resources.status == "satisfied" with input as running
	supply_chain.outside_resources.status == "not_satisfied" with input as json.patch(running, [{"op": "add", "path": resource("/inspections"), "value": [{"date": "2026-12-01"}]}])
}

test_a_tool_that_comes_with_people_asks_for_personnel_checks if {
	outcome := supply_chain.outside_resources with input as with_value("/projects/0/external_resources/1/people", ["x1"])
	outcome.status == "no_evidence"
	outcome.checks[4].unknown == ["p1.external_resources[1]"]
}

test_a_tool_alone_asks_for_no_personnel_checks if {
	outcome := supply_chain.outside_resources with input as without(resource(""))
	outcome.status == "satisfied"
	count(outcome.checks) == 2
}

# 8.3.c

test_licence_is_valid_on_the_reference_date if {
	supply_chain.licensed_software.status == "satisfied" with input as without("/software/0/valid_until")
	outcome := supply_chain.licensed_software with input as with_value("/software/0/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["software[0] Scanner"]
	supply_chain.licensed_software.status == "not_satisfied" with input as with_value("/software/0/valid_from", "2026-11-23")
	supply_chain.licensed_software.status == "no_evidence" with input as without("/software/0/valid_from")
}

test_copies_within_the_seats if {
	supply_chain.licensed_software.status == "not_satisfied" with input as with_value("/software/0/installed", 6)
	supply_chain.licensed_software.status == "no_evidence" with input as without("/software/0/installed")
	supply_chain.licensed_software.status == "no_evidence" with input as without("/software/0/seats")
}

test_licence_number if {
	supply_chain.licensed_software.status == "no_evidence" with input as without("/software/0/licence_number")
}

test_software_not_installed_needs_no_licence if {
	supply_chain.licensed_software.status == "satisfied" with input as with_value("/software/-", {"name": "Old", "licence": "commercial", "installed": 0})
	supply_chain.licensed_software.status == "no_evidence" with input as with_value("/software/-", {"name": "Old", "licence": "commercial", "installed": 1})
}

test_software_register if {
	supply_chain.licensed_software.status == "satisfied" with input as without("/software/0")
	supply_chain.licensed_software.status == "not_satisfied" with input as with_value("/software", [])
	supply_chain.licensed_software.status == "no_evidence" with input as without("/software")
}

pirated(day) := with_value("/incidents/-", {"id": "i1", "kind": "pirated_software", "occurred_on": day})

test_pirated_software_of_three_years if {
	outcome := supply_chain.licensed_software with input as pirated("2023-11-22")
	outcome.status == "not_satisfied"
	outcome.checks[4].actual == ["i1"]
	supply_chain.licensed_software.status == "satisfied" with input as pirated("2023-11-21")
	supply_chain.licensed_software.status == "no_evidence" with input as without("/incidents")
}
