package ciieval.protection.baseline_check_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.team_fixture_test as team
import data.ciieval.protection.baseline_check

item := {
	"service": "protection.baseline_check",
	"topics": ["manual_sampling_review", "baseline_deviations", "improvement_advice", "servers", "operating_systems", "databases", "middleware", "storage_devices", "network_devices", "security_devices", "systems"],
	"knowledge": ["gbt_42446_operation", "cii_protection_law"],
	"certificates": ["cisp"],
}

ids := ["a", "b", "c"]

capabilities := ["automatic_baseline_check", "difference_analysis", "alerting", "traceability"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(team.dossier(item, ids, {}), {
	"qualifications": [{"id": "q1", "kind": "audit_service", "level": 2, "valid_from": "2023-11-23", "valid_until": "2026-11-22"}],
	"tools": [{
		"id": "t1",
		"name": "t1",
		"kind": "baseline_check",
		"available_from": "2024-01-01",
		"available_until": "2026-11-22",
		"own_intellectual_property": {"kind": "software_copyright", "number": "1", "registered_on": "2026-11-22"},
		"capabilities": capabilities,
	}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	baseline_check.project_experience.status == "satisfied" with input as good
	baseline_check.provider_qualifications.status == "satisfied" with input as good
	baseline_check.experienced_people.status == "satisfied" with input as good
	baseline_check.certified_people.status == "satisfied" with input as good
	baseline_check.knowledge_and_skills.status == "satisfied" with input as good
	baseline_check.own_tool.status == "satisfied" with input as good
	baseline_check.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		baseline_check.project_experience,
		baseline_check.provider_qualifications,
		baseline_check.experienced_people,
		baseline_check.certified_people,
		baseline_check.knowledge_and_skills,
		baseline_check.own_tool,
		baseline_check.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := baseline_check.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	baseline_check.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	baseline_check.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_project_whose_deliverables_nobody_confirmed_by_the_day_does_not_count if {
	baseline_check.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	baseline_check.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	baseline_check.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	baseline_check.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	baseline_check.project_experience.status == "no_evidence" with input as without("/projects")
	baseline_check.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_any_of_the_three_qualifications_is_enough if {
	every kind in ["operations_service", "audit_service", "risk_assessment_service"] {
		outcome := baseline_check.provider_qualifications with input as patched("/qualifications/0/kind", kind)
		outcome.status == "satisfied"
		outcome.checks[0].actual == [kind]
	}
	baseline_check.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "integration_service")
}

test_level_1_is_higher_and_level_3_too_low if {
	baseline_check.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := baseline_check.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == []
	outcome.checks[0].expected == ["operations_service", "audit_service", "risk_assessment_service"]
	not outcome.checks[0].judgement
}

test_expired_and_future_qualifications_do_not_count if {
	baseline_check.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	baseline_check.provider_qualifications.status == "not_satisfied" with input as json.patch(good, [
		{"op": "add", "path": "/qualifications/0/valid_from", "value": "2026-11-23"},
		{"op": "remove", "path": "/qualifications/0/valid_until"},
	])
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := baseline_check.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("risk_assessment_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := baseline_check.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("risk_assessment_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	baseline_check.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	baseline_check.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_in_cybersecurity_is_too_little if {
	outcome := baseline_check.experienced_people with input as patched("/people/2/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["a", "b"]
	not outcome.checks[0].judgement

	# what each criterion alone finds is shown and decides nothing
	outcome.checks[1].fact == "people.security_years_5"
	outcome.checks[1].actual == 2
	outcome.checks[1].information
	outcome.checks[3].actual == 3
}

test_a_day_short_of_three_years_in_the_item_is_too_little if {
	outcome := baseline_check.experienced_people with input as patched("/people/2/service_experience/0/from", "2023-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[2].fact == "people.service_years_3/services.protection.baseline_check"
	outcome.checks[2].actual == 2
	outcome.checks[2].information
}

test_years_in_another_item_do_not_count if {
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/people/2/service_experience/0/service", "training.awareness")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := baseline_check.experienced_people with input as without("/projects/0/team/2")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a", "b"]
	outcome.checks[3].fact == "people.projects_3/services.protection.baseline_check"
	not outcome.checks[0].judgement
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/projects/2/team/2/from", "2025-11-23")
	baseline_check.experienced_people.status == "satisfied" with input as patched("/projects/2/team/2/from", "2025-11-22")
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/2"},
		{"op": "add", "path": "/people/2/earlier_projects", "value": earlier},
	])
	baseline_check.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/people/2/posts", ["administrative_staff"])
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/people/2/supplier", "s")
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/people/2/employment/until", "2026-11-21")
	baseline_check.experienced_people.status == "satisfied" with input as patched("/people/2/employment/until", "2026-11-22")
	baseline_check.experienced_people.status == "satisfied" with input as without("/people/2/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	baseline_check.experienced_people.status == "no_evidence" with input as without("/people")
	baseline_check.experienced_people.status == "no_evidence" with input as without("/projects")
	baseline_check.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_two_certificates_are_too_few if {
	outcome := baseline_check.certified_people with input as patched("/people/2/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	baseline_check.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_until", "2026-11-21")
	baseline_check.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	baseline_check.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/kind", "cissp")
	baseline_check.certified_people.status == "satisfied" with input as patched("/people/2/certificates/0/kind", "cisp_pte")
	outcome := baseline_check.certified_people with input as replaced("/people/2/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["c"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	claims := json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0/kind", "value": "cissp"},
		{"op": "add", "path": "/people/1/certificates/0/claimed_equivalent_to", "value": "cisp"},
	])
	outcome := baseline_check.certified_people with input as claims
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	baseline_check.certified_people.status == "not_satisfied" with input as patched("/people/0/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	baseline_check.certified_people.status == "no_evidence" with input as without("/people")
	baseline_check.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_after_the_reference_date_does_not_count if {
	outcome := baseline_check.knowledge_and_skills with input as patched("/people/2/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["c"]
}

test_failed_assessment_does_not_count if {
	baseline_check.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/2/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := baseline_check.knowledge_and_skills with input as patched("/people/2/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := baseline_check.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessments_only_indicate_knowledge if {
	found := baseline_check.knowledge_and_skills.checks with input as good
	every check in found { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := baseline_check.knowledge_and_skills with input as without("/people/2/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["c"]
	baseline_check.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "add", "path": "/people", "value": [object.remove(person, ["services"]) | some person in good.people]}])
	baseline_check.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	baseline_check.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/2/services"}, {"op": "remove", "path": "/people/2/assessments"}])
}

test_tool_of_somebody_else_or_of_another_kind_does_not_count if {
	outcome := baseline_check.own_tool with input as without("/tools/0/own_intellectual_property")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	not outcome.checks[0].judgement
	baseline_check.own_tool.status == "not_satisfied" with input as patched("/tools/0/kind", "risk_assessment")
}

test_right_registered_after_the_reference_date_does_not_count if {
	baseline_check.own_tool.status == "not_satisfied" with input as patched("/tools/0/own_intellectual_property/registered_on", "2026-11-23")
}

test_own_tool_that_is_not_at_disposal_on_the_day_does_not_count if {
	baseline_check.own_tool.status == "not_satisfied" with input as patched("/tools/0/available_until", "2026-11-21")
	baseline_check.own_tool.status == "not_satisfied" with input as json.patch(good, [{"op": "remove", "path": "/tools/0/available_until"}, {"op": "add", "path": "/tools/0/available_from", "value": "2026-11-23"}])
	baseline_check.own_tool.status == "no_evidence" with input as without("/tools/0/available_from")
}

test_no_register_of_tools_is_silence_an_empty_one_is_not if {
	baseline_check.own_tool.status == "no_evidence" with input as without("/tools")
	baseline_check.own_tool.status == "not_satisfied" with input as patched("/tools", [])
}

test_baseline_tool_must_do_all_four if {
	every capability in capabilities {
		outcome := baseline_check.service_capability with input as patched("/tools/0/capabilities", [other | some other in capabilities; other != capability])
		outcome.status == "not_satisfied"
		outcome.checks[1].lacking == [capability]
		outcome.checks[1].judgement
	}
}

test_baseline_tool_need_not_be_its_own if {
	baseline_check.service_capability.status == "satisfied" with input as without("/tools/0/own_intellectual_property")
}

test_checking_needs_a_baseline_tool_at_disposal if {
	outcome := baseline_check.service_capability with input as patched("/tools/0/available_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	not outcome.checks[0].judgement
	baseline_check.service_capability.status == "not_satisfied" with input as patched("/tools/0/kind", "vulnerability_scanning")
	baseline_check.service_capability.status == "not_satisfied" with input as patched("/tools", [])
	baseline_check.service_capability.status == "no_evidence" with input as without("/tools")
}

test_baseline_tool_that_says_nothing_of_what_it_can_do_is_silent if {
	baseline_check.service_capability.status == "no_evidence" with input as without("/tools/0/capabilities")
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := baseline_check.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[2].lacking == [topic]
		outcome.checks[2].judgement
	}
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_deliverables_are_taken_together if {
	baseline_check.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 5)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 5, 11)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	baseline_check.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	baseline_check.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := baseline_check.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[3].actual == 0
	not outcome.checks[3].judgement
	baseline_check.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
