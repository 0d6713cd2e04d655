package ciieval.protection.audit_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.certified_team_fixture_test as teams
import data.ciieval.protection.audit

item := {
	"service": "protection.audit",
	"members": ["a", "b"],
	"holders": ["a", "b"],
	"topics": ["security_risk_assessment", "security_risk_management", "security_audit_report"],
	"knowledge": array.concat(subjects, mastered),
	"certificates": ["cisp_auditor"],
}

# What everybody of the item is assessed in, and what experienced people master besides.
subjects := ["gbt_42446_audit_and_assessment", "cii_protection_law"]

mastered := ["audit_methods"]

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(teams.dossier(item), {"qualifications": [teams.qualification("audit_service")]})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	audit.project_experience.status == "satisfied" with input as good
	audit.provider_qualifications.status == "satisfied" with input as good
	audit.experienced_people.status == "satisfied" with input as good
	audit.certified_auditors.status == "satisfied" with input as good
	audit.knowledge_and_skills.status == "satisfied" with input as good
	audit.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		audit.project_experience,
		audit.provider_qualifications,
		audit.experienced_people,
		audit.certified_auditors,
		audit.knowledge_and_skills,
		audit.service_capability,
	] with input as empty
	count(found) == 6
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := audit.project_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
	outcome.checks[0].items == ["p2", "p3"]
}

test_project_of_more_than_three_years_ago_does_not_count if {
	audit.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	audit.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_unconfirmed_project_does_not_count if {
	audit.project_experience.status == "not_satisfied" with input as without("/projects/0/deliverables/0/confirmed_on")
	audit.project_experience.status == "not_satisfied" with input as patched("/projects/2/deliverables/0/confirmed_on", "2026-11-23")
}

test_abandoned_project_and_project_of_another_item_do_not_count if {
	audit.project_experience.status == "not_satisfied" with input as patched("/projects/1/status", "abandoned")
	audit.project_experience.status == "not_satisfied" with input as patched("/projects/1/services", ["protection.hardening"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	audit.project_experience.status == "no_evidence" with input as without("/projects")
	audit.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_and_future_qualifications_do_not_count if {
	audit.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
	audit.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_from", "2026-11-23")
}

test_level_1_is_higher_and_level_3_too_low if {
	audit.provider_qualifications.status == "satisfied" with input as patched("/qualifications/0/level", 1)
	outcome := audit.provider_qualifications with input as patched("/qualifications/0/level", 3)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 3
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_qualification_of_another_kind_does_not_count if {
	audit.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/kind", "operations_service")
}

test_claimed_equivalent_is_left_to_an_assessor if {
	outcome := audit.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("audit_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
	lower := audit.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("audit_service", 3))
	not lower.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	audit.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	audit.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_in_cybersecurity_is_too_little if {
	outcome := audit.experienced_people with input as patched("/people/1/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	outcome.checks[0].items == ["a"]

	# what each criterion alone finds is shown and decides nothing
	outcome.checks[1].fact == "people.security_years_5"
	outcome.checks[1].actual == 1
	outcome.checks[2].actual == 2
	outcome.checks[2].information
}

test_a_day_short_of_three_years_in_the_item_is_too_little if {
	outcome := audit.experienced_people with input as patched("/people/1/service_experience", [{"service": item.service, "from": "2023-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[2].fact == "people.service_years_3/services.protection.audit"
	outcome.checks[2].actual == 1
	audit.experienced_people.status == "not_satisfied" with input as patched("/people/1/service_experience/0/service", "protection.hardening")
}

test_two_projects_of_a_person_are_too_few if {
	outcome := audit.experienced_people with input as without("/projects/2/team/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
}

test_projects_with_earlier_employers_count if {
	earlier := [{"name": "elsewhere", "services": [item.service], "from": "2020-01-01"}]
	dossier := json.patch(good, [
		{"op": "remove", "path": "/projects/2/team/1"},
		{"op": "add", "path": "/people/1/earlier_projects", "value": earlier},
	])
	audit.experienced_people.status == "satisfied" with input as dossier
}

test_mastery_without_a_passed_assessment_is_left_to_an_assessor if {
	every topic in mastered {
		outcome := audit.experienced_people with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["b"]
		outcome.checks[3].fact == "people.knowing_audit_methods"
		outcome.checks[3].actual == 1
	}
	later := audit.experienced_people with input as patched("/people/1/assessments/0/date", "2026-11-23")
	later.status == "not_satisfied"
}

test_no_assessor_makes_up_for_years_that_are_missing if {
	outcome := audit.experienced_people with input as json.patch(good, [
		{"op": "add", "path": "/people/1/assessments", "value": []},
		{"op": "add", "path": "/people/1/security_experience", "value": [{"from": "2021-11-23"}]},
	])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_only_current_service_people_of_the_class_count if {
	audit.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
	audit.experienced_people.status == "not_satisfied" with input as patched("/people/1/posts", ["administrative_staff"])
	audit.experienced_people.status == "not_satisfied" with input as patched("/people/1/supplier", "s")
	audit.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
	audit.experienced_people.status == "satisfied" with input as patched("/people/1/employment/until", "2026-11-22")
	audit.experienced_people.status == "satisfied" with input as without("/people/1/counted_for")
}

test_experience_is_silent_without_people_or_projects if {
	audit.experienced_people.status == "no_evidence" with input as without("/people")
	audit.experienced_people.status == "no_evidence" with input as without("/projects")
	audit.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_one_certificate_less_is_too_few if {
	outcome := audit.certified_auditors with input as patched("/people/1/certificates", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	not outcome.checks[0].judgement
}

test_expired_and_future_certificates_do_not_count if {
	audit.certified_auditors.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_until", "2026-11-21")
	audit.certified_auditors.status == "not_satisfied" with input as patched("/people/1/certificates/0/valid_from", "2026-11-23")
}

test_another_certificate_counts_only_by_a_finding if {
	audit.certified_auditors.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cisa")
	audit.certified_auditors.status == "not_satisfied" with input as patched("/people/1/certificates/0/kind", "cisp")
	outcome := audit.certified_auditors with input as replaced("/people/1/certificates/0", {"kind": "cisa", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp_auditor"})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_claims_that_would_not_reach_the_number_stay_closed if {
	outcome := audit.certified_auditors with input as json.patch(good, [
		{"op": "add", "path": "/people/0/certificates", "value": []},
		{"op": "add", "path": "/people/1/certificates/0", "value": {"kind": "cisa", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp_auditor"}},
		{"op": "remove", "path": "/people/1/certificates/1"},
	])
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_certificates_of_people_counted_elsewhere_do_not_count if {
	audit.certified_auditors.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	audit.certified_auditors.status == "no_evidence" with input as without("/people")
	audit.certified_auditors.status == "not_satisfied" with input as patched("/people", [])
}

test_failed_assessment_and_one_after_the_reference_date_do_not_count if {
	outcome := audit.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
	audit.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := audit.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := audit.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
	every check in asked { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := audit.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	audit.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in ["/people/0/services", "/people/1/services"]])
	audit.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	audit.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := audit.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_are_taken_together if {
	audit.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": array.slice(item.topics, 0, 1)},
		{"op": "add", "path": topic_paths[1], "value": array.slice(item.topics, 1, 3)},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	audit.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	audit.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := audit.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	audit.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
