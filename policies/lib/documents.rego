# Documents: policies and procedures, approved and in force on the reference date, and what they lay down.
package ciieval.lib.documents

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# Kind to the ids of its documents, in force or not.
of_kind[document.kind] contains document.id if some document in input.documents

# Kind to the documents approved by and in force on the reference date.
in_force[document.kind] contains document if {
	today := reference
	some document in input.documents
	document.approved_on <= today
	document.effective_from <= today
	object.get(document, "effective_until", today) >= today
}

# Kind to the documents that may be in force, but do not say since when or when they were approved.
undated[document.kind] contains document if {
	some document in input.documents
	null in {object.get(document, "approved_on", null), object.get(document, "effective_from", null)}
	object.get(document, "approved_on", dates.reference) <= dates.reference
	dates.valid(object.get(document, "effective_from", dates.reference), document, "effective_until")
}

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
in_force_of(kind) := in_force[kind] if {
	in_force[kind]
} else := set()

undated_of(kind) := undated[kind] if {
	undated[kind]
} else := set()

# null where the dossier has no document of the kind.
ids_of(kind) := of_kind[kind] if {
	of_kind[kind]
} else := null

# An approved document of the kind is in force; silence where the dossier has no document of that kind.
is_in_force(kind) := checks.count_at_least_or_open(
	fact("document.in_force", kind), "documents", ids_of(kind),
	{document.id | some document in in_force_of(kind)},
	{document.id | some document in undated_of(kind)},
	1,
)

# The documents of the kind in force, taken together, lay down all the topics; silence where what they lack may
# be in one that does not say what it lays down, or since when.
lays_down(kind, topics) := checks.missing(fact("document.topics", kind), "documents", "covers", topics) if count(in_force_of(kind)) == 0

lays_down(kind, topics) := checks.covers(fact("document.topics", kind), "documents", known_topics(kind, topics), topics) if count(in_force_of(kind)) > 0

known_topics(kind, topics) := null if {
	lacking := {topic | some topic in topics} - topics_of(in_force_of(kind))
	count(lacking) > 0
	possible := in_force_of(kind) | undated_of(kind)
	leaves_open(possible, lacking - topics_of(possible))
} else := sort(topics_of(in_force_of(kind)))

topics_of(list) := {topic | some document in list; some topic in document.topics}

leaves_open(_, lacking) if count(lacking) == 0

leaves_open(list, _) if {
	some document in list
	not document.topics
}

# Both: in force, and laying down the topics.
policy(kind, topics) := [is_in_force(kind), lays_down(kind, topics)]

fact(name, kind) := concat("", [name, "/document_kinds.", kind])
