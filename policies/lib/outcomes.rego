# A clause's outcome from its checks.
package ciieval.lib.outcomes

import data.ciieval.lib.absences
import data.ciieval.lib.checks

# satisfied: every deciding check is ok. not_satisfied: one found something that falls short.
# no_evidence: those that are not ok all lack evidence.
of(list) := {"status": status(list), "checks": list}

status(list) := "satisfied" if {
	every check in list { check.ok }
	some check in list
	not check.information
} else := "not_satisfied" if {
	some check in list
	not check.ok
	not check.missing
	not check.information
} else := "no_evidence" if {
	some check in list
	not check.ok
	not check.information
} else := "satisfied" if {
	some check in list
	not check.information
}

# A conditional clause. It does not apply where the dossier declares the subject absent; where facts
# (`contradictions`, paths) speak against the declaration, it applies and the contradiction fails.
unless_absent(subject, contradictions, list) := of(list) if {
	not absences.is_declared(subject)
} else := not_applicable([absences.check(subject)]) if {
	count(contradictions) == 0
} else := of(array.concat([checks.none("absence.contradicted", absences.path(subject), [], contradictions)], list))

# Facts of the dossier show that the clause's condition does not arise.
not_applicable(list) := {"status": "not_applicable", "checks": list}
