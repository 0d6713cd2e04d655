package industrial.risk_assessment_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.industrial.risk_assessment

item := {
	"service": "industrial.risk_assessment",
	"topics": ["control_asset_inventory", "control_protocol_analysis", "process_safety_impact"],
	"knowledge": ["control_protocols", "process_safety"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"qualifications": fixture.isms_and_risk_assessment,
	"tools": [{"id": "t1", "name": "t1", "kind": "control_asset_discovery", "available_from": fixture.reference}],
	"agreements": [{"id": "a1", "kind": "service", "projects": ["p1", "p2", "p3"], "signed_on": fixture.reference, "terms": ["passive_only"]}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_everything_at_the_limit_is_enough if {
	risk_assessment.project_experience.status == "satisfied" with input as good
	risk_assessment.provider_qualification.status == "satisfied" with input as good
	risk_assessment.experienced_people.status == "satisfied" with input as good
	risk_assessment.certified_people.status == "satisfied" with input as good
	risk_assessment.passive_tools.status == "satisfied" with input as good
	risk_assessment.service_capability.status == "satisfied" with input as good
	risk_assessment.passive_work.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		risk_assessment.project_experience,
		risk_assessment.provider_qualification,
		risk_assessment.experienced_people,
		risk_assessment.certified_people,
		risk_assessment.passive_tools,
		risk_assessment.service_capability,
		risk_assessment.passive_work,
	] with input as {"assessment": {"reference_date": fixture.reference}}
	count(found) == 7
	every outcome in found { outcome.status == "no_evidence" }
}

test_one_project_is_too_few if {
	few := json.patch(good, [{"op": "remove", "path": "/projects/2"}, {"op": "remove", "path": "/projects/1"}])
	outcome := risk_assessment.project_experience with input as few
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
}

test_level_3_is_too_low if {
	risk_assessment.provider_qualification.status == "not_satisfied" with input as patched("/qualifications/1/level", 3)
}

test_a_person_without_an_assessment_does_not_count if {
	risk_assessment.experienced_people.status == "not_satisfied" with input as patched("/people/0/assessments/0/topics", ["control_protocols"])
}

test_one_certificate_is_too_few if {
	risk_assessment.certified_people.status == "not_satisfied" with input as patched("/people/0/certificates", [])
}

test_a_tool_from_tomorrow_is_too_late if {
	risk_assessment.passive_tools.status == "not_satisfied" with input as patched("/tools/0/available_from", "2026-11-23")
}

test_deliverables_without_process_safety_fall_short if {
	less := json.patch(good, [{"op": "add", "path": concat("", ["/projects/", format_int(number, 10), "/deliverables/0/topics"]), "value": ["control_asset_inventory", "control_protocol_analysis"]} |
		some number in [0, 1, 2]
	])
	risk_assessment.service_capability.status == "not_satisfied" with input as less
}

test_a_project_that_no_agreement_covers_fails if {
	outcome := risk_assessment.passive_work with input as patched("/agreements/0/projects", ["p1", "p2"])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p3"]
}

test_an_agreement_without_the_term_or_signed_too_late_is_not_enough if {
	risk_assessment.passive_work.status == "not_satisfied" with input as patched("/agreements/0/terms", [])
	risk_assessment.passive_work.status == "not_satisfied" with input as patched("/agreements/0/signed_on", "2026-11-23")
}

test_no_register_of_agreements_is_silence_an_empty_one_is_not if {
	risk_assessment.passive_work.status == "no_evidence" with input as without("/agreements")
	risk_assessment.passive_work.status == "not_satisfied" with input as patched("/agreements", [])
}
