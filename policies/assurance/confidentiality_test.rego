package ciieval.assurance.confidentiality_test

import data.ciieval.assurance.confidentiality

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [{"id": "d1", "kind": "confidentiality_policy", "approved_on": "2026-11-22", "effective_from": "2026-11-22", "topics": ["secrecy_scope", "secrecy_duties", "secrecy_measures", "rewards_and_penalties", "declassification_period"]}],
	"people": [
		{"id": "p1", "employment": {"from": "2020-01-01"}, "posts": ["service_technician"], "confidentiality_commitment": {"signed_on": "2026-11-22", "terms": ["duties", "liability"]}},
		{"id": "p2", "employment": {"from": "2020-01-01"}, "posts": ["confidentiality_head"]},
	],
	"positions": [{"post": "service_technician", "confidentiality_requirements": ["sign the commitment"]}],
	"trainings": [{"id": "t1", "kind": "confidentiality", "date": "2025-11-22", "hours": 8, "attendees": [{"person": "p1", "result": "passed"}]}],
	"incidents": [],
	"projects": [
		{"id": "j1", "from": "2025-01-01", "until": "2026-01-01", "status": "completed", "client_confirmation": {"signed_on": "2026-11-22", "points": ["secrets_kept"]}},
		{"id": "j2", "from": "2025-01-01", "status": "in_progress"},
	],
}

changed(op, path, value) := json.patch(good, [{"op": op, "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

incident(kind, day, rest) := changed("add", "/incidents/-", object.union({"id": "i1", "kind": kind, "occurred_on": day}, rest))

test_policy_with_five_topics_is_enough if {
	confidentiality.confidentiality_policy.status == "satisfied" with input as good
}

test_policy_without_declassification_period_fails if {
	outcome := confidentiality.confidentiality_policy with input as without("/documents/0/topics/4")
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == ["declassification_period"]
}

test_policy_in_force_from_the_day_after_fails if {
	confidentiality.confidentiality_policy.status == "not_satisfied" with input as changed("replace", "/documents/0/effective_from", "2026-11-23")
}

test_no_policy_is_no_evidence if {
	confidentiality.confidentiality_policy.status == "no_evidence" with input as without("/documents/0")
	confidentiality.confidentiality_policy.status == "no_evidence" with input as silent
}

test_head_and_requirements_of_held_posts_are_enough if {
	confidentiality.confidentiality_head_and_posts.status == "satisfied" with input as good
}

test_confidentiality_officer_may_be_in_charge if {
	confidentiality.confidentiality_head_and_posts.status == "satisfied" with input as changed("replace", "/people/1/posts", ["confidentiality_officer"])
}

test_head_who_left_fails if {
	outcome := confidentiality.confidentiality_head_and_posts with input as changed("add", "/people/1/employment/until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
}

test_service_post_without_requirements_fails if {
	outcome := confidentiality.confidentiality_head_and_posts with input as changed("add", "/people/0/posts/-", "developer")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["developer"]
	confidentiality.confidentiality_head_and_posts.status == "not_satisfied" with input as changed("replace", "/positions/0/confidentiality_requirements", [])
}

test_post_silent_about_requirements_is_no_evidence if {
	confidentiality.confidentiality_head_and_posts.status == "no_evidence" with input as without("/positions/0/confidentiality_requirements")
	confidentiality.confidentiality_head_and_posts.status == "no_evidence" with input as without("/positions")
	confidentiality.confidentiality_head_and_posts.status == "no_evidence" with input as silent
}

test_commitment_and_yearly_training_are_enough if {
	confidentiality.commitments_and_training.status == "satisfied" with input as good
}

test_commitment_signed_after_the_reference_date_fails if {
	outcome := confidentiality.commitments_and_training with input as changed("replace", "/people/0/confidentiality_commitment/signed_on", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}

test_commitment_without_liability_fails if {
	outcome := confidentiality.commitments_and_training with input as changed("replace", "/people/0/confidentiality_commitment/terms", ["duties"])
	outcome.status == "not_satisfied"
	[check.ok | some check in outcome.checks] == [true, false, true]
}

test_unknown_commitment_is_no_evidence if {
	confidentiality.commitments_and_training.status == "no_evidence" with input as without("/people/0/confidentiality_commitment")
}

test_training_more_than_a_year_ago_fails if {
	outcome := confidentiality.commitments_and_training with input as changed("replace", "/trainings/0/date", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["p1"]
}

test_training_after_the_reference_date_or_of_another_kind_fails if {
	confidentiality.commitments_and_training.status == "not_satisfied" with input as changed("replace", "/trainings/0/date", "2026-11-23")
	confidentiality.commitments_and_training.status == "not_satisfied" with input as changed("replace", "/trainings/0/kind", "professional")
}

test_training_failed_or_not_assessed_fails if {
	confidentiality.commitments_and_training.status == "not_satisfied" with input as changed("replace", "/trainings/0/attendees/0/result", "failed")
	confidentiality.commitments_and_training.status == "not_satisfied" with input as changed("replace", "/trainings/0/attendees/0/result", "not_assessed")
}

test_training_without_result_or_register_is_no_evidence if {
	confidentiality.commitments_and_training.status == "no_evidence" with input as without("/trainings/0/attendees/0/result")
	confidentiality.commitments_and_training.status == "no_evidence" with input as without("/trainings")
	confidentiality.commitments_and_training.status == "no_evidence" with input as silent
}

test_no_breach_and_confirmation_are_enough if {
	confidentiality.secrets_kept.status == "satisfied" with input as good
}

test_breach_of_the_last_three_years_fails if {
	outcome := confidentiality.secrets_kept with input as incident("secrecy_breach", "2023-11-22", {})
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["i1"]
}

test_breach_before_the_last_three_years_does_not_count if {
	confidentiality.secrets_kept.status == "satisfied" with input as incident("secrecy_breach", "2023-11-21", {})
}

test_data_leak_fails_unless_others_caused_it if {
	confidentiality.secrets_kept.status == "not_satisfied" with input as incident("data_leak", "2026-01-01", {})
	confidentiality.secrets_kept.status == "not_satisfied" with input as incident("data_leak", "2026-01-01", {"caused_by_provider": true})
	confidentiality.secrets_kept.status == "satisfied" with input as incident("data_leak", "2026-01-01", {"caused_by_provider": false})
}

test_confirmation_that_leaves_secrecy_out_fails if {
	outcome := confidentiality.secrets_kept with input as changed("replace", "/projects/0/client_confirmation/points", ["no_disruption"])
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["j1"]
}

test_unsaid_secrecy_is_no_evidence if {
	confidentiality.secrets_kept.status == "no_evidence" with input as without("/incidents")
	confidentiality.secrets_kept.status == "no_evidence" with input as without("/projects/0/client_confirmation")
	confidentiality.secrets_kept.status == "no_evidence" with input as silent
}
