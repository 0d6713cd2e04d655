package ciieval.confrontation.log_analysis_test

import data.ciieval.confrontation.crew_fixture_test as crew
import data.ciieval.confrontation.log_analysis
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "confrontation.log_analysis",
	"crew": ["a", "b", "c"],
	"topics": [
		"sector_specific_solution",
		"scenario_specific_solution",
	],
	"knowledge": ["gbt_42446_operation", "cii_protection_law", "log_analysis_tools", "incident_process"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := json.patch(crew.dossier(item), array.concat(
	[
		{"op": "add", "path": "/tools", "value": [{"id": "t1", "name": "engine", "kind": "log_analysis_engine", "available_from": fixture.reference, "available_until": fixture.reference, "own_intellectual_property": {"kind": "software_copyright", "number": "2026SR0000001", "registered_on": fixture.reference}}]},
		{"op": "add", "path": "/collections", "value": [library("c1", "detection_models"), library("c2", "information_resources")]},
	],
	[change | some project in ["0", "1", "2"]; some change in of_project(project)],
))

library(id, kind) := {"id": id, "kind": kind, "entries": 1, "counted_on": fixture.reference, "last_updated_on": "2025-11-22"}

of_project(position) := [
	{"op": "add", "path": concat("/", ["/projects", position, "log_sources"]), "value": ["client_log_audit_system", "client_threat_detection_system"]},
	{"op": "add", "path": concat("/", ["/projects", position, "client_side_installations"]), "value": [{"program": "agent", "consented_on": "2025-04-01", "tested_on": "2025-04-01", "deployed_on": "2025-04-01"}]},
]

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	log_analysis.project_experience.status == "satisfied" with input as good
	log_analysis.provider_qualifications.status == "satisfied" with input as good
	log_analysis.experienced_people.status == "satisfied" with input as good
	log_analysis.certified_people.status == "satisfied" with input as good
	log_analysis.knowledge_and_skills.status == "satisfied" with input as good
	log_analysis.own_engine.status == "satisfied" with input as good
	log_analysis.logs_from_client_systems.status == "satisfied" with input as good
	log_analysis.client_side_installations.status == "satisfied" with input as good
	log_analysis.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		log_analysis.project_experience,
		log_analysis.provider_qualifications,
		log_analysis.experienced_people,
		log_analysis.certified_people,
		log_analysis.knowledge_and_skills,
		log_analysis.own_engine,
		log_analysis.logs_from_client_systems,
		log_analysis.client_side_installations,
		log_analysis.service_capability,
	] with input as empty
	count(found) == 9
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := log_analysis.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_ended_or_confirmed_more_than_three_years_ago_does_not_count if {
	log_analysis.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	log_analysis.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	log_analysis.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	log_analysis.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	log_analysis.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	log_analysis.project_experience.status == "no_evidence" with input as without("/projects")
	log_analysis.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_each_qualification_is_asked_for if {
	operation := log_analysis.provider_qualifications with input as without("/qualifications/0")
	operation.status == "not_satisfied"
	[check.ok | some check in operation.checks] == [false, true]
	response := log_analysis.provider_qualifications with input as without("/qualifications/1")
	response.status == "not_satisfied"
	[check.ok | some check in response.checks] == [true, false]
}

test_qualification_of_the_third_level_is_too_low_of_the_first_enough if {
	outcome := log_analysis.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	log_analysis.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/level", 3)
	log_analysis.provider_qualifications.status == "satisfied" with input as patched("/qualifications/1/level", 1)
}

test_qualification_counts_only_while_valid if {
	log_analysis.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	log_analysis.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_from", "2026-11-23")
}

test_qualification_of_the_same_level_is_left_to_an_assessor if {
	outcome := log_analysis.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["claimed"]
	lower := log_analysis.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("emergency_response_service", 3))
	not lower.checks[1].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	log_analysis.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	log_analysis.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_the_years_is_too_little if {
	security := log_analysis.experienced_people with input as patched("/people/2/security_experience/0/from", "2021-11-23")
	security.status == "not_satisfied"
	security.checks[0].actual == 2
	security.checks[0].expected == 3
	not security.checks[0].judgement
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people/2/service_experience/0/from", "2023-11-23")
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people/2/service_experience/0/service", "confrontation.monitoring")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := log_analysis.experienced_people with input as without("/projects/0/team/2")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	elsewhere := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/2"},
		{"op": "add", "path": "/people/2/earlier_projects", "value": [{"name": "elsewhere", "services": ["confrontation.log_analysis"], "from": "2020-01-01"}]},
	])
	log_analysis.experienced_people.status == "satisfied" with input as elsewhere
}

test_people_without_an_assessment_are_left_to_an_assessor if {
	every topic in ["log_analysis_tools", "incident_process"] {
		outcome := log_analysis.experienced_people with input as patched("/people/2/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["c"]
		[check.fact | some check in outcome.checks; not check.ok] == ["people.meeting_all", concat("", ["people.knows/knowledge_topics.", topic])]
	}
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people/2/assessments/0/date", "2026-11-23")
}

test_the_same_person_meets_all_criteria if {
	outcome := log_analysis.experienced_people with input as json.patch(good, [
		{"op": "add", "path": "/people/2/security_experience", "value": []},
		{"op": "add", "path": "/people/0/service_experience", "value": []},
	])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
}

test_only_current_service_people_of_the_class_count if {
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people/2/employment/until", "2026-11-21")
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people/2/posts", ["archivist"])
}

test_experience_is_silent_without_a_register if {
	log_analysis.experienced_people.status == "no_evidence" with input as without("/people")
	log_analysis.experienced_people.status == "no_evidence" with input as without("/projects")
	log_analysis.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_two_certificates_are_too_few if {
	outcome := log_analysis.certified_people with input as patched("/people/2/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	not outcome.checks[0].judgement
}

test_certificate_counts_only_while_valid_and_for_people_of_the_class if {
	log_analysis.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_until", "2026-11-21")
	log_analysis.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/valid_from", "2026-11-23")
	log_analysis.certified_people.status == "not_satisfied" with input as patched("/people/2/counted_for", ["training"])
}

test_another_certificate_counts_only_by_a_finding if {
	log_analysis.certified_people.status == "not_satisfied" with input as patched("/people/2/certificates/0/kind", "cissp")
	outcome := log_analysis.certified_people with input as replaced("/people/2/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["c"]
}

test_certificates_are_silent_without_people if {
	log_analysis.certified_people.status == "no_evidence" with input as without("/people")
	log_analysis.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_every_subject_is_asked_for if {
	every topic in ["gbt_42446_operation", "cii_protection_law"] {
		outcome := log_analysis.knowledge_and_skills with input as patched("/people/2/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
		every check in outcome.checks { check.judgement }
	}
	asked := log_analysis.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessment_failed_or_after_the_reference_date_does_not_count if {
	outcome := log_analysis.knowledge_and_skills with input as patched("/people/2/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["c"]
	log_analysis.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/2/assessments/0/result", "failed")
}

test_person_without_record_is_silence if {
	outcome := log_analysis.knowledge_and_skills with input as without("/people/2/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["c"]
}

test_engine_is_at_disposal_and_the_providers_own if {
	outcome := log_analysis.own_engine with input as patched("/tools/0/own_intellectual_property/registered_on", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].fact == "tool.own/tool_kinds.log_analysis_engine"
	outcome.checks[0].actual == 0
	log_analysis.own_engine.status == "not_satisfied" with input as without("/tools/0/own_intellectual_property")
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/tools/0/available_from", "2026-11-23")
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/tools/0/available_until", "2026-11-21")
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/tools/0/kind", "monitoring")
}

test_engine_is_silent_only_without_a_register_of_tools if {
	outcome := log_analysis.own_engine with input as without("/tools")
	outcome.status == "no_evidence"
	outcome.checks[0].missing
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/tools", [])
}

test_both_kinds_of_library_are_asked_for if {
	every position in ["0", "1"] {
		outcome := log_analysis.own_engine with input as without(concat("/", ["/collections", position]))
		outcome.status == "not_satisfied"
		[check.actual | some check in outcome.checks; not check.ok] == [0, 0]
	}
	log_analysis.own_engine.status == "no_evidence" with input as without("/collections")
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/collections", [])
}

test_library_has_an_entry_and_was_updated_in_the_last_twelve_months if {
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/collections/0/entries", 0)
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/collections/1/entries", 0)
	log_analysis.own_engine.status == "not_satisfied" with input as patched("/collections/0/last_updated_on", "2025-11-21")
	log_analysis.own_engine.status == "no_evidence" with input as patched("/collections/1/last_updated_on", "2026-11-23")
}

test_library_that_was_not_counted_is_silence if {
	log_analysis.own_engine.status == "no_evidence" with input as without("/collections/0/entries")
}

test_either_of_the_clients_systems_is_enough if {
	log_analysis.logs_from_client_systems.status == "satisfied" with input as patched("/projects/0/log_sources", ["client_log_audit_system"])
	log_analysis.logs_from_client_systems.status == "satisfied" with input as patched("/projects/0/log_sources", ["client_threat_detection_system"])
}

test_further_source_or_none_is_left_to_an_assessor if {
	outcome := log_analysis.logs_from_client_systems with input as patched("/projects/1/log_sources", ["client_log_audit_system", "collector_of_provider"])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p2"]
	outcome.checks[0].judgement
	log_analysis.logs_from_client_systems.status == "not_satisfied" with input as patched("/projects/1/log_sources", [])
}

test_project_that_states_no_source_is_silence if {
	outcome := log_analysis.logs_from_client_systems with input as without("/projects/1/log_sources")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["p2"]
	log_analysis.logs_from_client_systems.status == "no_evidence" with input as patched("/projects", [])
}

test_sources_of_older_projects_and_other_items_do_not_matter if {
	older := json.patch(good, [
		{"op": "add", "path": "/projects/0/until", "value": "2023-11-21"},
		{"op": "remove", "path": "/projects/0/log_sources"},
	])
	log_analysis.logs_from_client_systems.status == "satisfied" with input as older
	other := json.patch(good, [
		{"op": "add", "path": "/projects/0/services", "value": ["confrontation.monitoring"]},
		{"op": "add", "path": "/projects/0/log_sources", "value": ["other"]},
	])
	log_analysis.logs_from_client_systems.status == "satisfied" with input as other
}

test_consent_and_test_come_before_deployment if {
	every key in ["consented_on", "tested_on"] {
		outcome := log_analysis.client_side_installations with input as patched(concat("/", ["/projects/2/client_side_installations/0", key]), "2025-04-02")
		outcome.status == "not_satisfied"
		[check.failing | some check in outcome.checks; not check.ok] == [["p3[0] agent"]]
		silent := log_analysis.client_side_installations with input as without(concat("/", ["/projects/2/client_side_installations/0", key]))
		silent.status == "no_evidence"
	}
}

test_project_that_does_not_state_its_installations_is_silence if {
	log_analysis.client_side_installations.status == "no_evidence" with input as without("/projects/2/client_side_installations")
}

nowhere_installed := [{"op": "add", "path": concat("/", ["/projects", position, "client_side_installations"]), "value": []} | some position in ["0", "1", "2"]]

unstated := [{"op": "remove", "path": concat("/", ["/projects", position, "client_side_installations"])} | some position in ["0", "1", "2"]]

absence := {"op": "add", "path": "/absences", "value": [{"subject": "client_side_installations", "stated_on": fixture.reference, "stated_by": "a", "reason": "logs are handed over"}]}

test_installations_do_not_apply_where_there_were_none if {
	log_analysis.client_side_installations.status == "not_applicable" with input as json.patch(good, nowhere_installed)
	log_analysis.client_side_installations.status == "not_applicable" with input as json.patch(good, array.concat(unstated, [absence]))
	log_analysis.client_side_installations.status == "no_evidence" with input as json.patch(good, unstated)
}

test_installation_contradicts_the_declared_absence if {
	outcome := log_analysis.client_side_installations with input as json.patch(good, [absence])
	outcome.status == "not_satisfied"
	outcome.checks[0].fact == "absence.contradicted"
	"projects[0].client_side_installations" in outcome.checks[0].actual
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := log_analysis.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in crew.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	log_analysis.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in crew.topic_paths])
	log_analysis.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := log_analysis.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
