# Programs installed on the client's equipment in the projects of a service item: each only after the client
# consented and a test environment was passed.
package ciieval.lib.installations

import data.ciieval.lib.checks
import data.ciieval.lib.conditions
import data.ciieval.lib.dates
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
register := projects.register

reference := dates.reference

examined := projects.examined

# The outcome of a clause about installations of a service item. It does not apply where every examined project
# of the item states that nothing was installed, where there is no such project, or where the dossier declares
# that nothing is installed.
controlled(service) := conditions.unless_shown_absent(
	nothing_happened(service),
	"client_side_installations",
	installation_paths,
	array.concat([installations_stated(service)], consented_and_tested(programs_installed(service))),
)

nothing_happened(service) := [nothing_installed(service)] if {
	count(projects_examined_in(service)) == 0
} else := [installations_stated(service), nothing_installed(service)]

# Whether anything was installed is stated for every examined project of the item.
installations_stated(service) := checks.every_one(of_service("installation.stated", service), "projects", projects_examined_in(service), projects_stating, projects_examined_in(service) - projects_stating)

nothing_installed(service) := checks.none(of_service("installation.programs", service), "projects", register, object.keys(programs_installed(service)))

consented_and_tested(programs) := [check |
	count(programs) > 0
	some key in ["consented_on", "tested_on"]
	check := before_deployment(programs, key)
]

# On or before the day of deployment; a day that is not recorded is silence.
before_deployment(programs, key) := checks.every_one(concat(".", ["installation", key]), "projects", object.keys(programs), deployed_after(programs, key), not_dated(programs, key))

deployed_after(programs, key) := object.keys({id: true |
	some id, entry in programs
	object.get(entry, key, "never") <= object.get(entry, "deployed_on", "")
})

not_dated(programs, key) := object.keys({id: true |
	some id, entry in programs
	null in {object.get(entry, key, null), object.get(entry, "deployed_on", null)}
})

projects_examined_in(service) := {project.id |
	some project in examined
	service in project.services
}

projects_stating := {project.id |
	some project in examined
	"client_side_installations" in object.keys(project)
}

# Everything installed in examined projects by the reference date: project, place and name to the entry.
installed := {id: object.union(entry, {"services": project.services}) |
	today := reference
	some project in examined
	some position, entry in project.client_side_installations
	object.get(entry, "deployed_on", today) <= today
	id := sprintf("%s[%d] %s", [project.id, position, entry.program])
}

programs_installed(service) := {id: entry |
	some id, entry in installed
	service in entry.services
}

# Something installed in any service speaks against the declaration, which knows no services.
installation_paths contains sprintf("projects[%d].client_side_installations", [position]) if {
	today := reference
	some position, project in input.projects
	project.id in projects_stating
	some entry in project.client_side_installations
	object.get(entry, "deployed_on", today) <= today
}

of_service(name, service) := concat("", [name, "/services.", service])
