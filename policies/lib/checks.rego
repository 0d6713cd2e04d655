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
#
# Each function is one chain of `else`: Regorus evaluates every definition of a function at every call.
package ciieval.lib.checks

at_least(fact, path, actual, expected) := {"fact": fact, "path": path, "op": ">=", "actual": actual, "expected": expected, "ok": actual >= expected} if {
	actual != null
} else := missing(fact, path, ">=", expected)

at_most(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "<=", "actual": actual, "expected": expected, "ok": actual <= expected} if {
	actual != null
} else := missing(fact, path, "<=", expected)

equals(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "==", "actual": actual, "expected": expected, "ok": actual == expected} if {
	actual != null
} else := missing(fact, path, "==", expected)

one_of(fact, path, actual, expected) := {"fact": fact, "path": path, "op": "in", "actual": actual, "expected": expected, "ok": actual in expected} if {
	actual != null
} else := missing(fact, path, "in", expected)

# Any value at all: a name, a date, a non-empty list.
present(fact, path, actual) := {"fact": fact, "path": path, "op": "present", "actual": actual, "expected": true, "ok": true} if {
	not actual in {null, ""}
	actual != []
} else := missing(fact, path, "present", true)

# Everything of `expected` (a list) is among `actual` (a list).
covers(fact, path, actual, expected) := missing(fact, path, "covers", expected) if {
	actual == null
} else := {"fact": fact, "path": path, "op": "covers", "actual": actual, "expected": expected, "ok": true} if {
	every value in expected { value in actual }
} else := {"fact": fact, "path": path, "op": "covers", "actual": actual, "expected": expected, "ok": false, "lacking": [value | some value in expected; not value in actual]}

# At least `expected` entries of a register count. `register` is null where the dossier has no such
# register: then nothing is known. `counted` is a set of ids.
count_at_least(fact, path, register, counted, expected) := {"fact": fact, "path": path, "op": ">=", "actual": number, "expected": expected, "ok": number >= expected, "items": sort(counted)} if {
	register != null
	number := count(counted)
} else := missing(fact, path, ">=", expected)

# The same where about the `open` ids the evidence does not say whether they count: too few is a fact only if
# counting them as well would not be enough.
count_at_least_or_open(fact, path, register, counted, open, expected) := missing(fact, path, ">=", expected) if {
	count(counted) < expected
	count(counted | open) >= expected
} else := count_at_least(fact, path, register, counted, expected)

# At least `expected` per cent of `whole` are `part` (sets of ids); compared exactly, shown cut to whole per cent.
percent_at_least(fact, path, part, whole, expected) := {"fact": fact, "path": path, "op": ">=", "actual": percent_down(count(part), count(whole)), "expected": expected, "ok": (count(part) * 100) >= (count(whole) * expected), "failing": sort(whole - part)} if {
	count(whole) > 0
} else := missing(fact, path, ">=", expected)

# At most `expected` per cent; shown rounded up, so that a figure over the limit never reads as the limit.
percent_at_most(fact, path, part, whole, expected) := {"fact": fact, "path": path, "op": "<=", "actual": percent_up(part, whole), "expected": expected, "ok": (part * 100) <= (whole * expected)} if {
	whole > 0
} else := missing(fact, path, "<=", expected)

percent_down(part, whole) := ((part * 100) - ((part * 100) % whole)) / whole

percent_up(part, whole) := percent_down((part * 100) + (whole - 1), whole * 100)

# None of a kind is in a register. `register` is null where the dossier has no such register.
none(fact, path, register, found) := {"fact": fact, "path": path, "op": "none", "actual": sort(found), "expected": [], "ok": count(found) == 0} if {
	register != null
} else := missing(fact, path, "none", [])

# Every subject (ids) meets the fact: `met` do, about `unknown` the evidence is silent, the rest fail.
# No subject at all shows nothing.
every_one(fact, path, subjects, met, unknown) := {"fact": fact, "path": path, "op": "all", "actual": number, "expected": number, "ok": true} if {
	subjects - met == set()
	number := count(subjects)
	number > 0
} else := missing(fact, path, "all", 1) if {
	subjects == set()
} else := {"fact": fact, "path": path, "op": "all", "actual": count(subjects & met), "expected": count(subjects), "ok": false, "failing": sort(failing), "unknown": sort((subjects - met) & unknown), "missing": count(failing) == 0} if {
	failing := (subjects - met) - unknown
}

missing(fact, path, op, expected) := {"fact": fact, "path": path, "op": op, "actual": null, "expected": expected, "ok": false, "missing": true}

# The check, marked so that a finding may settle it.
judged(check) := object.union(check, {"judgement": true})

# The check, shown without deciding anything.
informative(check) := object.union(check, {"information": true})
