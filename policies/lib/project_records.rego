# What examined projects record about their course: where they are silent, who works in them, what fell due.
package ciieval.lib.project_records

import data.ciieval.lib.dates
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
examined := projects.examined

reference := dates.reference

# The projects that give nothing under a path (a list of keys): about them the evidence is silent.
silent(path) := {project.id |
	some project in examined
	object.get(project, path, null) == null
}

# Project to everybody who has worked in it by the reference date: the team and the manager.
members := {id: people |
	today := reference
	some id, project in examined
	team := {member.person | some member in project.team; member.from <= today}
	people := team | {manager | manager := project.manager}
}

# What was due by this day had to be done: the reference date, because closing papers fall due after the
# last day of service; in an abandoned project only what fell due while it ran.
due_until(project) := projects.last_day(project) if {
	project.status == "abandoned"
} else := reference

# Project to its milestones that have fallen due.
due_milestones := {id: due |
	some id, project in examined
	until := due_until(project)
	due := [milestone | some milestone in project.milestones; milestone.due_on <= until]
}

# Every project has set milestones.
milestones_set := projects.every_project("project.milestones", with_milestones, silent(["milestones"]))

with_milestones := {project.id |
	some project in examined
	count(project.milestones) > 0
}
