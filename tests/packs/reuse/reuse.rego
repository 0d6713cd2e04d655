package test.reuse

decisions := {"most_classes": 1, "classes": input.assessment.classes, "people": people}

people := [entry |
	some person in input.people
	some entry in entries(person)
]

entries(person) := [{
	"id": person.id,
	"name": person.name,
	"decided_by": "order",
	"counted_in": ["alpha"],
	"not_counted_in": ["gamma"],
	"only_if_accepted": ["gamma"],
}] if person.id == "p-01"

entries(person) := [{
	"id": person.id,
	"name": person.name,
	"decided_by": "name",
	"counted_in": person.counted_for,
	"not_counted_in": ["alpha"],
	"only_if_accepted": [],
}] if person.counted_for
