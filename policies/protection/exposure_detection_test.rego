package ciieval.protection.exposure_detection_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.team_fixture_test as team
import data.ciieval.protection.exposure_detection

subjects := ["gbt_42446_operation", "cii_protection_law"]

item := {
	"service": "protection.exposure_detection",
	"topics": ["exposed_services", "exposed_domains", "exposed_ip_addresses", "exposed_ports", "website_defacement", "website_sensitive_words", "website_malicious_code", "website_hidden_links"],
	"knowledge": array.concat(subjects, ["exposure_detection_tools"]),
	"certificates": ["cisp"],
}

ids := ["a", "b"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(team.dossier(item, ids, {"security_experience": [{"from": "2023-11-22"}]}), {
	"qualifications": [{"id": "q1", "kind": "audit_service", "level": 2, "valid_from": "2023-11-23", "valid_until": "2026-11-22"}],
	"tools": [{
		"id": "t1",
		"name": "t1",
		"kind": "exposure_detection",
		"available_from": "2024-01-01",
		"available_until": "2026-11-22",
		"own_intellectual_property": {"kind": "software_copyright", "number": "1", "registered_on": "2026-11-22"},
	}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	exposure_detection.project_experience.status == "satisfied" with input as good
	exposure_detection.provider_qualifications.status == "satisfied" with input as good
	exposure_detection.experienced_people.status == "satisfied" with input as good
	exposure_detection.certified_people.status == "satisfied" with input as good
	exposure_detection.knowledge_and_skills.status == "satisfied" with input as good
	exposure_detection.own_tool.status == "satisfied" with input as good
	exposure_detection.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		exposure_detection.project_experience,
		exposure_detection.provider_qualifications,
		exposure_detection.experienced_people,
		exposure_detection.certified_people,
		exposure_detection.knowledge_and_skills,
		exposure_detection.own_tool,
		exposure_detection.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := exposure_detection.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	exposure_detection.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	exposure_detection.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_project_whose_deliverables_nobody_confirmed_by_the_day_does_not_count if {
	exposure_detection.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	exposure_detection.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	exposure_detection.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	exposure_detection.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["training.awareness"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	exposure_detection.project_experience.status == "no_evidence" with input as without("/projects")
	exposure_detection.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_any_of_the_three_qualifications_is_enough if {
	every kind in ["operations_service", "audit_service", "risk_assessment_service"] {
		outcome := exposure_detection.provider_qualifications with input as patched("/qualifications/0/kind", kind)
		outcome.status == "satisfied"
		outcome.checks[0].actual == [kind]
	}
	exposure_detection.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "integration_service")
}

test_level_1_is_higher_and_level_3_too_low if {
	exposure_detection.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := exposure_detection.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == []
	outcome.checks[0].expected == ["operations_service", "audit_service", "risk_assessment_service"]
	not outcome.checks[0].judgement
}

test_expired_and_future_qualifications_do_not_count if {
	exposure_detection.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	exposure_detection.provider_qualifications.status == "not_satisfied" with input as json.patch(good, [
		{"op": "add", "path": "/qualifications/0/valid_from", "value": "2026-11-23"},
		{"op": "remove", "path": "/qualifications/0/valid_until"},
	])
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := exposure_detection.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("risk_assessment_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := exposure_detection.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("risk_assessment_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	exposure_detection.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	exposure_detection.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_three_years_in_cybersecurity_is_too_little if {
	outcome := exposure_detection.experienced_people with input as patched("/people/1/security_experience", [{"from": "2023-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	outcome.checks[0].items == ["a"]
	not outcome.checks[0].judgement

	# what each criterion alone finds is shown and decides nothing
	outcome.checks[2].fact == "people.security_years_3"
	outcome.checks[2].actual == 1
	outcome.checks[2].information
	outcome.checks[3].actual == 2
}

test_who_lacks_only_the_assessment_is_left_to_an_assessor if {
	outcome := exposure_detection.experienced_people with input as patched("/people/1/assessments/0/topics", subjects)
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
	outcome.checks[1].fact == "people.knows/knowledge_topics.exposure_detection_tools"
	outcome.checks[1].actual == 1
}

test_failed_and_future_assessments_of_the_use_of_tools_do_not_count if {
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people/1/assessments/0/date", "2026-11-23")
	exposure_detection.experienced_people.status == "satisfied" with input as patched("/people/1/assessments/0/topics", ["exposure_detection_tools"])
}

test_one_person_must_meet_all_three if {
	dossier := json.patch(good, [
		{"op": "add", "path": "/people/2", "value": object.union(good.people[0], {"id": "c", "security_experience": [], "name": "c"})},
		{"op": "remove", "path": "/people/1/assessments"},
		{"op": "add", "path": "/projects/0/team/2", "value": {"person": "c", "from": "2023-06-01"}},
		{"op": "add", "path": "/projects/1/team/2", "value": {"person": "c", "from": "2024-03-01"}},
		{"op": "add", "path": "/projects/2/team/2", "value": {"person": "c", "from": "2025-03-01"}},
	])
	outcome := exposure_detection.experienced_people with input as dossier
	outcome.status == "not_satisfied"
	[check.actual | some check in outcome.checks] == [1, 2, 2, 3]
}

test_two_projects_of_a_person_are_too_few if {
	outcome := exposure_detection.experienced_people with input as without("/projects/0/team/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
	outcome.checks[3].fact == "people.projects_3/services.protection.exposure_detection"
	not outcome.checks[0].judgement
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/projects/2/team/1/from", "2025-11-23")
	exposure_detection.experienced_people.status == "satisfied" with input as patched("/projects/2/team/1/from", "2025-11-22")
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/0/team/1"},
		{"op": "add", "path": "/people/1/earlier_projects", "value": earlier},
	])
	exposure_detection.experienced_people.status == "satisfied" with input as dossier
}

test_only_current_service_people_of_the_class_count if {
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people/1/posts", ["administrative_staff"])
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people/1/supplier", "s")
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
	exposure_detection.experienced_people.status == "satisfied" with input as patched("/people/1/employment/until", "2026-11-22")
	exposure_detection.experienced_people.status == "satisfied" with input as without("/people/1/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	exposure_detection.experienced_people.status == "no_evidence" with input as without("/people")
	exposure_detection.experienced_people.status == "no_evidence" with input as without("/projects")
	exposure_detection.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_is_too_few if {
	outcome := exposure_detection.certified_people with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	exposure_detection.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	exposure_detection.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	exposure_detection.certified_people.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cissp")
	exposure_detection.certified_people.status == "satisfied" with input as patched("/people/1/certificates/0/kind", "cisp_pte")
	outcome := exposure_detection.certified_people with input as replaced("/people/1/certificates/0", {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	claims := json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0/kind", "value": "cissp"},
		{"op": "add", "path": "/people/1/certificates/0/claimed_equivalent_to", "value": "cisp"},
	])
	outcome := exposure_detection.certified_people with input as claims
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	exposure_detection.certified_people.status == "not_satisfied" with input as patched("/people/0/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	exposure_detection.certified_people.status == "no_evidence" with input as without("/people")
	exposure_detection.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_after_the_reference_date_does_not_count if {
	outcome := exposure_detection.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
}

test_failed_assessment_does_not_count if {
	exposure_detection.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := exposure_detection.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in subjects; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := exposure_detection.knowledge_and_skills.checks with input as good
	count(asked) == 2
}

test_assessments_only_indicate_knowledge if {
	found := exposure_detection.knowledge_and_skills.checks with input as good
	every check in found { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := exposure_detection.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	exposure_detection.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "add", "path": "/people", "value": [object.remove(person, ["services"]) | some person in good.people]}])
	exposure_detection.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	exposure_detection.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_tool_of_somebody_else_or_of_another_kind_does_not_count if {
	outcome := exposure_detection.own_tool with input as without("/tools/0/own_intellectual_property")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	not outcome.checks[0].judgement
	exposure_detection.own_tool.status == "not_satisfied" with input as patched("/tools/0/kind", "risk_assessment")
}

test_right_registered_after_the_reference_date_does_not_count if {
	exposure_detection.own_tool.status == "not_satisfied" with input as patched("/tools/0/own_intellectual_property/registered_on", "2026-11-23")
}

test_own_tool_that_is_not_at_disposal_on_the_day_does_not_count if {
	exposure_detection.own_tool.status == "not_satisfied" with input as patched("/tools/0/available_until", "2026-11-21")
	exposure_detection.own_tool.status == "not_satisfied" with input as json.patch(good, [{"op": "remove", "path": "/tools/0/available_until"}, {"op": "add", "path": "/tools/0/available_from", "value": "2026-11-23"}])
	exposure_detection.own_tool.status == "no_evidence" with input as without("/tools/0/available_from")
}

test_no_register_of_tools_is_silence_an_empty_one_is_not if {
	exposure_detection.own_tool.status == "no_evidence" with input as without("/tools")
	exposure_detection.own_tool.status == "not_satisfied" with input as patched("/tools", [])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := exposure_detection.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_deliverables_are_taken_together if {
	exposure_detection.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 4)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 4, 8)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	exposure_detection.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	exposure_detection.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := exposure_detection.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	exposure_detection.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
