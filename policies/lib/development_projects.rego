# The secure development projects (9.3.2) of the last three years, and what they state.
package ciieval.lib.development_projects

import data.ciieval.lib.checks
import data.ciieval.lib.item_projects
import data.ciieval.lib.projects

# id to project.
developing := item_projects.examined_of("development.secure_development")

developing_ids := object.keys(developing)

finished_ids := developing_ids & projects.completed_ids

# Those that have the key, if only with an empty list.
stating(key) := {project.id |
	some project in developing
	key in object.keys(project)
}

# Every one of them has it; about the others the evidence is silent.
every_one_states(fact, key) := checks.every_one(fact, "projects", developing_ids, stating(key), developing_ids - stating(key))
