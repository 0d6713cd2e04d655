# Projects: which are examined and which count as experience.
package ciieval.lib.projects

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# null where the dossier has no register of projects.
register := object.get(input, "projects", null)

# Projects carried out in the last three years, finished, running or abandoned: the clauses about how
# projects are run look at every one of them. id to project.
examined := {project.id: project |
	some project in input.projects
	project.status in {"in_progress", "completed", "abandoned"}
	project.from <= dates.reference
	last_day(project) >= dates.three_years_ago
}

examined_ids := object.keys(examined)

# Of these, the finished ones; without a last day a finished project is over by the reference date.
completed := {id: project |
	some id, project in examined
	project.status == "completed"
	object.get(project, "until", dates.reference) <= dates.reference
}

completed_ids := object.keys(completed)

# The last day of service, at the latest the reference date.
last_day(project) := min([object.get(project, "until", reference), reference])

# Own name for it: in Regorus 0.14.1 a function cannot see what its package imports once a rule of the
# package has been read from another one.
reference := dates.reference

one_year_ago := dates.one_year_ago

# Service item to the projects that count as experience in the last three years: carried out in that
# time, not abandoned, with at least one deliverable that the client confirmed in that time.
experience[service] contains id if {
	some id, project in examined
	project.status in {"in_progress", "completed"}
	not project.abandonment
	some deliverable in project.deliverables
	dates.in_last_three_years(deliverable.confirmed_on)
	some service in project.services
}

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
experience_in(service) := experience[service] if {
	experience[service]
} else := set()

# Of these, the ones under way in the last twelve months (每年开展).
recent_in(service) := {id |
	some id in experience_in(service)
	last_day(examined[id]) >= one_year_ago
}

# What the deliverables of a service item's counted projects deal with.
topics_in(service) := {topic |
	some id in experience_in(service)
	some deliverable in examined[id].deliverables
	deliverable.confirmed_on <= reference
	some topic in deliverable.topics
}

# Every examined project meets a fact; about `unknown` the evidence is silent.
every_project(fact, met, unknown) := checks.every_one(fact, "projects", examined_ids, met, unknown)

# Something done at intervals (定期) in a project: on two different days of the service at least, on one
# where the service has lasted no longer than a month.
regular(project, days) if count(during(project, days)) >= 2

regular(project, days) if {
	count(during(project, days)) >= 1
	last_day(project) <= dates.months_before(project.from, -1)
}

during(project, days) := {day |
	some day in days
	day >= project.from
	day <= last_day(project)
}
