package ciieval.confrontation.attack_defense_drill_test

import data.ciieval.confrontation.attack_defense_drill
import data.ciieval.confrontation.crew_fixture_test as fixture

item := {
	"service": "confrontation.attack_defense_drill",
	"topics": ["drill_scenarios", "defense_validation", "tracing_validation"],
	"knowledge": ["gbt_42446_construction", "gbt_42446_audit_and_assessment", "cii_protection_law"],
	"certificates": ["cisp"],
	"crew": ["a", "b", "c", "d", "e"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"tools": [{"id": "t1", "kind": "attack_defense_drill_platform", "available_from": fixture.reference}],
	"trainings": [{"id": "tr1", "kind": "cii_protection", "date": fixture.reference, "hours": 8, "attendees": [{"person": id} | some id in item.crew]}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

empty := {"assessment": {"reference_date": fixture.reference}}

test_everything_at_the_limit_is_enough if {
	attack_defense_drill.project_experience.status == "satisfied" with input as good
	attack_defense_drill.provider_qualifications.status == "satisfied" with input as good
	attack_defense_drill.experienced_people.status == "satisfied" with input as good
	attack_defense_drill.certified_people.status == "satisfied" with input as good
	attack_defense_drill.knowledge_and_skills.status == "satisfied" with input as good
	attack_defense_drill.drill_platform.status == "satisfied" with input as good
	attack_defense_drill.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		attack_defense_drill.project_experience,
		attack_defense_drill.provider_qualifications,
		attack_defense_drill.experienced_people,
		attack_defense_drill.certified_people,
		attack_defense_drill.knowledge_and_skills,
		attack_defense_drill.drill_platform,
		attack_defense_drill.service_capability,
	] with input as empty
	count(found) == 7
	every outcome in found {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

test_two_projects_are_too_few if {
	outcome := attack_defense_drill.project_experience with input as without("/projects/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 2
	outcome.checks[0].expected == 3
}

test_project_that_ended_or_was_confirmed_more_than_three_years_ago_does_not_count if {
	attack_defense_drill.project_experience.status == "not_satisfied" with input as patched("/projects/0/until", "2023-11-21")
	attack_defense_drill.project_experience.status == "not_satisfied" with input as patched("/projects/0/deliverables/0/confirmed_on", "2023-11-21")
}

test_projects_of_other_items_do_not_count if {
	attack_defense_drill.project_experience.status == "not_satisfied" with input as patched("/projects/0/services", ["confrontation.log_analysis"])
}

test_no_register_of_projects_is_silence_an_empty_one_is_not if {
	attack_defense_drill.project_experience.status == "no_evidence" with input as without("/projects")
	attack_defense_drill.project_experience.status == "not_satisfied" with input as patched("/projects", [])
}

abandoned(abandonment) := patched("/projects/-", {"id": "p4", "name": "p4", "services": [item.service], "from": "2022-01-01", "status": "abandoned", "abandonment": abandonment})

test_project_abandoned_through_the_provider_fails if {
	every reason in ["provider", "stage_acceptance_failed"] {
		outcome := attack_defense_drill.project_experience with input as abandoned({"date": "2023-11-22", "reason": reason})
		outcome.status == "not_satisfied"
		outcome.checks[0].ok
		outcome.checks[1].actual == ["p4"]
		attack_defense_drill.project_experience.status == "satisfied" with input as abandoned({"date": "2023-11-21", "reason": reason})
	}
	attack_defense_drill.project_experience.status == "satisfied" with input as abandoned({"date": "2025-11-22", "reason": "client"})
}

test_project_abandoned_without_a_reason_leaves_the_question_open if {
	attack_defense_drill.project_experience.status == "no_evidence" with input as json.patch(abandoned({}), [{"op": "remove", "path": "/projects/3/abandonment"}])
}

test_either_qualification_is_enough if {
	every position in ["0", "1"] {
		attack_defense_drill.provider_qualifications.status == "satisfied" with input as without(concat("", ["/qualifications/", position]))
	}
	shown := attack_defense_drill.provider_qualifications.checks[0] with input as good
	shown.actual == ["operations_service", "emergency_response_service"]
}

# Only the emergency response qualification is left.
only(change) := json.patch(good, [{"op": "remove", "path": "/qualifications/0"}, change])

test_the_only_qualification_is_valid_and_of_level_2 if {
	attack_defense_drill.provider_qualifications.status == "satisfied" with input as only({"op": "add", "path": "/qualifications/0/level", "value": 1})
	low := attack_defense_drill.provider_qualifications with input as only({"op": "add", "path": "/qualifications/0/level", "value": 3})
	low.status == "not_satisfied"
	low.checks[0].actual == []
	attack_defense_drill.provider_qualifications.status == "satisfied" with input as only({"op": "add", "path": "/qualifications/0/valid_until", "value": "2026-11-22"})
	attack_defense_drill.provider_qualifications.status == "not_satisfied" with input as only({"op": "add", "path": "/qualifications/0/valid_until", "value": "2026-11-21"})
	attack_defense_drill.provider_qualifications.status == "not_satisfied" with input as only({"op": "add", "path": "/qualifications/0/kind", "value": "risk_assessment_service"})
}

claim(kind, level) := {"id": "claimed", "kind": "other", "valid_from": "2025-01-01", "claimed_equivalent_to": {"kind": kind, "level": level, "basis": "mutual recognition"}}

test_claim_of_either_at_the_level_is_left_to_an_assessor if {
	every kind in ["operations_service", "emergency_response_service"] {
		outcome := attack_defense_drill.provider_qualifications with input as patched("/qualifications", [claim(kind, 2)])
		outcome.status == "not_satisfied"
		outcome.checks[0].judgement
		outcome.checks[0].claimed == ["claimed"]
		low := attack_defense_drill.provider_qualifications with input as patched("/qualifications", [claim(kind, 3)])
		not low.checks[0].judgement
	}
	other := attack_defense_drill.provider_qualifications with input as patched("/qualifications", [claim("risk_assessment_service", 2)])
	not other.checks[0].judgement
}

test_no_register_of_qualifications_is_silence_an_empty_one_is_not if {
	attack_defense_drill.provider_qualifications.status == "no_evidence" with input as without("/qualifications")
	attack_defense_drill.provider_qualifications.status == "not_satisfied" with input as patched("/qualifications", [])
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
		outcome := attack_defense_drill.experienced_people with input as patch
		outcome.status == "not_satisfied"
		outcome.checks[0].items == ["a", "b", "c", "d"]
		outcome.checks[0].expected == 5
	}
}

test_experience_is_silent_without_people_or_projects if {
	attack_defense_drill.experienced_people.status == "no_evidence" with input as without("/people")
	attack_defense_drill.experienced_people.status == "no_evidence" with input as without("/projects")
	attack_defense_drill.experienced_people.status == "not_satisfied" with input as patched("/people", [])
}

certificates(change) := json.patch(good, array.concat([], [change]))

test_one_certificate_too_few if {
	attack_defense_drill.certified_people.status == "satisfied" with input as certificates({"op": "add", "path": "/people/4/certificates/0/kind", "value": "cisp"})
	outcome := attack_defense_drill.certified_people with input as certificates({"op": "remove", "path": "/people/4/certificates"})
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 4
	outcome.checks[0].expected == 5
	attack_defense_drill.certified_people.status == "not_satisfied" with input as certificates({"op": "add", "path": "/people/4/certificates/0/valid_until", "value": "2026-11-21"})
}

test_another_certificate_counts_only_by_a_finding if {
	outcome := attack_defense_drill.certified_people with input as certificates({"op": "replace", "path": "/people/4/certificates/0", "value": {"kind": "cissp", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp"}})
	outcome.status == "not_satisfied"
	outcome.checks[0].judgement
	outcome.checks[0].claimed == ["e"]
}

test_no_register_of_people_is_silence_an_empty_one_is_not if {
	attack_defense_drill.certified_people.status == "no_evidence" with input as without("/people")
	attack_defense_drill.certified_people.status == "not_satisfied" with input as patched("/people", [])
}

test_training_is_shown_and_decides_nothing if {
	shown := attack_defense_drill.certified_people with input as good
	[check.fact | some check in shown.checks] == ["people.certified_cisp", "people.meeting_all", "people.trained/training_kinds.cii_protection"]
	[check.actual | some check in shown.checks] == [5, 5, 5]
	untrained := attack_defense_drill.certified_people with input as patched("/trainings", [])
	untrained.status == "satisfied"
	[check.actual | some check in untrained.checks] == [5, 0, 0]
	every position in [1, 2] {
		untrained.checks[position].information
		not untrained.checks[position].ok
	}
	silent := attack_defense_drill.certified_people with input as without("/trainings")
	silent.status == "satisfied"
	silent.checks[1].missing
}

test_assessment_that_was_failed_or_lies_in_the_future_does_not_count if {
	outcome := attack_defense_drill.knowledge_and_skills with input as patched("/people/4/assessments/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["e"]
	outcome.checks[0].judgement
	attack_defense_drill.knowledge_and_skills.status == "not_satisfied" with input as patched("/people/4/assessments/0/result", "failed")
}

test_every_subject_is_asked_for if {
	every topic in subjects {
		outcome := attack_defense_drill.knowledge_and_skills with input as patched("/people/4/assessments/0/topics", [other | some other in item.knowledge; other != topic])
		outcome.status == "not_satisfied"
		[check.fact | some check in outcome.checks; not check.ok] == [concat("", ["people.knowledge/knowledge_topics.", topic])]
	}
	asked := attack_defense_drill.knowledge_and_skills.checks with input as good
	count(asked) == count(subjects)
}

subjects := item.knowledge

test_person_without_record_or_item_without_people_is_silence if {
	outcome := attack_defense_drill.knowledge_and_skills with input as without("/people/4/assessments")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["e"]
	attack_defense_drill.knowledge_and_skills.status == "no_evidence" with input as without("/people")
}

test_platform_is_at_disposal_on_the_reference_date if {
	every patch in [
		patched("/tools/0/available_from", "2026-11-23"),
		patched("/tools/0/available_until", "2026-11-21"),
		patched("/tools/0/kind", "other"),
		patched("/tools", []),
	] {
		outcome := attack_defense_drill.drill_platform with input as patch
		outcome.status == "not_satisfied"
		outcome.checks[0].actual == 0
	}
	attack_defense_drill.drill_platform.status == "satisfied" with input as patched("/tools/0/available_until", "2026-11-22")
	attack_defense_drill.drill_platform.status == "no_evidence" with input as without("/tools/0/available_from")
	attack_defense_drill.drill_platform.status == "no_evidence" with input as without("/tools")
}

test_every_topic_is_asked_for if {
	every topic in item.topics {
		others := [other | some other in item.topics; other != topic]
		outcome := attack_defense_drill.service_capability with input as json.patch(good, [{"op": "add", "path": path, "value": others} | some path in fixture.topic_paths])
		outcome.status == "not_satisfied"
		outcome.checks[0].lacking == [topic]
		outcome.checks[0].judgement
	}
}

test_deliverables_that_name_no_topic_are_silent if {
	attack_defense_drill.service_capability.status == "no_evidence" with input as json.patch(good, [{"op": "remove", "path": path} | some path in fixture.topic_paths])
	attack_defense_drill.service_capability.status == "no_evidence" with input as without("/projects")
}

test_no_project_in_the_last_twelve_months_is_too_few if {
	outcome := attack_defense_drill.service_capability with input as patched("/projects/2/until", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	not outcome.checks[1].judgement
}
