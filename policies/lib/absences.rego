# What the dossier declares absent: subject to the place of its declaration. A declaration counts from
# the day it was made.
package ciieval.lib.absences

declared[absence.subject] := position if {
	some position, absence in input.absences
	absence.stated_on <= input.assessment.reference_date
}

is_declared(subject) if object.get(declared, subject, -1) >= 0

path(subject) := sprintf("absences[%d]", [declared[subject]])

check(subject) := {
	"fact": concat("/", ["absence.declared", concat(".", ["absence_subjects", subject])]),
	"path": path(subject),
	"op": "absent",
	"actual": input.absences[declared[subject]].reason,
	"expected": true,
	"ok": true,
}
