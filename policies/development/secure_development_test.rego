package ciieval.development.secure_development_test

import data.ciieval.development.secure_development
import data.ciieval.lib.capability_fixture_test as fixture

item := {
	"service": "development.secure_development",
	"topics": ["needs_analysis", "design_requirements", "system_development"],
	"knowledge": ["gbt_42446_construction", "cii_protection_law"],
	"certificates": [],
}

stages := ["requirements_analysis", "secure_design", "secure_coding", "security_testing", "secure_deployment"]

# What the projects record beside the fixture's facts: nothing from third parties, one product each.
record := {
	"third_party_developers": [],
	"third_party_components": [],
	"developed_products": [{"name": "gateway", "security_tests": [{"by": "institute", "body": "independent_third_party", "date": "2026-11-22", "result": "passed"}]}],
}

# Fifteen developers, of whom a and b took part in two projects of security system design.
developer(id) := object.union(fixture.person(id, item), {"posts": ["developer"]})

designer(id) := object.union(developer(id), {"earlier_projects": [{"name": name, "services": ["development.system_design"], "from": "2026-11-22"} | some name in ["one", "two"]]})

# Satisfies every clause, with every number and date at the last value that is enough.
good := {
	"assessment": {"reference_date": fixture.reference},
	"provider": {
		"name": "provider",
		"security_services_since": "2021-11-22",
		"services_since": [{"service": "development.secure_development", "since": "2023-11-22"}],
	},
	"projects": [
		object.union(fixture.project("p1", item, {"from": "2023-06-01", "until": "2023-11-22"}, ["a"]), record),
		object.union(fixture.project("p2", item, {"from": "2025-03-01", "until": "2025-11-22"}, ["b"]), record),
	],
	"people": array.concat([designer(id) | some id in ["a", "b"]], [developer(id) | some id in ["c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"]]),
	"qualifications": [
		{"id": "q1", "kind": "software_development_service", "level": 2, "valid_from": "2026-11-22"},
		{"id": "q2", "kind": "cmmi", "level": 3, "valid_from": "2023-11-23", "valid_until": "2026-11-22"},
	],
	"documents": [{"id": "d1", "kind": "secure_development_process", "title": "process", "approved_on": "2026-11-22", "effective_from": "2026-11-22", "effective_until": "2026-11-22", "topics": stages}],
}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	secure_development.provider_experience.status == "satisfied" with input as good
	secure_development.provider_qualifications.status == "satisfied" with input as good
	secure_development.experienced_people.status == "satisfied" with input as good
	secure_development.developers.status == "satisfied" with input as good
	secure_development.knowledge_and_skills.status == "satisfied" with input as good
	secure_development.development_process.status == "satisfied" with input as good
	secure_development.assessed_products.status == "satisfied" with input as good
	secure_development.service_capability.status == "satisfied" with input as good
}

# Clause g has tests of its own, in third_parties_test.rego.
test_an_empty_dossier_shows_nothing if {
	found := [
		secure_development.provider_experience,
		secure_development.provider_qualifications,
		secure_development.experienced_people,
		secure_development.developers,
		secure_development.knowledge_and_skills,
		secure_development.development_process,
		secure_development.third_parties,
		secure_development.assessed_products,
		secure_development.service_capability,
	] with input as empty
	count(found) == 9
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_a_day_short_of_the_years_is_too_little if {
	short := secure_development.provider_experience with input as patched("/provider/security_services_since", "2021-11-23")
	short.status == "not_satisfied"
	[check.ok | some check in short.checks] == [false, true, true]
	item_short := secure_development.provider_experience with input as patched("/provider/services_since/0/since", "2023-11-23")
	[check.ok | some check in item_short.checks] == [true, false, true]
	secure_development.provider_experience.status == "no_evidence" with input as patched("/provider/services_since/0/service", "development.system_design")
}

test_one_project_is_too_few if {
	outcome := secure_development.provider_experience with input as without("/projects/0")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 1
	outcome.checks[2].expected == 2
	secure_development.provider_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	secure_development.provider_experience.status == "no_evidence" with input as without("/projects")
}

test_both_qualifications_are_needed_at_their_levels if {
	secure_development.provider_qualifications.status == "not_satisfied" with input as without("/qualifications/0")
	secure_development.provider_qualifications.status == "not_satisfied" with input as without("/qualifications/1")
	secure_development.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/0/level", 3)
	secure_development.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/level", 2)
	secure_development.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications/1/valid_until", "2026-11-21")
	secure_development.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
}

test_claim_opens_the_service_qualification_and_never_cmmi if {
	outcome := secure_development.provider_qualifications with input as replaced("/qualifications/0", fixture.claim("software_development_service", 2))
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	maturity := secure_development.provider_qualifications with input as replaced("/qualifications/1", fixture.claim("cmmi", 3))
	maturity.status == "not_satisfied"
	not maturity.checks[1].judgement
}

test_a_day_short_of_three_years_is_too_little if {
	outcome := secure_development.experienced_people with input as patched("/people/1/service_experience/0/from", "2023-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	outcome.checks[0].items == ["a"]
}

test_years_in_system_design_do_not_count if {
	secure_development.experienced_people.status == "not_satisfied" with input as patched("/people/1/service_experience/0/service", "development.system_design")
}

# As printed: projects of the item itself do not count.
test_projects_of_system_design_count_and_those_of_the_item_do_not if {
	outcome := secure_development.experienced_people with input as patched("/people/1/earlier_projects/1/services", ["development.secure_development"])
	outcome.status == "not_satisfied"
	outcome.checks[2].fact == "people.projects_2/services.development.system_design"
	outcome.checks[2].actual == 1
	secure_development.experienced_people.status == "not_satisfied" with input as patched("/people/1/earlier_projects/1/from", "2026-11-23")
}

test_knowledge_of_the_law_is_shown_and_decides_nothing if {
	outcome := secure_development.experienced_people with input as without("/people/1/assessments")
	outcome.status == "satisfied"
	outcome.checks[3].fact == "people.experienced_and_knowing_cii_law"
	outcome.checks[3].actual == 1
	outcome.checks[3].information
	not outcome.checks[3].ok
	not outcome.checks[3].judgement
}

test_experience_is_silent_without_people_or_projects if {
	secure_development.experienced_people.status == "no_evidence" with input as without("/people")
	secure_development.experienced_people.status == "not_satisfied" with input as patched("/people", [])

	# projects with earlier employers are enough
	secure_development.experienced_people.status == "satisfied" with input as without("/projects")
	secure_development.experienced_people.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": "/projects"}, {"op": "remove", "path": "/people/1/earlier_projects"}])
}

test_fourteen_developers_are_too_few if {
	outcome := secure_development.developers with input as without("/people/14")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 14
	outcome.checks[0].expected == 15
	not outcome.checks[0].judgement
}

test_only_own_current_developers_of_the_class_count if {
	secure_development.developers.status == "not_satisfied" with input as patched("/people/14/posts", ["service_technician"])
	secure_development.developers.status == "not_satisfied" with input as patched("/people/14/supplier", "s")
	secure_development.developers.status == "not_satisfied" with input as patched("/people/14/employment/until", "2026-11-21")
	secure_development.developers.status == "not_satisfied" with input as patched("/people/14/counted_for", ["protection"])
	secure_development.developers.status == "satisfied" with input as without("/people/14/counted_for")
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	secure_development.developers.status == "no_evidence" with input as without("/people")
	secure_development.developers.status == "not_satisfied" with input as patched("/people", [])
}

test_every_subject_is_asked_for if {
	every topic in item.knowledge {
		outcome := secure_development.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	outcome := secure_development.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.checks[0].failing == ["b"]
	outcome.checks[0].judgement
	secure_development.knowledge_and_skills.status == "no_evidence" with input as without("/people/1/assessments")
}

test_process_in_force_is_needed if {
	secure_development.development_process.status == "not_satisfied" with input as patched("/documents/0/approved_on", "2026-11-23")
	secure_development.development_process.status == "not_satisfied" with input as patched("/documents/0/effective_until", "2026-11-21")
	outcome := secure_development.development_process with input as without("/documents/0/approved_on")
	outcome.status == "no_evidence"
	not outcome.checks[0].judgement
}

test_every_stage_is_laid_down if {
	every stage in stages {
		outcome := secure_development.development_process with input as patched("/documents/0/topics", [other | some other in stages; other != stage])
		outcome.status == "not_satisfied"
		outcome.checks[1].lacking == [stage]
		outcome.checks[1].judgement
	}
}

test_no_document_of_the_process_is_silence if {
	secure_development.development_process.status == "no_evidence" with input as patched("/documents", [])
	secure_development.development_process.status == "no_evidence" with input as patched("/documents/0/kind", "service_process")
}

product_test(change) := patched("/projects/0/developed_products/0/security_tests", [object.union({"by": "x", "body": "state_authority", "date": "2026-11-22", "result": "passed"}, change)])

test_product_passed_an_assessment_by_somebody_else if {
	secure_development.assessed_products.status == "satisfied" with input as product_test({})
	outcome := secure_development.assessed_products with input as product_test({"body": "own"})
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1.developed_products[0]"]
	not outcome.checks[1].judgement
	secure_development.assessed_products.status == "not_satisfied" with input as product_test({"result": "failed"})
	secure_development.assessed_products.status == "not_satisfied" with input as product_test({"date": "2026-11-23"})
}

again(date, result) := json.patch(good, [{"op": "add", "path": "/projects/0/developed_products/0/security_tests/-", "value": {"by": "x", "body": "state_authority", "date": date, "result": result}}])

test_last_assessment_of_a_product_decides if {
	secure_development.assessed_products.status == "satisfied" with input as again("2026-11-21", "failed")
	secure_development.assessed_products.status == "not_satisfied" with input as again("2026-11-22", "failed")
}

test_own_test_does_not_undo_an_assessment if {
	secure_development.assessed_products.status == "satisfied" with input as json.patch(good, [{"op": "add", "path": "/projects/0/developed_products/0/security_tests/-", "value": {"by": "x", "body": "own", "date": "2026-11-22", "result": "failed"}}])
}

test_products_without_tests_or_body_are_silent if {
	outcome := secure_development.assessed_products with input as without("/projects/0/developed_products/0/security_tests")
	outcome.status == "no_evidence"
	outcome.checks[1].unknown == ["p1.developed_products[0]"]
	secure_development.assessed_products.status == "no_evidence" with input as without("/projects/0/developed_products/0/security_tests/0/body")
	secure_development.assessed_products.status == "not_satisfied" with input as patched("/projects/0/developed_products/0/security_tests", [])
}

test_finished_project_that_names_no_product_is_silent_or_had_none if {
	outcome := secure_development.assessed_products with input as without("/projects/0/developed_products")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["p1"]
	secure_development.assessed_products.status == "satisfied" with input as patched("/projects/0/developed_products", [])
	nothing := json.patch(good, [{"op": "add", "path": path, "value": []} | some path in ["/projects/0/developed_products", "/projects/1/developed_products"]])
	secure_development.assessed_products.status == "no_evidence" with input as nothing
}

# While development runs a product need not have been assessed; if it was, the result counts.
test_products_of_running_projects_count_once_assessed if {
	running := [{"op": "add", "path": "/projects/0/status", "value": "in_progress"}]
	secure_development.assessed_products.status == "satisfied" with input as json.patch(good, array.concat(running, [{"op": "remove", "path": "/projects/0/developed_products/0/security_tests"}]))
	secure_development.assessed_products.status == "satisfied" with input as json.patch(good, array.concat(running, [{"op": "remove", "path": "/projects/0/developed_products"}]))
	secure_development.assessed_products.status == "not_satisfied" with input as json.patch(good, array.concat(running, [{"op": "add", "path": "/projects/0/developed_products/0/security_tests/0/result", "value": "failed"}]))
}

test_products_of_other_items_or_old_projects_are_not_looked_at if {
	failed := {"op": "add", "path": "/projects/0/developed_products/0/security_tests/0/result", "value": "failed"}
	secure_development.assessed_products.status == "satisfied" with input as json.patch(good, [failed, {"op": "add", "path": "/projects/0/services", "value": ["development.system_design"]}])
	secure_development.assessed_products.status == "satisfied" with input as json.patch(good, [failed, {"op": "add", "path": "/projects/0/until", "value": "2023-11-21"}])
}

topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics"]

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := secure_development.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
	secure_development.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in topic_paths])
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := secure_development.service_capability with input as patched("/projects/1/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
}
