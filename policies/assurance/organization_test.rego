package ciieval.assurance.organization_test

import data.ciieval.assurance.organization

with_people(list) := {"assessment": {"reference_date": "2026-11-22"}, "people": list}

person(id, level) := {"id": id, "name": id, "posts": ["service_technician"], "employment": {"from": "2020-01-01"}, "education": {"level": level}}

staff(graduates, others) := array.concat(
	[person(sprintf("g%d", [n]), "bachelor") | some n in numbers.range(1, graduates)],
	[person(sprintf("o%d", [n]), "college") | some n in numbers.range(1, others)],
)

test_graduate_share_of_exactly_70_percent_is_enough if {
	organization.graduate_share.status == "satisfied" with input as with_people(staff(7, 3))
}

test_graduate_share_below_70_percent_fails if {
	outcome := organization.graduate_share with input as with_people(staff(9, 4))
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 69
}

test_graduate_share_without_people_is_no_evidence if {
	organization.graduate_share.status == "no_evidence" with input as {"assessment": {"reference_date": "2026-11-22"}}
}
