# What the people who work in a service item know, shown by assessments they passed.
package ciieval.lib.knowledge

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.people

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# Topic to the service personnel who passed an assessment in it by the reference date.
passed[topic] contains id if {
	today := reference
	some id, person in people.service_staff
	some assessment in person.assessments
	assessment.result == "passed"
	assessment.date <= today
	some topic in assessment.topics
}

passed_in(topic) := passed[topic] if {
	passed[topic]
} else := set()

# Service personnel about whose knowledge the dossier is silent; an empty list states that nothing was assessed.
without_assessments := {person.id | some person in people.service_staff; not person.assessments}

# Every person assigned to the item passed in every topic: one check for each. An assessment only indicates
# that somebody masters a subject: an assessor may settle it.
of_assigned(service, topics) := [check |
	some topic in topics
	check := checks.judged(of_assigned_in(service, topic))
]

of_assigned_in(service, topic) := checks.every_one(concat("", ["people.knowledge/knowledge_topics.", topic]), "people", people.assigned_to(service), passed_in(topic), without_assessments)
