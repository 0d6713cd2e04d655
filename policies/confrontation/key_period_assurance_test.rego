package ciieval.confrontation.key_period_assurance_test

import data.ciieval.confrontation.crew_fixture_test as crew
import data.ciieval.confrontation.key_period_assurance
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "confrontation.key_period_assurance",
	"crew": ["a", "b", "c", "d", "e"],
	"certified": 3,
	"topics": [
		"key_period_risk_assessment",
		"key_period_threat_analysis",
		"tailored_hardening_plan",
		"hardening_carried_out",
		"assessment_and_preparation",
		"monitoring_and_defense",
		"review_and_hardening",
	],
	"knowledge": ["gbt_42446_operation", "cii_protection_law", "incident_process"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := crew.dossier(item)

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	key_period_assurance.project_experience.status == "satisfied" with input as good
	key_period_assurance.provider_qualifications.status == "satisfied" with input as good
	key_period_assurance.experienced_people.status == "satisfied" with input as good
	key_period_assurance.certified_people.status == "satisfied" with input as good
	key_period_assurance.knowledge_and_skills.status == "satisfied" with input as good
	key_period_assurance.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		key_period_assurance.project_experience,
		key_period_assurance.provider_qualifications,
		key_period_assurance.experienced_people,
		key_period_assurance.certified_people,
		key_period_assurance.knowledge_and_skills,
		key_period_assurance.service_capability,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := key_period_assurance.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_ended_or_confirmed_more_than_three_years_ago_does_not_count if {
	key_period_assurance.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	key_period_assurance.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	key_period_assurance.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	key_period_assurance.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	key_period_assurance.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	key_period_assurance.project_experience.status == "no_evidence" with input as without("/projects")
	key_period_assurance.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_each_qualification_is_asked_for if {
	operation := key_period_assurance.provider_qualifications with input as without("/qualifications/0")
	operation.status == "not_satisfied"
	[check.ok | some check in operation.checks] == [false, true]
	response := key_period_assurance.provider_qualifications with input as without("/qualifications/1")
	response.status == "not_satisfied"
	[check.ok | some check in response.checks] == [true, false]
}

test_qualification_of_the_third_level_is_too_low_of_the_first_enough if {
	outcome := key_period_assurance.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	key_period_assurance.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/level", 3)
	key_period_assurance.provider_qualifications.status == "satisfied" with input as patched("/qualifications/1/level", 1)
}

test_qualification_counts_only_while_valid if {
	key_period_assurance.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	key_period_assurance.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_from", "2026-11-23")
}

test_qualification_of_the_same_level_is_left_to_an_assessor if {
	outcome := key_period_assurance.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["claimed"]
	lower := key_period_assurance.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 3))
	not lower.checks[1].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	key_period_assurance.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	key_period_assurance.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_the_years_is_too_little if {
	security := key_period_assurance.experienced_people with input as patched("/people/4/security_experience/0/from", "2021-11-23")
	security.status == "not_satisfied"
	security.checks[0].actual == 4
	security.checks[0].expected == 5
	not security.checks[0].judgement
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people/4/service_experience/0/from", "2023-11-23")
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people/4/service_experience/0/service", "confrontation.monitoring")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := key_period_assurance.experienced_people with input as without("/projects/0/team/4")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 4
	elsewhere := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/4"},
		{"op": "add", "path": "/people/4/earlier_projects", "value": [{"name": "elsewhere", "services": ["confrontation.key_period_assurance"], "from": "2020-01-01"}]},
	])
	key_period_assurance.experienced_people.status == "satisfied" with input as elsewhere
}

test_people_without_an_assessment_are_left_to_an_assessor if {
	every topic in ["incident_process"] {
		outcome := key_period_assurance.experienced_people with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["e"]
		[check.fact | some check in outcome.checks; not check.ok] == ["people.meeting_all", concat("", ["people.knows/knowledge_topics.", topic])]
	}
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people/4/assessments/0/date", "2026-11-23")
}

test_the_same_person_meets_all_criteria if {
	outcome := key_period_assurance.experienced_people with input as json.patch(good, [
		{"op": "add", "path": "/people/4/security_experience", "value": []},
		{"op": "add", "path": "/people/0/service_experience", "value": []},
	])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	not outcome.checks[0].judgement
}

test_only_current_service_people_of_the_class_count if {
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people/4/counted_for", ["training"])
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people/4/employment/until", "2026-11-21")
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people/4/posts", ["archivist"])
}

test_experience_is_silent_without_a_register if {
	key_period_assurance.experienced_people.status == "no_evidence" with input as without("/people")
	key_period_assurance.experienced_people.status == "no_evidence" with input as without("/projects")
	key_period_assurance.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_two_certificates_are_too_few if {
	outcome := key_period_assurance.certified_people with input as patched("/people/2/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	not outcome.checks[0].judgement
}

test_certificate_counts_only_while_valid_and_for_people_of_the_class if {
	key_period_assurance.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_until", "2026-11-21")
	key_period_assurance.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_from", "2026-11-23")
	key_period_assurance.certified_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
}

test_another_certificate_counts_only_by_a_finding if {
	key_period_assurance.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/kind", "cissp")
	outcome := key_period_assurance.certified_people with input as replaced("/people/2/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["c"]
}

test_certificates_are_silent_without_people if {
	key_period_assurance.certified_people.status == "no_evidence" with input as without("/people")
	key_period_assurance.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_every_subject_is_asked_for if {
	every topic in ["gbt_42446_operation", "cii_protection_law"] {
		outcome := key_period_assurance.knowledge_and_skills with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
		every check in outcome.checks { check.judgement }
	}
	asked := key_period_assurance.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessment_failed_or_after_the_reference_date_does_not_count if {
	outcome := key_period_assurance.knowledge_and_skills with input as patched("/people/4/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["e"]
	key_period_assurance.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/4/assessments/0/result", "failed")
}

test_person_without_record_is_silence if {
	outcome := key_period_assurance.knowledge_and_skills with input as without("/people/4/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["e"]
}

# A fourth project, so that three still count.
with_abandoned(project) := patched("/projects/-", object.union({"id": "p4", "name": "p4", "services": ["confrontation.key_period_assurance"], "from": "2023-01-01", "status": "abandoned"}, project))

test_project_abandoned_through_the_provider_falls_short if {
	every reason in ["stage_acceptance_failed", "provider"] {
		outcome := key_period_assurance.project_experience with input as with_abandoned({"until": "2023-11-22", "abandonment": {"date": "2023-11-22", "reason": reason}})
		outcome.status == "not_satisfied"
		outcome.checks[0].ok
		outcome.checks[1].actual == ["p4"]
	}
}

test_project_abandoned_for_other_reasons_or_longer_ago_does_no_harm if {
	every reason in ["client", "force_majeure"] {
		key_period_assurance.project_experience.status == "satisfied" with input as with_abandoned({"until": "2025-01-01", "abandonment": {"date": "2025-01-01", "reason": reason}})
	}
	key_period_assurance.project_experience.status == "satisfied" with input as with_abandoned({"until": "2023-11-21", "abandonment": {"date": "2023-11-21", "reason": "provider"}})
	key_period_assurance.project_experience.status == "satisfied" with input as with_abandoned({"until": "2025-01-01", "services": ["confrontation.monitoring"], "abandonment": {"date": "2025-01-01", "reason": "provider"}})
}

test_project_abandoned_without_a_reason_is_silence if {
	outcome := key_period_assurance.project_experience with input as with_abandoned({"until": "2025-01-01"})
	outcome.status == "no_evidence"
	outcome.checks[1].missing
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := key_period_assurance.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in crew.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	key_period_assurance.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in crew.topic_paths])
	key_period_assurance.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := key_period_assurance.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
