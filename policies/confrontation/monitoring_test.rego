package ciieval.confrontation.monitoring_test

import data.ciieval.confrontation.crew_fixture_test as fixture
import data.ciieval.confrontation.monitoring

item := {
	"service": "confrontation.monitoring",
	"topics": ["monitored_operation", "monitored_events", "monitored_logs_and_traffic", "situation_analysis", "anomaly_handling"],
	"knowledge": ["gbt_42446_operation", "cii_protection_law", "monitoring_tools", "incident_process"],
	"certificates": ["cisp"],
	"crew": ["a", "b", "c", "d", "e"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := json.patch(
	object.union(fixture.dossier(item), {"duty_schemes": [{
		"id": "d1", "services": [item.service], "patterns": ["5x8", "7x8", "7x24"], "onsite": true,
		"detection_minutes": 60, "response_minutes": 60, "measured_on": fixture.reference, "effective_from": fixture.reference,
	}]}),
	[
		{"op": "add", "path": "/projects/0/client_side_installations", "value": [{"program": "probe", "consented_on": "2023-06-02", "tested_on": "2023-06-02", "deployed_on": "2023-06-02"}]},
		{"op": "add", "path": "/projects/1/client_side_installations", "value": []},
		{"op": "add", "path": "/projects/2/client_side_installations", "value": []},
	],
)

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	monitoring.project_experience.status == "satisfied" with input as good
	monitoring.provider_qualifications.status == "satisfied" with input as good
	monitoring.experienced_people.status == "satisfied" with input as good
	monitoring.certified_people.status == "satisfied" with input as good
	monitoring.knowledge_and_skills.status == "satisfied" with input as good
	monitoring.on_duty_schemes.status == "satisfied" with input as good
	monitoring.client_side_installations.status == "satisfied" with input as good
	monitoring.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		monitoring.project_experience,
		monitoring.provider_qualifications,
		monitoring.experienced_people,
		monitoring.certified_people,
		monitoring.knowledge_and_skills,
		monitoring.on_duty_schemes,
		monitoring.client_side_installations,
		monitoring.service_capability,
	] with input as empty
	count(found) == 8
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := monitoring.project_experience with input as without("/projects/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	monitoring.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	monitoring.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_projects_of_other_items_do_not_count if {
	monitoring.project_experience.status == "not_satisfied" with input as patched("/projects/0/services", ["confrontation.log_analysis"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	monitoring.project_experience.status == "no_evidence" with input as without("/projects")
	monitoring.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

abandoned(abandonment) := patched("/projects/-", {"id": "p4", "name": "p4", "services": [item.service], "from": "2022-01-01", "status": "abandoned", "abandonment": abandonment})

test_project_abandoned_through_the_provider_fails if {
	every reason in ["provider", "stage_acceptance_failed"] {
		outcome := monitoring.project_experience with input as abandoned({"date": "2023-11-22", "reason": reason})
		outcome.status == "not_satisfied"
		outcome.checks[0].ok
		outcome.checks[1].actual == ["p4"]
		monitoring.project_experience.status == "satisfied" with input as abandoned({"date": "2023-11-21", "reason": reason})
	}
	monitoring.project_experience.status == "satisfied" with input as abandoned({"date": "2025-11-22", "reason": "client"})
}

test_project_abandoned_without_a_reason_leaves_the_question_open if {
	monitoring.project_experience.status == "no_evidence" with input as json.patch(abandoned({}), [{"op": "remove", "path": "/projects/3/abandonment"}])
}

test_both_qualifications_are_valid_and_of_level_2 if {
	every position in ["0", "1"] {
		path := concat("", ["/qualifications/", position])
		monitoring.provider_qualifications.status == "not_satisfied" with input as without(path)
		monitoring.provider_qualifications.status == "not_satisfied" with input as patched(concat("", [path, "/level"]), 3)
		monitoring.provider_qualifications.status == "satisfied" with input as patched(concat("", [path, "/level"]), 1)
		monitoring.provider_qualifications.status == "not_satisfied" with input as patched(concat("", [path, "/valid_until"]), "2026-11-21")
		monitoring.provider_qualifications.status == "satisfied" with input as patched(concat("", [path, "/valid_until"]), "2026-11-22")
	}
}

test_claim_of_the_level_is_left_to_an_assessor if {
	claim := {"id": "claimed", "kind": "other", "valid_from": "2025-01-01", "claimed_equivalent_to": {"kind": "operations_service", "level": 2, "basis": "mutual recognition"}}
	outcome := monitoring.provider_qualifications with input as json.patch(good, [{"op": "replace", "path": "/qualifications/0", "value": claim}])
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	monitoring.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	monitoring.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_one_experienced_person_too_few if {
	every patch in [
		patched("/people/4/security_experience", [{"from": "2021-11-23"}]),
		patched("/people/4/service_experience/0/from", "2023-11-23"),
		patched("/people/4/service_experience/0/service", "confrontation.log_analysis"),
		without("/projects/0/team/4"),
		patched("/people/4/counted_for", ["training"]),
		patched("/people/4/employment/until", "2026-11-21"),
	] {
		outcome := monitoring.experienced_people with input as patch
		outcome.status == "not_satisfied"
		outcome.checks[0].items == ["a", "b", "c", "d"]
		outcome.checks[0].expected == 5
	}
}

test_experience_is_silent_without_people_or_projects if {
	monitoring.experienced_people.status == "no_evidence" with input as without("/people")
	monitoring.experienced_people.status == "no_evidence" with input as without("/projects")
	monitoring.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

# 5 people are in the crew, 3 of them need the certificate.
certificates(change) := json.patch(good, array.concat([{"op": "remove", "path": "/people/3/certificates"}, {"op": "remove", "path": "/people/4/certificates"}], [change]))

test_one_certificate_too_few if {
	monitoring.certified_people.status == "satisfied" with input as certificates({"op": "add", "path": "/people/2/certificates/0/kind", "value": "cisp"})
	outcome := monitoring.certified_people with input as certificates({"op": "remove", "path": "/people/2/certificates"})
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	monitoring.certified_people.status == "not_satisfied" with input as certificates({"op": "add", "path": "/people/2/certificates/0/valid_until", "value": "2026-11-21"})
}

test_another_certificate_counts_only_by_a_finding if {
	outcome := monitoring.certified_people with input as certificates({"op": "replace", "path": "/people/2/certificates/0", "value": {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["c"]
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	monitoring.certified_people.status == "no_evidence" with input as without("/people")
	monitoring.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_that_was_failed_or_lies_in_the_future_does_not_count if {
	outcome := monitoring.knowledge_and_skills with input as patched("/people/4/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["e"]
	outcome.checks[0].judgement
	monitoring.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/4/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := monitoring.knowledge_and_skills with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := monitoring.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
}

subjects := ["gbt_42446_operation", "cii_protection_law"]

test_person_without_record_or_item_without_people_is_silence if {
	outcome := monitoring.knowledge_and_skills with input as without("/people/4/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["e"]
	monitoring.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_skill_with_tools_and_knowledge_of_the_process_are_asked_for if {
	every topic in ["monitoring_tools", "incident_process"] {
		others := [other | some other in item.knowledge; other != topic]
		outcome := monitoring.experienced_people with input as patched("/people/4/assessments/0/topics", others)
		outcome.status == "not_satisfied"
		outcome.checks[0].items == ["a", "b", "c", "d"]
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["e"]
		[check.fact | some check in outcome.checks; check.information; not check.ok] == [concat("", ["people.knows/knowledge_topics.", topic])]
	}
}

test_no_finding_replaces_years_or_projects if {
	unskilled := [{"op": "remove", "path": "/people/4/assessments"}, {"op": "add", "path": "/people/4/security_experience", "value": []}]
	outcome := monitoring.experienced_people with input as json.patch(good, unskilled)
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_patterns_and_minutes_of_duty_are_asked_for if {
	patterns := monitoring.on_duty_schemes with input as patched("/duty_schemes/0/patterns", ["5x8", "7x24"])
	patterns.status == "not_satisfied"
	patterns.checks[0].lacking == ["7x8"]
	monitoring.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/0/detection_minutes", 61)
	monitoring.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes/0/response_minutes", 61)
	monitoring.on_duty_schemes.status == "not_satisfied" with input as patched("/duty_schemes", [])
	monitoring.on_duty_schemes.status == "no_evidence" with input as without("/duty_schemes")
}

test_installation_follows_consent_and_test if {
	every key in ["consented_on", "tested_on"] {
		path := concat("/", ["/projects/0/client_side_installations/0", key])
		monitoring.client_side_installations.status == "not_satisfied" with input as patched(path, "2023-06-03")
		monitoring.client_side_installations.status == "no_evidence" with input as without(path)
	}
}

test_installation_does_not_apply_where_there_was_none if {
	monitoring.client_side_installations.status == "not_applicable" with input as patched("/projects/0/client_side_installations", [])
	monitoring.client_side_installations.status == "no_evidence" with input as without("/projects/1/client_side_installations")
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := monitoring.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in fixture.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	monitoring.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in fixture.topic_paths])
	monitoring.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := monitoring.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
