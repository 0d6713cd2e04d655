package ciieval.response.incident_handling_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.certified_team_fixture_test as teams
import data.ciieval.response.incident_handling

item := {
	"service": "response.incident_handling",
	"members": ["a", "b", "c", "d", "e"],
	"holders": ["a", "b"],
	"topics": ["handling_strategy", "handling_plan", "system_recovery", "incident_data_protection", "threat_removal"],
	"knowledge": array.concat(subjects, mastered),
	"certificates": ["cisp"],
}

# What everybody of the item is assessed in, and what experienced people master besides.
subjects := ["gbt_42446_operation", "cii_protection_law"]

mastered := ["tracing_skills"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(json.patch(teams.dossier(item), other_items), {
	"qualifications": [teams.qualification("emergency_response_service")],
	"duty_schemes": [{"id": "d1", "services": ["response.incident_handling"], "patterns": ["7x24"], "response_minutes": 30, "measured_on": "2026-11-22", "effective_from": "2026-11-22", "effective_until": "2026-11-22"}],
	"documents": [{"id": "plan", "kind": "incident_response_plan", "title": "plan", "approved_on": "2026-11-22", "effective_from": "2026-11-22", "effective_until": "2026-11-22", "topics": ["initial_isolation", "report_to_client", "report_to_authority"]}],
})

# The projects and years of work are those of several items of the class.
other_items := [
	{"op": "replace", "path": "/projects/0/services", "value": ["response.emergency_drill"]},
	{"op": "replace", "path": "/projects/1/services", "value": ["response.incident_handling", "response.forensics"]},
	{"op": "replace", "path": "/people/0/service_experience", "value": split_experience},
	{"op": "replace", "path": "/people/1/service_experience", "value": split_experience},
	{"op": "replace", "path": "/people/2/service_experience", "value": split_experience},
	{"op": "replace", "path": "/people/3/service_experience", "value": split_experience},
	{"op": "replace", "path": "/people/4/service_experience", "value": split_experience},
]

split_experience := [
	{"service": "response.malware_analysis", "from": "2023-11-22", "until": "2025-02-28"},
	{"service": "response.incident_handling", "from": "2025-03-01"},
]

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	incident_handling.project_experience.status == "satisfied" with input as good
	incident_handling.provider_qualifications.status == "satisfied" with input as good
	incident_handling.experienced_people.status == "satisfied" with input as good
	incident_handling.certified_people.status == "satisfied" with input as good
	incident_handling.knowledge_and_skills.status == "satisfied" with input as good
	incident_handling.handling_capability.status == "satisfied" with input as good
	incident_handling.round_the_clock_response.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		incident_handling.project_experience,
		incident_handling.provider_qualifications,
		incident_handling.experienced_people,
		incident_handling.certified_people,
		incident_handling.knowledge_and_skills,
		incident_handling.handling_capability,
		incident_handling.round_the_clock_response,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := incident_handling.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_of_more_than_three_years_ago_does_not_count if {
	incident_handling.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	incident_handling.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_unconfirmed_project_does_not_count if {
	incident_handling.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	incident_handling.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_class_do_not_count if {
	incident_handling.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	incident_handling.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["confrontation.early_warning"])
}

test_projects_of_every_item_of_the_class_count_each_once if {
	every service in {"response.emergency_drill", "response.incident_handling", "response.malware_analysis", "response.forensics"} {
		incident_handling.project_experience.status == "satisfied" with input as patched("/projects/0/services", [service])
	}
	outcome := incident_handling.project_experience with input as good
	outcome.checks[0].items == ["p1", "p2", "p3"]
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	incident_handling.project_experience.status == "no_evidence" with input as without("/projects")
	incident_handling.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_and_future_qualifications_do_not_count if {
	incident_handling.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	incident_handling.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_from", "2026-11-23")
}

test_any_of_the_kinds_is_enough if {
	every kind in ["operations_service", "emergency_response_service"] {
		outcome := incident_handling.provider_qualifications with input as patched("/qualifications/0/kind", kind)
		outcome.status == "satisfied"
		outcome.checks[0].actual == [kind]
	}
	incident_handling.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "integration_service")
}

test_level_1_is_higher_and_level_3_too_low if {
	incident_handling.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := incident_handling.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == []
	not outcome.checks[0].judgement
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := incident_handling.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("operations_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := incident_handling.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("operations_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	incident_handling.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	incident_handling.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_in_cybersecurity_is_too_little if {
	outcome := incident_handling.experienced_people with input as patched("/people/4/security_experience", [{"from": "2021-11-23"}])
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

test_a_day_short_of_three_years_in_the_class_is_too_little if {
	outcome := incident_handling.experienced_people with input as patched("/people/4/service_experience/0/from", "2023-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[2].fact == "people.class_service_years_3"
	outcome.checks[2].actual == 4
	incident_handling.experienced_people.status == "not_satisfied" with input as patched("/people/4/service_experience/0/service", "confrontation.early_warning")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := incident_handling.experienced_people with input as without("/projects/2/team/4")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a", "b", "c", "d"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": ["response.forensics"], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/2/team/4"},
		{"op": "add", "path": "/people/4/earlier_projects", "value": earlier},
	])
	incident_handling.experienced_people.status == "satisfied" with input as dossier
}

test_mastery_without_a_passed_assessment_is_left_to_an_assessor if {
	every topic in mastered {
		outcome := incident_handling.experienced_people with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["e"]
		outcome.checks[3].fact == "people.knowing_tracing_skills"
		outcome.checks[3].actual == 4
	}
	later := incident_handling.experienced_people with input as patched("/people/4/assessments/0/date", "2026-11-23")
	later.status == "not_satisfied"
}

test_no_assessor_makes_up_for_years_that_are_missing if {
	outcome := incident_handling.experienced_people with input as json.patch(good, [
		{"op": "add", "path": "/people/4/assessments", "value": []},
		{"op": "add", "path": "/people/4/security_experience", "value": [{"from": "2021-11-23"}]},
	])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_only_current_service_people_of_the_class_count if {
	incident_handling.experienced_people.status == "not_satisfied" with input as patched("/people/4/counted_for", ["training"])
	incident_handling.experienced_people.status == "not_satisfied" with input as patched("/people/4/posts", ["administrative_staff"])
	incident_handling.experienced_people.status == "not_satisfied" with input as patched("/people/4/supplier", "s")
	incident_handling.experienced_people.status == "not_satisfied" with input as patched("/people/4/employment/until", "2026-11-21")
	incident_handling.experienced_people.status == "satisfied" with input as patched("/people/4/employment/until", "2026-11-22")
	incident_handling.experienced_people.status == "satisfied" with input as without("/people/4/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	incident_handling.experienced_people.status == "no_evidence" with input as without("/people")
	incident_handling.experienced_people.status == "no_evidence" with input as without("/projects")
	incident_handling.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_less_is_too_few if {
	outcome := incident_handling.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	incident_handling.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	incident_handling.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	incident_handling.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	incident_handling.certified_people.status == "satisfied" with input as patched("/people/1/certificates/0/kind", "cisp_ire")
	outcome := incident_handling.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	outcome := incident_handling.certified_people with input as json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0", "value": {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}},
		{"op": "remove", "path": "/people/1/certificates/1"},
	])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	incident_handling.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	incident_handling.certified_people.status == "no_evidence" with input as without("/people")
	incident_handling.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_failed_assessment_and_one_after_the_reference_date_do_not_count if {
	outcome := incident_handling.knowledge_and_skills with input as patched("/people/4/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["e"]
	incident_handling.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/4/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := incident_handling.knowledge_and_skills with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := incident_handling.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
	every check in asked { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := incident_handling.knowledge_and_skills with input as without("/people/4/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["e"]
	incident_handling.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in ["/people/0/services", "/people/1/services", "/people/2/services", "/people/3/services", "/people/4/services"]])
	incident_handling.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	incident_handling.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/4/services"}, {"op": "remove", "path": "/people/4/assessments"}])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := incident_handling.handling_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_are_taken_together if {
	incident_handling.handling_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 0, 1)},
		{"op": "add", "path": topic_paths[2], "value": array.slice(item.topics, 1, 5)},
		{"op": "remove", "path": topic_paths[0]},
	])
}

test_deliverables_of_other_items_do_not_show_it if {
	incident_handling.handling_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in array.slice(topic_paths, 1, 3)])
}

test_deliverables_that_name_no_topic_are_silent if {
	incident_handling.handling_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	incident_handling.handling_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := incident_handling.round_the_clock_response with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[4].actual == 0
	not outcome.checks[4].judgement
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/projects", [])
}

test_yearly_project_is_one_of_the_item if {
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/projects/2/services", ["response.forensics"])
}

test_duty_scheme_is_of_the_item_and_round_the_clock if {
	outcome := incident_handling.round_the_clock_response with input as patched("/duty_schemes/0/patterns", ["5x8", "7x8"])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	not outcome.checks[0].judgement
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/duty_schemes/0/services", ["confrontation.monitoring"])
}

test_duty_scheme_is_in_force_on_the_day if {
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/duty_schemes/0/effective_until", "2026-11-21")
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/duty_schemes/0/effective_from", "2026-11-23")
	incident_handling.round_the_clock_response.status == "no_evidence" with input as without("/duty_schemes/0/effective_from")
}

test_no_register_of_duty_schemes_is_silence_an_empty_one_is_not if {
	incident_handling.round_the_clock_response.status == "no_evidence" with input as without("/duty_schemes")
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/duty_schemes", [])
}

test_response_time_is_stated if {
	outcome := incident_handling.round_the_clock_response with input as without("/duty_schemes/0/response_minutes")
	outcome.status == "no_evidence"
	outcome.checks[1].missing
	outcome.checks[1].judgement
	incident_handling.round_the_clock_response.status == "no_evidence" with input as patched("/duty_schemes/0/measured_on", "2026-11-23")
	incident_handling.round_the_clock_response.status == "satisfied" with input as without("/duty_schemes/0/measured_on")
}

test_longest_response_time_is_shown if {
	outcome := incident_handling.round_the_clock_response with input as patched("/duty_schemes/-", {"id": "d2", "services": ["response.incident_handling"], "patterns": ["7x24", "7x8"], "response_minutes": 45, "effective_from": "2025-01-01"})
	outcome.status == "satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[1].actual == 45
}

test_incident_response_plan_is_in_force if {
	outcome := incident_handling.round_the_clock_response with input as patched("/documents/0/effective_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 0
	incident_handling.round_the_clock_response.status == "not_satisfied" with input as patched("/documents/0/approved_on", "2026-11-23")
	incident_handling.round_the_clock_response.status == "no_evidence" with input as without("/documents/0/approved_on")
	incident_handling.round_the_clock_response.status == "no_evidence" with input as patched("/documents/0/kind", "other")
}

test_plan_lays_down_isolation_and_reporting if {
	topics := ["initial_isolation", "report_to_client", "report_to_authority"]
	every topic in topics {
		outcome := incident_handling.round_the_clock_response with input as patched("/documents/0/topics", [other | some other in topics; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[3].lacking == [topic]
		outcome.checks[3].judgement
	}
}
