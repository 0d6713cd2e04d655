# Service personnel who left in the last three years, and what their departure records say (8.1 i).
package ciieval.lib.leavers

import data.ciieval.lib.dates
import data.ciieval.lib.people

# Own names: reading rules of the package itself is faster.
reference := dates.reference

three_years_ago := dates.three_years_ago

# Both registers are there and name nobody who left in the last three years.
nobody_left if {
	input.departures
	people.register != null
	count(paths) == 0
}

# Own service personnel whose employment ended in the last three years.
former_staff := {person.id |
	today := reference
	start := three_years_ago
	some person in input.people
	not person.supplier
	person.employment.until >= start
	person.employment.until < today
	some post in person.posts
	post in people.service_posts
}

# Each departure of the last three years with the day by which everything had to be done.
recent_departures := {{"entry": entry, "person": entry.person, "deadline": deadline} |
	some entry in input.departures
	entry.left_on >= three_years_ago
	entry.left_on <= reference
	deadline := min([entry.left_on, object.get(people.by_id, [entry.person, "employment", "until"], entry.left_on)])
}

ids := {departure.person | some departure in recent_departures}

paths contains sprintf("people[%d].employment.until", [index]) if {
	some index, person in input.people
	person.id in former_staff
}

paths contains sprintf("departures[%d]", [index]) if {
	some index, entry in input.departures
	entry.left_on >= three_years_ago
	entry.left_on <= reference
}

kept_access := {departure.person | some departure in recent_departures; departure.entry.access_revoked_on > departure.deadline}

access_unknown := {departure.person | some departure in recent_departures; not departure.entry.access_revoked_on}

returned_late := {departure.person | some departure in recent_departures; departure.entry.returned_on > departure.deadline}

return_unknown := {departure.person | some departure in recent_departures; not departure.entry.returned_on}

returned_part := {departure.person |
	some departure in recent_departures
	some item in ["client_materials", "service_records", "deliverables"]
	departure.entry.returned
	not item in departure.entry.returned
}

items_unknown := {departure.person | some departure in recent_departures; not departure.entry.returned}
