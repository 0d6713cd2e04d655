package ciieval.consulting.classified_protection_test

import data.ciieval.consulting.classified_protection
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "consulting.classified_protection",
	"topics": ["grading", "filing", "remediation", "grade_assessment", "supervision_inspection"],
	"knowledge": ["gbt_42446_construction", "classified_protection_law", "gbt_22239", "gbt_25070"],
	"certificates": ["classified_protection_senior_assessor"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {"qualifications": [{"id": "q1", "kind": "classified_protection_assessment", "valid_from": "2023-11-23", "valid_until": "2026-11-22"}]})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	classified_protection.project_experience.status == "satisfied" with input as good
	classified_protection.provider_qualifications.status == "satisfied" with input as good
	classified_protection.experienced_people.status == "satisfied" with input as good
	classified_protection.senior_assessor.status == "satisfied" with input as good
	classified_protection.knowledge_and_skills.status == "satisfied" with input as good
	classified_protection.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		classified_protection.project_experience,
		classified_protection.provider_qualifications,
		classified_protection.experienced_people,
		classified_protection.senior_assessor,
		classified_protection.knowledge_and_skills,
		classified_protection.service_capability,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := classified_protection.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_that_ended_more_than_three_years_ago_does_not_count if {
	classified_protection.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
}

test_project_confirmed_more_than_three_years_ago_or_never_does_not_count if {
	classified_protection.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	classified_protection.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	classified_protection.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	classified_protection.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	classified_protection.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	classified_protection.project_experience.status == "no_evidence" with input as without("/projects")
	classified_protection.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_certification_does_not_count if {
	classified_protection.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	classified_protection.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "isms")
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := classified_protection.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("classified_protection_assessment", 1))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	classified_protection.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	classified_protection.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_is_too_little if {
	outcome := classified_protection.experienced_people with input as patched("/people/1/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].items == ["a"]

	# what each criterion alone finds is shown and decides nothing
	outcome.checks[1].fact == "people.security_years_5"
	outcome.checks[1].actual == 1
	outcome.checks[2].actual == 2
	outcome.checks[2].information
}

test_one_project_is_too_few if {
	outcome := classified_protection.experienced_people with input as without("/projects/0/team/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/1"},
		{"op": "add", "path": "/people/1/earlier_projects", "value": earlier},
	])
	classified_protection.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	classified_protection.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
	classified_protection.experienced_people.status == "not_satisfied" with input as patched("/people/1/posts", ["administrative_staff"])
	classified_protection.experienced_people.status == "not_satisfied" with input as patched("/people/1/supplier", "s")
	classified_protection.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
	classified_protection.experienced_people.status == "satisfied" with input as patched("/people/1/employment/until", "2026-11-22")
	classified_protection.experienced_people.status == "satisfied" with input as without("/people/1/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	classified_protection.experienced_people.status == "no_evidence" with input as without("/people")
	classified_protection.experienced_people.status == "no_evidence" with input as without("/projects")
	classified_protection.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_senior_assessor_is_enough if {
	classified_protection.senior_assessor.status == "satisfied" with input as patched("/people/1/certificates", [])
}

test_expired_or_intermediate_certificate_does_not_count if {
	classified_protection.senior_assessor.status == "not_satisfied" with input as json.patch(patched("/people/1/certificates", []), [{"op": "add", "path": "/people/0/certificates/0/valid_until", "value": "2026-11-21"}])
	classified_protection.senior_assessor.status == "not_satisfied" with input as json.patch(patched("/people/1/certificates", []), [{"op": "add", "path": "/people/0/certificates/0/kind", "value": "classified_protection_intermediate_assessor"}])
}

test_no_claim_opens_the_check if {
	outcome := classified_protection.senior_assessor with input as patched("/people", [object.union(good.people[0], {"certificates": [{"kind": "cisp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}]})])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	not outcome.checks[0].judgement
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	classified_protection.senior_assessor.status == "no_evidence" with input as without("/people")
	classified_protection.senior_assessor.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_after_the_reference_date_does_not_count if {
	outcome := classified_protection.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
}

test_failed_assessment_does_not_count if {
	classified_protection.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := classified_protection.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := classified_protection.knowledge_and_skills.checks with input as good
	count(asked) == 4
}

test_assessments_only_indicate_knowledge if {
	found := classified_protection.knowledge_and_skills.checks with input as good
	every check in found { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := classified_protection.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	classified_protection.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
	classified_protection.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	classified_protection.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := classified_protection.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_deliverables_are_taken_together if {
	classified_protection.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": ["grading"]},
		{"op": "add", "path": topic_paths[1], "value": ["filing", "remediation", "grade_assessment", "supervision_inspection"]},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	classified_protection.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	classified_protection.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := classified_protection.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	classified_protection.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
