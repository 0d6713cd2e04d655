# One comparison inside a clause. A check says which fact was looked at, where (`path`), what was found
# (`actual`), what was asked for (`expected`), and whether that is enough (`ok`).
#
#   fact        a key of the label files; after a slash the vocabulary value it is about,
#               as in document.in_force/document_kinds.tool_policy
#   op          >=  <=  ==  in  covers  none  present  all  absent
#   missing     true where the evidence says nothing, so that ok is false for want of evidence
#   items       ids that were counted      lacking  what a covers check did not find
#   failing     ids that fall short        unknown  ids about which the evidence says nothing
#   judgement   true where an assessor's finding may settle the check
#   information true where the check is shown but does not decide
#
# `null` as the actual value means that the evidence is silent.
package ciieval.lib.checks

at_least(fact, path, null, expected) := missing(fact, path, ">=", expected)

at_least(fact, path, actual, expected) := {"fact": fact, "path": path, "op": ">=", "actual": actual, "expected": expected, "ok": actual >= expected} if actual != null

at_most(fact, path, null, expected) := missing(fact, path, "<=", expected)

at_most(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "<=", "actual": actual, "expected": expected, "ok": actual <= expected} if actual != null

equal(fact, path, null, expected) := missing(fact, path, "==", expected)

equal(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "==", "actual": actual, "expected": expected, "ok": actual == expected} if actual != null

one_of(fact, path, null, expected) := missing(fact, path, "in", expected)

one_of(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "in", "actual": actual, "expected": expected, "ok": actual in expected} if actual != null

# Any value at all: a name, a date, a non-empty list.
present(fact, path, actual) := {"fact": fact, "path": path, "op": "present", "actual": actual, "expected": true, "ok": true} if {
	not actual in {null, ""}
	actual != []
} else := missing(fact, path, "present", true)

# Everything of `expected` (a list) is among `actual` (a list).
covers(fact, path, null, expected) := missing(fact, path, "covers", expected)

covers(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "covers", "actual": actual, "expected": expected, "ok": true} if {
	actual != null
	every value in expected { value in actual }
}

covers(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "covers", "actual": actual, "expected": expected, "ok": false, "lacking": lacking} if {
	actual != null
	lacking := [value | some value in expected; not value in actual]
	count(lacking) > 0
}

# At least `expected` entries of a register count. `register` is null where the dossier has no such
# register: then nothing is known. `counted` is a set of ids.
count_at_least(fact, path, null, _, expected) := missing(fact, path, ">=", expected)

count_at_least(fact, path, register, counted, expected) := {"fact": fact, "path": path, "op": ">=", "actual": count(counted), "expected": expected, "ok": count(counted) >= expected, "items": sort(counted)} if register != null

# The same where about the `open` ids the evidence does not say whether they count: too few is a fact only if
# counting them as well would not be enough.
count_at_least_or_open(fact, path, register, counted, open, expected) := missing(fact, path, ">=", expected) if {
	count(counted) < expected
	count(counted | open) >= expected
} else := count_at_least(fact, path, register, counted, expected)

# At least `expected` per cent of `whole` are `part` (sets of ids); compared exactly, shown cut to whole per cent.
percent_at_least(fact, path, part, whole, expected) := {"fact": fact, "path": path, "op": ">=", "actual": percent_down(count(part), count(whole)), "expected": expected, "ok": count(part) * 100 >= count(whole) * expected, "failing": sort(whole - part)} if count(whole) > 0

percent_at_least(fact, path, _, whole, expected) := missing(fact, path, ">=", expected) if count(whole) == 0

# At most `expected` per cent; shown rounded up, so that a figure over the limit never reads as the limit.
percent_at_most(fact, path, part, whole, expected) := {"fact": fact, "path": path, "op": "<=", "actual": percent_up(part, whole), "expected": expected, "ok": part * 100 <= whole * expected} if whole > 0

percent_at_most(fact, path, _, whole, expected) := missing(fact, path, "<=", expected) if whole == 0

percent_down(part, whole) := ((part * 100) - ((part * 100) % whole)) / whole

percent_up(part, whole) := percent_down((part * 100) + (whole - 1), whole * 100)

# None of a kind is in a register. `register` is null where the dossier has no such register.
none(fact, path, null, _) := missing(fact, path, "none", [])

none(fact, path, register, found) := {"fact": fact, "path": path, "op": "none", "actual": sort(found), "expected": [], "ok": count(found) == 0} if register != null

# Every subject (ids) meets the fact: `met` do, about `unknown` the evidence is silent, the rest fail.
# No subject at all shows nothing.
every_one(fact, path, subjects, _, _) := missing(fact, path, "all", 1) if count(subjects) == 0

every_one(fact, path, subjects, met, _) := {"fact": fact, "path": path, "op": "all", "actual": count(subjects & met), "expected": count(subjects), "ok": true} if {
	count(subjects) > 0
	count(subjects - met) == 0
}

every_one(fact, path, subjects, met, unknown) := {"fact": fact, "path": path, "op": "all", "actual": count(subjects & met), "expected": count(subjects), "ok": false, "failing": sort((subjects - met) - unknown), "unknown": sort((subjects - met) & unknown), "missing": count((subjects - met) - unknown) == 0} if {
	count(subjects) > 0
	count(subjects - met) > 0
}

missing(fact, path, op, expected) := {"fact": fact, "path": path, "op": op, "actual": null, "expected": expected, "ok": false, "missing": true}

# The check, marked so that a finding may settle it.
judged(check) := object.union(check, {"judgement": true})

# The check, shown without deciding anything.
informative(check) := object.union(check, {"information": true})
