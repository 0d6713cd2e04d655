package ciieval.confrontation.early_warning_test

import data.ciieval.confrontation.crew_fixture_test as crew
import data.ciieval.confrontation.early_warning
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "confrontation.early_warning",
	"crew": ["a", "b", "c"],
	"topics": [
		"situation_analysis",
		"internal_warnings",
		"external_warnings",
		"warning_generation",
		"warning_release",
		"warning_response",
		"warning_lifting",
	],
	"knowledge": ["gbt_42446_operation", "cii_protection_law", "incident_process"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := json.patch(crew.dossier(item), [{"op": "add", "path": concat("/", ["/projects", position, "warnings"]), "value": warnings} | some position in ["0", "1", "2"]])

warnings := [
	{"kind": "threat_intelligence", "found_on": "2025-04-30", "delivered_on": "2025-05-01"},
	{"kind": "vulnerability_notice", "found_on": "2025-05-02", "delivered_on": "2025-05-02"},
	{"kind": "alert_analysis", "found_on": "2025-05-03", "delivered_on": "2025-05-04"},
]

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	early_warning.project_experience.status == "satisfied" with input as good
	early_warning.provider_qualifications.status == "satisfied" with input as good
	early_warning.experienced_people.status == "satisfied" with input as good
	early_warning.certified_people.status == "satisfied" with input as good
	early_warning.knowledge_and_skills.status == "satisfied" with input as good
	early_warning.timely_warnings.status == "satisfied" with input as good
	early_warning.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		early_warning.project_experience,
		early_warning.provider_qualifications,
		early_warning.experienced_people,
		early_warning.certified_people,
		early_warning.knowledge_and_skills,
		early_warning.timely_warnings,
		early_warning.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := early_warning.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_ended_or_confirmed_more_than_three_years_ago_does_not_count if {
	early_warning.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	early_warning.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	early_warning.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	early_warning.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	early_warning.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	early_warning.project_experience.status == "no_evidence" with input as without("/projects")
	early_warning.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_each_qualification_is_asked_for if {
	operation := early_warning.provider_qualifications with input as without("/qualifications/0")
	operation.status == "not_satisfied"
	[check.ok | some check in operation.checks] == [false, true]
	response := early_warning.provider_qualifications with input as without("/qualifications/1")
	response.status == "not_satisfied"
	[check.ok | some check in response.checks] == [true, false]
}

test_qualification_of_the_third_level_is_too_low_of_the_first_enough if {
	outcome := early_warning.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	early_warning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/level", 3)
	early_warning.provider_qualifications.status == "satisfied" with input as patched("/qualifications/1/level", 1)
}

test_qualification_counts_only_while_valid if {
	early_warning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	early_warning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_from", "2026-11-23")
}

test_qualification_of_the_same_level_is_left_to_an_assessor if {
	outcome := early_warning.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["claimed"]
	lower := early_warning.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 3))
	not lower.checks[1].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	early_warning.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	early_warning.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_the_years_is_too_little if {
	security := early_warning.experienced_people with input as patched("/people/2/security_experience/0/from", "2021-11-23")
	security.status == "not_satisfied"
	security.checks[0].actual == 2
	security.checks[0].expected == 3
	not security.checks[0].judgement
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people/2/service_experience/0/from", "2023-11-23")
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people/2/service_experience/0/service", "confrontation.monitoring")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := early_warning.experienced_people with input as without("/projects/0/team/2")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	elsewhere := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/2"},
		{"op": "add", "path": "/people/2/earlier_projects", "value": [{"name": "elsewhere", "services": ["confrontation.early_warning"], "from": "2020-01-01"}]},
	])
	early_warning.experienced_people.status == "satisfied" with input as elsewhere
}

test_people_without_an_assessment_are_left_to_an_assessor if {
	every topic in ["incident_process"] {
		outcome := early_warning.experienced_people with input as patched("/people/2/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["c"]
		[check.fact | some check in outcome.checks; not check.ok] == ["people.meeting_all", concat("", ["people.knows/knowledge_topics.", topic])]
	}
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people/2/assessments/0/date", "2026-11-23")
}

test_the_same_person_meets_all_criteria if {
	outcome := early_warning.experienced_people with input as json.patch(good, [
		{"op": "add", "path": "/people/2/security_experience", "value": []},
		{"op": "add", "path": "/people/0/service_experience", "value": []},
	])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
}

test_only_current_service_people_of_the_class_count if {
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people/2/employment/until", "2026-11-21")
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people/2/posts", ["archivist"])
}

test_experience_is_silent_without_a_register if {
	early_warning.experienced_people.status == "no_evidence" with input as without("/people")
	early_warning.experienced_people.status == "no_evidence" with input as without("/projects")
	early_warning.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_two_certificates_are_too_few if {
	outcome := early_warning.certified_people with input as patched("/people/2/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	not outcome.checks[0].judgement
}

test_certificate_counts_only_while_valid_and_for_people_of_the_class if {
	early_warning.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_until", "2026-11-21")
	early_warning.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_from", "2026-11-23")
	early_warning.certified_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
}

test_another_certificate_counts_only_by_a_finding if {
	early_warning.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/kind", "cissp")
	outcome := early_warning.certified_people with input as replaced("/people/2/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["c"]
}

test_certificates_are_silent_without_people if {
	early_warning.certified_people.status == "no_evidence" with input as without("/people")
	early_warning.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_every_subject_is_asked_for if {
	every topic in ["gbt_42446_operation", "cii_protection_law"] {
		outcome := early_warning.knowledge_and_skills with input as patched("/people/2/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
		every check in outcome.checks { check.judgement }
	}
	asked := early_warning.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessment_failed_or_after_the_reference_date_does_not_count if {
	outcome := early_warning.knowledge_and_skills with input as patched("/people/2/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["c"]
	early_warning.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/2/assessments/0/result", "failed")
}

test_person_without_record_is_silence if {
	outcome := early_warning.knowledge_and_skills with input as without("/people/2/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["c"]
}

test_warning_comes_by_the_day_after_it_was_found if {
	outcome := early_warning.timely_warnings with input as patched("/projects/1/warnings/0/delivered_on", "2025-05-02")
	outcome.status == "not_satisfied"
	[check.fact | some check in outcome.checks; not check.ok] == ["project.warnings_in_time"]
	outcome.checks[3].failing == ["p2"]
	outcome.checks[3].judgement
}

test_one_late_warning_among_others_is_enough_to_fall_short if {
	late := {"kind": "alert_analysis", "found_on": "2025-06-01", "delivered_on": "2025-06-03"}
	early_warning.timely_warnings.status == "not_satisfied" with input as patched("/projects/0/warnings/-", late)
}

test_warning_delivered_before_it_was_found_falls_short if {
	early_warning.timely_warnings.status == "not_satisfied" with input as patched("/projects/1/warnings/1/delivered_on", "2025-05-01")
	early_warning.timely_warnings.status == "not_satisfied" with input as patched("/projects/1/warnings/-", {"kind": "alert_analysis", "found_on": "2026-11-22", "delivered_on": "2026-11-21"})
}

test_every_kind_is_asked_for_in_every_project if {
	every position in ["0", "1", "2"] {
		outcome := early_warning.timely_warnings with input as without(concat("/", ["/projects/2/warnings", position]))
		outcome.status == "not_satisfied"
		failed := [check | some check in outcome.checks; not check.ok]
		count(failed) == 1
		failed[0].fact == concat("_", ["project.gave", warnings[to_number(position)].kind])
		failed[0].failing == ["p3"]
		failed[0].judgement
	}
}

test_warnings_after_the_reference_date_do_not_count if {
	later := [
		{"op": "add", "path": "/projects/2/warnings/2/found_on", "value": "2026-11-22"},
		{"op": "add", "path": "/projects/2/warnings/2/delivered_on", "value": "2026-11-23"},
	]
	outcome := early_warning.timely_warnings with input as json.patch(good, later)
	outcome.status == "not_satisfied"
	[check.fact | some check in outcome.checks; not check.ok] == ["project.gave_alert_analysis"]
	on_the_day := [
		{"op": "add", "path": "/projects/2/warnings/2/found_on", "value": "2026-11-21"},
		{"op": "add", "path": "/projects/2/warnings/2/delivered_on", "value": "2026-11-22"},
	]
	early_warning.timely_warnings.status == "satisfied" with input as json.patch(good, on_the_day)
	early_warning.timely_warnings.status == "not_satisfied" with input as patched("/projects/2/warnings/-", {"kind": "alert_analysis", "found_on": "2026-11-20", "delivered_on": "2026-11-23"})
	early_warning.timely_warnings.status == "satisfied" with input as patched("/projects/2/warnings/-", {"kind": "alert_analysis", "found_on": "2026-11-23", "delivered_on": "2026-11-30"})
}

test_no_warning_at_all_falls_short_no_record_is_silence if {
	none := early_warning.timely_warnings with input as patched("/projects/0/warnings", [])
	none.status == "not_satisfied"
	[check.ok | some check in none.checks] == [false, false, false, true]
	silent := early_warning.timely_warnings with input as without("/projects/0/warnings")
	silent.status == "no_evidence"
	every check in silent.checks { check.unknown == ["p1"] }
}

test_warnings_of_older_projects_and_other_items_do_not_matter if {
	early_warning.timely_warnings.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": "/projects/0/until", "value": "2023-11-21"},
		{"op": "remove", "path": "/projects/0/warnings"},
		{"op": "add", "path": "/projects/1/services", "value": ["confrontation.monitoring"]},
		{"op": "remove", "path": "/projects/1/warnings"},
	])
	early_warning.timely_warnings.status == "no_evidence" with input as patched("/projects", [])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := early_warning.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in crew.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	early_warning.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in crew.topic_paths])
	early_warning.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := early_warning.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
