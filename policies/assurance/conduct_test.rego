package ciieval.assurance.conduct_test

import data.ciieval.assurance.conduct

points := ["no_disruption", "honest_reporting", "no_unauthorized_data_use", "no_subcontracting", "no_tied_purchase", "no_other_harm"]

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"incidents": [],
	"projects": [
		{"id": "j1", "from": "2025-01-01", "until": "2026-01-01", "status": "completed", "subcontracts": [], "client_confirmation": {"signed_on": "2026-11-22", "points": points}},
		{"id": "j2", "from": "2025-01-01", "status": "in_progress", "subcontracts": []},
	],
}

patched(patches) := json.patch(good, patches)

changed(op, path, value) := patched([{"op": op, "path": path, "value": value}])

without(path) := patched([{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

# The statuses of the six clauses, in their order.
statuses(dossier) := result if {
	result := [
		conduct.no_disruption.status,
		conduct.honest_reporting.status,
		conduct.no_unauthorized_data_use.status,
		conduct.no_subcontracting.status,
		conduct.no_tied_purchase.status,
		conduct.no_other_harm.status,
	] with input as dossier
}

all_are(dossier, status) if {
	every found in statuses(dossier) { found == status }
}

# Only the clause at this place fails.
fails_alone(dossier, place) if {
	found := statuses(dossier)
	[index | some index, status in found; status == "not_satisfied"] == [place]
	count([status | some status in found; status == "satisfied"]) == 5
}

incident(kind, rest) := changed("add", "/incidents/-", object.union({"id": "i1", "kind": kind, "occurred_on": "2026-01-01"}, rest))

occurred(kind, day) := incident(kind, {"occurred_on": day})

confirmed_without(point) := changed("replace", "/projects/0/client_confirmation/points", [other | some other in points; other != point])

test_everything_shown_not_to_have_happened_is_enough if {
	all_are(good, "satisfied")
}

test_silence_shows_nothing if {
	all_are(silent, "no_evidence")
	all_are(without("/incidents"), "no_evidence")
	all_are(without("/projects/0/client_confirmation"), "no_evidence")
	all_are({"assessment": {"reference_date": "2026-11-22"}, "incidents": []}, "no_evidence")
}

test_each_kind_of_incident_fails_its_clause_alone if {
	fails_alone(incident("service_disruption", {}), 0)
	fails_alone(incident("cybersecurity_incident", {"caused_by_provider": true}), 0)
	fails_alone(incident("concealment", {}), 1)
	fails_alone(incident("falsification", {}), 1)
	fails_alone(incident("unauthorized_data_use", {}), 2)
	fails_alone(incident("subcontracting", {}), 3)
	fails_alone(incident("tied_purchase", {}), 4)
	fails_alone(incident("other_harm", {}), 5)
	fails_alone(incident("unauthorized_activity", {}), 5)
}

test_each_point_left_unconfirmed_fails_its_clause_alone if {
	every place, point in points { fails_alone(confirmed_without(point), place) }
}

test_incident_is_named if {
	outcome := conduct.honest_reporting with input as incident("falsification", {})
	[check.actual | some check in outcome.checks] == [[], ["i1"], 1]
}

test_disruption_caused_by_others_does_not_count if {
	all_are(incident("service_disruption", {"caused_by_provider": false}), "satisfied")
}

test_cybersecurity_incident_counts_only_if_the_provider_caused_it if {
	all_are(incident("cybersecurity_incident", {}), "satisfied")
}

test_misconduct_counts_whoever_caused_it if {
	fails_alone(incident("concealment", {"caused_by_provider": false}), 1)
}

test_incident_three_years_ago_to_the_day_counts_and_the_day_before_does_not if {
	fails_alone(occurred("service_disruption", "2023-11-22"), 0)
	fails_alone(occurred("tied_purchase", "2023-11-22"), 4)
	all_are(occurred("service_disruption", "2023-11-21"), "satisfied")
	all_are(occurred("tied_purchase", "2023-11-21"), "satisfied")
}

test_subcontract_fails_in_a_running_project_too if {
	contracted := changed("replace", "/projects/1/subcontracts", [{"to": "x", "part": "scanning"}])
	fails_alone(contracted, 3)
	outcome := conduct.no_subcontracting with input as contracted
	outcome.checks[0].failing == ["j2"]
}

test_project_silent_about_subcontracts_is_no_evidence if {
	outcome := conduct.no_subcontracting with input as without("/projects/1/subcontracts")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["j2"]
}

test_confirmation_signed_after_the_reference_date_is_no_evidence if {
	all_are(changed("replace", "/projects/0/client_confirmation/signed_on", "2026-11-23"), "no_evidence")
}

test_confirmation_on_the_last_day_of_service_is_enough if {
	all_are(changed("replace", "/projects/0/client_confirmation/signed_on", "2026-01-01"), "satisfied")
}

test_confirmation_before_the_last_day_of_service_fails if {
	all_are(changed("replace", "/projects/0/client_confirmation/signed_on", "2025-12-31"), "not_satisfied")
}

test_every_completed_project_is_confirmed if {
	second := {"id": "j3", "from": "2025-01-01", "until": "2026-11-22", "status": "completed", "subcontracts": []}
	all_are(changed("add", "/projects/-", second), "no_evidence")
	running := object.union(second, {"until": "2026-11-23"})
	all_are(changed("add", "/projects/-", running), "satisfied")
}

test_where_no_project_is_completed_one_confirmation_is_needed if {
	running := patched([{"op": "remove", "path": "/projects/0"}])
	all_are(running, "no_evidence")
	all_are(json.patch(running, [{"op": "add", "path": "/projects/0/client_confirmation", "value": {"signed_on": "2026-11-22", "points": points}}]), "satisfied")
	all_are(json.patch(running, [{"op": "add", "path": "/projects/0/client_confirmation", "value": {"signed_on": "2026-11-22", "points": ["secrets_kept"]}}]), "not_satisfied")
}
