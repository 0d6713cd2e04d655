package ciieval.lib.checks_test

import data.ciieval.lib.checks

test_at_least_includes_the_number if {
	checks.at_least("f", "p", 5, 5).ok
	not checks.at_least("f", "p", 4, 5).ok
}

test_silence_is_missing_in_every_comparison if {
	every check in [
		checks.at_least("f", "p", null, 5),
		checks.at_most("f", "p", null, 5),
		checks.equals("f", "p", null, 5),
		checks.one_of("f", "p", null, [5]),
		checks.covers("f", "p", null, ["x"]),
		checks.present("f", "p", null),
		checks.none("f", "p", null, set()),
		checks.count_at_least("f", "p", null, set(), 1),
		checks.percent_at_least("f", "p", set(), set(), 70),
		checks.percent_at_most("f", "p", 0, 0, 30),
		checks.every_one("f", "p", set(), set(), set()),
	] {
		check.ok == false
		check.missing == true
		check.actual == null
	}
}

test_open_entries_leave_a_number_open_only_where_they_would_reach_it if {
	checks.count_at_least_or_open("f", "p", [], {"a"}, {"b"}, 2).missing
	checks.count_at_least_or_open("f", "p", [], {"a", "b"}, {"c"}, 2).items == ["a", "b"]
	same := checks.count_at_least_or_open("f", "p", [], {"a"}, {"a"}, 2)
	same.actual == 1
	not same.ok
	checks.count_at_least_or_open("f", "p", null, set(), set(), 1).missing
}

test_at_most_includes_the_number if {
	checks.at_most("f", "p", 5, 5).ok
	not checks.at_most("f", "p", 6, 5).ok
}

test_equal_and_one_of if {
	checks.equals("f", "p", "CN", "CN").ok
	not checks.equals("f", "p", "HK", "CN").ok
	checks.one_of("f", "p", "a", ["a", "b"]).ok
	not checks.one_of("f", "p", "c", ["a", "b"]).ok
}

test_present if {
	checks.present("f", "p", "x").ok
	checks.present("f", "p", ["x"]).ok
	checks.present("f", "p", []).missing
	checks.present("f", "p", "").missing
}

test_covers_names_what_lacks if {
	checks.covers("f", "p", ["a", "b", "c"], ["a", "b"]).ok
	checks.covers("f", "p", ["a"], ["a", "b"]).lacking == ["b"]
}

test_percent_is_exact_and_cut if {
	part := {n | some n in numbers.range(1, 7)}
	whole := {n | some n in numbers.range(1, 10)}
	checks.percent_at_least("f", "p", part, whole, 70).ok
	short := checks.percent_at_least("f", "p", part, whole | {11}, 70)
	short.ok == false
	short.actual == 63
}

test_percent_at_most_never_reads_as_the_limit_when_above if {
	checks.percent_at_most("f", "p", 3, 10, 30).ok
	over := checks.percent_at_most("f", "p", 301, 1000, 30)
	over.ok == false
	over.actual == 31
}

test_none if {
	checks.none("f", "p", [], set()).ok
	checks.none("f", "p", [], {"b", "a"}).actual == ["a", "b"]
}

test_every_one_tells_failing_from_unknown if {
	checks.every_one("f", "p", {"a", "b"}, {"a", "b", "c"}, set()).ok
	check := checks.every_one("f", "p", {"a", "b", "c"}, {"a"}, {"b"})
	check.failing == ["c"]
	check.unknown == ["b"]
	check.missing == false
	checks.every_one("f", "p", {"a", "b"}, {"a"}, {"b"}).missing
}
