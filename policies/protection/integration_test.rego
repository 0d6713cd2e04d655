package ciieval.protection.integration_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.team_fixture_test as team
import data.ciieval.protection.integration

item := {
	"service": "protection.integration",
	"topics": ["current_state_assessment", "protection_gap_analysis", "needs_analysis", "overall_solution"],
	"knowledge": ["gbt_42446_construction", "cii_protection_law"],
	"certificates": ["cisp"],
}

ids := ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := json.patch(staffed, [{"op": "add", "path": concat("/", ["/people", format_int(place, 10), "certificates"]), "value": certificates} | some place in [0, 1, 2]])

certificates := [{"kind": "cisp", "valid_from": "2023-01-01", "valid_until": "2026-11-22"}]

staffed := object.union(team.dossier(item, ids, {"certificates": []}), {"qualifications": [{"id": "q1", "kind": "integration_service", "level": 2, "valid_from": "2023-11-23", "valid_until": "2026-11-22"}]})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	integration.project_experience.status == "satisfied" with input as good
	integration.provider_qualifications.status == "satisfied" with input as good
	integration.experienced_people.status == "satisfied" with input as good
	integration.certified_people.status == "satisfied" with input as good
	integration.knowledge_and_skills.status == "satisfied" with input as good
	integration.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		integration.project_experience,
		integration.provider_qualifications,
		integration.experienced_people,
		integration.certified_people,
		integration.knowledge_and_skills,
		integration.service_capability,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := integration.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	integration.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	integration.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_project_whose_deliverables_nobody_confirmed_by_the_day_does_not_count if {
	integration.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	integration.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	integration.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	integration.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	integration.project_experience.status == "no_evidence" with input as without("/projects")
	integration.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_level_1_is_higher_and_level_3_too_low if {
	integration.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := integration.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_another_service_qualification_does_not_count if {
	integration.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "operations_service")
}

test_expired_and_future_qualifications_do_not_count if {
	integration.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	integration.provider_qualifications.status == "not_satisfied" with input as json.patch(good, [
		{"op": "add", "path": "/qualifications/0/valid_from", "value": "2026-11-23"},
		{"op": "remove", "path": "/qualifications/0/valid_until"},
	])
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := integration.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("integration_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := integration.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("integration_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	integration.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	integration.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_three_years_in_the_item_is_too_little if {
	outcome := integration.experienced_people with input as patched("/people/9/service_experience/0/from", "2023-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 9
	outcome.checks[0].expected == 10
	outcome.checks[1].fact == "people.service_years_3/services.protection.integration"
	outcome.checks[1].actual == 9
	outcome.checks[1].information
}

test_years_in_another_item_do_not_count if {
	integration.experienced_people.status == "not_satisfied" with input as patched("/people/9/service_experience/0/service", "training.awareness")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := integration.experienced_people with input as without("/projects/0/team/9")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
	outcome.checks[2].fact == "people.projects_3/services.protection.integration"
	not outcome.checks[0].judgement
	integration.experienced_people.status == "not_satisfied" with input as patched("/projects/2/team/9/from", "2025-11-23")
	integration.experienced_people.status == "satisfied" with input as patched("/projects/2/team/9/from", "2025-11-22")
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/9"},
		{"op": "add", "path": "/people/9/earlier_projects", "value": earlier},
	])
	integration.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	integration.experienced_people.status == "not_satisfied" with input as patched("/people/9/counted_for", ["training"])
	integration.experienced_people.status == "not_satisfied" with input as patched("/people/9/posts", ["administrative_staff"])
	integration.experienced_people.status == "not_satisfied" with input as patched("/people/9/supplier", "s")
	integration.experienced_people.status == "not_satisfied" with input as patched("/people/9/employment/until", "2026-11-21")
	integration.experienced_people.status == "satisfied" with input as patched("/people/9/employment/until", "2026-11-22")
	integration.experienced_people.status == "satisfied" with input as without("/people/9/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	integration.experienced_people.status == "no_evidence" with input as without("/people")
	integration.experienced_people.status == "no_evidence" with input as without("/projects")
	integration.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_two_certificates_are_too_few if {
	outcome := integration.certified_people with input as patched("/people/2/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	integration.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_until", "2026-11-21")
	integration.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	integration.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/kind", "cissp")
	integration.certified_people.status == "satisfied" with input as patched("/people/2/certificates/0/kind", "cisp_pte")
	outcome := integration.certified_people with input as replaced("/people/2/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
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
	outcome := integration.certified_people with input as claims
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	integration.certified_people.status == "not_satisfied" with input as patched("/people/0/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	integration.certified_people.status == "no_evidence" with input as without("/people")
	integration.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_after_the_reference_date_does_not_count if {
	outcome := integration.knowledge_and_skills with input as patched("/people/9/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["j"]
}

test_failed_assessment_does_not_count if {
	integration.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/9/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := integration.knowledge_and_skills with input as patched("/people/9/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := integration.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessments_only_indicate_knowledge if {
	found := integration.knowledge_and_skills.checks with input as good
	every check in found { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := integration.knowledge_and_skills with input as without("/people/9/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["j"]
	integration.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "add", "path": "/people", "value": [object.remove(person, ["services"]) | some person in good.people]}])
	integration.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	integration.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/9/services"}, {"op": "remove", "path": "/people/9/assessments"}])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := integration.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_deliverables_are_taken_together if {
	integration.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 2)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 2, 4)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	integration.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	integration.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := integration.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	integration.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
