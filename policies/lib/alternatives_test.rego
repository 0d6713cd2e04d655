package ciieval.lib.alternatives_test

import data.ciieval.lib.alternatives

criterion(people, possible, known) := {"fact": "one", "people": people, "possible": possible, "known": known}

first := criterion({"a"}, {"a", "c"}, true)

second := criterion({"b"}, {"b"}, true)

test_either_is_met_by_whoever_meets_one_of_them if {
	found := alternatives.either("some.fact", [first, second])
	found == {"fact": "some.fact", "people": {"a", "b"}, "possible": {"a", "b", "c"}, "known": true}
}

test_either_is_known_only_where_all_of_them_are if {
	found := alternatives.either("some.fact", [first, criterion(set(), set(), false)])
	not found.known
	found.people == {"a"}
}

staff := {
	"assessment": {"reference_date": "2026-11-22"},
	"people": [{"id": id, "name": id, "employment": {"from": "2020-01-01"}, "posts": ["developer"]} | some id in ["a", "c"]],
}

test_stricter_reading_is_shown_and_decides_nothing if {
	found := alternatives.stricter_reading("some.fact", "development", 2, [first]) with input as staff
	found.fact == "some.fact"
	found.actual == 1
	not found.ok
	found.information

	# accepting the claim of c would reach the number, but nothing is left to an assessor here
	not found.judgement
	not found.claimed
}
