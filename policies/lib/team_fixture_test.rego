# A dossier for the tests of service items that ask for several people: the people named are alike and took
# part in all three projects.
package ciieval.lib.team_fixture_test

import data.ciieval.lib.capability_fixture_test as fixture

# `ids` are the people, `own` is what each has beside or in place of the usual.
dossier(item, ids, own) := object.union(fixture.dossier(item), {
	"projects": [object.union(project, {"team": team(project, ids)}) | some project in fixture.dossier(item).projects],
	"people": [object.union(fixture.person(id, item), own) | some id in ids],
})

team(project, ids) := [{"person": id, "from": project.from} | some id in ids]
