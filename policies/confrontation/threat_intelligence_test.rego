package ciieval.confrontation.threat_intelligence_test

import data.ciieval.confrontation.crew_fixture_test as fixture
import data.ciieval.confrontation.threat_intelligence

item := {
	"service": "confrontation.threat_intelligence",
	"topics": ["intelligence_collection", "intelligence_processing", "intelligence_analysis", "intelligence_sharing", "intelligence_handling"],
	"knowledge": ["gbt_42446_operation", "vulnerability_management_rules", "cii_protection_law"],
	"certificates": ["cisp"],
	"crew": ["a", "b"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"qualifications": [{"id": "q1", "kind": "risk_assessment_service", "level": 2, "valid_from": fixture.reference}],
	"tools": [{"id": "t1", "kind": "threat_intelligence", "available_from": fixture.reference}],
	"collections": [{"id": "c1", "kind": "threat_intelligence", "entries": 1000000, "counted_on": fixture.reference, "last_updated_on": "2025-11-22", "managed_with": "t1", "sources": ["open sources"]}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	threat_intelligence.project_experience.status == "satisfied" with input as good
	threat_intelligence.provider_qualifications.status == "satisfied" with input as good
	threat_intelligence.experienced_people.status == "satisfied" with input as good
	threat_intelligence.certified_people.status == "satisfied" with input as good
	threat_intelligence.knowledge_and_skills.status == "satisfied" with input as good
	threat_intelligence.intelligence_library.status == "satisfied" with input as good
	threat_intelligence.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		threat_intelligence.project_experience,
		threat_intelligence.provider_qualifications,
		threat_intelligence.experienced_people,
		threat_intelligence.certified_people,
		threat_intelligence.knowledge_and_skills,
		threat_intelligence.intelligence_library,
		threat_intelligence.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := threat_intelligence.project_experience with input as without("/projects/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	threat_intelligence.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	threat_intelligence.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_projects_of_other_items_do_not_count if {
	threat_intelligence.project_experience.status == "not_satisfied" with input as patched("/projects/0/services", ["confrontation.log_analysis"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	threat_intelligence.project_experience.status == "no_evidence" with input as without("/projects")
	threat_intelligence.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

test_abandoned_projects_are_not_asked_about if {
	threat_intelligence.project_experience.status == "satisfied" with input as patched("/projects/-", {"id": "p4", "name": "p4", "services": [item.service], "from": "2025-01-01", "status": "abandoned", "abandonment": {"date": "2025-11-22", "reason": "provider"}})
}

test_the_qualification_is_valid_and_of_level_2 if {
	every position in ["0"] {
		path := concat("", ["/qualifications/", position])
		threat_intelligence.provider_qualifications.status == "not_satisfied" with input as without(path)
		threat_intelligence.provider_qualifications.status == "not_satisfied" with input as patched(concat("", [path, "/level"]), 3)
		threat_intelligence.provider_qualifications.status == "satisfied" with input as patched(concat("", [path, "/level"]), 1)
		threat_intelligence.provider_qualifications.status == "not_satisfied" with input as patched(concat("", [path, "/valid_until"]), "2026-11-21")
		threat_intelligence.provider_qualifications.status == "satisfied" with input as patched(concat("", [path, "/valid_until"]), "2026-11-22")
	}
}

test_claim_of_the_level_is_left_to_an_assessor if {
	claim := {"id": "claimed", "kind": "other", "valid_from": "2025-01-01", "claimed_equivalent_to": {"kind": "risk_assessment_service", "level": 2, "basis": "mutual recognition"}}
	outcome := threat_intelligence.provider_qualifications with input as json.patch(good, [{"op": "replace", "path": "/qualifications/0", "value": claim}])
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["claimed"]
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	threat_intelligence.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	threat_intelligence.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
}

test_one_experienced_person_too_few if {
	every patch in [
		patched("/people/1/security_experience", [{"from": "2021-11-23"}]),
		patched("/people/1/service_experience/0/from", "2023-11-23"),
		patched("/people/1/service_experience/0/service", "confrontation.log_analysis"),
		without("/projects/0/team/1"),
		patched("/people/1/counted_for", ["training"]),
		patched("/people/1/employment/until", "2026-11-21"),
	] {
		outcome := threat_intelligence.experienced_people with input as patch
		outcome.status == "not_satisfied"
		outcome.checks[0].items == ["a"]
		outcome.checks[0].expected == 2
	}
}

test_experience_is_silent_without_people_or_projects if {
	threat_intelligence.experienced_people.status == "no_evidence" with input as without("/people")
	threat_intelligence.experienced_people.status == "no_evidence" with input as without("/projects")
	threat_intelligence.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

certificates(change) := json.patch(good, array.concat([], [change]))

test_one_certificate_too_few if {
	threat_intelligence.certified_people.status == "satisfied" with input as certificates({"op": "add", "path": "/people/1/certificates/0/kind", "value": "cisp"})
	outcome := threat_intelligence.certified_people with input as certificates({"op": "remove", "path": "/people/1/certificates"})
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
	threat_intelligence.certified_people.status == "not_satisfied" with input as certificates({"op": "add", "path": "/people/1/certificates/0/valid_until", "value": "2026-11-21"})
}

test_another_certificate_counts_only_by_a_finding if {
	outcome := threat_intelligence.certified_people with input as certificates({"op": "replace", "path": "/people/1/certificates/0", "value": {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["b"]
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	threat_intelligence.certified_people.status == "no_evidence" with input as without("/people")
	threat_intelligence.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_assessment_that_was_failed_or_lies_in_the_future_does_not_count if {
	outcome := threat_intelligence.knowledge_and_skills with input as patched("/people/1/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["b"]
	outcome.checks[0].judgement
	threat_intelligence.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/1/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := threat_intelligence.knowledge_and_skills with input as patched("/people/1/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := threat_intelligence.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
}

subjects := item.knowledge

test_person_without_record_or_item_without_people_is_silence if {
	outcome := threat_intelligence.knowledge_and_skills with input as without("/people/1/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["b"]
	threat_intelligence.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

# The facts of the checks of the library clause that are not ok.
library_gaps(dossier) := {"status": outcome.status, "gaps": [check.fact | some check in outcome.checks; not check.ok]} if {
	outcome := threat_intelligence.intelligence_library with input as dossier
}

test_one_entry_short_of_a_million_is_too_few if {
	outcome := threat_intelligence.intelligence_library with input as patched("/collections/0/entries", 999999)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 999999
	outcome.checks[0].expected == 1000000
}

test_entries_not_counted_by_the_reference_date_are_silence if {
	expected := {"status": "no_evidence", "gaps": ["collection.entries/collection_kinds.threat_intelligence"]}
	library_gaps(patched("/collections/0/counted_on", "2026-11-23")) == expected
	library_gaps(without("/collections/0/entries")) == expected
}

test_library_has_sources if {
	expected := {"status": "not_satisfied", "gaps": ["collection.with_sources/collection_kinds.threat_intelligence"]}
	library_gaps(patched("/collections/0/sources", [])) == expected
	silent := {"status": "no_evidence", "gaps": expected.gaps}
	library_gaps(without("/collections/0/sources")) == silent
}

test_library_was_updated_in_the_last_twelve_months if {
	expected := {"status": "not_satisfied", "gaps": ["collection.up_to_date/collection_kinds.threat_intelligence"]}
	library_gaps(patched("/collections/0/last_updated_on", "2025-11-21")) == expected
	silent := {"status": "no_evidence", "gaps": expected.gaps}
	library_gaps(patched("/collections/0/last_updated_on", "2026-11-23")) == silent
	library_gaps(without("/collections/0/last_updated_on")) == silent
	library_gaps(patched("/collections/0/last_updated_on", "2026-11-22")) == {"status": "satisfied", "gaps": []}
}

test_library_is_managed_with_a_tool_at_disposal if {
	expected := {"status": "not_satisfied", "gaps": ["collection.managed/collection_kinds.threat_intelligence"]}
	library_gaps(without("/collections/0/managed_with")) == expected
	library_gaps(patched("/tools/0/available_until", "2026-11-21")) == expected
	library_gaps(without("/tools")) == expected
}

test_no_register_of_libraries_is_silence_one_without_intelligence_is_not if {
	threat_intelligence.intelligence_library.status == "no_evidence" with input as without("/collections")
	threat_intelligence.intelligence_library.status == "not_satisfied" with input as patched("/collections", [])
	threat_intelligence.intelligence_library.status == "not_satisfied" with input as patched("/collections/0/kind", "malware_samples")
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := threat_intelligence.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in fixture.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	threat_intelligence.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in fixture.topic_paths])
	threat_intelligence.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := threat_intelligence.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}

test_a_million_entries_and_their_upkeep_are_of_one_library if {
	neglected := [
		{"op": "remove", "path": "/collections/0/managed_with"},
		{"op": "replace", "path": "/collections/0/last_updated_on", "value": "2020-01-01"},
		{"op": "replace", "path": "/collections/0/sources", "value": []},
		{"op": "add", "path": "/collections/-", "value": object.union(good.collections[0], {"id": "small", "entries": 1})},
	]
	found := library_gaps(json.patch(good, neglected))
	found.status == "not_satisfied"
	count(found.gaps) == 3
}
