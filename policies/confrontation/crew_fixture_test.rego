# A dossier for the tests of items that ask for a crew: everybody took part in the three projects, with every
# number and date at the last value that is enough.
package ciieval.confrontation.crew_fixture_test

import data.ciieval.lib.capability_fixture_test as fixture

reference := fixture.reference

# item: as in the capability fixture, with `crew`, the ids of its people, and, where not all of them hold the
# certificates, `certified`, the number of those who do.
dossier(item) := object.union(fixture.dossier(item), {
	"people": [person | some id in item.crew; person := member(item, id)],
	"projects": [
		fixture.project("p1", item, {"from": "2023-06-01", "until": "2023-11-22"}, item.crew),
		fixture.project("p2", item, {"from": "2024-03-01", "until": "2024-09-01"}, item.crew),
		fixture.project("p3", item, {"from": "2025-03-01", "until": "2025-11-22"}, item.crew),
	],
	"qualifications": [
		{"id": "q1", "kind": "operations_service", "level": 2, "valid_from": "2023-11-23", "valid_until": reference},
		{"id": "q2", "kind": "emergency_response_service", "level": 2, "valid_from": reference},
	],
})

member(item, id) := fixture.person(id, item) if id in certified(item)

member(item, id) := object.union(fixture.person(id, item), {"certificates": []}) if not id in certified(item)

certified(item) := array.slice(item.crew, 0, object.get(item, "certified", count(item.crew)))

# Where the deliverables name what they deal with.
topic_paths := ["/projects/0/deliverables/0/topics", "/projects/1/deliverables/0/topics", "/projects/2/deliverables/0/topics"]
