# Service personnel who left in the last three years, and what their departure records say (8.1 i).
package ciieval.lib.leavers

import data.ciieval.lib.dates
import data.ciieval.lib.people
import data.vocabulary

# Both registers are there and name nobody who left in the last three years.
nobody_left if {
	input.departures
	people.register != null
	count(paths) == 0
}

# Own service personnel whose employment ended in the last three years.
former_staff := {person.id |
	some person in input.people
	not person.supplier
	person.employment.until >= dates.three_years_ago
	person.employment.until < dates.reference
	some post in person.posts
	vocabulary.posts[post].service
}

# Each departure of the last three years with the day by which everything had to be done.
recent_departures := {{"entry": entry, "person": entry.person, "deadline": deadline} |
	some entry in input.departures
	dates.in_last_three_years(entry.left_on)
	deadline := min([entry.left_on, object.get(people.by_id, [entry.person, "employment", "until"], entry.left_on)])
}

ids := {departure.person | some departure in recent_departures}

paths contains sprintf("people[%d].employment.until", [index]) if {
	some index, person in input.people
	person.id in former_staff
}

paths contains sprintf("departures[%d]", [index]) if {
	some index, entry in input.departures
	dates.in_last_three_years(entry.left_on)
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
