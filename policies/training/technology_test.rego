package ciieval.training.technology_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.training.technology

item := {
	"service": "training.technology",
	"topics": [],
	"knowledge": ["gbt_42446_research_and_education", "cii_protection_law"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"projects": [fixture.project("p1", item, {"from": "2025-03-01", "until": "2025-11-22"}, ["a", "b"])],
	"courses": [
		{"id": "c1", "name": "c1", "services": ["training.technology"], "topics": ["management_system", "risk_management", "security_strategy", "data_security_and_privacy", "supply_chain"], "available_from": "2026-11-22"},
		{"id": "c2", "name": "c2", "services": ["training.technology"], "topics": ["technology_basics", "advanced_technology", "new_technology_protection", "best_practice"], "available_from": "2026-11-22"},
	],
})

course_topics := ["management_system", "risk_management", "security_strategy", "data_security_and_privacy", "supply_chain", "technology_basics", "advanced_technology", "new_technology_protection", "best_practice"]

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	technology.project_experience.status == "satisfied" with input as good
	technology.experienced_people.status == "satisfied" with input as good
	technology.certified_people.status == "satisfied" with input as good
	technology.knowledge_and_skills.status == "satisfied" with input as good
	technology.technology_courses.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		technology.project_experience,
		technology.experienced_people,
		technology.certified_people,
		technology.knowledge_and_skills,
		technology.technology_courses,
	] with input as empty
	count(found) == 5
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_without_a_project_of_the_item_there_is_no_experience if {
	outcome := technology.project_experience with input as patched("/projects/0/services", ["consulting.planning"])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[0].expected == 1
	technology.project_experience.status == "not_satisfied" with input as patched("/projects/0/status", "abandoned")
}

test_project_counts_for_three_years if {
	technology.project_experience.status == "satisfied" with input as ended("2023-11-22")
	technology.project_experience.status == "not_satisfied" with input as ended("2023-11-21")
}

test_project_nobody_confirmed_does_not_count if {
	technology.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	technology.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2026-11-23")
}

ended(day) := json.patch(good, [
	{"op": "add", "path": "/projects/0/from", "value": "2023-06-01"},
	{"op": "add", "path": "/projects/0/until", "value": day},
	{"op": "add", "path": "/projects/0/deliverables/0/confirmed_on", "value": day},
])

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	technology.project_experience.status == "no_evidence" with input as without("/projects")
	technology.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

# Person a has the years, person b the project.
test_either_the_years_or_an_attack_and_defense_project_is_enough if {
	technology.experienced_people.status == "satisfied" with input as with_drill("2026-11-22")
	outcome := technology.experienced_people with input as with_drill("2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
	outcome.checks[1].fact == "people.attack_defense_or_security_years_5"
	outcome.checks[1].actual == 1
}

with_drill(day) := json.patch(good, [
	{"op": "remove", "path": "/people/1/security_experience"},
	{"op": "add", "path": "/people/1/attack_defense_projects", "value": [{"name": "drill", "date": day}]},
])

test_a_day_short_of_five_years_is_too_little if {
	outcome := technology.experienced_people with input as patched("/people/1/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
}

test_knowledge_without_assessment_is_left_to_an_assessor if {
	outcome := technology.experienced_people with input as without("/people/1/assessments")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
	technology.experienced_people.status == "not_satisfied" with input as patched("/people/1/assessments/0/date", "2026-11-23")
	technology.experienced_people.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_missing_years_are_not_left_to_an_assessor if {
	outcome := technology.experienced_people with input as json.patch(good, [{"op": "add", "path": "/people/1/security_experience", "value": []}, {"op": "remove", "path": "/people/1/assessments"}])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_one_person_meets_all_the_criteria if {
	outcome := technology.experienced_people with input as json.patch(good, [{"op": "add", "path": "/people/0/security_experience", "value": []}, {"op": "add", "path": "/people/1/assessments", "value": []}])
	[check.actual | some check in outcome.checks] == [0, 1, 1]
}

test_only_current_service_people_of_the_class_count if {
	technology.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["consulting"])
	technology.experienced_people.status == "not_satisfied" with input as patched("/people/1/posts", ["administrative_staff"])
	technology.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
}

test_experience_is_silent_without_people if {
	technology.experienced_people.status == "no_evidence" with input as without("/people")
	technology.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_is_too_few if {
	outcome := technology.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
}

test_expired_certificate_does_not_count if {
	technology.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	technology.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	technology.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	outcome := technology.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	technology.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["consulting"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	technology.certified_people.status == "no_evidence" with input as without("/people")
	technology.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_everybody_of_the_item_is_assessed if {
	outcome := technology.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
	outcome.checks[0].judgement
	technology.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
	technology.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/topics", ["gbt_42446_management"])
	technology.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := technology.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	technology.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
}

test_every_topic_is_taught if {
	every topic in course_topics {
		outcome := technology.technology_courses with input as without_topic(topic)
		outcome.status == "not_satisfied"
		outcome.checks[1].lacking == [topic]
		outcome.checks[1].judgement
	}
}

without_topic(topic) := object.union(good, {"courses": [object.union(course, {"topics": [other | some other in course.topics; other != topic]}) | some course in good.courses]})

test_courses_count_from_the_day_they_are_offered if {
	outcome := technology.technology_courses with input as patched("/courses/0/available_from", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["c2"]
	technology.technology_courses.status == "no_evidence" with input as without("/courses/0/available_from")
	technology.technology_courses.status == "not_satisfied" with input as patched("/courses/0/services", ["training.skills"])
}

test_no_register_of_courses_is_silence_an_empty_one_is_not if {
	technology.technology_courses.status == "no_evidence" with input as without("/courses")
	outcome := technology.technology_courses with input as patched("/courses", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[1].missing
}

test_courses_that_list_no_topic_are_silent if {
	technology.technology_courses.status == "no_evidence" with input as json.patch(good, [{"op": "add", "path": "/courses/0/topics", "value": []}, {"op": "remove", "path": "/courses/1/topics"}])
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := technology.technology_courses with input as patched("/projects/0/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 0
	not outcome.checks[2].judgement
	technology.technology_courses.status == "no_evidence" with input as without("/projects")
}
