package ciieval.assurance.sustainability_test

import data.ciieval.assurance.sustainability

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [{"id": "d1", "kind": "strategic_plan", "approved_on": "2024-01-01", "effective_from": "2024-01-01"}],
	"strategy": {
		"investments": [{"year": 2024, "amount_yuan": 0.01}, {"year": 2025, "amount_yuan": 200000}],
		"goals": [
			{"goal": "certify", "horizon": "medium_term", "progress": [{"date": "2026-11-22", "state": "begun"}]},
			{"goal": "lead", "horizon": "long_term", "set_on": "2026-11-22", "progress": [{"date": "2026-11-22", "state": "begun"}]},
		],
		"research": [{"topic": "AI", "from": "2022-01-01", "until": "2023-11-22", "technologies": ["models"], "results": ["paper"], "applied_in": ["monitoring"]}],
	},
	"quality": {"management_reviews": [{"date": "2025-11-22", "improvements": [{"matter": "templates", "done_on": "2026-11-22"}, {"matter": "tools", "due_on": "2026-11-22"}]}]},
}

patched(patches) := json.patch(good, patches)

changed(op, path, value) := patched([{"op": op, "path": path, "value": value}])

without(path) := patched([{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

test_plan_and_investment_in_both_years_are_enough if {
	sustainability.strategic_plan_and_investment.status == "satisfied" with input as good
}

test_year_without_investment_fails if {
	outcome := sustainability.strategic_plan_and_investment with input as changed("replace", "/strategy/investments/0/amount_yuan", 0)
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == [2024]
}

test_investment_of_other_years_does_not_count if {
	sustainability.strategic_plan_and_investment.status == "not_satisfied" with input as changed("replace", "/strategy/investments/0/year", 2023)
	sustainability.strategic_plan_and_investment.status == "not_satisfied" with input as changed("replace", "/strategy/investments/1/year", 2026)
}

test_plan_no_longer_in_force_fails if {
	sustainability.strategic_plan_and_investment.status == "not_satisfied" with input as changed("add", "/documents/0/effective_until", "2026-11-21")
	sustainability.strategic_plan_and_investment.status == "satisfied" with input as changed("add", "/documents/0/effective_until", "2026-11-22")
}

test_plan_or_investments_unsaid_are_no_evidence if {
	sustainability.strategic_plan_and_investment.status == "no_evidence" with input as without("/documents")
	sustainability.strategic_plan_and_investment.status == "no_evidence" with input as without("/strategy/investments")
	sustainability.strategic_plan_and_investment.status == "no_evidence" with input as silent
}

test_review_improvements_and_goals_are_enough if {
	sustainability.improvement_and_goals.status == "satisfied" with input as good
}

test_review_more_than_a_year_ago_fails if {
	outcome := sustainability.improvement_and_goals with input as changed("replace", "/quality/management_reviews/0/date", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
}

test_improvement_one_day_overdue_fails if {
	outcome := sustainability.improvement_and_goals with input as changed("replace", "/quality/management_reviews/0/improvements/1/due_on", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["quality.management_reviews[0]"]
}

test_improvement_done_after_the_reference_date_is_still_open if {
	outcome := sustainability.improvement_and_goals with input as changed("replace", "/quality/management_reviews/0/improvements/0/done_on", "2026-11-23")
	outcome.status == "no_evidence"
	outcome.checks[2].unknown == ["quality.management_reviews[0]"]
}

test_reviews_without_any_improvement_fail_for_an_assessor_to_judge if {
	outcome := sustainability.improvement_and_goals with input as changed("replace", "/quality/management_reviews/0/improvements", [])
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	outcome.checks[2].ok
}

test_reviews_silent_about_improvements_are_no_evidence if {
	sustainability.improvement_and_goals.status == "no_evidence" with input as without("/quality/management_reviews/0/improvements")
	sustainability.improvement_and_goals.status == "no_evidence" with input as without("/quality")
}

test_goal_of_one_horizon_only_fails if {
	outcome := sustainability.improvement_and_goals with input as without("/strategy/goals/1")
	outcome.status == "not_satisfied"
	[outcome.checks[3].actual, outcome.checks[4].actual] == [1, 0]
}

test_goal_set_after_the_reference_date_does_not_count if {
	sustainability.improvement_and_goals.status == "not_satisfied" with input as changed("replace", "/strategy/goals/1/set_on", "2026-11-23")
}

test_goal_without_progress_by_the_reference_date_fails if {
	outcome := sustainability.improvement_and_goals with input as changed("replace", "/strategy/goals/0/progress/0/date", "2026-11-23")
	outcome.status == "not_satisfied"
	outcome.checks[5].failing == ["strategy.goals[0]"]
	outcome.checks[5].judgement
}

test_goals_unsaid_are_no_evidence if {
	sustainability.improvement_and_goals.status == "no_evidence" with input as without("/strategy/goals/0/progress")
	sustainability.improvement_and_goals.status == "no_evidence" with input as without("/strategy/goals")
	sustainability.improvement_and_goals.status == "no_evidence" with input as silent
}

test_research_put_into_practice_is_enough if {
	sustainability.research.status == "satisfied" with input as good
}

test_research_that_ended_before_the_last_three_years_fails if {
	outcome := sustainability.research with input as changed("replace", "/strategy/research/0/until", "2023-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
}

test_research_begun_after_the_reference_date_fails if {
	later := patched([
		{"op": "replace", "path": "/strategy/research/0/from", "value": "2026-11-23"},
		{"op": "remove", "path": "/strategy/research/0/until"},
	])
	sustainability.research.status == "not_satisfied" with input as later
}

test_research_without_application_fails_for_an_assessor_to_judge if {
	outcome := sustainability.research with input as changed("replace", "/strategy/research/0/applied_in", [])
	outcome.status == "not_satisfied"
	[check.ok | some check in outcome.checks] == [true, false]
	outcome.checks[1].judgement
}

test_research_unsaid_is_no_evidence if {
	sustainability.research.status == "no_evidence" with input as without("/strategy/research/0/results")
	sustainability.research.status == "no_evidence" with input as without("/strategy")
	sustainability.research.status == "no_evidence" with input as silent
}
