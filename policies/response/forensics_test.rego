package ciieval.response.forensics_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.certified_team_fixture_test as teams
import data.ciieval.response.forensics

item := {
	"service": "response.forensics",
	"members": ["a", "b", "c", "d", "e"],
	"holders": ["a", "b"],
	"topics": ["automated_incident_analysis", "automated_incident_tracing", "evidence_extraction", "evidence_preservation", "evidence_recovery", "evidence_analysis"],
	"knowledge": subjects,
	"certificates": ["cisp"],
}

# What everybody of the item is assessed in.
subjects := ["gbt_42446_audit_and_assessment", "cii_protection_law"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(teams.dossier(item), {
	"qualifications": [teams.qualification("emergency_response_service")],
	"tools": [{"id": "t1", "name": "t1", "kind": "attack_tracing", "available_from": "2026-11-22", "available_until": "2026-11-22"}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	forensics.project_experience.status == "satisfied" with input as good
	forensics.provider_qualifications.status == "satisfied" with input as good
	forensics.experienced_people.status == "satisfied" with input as good
	forensics.certified_people.status == "satisfied" with input as good
	forensics.knowledge_and_skills.status == "satisfied" with input as good
	forensics.service_tools.status == "satisfied" with input as good
	forensics.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		forensics.project_experience,
		forensics.provider_qualifications,
		forensics.experienced_people,
		forensics.certified_people,
		forensics.knowledge_and_skills,
		forensics.service_tools,
		forensics.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := forensics.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_of_more_than_three_years_ago_does_not_count if {
	forensics.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	forensics.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_unconfirmed_project_does_not_count if {
	forensics.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	forensics.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	forensics.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	forensics.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["response.incident_handling"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	forensics.project_experience.status == "no_evidence" with input as without("/projects")
	forensics.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_and_future_qualifications_do_not_count if {
	forensics.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	forensics.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_from", "2026-11-23")
}

test_level_1_is_higher_and_level_3_too_low if {
	forensics.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := forensics.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_qualification_of_another_kind_does_not_count if {
	forensics.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "operations_service")
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := forensics.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("emergency_response_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := forensics.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("emergency_response_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	forensics.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	forensics.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_in_cybersecurity_is_too_little if {
	outcome := forensics.experienced_people with input as patched("/people/4/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 4
	outcome.checks[0].expected == 5
	outcome.checks[0].items == ["a", "b", "c", "d"]

	# what each criterion alone finds is shown and decides nothing
	outcome.checks[1].fact == "people.security_years_5"
	outcome.checks[1].actual == 4
	outcome.checks[2].actual == 5
	outcome.checks[2].information
}

test_a_day_short_of_three_years_in_the_item_is_too_little if {
	outcome := forensics.experienced_people with input as patched("/people/4/service_experience", [{"service": item.service, "from": "2023-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[2].fact == "people.service_years_3/services.response.forensics"
	outcome.checks[2].actual == 4
	forensics.experienced_people.status == "not_satisfied" with input as patched("/people/4/service_experience/0/service", "response.incident_handling")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := forensics.experienced_people with input as without("/projects/2/team/4")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a", "b", "c", "d"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/2/team/4"},
		{"op": "add", "path": "/people/4/earlier_projects", "value": earlier},
	])
	forensics.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	forensics.experienced_people.status == "not_satisfied" with input as patched("/people/4/counted_for", ["training"])
	forensics.experienced_people.status == "not_satisfied" with input as patched("/people/4/posts", ["administrative_staff"])
	forensics.experienced_people.status == "not_satisfied" with input as patched("/people/4/supplier", "s")
	forensics.experienced_people.status == "not_satisfied" with input as patched("/people/4/employment/until", "2026-11-21")
	forensics.experienced_people.status == "satisfied" with input as patched("/people/4/employment/until", "2026-11-22")
	forensics.experienced_people.status == "satisfied" with input as without("/people/4/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	forensics.experienced_people.status == "no_evidence" with input as without("/people")
	forensics.experienced_people.status == "no_evidence" with input as without("/projects")
	forensics.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_less_is_too_few if {
	outcome := forensics.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	forensics.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	forensics.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	forensics.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	forensics.certified_people.status == "satisfied" with input as patched("/people/1/certificates/0/kind", "cisp_ire")
	outcome := forensics.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	outcome := forensics.certified_people with input as json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0", "value": {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}},
		{"op": "remove", "path": "/people/1/certificates/1"},
	])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	forensics.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	forensics.certified_people.status == "no_evidence" with input as without("/people")
	forensics.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_failed_assessment_and_one_after_the_reference_date_do_not_count if {
	outcome := forensics.knowledge_and_skills with input as patched("/people/4/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["e"]
	forensics.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/4/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := forensics.knowledge_and_skills with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := forensics.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
	every check in asked { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := forensics.knowledge_and_skills with input as without("/people/4/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["e"]
	forensics.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in ["/people/0/services", "/people/1/services", "/people/2/services", "/people/3/services", "/people/4/services"]])
	forensics.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	forensics.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/4/services"}, {"op": "remove", "path": "/people/4/assessments"}])
}

test_tool_that_is_not_at_disposal_or_of_another_kind_does_not_count if {
	forensics.service_tools.status == "not_satisfied" with input as patched("/tools/0/available_until", "2026-11-21")
	forensics.service_tools.status == "not_satisfied" with input as patched("/tools/0/available_from", "2026-11-23")
	forensics.service_tools.status == "no_evidence" with input as without("/tools/0/available_from")
	forensics.service_tools.status == "not_satisfied" with input as patched("/tools/0/kind", "other")
}

test_no_register_of_tools_is_silence_an_empty_one_is_not if {
	forensics.service_tools.status == "no_evidence" with input as without("/tools")
	forensics.service_tools.status == "not_satisfied" with input as patched("/tools", [])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := forensics.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_are_taken_together if {
	forensics.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 1)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 1, 6)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	forensics.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	forensics.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := forensics.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	forensics.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
