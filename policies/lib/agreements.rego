# Agreements with clients, by the projects they cover.
package ciieval.lib.agreements

import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# null where the dossier has no register of agreements.
register := object.get(input, "agreements", null)

by_id := {agreement.id: agreement | some agreement in input.agreements}

# Project to the agreements that name it, or that it names, signed or not.
naming[project] contains agreement if {
	some agreement in input.agreements
	some project in agreement.projects
}

naming[project.id] contains agreement if {
	some project in input.projects
	agreement := by_id[project.agreement]
}

# Project to the agreements that cover it, whatever their kind, signed by the reference date.
covering[project] contains agreement if {
	today := reference
	some project, named in naming
	some agreement in named
	agreement.signed_on <= today
}

# The agreements of a kind that cover a project.
of_project(project, kind) := {agreement |
	some agreement in covering_of(project)
	agreement.kind == kind
}

# An index without entries is undefined in Regorus, and rego-cpp iterates all of it in a comprehension.
covering_of(project) := covering[project] if {
	covering[project]
} else := set()
