# What was decided or found and has to be done by a day: problems of audits, improvements, corrections.
package ciieval.lib.follow_up

import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# The day something was done, in the far future where it was not.
day_of(item, done) := object.get(item, done, "9999-12-31")

# Done by the reference date, or not yet due on it.
settled(item, done) if day_of(item, done) <= reference

settled(item, _) if item.due_on >= reference

# Neither done nor given a day by which it is due.
open_ended(item, done) if {
	day_of(item, done) > reference
	not item.due_on
}

all_settled(items, done) if {
	every item in items { settled(item, done) }
}

# Nothing is known to be overdue, and of something it is not known whether it is.
undecided(items, done) if {
	some item in items
	open_ended(item, done)
	every other in items { pending(other, done) }
}

pending(item, done) if settled(item, done)

pending(item, done) if open_ended(item, done)
