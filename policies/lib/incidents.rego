# Incidents and misconduct of the last three years, from the register that is complete for that time.
package ciieval.lib.incidents

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

three_years_ago := dates.three_years_ago

# null where the dossier has no register of incidents.
register := object.get(input, "incidents", null)

# Incidents of the last three years: id to incident.
recent := {incident.id: incident |
	some incident in input.incidents
	incident.occurred_on >= three_years_ago
	incident.occurred_on <= reference
}

# Kind to the ids of those incidents.
of_kind[incident.kind] contains incident.id if some incident in recent

# An index without entries is undefined in Regorus: look-ups fall back by `else`, not by `object.get`.
ids_of(kind) := of_kind[kind] if {
	of_kind[kind]
} else := set()

# The register shows no incident of the kind; silence where there is no register.
none_of(kind) := checks.none(concat("", ["incident.of_kind/incident_kinds.", kind]), "incidents", register, ids_of(kind))
