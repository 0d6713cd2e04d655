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
	checks := personnel.at_least("protection", 1, [personnel.security_years(5), personnel.service_years("protection.audit", 3)]) with input as patch
	[check.actual | some check in checks] == [0, 1, 1]
	[check.ok | some check in checks] == [false, true, true]
	[check.fact | some check in checks] == ["people.meeting_all", "people.security_years_5", "people.service_years_3/services.protection.audit"]
}

test_one_criterion_needs_no_details if {
	checks := personnel.at_least("protection", 2, [personnel.certified("cisp_auditor")]) with input as good
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
	checks := personnel.at_least("protection", 2, [personnel.certified_or_equal("cisp")]) with input as good
	checks[0].ok
}

test_claims_count_together_with_what_is_met if {
	patch := json.patch(good, [{"op": "replace", "path": "/people/1/certificates/0", "value": {"kind": "cisa", "valid_from": "2024-01-01", "claimed_equivalent_to": "cisp_auditor"}}])
	open := personnel.at_least("protection", 2, [personnel.certified_or_equal("cisp_auditor"), personnel.security_years(5)]) with input as patch
	open[0].judgement
	open[0].claimed == ["b"]
	closed := personnel.at_least("protection", 3, [personnel.certified_or_equal("cisp_auditor")]) with input as patch
	not closed[0].judgement
}

test_enough_people_are_enough_even_where_a_register_is_missing if {
	earlier := [{"name": "elsewhere", "services": ["protection.audit"], "from": "2020-01-01"}]
	patch := json.patch(good, [
		{"op": "remove", "path": "/projects"},
		{"op": "add", "path": "/people/0/earlier_projects", "value": earlier},
	])
	one := personnel.at_least("protection", 1, [personnel.took_part("protection.audit", 1)]) with input as patch
	one[0].ok
	two := personnel.at_least("protection", 2, [personnel.took_part("protection.audit", 1)]) with input as patch
	two[0].missing
}

test_people_count_in_the_classes_they_name_or_in_any if {
	personnel.counted_in("protection") == {"a", "b"} with input as good
	personnel.counted_in("training") == set() with input as good
	personnel.counted_in("training") == {"a"} with input as json.patch(good, [{"op": "remove", "path": "/people/0/counted_for"}])
}
