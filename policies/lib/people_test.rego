package ciieval.lib.people_test

import data.ciieval.lib.people

dossier(project) := {
	"assessment": {"reference_date": "2026-11-22"},
	"people": [
		{"id": "entered", "posts": ["service_consultant"], "employment": {"from": "2020-01-01"}, "services": ["consulting.design"]},
		{"id": "on_team", "posts": ["service_consultant"], "employment": {"from": "2020-01-01"}},
		{"id": "left", "posts": ["service_consultant"], "employment": {"from": "2020-01-01", "until": "2026-11-21"}},
	],
	"projects": [object.union(
		{
			"id": "p", "services": ["consulting.design"], "status": "in_progress", "from": "2026-01-01",
			"team": [{"person": "on_team", "from": "2026-01-01"}, {"person": "left", "from": "2026-01-01"}],
		},
		project,
	)],
}

test_team_of_a_running_project_is_assigned_to_its_item if {
	people.assigned_to("consulting.design") == {"entered", "on_team"} with input as dossier({})
}

test_finished_and_mixed_projects_assign_nobody if {
	people.assigned_to("consulting.design") == {"entered"} with input as dossier({"status": "completed"})
	people.assigned_to("consulting.design") == {"entered"} with input as dossier({"services": ["consulting.design", "consulting.planning"]})
}

test_member_who_has_left_the_team_is_not_assigned if {
	people.assigned_to("consulting.design") == {"entered"} with input as dossier({"team": [{"person": "on_team", "from": "2026-01-01", "until": "2026-11-21"}]})
	people.assigned_to("consulting.design") == {"entered", "on_team"} with input as dossier({"team": [{"person": "on_team", "from": "2026-01-01", "until": "2026-11-22"}]})
}
