# A dossier for the tests of service items: it satisfies what most items ask for, with every number and date
# at the last value that is enough, so that a test needs to move only one of them one step.
package ciieval.lib.capability_fixture_test

reference := "2026-11-22"

# item: service, topics (of deliverables), knowledge (assessed topics), certificates (kinds every person holds)
dossier(item) := {
	"assessment": {"reference_date": reference},
	"projects": [
		project("p1", item, {"from": "2023-06-01", "until": "2023-11-22"}, ["a", "b"]),
		project("p2", item, {"from": "2024-03-01", "until": "2024-09-01"}, ["a", "b"]),
		project("p3", item, {"from": "2025-03-01", "until": "2025-11-22"}, []),
	],
	"people": [person("a", item), person("b", item)],
}

project(id, item, period, team) := object.union(period, {
	"id": id,
	"name": id,
	"services": [item.service],
	"status": "completed",
	"team": [{"person": member, "from": period.from} | some member in team],
	"deliverables": [{"name": "report", "kind": "result", "confirmed_on": period.until, "topics": item.topics}],
})

person(id, item) := {
	"id": id,
	"name": id,
	"employment": {"from": "2020-01-01"},
	"posts": ["service_consultant"],
	"services": [item.service],
	"counted_for": [split(item.service, ".")[0]],
	"security_experience": [{"from": "2021-11-22"}],
	"service_experience": [{"service": item.service, "from": "2023-11-22"}],
	"certificates": [{"kind": kind, "valid_from": "2023-01-01", "valid_until": reference} | some kind in item.certificates],
	"assessments": [{"topics": item.knowledge, "date": reference, "method": "examination", "by": "academy", "result": "passed"}],
}

# The qualifications most consulting items ask for.
isms_and_risk_assessment := [
	{"id": "q1", "kind": "isms", "valid_from": "2023-11-23", "valid_until": reference},
	{"id": "q2", "kind": "risk_assessment_service", "level": 2, "valid_from": reference},
]

# A qualification claimed to be of the same level as another.
claim(kind, level) := {"id": "claimed", "kind": "other", "name": "other body's", "valid_from": "2025-01-01", "claimed_equivalent_to": {"kind": kind, "level": level, "basis": "mutual recognition"}}

# A laboratory for research, the reference date being its last day.
research_laboratory := {"id": "lab", "kind": "laboratory", "from": "2024-01-01", "until": reference, "uses": ["cybersecurity_research"], "equipment": ["test bed"]}
