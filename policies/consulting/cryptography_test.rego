package ciieval.consulting.cryptography_test

import data.ciieval.consulting.cryptography
import data.ciieval.lib.capability_fixture_test as fixture
import data.vocabulary

item := {
	"service": "consulting.cryptography",
	"topics": ["key_generation", "key_storage", "key_distribution", "key_use", "key_destruction"],
	"knowledge": ["gbt_42446_construction", "cryptography_law", "gbt_39786", "gbt_43207", "cryptography_theory", "cryptographic_algorithms"],
	"certificates": ["cryptography_technician", "cryptography_assessor"],
}

# Satisfies every clause, with every number and date at the last value that is enough: the last project, p4,
# is the one assessment project that experience and people are counted in.
good := object.union(consulting, {
	"projects": array.concat(consulting.projects, [fixture.project("p4", assessment, {"from": "2023-06-01", "until": "2023-11-22"}, ["a", "b"])]),
	"qualifications": [{"id": "q1", "kind": "commercial_cryptography_testing", "valid_from": "2023-11-23", "valid_until": "2026-11-22"}],
	"cryptography": [
		{"name": "gateway", "kind": "product", "algorithms": ["aes"], "certificate_number": "GM1", "valid_from": "2023-11-23", "valid_until": "2026-11-22"},
		{"name": "certification authority", "kind": "service", "certificate_number": "GM2", "valid_from": "2026-11-22"},
		{"name": "sealing", "kind": "technology", "algorithms": ["sm1", "sm2", "sm3", "sm4", "sm7", "sm9", "zuc"]},
	],
})

consulting := fixture.dossier(item)

assessment := {"service": "assessment.commercial_cryptography", "topics": ["other"]}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	cryptography.project_experience.status == "satisfied" with input as good
	cryptography.provider_qualifications.status == "satisfied" with input as good
	cryptography.experienced_people.status == "satisfied" with input as good
	cryptography.certified_people.status == "satisfied" with input as good
	cryptography.knowledge_and_skills.status == "satisfied" with input as good
	cryptography.compliant_cryptography.status == "satisfied" with input as good
	cryptography.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		cryptography.project_experience,
		cryptography.provider_qualifications,
		cryptography.experienced_people,
		cryptography.certified_people,
		cryptography.knowledge_and_skills,
		cryptography.compliant_cryptography,
		cryptography.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_projects_of_the_consulting_item_are_no_assessments if {
	outcome := cryptography.project_experience with input as without("/projects/3")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[0].expected == 1
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	cryptography.project_experience.status == "not_satisfied" with input as patched("/projects/3/until", "2023-11-21")
	cryptography.project_experience.status == "not_satisfied" with input as patched("/projects/3/deliverables/0/confirmed_on", "2023-11-21")
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	cryptography.project_experience.status == "no_evidence" with input as without("/projects")
	cryptography.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_expired_qualification_does_not_count if {
	cryptography.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/valid_until", "2026-11-21")
}

test_claim_does_not_open_the_check if {
	outcome := cryptography.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("commercial_cryptography_testing", 1))
	outcome.status == "not_satisfied"
	not outcome.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	cryptography.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	cryptography.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_a_day_short_of_five_years_is_too_little if {
	outcome := cryptography.experienced_people with input as patched("/people/1/security_experience", [{"from": "2021-11-23"}])
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
}

test_somebody_without_an_assessment_project_does_not_count if {
	outcome := cryptography.experienced_people with input as without("/projects/3/team/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].items == ["a"]
	outcome.checks[2].fact == "people.projects_1/services.assessment.commercial_cryptography"
	outcome.checks[2].actual == 1
}

test_only_current_service_people_of_the_class_count if {
	cryptography.experienced_people.status == "not_satisfied" with input as patched("/people/1/counted_for", ["training"])
	cryptography.experienced_people.status == "not_satisfied" with input as patched("/people/1/employment/until", "2026-11-21")
}

test_experience_is_silent_without_people_or_projects if {
	cryptography.experienced_people.status == "no_evidence" with input as without("/people")
	cryptography.experienced_people.status == "no_evidence" with input as without("/projects")
	cryptography.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

test_the_same_person_holds_both_certificates if {
	split_up := json.patch(good, [
		{"op": "remove", "path": "/people/0/certificates/0"},
		{"op": "remove", "path": "/people/1/certificates/1"},
	])
	outcome := cryptography.certified_people with input as split_up
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[1].actual == 1
	outcome.checks[2].actual == 1
	outcome.checks[2].information
}

test_expired_certificate_does_not_count if {
	outcome := cryptography.certified_people with input as patched("/people/1/certificates/1/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	cryptography.certified_people.status == "no_evidence" with input as without("/people")
	cryptography.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_after_the_reference_date_does_not_count if {
	outcome := cryptography.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
}

test_failed_assessment_does_not_count if {
	cryptography.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := cryptography.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := cryptography.knowledge_and_skills.checks with input as good
	count(asked) == 6
}

test_assessments_only_indicate_knowledge if {
	found := cryptography.knowledge_and_skills.checks with input as good
	every check in found { check.judgement }
}

test_person_without_record_or_item_without_people_is_silence if {
	outcome := cryptography.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	cryptography.knowledge_and_skills.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/people/0/services"}, {"op": "remove", "path": "/people/1/services"}])
	cryptography.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_only_people_of_the_item_are_looked_at if {
	cryptography.knowledge_and_skills.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/1/services"}, {"op": "remove", "path": "/people/1/assessments"}])
}

test_certificate_valid_on_the_reference_date_is_needed if {
	outcome := cryptography.compliant_cryptography with input as patched("/cryptography/0/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["cryptography[0]"]
	cryptography.compliant_cryptography.status == "not_satisfied" with input as patched("/cryptography/1/valid_from", "2026-11-23")
}

test_product_without_certificate_or_technology_without_algorithms_is_silence if {
	outcome := cryptography.compliant_cryptography with input as without("/cryptography/0/certificate_number")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["cryptography[0]"]
	cryptography.compliant_cryptography.status == "no_evidence" with input as without("/cryptography/1/valid_from")
	cryptography.compliant_cryptography.status == "no_evidence" with input as without("/cryptography/2/algorithms")
}

test_technology_uses_national_algorithms_only if {
	outcome := cryptography.compliant_cryptography with input as patched("/cryptography/2/algorithms", ["sm4", "aes"])
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["cryptography[2]"]
	not outcome.checks[1].judgement
	cryptography.compliant_cryptography.status == "not_satisfied" with input as patched("/cryptography/2/algorithms", [])
}

test_every_algorithm_of_the_vocabulary_is_national_or_not if {
	every id, algorithm in vocabulary.cryptographic_algorithms {
		outcome := cryptography.compliant_cryptography with input as patched("/cryptography/2/algorithms", [id])
		outcome.checks[1].ok == algorithm.national
	}
}

test_another_algorithm_is_left_to_an_assessor if {
	outcome := cryptography.compliant_cryptography with input as patched("/cryptography/2/algorithms", ["sm4", "other"])
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["cryptography[2]"]
}

test_another_algorithm_opens_nothing_where_a_foreign_one_is_used if {
	outcome := cryptography.compliant_cryptography with input as patched("/cryptography/2/algorithms", ["other", "rsa"])
	not outcome.checks[1].judgement
	beside := cryptography.compliant_cryptography with input as patched("/cryptography", [
		{"name": "a", "kind": "technology", "algorithms": ["other"]},
		{"name": "b", "kind": "technology"},
	])
	beside.status == "not_satisfied"
	not beside.checks[0].judgement
}

test_products_or_technologies_alone_are_enough if {
	every list in [[good.cryptography[0]], [good.cryptography[2]]] {
		outcome := cryptography.compliant_cryptography with input as patched("/cryptography", list)
		outcome.status == "satisfied"
		count(outcome.checks) == 1
	}
}

test_nothing_registered_shows_nothing if {
	cryptography.compliant_cryptography.status == "no_evidence" with input as without("/cryptography")
	cryptography.compliant_cryptography.status == "no_evidence" with input as patched("/cryptography", [])
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := cryptography.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]

test_deliverables_are_taken_together if {
	cryptography.service_capability.status == "satisfied" with input as json.patch(good, [
		{"op": "add", "path": topic_paths[0], "value": ["key_generation"]},
		{"op": "add", "path": topic_paths[1], "value": ["key_storage", "key_distribution", "key_use", "key_destruction"]},
		{"op": "remove", "path": topic_paths[2]},
	])
}

test_deliverables_that_name_no_topic_are_silent if {
	cryptography.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
	cryptography.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := cryptography.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
	cryptography.service_capability.status == "not_satisfied" with input as patched("/projects", [])
}
