# Qualifications of the provider, valid_qualifications on the reference date.
package ciieval.lib.qualifications

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.vocabulary

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# null where the dossier has no register of qualifications.
register := object.get(input, "qualifications", null)

kinds := vocabulary.qualifications

valid_qualifications contains qualification if {
	some qualification in input.qualifications
	qualification.valid_from <= reference
	object.get(qualification, "valid_until", reference) >= reference
}

# Kind to the ids held.
held[qualification.kind] contains qualification.id if some qualification in valid_qualifications

# A qualification of a kind without levels; one claimed to be of the same level is left to an assessor.
is_held(kind) := with_claims(is_held_itself(kind), claims(kind))

# The same where the clause admits nothing of the same level.
is_held_itself(kind) := checks.count_at_least(held_fact(kind), "qualifications", register, held_ids(kind), 1)

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
held_ids(kind) := held[kind] if {
	held[kind]
} else := set()

# A qualification of a kind with levels, of that level or a higher one. In service qualifications level 1
# is the highest, in CMMI and classified protection the highest number is.
is_held_at(kind, level) := with_claims(leveled(kind, level), {claim.id |
	some claim in claims_of[kind]
	good_enough(kind, claim.level, level)
})

# The same where the clause admits nothing of the same level.
leveled(kind, level) := checks.missing(held_fact(kind), "qualifications", operator(kind), level) if register == null

leveled(kind, level) := {"fact": held_fact(kind), "path": "qualifications", "op": operator(kind), "actual": best(kind), "expected": level, "ok": count(ids) > 0, "items": ids} if {
	register != null
	ids := sort({qualification.id |
		some qualification in valid_qualifications
		qualification.kind == kind
		good_enough(kind, qualification.level, level)
	})
}

good_enough(kind, level, required) if {
	kinds[kind].level_order == "descending"
	is_number(level)
	level <= required
}

good_enough(kind, level, required) if {
	kinds[kind].level_order == "ascending"
	level >= required
}

operator(kind) := "<=" if kinds[kind].level_order == "descending"

operator(kind) := ">=" if kinds[kind].level_order == "ascending"

# The highest level held, null where none is.
best(kind) := min(levels(kind)) if {
	kinds[kind].level_order == "descending"
	count(levels(kind)) > 0
} else := max(levels(kind)) if count(levels(kind)) > 0

else := null

levels(kind) := {qualification.level | some qualification in valid_qualifications; qualification.kind == kind}

# Qualifications claimed to be of the same level as another kind. A claim never satisfies by itself:
# it lets an assessor's finding do so.
claims_of[claim.kind] contains {"id": qualification.id, "level": object.get(claim, "level", null)} if {
	some qualification in valid_qualifications
	claim := qualification.claimed_equivalent_to
}

claims(kind) := {claim.id | some claim in claims_of[kind]}

with_claims(check, _) := check if check.ok

with_claims(check, claimed) := check if {
	not check.ok
	count(claimed) == 0
}

with_claims(check, claimed) := object.union(check, {"judgement": true, "claimed": sort(claimed)}) if {
	not check.ok
	count(claimed) > 0
}

held_fact(kind) := concat("", ["qualification.held/qualifications.", kind])

# At least one of several kinds with levels (中的 1 项), each of that level or a higher one. The kinds held at
# the level are shown; one claimed to be of the same level as any of them is left to an assessor.
any_is_held_at(list, level) := with_claims(any_leveled(list, level), {claim.id |
	some kind in list
	some claim in claims_of[kind]
	good_enough(kind, claim.level, level)
})

any_leveled(list, level) := checks.missing(any_fact(level), "qualifications", "in", list) if register == null

any_leveled(list, level) := {"fact": any_fact(level), "path": "qualifications", "op": "in", "actual": found, "expected": list, "ok": count(found) > 0, "items": ids} if {
	register != null
	found := [kind | some kind in list; count(held_at(kind, level)) > 0]
	ids := sort({id |
		some kind in list
		some id in held_at(kind, level)
	})
}

held_at(kind, level) := {qualification.id |
	some qualification in valid_qualifications
	qualification.kind == kind
	good_enough(kind, qualification.level, level)
}

any_fact(level) := concat("_", ["qualification.any_of_level", format_int(level, 10)])
