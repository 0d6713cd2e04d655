package ciieval.development.system_design_test

import data.ciieval.development.system_design
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "development.system_design",
	"topics": ["application_environment", "needs_analysis", "design_requirements"],
	"knowledge": ["gbt_42446_construction", "cii_protection_law"],
	"certificates": ["cisp"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"provider": {
		"name": "provider",
		"established_on": "2010-01-01",
		"security_services_since": "2021-11-22",
		"services_since": [{"service": "development.system_design", "since": "2023-11-22"}],
	},
	"projects": [
		fixture.project("p1", item, {"from": "2023-06-01", "until": "2023-11-22"}, ["a", "b"]),
		fixture.project("p2", item, {"from": "2025-03-01", "until": "2025-11-22"}, ["a", "b"]),
	],
	"qualifications": [
		{"id": "q1", "kind": "software_development_service", "level": 2, "valid_from": "2026-11-22"},
		{"id": "q2", "kind": "cmmi", "level": 3, "valid_from": "2023-11-23", "valid_until": "2026-11-22"},
	],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	system_design.provider_experience.status == "satisfied" with input as good
	system_design.provider_qualifications.status == "satisfied" with input as good
	system_design.experienced_people.status == "satisfied" with input as good
	system_design.certified_people.status == "satisfied" with input as good
	system_design.knowledge_and_skills.status == "satisfied" with input as good
	system_design.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		system_design.provider_experience,
		system_design.provider_qualifications,
		system_design.experienced_people,
		system_design.certified_people,
		system_design.knowledge_and_skills,
		system_design.service_capability,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_a_day_short_of_the_years_is_too_little if {
	short := system_design.provider_experience with input as patched("/provider/security_services_since", "2021-11-23")
	short.status == "not_satisfied"
	[check.ok | some check in short.checks] == [false, true, true]
	item_short := system_design.provider_experience with input as patched("/provider/services_since/0/since", "2023-11-23")
	item_short.status == "not_satisfied"
	[check.ok | some check in item_short.checks] == [true, false, true]
	young := system_design.provider_experience with input as patched("/provider/established_on", "2021-11-23")
	young.status == "not_satisfied"
	young.checks[0].actual == "2021-11-23"
}

test_years_the_provider_does_not_state_are_silence if {
	system_design.provider_experience.status == "no_evidence" with input as without("/provider/security_services_since")
	system_design.provider_experience.status == "no_evidence" with input as patched("/provider/services_since/0/service", "development.secure_development")
}

test_one_project_is_too_few if {
	outcome := system_design.provider_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 1
	outcome.checks[2].expected == 2
	system_design.provider_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	system_design.provider_experience.status == "not_satisfied" with input as patched("/projects/0/status", "abandoned")
	system_design.provider_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
	system_design.provider_experience.status == "not_satisfied" with input as patched("/projects/0/services", ["development.secure_development"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	system_design.provider_experience.status == "no_evidence" with input as without("/projects")
	system_design.provider_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_both_qualifications_are_needed if {
	system_design.provider_qualifications.status == "not_satisfied" with input as without("/qualifications/0")
	system_design.provider_qualifications.status == "not_satisfied" with input as without("/qualifications/1")
}

test_levels_run_both_ways if {
	system_design.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	system_design.provider_qualifications.status == "satisfied" with input as patched("/qualifications/1/level", 4)
	service := system_design.provider_qualifications with input as patched("/qualifications/0/level", 3)
	service.status == "not_satisfied"
	service.checks[0].actual == 3
	service.checks[0].expected == 2
	maturity := system_design.provider_qualifications with input as patched("/qualifications/1/level", 2)
	maturity.status == "not_satisfied"
	maturity.checks[1].actual == 2
	maturity.checks[1].expected == 3
}

test_expired_and_future_qualifications_do_not_count if {
	system_design.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_from", "2026-11-23")
	system_design.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_until", "2026-11-21")
}

test_claim_opens_the_service_qualification_and_never_cmmi if {
	outcome := system_design.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("software_development_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := system_design.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("software_development_service", 3))
	not lower.checks[0].judgement
	maturity := system_design.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("cmmi", 3))
	maturity.status == "not_satisfied"
	not maturity.checks[1].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	system_design.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	system_design.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_is_too_little if {
	outcome := system_design.experienced_people with input as patched("/people/1/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	outcome.checks[0].items == ["a"]
	outcome.checks[1].fact == "people.security_years_5"
	outcome.checks[2].information
}

test_one_project_of_a_person_is_too_few if {
	outcome := system_design.experienced_people with input as without("/projects/0/team/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	system_design.experienced_people.status == "satisfied" with input as json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/1"},
		{"op": "add", "path": "/people/1/earlier_projects", "value": earlier},
	])
}

test_only_current_service_people_of_the_class_count if {
	system_design.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
	system_design.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
}

test_experience_is_silent_without_people_or_projects if {
	system_design.experienced_people.status == "no_evidence" with input as without("/people")
	system_design.experienced_people.status == "no_evidence" with input as without("/projects")
	system_design.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_is_too_few if {
	outcome := system_design.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	not outcome.checks[0].judgement
	system_design.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	system_design.certified_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
}

test_another_certificate_counts_only_by_a_finding if {
	outcome := system_design.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	system_design.certified_people.status == "no_evidence" with input as without("/people")
	system_design.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := system_design.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
}

test_failed_and_future_assessments_do_not_count if {
	system_design.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
	outcome := system_design.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
	outcome.checks[0].judgement
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := system_design.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	system_design.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := system_design.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	system_design.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	system_design.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := system_design.service_capability with input as patched("/projects/1/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
