# A dossier for the tests of service items that ask for fewer certificates than experienced people: all of
# `item.members` took part in all three projects, only `item.holders` hold the certificates.
package ciieval.lib.certified_team_fixture_test

import data.ciieval.lib.team_fixture_test as team

dossier(item) := object.union(all, {"people": [person |
	some member in all.people
	person := object.union(member, {"certificates": held_by(member, item)})
]}) if {
	all := team.dossier(item, item.members, {})
}

held_by(member, item) := member.certificates if {
	member.id in item.holders
} else := []

# A service qualification on the first and last day of its validity.
qualification(kind) := {"id": "q1", "kind": kind, "level": 2, "valid_from": "2026-11-22", "valid_until": "2026-11-22"}
