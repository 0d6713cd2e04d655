# Tests of personnel.trained, and of what is shown with it.
package ciieval.lib.certified_and_trained_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.certified_and_trained
import data.ciieval.lib.personnel

item := {"service": "confrontation.attack_defense_drill", "topics": [], "knowledge": [], "certificates": ["cisp"]}

good := object.union(fixture.dossier(item), {"trainings": [{
	"id": "t1", "kind": "cii_protection", "date": fixture.reference, "hours": 8,
	"attendees": [{"person": "a", "result": "not_assessed"}, {"person": "b"}],
}]})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

trained_people(dossier) := checks[0] if {
	checks := personnel.enough_people("confrontation", 2, [personnel.trained("cii_protection")]) with input as dossier
}

test_attending_by_the_reference_date_is_enough if {
	check := trained_people(good)
	check.ok
	check.items == ["a", "b"]
	check.fact == "people.trained/training_kinds.cii_protection"
	trained_people(patched("/trainings/0/attendees/0/result", "passed")).ok
}

test_failed_later_or_other_trainings_do_not_count if {
	trained_people(patched("/trainings/0/attendees/1/result", "failed")).items == ["a"]
	trained_people(patched("/trainings/0/date", "2026-11-23")).actual == 0
	trained_people(patched("/trainings/0/kind", "professional")).actual == 0
}

test_failing_once_does_not_undo_another_training if {
	trained_people(patched("/trainings/-", {"id": "t2", "kind": "cii_protection", "date": "2026-01-01", "hours": 8, "attendees": [{"person": "b", "result": "failed"}]})).ok
}

test_only_service_people_of_the_class_count if {
	trained_people(patched("/people/1/counted_for", ["training"])).items == ["a"]
	trained_people(patched("/trainings/0/attendees", [{"person": "a"}, {"person": "stranger"}])).items == ["a"]
}

test_no_register_of_trainings_is_silence_an_empty_one_is_not if {
	trained_people(json.patch(good, [{"op": "remove", "path": "/trainings"}])).missing
	trained_people(patched("/trainings", [])).actual == 0
}

test_both_are_met_by_the_same_person_and_decide_nothing if {
	split_up := json.patch(good, [
		{"op": "remove", "path": "/trainings/0/attendees/1"},
		{"op": "remove", "path": "/people/0/certificates"},
	])
	checks := certified_and_trained.people("confrontation", 1) with input as split_up
	[check.actual | some check in checks] == [0, 1]
	every check in checks { check.information }
}
