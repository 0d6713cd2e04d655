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

test_unknown_person_counts_nowhere if {
	not reuse.counts_in("b", "consulting") with input as applying(["consulting"], cisp)
}

test_fourth_class_is_too_many if {
	dossier := applying(["response", "confrontation", "protection", "training"], cisp)
	not reuse.counts_in("a", "response") with input as dossier
	reuse.counts_in("a", "confrontation") with input as dossier
}

test_only_classes_with_experience_are_counted_against_the_three if {
	worked := {"service_experience": [{"service": "protection.audit", "from": "2020-01-01"}, {"service": "response.forensics", "from": "2020-01-01"}]}
	reuse.counts_in("a", "response") with input as applying(all_six, worked)
	four := {"services": ["consulting.planning", "training.skills", "protection.audit", "response.forensics"]}
	not reuse.counts_in("a", "response") with input as applying(all_six, four)
	reuse.counts_in("a", "protection") with input as applying(all_six, four)
}

test_named_classes_decide if {
	named := object.union(cisp, {"counted_for": ["response"]})
	reuse.counts_in("a", "response") with input as applying(all_six, named)
	not reuse.counts_in("a", "consulting") with input as applying(all_six, named)
}

test_projects_taken_part_in_count_as_experience if {
	dossier := object.union(applying(all_six, {"services": ["consulting.planning", "training.skills", "protection.audit"]}), {"projects": [{
		"id": "p", "status": "completed", "services": ["confrontation.monitoring"],
		"team": [{"person": "a", "from": "2024-01-01"}],
	}]})
	not reuse.counts_in("a", "confrontation") with input as dossier
}
