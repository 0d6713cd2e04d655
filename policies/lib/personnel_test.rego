package ciieval.lib.personnel_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.personnel

item := {"service": "protection.audit", "topics": [], "knowledge": [], "certificates": ["cisp_auditor"]}

good := fixture.dossier(item)

test_a_person_meets_all_the_criteria_or_does_not_count if {
	patch := json.patch(good, [
		{"op": "add", "path": "/people/0/security_experience", "value": []},
		{"op": "add", "path": "/people/1/service_experience", "value": []},
	])
	checks := personnel.enough_people("protection", 1, [personnel.security_years(5), personnel.service_years("protection.audit", 3)]) with input as patch
	[check.actual | some check in checks] == [0, 1, 1]
	[check.ok | some check in checks] == [false, true, true]
	[check.fact | some check in checks] == ["people.meeting_all", "people.security_years_5", "people.service_years_3/services.protection.audit"]
}

test_one_criterion_needs_no_details if {
	checks := personnel.enough_people("protection", 2, [personnel.holds_certificate("cisp_auditor")]) with input as good
	count(checks) == 1
	checks[0].fact == "people.certified_cisp_auditor"
	checks[0].ok
}

# Spans that are not worked out beforehand give the same.
test_any_number_of_years_can_be_asked_for if {
	personnel.with_security_years(5) == {"a", "b"} with input as good
	personnel.with_security_years(4) == {"a", "b"} with input as good
	personnel.with_security_years(6) == set() with input as good
	personnel.with_service_years("protection.audit", 3) == {"a", "b"} with input as good
	personnel.with_service_years("protection.audit", 2) == {"a", "b"} with input as good
	personnel.with_service_years("protection.audit", 4) == set() with input as good
	personnel.with_service_years("protection.hardening", 1) == set() with input as good
}

test_a_certificate_of_a_group_counts_for_every_group_it_belongs_to if {
	checks := personnel.enough_people("protection", 2, [personnel.holds_certificate_or_equal("cisp")]) with input as good
	checks[0].ok
}

test_claims_count_together_with_what_is_met if {
	patch := json.patch(good, [{"op": "replace", "path": "/people/1/certificates/0", "value": {"kind": "cisa", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp_auditor"}}])
	open := personnel.enough_people("protection", 2, [personnel.holds_certificate_or_equal("cisp_auditor"), personnel.security_years(5)]) with input as patch
	open[0].judgement
	open[0].claimed == ["b"]
	closed := personnel.enough_people("protection", 3, [personnel.holds_certificate_or_equal("cisp_auditor")]) with input as patch
	not closed[0].judgement
}

test_enough_people_are_enough_even_where_a_register_is_missing if {
	earlier := [{"name": "elsewhere", "services": ["protection.audit"], "from": "2020-01-01"}]
	patch := json.patch(good, [
		{"op": "remove", "path": "/projects"},
		{"op": "add", "path": "/people/0/earlier_projects", "value": earlier},
	])
	one := personnel.enough_people("protection", 1, [personnel.took_part("protection.audit", 1)]) with input as patch
	one[0].ok
	two := personnel.enough_people("protection", 2, [personnel.took_part("protection.audit", 1)]) with input as patch
	two[0].missing
}

# The fixture's people were assessed in no topic.
assessed(place, topics, result, date) := {"op": "add", "path": concat("/", ["/people", place, "assessments"]), "value": [{"topics": topics, "date": date, "method": "practical_test", "by": "academy", "result": result}]}

tool_users(number) := personnel.enough_people("protection", number, [
	personnel.knows("people.knows/knowledge_topics.asset_discovery_tools", ["asset_discovery_tools"]),
	personnel.security_years(5),
])

test_who_passed_in_every_topic_knows if {
	patch := json.patch(good, [
		assessed("0", ["monitoring_tools", "log_analysis_tools"], "passed", "2026-11-22"),
		assessed("1", ["monitoring_tools"], "passed", "2026-11-22"),
	])
	personnel.knows("people.knows", ["monitoring_tools"]).people == {"a", "b"} with input as patch
	personnel.knows("people.knows", ["monitoring_tools", "log_analysis_tools"]).people == {"a"} with input as patch
	personnel.knows("people.knows", ["attack_and_defense_techniques"]).people == set() with input as patch
}

test_failed_and_future_assessments_show_no_knowledge if {
	failed := json.patch(good, [assessed("0", ["monitoring_tools"], "failed", "2026-01-01")])
	personnel.knows("people.knows", ["monitoring_tools"]).people == set() with input as failed
	future := json.patch(good, [assessed("0", ["monitoring_tools"], "passed", "2026-11-23")])
	personnel.knows("people.knows", ["monitoring_tools"]).people == set() with input as future
}

test_knowledge_opens_the_check_only_where_it_alone_is_lacking if {
	one := json.patch(good, [assessed("0", ["asset_discovery_tools"], "passed", "2026-11-22")])
	open := tool_users(2) with input as one
	open[0].actual == 1
	open[0].judgement
	open[0].claimed == ["b"]
	short := tool_users(2) with input as json.patch(one, [{"op": "add", "path": "/people/1/security_experience", "value": []}])
	not short[0].judgement
	met := tool_users(1) with input as one
	met[0].ok
	not met[0].judgement
	[check.actual | some check in met] == [1, 1, 2]
}

test_no_register_of_people_says_nothing_about_knowledge if {
	silent := tool_users(2) with input as {"assessment": {"reference_date": "2026-11-22"}}
	silent[0].missing
	none := tool_users(2) with input as {"assessment": {"reference_date": "2026-11-22"}, "people": []}
	not none[0].ok
	not none[0].missing
	not none[0].judgement
}

drilled(list) := json.patch(good, [{"op": "add", "path": "/people/0/attack_defense_projects", "value": list}])

test_real_attack_and_defense_projects_count_by_the_reference_date if {
	personnel.attack_and_defense.people == {"a"} with input as drilled([{"name": "drill", "date": "2026-11-22"}])
	personnel.attack_and_defense.people == set() with input as drilled([{"name": "drill", "date": "2026-11-23"}])
	personnel.attack_and_defense.people == set() with input as drilled([])
	personnel.attack_and_defense.fact == "people.attack_defense_projects" with input as good
}

test_who_left_or_delivers_no_service_does_not_count_for_attack_and_defense if {
	drill := drilled([{"name": "drill", "date": "2020-01-01"}])
	personnel.attack_and_defense.people == set() with input as json.patch(drill, [{"op": "add", "path": "/people/0/employment/until", "value": "2026-11-21"}])
	personnel.attack_and_defense.people == set() with input as json.patch(drill, [{"op": "replace", "path": "/people/0/posts", "value": ["research_engineer"]}])
}

test_holders_of_a_post_are_current_and_own_people if {
	developer := json.patch(good, [{"op": "add", "path": "/people/0/posts/-", "value": "developer"}])
	personnel.holds_post("developer").people == {"a"} with input as developer
	personnel.holds_post("developer").fact == "people.holding_post/posts.developer" with input as developer
	personnel.holds_post("developer").people == set() with input as good
	personnel.holds_post("developer").people == set() with input as json.patch(developer, [{"op": "add", "path": "/people/0/supplier", "value": "s"}])
	personnel.holds_post("developer").people == set() with input as json.patch(developer, [{"op": "add", "path": "/people/0/employment/until", "value": "2026-11-21"}])
}

# Who holds it may be counted in another class only.
test_holders_of_a_post_count_in_the_class if {
	developers := json.patch(good, [
		{"op": "add", "path": "/people/0/posts/-", "value": "developer"},
		{"op": "add", "path": "/people/1/posts/-", "value": "developer"},
		{"op": "replace", "path": "/people/1/counted_for", "value": ["training"]},
	])
	checks := personnel.enough_people("protection", 2, [personnel.holds_post("developer")]) with input as developers
	checks[0].items == ["a"]
	not checks[0].ok
}
