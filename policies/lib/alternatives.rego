# Criteria (see personnel.rego) that stand beside the ones a clause counts by: one of several, and those of a
# stricter text.
package ciieval.lib.alternatives

import data.ciieval.lib.checks
import data.ciieval.lib.personnel

# Criterion: meets at least one of the criteria.
either(name, criteria) := {
	"fact": name,
	"people": {id | some criterion in criteria; some id in criterion.people},
	"possible": {id | some criterion in criteria; some id in criterion.possible},
	"known": count([criterion | some criterion in criteria; not criterion.known]) == 0,
}

# How many people meet the criteria of a text that does not decide. Shown only, so nothing is left to an assessor.
stricter_reading(name, class, number, criteria) := object.union(checks.informative(object.remove(found, ["judgement", "claimed"])), {"fact": name}) if {
	found := personnel.enough(class, number, criteria)
}
