package ciieval.training.skills_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.training.skills

item := {
	"service": "training.skills",
	"topics": [],
	"knowledge": ["gbt_42446_research_and_education", "security_products", "secure_configuration"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"projects": [fixture.project("p1", item, {"from": "2025-03-01", "until": "2025-11-22"}, ["a", "b"])],
	"people": [object.union(fixture.person(id, item), {"attack_defense_projects": [{"name": "drill", "date": "2026-11-22"}]}) | some id in ["a", "b"]],
	"facilities": [{"id": "range", "kind": "training_range", "from": "2026-11-22", "until": "2026-11-22", "uses": ["skills_training"], "equipment": ["simulated plant"]}],
	"courses": [
		{"id": "c1", "name": "c1", "services": ["training.skills"], "topics": ["practical_knowledge"], "available_from": "2026-11-22"},
		{"id": "c2", "name": "c2", "services": ["training.skills"], "topics": ["practical_exercises"], "available_from": "2026-11-22"},
	],
})

course_topics := ["practical_knowledge", "practical_exercises"]

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	skills.project_experience.status == "satisfied" with input as good
	skills.experienced_people.status == "satisfied" with input as good
	skills.certified_people.status == "satisfied" with input as good
	skills.knowledge_and_skills.status == "satisfied" with input as good
	skills.training_range.status == "satisfied" with input as good
	skills.skills_courses.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		skills.project_experience,
		skills.experienced_people,
		skills.certified_people,
		skills.knowledge_and_skills,
		skills.training_range,
		skills.skills_courses,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_without_a_project_of_the_item_there_is_no_experience if {
	outcome := skills.project_experience with input as patched("/projects/0/services", ["consulting.planning"])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[0].expected == 1
	skills.project_experience.status == "not_satisfied" with input as patched("/projects/0/status", "abandoned")
}

test_project_counts_for_three_years if {
	skills.project_experience.status == "satisfied" with input as ended("2023-11-22")
	skills.project_experience.status == "not_satisfied" with input as ended("2023-11-21")
}

test_project_nobody_confirmed_does_not_count if {
	skills.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	skills.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2026-11-23")
}

ended(day) := json.patch(good, [
	{"op": "add", "path": "/projects/0/from", "value": "2023-06-01"},
	{"op": "add", "path": "/projects/0/until", "value": day},
	{"op": "add", "path": "/projects/0/deliverables/0/confirmed_on", "value": day},
])

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	skills.project_experience.status == "no_evidence" with input as without("/projects")
	skills.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_people_without_attack_and_defense_project_do_not_count if {
	outcome := skills.experienced_people with input as without("/people/1/attack_defense_projects")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	outcome.checks[0].items == ["a"]
	not outcome.checks[0].judgement
	outcome.checks[1].fact == "people.attack_defense_projects"
}

test_project_after_the_reference_date_does_not_count if {
	skills.experienced_people.status == "not_satisfied" with input as patched("/people/1/attack_defense_projects/0/date", "2026-11-23")
}

test_both_skills_are_asked_for if {
	every topic in ["security_products", "secure_configuration"] {
		outcome := skills.experienced_people with input as patched("/people/1/assessments/0/topics", [topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].items == ["a"]
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["b"]
	}
}

test_skills_without_attack_and_defense_project_are_not_left_to_an_assessor if {
	outcome := skills.experienced_people with input as json.patch(good, [{"op": "add", "path": "/people/1/attack_defense_projects", "value": []}, {"op": "remove", "path": "/people/1/assessments"}])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
	[check.actual | some check in outcome.checks] == [1, 1, 1, 1]
}

test_only_current_service_people_of_the_class_count if {
	skills.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["consulting"])
	skills.experienced_people.status == "not_satisfied" with input as patched("/people/1/posts", ["administrative_staff"])
	skills.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
}

test_experience_is_silent_without_people if {
	skills.experienced_people.status == "no_evidence" with input as without("/people")
	skills.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_is_too_few if {
	outcome := skills.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
}

test_expired_certificate_does_not_count if {
	skills.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	skills.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	skills.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	outcome := skills.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	skills.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["consulting"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	skills.certified_people.status == "no_evidence" with input as without("/people")
	skills.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_everybody_of_the_item_is_assessed if {
	outcome := skills.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
	outcome.checks[0].judgement
	skills.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
	skills.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/topics", ["gbt_42446_management"])
	skills.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := skills.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	skills.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
}

test_range_is_at_disposal_on_the_reference_date if {
	skills.training_range.status == "not_satisfied" with input as patched("/facilities/0/until", "2026-11-21")
	skills.training_range.status == "not_satisfied" with input as patched("/facilities/0/from", "2026-11-23")
	outcome := skills.training_range with input as without("/facilities/0/from")
	outcome.status == "no_evidence"
	not outcome.checks[0].judgement
}

test_laboratory_is_no_range if {
	skills.training_range.status == "not_satisfied" with input as patched("/facilities/0/kind", "laboratory")
}

test_whether_a_range_suits_skills_training_may_be_judged if {
	outcome := skills.training_range with input as patched("/facilities/0/equipment", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["range"]
	outcome.checks[1].judgement
	skills.training_range.status == "not_satisfied" with input as patched("/facilities/0/uses", ["service_support"])
	every path in ["/facilities/0/uses", "/facilities/0/equipment"] {
		silent := skills.training_range with input as without(path)
		silent.status == "no_evidence"
		silent.checks[1].judgement
	}
}

test_no_register_of_facilities_is_silence_an_empty_one_is_not if {
	skills.training_range.status == "no_evidence" with input as without("/facilities")
	skills.training_range.status == "not_satisfied" with input as patched("/facilities", [])
}

test_every_topic_is_taught if {
	every topic in course_topics {
		outcome := skills.skills_courses with input as without_topic(topic)
		outcome.status == "not_satisfied"
		outcome.checks[1].lacking == [topic]
		outcome.checks[1].judgement
	}
}

without_topic(topic) := object.union(good, {"courses": [object.union(course, {"topics": [other | some other in course.topics; other != topic]}) | some course in good.courses]})

test_courses_count_from_the_day_they_are_offered if {
	outcome := skills.skills_courses with input as patched("/courses/0/available_from", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["c2"]
	skills.skills_courses.status == "no_evidence" with input as without("/courses/0/available_from")
	skills.skills_courses.status == "not_satisfied" with input as patched("/courses/0/services", ["training.technology"])
}

test_no_register_of_courses_is_silence_an_empty_one_is_not if {
	skills.skills_courses.status == "no_evidence" with input as without("/courses")
	outcome := skills.skills_courses with input as patched("/courses", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[1].missing
}

test_courses_that_list_no_topic_are_silent if {
	skills.skills_courses.status == "no_evidence" with input as json.patch(good, [{"op": "add", "path": "/courses/0/topics", "value": []}, {"op": "remove", "path": "/courses/1/topics"}])
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := skills.skills_courses with input as patched("/projects/0/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 0
	not outcome.checks[2].judgement
	skills.skills_courses.status == "no_evidence" with input as without("/projects")
}
