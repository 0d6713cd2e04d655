# Projects: which are examined and which count as experience.
package ciieval.lib.projects

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

three_years_ago := dates.three_years_ago

# null where the dossier has no register of projects.
register := object.get(input, "projects", null)

# Projects carried out in the last three years, finished, running or abandoned: the clauses about how
# projects are run look at every one of them. id to project.
examined := {project.id: project |
	start := three_years_ago
	today := reference
	some project in input.projects
	project.status in {"in_progress", "completed", "abandoned"}
	project.from <= today
	object.get(project, "until", start) >= start
}

examined_ids := object.keys(examined)

# Of these, the finished ones; without a last day a finished project is over by the reference date.
completed := {id: project |
	today := reference
	some id, project in examined
	project.status == "completed"
	object.get(project, "until", today) <= today
}

completed_ids := object.keys(completed)

# Examined project to its last day of service, at the latest the reference date.
last_days[id] := project.until if {
	today := reference
	some id, project in examined
	project.until < today
}

last_days[id] := reference if {
	today := reference
	some id, project in examined
	object.get(project, "until", today) >= today
}

# The same for any project.
last_day(project) := project.until if {
	project.until < reference
} else := reference

# Service item to the projects that count as experience in the last three years: carried out in that
# time, not abandoned, with at least one deliverable that the client confirmed in that time.
experience[service] contains id if {
	some id, project in examined
	project.status in {"in_progress", "completed"}
	not project.abandonment
	id in with_confirmed_deliverable
	some service in project.services
}

with_confirmed_deliverable := {project.id |
	today := reference
	start := three_years_ago
	some project in examined
	some deliverable in project.deliverables
	deliverable.confirmed_on >= start
	deliverable.confirmed_on <= today
}

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
experience_in(service) := experience[service] if {
	experience[service]
} else := set()

# Of these, the ones under way in the last twelve months (每年开展).
recent_in(service) := {id |
	some id in experience_in(service)
	last_days[id] >= one_year_ago
}

# What the deliverables of a service item's counted projects deal with.
topics_in(service) := {topic |
	some id in experience_in(service)
	some topic in topics_delivered[id]
}

topics_delivered := {id: topics |
	today := reference
	some id, project in examined
	topics := {topic |
		some deliverable in project.deliverables
		deliverable.confirmed_on <= today
		some topic in deliverable.topics
	}
}

# Every examined project meets a fact; about `unknown` the evidence is silent.
every_project(fact, met, unknown) := checks.every_one(fact, "projects", examined_ids, met, unknown)

# The projects in which something was done at intervals (定期): on two different days of the service at least, on
# one where the service has lasted no longer than a month. `days` has the days by project.
regular(days) := often | {id |
	some id in once
	last_days[id] <= dates.months_before(examined[id].from, -1)
} if {
	within := {id: during |
		some id, list in days
		first := examined[id].from
		last := last_days[id]
		during := {day | some day in list; day >= first; day <= last}
	}
	often := object.keys({id: true | some id, during in within; count(during) >= 2})
	once := object.keys({id: true | some id, during in within; count(during) == 1})
}
