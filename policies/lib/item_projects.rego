# The examined projects of one service item: clauses about how projects of an item are run look at every one.
package ciieval.lib.item_projects

import data.ciieval.lib.checks
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
examined := projects.examined

# id to project.
examined_of(service) := {id: project |
	some id, project in examined
	service in project.services
}

# Ids of those whose record says nothing under the key; an empty list states that there was none.
silent_under(item_projects, key) := {project.id |
	some project in item_projects
	object.get(project, key, null) == null
}

# Every one of them meets a fact; about `unknown` the evidence is silent.
every_examined(fact, item_projects, met, unknown) := checks.every_one(fact, "projects", object.keys(item_projects), met, unknown)
