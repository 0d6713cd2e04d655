# Reuse of people across classes (7.4): a person counts in at most three. Whoever names classes counts in those.
# Whoever names none and would count in more than three of the classes applied for counts in the first three of
# them in the standard's order, and not in the rest.
package ciieval.lib.reuse

import data.ciieval.lib.counting
import data.ciieval.lib.people
import data.vocabulary

most_classes := 3

# The classes applied for in the standard's order; those of extensions come last. One that another standard
# evaluates counts nobody here.
applied_for := [entry[1] | some entry in ordered]

ordered := sort([[place(class), class] | some class in input.assessment.classes; class != "assessment"])

order := vocabulary.service_classes

place(class) := object.get(order, [class, "order"], 1000)

# Class to the people whom one of its clauses counts: those who meet all the criteria of the clause.
counted[class] contains id if {
	some class in applied_for
	some criteria in counting.criteria[class]
	some id in intersection({criterion.people | some criterion in criteria})
}

# The same if an assessor accepts what people claim, or that they know what no assessment shows.
possible[class] contains id if {
	some class in applied_for
	some criteria in counting.criteria[class]
	some id in intersection({criterion.possible | some criterion in criteria})
}

counted_by(class) := counted[class] if {
	counted[class]
} else := set()

possible_for(class) := possible[class] if {
	possible[class]
} else := set()

# The classes in which a person would count. What is left to an assessor comes after what is certain, so that an
# open question never takes the place of a fact, and accepting it never makes a fourth class.
would_count_in(id) := array.concat(certain_in(id), open_in(id))

certain_in(id) := [class | some class in applied_for; id in counted_by(class)]

open_in(id) := [class |
	some class in applied_for
	id in possible_for(class)
	not id in counted_by(class)
]

staff := people.service_staff

# Service people who name no classes, to the classes they are excluded from.
excluded[id] contains class if {
	count(applied_for) > most_classes
	some id, person in staff
	not person.counted_for
	some index, class in would_count_in(id)
	index >= most_classes
}

excluded_from(id) := excluded[id] if {
	excluded[id]
} else := set()

# Whether a service person may be counted in a class.
counts_in(id, class) if class in staff[id].counted_for

counts_in(id, class) if {
	person := staff[id]
	not person.counted_for
	not class in excluded_from(id)
}

# Class to the service people who may be counted in it.
countable[class] contains id if {
	some class in {service.class | some service in vocabulary.services}
	some id in people.service_staff_ids
	counts_in(id, class)
}

people_in(class) := countable[class] if {
	countable[class]
} else := set()

# Service people who name classes, to the further classes applied for in which clauses would count them.
left_out_by_name[id] contains class if {
	some id, person in staff
	some class in applied_for
	person.counted_for
	not class in person.counted_for
	id in counted_by(class)
}

# For the report: who counts in fewer classes than they would, and why.
decisions := {
	"most_classes": most_classes,
	"classes": applied_for,
	"people": [person | some id in sort(affected); person := decision(id)],
}

affected := object.keys(excluded_people) | object.keys(people_left_out_by_name)

# An index without entries is undefined in Regorus.
excluded_people := excluded if {
	excluded
} else := {}

people_left_out_by_name := left_out_by_name if {
	left_out_by_name
} else := {}

decision(id) := shown(id, "order", excluded_people[id])

decision(id) := shown(id, "name", people_left_out_by_name[id])

shown(id, decided_by, left_out) := {
	"id": id,
	"name": object.get(staff[id], "name", ""),
	"decided_by": decided_by,
	"counted_in": [class | some class in applied_for; class in would; counts_in(id, class)],
	"not_counted_in": [class | some class in applied_for; class in left_out],
	"only_if_accepted": [class | some class in applied_for; class in open_in(id)],
} if {
	would := would_count_in(id)
}
