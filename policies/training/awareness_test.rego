package ciieval.training.awareness_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.training.awareness

item := {
	"service": "training.awareness",
	"topics": [],
	"knowledge": ["gbt_42446_research_and_education"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"projects": [fixture.project("p1", item, {"from": "2025-03-01", "until": "2025-11-22"}, ["a", "b"])],
	"courses": [
		{"id": "c1", "name": "c1", "services": ["training.awareness"], "topics": ["security_awareness"], "available_from": "2026-11-22", "audiences": ["managers"], "formats": ["lecture"]},
		{"id": "c2", "name": "c2", "services": ["training.awareness"], "topics": ["incident_cases"], "available_from": "2026-11-22", "audiences": ["everybody"], "formats": ["case_study"]},
	],
})

course_topics := ["security_awareness", "incident_cases"]

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	awareness.project_experience.status == "satisfied" with input as good
	awareness.certified_people.status == "satisfied" with input as good
	awareness.knowledge_and_skills.status == "satisfied" with input as good
	awareness.tailored_courses.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		awareness.project_experience,
		awareness.certified_people,
		awareness.knowledge_and_skills,
		awareness.tailored_courses,
	] with input as empty
	count(found) == 4
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_without_a_project_of_the_item_there_is_no_experience if {
	outcome := awareness.project_experience with input as patched("/projects/0/services", ["consulting.planning"])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[0].expected == 1
	awareness.project_experience.status == "not_satisfied" with input as patched("/projects/0/status", "abandoned")
}

test_project_counts_for_three_years if {
	awareness.project_experience.status == "satisfied" with input as ended("2023-11-22")
	awareness.project_experience.status == "not_satisfied" with input as ended("2023-11-21")
}

test_project_nobody_confirmed_does_not_count if {
	awareness.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	awareness.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2026-11-23")
}

ended(day) := json.patch(good, [
	{"op": "add", "path": "/projects/0/from", "value": "2023-06-01"},
	{"op": "add", "path": "/projects/0/until", "value": day},
	{"op": "add", "path": "/projects/0/deliverables/0/confirmed_on", "value": day},
])

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	awareness.project_experience.status == "no_evidence" with input as without("/projects")
	awareness.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_one_certificate_is_too_few if {
	outcome := awareness.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
}

test_expired_certificate_does_not_count if {
	awareness.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	awareness.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	awareness.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	outcome := awareness.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	awareness.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["consulting"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	awareness.certified_people.status == "no_evidence" with input as without("/people")
	awareness.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_everybody_of_the_item_is_assessed if {
	outcome := awareness.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
	outcome.checks[0].judgement
	awareness.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
	awareness.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/topics", ["gbt_42446_management"])
	awareness.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := awareness.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	awareness.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
}

test_one_audience_is_too_few if {
	outcome := awareness.tailored_courses with input as patched("/courses/1/audiences", ["managers"])
	outcome.status == "not_satisfied"
	outcome.checks[4].actual == 1
	outcome.checks[4].expected == 2
	outcome.checks[4].items == ["managers"]
	awareness.tailored_courses.status == "satisfied" with input as json.patch(good, [{"op": "add", "path": "/courses/0/audiences", "value": ["managers", "everybody"]}, {"op": "remove", "path": "/courses/1/audiences"}])
}

test_both_formats_are_asked_for if {
	outcome := awareness.tailored_courses with input as patched("/courses/1/formats", ["lecture", "online"])
	outcome.status == "not_satisfied"
	outcome.checks[3].lacking == ["case_study"]
	not outcome.checks[3].judgement
	other := awareness.tailored_courses with input as patched("/courses/0/formats", ["hands_on"])
	other.checks[3].lacking == ["lecture"]
}

test_courses_without_audiences_or_formats_are_silent if {
	every key in ["audiences", "formats"] {
		removed := [{"op": "remove", "path": path} | some path in [concat("", ["/courses/0/", key]), concat("", ["/courses/1/", key])]]
		awareness.tailored_courses.status == "no_evidence" with input as json.patch(good, removed)
	}
}

test_every_topic_is_taught if {
	every topic in course_topics {
		outcome := awareness.tailored_courses with input as without_topic(topic)
		outcome.status == "not_satisfied"
		outcome.checks[1].lacking == [topic]
		outcome.checks[1].judgement
	}
}

without_topic(topic) := object.union(good, {"courses": [object.union(course, {"topics": [other | some other in course.topics; other != topic]}) | some course in good.courses]})

test_courses_count_from_the_day_they_are_offered if {
	outcome := awareness.tailored_courses with input as patched("/courses/0/available_from", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["c2"]
	awareness.tailored_courses.status == "no_evidence" with input as without("/courses/0/available_from")
	awareness.tailored_courses.status == "not_satisfied" with input as patched("/courses/0/services", ["training.skills"])
}

test_no_register_of_courses_is_silence_an_empty_one_is_not if {
	awareness.tailored_courses.status == "no_evidence" with input as without("/courses")
	outcome := awareness.tailored_courses with input as patched("/courses", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[1].missing
}

test_courses_that_list_no_topic_are_silent if {
	awareness.tailored_courses.status == "no_evidence" with input as json.patch(good, [{"op": "add", "path": "/courses/0/topics", "value": []}, {"op": "remove", "path": "/courses/1/topics"}])
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := awareness.tailored_courses with input as patched("/projects/0/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 0
	not outcome.checks[2].judgement
	awareness.tailored_courses.status == "no_evidence" with input as without("/projects")
}
