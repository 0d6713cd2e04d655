package ciieval.lib.installations_test

import data.ciieval.lib.installations

installation := {"program": "probe", "consented_on": "2026-05-02", "tested_on": "2026-05-01", "deployed_on": "2026-05-02"}

project(id, list) := {"id": id, "name": id, "services": ["confrontation.monitoring"], "from": "2026-05-01", "status": "in_progress", "client_side_installations": list}

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"projects": [project("p1", [installation, installation]), project("p2", [])],
}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

declared(dossier) := object.union(dossier, {"absences": [{"subject": "client_side_installations", "stated_on": "2026-11-22", "stated_by": "manager", "reason": "agentless"}]})

test_consent_and_test_on_the_day_of_deployment_are_in_time if {
	outcome := installations.controlled("confrontation.monitoring") with input as good
	outcome.status == "satisfied"
	[check.fact | some check in outcome.checks] == ["installation.stated/services.confrontation.monitoring", "installation.consented_on", "installation.tested_on"]
	[check.expected | some check in outcome.checks] == [2, 2, 2]
}

test_consent_or_test_a_day_late_fails if {
	consent := installations.controlled("confrontation.monitoring") with input as patched("/projects/0/client_side_installations/1/consented_on", "2026-05-03")
	consent.status == "not_satisfied"
	consent.checks[1].failing == ["p1[1] probe"]
	test := installations.controlled("confrontation.monitoring") with input as patched("/projects/0/client_side_installations/1/tested_on", "2026-05-03")
	test.status == "not_satisfied"
	test.checks[2].failing == ["p1[1] probe"]
}

test_a_day_that_is_not_recorded_is_silence if {
	every key in ["consented_on", "tested_on", "deployed_on"] {
		outcome := installations.controlled("confrontation.monitoring") with input as without(concat("/", ["/projects/0/client_side_installations/0", key]))
		outcome.status == "no_evidence"
	}
}

test_projects_that_say_nothing_are_silence if {
	outcome := installations.controlled("confrontation.monitoring") with input as without("/projects/1/client_side_installations")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["p2"]
	all_silent := installations.controlled("confrontation.monitoring") with input as json.patch(good, [
		{"op": "remove", "path": "/projects/0/client_side_installations"},
		{"op": "remove", "path": "/projects/1/client_side_installations"},
	])
	all_silent.status == "no_evidence"
	count(all_silent.checks) == 1
}

test_without_projects_of_the_item_nothing_can_have_been_installed if {
	silent := installations.controlled("confrontation.monitoring") with input as without("/projects")
	silent.status == "no_evidence"
	every dossier in [patched("/projects", []), json.patch(good, [{"op": "replace", "path": path, "value": ["confrontation.log_analysis"]} | some path in ["/projects/0/services", "/projects/1/services"]])] {
		outcome := installations.controlled("confrontation.monitoring") with input as dossier
		outcome.status == "not_applicable"
	}
}

test_explicit_empty_lists_show_that_the_clause_does_not_apply if {
	outcome := installations.controlled("confrontation.monitoring") with input as patched("/projects/0/client_side_installations", [])
	outcome.status == "not_applicable"
	[check.ok | some check in outcome.checks] == [true, true]
}

test_what_is_deployed_after_the_reference_date_does_not_count if {
	later := {"program": "agent", "deployed_on": "2026-11-23"}
	planned := installations.controlled("confrontation.monitoring") with input as patched("/projects/0/client_side_installations", [later])
	planned.status == "not_applicable"
	today := installations.controlled("confrontation.monitoring") with input as patched("/projects/0/client_side_installations", [object.union(later, {"deployed_on": "2026-11-22"})])
	today.status == "no_evidence"
}

test_declared_absence_stands_where_nothing_contradicts_it if {
	silent := json.patch(good, [
		{"op": "remove", "path": "/projects/0/client_side_installations"},
		{"op": "remove", "path": "/projects/1/client_side_installations"},
	])
	outcome := installations.controlled("confrontation.monitoring") with input as declared(silent)
	outcome.status == "not_applicable"
	nothing := installations.controlled("confrontation.monitoring") with input as declared({"assessment": {"reference_date": "2026-11-22"}})
	nothing.status == "not_applicable"
}

test_recorded_installation_contradicts_the_declaration if {
	outcome := installations.controlled("confrontation.monitoring") with input as declared(good)
	outcome.status == "not_satisfied"
	outcome.checks[0].fact == "absence.contradicted"
	outcome.checks[0].actual == ["projects[0].client_side_installations"]
}

# The declaration is about the provider, not about one service item.
test_installation_in_another_item_contradicts_the_declaration_too if {
	elsewhere := json.patch(good, [
		{"op": "replace", "path": "/projects/0/services", "value": ["confrontation.log_analysis"]},
		{"op": "remove", "path": "/projects/1/client_side_installations"},
	])
	outcome := installations.controlled("confrontation.monitoring") with input as declared(elsewhere)
	outcome.status == "not_satisfied"
}

test_projects_over_for_more_than_three_years_are_not_looked_at if {
	old := patched("/projects/0", object.union(project("p1", [{"program": "probe"}]), {"from": "2023-01-01", "until": "2023-11-21", "status": "completed"}))
	outcome := installations.controlled("confrontation.monitoring") with input as json.patch(old, [{"op": "remove", "path": "/projects/1"}])
	outcome.status == "not_applicable"
}

test_installations_after_the_reference_date_or_in_old_projects_do_not_contradict_the_declaration if {
	later := json.patch(good, [
		{"op": "add", "path": "/projects/0/client_side_installations", "value": [{"program": "agent", "deployed_on": "2026-11-23"}]},
		{"op": "remove", "path": "/projects/1/client_side_installations"},
	])
	outcome := installations.controlled("confrontation.monitoring") with input as declared(later)
	outcome.status == "not_applicable"
	old := json.patch(good, [
		{"op": "add", "path": "/projects/0/from", "value": "2023-01-01"},
		{"op": "add", "path": "/projects/0/until", "value": "2023-11-21"},
		{"op": "remove", "path": "/projects/1/client_side_installations"},
	])
	past := installations.controlled("confrontation.monitoring") with input as declared(old)
	past.status == "not_applicable"
}
