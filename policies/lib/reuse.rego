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

# Service item to its class.
class_of := {id: service.class | some id, service in vocabulary.services}

# Nobody is excluded where no more classes are applied for.
may_exclude if count(applied_for) > most_classes

# Service people who name no classes, to the classes they are excluded from.
excluded[id] contains class if {
	may_exclude
	some id in unnamed
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
	may_exclude
	some id, person in people.service_staff
	some service in person.services
	class := class_of[service]
}

experienced[id] contains class if {
	may_exclude
	some id, person in people.service_staff
	some period in person.service_experience
	class := class_of[period.service]
}

experienced[id] contains class if {
	may_exclude
	some service, members in people.taken_part
	class := class_of[service]
	some id in object.keys(members)
}

# Service people by whether they name the classes they count in.
unnamed := {person.id | some person in people.service_staff; not person.counted_for}

named[class] contains id if {
	some id, person in people.service_staff
	some class in person.counted_for
}

named_in(class) := named[class] if {
	named[class]
} else := set()

excluded_from[class] contains id if {
	some id, classes in excluded
	some class in classes
}

excluded_in(class) := excluded_from[class] if {
	excluded_from[class]
} else := set()

# The service people who may be counted in a class.
counted_in(class) := named_in(class) | (unnamed - excluded_in(class))
