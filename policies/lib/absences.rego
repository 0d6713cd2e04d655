# What the dossier declares absent: subject to the places of its declarations. A declaration counts from
# the day it was made.
package ciieval.lib.absences

declared[absence.subject] contains position if {
	some position, absence in input.absences
	absence.stated_on <= input.assessment.reference_date
}

is_declared(subject) if count(declared[subject]) > 0

# The first declaration, where a subject is declared twice.
position_of(subject) := min(declared[subject])

path(subject) := sprintf("absences[%d]", [position_of(subject)])

check(subject) := {
	"fact": concat("/", ["absence.declared", concat(".", ["absence_subjects", subject])]),
	"path": path(subject),
	"op": "absent",
	"actual": reason_of(position_of(subject)),
	"expected": true,
	"ok": true,
}

reason_of(position) := input.absences[position].reason
