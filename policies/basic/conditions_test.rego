package ciieval.basic.conditions_test

import data.ciieval.basic.conditions

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"provider": {
		"name": "A",
		"registered_in": "CN",
		"legal_form": "enterprise",
		"established_on": "2015-05-01",
		"registered_capital_yuan": 5000000,
		"security_services_since": "2024-11-22",
		"investors": [
			{"name": "citizen", "kind": "citizen", "country": "CN", "share_percent": 33.3},
			{"name": "company", "kind": "legal_person", "country": "CN", "share_percent": 33.3},
			{"name": "state", "kind": "state", "country": "CN", "share_percent": 33.4},
		],
		"ownership_disputes": [],
		"accounting": "independent",
		"legal_record": {"searched_on": "2026-11-22", "sources": ["register"], "violations": []},
	},
	"positions": [{"post": "service_technician", "duties": ["serves"]}],
	"people": array.concat(
		[object.union(citizen("director"), {"offices": ["legal_representative", "director"]})],
		[object.union(citizen(sprintf("p%d", [n])), {
			"posts": ["service_technician"],
			"employment": {"from": "2020-01-01"},
			"security_experience": [{"from": "2026-11-22"}],
		}) |
			some n in numbers.range(1, 15)
		],
	),
	"facilities": [
		{"id": "office", "kind": "office", "tenure": "leased", "from": "2026-11-22", "until": "2026-11-22"},
		{"id": "laboratory", "kind": "laboratory", "from": "2026-11-22", "equipment": ["rack"]},
	],
	"tools": [{"id": "scanner", "name": "scanner", "kind": "vulnerability_scanning", "available_from": "2026-11-22"}],
	"documents": [document(kind) |
		some kind in ["service_process", "confidentiality_policy", "project_management_policy", "quality_policy", "personnel_policy", "archive_policy", "training_policy"]
	],
}

citizen(id) := {"id": id, "name": id, "nationality": "CN", "residence": "CN", "criminal_record": {"searched_on": "2026-11-22", "convictions": []}}

document(kind) := {"id": kind, "kind": kind, "title": kind, "approved_on": "2024-01-01", "effective_from": "2024-01-01", "topics": []}

silent := {"assessment": {"reference_date": "2026-11-22"}}

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

added(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

removed(path) := json.patch(good, [{"op": "remove", "path": path}])

test_good_provider_satisfies_every_clause if {
	conditions.registration_and_investors.status == "satisfied" with input as good
	conditions.ownership_and_legal_record.status == "satisfied" with input as good
	conditions.citizens_without_criminal_record.status == "satisfied" with input as good
	conditions.years_of_service.status == "satisfied" with input as good
	conditions.experienced_staff.status == "satisfied" with input as good
	conditions.premises_and_tools.status == "satisfied" with input as good
	conditions.policies_in_force.status == "satisfied" with input as good
}

test_silence_is_no_evidence_in_every_clause if {
	outcomes := [
		conditions.registration_and_investors,
		conditions.ownership_and_legal_record,
		conditions.citizens_without_criminal_record,
		conditions.years_of_service,
		conditions.experienced_staff,
		conditions.premises_and_tools,
		conditions.policies_in_force,
	] with input as silent
	count(outcomes) == 7
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

# 6.2.a

test_registered_in_hong_kong_is_not_the_mainland if {
	outcome := conditions.registration_and_investors with input as replaced("/provider/registered_in", "HK")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == "HK"
}

test_public_institution_is_enough_other_forms_are_not if {
	conditions.registration_and_investors.status == "satisfied" with input as replaced("/provider/legal_form", "public_institution")
	conditions.registration_and_investors.status == "not_satisfied" with input as replaced("/provider/legal_form", "other")
}

test_foreign_investor_fails if {
	outcome := conditions.registration_and_investors with input as replaced("/provider/investors/1/country", "US")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["company"]
}

test_foreign_investor_does_not_hide_behind_a_namesake if {
	patched := json.patch(good, [
		{"op": "replace", "path": "/provider/investors/1/name", "value": "citizen"},
		{"op": "replace", "path": "/provider/investors/1/country", "value": "US"},
	])
	conditions.registration_and_investors.status == "not_satisfied" with input as patched
}

test_investor_of_another_kind_fails if {
	conditions.registration_and_investors.status == "not_satisfied" with input as replaced("/provider/investors/0/kind", "other")
}

test_shares_add_up_to_100_percent_exactly if {
	outcome := conditions.registration_and_investors with input as replaced("/provider/investors/0/share_percent", 33.29)
	outcome.status == "not_satisfied"
	outcome.checks[3].actual == 99.99
	conditions.registration_and_investors.status == "not_satisfied" with input as replaced("/provider/investors/0/share_percent", 33.31)
	conditions.registration_and_investors.status == "not_satisfied" with input as replaced("/provider/investors", [])
}

test_unknown_place_of_registration_or_investors_is_no_evidence if {
	conditions.registration_and_investors.status == "no_evidence" with input as removed("/provider/registered_in")
	conditions.registration_and_investors.status == "no_evidence" with input as removed("/provider/legal_form")
	conditions.registration_and_investors.status == "no_evidence" with input as removed("/provider/investors")
}

# 6.2.b

test_registered_capital_includes_5_million if {
	conditions.ownership_and_legal_record.status == "satisfied" with input as replaced("/provider/registered_capital_yuan", 5000000)
	conditions.ownership_and_legal_record.status == "not_satisfied" with input as replaced("/provider/registered_capital_yuan", 4999999)
}

test_ownership_must_be_undisputed_and_complete if {
	conditions.ownership_and_legal_record.status == "not_satisfied" with input as replaced("/provider/ownership_disputes", ["case 1"])
	conditions.ownership_and_legal_record.status == "not_satisfied" with input as removed("/provider/investors/2")
	conditions.ownership_and_legal_record.status == "no_evidence" with input as removed("/provider/ownership_disputes")
}

test_accounts_must_be_independent if {
	conditions.ownership_and_legal_record.status == "not_satisfied" with input as replaced("/provider/accounting", "dependent")
}

test_any_violation_fails if {
	outcome := conditions.ownership_and_legal_record with input as replaced("/provider/legal_record/violations", [{"date": "2010-01-01", "matter": "fined"}])
	outcome.status == "not_satisfied"
	outcome.checks[4].actual == ["fined"]
}

test_search_after_the_reference_date_shows_nothing if {
	conditions.ownership_and_legal_record.status == "no_evidence" with input as replaced("/provider/legal_record/searched_on", "2026-11-23")
}

# 6.2.c

test_service_person_of_another_nationality_or_residence_fails if {
	outcome := conditions.citizens_without_criminal_record with input as replaced("/people/1/nationality", "US")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["p1"]
	conditions.citizens_without_criminal_record.status == "not_satisfied" with input as replaced("/people/1/residence", "HK")
}

test_conviction_of_an_office_holder_fails if {
	outcome := conditions.citizens_without_criminal_record with input as replaced("/people/0/criminal_record/convictions", ["theft"])
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["director"]
}

test_unrecorded_person_is_no_evidence if {
	conditions.citizens_without_criminal_record.status == "no_evidence" with input as removed("/people/1/nationality")
	conditions.citizens_without_criminal_record.status == "no_evidence" with input as removed("/people/1/residence")
	conditions.citizens_without_criminal_record.status == "no_evidence" with input as removed("/people/1/criminal_record")
	conditions.citizens_without_criminal_record.status == "no_evidence" with input as replaced("/people/1/criminal_record/searched_on", "2026-11-23")
}

test_legal_representative_must_be_named if {
	outcome := conditions.citizens_without_criminal_record with input as replaced("/people/0/offices", ["director"])
	outcome.status == "no_evidence"
	outcome.checks[0].missing
}

test_office_holder_counts_until_employment_ended if {
	foreigner := {"id": "f", "name": "f", "nationality": "US", "residence": "CN", "offices": ["senior_manager"], "supplier": "s1", "criminal_record": {"searched_on": "2026-01-01", "convictions": []}}
	conditions.citizens_without_criminal_record.status == "not_satisfied" with input as added("/people/-", foreigner)
	conditions.citizens_without_criminal_record.status == "not_satisfied" with input as added("/people/-", object.union(foreigner, {"employment": {"from": "2020-01-01", "until": "2026-11-22"}}))
	conditions.citizens_without_criminal_record.status == "satisfied" with input as added("/people/-", object.union(foreigner, {"employment": {"from": "2020-01-01", "until": "2026-11-21"}}))
}

test_people_without_office_or_service_post_do_not_matter if {
	conditions.citizens_without_criminal_record.status == "satisfied" with input as added("/people/-", {"id": "f", "name": "f", "nationality": "US", "posts": ["archivist"], "employment": {"from": "2020-01-01"}})
}

test_empty_list_of_offices_is_no_office if {
	conditions.citizens_without_criminal_record.status == "satisfied" with input as added("/people/-", {"id": "f", "name": "f", "nationality": "US", "offices": []})
}

test_no_service_person_fails if {
	conditions.citizens_without_criminal_record.status == "not_satisfied" with input as replaced("/people", [good.people[0]])
}

# 6.2.d

test_two_years_include_the_anniversary if {
	conditions.years_of_service.status == "satisfied" with input as replaced("/provider/security_services_since", "2024-11-22")
	outcome := conditions.years_of_service with input as replaced("/provider/security_services_since", "2024-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].expected == "2024-11-22"
}

test_services_cannot_begin_before_the_provider_exists if {
	outcome := conditions.years_of_service with input as replaced("/provider/established_on", "2024-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == "2024-11-23"
	conditions.years_of_service.status == "satisfied" with input as replaced("/provider/established_on", "2024-11-22")
	conditions.years_of_service.status == "satisfied" with input as removed("/provider/established_on")
}

test_unknown_start_of_services_is_no_evidence if {
	conditions.years_of_service.status == "no_evidence" with input as removed("/provider/security_services_since")
}

# 6.2.e

test_fifteen_people_are_enough_fourteen_are_not if {
	outcome := conditions.experienced_staff with input as removed("/people/1")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 14
	full := conditions.experienced_staff with input as good
	full.checks[0].actual == 15
}

test_only_current_own_staff_with_experience_count if {
	conditions.experienced_staff.status == "not_satisfied" with input as replaced("/people/1/security_experience/0/from", "2026-11-23")
	conditions.experienced_staff.status == "not_satisfied" with input as removed("/people/1/security_experience")
	conditions.experienced_staff.status == "not_satisfied" with input as added("/people/1/supplier", "s1")
	conditions.experienced_staff.status == "not_satisfied" with input as added("/people/1/employment/until", "2026-11-21")
	conditions.experienced_staff.status == "satisfied" with input as added("/people/1/employment/until", "2026-11-22")
	conditions.experienced_staff.status == "not_satisfied" with input as replaced("/people/1/posts", ["archivist"])
	conditions.experienced_staff.status == "satisfied" with input as replaced("/people/1/posts", ["quality_director", "service_technician"])
}

test_posts_of_experienced_people_need_duties if {
	outcome := conditions.experienced_staff with input as replaced("/people/1/posts", ["quality_director"])
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
	conditions.experienced_staff.status == "not_satisfied" with input as replaced("/positions/0/duties", [])
	conditions.experienced_staff.status == "no_evidence" with input as removed("/positions/0/duties")
	conditions.experienced_staff.status == "no_evidence" with input as removed("/positions")
}

test_turnover_is_shown_and_decides_nothing if {
	leaver := {"id": "l", "name": "l", "posts": ["service_technician"], "employment": {"from": "2020-01-01", "until": "2026-01-01"}}
	outcome := conditions.experienced_staff with input as added("/people/-", leaver)
	outcome.status == "satisfied"
	outcome.checks[2].actual == 7
	outcome.checks[2].information
}

# 6.2.f

test_office_must_be_at_disposal_on_the_reference_date if {
	conditions.premises_and_tools.status == "not_satisfied" with input as replaced("/facilities/0/until", "2026-11-21")
	conditions.premises_and_tools.status == "not_satisfied" with input as replaced("/facilities/0/from", "2026-11-23")
	conditions.premises_and_tools.status == "not_satisfied" with input as removed("/facilities/0")
}

test_shared_office_is_not_fixed if {
	conditions.premises_and_tools.status == "satisfied" with input as replaced("/facilities/0/tenure", "owned")
	outcome := conditions.premises_and_tools with input as replaced("/facilities/0/tenure", "shared")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
}

test_laboratory_needs_equipment if {
	conditions.premises_and_tools.status == "not_satisfied" with input as replaced("/facilities/1/equipment", [])
	conditions.premises_and_tools.status == "not_satisfied" with input as removed("/facilities/1")
}

test_tool_must_be_available_and_serve_security if {
	conditions.premises_and_tools.status == "not_satisfied" with input as replaced("/tools", [])
	conditions.premises_and_tools.status == "not_satisfied" with input as replaced("/tools/0/kind", "project_management")
	conditions.premises_and_tools.status == "not_satisfied" with input as replaced("/tools/0/available_from", "2026-11-23")
	conditions.premises_and_tools.status == "not_satisfied" with input as added("/tools/0/available_until", "2026-11-21")
	conditions.premises_and_tools.status == "satisfied" with input as added("/tools/0/available_until", "2026-11-22")
}

test_entries_that_say_too_little_are_no_evidence if {
	conditions.premises_and_tools.status == "no_evidence" with input as removed("/facilities/0/from")
	conditions.premises_and_tools.status == "no_evidence" with input as removed("/facilities/0/tenure")
	conditions.premises_and_tools.status == "no_evidence" with input as removed("/facilities/1/equipment")
	conditions.premises_and_tools.status == "no_evidence" with input as removed("/tools/0/available_from")
	conditions.premises_and_tools.status == "no_evidence" with input as removed("/tools")
	conditions.premises_and_tools.status == "no_evidence" with input as removed("/facilities")
}

# 6.2.g

test_each_kind_of_policy_is_needed if {
	every index in numbers.range(0, 6) {
		conditions.policies_in_force.status == "no_evidence" with input as removed(sprintf("/documents/%d", [index]))
		conditions.policies_in_force.status == "not_satisfied" with input as replaced(sprintf("/documents/%d/effective_from", [index]), "2026-11-23")
	}
}

test_policy_is_in_force_on_its_first_and_last_day if {
	conditions.policies_in_force.status == "satisfied" with input as replaced("/documents/0/effective_from", "2026-11-22")
	conditions.policies_in_force.status == "satisfied" with input as added("/documents/0/effective_until", "2026-11-22")
	conditions.policies_in_force.status == "not_satisfied" with input as added("/documents/0/effective_until", "2026-11-21")
	conditions.policies_in_force.status == "no_evidence" with input as removed("/documents/0/approved_on")
	conditions.policies_in_force.status == "no_evidence" with input as removed("/documents/0/effective_from")
}
