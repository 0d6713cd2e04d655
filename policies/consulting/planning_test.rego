package ciieval.consulting.planning_test

import data.ciieval.consulting.planning
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "consulting.planning",
	"topics": ["needs_analysis", "implementation_steps", "comprehensive_planning", "forward_planning"],
	"knowledge": ["gbt_42446_management", "cii_protection_law"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"qualifications": fixture.isms_and_risk_assessment,
	"facilities": [fixture.research_laboratory],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	planning.project_experience.status == "satisfied" with input as good
	planning.provider_qualifications.status == "satisfied" with input as good
	planning.experienced_people.status == "satisfied" with input as good
	planning.certified_people.status == "satisfied" with input as good
	planning.knowledge_and_skills.status == "satisfied" with input as good
	planning.research_laboratory.status == "satisfied" with input as good
	planning.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		planning.project_experience,
		planning.provider_qualifications,
		planning.experienced_people,
		planning.certified_people,
		planning.knowledge_and_skills,
		planning.research_laboratory,
		planning.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := planning.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_that_ended_more_than_three_years_ago_does_not_count if {
	planning.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
}

test_project_confirmed_more_than_three_years_ago_or_never_does_not_count if {
	planning.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	planning.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	planning.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	planning.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	planning.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	planning.project_experience.status == "no_evidence" with input as without("/projects")
	planning.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_and_future_qualifications_do_not_count if {
	planning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	planning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_from", "2026-11-23")
}

test_both_qualifications_are_needed if {
	planning.provider_qualifications.status == "not_satisfied" with input as without("/qualifications/0")
	planning.provider_qualifications.status == "not_satisfied" with input as without("/qualifications/1")
}

test_level_1_is_higher_and_level_3_too_low if {
	planning.provider_qualifications.status == "satisfied" with input as patched("/qualifications/1/level", 1)
	outcome := planning.provider_qualifications with input as patched("/qualifications/1/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 3
	outcome.checks[1].expected == 2
	not outcome.checks[1].judgement
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := planning.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("risk_assessment_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["claimed"]
	lower := planning.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("risk_assessment_service", 3))
	not lower.checks[1].judgement
	other := planning.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("isms", 1))
	other.status == "not_satisfied"
	other.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	planning.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	planning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_is_too_little if {
	outcome := planning.experienced_people with input as patched("/people/1/security_experience", [{"from": "2021-11-23"}])
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
	outcome := planning.experienced_people with input as without("/projects/0/team/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/1"},
		{"op": "add", "path": "/people/1/earlier_projects", "value": earlier},
	])
	planning.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	planning.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
	planning.experienced_people.status == "not_satisfied" with input as patched("/people/1/posts", ["administrative_staff"])
	planning.experienced_people.status == "not_satisfied" with input as patched("/people/1/supplier", "s")
	planning.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
	planning.experienced_people.status == "satisfied" with input as patched("/people/1/employment/until", "2026-11-22")
	planning.experienced_people.status == "satisfied" with input as without("/people/1/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	planning.experienced_people.status == "no_evidence" with input as without("/people")
	planning.experienced_people.status == "no_evidence" with input as without("/projects")
	planning.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_is_too_few if {
	outcome := planning.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
}

test_expired_certificate_does_not_count if {
	planning.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	planning.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	planning.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	outcome := planning.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	claims := json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0/kind", "value": "cissp"},
		{"op": "add", "path": "/people/1/certificates/0/claimed_equivalent_to", "value": "cisp"},
	])
	outcome := planning.certified_people with input as claims
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	planning.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	planning.certified_people.status == "no_evidence" with input as without("/people")
	planning.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_after_the_reference_date_does_not_count if {
	outcome := planning.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
}

test_failed_assessment_does_not_count if {
	planning.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := planning.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := planning.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessments_only_indicate_knowledge if {
	found := planning.knowledge_and_skills.checks with input as good
	every check in found { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := planning.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	planning.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
	planning.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	planning.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_laboratory_given_up_the_day_before_does_not_count_one_without_first_day_is_silence if {
	planning.research_laboratory.status == "not_satisfied" with input as patched("/facilities/0/until", "2026-11-21")
	planning.research_laboratory.status == "no_evidence" with input as without("/facilities/0/from")
	planning.research_laboratory.status == "not_satisfied" with input as patched("/facilities/0/from", "2026-11-23")
	planning.research_laboratory.status == "satisfied" with input as patched("/facilities/0/from", "2026-11-22")
}

test_fitness_for_research_is_left_to_an_assessor if {
	every patch in [
		patched("/facilities/0/uses", ["service_support"]),
		patched("/facilities/0/equipment", []),
	] {
		outcome := planning.research_laboratory with input as patch
		outcome.status == "not_satisfied"
		outcome.checks[0].ok
		not outcome.checks[0].judgement
		not outcome.checks[1].ok
		outcome.checks[1].judgement
	}
	every path in ["/facilities/0/uses", "/facilities/0/equipment"] {
		silent := planning.research_laboratory with input as without(path)
		silent.status == "no_evidence"
		silent.checks[1].judgement
	}
}

test_an_office_is_no_laboratory if {
	planning.research_laboratory.status == "not_satisfied" with input as patched("/facilities/0/kind", "office")
}

test_no_register_of_facilities_is_silence_an_empty_one_is_not if {
	planning.research_laboratory.status == "no_evidence" with input as without("/facilities")
	planning.research_laboratory.status == "not_satisfied" with input as patched("/facilities", [])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := planning.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_deliverables_are_taken_together if {
	planning.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": ["needs_analysis"]},
		{"op": "add", "path": topic_paths[1], "value": ["implementation_steps", "comprehensive_planning", "forward_planning"]},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	planning.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	planning.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := planning.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	planning.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
