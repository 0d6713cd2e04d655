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
counted := {class: union(meeting) |
	some class in applied_for
	meeting := {intersection({criterion.people | some criterion in criteria}) | some criteria in counting.criteria[class]}
}

# The same if an assessor accepts what people claim, or that they know what no assessment shows.
possible := {class: union(meeting) |
	some class in applied_for
	meeting := {intersection({criterion.possible | some criterion in criteria}) | some criteria in counting.criteria[class]}
}

# The classes in which a person would count. What is left to an assessor comes after what is certain, so that an
# open question never takes the place of a fact, and accepting it never makes a fourth class.
would_count_in(id) := array.concat(certain_in(id), open_in(id))

certain_in(id) := [class | some class in applied_for; id in counted[class]]

open_in(id) := [class |
	some class in applied_for
	id in possible[class]
	not id in object.get(counted, class, set())
]

staff := people.service_staff

# Service people by whether they name the classes they count in.
unnamed := {person.id | some person in staff; not person.counted_for}

named := {id: person.counted_for | some id, person in staff}

# Service people who name no classes, to the classes they are excluded from.
excluded[id] contains class if {
	count(applied_for) > most_classes
	some id in unnamed
	some index, class in would_count_in(id)
	index >= most_classes
}

excluded_in(class) := {id | some id in object.keys(excluded); class in excluded[id]}

# The service people who may be counted in a class.
may_count_in(class) := {id | some id in object.keys(named); class in named[id]} | (unnamed - excluded_in(class))

counts_in(id, class) if id in may_count_in(class)

# Class to the service people who may be counted in it.
countable := {class: may_count_in(class) | some class in {service.class | some service in vocabulary.services}}

people_in(class) := countable[class] if {
	countable[class]
} else := set()

# Service people who name classes, to the further classes applied for in which clauses would count them.
left_out_by_name[id] contains class if {
	some id, classes in named
	some class in applied_for
	not class in classes
	id in counted[class]
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
