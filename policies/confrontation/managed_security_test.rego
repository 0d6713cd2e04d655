package ciieval.confrontation.managed_security_test

import data.ciieval.confrontation.crew_fixture_test as crew
import data.ciieval.confrontation.managed_security
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "confrontation.managed_security",
	"crew": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"],
	"certified": 5,
	"topics": [
		"managed_asset_identification",
		"threat_detection",
		"threat_response",
		"periodic_security_report",
	],
	"knowledge": ["gbt_42446_operation", "cii_protection_law", "incident_process"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(crew.dossier(item), {
	"facilities": [
		{"id": "soc", "kind": "security_operations_center", "from": "2024-01-01"},
		{"id": "dc", "kind": "data_center", "from": "2024-01-01", "until": fixture.reference, "independent": true, "classified_protection_level": 3, "classified_protection_assessed_on": "2025-11-22"},
	],
	"duty_schemes": [
		{"id": "d1", "services": ["confrontation.managed_security"], "patterns": ["5x8", "7x8"], "onsite": true, "detection_minutes": 60, "response_minutes": 60, "measured_on": fixture.reference, "effective_from": "2024-01-01", "effective_until": fixture.reference},
		{"id": "d2", "services": ["confrontation.managed_security"], "patterns": ["7x24"], "onsite": true, "detection_minutes": 5, "response_minutes": 15, "measured_on": "2026-01-01", "effective_from": fixture.reference},
	],
})

absence(day) := {"op": "add", "path": "/absences", "value": [{"subject": "own_security_operations_center", "stated_on": day, "stated_by": "a", "reason": "the clients' own centres are used"}]}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	managed_security.project_experience.status == "satisfied" with input as good
	managed_security.provider_qualifications.status == "satisfied" with input as good
	managed_security.experienced_people.status == "satisfied" with input as good
	managed_security.certified_people.status == "satisfied" with input as good
	managed_security.knowledge_and_skills.status == "satisfied" with input as good
	managed_security.own_operations_center.status == "satisfied" with input as good
	managed_security.on_duty_schemes.status == "satisfied" with input as good
	managed_security.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		managed_security.project_experience,
		managed_security.provider_qualifications,
		managed_security.experienced_people,
		managed_security.certified_people,
		managed_security.knowledge_and_skills,
		managed_security.own_operations_center,
		managed_security.on_duty_schemes,
		managed_security.service_capability,
	] with input as empty
	count(found) == 8
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := managed_security.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_ended_or_confirmed_more_than_three_years_ago_does_not_count if {
	managed_security.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	managed_security.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	managed_security.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	managed_security.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	managed_security.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	managed_security.project_experience.status == "no_evidence" with input as without("/projects")
	managed_security.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_each_qualification_is_asked_for if {
	operation := managed_security.provider_qualifications with input as without("/qualifications/0")
	operation.status == "not_satisfied"
	[check.ok | some check in operation.checks] == [false, true]
	response := managed_security.provider_qualifications with input as without("/qualifications/1")
	response.status == "not_satisfied"
	[check.ok | some check in response.checks] == [true, false]
}

test_qualification_of_the_third_level_is_too_low_of_the_first_enough if {
	outcome := managed_security.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	managed_security.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/level", 3)
	managed_security.provider_qualifications.status == "satisfied" with input as patched("/qualifications/1/level", 1)
}

test_qualification_counts_only_while_valid if {
	managed_security.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	managed_security.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_from", "2026-11-23")
}

test_qualification_of_the_same_level_is_left_to_an_assessor if {
	outcome := managed_security.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["claimed"]
	lower := managed_security.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 3))
	not lower.checks[1].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	managed_security.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	managed_security.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_the_years_is_too_little if {
	security := managed_security.experienced_people with input as patched("/people/14/security_experience/0/from", "2021-11-23")
	security.status == "not_satisfied"
	security.checks[0].actual == 14
	security.checks[0].expected == 15
	not security.checks[0].judgement
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people/14/service_experience/0/from", "2023-11-23")
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people/14/service_experience/0/service", "confrontation.monitoring")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := managed_security.experienced_people with input as without("/projects/0/team/14")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 14
	elsewhere := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/14"},
		{"op": "add", "path": "/people/14/earlier_projects", "value": [{"name": "elsewhere", "services": ["confrontation.managed_security"], "from": "2020-01-01"}]},
	])
	managed_security.experienced_people.status == "satisfied" with input as elsewhere
}

test_people_without_an_assessment_are_left_to_an_assessor if {
	every topic in ["incident_process"] {
		outcome := managed_security.experienced_people with input as patched("/people/14/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["o"]
		[check.fact | some check in outcome.checks; not check.ok] == ["people.meeting_all", concat("", ["people.knows/knowledge_topics.", topic])]
	}
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people/14/assessments/0/date", "2026-11-23")
}

test_the_same_person_meets_all_criteria if {
	outcome := managed_security.experienced_people with input as json.patch(good, [
		{"op": "add", "path": "/people/14/security_experience", "value": []},
		{"op": "add", "path": "/people/0/service_experience", "value": []},
	])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 13
	not outcome.checks[0].judgement
}

test_only_current_service_people_of_the_class_count if {
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people/14/counted_for", ["training"])
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people/14/employment/until", "2026-11-21")
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people/14/posts", ["archivist"])
}

test_experience_is_silent_without_a_register if {
	managed_security.experienced_people.status == "no_evidence" with input as without("/people")
	managed_security.experienced_people.status == "no_evidence" with input as without("/projects")
	managed_security.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_four_certificates_are_too_few if {
	outcome := managed_security.certified_people with input as patched("/people/4/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 4
	outcome.checks[0].expected == 5
	not outcome.checks[0].judgement
}

test_certificate_counts_only_while_valid_and_for_people_of_the_class if {
	managed_security.certified_people.status == "not_satisfied" with input as patched("/people/4/certificates/0/valid_until", "2026-11-21")
	managed_security.certified_people.status == "not_satisfied" with input as patched("/people/4/certificates/0/valid_from", "2026-11-23")
	managed_security.certified_people.status == "not_satisfied" with input as patched("/people/4/counted_for", ["training"])
}

test_another_certificate_counts_only_by_a_finding if {
	managed_security.certified_people.status == "not_satisfied" with input as patched("/people/4/certificates/0/kind", "cissp")
	outcome := managed_security.certified_people with input as replaced("/people/4/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["e"]
}

test_certificates_are_silent_without_people if {
	managed_security.certified_people.status == "no_evidence" with input as without("/people")
	managed_security.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_every_subject_is_asked_for if {
	every topic in ["gbt_42446_operation", "cii_protection_law"] {
		outcome := managed_security.knowledge_and_skills with input as patched("/people/14/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
		every check in outcome.checks { check.judgement }
	}
	asked := managed_security.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessment_failed_or_after_the_reference_date_does_not_count if {
	outcome := managed_security.knowledge_and_skills with input as patched("/people/14/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["o"]
	managed_security.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/14/assessments/0/result", "failed")
}

test_person_without_record_is_silence if {
	outcome := managed_security.knowledge_and_skills with input as without("/people/14/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["o"]
}

test_data_centre_is_independent if {
	outcome := managed_security.own_operations_center with input as patched("/facilities/1/independent", false)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	silent := managed_security.own_operations_center with input as without("/facilities/1/independent")
	silent.status == "no_evidence"
	second := {"id": "dc2", "kind": "data_center", "from": "2024-01-01"}
	managed_security.own_operations_center.status == "satisfied" with input as patched("/facilities/-", second)
}

test_data_centre_is_at_disposal if {
	managed_security.own_operations_center.status == "not_satisfied" with input as patched("/facilities/1/until", "2026-11-21")
	managed_security.own_operations_center.status == "not_satisfied" with input as patched("/facilities/1/from", "2026-11-23")
	managed_security.own_operations_center.status == "not_satisfied" with input as without("/facilities/1")
}

test_data_centre_without_a_first_day_is_silence_where_it_might_meet_it_all if {
	managed_security.own_operations_center.status == "no_evidence" with input as without("/facilities/1/from")
	without_day := json.remove(good, ["/facilities/1/from"])
	every key, value in {"independent": false, "until": "2026-11-21"} {
		managed_security.own_operations_center.status == "not_satisfied" with input as json.patch(without_day, [{"op": "add", "path": concat("/", ["/facilities/1", key]), "value": value}])
	}
	low := object.union(good.facilities[1], {"id": "low", "classified_protection_level": 2})
	beside := json.patch(good, [{"op": "add", "path": "/facilities/-", "value": low}, {"op": "remove", "path": "/facilities/1/from"}])
	managed_security.own_operations_center.status == "no_evidence" with input as beside
	both_low := json.patch(beside, [{"op": "replace", "path": "/facilities/1/classified_protection_level", "value": 2}])
	managed_security.own_operations_center.status == "not_satisfied" with input as both_low
	old := object.union(good.facilities[1], {"id": "old", "classified_protection_assessed_on": "2025-11-21"})
	unassessed := json.patch(good, [{"op": "add", "path": "/facilities/-", "value": old}, {"op": "remove", "path": "/facilities/1/classified_protection_assessed_on"}])
	managed_security.own_operations_center.status == "no_evidence" with input as unassessed
	late := json.patch(unassessed, [{"op": "add", "path": "/facilities/1/classified_protection_assessed_on", "value": "2025-11-21"}])
	managed_security.own_operations_center.status == "not_satisfied" with input as late
}

test_second_level_is_too_low_a_higher_one_is_enough if {
	outcome := managed_security.own_operations_center with input as patched("/facilities/1/classified_protection_level", 2)
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 2
	outcome.checks[1].expected == 3
	managed_security.own_operations_center.status == "satisfied" with input as patched("/facilities/1/classified_protection_level", 4)
	managed_security.own_operations_center.status == "no_evidence" with input as without("/facilities/1/classified_protection_level")
}

test_protection_was_assessed_in_the_last_twelve_months if {
	outcome := managed_security.own_operations_center with input as patched("/facilities/1/classified_protection_assessed_on", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == "2025-11-21"
	outcome.checks[2].expected == "2025-11-22"
	managed_security.own_operations_center.status == "satisfied" with input as patched("/facilities/1/classified_protection_assessed_on", "2026-11-22")
	managed_security.own_operations_center.status == "no_evidence" with input as patched("/facilities/1/classified_protection_assessed_on", "2026-11-23")
	managed_security.own_operations_center.status == "no_evidence" with input as without("/facilities/1/classified_protection_assessed_on")
}

test_one_data_centre_meets_it_all if {
	shared := {"id": "shared", "kind": "data_center", "from": "2024-01-01", "independent": false, "classified_protection_level": 3, "classified_protection_assessed_on": "2026-01-01"}
	low := {"id": "low", "kind": "data_center", "from": "2024-01-01", "independent": true, "classified_protection_level": 2, "classified_protection_assessed_on": "2026-01-01"}
	alone := json.patch(good, [{"op": "add", "path": "/facilities/1/classified_protection_assessed_on", "value": "2024-01-01"}, {"op": "add", "path": "/facilities/-", "value": shared}, {"op": "add", "path": "/facilities/-", "value": low}])
	managed_security.own_operations_center.status == "not_satisfied" with input as alone
	managed_security.own_operations_center.status == "not_satisfied" with input as json.patch(alone, [{"op": "remove", "path": "/facilities/1"}])
	managed_security.own_operations_center.status == "satisfied" with input as json.patch(good, [{"op": "add", "path": "/facilities/-", "value": shared}, {"op": "add", "path": "/facilities/-", "value": low}])
}

test_no_register_of_facilities_is_silence_an_empty_one_is_not if {
	managed_security.own_operations_center.status == "no_evidence" with input as without("/facilities")
	managed_security.own_operations_center.status == "not_satisfied" with input as patched("/facilities", [])
}

test_data_centre_is_not_asked_for_without_an_own_operations_centre if {
	managed_security.own_operations_center.status == "not_applicable" with input as json.patch(good, [absence("2026-11-22"), {"op": "remove", "path": "/facilities"}])
	managed_security.own_operations_center.status == "not_applicable" with input as json.patch(good, [absence("2026-11-22"), {"op": "add", "path": "/facilities/0/until", "value": "2026-11-21"}])
	managed_security.own_operations_center.status == "no_evidence" with input as json.patch(good, [absence("2026-11-23"), {"op": "remove", "path": "/facilities"}])
}

test_operations_centre_contradicts_the_declared_absence if {
	outcome := managed_security.own_operations_center with input as json.patch(good, [absence("2026-11-22")])
	outcome.status == "not_satisfied"
	outcome.checks[0].fact == "absence.contradicted"
	outcome.checks[0].actual == ["facilities[0]"]
	undated := managed_security.own_operations_center with input as json.patch(good, [absence("2026-11-22"), {"op": "remove", "path": "/facilities/0/from"}])
	undated.status == "not_satisfied"
}

test_every_pattern_of_attendance_is_asked_for if {
	outcome := managed_security.on_duty_schemes with input as without("/duty_schemes/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].lacking == ["7x24"]
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/0/patterns", ["7x8"])
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/0/patterns", ["5x8"])
}

test_only_schemes_of_the_item_on_site_and_in_force_count if {
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/1/onsite", false)
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/1/services", ["confrontation.monitoring"])
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/0/effective_until", "2026-11-21")
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/1/effective_from", "2026-11-23")
}

test_more_than_sixty_minutes_are_too_long if {
	every key in ["detection_minutes", "response_minutes"] {
		outcome := managed_security.on_duty_schemes with input as patched(concat("/", ["/duty_schemes/0", key]), 61)
		outcome.status == "not_satisfied"
		[check.actual | some check in outcome.checks; not check.ok] == [61]
		silent := managed_security.on_duty_schemes with input as without(concat("/", ["/duty_schemes/0", key]))
		silent.status == "no_evidence"
	}
}

test_minutes_are_measured_by_the_reference_date if {
	managed_security.on_duty_schemes.status == "no_evidence" with input as patched("/duty_schemes/0/measured_on", "2026-11-23")
	managed_security.on_duty_schemes.status == "no_evidence" with input as without("/duty_schemes/0/measured_on")
}

test_no_register_of_schemes_is_silence_an_empty_one_is_not if {
	managed_security.on_duty_schemes.status == "no_evidence" with input as without("/duty_schemes")
	managed_security.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes", [])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := managed_security.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in crew.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	managed_security.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in crew.topic_paths])
	managed_security.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := managed_security.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
