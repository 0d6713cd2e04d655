package ciieval.lib.workforce_test

import data.ciieval.lib.workforce

dossier(people) := {"assessment": {"reference_date": "2026-11-22"}, "people": people}

person(id, post, employment) := {"id": id, "name": id, "posts": [post], "employment": employment}

test_turnover_counts_those_who_left_in_twelve_months if {
	check := workforce.turnover({"archivist"}) with input as dossier([
		person("stays", "archivist", {"from": "2020-01-01"}),
		person("last_day_today", "archivist", {"from": "2020-01-01", "until": "2026-11-22"}),
		person("left_yesterday", "archivist", {"from": "2020-01-01", "until": "2026-11-21"}),
		person("left_a_year_ago", "archivist", {"from": "2020-01-01", "until": "2025-11-22"}),
		person("left_before", "archivist", {"from": "2020-01-01", "until": "2025-11-21"}),
		person("other_post", "developer", {"from": "2020-01-01", "until": "2026-06-01"}),
		object.union(person("of_supplier", "archivist", {"from": "2020-01-01", "until": "2026-06-01"}), {"supplier": "s1"}),
	])
	check.actual == 50
	check.information
}

test_turnover_of_nobody_is_missing_and_decides_nothing if {
	check := workforce.turnover({"archivist"}) with input as dossier([])
	check.missing
	check.information
}
