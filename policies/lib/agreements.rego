# Agreements with clients, by the projects they cover.
package ciieval.lib.agreements

import data.ciieval.lib.dates

# null where the dossier has no register of agreements.
register := object.get(input, "agreements", null)

# Project to the agreements that cover it, whatever their kind, signed by the reference date.
covering[project] contains agreement if {
	some agreement in input.agreements
	agreement.signed_on <= dates.reference
	some project in agreement.projects
}

# The agreements of a kind that cover a project.
of_project(project, kind) := {agreement |
	some agreement in object.get(covering, project, set())
	agreement.kind == kind
}
