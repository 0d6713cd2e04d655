# Experience counted for a whole service class, for clauses that name the class (应急处理) where others name a
# service item: the projects and the years of work of all its items, taken together.
package ciieval.lib.class_experience

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.people
import data.ciieval.lib.personnel
import data.ciieval.lib.projects
import data.vocabulary

# Own names: reading rules of the package itself is faster.
services_by_name := vocabulary.services

register := projects.register

reference := dates.reference

staff := people.service_staff

has_projects := projects.register != null

taken_part := people.taken_part

# Class to its service items.
items[service.class] contains id if some id, service in vocabulary.services

items_of(class) := items[class] if {
	items[class]
} else := set()

# At least `number` projects of the class count as experience of the last three years. One that serves several
# items of the class is one project.
class_projects_at_least(class, number) := checks.count_at_least("project.class_experience", "projects", register, counted, number) if {
	counted := {id |
		some service in items_of(class)
		some id in projects.experience_in(service)
	}
}

# Criterion (see personnel.rego): took part in at least `number` projects of the class, here or with earlier employers.
took_part_in_class(class, number) := object.union(
	personnel.asks_for(personnel.numbered("people.class_projects", number), with_class_projects(class, number)),
	{"known": has_projects},
)

with_class_projects(class, number) := {person.id |
	some person in staff
	count(projects_of[class][person.id]) >= number
}

# Class to person to the projects of its items they took part in.
projects_of[class][person] contains project if {
	some service, participants in taken_part
	class := services_by_name[service].class
	some person, taken in participants
	some project in taken
}

# Criterion: at least `years` years of work in the items of the class; a day on which somebody worked in several
# of them counts once.
service_years_in_class(class, years) := personnel.asks_for(personnel.numbered("people.class_service_years", years), {person.id |
	some person in staff
	worked := joined(spans(person, items_of(class)))
	dates.lasted_years(worked, years)
})

# The person's periods of work in the items up to the reference date.
spans(person, services) := {{"from": period.from, "until": until} |
	today := reference
	some period in person.service_experience
	period.service in services
	period.from <= today
	until := min([object.get(period, "until", today), today])
}

# The same days as disjoint periods: from each day before which there was no work to the next day after which there was none.
joined(list) := [span | some span in list] if {
	count(list) == 1
} else := [{"from": start, "until": end} |
	some start in starts(list)
	end := min({day | some day in ends(list); day >= start})
]

starts(list) := {span.from | some span in list; not continues_before(span.from, list)}

ends(list) := {span.until | some span in list; not continues_after(span.until, list)}

continues_before(day, list) if {
	some span in list
	span.from < day
	dates.next_day(span.until) >= day
}

continues_after(day, list) if {
	some span in list
	span.until > day
	span.from <= dates.next_day(day)
}
