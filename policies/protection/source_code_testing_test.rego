package ciieval.protection.source_code_testing_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.certified_team_fixture_test as teams
import data.ciieval.protection.source_code_testing

item := {
	"service": "protection.source_code_testing",
	"members": ["a", "b", "c"],
	"holders": ["a", "b", "c"],
	"topics": ["source_code_analysis", "source_code_weaknesses"],
	"knowledge": subjects,
	"certificates": ["cisp"],
}

# What everybody of the item is assessed in.
subjects := ["gbt_42446_construction", "cii_protection_law"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(teams.dossier(item), {
	"qualifications": [teams.qualification("risk_assessment_service")],
	"tools": [{"id": "t1", "name": "t1", "kind": "source_code_testing", "available_from": "2026-11-22", "available_until": "2026-11-22"}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	source_code_testing.project_experience.status == "satisfied" with input as good
	source_code_testing.provider_qualifications.status == "satisfied" with input as good
	source_code_testing.experienced_people.status == "satisfied" with input as good
	source_code_testing.certified_people.status == "satisfied" with input as good
	source_code_testing.knowledge_and_skills.status == "satisfied" with input as good
	source_code_testing.service_tools.status == "satisfied" with input as good
	source_code_testing.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		source_code_testing.project_experience,
		source_code_testing.provider_qualifications,
		source_code_testing.experienced_people,
		source_code_testing.certified_people,
		source_code_testing.knowledge_and_skills,
		source_code_testing.service_tools,
		source_code_testing.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := source_code_testing.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_of_more_than_three_years_ago_does_not_count if {
	source_code_testing.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	source_code_testing.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_unconfirmed_project_does_not_count if {
	source_code_testing.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	source_code_testing.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	source_code_testing.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	source_code_testing.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["protection.hardening"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	source_code_testing.project_experience.status == "no_evidence" with input as without("/projects")
	source_code_testing.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_and_future_qualifications_do_not_count if {
	source_code_testing.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	source_code_testing.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_from", "2026-11-23")
}

test_any_of_the_kinds_is_enough if {
	every kind in ["operations_service", "audit_service", "risk_assessment_service"] {
		outcome := source_code_testing.provider_qualifications with input as patched("/qualifications/0/kind", kind)
		outcome.status == "satisfied"
		outcome.checks[0].actual == [kind]
	}
	source_code_testing.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "integration_service")
}

test_level_1_is_higher_and_level_3_too_low if {
	source_code_testing.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := source_code_testing.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == []
	not outcome.checks[0].judgement
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := source_code_testing.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("operations_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := source_code_testing.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("operations_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	source_code_testing.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	source_code_testing.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_in_cybersecurity_is_too_little if {
	outcome := source_code_testing.experienced_people with input as patched("/people/2/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["a", "b"]

	# what each criterion alone finds is shown and decides nothing
	outcome.checks[1].fact == "people.security_years_5"
	outcome.checks[1].actual == 2
	outcome.checks[2].actual == 3
	outcome.checks[2].information
}

test_a_day_short_of_three_years_in_the_item_is_too_little if {
	outcome := source_code_testing.experienced_people with input as patched("/people/2/service_experience", [{"service": item.service, "from": "2023-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[2].fact == "people.service_years_3/services.protection.source_code_testing"
	outcome.checks[2].actual == 2
	source_code_testing.experienced_people.status == "not_satisfied" with input as patched("/people/2/service_experience/0/service", "protection.hardening")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := source_code_testing.experienced_people with input as without("/projects/2/team/2")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a", "b"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/2/team/2"},
		{"op": "add", "path": "/people/2/earlier_projects", "value": earlier},
	])
	source_code_testing.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	source_code_testing.experienced_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
	source_code_testing.experienced_people.status == "not_satisfied" with input as patched("/people/2/posts", ["administrative_staff"])
	source_code_testing.experienced_people.status == "not_satisfied" with input as patched("/people/2/supplier", "s")
	source_code_testing.experienced_people.status == "not_satisfied" with input as patched("/people/2/employment/until", "2026-11-21")
	source_code_testing.experienced_people.status == "satisfied" with input as patched("/people/2/employment/until", "2026-11-22")
	source_code_testing.experienced_people.status == "satisfied" with input as without("/people/2/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	source_code_testing.experienced_people.status == "no_evidence" with input as without("/people")
	source_code_testing.experienced_people.status == "no_evidence" with input as without("/projects")
	source_code_testing.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_less_is_too_few if {
	outcome := source_code_testing.certified_people with input as patched("/people/2/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	source_code_testing.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_until", "2026-11-21")
	source_code_testing.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	source_code_testing.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/kind", "cissp")
	source_code_testing.certified_people.status == "satisfied" with input as patched("/people/2/certificates/0/kind", "cisp_ire")
	outcome := source_code_testing.certified_people with input as replaced("/people/2/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["c"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	outcome := source_code_testing.certified_people with input as json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0", "value": {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}},
		{"op": "remove", "path": "/people/1/certificates/1"},
	])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	source_code_testing.certified_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	source_code_testing.certified_people.status == "no_evidence" with input as without("/people")
	source_code_testing.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_failed_assessment_and_one_after_the_reference_date_do_not_count if {
	outcome := source_code_testing.knowledge_and_skills with input as patched("/people/2/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["c"]
	source_code_testing.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/2/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := source_code_testing.knowledge_and_skills with input as patched("/people/2/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := source_code_testing.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
	every check in asked { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := source_code_testing.knowledge_and_skills with input as without("/people/2/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["c"]
	source_code_testing.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in ["/people/0/services", "/people/1/services", "/people/2/services"]])
	source_code_testing.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	source_code_testing.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/2/services"}, {"op": "remove", "path": "/people/2/assessments"}])
}

test_tool_that_is_not_at_disposal_or_of_another_kind_does_not_count if {
	source_code_testing.service_tools.status == "not_satisfied" with input as patched("/tools/0/available_until", "2026-11-21")
	source_code_testing.service_tools.status == "not_satisfied" with input as patched("/tools/0/available_from", "2026-11-23")
	source_code_testing.service_tools.status == "no_evidence" with input as without("/tools/0/available_from")
	source_code_testing.service_tools.status == "not_satisfied" with input as patched("/tools/0/kind", "other")
}

test_no_register_of_tools_is_silence_an_empty_one_is_not if {
	source_code_testing.service_tools.status == "no_evidence" with input as without("/tools")
	source_code_testing.service_tools.status == "not_satisfied" with input as patched("/tools", [])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := source_code_testing.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_are_taken_together if {
	source_code_testing.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 1)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 1, 2)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	source_code_testing.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	source_code_testing.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := source_code_testing.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	source_code_testing.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
