# Conduct that a provider must refrain from. It is shown not to have happened by two independent sources: the
# complete register of incidents of the last three years, and what clients confirm in writing.
package ciieval.lib.conduct

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.incidents
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

recent := incidents.recent

register := incidents.register

completed_ids := projects.completed_ids

examined := projects.examined

# The shape of every prohibition: the register has nothing against it (`registered`, checks), and clients
# confirm the point.
refrained_from(registered, point) := array.concat(registered, [confirmed(point)])

# Of a kind that also happens without the provider's doing: no entry but those recorded as somebody else's doing.
none_but_by_others(kind) := no_provider_incident(kind, {incident.id |
	some incident in recent
	incident.kind == kind
	object.get(incident, "caused_by_provider", true)
})

# Of a kind that usually happens without the provider's doing: no entry recorded as the provider's.
none_by_provider(kind) := no_provider_incident(kind, {incident.id |
	some incident in recent
	incident.kind == kind
	incident.caused_by_provider
})

no_provider_incident(kind, ids) := checks.none(concat("", ["incident.by_provider/incident_kinds.", kind]), "incidents", register, ids)

# The client of every completed project confirms the point in writing; where no project is completed, the
# client of at least one that is looked at.
confirmed(point) := checks.every_one(confirmation_fact(point), "projects", completed_ids, confirming(point), completed_ids - confirmations) if count(completed_ids) > 0

confirmed(point) := checks.count_at_least(confirmation_fact(point), "projects", confirmations_register, confirming(point), 1) if count(completed_ids) == 0

confirmation_fact(point) := concat("", ["project.client_confirmation/conduct_points.", point])

# Projects with a confirmation signed by the reference date.
confirmations := {project.id |
	today := reference
	some project in examined
	project.client_confirmation.signed_on <= today
}

# A confirmation made before the service was over says nothing about the rest of it.
of_whole_service contains id if {
	today := reference
	some id, project in examined
	project.client_confirmation.signed_on >= object.get(project, "until", today)
}

of_whole_service contains id if {
	some id in object.keys(examined)
	not id in completed_ids
}

# Of these, the ones that confirm the point.
confirming(point) := object.keys({id: true | some id, points in points_confirmed; point in points})

points_confirmed := {id: examined[id].client_confirmation.points | some id in (confirmations & of_whole_service)}

# null where no client has signed any confirmation: then nothing is known.
confirmations_register := null if count(confirmations) == 0

confirmations_register := confirmations if count(confirmations) > 0
