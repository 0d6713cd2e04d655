package ciieval.lib.reuse_test

import data.ciieval.lib.capability_fixture_test as fixture
import data.ciieval.lib.counting
import data.ciieval.lib.reuse

person(extra) := object.union({"id": "a", "name": "A", "posts": ["service_technician"], "employment": {"from": "2020-01-01"}}, extra)

applying(classes, extra) := {
	"assessment": {"reference_date": "2026-11-22", "classes": classes},
	"people": [person(extra)],
}

cisp := {"certificates": [{"kind": "cisp", "valid_from": "2025-01-01"}]}

claimed_cisp := {"certificates": [{"kind": "other_security", "valid_from": "2025-01-01", "claimed_equivalent_to": "cisp"}]}

all_six := ["response", "consulting", "training", "development", "protection", "confrontation"]

five_years := {"security_experience": [{"from": "2021-11-22"}]}

passed(topics) := {"assessments": [{"topics": topics, "date": "2026-01-01", "result": "passed"}]}

earlier(service, names) := {"earlier_projects": [project | some name in names; project := {"name": name, "services": [service], "from": "2022-01-01"}]}

test_every_class_with_rules_says_whom_its_clauses_count if {
	{class: count(lists) | some class, lists in counting.criteria} == {
		"consulting": 14, "training": 7, "development": 4,
		"protection": 18, "confrontation": 16, "response": 8,
	} with input as applying(all_six, {})
}

test_certified_person_counts_in_the_first_three_classes if {
	dossier := applying(all_six, cisp)
	every class in ["consulting", "training", "development"] {
		reuse.counts_in("a", class) with input as dossier
	}
	every class in ["protection", "confrontation", "response"] {
		not reuse.counts_in("a", class) with input as dossier
	}
}

test_three_classes_are_no_reuse_too_many if {
	every class in ["response", "confrontation", "protection"] {
		reuse.counts_in("a", class) with input as applying(["response", "confrontation", "protection"], cisp)
	}
}

test_class_evaluated_elsewhere_is_none_of_the_three if {
	every class in ["response", "confrontation", "protection"] {
		reuse.counts_in("a", class) with input as applying(["assessment", "response", "confrontation", "protection"], cisp)
	}
}

test_unknown_person_counts_nowhere if {
	not reuse.counts_in("b", "consulting") with input as applying(["consulting"], cisp)
}

test_fourth_class_is_too_many if {
	dossier := applying(["response", "confrontation", "protection", "training"], cisp)
	not reuse.counts_in("a", "response") with input as dossier
	reuse.counts_in("a", "confrontation") with input as dossier
}

test_named_classes_decide if {
	named := object.union(cisp, {"counted_for": ["response"]})
	reuse.counts_in("a", "response") with input as applying(all_six, named)
	not reuse.counts_in("a", "consulting") with input as applying(all_six, named)
	not reuse.counts_in("a", "response") with input as applying(all_six, {"counted_for": []})
}

test_people_count_in_the_classes_they_name_or_in_any if {
	good := fixture.dossier({"service": "protection.audit", "topics": [], "knowledge": [], "certificates": ["cisp_auditor"]})
	reuse.people_in("protection") == {"a", "b"} with input as good
	reuse.people_in("training") == set() with input as good
	reuse.people_in("training") == {"a"} with input as json.patch(good, [{"op": "remove", "path": "/people/0/counted_for"}])
}

# Every way in which a clause counts people, each with what is missing for it.

in_supervision(from) := {"service_experience": [{"service": "consulting.supervision", "from": from}]}

test_years_of_service_count if {
	reuse.certain_in("a") == ["consulting"] with input as applying(all_six, in_supervision("2023-11-22"))
	reuse.certain_in("a") == [] with input as applying(all_six, in_supervision("2023-11-23"))
}

test_projects_and_years_count if {
	person := object.union(five_years, earlier("consulting.planning", ["p", "q"]))
	reuse.certain_in("a") == ["consulting"] with input as applying(all_six, person)
	reuse.certain_in("a") == [] with input as applying(all_six, object.remove(person, ["security_experience"]))
	reuse.certain_in("a") == [] with input as applying(all_six, object.union(five_years, earlier("consulting.planning", ["p"])))
}

test_projects_of_another_class_count_where_a_clause_asks_for_them if {
	person := object.union(five_years, earlier("assessment.commercial_cryptography", ["p"]))
	reuse.certain_in("a") == ["consulting"] with input as applying(all_six, person)
}

test_own_projects_count if {
	dossier := object.union(
		applying(all_six, five_years),
		{"projects": [project("p"), project("q")]},
	)
	reuse.certain_in("a") == ["development"] with input as dossier
}

project(id) := {
	"id": id, "status": "completed", "services": ["development.system_design"],
	"team": [{"person": "a", "from": "2024-01-01"}],
}

test_attack_and_defense_with_knowledge_counts if {
	fought := {"attack_defense_projects": [{"name": "x", "date": "2025-05-01"}]}
	reuse.certain_in("a") == ["training"] with input as applying(all_six, object.union(fought, passed(["security_products", "secure_configuration"])))
	reuse.certain_in("a") == [] with input as applying(all_six, object.union(fought, passed(["security_products"])))
}

test_years_with_knowledge_count if {
	reuse.certain_in("a") == ["training"] with input as applying(all_six, object.union(five_years, passed(["cii_protection_law"])))
	reuse.certain_in("a") == [] with input as applying(all_six, passed(["cii_protection_law"]))
}

test_posts_count if {
	reuse.certain_in("a") == ["development"] with input as applying(all_six, {"posts": ["developer"]})
}

test_experience_of_a_whole_class_counts if {
	person := object.union(object.union(five_years, passed(["tracing_skills"])), {
		"service_experience": [{"service": "response.forensics", "from": "2023-11-22"}],
		"earlier_projects": [
			{"name": "p", "services": ["response.forensics"], "from": "2022-01-01"},
			{"name": "q", "services": ["response.emergency_drill"], "from": "2022-01-01"},
			{"name": "r", "services": ["response.malware_analysis"], "from": "2022-01-01"},
		],
	})
	reuse.certain_in("a") == ["response"] with input as applying(all_six, person)
}

test_certificates_count_where_a_clause_asks_for_them if {
	senior := {"certificates": [{"kind": "classified_protection_senior_assessor", "valid_from": "2025-01-01"}]}
	reuse.certain_in("a") == ["consulting"] with input as applying(all_six, senior)
	manager := {"certificates": [{"kind": "pmp", "valid_from": "2025-01-01"}]}
	reuse.would_count_in("a") == [] with input as applying(all_six, manager)
}

test_working_in_items_counts_nowhere_by_itself if {
	person := {
		"services": ["consulting.planning", "protection.audit"],
		"service_experience": [{"service": "protection.audit", "from": "2015-01-01"}],
	}
	reuse.would_count_in("a") == [] with input as applying(all_six, person)
}

# What an assessor would have to accept takes no place from what is certain, and fills what is left of the three.
test_claims_come_after_what_is_certain if {
	dossier := applying(all_six, claimed_cisp)
	reuse.certain_in("a") == [] with input as dossier
	reuse.would_count_in("a") == ["consulting", "training", "development", "protection", "confrontation", "response"] with input as dossier
	reuse.excluded.a == {"protection", "confrontation", "response"} with input as dossier
	developer := applying(all_six, object.union(claimed_cisp, {"posts": ["developer"]}))
	reuse.would_count_in("a") == ["development", "consulting", "training", "protection", "confrontation", "response"] with input as developer
	reuse.excluded.a == {"protection", "confrontation", "response"} with input as developer
}

test_report_lists_who_counts_in_fewer_classes_than_they_would if {
	reuse.decisions == {
		"most_classes": 3,
		"classes": ["consulting", "training", "development", "protection", "confrontation", "response"],
		"people": [{
			"id": "a", "name": "A", "decided_by": "order",
			"counted_in": ["consulting", "training", "development"],
			"not_counted_in": ["protection", "confrontation", "response"],
			"only_if_accepted": [],
		}],
	} with input as applying(all_six, cisp)
}

test_report_marks_classes_that_rest_on_an_assessor if {
	shown := reuse.decisions.people[0] with input as applying(all_six, object.union(claimed_cisp, {"posts": ["developer"]}))
	shown.counted_in == ["consulting", "training", "development"]
	shown.not_counted_in == ["protection", "confrontation", "response"]
	shown.only_if_accepted == ["consulting", "training", "protection", "confrontation", "response"]
}

test_report_lists_who_names_fewer_classes_than_would_count_them if {
	named := object.union(cisp, {"counted_for": ["response"]})
	reuse.decisions.people == [{
		"id": "a", "name": "A", "decided_by": "name",
		"counted_in": ["response"],
		"not_counted_in": ["training"],
		"only_if_accepted": [],
	}] with input as applying(["response", "training"], named)
	reuse.decisions.people == [] with input as applying(["response"], named)
	reuse.decisions.people == [] with input as applying(["response", "training"], {"counted_for": ["response"]})
}

test_report_lists_nobody_who_counts_wherever_they_would if {
	reuse.decisions.people == [] with input as applying(["response", "training", "protection"], cisp)
	reuse.decisions.people == [] with input as applying(all_six, {"posts": ["developer"]})
	reuse.decisions.people == [] with input as {"assessment": {"reference_date": "2026-11-22", "classes": all_six}}
}
