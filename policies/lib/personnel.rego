# How many service personnel have the experience and certificates a clause asks for. A clause names criteria;
# a person counts who meets all of them and may be counted in the class (7.4). The criteria are a rule of their
# own, listed in the class's counting.rego, because who may be counted depends on whom other clauses count.
#
# A criterion is an object made by one of the functions below:
#   fact      label of the people who meet it
#   people    ids of those who do
#   possible  ids of those who do if an assessor accepts what they claim
#   known     whether the dossier has the registers the criterion is read from
package ciieval.lib.personnel

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.knowledge
import data.ciieval.lib.people
import data.ciieval.lib.projects
import data.ciieval.lib.reuse

# Own names: reading rules of the package itself is faster.
register := people.register

staff := people.service_staff

reference := dates.reference

counted_ids := people.service_staff_ids

has_projects := projects.register != null

has_trainings := object.get(input, "trainings", null) != null

# At least `number` people of the class meet all the criteria. Where there are several criteria, how many
# people meet each one is shown as well.
enough_people(class, number, criteria) := array.concat([enough(class, number, criteria)], details(class, number, criteria))

enough(class, number, criteria) := opened_by_claims(check, possible - met, number) if {
	counted := reuse.people_in(class)
	met := intersection({criterion.people | some criterion in criteria} | {counted})
	possible := intersection({criterion.possible | some criterion in criteria} | {counted})
	check := checks.count_at_least(joint_fact(criteria), "people", source(met, number, criteria), met, number)
}

details(class, number, criteria) := [check |
	count(criteria) > 1
	some criterion in criteria
	check := detail(class, number, criterion)
]

detail(class, number, criterion) := checks.informative(checks.count_at_least(criterion.fact, "people", source(met, number, [criterion]), met, number)) if {
	met := criterion.people & reuse.people_in(class)
}

joint_fact(criteria) := criteria[0].fact if {
	count(criteria) == 1
} else := "people.meeting_all"

# The register counted in; null where too few are found and a register that might show more is missing.
source(met, number, criteria) := null if {
	count(met) < number
	some criterion in criteria
	not criterion.known
} else := register

# Claims open a check to an assessor only where accepting all of them would reach the number.
opened_by_claims(check, claimed, number) := object.union(check, {"judgement": true, "claimed": sort(claimed)}) if {
	not check.ok
	count(claimed) > 0
	count(check.items) + count(claimed) >= number
} else := check

# Criterion: at least `years` years of work in cybersecurity.
security_years(years) := asks_for(numbered("people.security_years", years), with_security_years(years))

# Criterion: at least `years` years of work in a service item.
service_years(service, years) := asks_for(of_item(numbered("people.service_years", years), service), with_service_years(service, years))

# Criterion: took part in at least `number` projects of a service item, here or with earlier employers.
took_part(service, number) := object.union(
	asks_for(of_item(numbered("people.projects", number), service), with_projects(service, number)),
	{"known": has_projects},
)

# Criterion: holds a valid certificate of a group. `holds_certificate_or_equal` leaves a certificate claimed to be of
# the same level to an assessor, `holds_certificate` is for clauses that admit none.
holds_certificate(group) := asks_for(certificate_fact(group), people.certified_in(group))

holds_certificate_or_equal(group) := object.union(holds_certificate(group), {"possible": possible}) if {
	possible := people.certified_in(group) | people.claimed_certified_in(group)
}

asks_for(name, ids) := {"fact": name, "people": ids, "possible": ids, "known": true}

with_projects(service, number) := object.keys({id: true |
	some id, taken_part in people.participants_in(service)
	count(taken_part) >= number
})

# The spans that many clauses ask for are worked out once for all of them, others on demand.
with_security_years(years) := security_years_of[years] if {
	security_years_of[years]
} else := worked(security_periods, years)

security_years_of := {years: worked(security_periods, years) | some years in [3, 5]}

with_service_years(service, years) := worked(service_periods[service], years) if {
	service_periods[service]
} else := set()

# Person to periods of work in cybersecurity.
security_periods := {person.id: person.security_experience | some person in staff}

# Service item to person to periods of work in it.
service_periods[period.service][id] contains period if {
	some id, person in staff
	some period in person.service_experience
}

# The people who have worked for at least `years` years, of an object of their periods. One running period shows it
# at once. Of the others only those are looked at more closely who began at least eleven months for each year ago:
# later than that nobody can have worked that long, however the days of months are counted.
worked(periods, years) := running | {id |
	some id in (begun - running)
	dates.lasted_years(periods[id], years)
} if {
	running := running_since(periods, dates.months_before(reference, 12 * years))
	begun := begun_by(periods, dates.months_before(reference, 11 * years))
}

running_since(periods, day) := object.keys({id: true |
	some id, list in periods
	some period in list
	period.from <= day
	object.get(period, "until", reference) >= reference
})

begun_by(periods, day) := object.keys({id: true |
	some id, list in periods
	some period in list
	period.from <= day
})

numbered(name, number) := concat("_", [name, format_int(number, 10)])

of_item(name, service) := concat("", [name, "/services.", service])

certificate_fact(group) := concat("", ["people.certified_", group])

# Criterion: passed an assessment in each of the topics by the reference date. Mastery is only indicated by
# an assessment: `possible` are all the staff, so that an assessor may settle the check.
knows(name, topics) := {"fact": name, "people": met, "possible": counted_ids, "known": true} if {
	met := intersection({knowledge.passed_in(topic) | some topic in topics} | {counted_ids})
}

# Criterion: attended a training of the kind by the reference date and did not fail it.
trained(kind) := object.union(asks_for(concat("", ["people.trained/training_kinds.", kind]), attendees_of(kind)), {"known": has_trainings})

attendees_of(kind) := {attendee.person |
	today := reference
	some training in input.trainings
	training.kind == kind
	training.date <= today
	some attendee in training.attendees
	object.get(attendee, "result", "not_assessed") != "failed"
}

# Criterion: took part in real attack and defence projects by the reference date.
attack_and_defense := asks_for("people.attack_defense_projects", {person.id |
	today := reference
	some person in staff
	some project in person.attack_defense_projects
	project.date <= today
})

# Criterion: holds the post.
holds_post(post) := asks_for(concat("", ["people.holding_post/posts.", post]), people.holders_of(post))
