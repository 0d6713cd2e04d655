# Reuse of people across classes (7.4): a person counts in at most three. Whoever names classes counts in those.
# Whoever names none and would count in more than three of the classes applied for counts in the first three of
# them in the standard's order, and not in the rest.
package ciieval.lib.reuse

import data.ciieval.lib.people
import data.vocabulary

most_classes := 3

# The classes applied for in the standard's order; those of extensions come last.
applied_for := [entry[1] | some entry in ordered]

ordered := sort([[place(class), class] | some class in input.assessment.classes; class != "assessment"])

order := vocabulary.service_classes

place(class) := object.get(order, [class, "order"], 1000)

# Service people who name no classes, to the classes they are excluded from.
excluded[id] contains class if {
	some id, person in people.service_staff
	not person.counted_for
	classes := [class | some class in applied_for; would_count(id, class)]
	some index, class in classes
	index >= most_classes
}

# A certificate lets a person count in every class, experience in the classes it was made in.
would_count(id, _) if id in certified

would_count(id, class) if class in experienced_in(id)

experienced_in(id) := experienced[id] if {
	experienced[id]
} else := set()

certified := {id |
	some ids in people.certified
	some id in ids
} | {id |
	some ids in people.claimed_certified
	some id in ids
}

# Id to the classes of the service items a person works in, worked in, or took part in a project of.
experienced[id] contains class if {
	some id, person in people.service_staff
	some service in person.services
	class := vocabulary.services[service].class
}

experienced[id] contains class if {
	some id, person in people.service_staff
	some period in person.service_experience
	class := vocabulary.services[period.service].class
}

experienced[id] contains class if {
	some service, members in people.taken_part
	class := vocabulary.services[service].class
	some id in object.keys(members)
}

staff := people.service_staff

# Whether a service person may be counted in a class.
counts_in(id, class) if class in staff[id].counted_for

counts_in(id, class) if {
	person := staff[id]
	not person.counted_for
	not class in excluded_from(id)
}

excluded_from(id) := excluded[id] if {
	excluded[id]
} else := set()
