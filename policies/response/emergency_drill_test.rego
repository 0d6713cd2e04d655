package ciieval.response.emergency_drill_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.certified_team_fixture_test as teams
import data.ciieval.response.emergency_drill

item := {
	"service": "response.emergency_drill",
	"members": ["a", "b", "c", "d", "e"],
	"holders": ["a"],
	"topics": ["client_scenario", "incident_plan_drafting", "incident_plan_testing", "incident_plan_improvement", "drill_planning", "drill_delivery"],
	"knowledge": subjects,
	"certificates": ["cisp"],
}

# What everybody of the item is assessed in.
subjects := ["gbt_42446_operation", "national_incident_response_plan", "cii_protection_law"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(teams.dossier(item), {"qualifications": [teams.qualification("emergency_response_service")]})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	emergency_drill.project_experience.status == "satisfied" with input as good
	emergency_drill.provider_qualifications.status == "satisfied" with input as good
	emergency_drill.experienced_people.status == "satisfied" with input as good
	emergency_drill.certified_people.status == "satisfied" with input as good
	emergency_drill.knowledge_and_skills.status == "satisfied" with input as good
	emergency_drill.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		emergency_drill.project_experience,
		emergency_drill.provider_qualifications,
		emergency_drill.experienced_people,
		emergency_drill.certified_people,
		emergency_drill.knowledge_and_skills,
		emergency_drill.service_capability,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := emergency_drill.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_of_more_than_three_years_ago_does_not_count if {
	emergency_drill.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	emergency_drill.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_unconfirmed_project_does_not_count if {
	emergency_drill.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	emergency_drill.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	emergency_drill.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	emergency_drill.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["response.incident_handling"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	emergency_drill.project_experience.status == "no_evidence" with input as without("/projects")
	emergency_drill.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_and_future_qualifications_do_not_count if {
	emergency_drill.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	emergency_drill.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_from", "2026-11-23")
}

test_any_of_the_kinds_is_enough if {
	every kind in ["operations_service", "emergency_response_service"] {
		outcome := emergency_drill.provider_qualifications with input as patched("/qualifications/0/kind", kind)
		outcome.status == "satisfied"
		outcome.checks[0].actual == [kind]
	}
	emergency_drill.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "integration_service")
}

test_level_1_is_higher_and_level_3_too_low if {
	emergency_drill.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := emergency_drill.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == []
	not outcome.checks[0].judgement
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := emergency_drill.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("operations_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := emergency_drill.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("operations_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	emergency_drill.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	emergency_drill.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_in_cybersecurity_is_too_little if {
	outcome := emergency_drill.experienced_people with input as patched("/people/4/security_experience", [{"from": "2021-11-23"}])
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
	outcome := emergency_drill.experienced_people with input as patched("/people/4/service_experience", [{"service": item.service, "from": "2023-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[2].fact == "people.service_years_3/services.response.emergency_drill"
	outcome.checks[2].actual == 4
	emergency_drill.experienced_people.status == "not_satisfied" with input as patched("/people/4/service_experience/0/service", "response.incident_handling")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := emergency_drill.experienced_people with input as without("/projects/2/team/4")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a", "b", "c", "d"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/2/team/4"},
		{"op": "add", "path": "/people/4/earlier_projects", "value": earlier},
	])
	emergency_drill.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	emergency_drill.experienced_people.status == "not_satisfied" with input as patched("/people/4/counted_for", ["training"])
	emergency_drill.experienced_people.status == "not_satisfied" with input as patched("/people/4/posts", ["administrative_staff"])
	emergency_drill.experienced_people.status == "not_satisfied" with input as patched("/people/4/supplier", "s")
	emergency_drill.experienced_people.status == "not_satisfied" with input as patched("/people/4/employment/until", "2026-11-21")
	emergency_drill.experienced_people.status == "satisfied" with input as patched("/people/4/employment/until", "2026-11-22")
	emergency_drill.experienced_people.status == "satisfied" with input as without("/people/4/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	emergency_drill.experienced_people.status == "no_evidence" with input as without("/people")
	emergency_drill.experienced_people.status == "no_evidence" with input as without("/projects")
	emergency_drill.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_no_certificate_is_too_few if {
	outcome := emergency_drill.certified_people with input as patched("/people/0/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[0].expected == 1
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	emergency_drill.certified_people.status == "not_satisfied" with input as patched("/people/0/certificates/0/valid_until", "2026-11-21")
	emergency_drill.certified_people.status == "not_satisfied" with input as patched("/people/0/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	emergency_drill.certified_people.status == "not_satisfied" with input as patched("/people/0/certificates/0/kind", "cissp")
	emergency_drill.certified_people.status == "satisfied" with input as patched("/people/0/certificates/0/kind", "cisp_ire")
	outcome := emergency_drill.certified_people with input as replaced("/people/0/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["a"]
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	emergency_drill.certified_people.status == "not_satisfied" with input as patched("/people/0/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	emergency_drill.certified_people.status == "no_evidence" with input as without("/people")
	emergency_drill.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_failed_assessment_and_one_after_the_reference_date_do_not_count if {
	outcome := emergency_drill.knowledge_and_skills with input as patched("/people/4/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["e"]
	emergency_drill.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/4/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := emergency_drill.knowledge_and_skills with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := emergency_drill.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
	every check in asked { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := emergency_drill.knowledge_and_skills with input as without("/people/4/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["e"]
	emergency_drill.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in ["/people/0/services", "/people/1/services", "/people/2/services", "/people/3/services", "/people/4/services"]])
	emergency_drill.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	emergency_drill.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/4/services"}, {"op": "remove", "path": "/people/4/assessments"}])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := emergency_drill.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_are_taken_together if {
	emergency_drill.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 1)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 1, 6)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	emergency_drill.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	emergency_drill.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := emergency_drill.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	emergency_drill.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
