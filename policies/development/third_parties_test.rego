# Clause 9.3.2.g: what third parties bring into secure development.
package ciieval.development.third_parties_test

import data.ciieval.development.secure_development
import data.ciieval.lib.capability_fixture_test as fixture

item := {"service": "development.secure_development", "topics": [], "knowledge": [], "certificates": []}

# Every number and date is at the last value that is enough.
outside_developer := {
	"name": "house",
	"qualifications": [
		{"kind": "software_development_service", "level": 2, "valid_from": "2025-11-22"},
		{"kind": "cmmi", "level": 3, "valid_from": "2023-01-01", "valid_until": "2025-11-22"},
	],
	"developers": 15,
	"experienced_developers": 2,
}

component := {
	"name": "parser",
	"source": "https://example.org/parser",
	"approved_on": "2025-04-01",
	"tests": [{"method": "code_audit", "date": "2025-04-01", "result": "controllable"}],
	"introduced_on": "2025-04-01",
	"disclosed_on": "2025-11-22",
}

# One finished project with a developer and a component from third parties.
good := {
	"assessment": {"reference_date": fixture.reference},
	"projects": [object.union(fixture.project("p1", item, {"from": "2025-03-01", "until": "2025-11-22"}, ["a"]), {
		"third_party_developers": [outside_developer],
		"third_party_components": [component],
	})],
}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

developer_path(key) := concat("", ["/projects/0/third_party_developers/0/", key])

component_path(key) := concat("", ["/projects/0/third_party_components/0/", key])

# Facts of the checks that are not ok.
short(outcome) := [check.fact | some check in outcome.checks; not check.ok]

absence(subject) := {"subject": subject, "stated_on": "2026-11-22", "stated_by": "head", "reason": "none"}

declared(dossier, subjects) := object.union(dossier, {"absences": [absence(subject) | some subject in subjects]})

test_everything_at_the_limit_is_enough if {
	outcome := secure_development.third_parties with input as good
	outcome.status == "satisfied"
	short(outcome) == []
	count(outcome.checks) == 10
}

test_numbers_of_a_third_party_developer if {
	fewer := secure_development.third_parties with input as patched(developer_path("developers"), 14)
	fewer.status == "not_satisfied"
	short(fewer) == ["third_party_developer.developers_15"]
	fewer.checks[3].failing == ["p1.third_party_developers[0]"]
	not fewer.checks[3].judgement
	inexperienced := secure_development.third_parties with input as patched(developer_path("experienced_developers"), 1)
	inexperienced.status == "not_satisfied"
	short(inexperienced) == ["third_party_developer.experienced_2"]
}

test_levels_of_a_third_party_developer if {
	low := secure_development.third_parties with input as patched(developer_path("qualifications/0/level"), 3)
	low.status == "not_satisfied"
	short(low) == ["third_party_developer.development_service"]
	not low.checks[1].judgement
	immature := secure_development.third_parties with input as patched(developer_path("qualifications/1/level"), 2)
	short(immature) == ["third_party_developer.cmmi"]
	secure_development.third_parties.status == "satisfied" with input as patched(developer_path("qualifications/0/level"), 1)
	secure_development.third_parties.status == "satisfied" with input as patched(developer_path("qualifications/1/level"), 5)
}

test_qualifications_are_valid_on_the_last_day_of_service if {
	late := secure_development.third_parties with input as patched(developer_path("qualifications/0/valid_from"), "2025-11-23")
	short(late) == ["third_party_developer.development_service"]
	expired := secure_development.third_parties with input as patched(developer_path("qualifications/1/valid_until"), "2025-11-21")
	short(expired) == ["third_party_developer.cmmi"]
}

# In a running project that is the reference date, by which the CMMI appraisal has expired.
test_qualifications_are_valid_on_the_reference_date_while_a_project_runs if {
	outcome := secure_development.third_parties with input as running
	short(outcome) == ["third_party_developer.cmmi"]
	secure_development.third_parties.status == "satisfied" with input as json.patch(running, [{"op": "add", "path": developer_path("qualifications/1/valid_until"), "value": "2026-11-22"}])
}

running := json.patch(good, [{"op": "add", "path": "/projects/0/status", "value": "in_progress"}, {"op": "remove", "path": "/projects/0/until"}])

test_another_qualification_is_left_to_an_assessor if {
	outcome := secure_development.third_parties with input as json.patch(good, [{"op": "replace", "path": developer_path("qualifications/0"), "value": other}])
	outcome.status == "not_satisfied"
	short(outcome) == ["third_party_developer.development_service"]
	outcome.checks[1].judgement
	outcome.checks[1].claimed == ["p1.third_party_developers[0]"]
}

other := {"kind": "other", "valid_from": "2025-01-01", "valid_until": "2025-11-22"}

test_expired_other_qualification_opens_nothing if {
	outcome := secure_development.third_parties with input as json.patch(good, [{"op": "replace", "path": developer_path("qualifications/0"), "value": object.union(other, {"valid_until": "2025-11-21"})}])
	not outcome.checks[1].judgement
}

test_other_qualification_opens_nothing_where_a_second_developer_has_none if {
	outcome := secure_development.third_parties with input as json.patch(good, [
		{"op": "replace", "path": developer_path("qualifications/0"), "value": other},
		{"op": "add", "path": "/projects/0/third_party_developers/-", "value": object.union(outside_developer, {"qualifications": []})},
	])
	outcome.checks[1].failing == ["p1.third_party_developers[0]", "p1.third_party_developers[1]"]
	not outcome.checks[1].judgement
}

test_other_qualification_replaces_no_cmmi if {
	outcome := secure_development.third_parties with input as json.patch(good, [{"op": "replace", "path": developer_path("qualifications/1"), "value": other}])
	short(outcome) == ["third_party_developer.cmmi"]
	not outcome.checks[2].judgement
}

test_what_is_not_recorded_of_a_developer_is_silence if {
	every key in ["qualifications", "developers", "experienced_developers"] {
		outcome := secure_development.third_parties with input as without(developer_path(key))
		outcome.status == "no_evidence"
	}
	secure_development.third_parties.status == "not_satisfied" with input as patched(developer_path("qualifications"), [])
}

test_client_approves_before_introduction if {
	outcome := secure_development.third_parties with input as patched(component_path("approved_on"), "2025-04-02")
	outcome.status == "not_satisfied"
	short(outcome) == ["third_party_component.approved"]
	outcome.checks[6].failing == ["p1.third_party_components[0]"]
}

test_component_is_tested_before_introduction if {
	late := secure_development.third_parties with input as patched(component_path("tests/0/date"), "2025-04-02")
	late.status == "not_satisfied"
	short(late) == ["third_party_component.controllable"]
	untested := secure_development.third_parties with input as patched(component_path("tests"), [])
	untested.status == "not_satisfied"
	short(untested) == ["third_party_component.controllable"]
	risky := secure_development.third_parties with input as patched(component_path("tests/0/result"), "not_controllable")
	short(risky) == ["third_party_component.controllable"]
}

with_test(test) := patched(component_path("tests/-"), test)

test_every_method_used_ends_controllable if {
	other_method := secure_development.third_parties with input as with_test({"method": "vulnerability_scan", "date": "2025-03-15", "result": "not_controllable"})
	short(other_method) == ["third_party_component.controllable"]

	# retested by the same method, or tested only after it was introduced
	secure_development.third_parties.status == "satisfied" with input as with_test({"method": "code_audit", "date": "2025-03-31", "result": "not_controllable"})
	secure_development.third_parties.status == "satisfied" with input as with_test({"method": "code_audit", "date": "2025-04-02", "result": "not_controllable"})
	same_day := secure_development.third_parties with input as with_test({"method": "code_audit", "date": "2025-04-01", "result": "not_controllable"})
	short(same_day) == ["third_party_component.controllable"]
}

test_record_is_given_on_delivery if {
	late := secure_development.third_parties with input as patched(component_path("disclosed_on"), "2025-11-23")
	late.status == "not_satisfied"
	short(late) == ["third_party_component.disclosed"]
	not_given := secure_development.third_parties with input as without(component_path("disclosed_on"))
	not_given.status == "no_evidence"
	short(not_given) == ["third_party_component.disclosed"]
}

test_record_is_not_due_while_a_project_runs if {
	outcome := secure_development.third_parties with input as json.patch(running, [
		{"op": "add", "path": developer_path("qualifications/1/valid_until"), "value": "2026-11-22"},
		{"op": "remove", "path": component_path("disclosed_on")},
	])
	outcome.status == "satisfied"
	count(outcome.checks) == 9
}

test_what_is_not_recorded_of_a_component_is_silence if {
	every key in ["source", "approved_on", "tests", "introduced_on"] {
		outcome := secure_development.third_parties with input as without(component_path(key))
		outcome.status == "no_evidence"
	}
	outcome := secure_development.third_parties with input as without(component_path("source"))
	short(outcome) == ["third_party_component.source"]
	outcome.checks[8].unknown == ["p1.third_party_components[0]"]
}

empty_list(key) := patched(concat("/", ["/projects/0", key]), [])

neither := object.union(good, {"projects": [object.union(good.projects[0], {"third_party_developers": [], "third_party_components": []})]})

test_clause_does_not_apply_where_all_lists_are_empty if {
	outcome := secure_development.third_parties with input as neither
	outcome.status == "not_applicable"
	count(outcome.checks) == 4
	short(outcome) == []
}

test_one_part_applies_without_the_other if {
	components_only := secure_development.third_parties with input as empty_list("third_party_developers")
	components_only.status == "satisfied"
	untested := secure_development.third_parties with input as json.patch(empty_list("third_party_developers"), [{"op": "add", "path": component_path("tests"), "value": []}])
	untested.status == "not_satisfied"
	developers_only := secure_development.third_parties with input as empty_list("third_party_components")
	developers_only.status == "satisfied"
	fewer := secure_development.third_parties with input as json.patch(empty_list("third_party_components"), [{"op": "add", "path": developer_path("developers"), "value": 14}])
	fewer.status == "not_satisfied"
}

# Without the two keys; `silent` says nothing at all.
silent := json.patch(good, [{"op": "remove", "path": "/projects/0/third_party_developers"}, {"op": "remove", "path": "/projects/0/third_party_components"}])

test_silence_is_not_absence if {
	secure_development.third_parties.status == "no_evidence" with input as silent
	one := secure_development.third_parties with input as without("/projects/0/third_party_developers")
	one.status == "no_evidence"
	one.checks[0].unknown == ["p1"]
	secure_development.third_parties.status == "no_evidence" with input as without("/projects")
}

test_without_projects_of_the_item_nothing_can_have_been_brought_in if {
	outcome := secure_development.third_parties with input as object.union(good, {"projects": []})
	outcome.status == "not_applicable"
}

test_each_part_has_its_own_declaration if {
	both := secure_development.third_parties with input as declared(silent, ["third_party_developers", "third_party_components"])
	both.status == "not_applicable"
	[check.fact | some check in both.checks] == ["absence.declared/absence_subjects.third_party_developers", "absence.declared/absence_subjects.third_party_components"]
	every subject in ["third_party_developers", "third_party_components"] {
		secure_development.third_parties.status == "no_evidence" with input as declared(silent, [subject])
	}
	secure_development.third_parties.status == "satisfied" with input as declared(without("/projects/0/third_party_developers"), ["third_party_developers"])
	secure_development.third_parties.status == "satisfied" with input as declared(without("/projects/0/third_party_components"), ["third_party_components"])
}

test_contradicted_declarations_fail if {
	every subject in ["third_party_developers", "third_party_components"] {
		outcome := secure_development.third_parties with input as declared(good, [subject])
		outcome.status == "not_satisfied"
		short(outcome) == ["absence.contradicted"]
	}
}

elsewhere := object.union(fixture.project("p2", {"service": "development.system_design", "topics": []}, {"from": "2025-03-01", "until": "2025-11-22"}, []), {"third_party_components": [component]})

# The declaration knows no items, the clause does.
test_components_of_other_items_only_contradict_the_declaration if {
	secure_development.third_parties.status == "not_applicable" with input as json.patch(neither, [{"op": "add", "path": "/projects/-", "value": elsewhere}])
	outcome := secure_development.third_parties with input as declared(json.patch(silent, [{"op": "add", "path": "/projects/-", "value": elsewhere}]), ["third_party_developers", "third_party_components"])
	outcome.status == "not_satisfied"
	"absence.contradicted" in short(outcome)
}

test_components_introduced_after_the_reference_date_are_none_yet if {
	planned := json.patch(neither, [{"op": "add", "path": "/projects/0/third_party_components", "value": [{"name": "later", "introduced_on": "2026-11-23"}]}])
	secure_development.third_parties.status == "not_applicable" with input as planned
	today := json.patch(neither, [{"op": "add", "path": "/projects/0/third_party_components", "value": [{"name": "now", "introduced_on": "2026-11-22"}]}])
	secure_development.third_parties.status == "no_evidence" with input as today
}
