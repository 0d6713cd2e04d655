package failing.numbers_test

import data.failing.numbers

base := {"n": 1, "people": [{"id": "a"}, {"id": "b"}]}

test_passes if numbers.double(2) == 4

test_second_statement_is_not_met if {
	numbers.double(2) == 4
	value := numbers.double(input.n) with input as base
	value == 3 # a comment
	numbers.never
}

test_statement_over_lines if {
	numbers.double(input.n) == 5 with input as object.union(
		base,
		{"n": 4},
	)
}

test_value_is_not_true := numbers.double(2)

test_value_is_false := numbers.double(2) == 5

test_negated if not numbers.double(1) in {2, 3}

test_every_one if {
	every person in base.people {
		person.id == "a"
	}
}

test_some_one if {
	some person in base.people
	person.id == "c"
}

test_undefined if numbers.nothing == "<&>\"]]>"

test_unified if {
	y = numbers.double(2)
	numbers.double(y) = 9
}

test_defined_twice if numbers.double(1) == 3

test_defined_twice if {
	print("looked at", base.n)
	numbers.double(1) == 4
}

test_other_value := false if {
	numbers.double(1) == 2
} else := true

test_raises if {
	numbers.double(1) == 2
	format_int(1, 3)
}

test_with_a_long_value if concat("", [sprintf("%d,", [n]) | some n in [1, 2, 3]]) == ""

test_object if {
	{"a": numbers.double(1)} == {"a": 3}
}
