# Trainings held, by kind and person. What counts as regular lies in the last twelve months.
package ciieval.lib.trainings

import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

# null where the dossier has no register of trainings.
register := object.get(input, "trainings", null)

# Trainings of the last twelve months: id to training.
recent := {training.id: training |
	today := reference
	start := one_year_ago
	some training in input.trainings
	training.date >= start
	training.date <= today
}

# People who attended a training of one of the kinds in that time.
who_attended(kinds) := {attendee.person |
	some training in recent
	training.kind in kinds
	some attendee in training.attendees
}

# Of these, those who passed its assessment.
who_passed(kinds) := {attendee.person |
	some training in recent
	training.kind in kinds
	some attendee in training.attendees
	attendee.result == "passed"
}

# People who passed a training of one of the kinds at any time.
who_ever_passed(kinds) := {attendee.person |
	today := reference
	some training in input.trainings
	training.kind in kinds
	training.date <= today
	some attendee in training.attendees
	attendee.result == "passed"
}

# People of whom no result is recorded, in that time and at any time.
without_result(kinds) := {attendee.person |
	some training in recent
	training.kind in kinds
	some attendee in training.attendees
	not attendee.result
}

ever_without_result(kinds) := {attendee.person |
	some training in input.trainings
	training.kind in kinds
	training.date <= reference
	some attendee in training.attendees
	not attendee.result
}

# Those of whom the evidence does not say whether they attended: all or, where there is a register, nobody.
attendance_unknown(ids) := ids if register == null

attendance_unknown(_) := set() if register != null

# Those of whom the evidence does not say whether they passed.
passing_unknown(ids, _) := ids if register == null

passing_unknown(_, kinds) := without_result(kinds) if register != null

# Those of whom it does not say whether they ever passed.
ever_passing_unknown(ids, _) := ids if register == null

ever_passing_unknown(_, kinds) := ever_without_result(kinds) if register != null
