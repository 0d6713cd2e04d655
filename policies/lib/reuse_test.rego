package ciieval.lib.reuse_test

import data.ciieval.lib.reuse

person(extra) := object.union({"id": "a", "posts": ["service_technician"], "employment": {"from": "2020-01-01"}}, extra)

applying(classes, extra) := {
	"assessment": {"reference_date": "2026-11-22", "classes": classes},
	"people": [person(extra)],
}

cisp := {"certificates": [{"kind": "cisp", "valid_from": "2025-01-01"}]}

all_six := ["response", "consulting", "training", "development", "protection", "confrontation"]

test_certified_person_counts_in_the_first_three_classes if {
	dossier := applying(all_six, cisp)
	every class in ["consulting", "training", "development"] {
		"a" in reuse.counted_in(class) with input as dossier
	}
	every class in ["protection", "confrontation", "response"] {
		not "a" in reuse.counted_in(class) with input as dossier
	}
}

test_three_classes_are_no_reuse_too_many if {
	every class in ["response", "confrontation", "protection"] {
		"a" in reuse.counted_in(class) with input as applying(["response", "confrontation", "protection"], cisp)
	}
}

test_unknown_person_counts_nowhere if {
	not "b" in reuse.counted_in("consulting") with input as applying(["consulting"], cisp)
}

test_fourth_class_is_too_many if {
	dossier := applying(["response", "confrontation", "protection", "training"], cisp)
	not "a" in reuse.counted_in("response") with input as dossier
	"a" in reuse.counted_in("confrontation") with input as dossier
}

test_only_classes_with_experience_are_counted_against_the_three if {
	worked := {"service_experience": [{"service": "protection.audit", "from": "2020-01-01"}, {"service": "response.forensics", "from": "2020-01-01"}]}
	"a" in reuse.counted_in("response") with input as applying(all_six, worked)
	four := {"services": ["consulting.planning", "training.skills", "protection.audit", "response.forensics"]}
	not "a" in reuse.counted_in("response") with input as applying(all_six, four)
	"a" in reuse.counted_in("protection") with input as applying(all_six, four)
}

test_named_classes_decide if {
	named := object.union(cisp, {"counted_for": ["response"]})
	"a" in reuse.counted_in("response") with input as applying(all_six, named)
	not "a" in reuse.counted_in("consulting") with input as applying(all_six, named)
}

test_projects_taken_part_in_count_as_experience if {
	dossier := object.union(applying(all_six, {"services": ["consulting.planning", "training.skills", "protection.audit"]}), {"projects": [{
		"id": "p", "status": "completed", "services": ["confrontation.monitoring"],
		"team": [{"person": "a", "from": "2024-01-01"}],
	}]})
	not "a" in reuse.counted_in("confrontation") with input as dossier
}
