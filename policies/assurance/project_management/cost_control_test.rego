package ciieval.assurance.project_management.cost_control_test

import data.ciieval.assurance.project_management.cost_control

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [{"id": "d1", "kind": "cost_control_policy", "approved_on": "2024-01-01", "effective_from": "2024-02-01"}],
	"projects": [{
		"id": "p1",
		"services": ["consulting.planning"],
		"from": "2026-01-10",
		"until": "2026-06-30",
		"status": "completed",
		"budget_yuan": 500000,
		"cost": {
			"method": "GB/T 42461-2023",
			"measured_on": "2026-01-02",
			"measured_yuan": 400000,
			"quoted_on": "2026-01-05",
			"quoted_yuan": 480000,
			"reviews": [
				{"date": "2026-03-01", "budget_yuan": 200000, "spent_yuan": 180000},
				{"date": "2026-06-01", "budget_yuan": 400000, "spent_yuan": 400000},
			],
		},
		"resources": {"people": ["consultants"], "equipment": ["laptops"], "technology": ["methods"], "planned_cost_yuan": 450000},
	}],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

with_value(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_good_costs_satisfy_every_clause if {
	cost_control.cost_measured_before_quotation.status == "satisfied" with input as good
	cost_control.resources_within_budget.status == "satisfied" with input as good
	cost_control.cost_monitoring.status == "satisfied" with input as good
}

test_nothing_is_no_evidence if {
	cost_control.cost_measured_before_quotation.status == "no_evidence" with input as nothing
	cost_control.resources_within_budget.status == "no_evidence" with input as nothing
	cost_control.cost_monitoring.status == "no_evidence" with input as nothing
}

test_method_is_named_with_or_without_year_and_space if {
	cost_control.cost_measured_before_quotation.status == "satisfied" with input as with_value("/projects/0/cost/method", "GB/T 42461")
	cost_control.cost_measured_before_quotation.status == "satisfied" with input as with_value("/projects/0/cost/method", "GB/T42461—2023")
}

test_other_method_fails if {
	outcome := cost_control.cost_measured_before_quotation with input as with_value("/projects/0/cost/method", "GB/T 32914-2023")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}

test_measuring_quoting_and_beginning_on_one_day_is_enough if {
	same_day := json.patch(good, [
		{"op": "replace", "path": "/projects/0/cost/measured_on", "value": "2026-01-10"},
		{"op": "replace", "path": "/projects/0/cost/quoted_on", "value": "2026-01-10"},
	])
	cost_control.cost_measured_before_quotation.status == "satisfied" with input as same_day
}

test_quotation_before_measuring_fails if {
	cost_control.cost_measured_before_quotation.status == "not_satisfied" with input as with_value("/projects/0/cost/measured_on", "2026-01-06")
}

test_quotation_after_the_first_day_fails if {
	outcome := cost_control.cost_measured_before_quotation with input as with_value("/projects/0/cost/quoted_on", "2026-01-11")
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["p1"]
}

test_measured_cost_is_more_than_nothing if {
	cost_control.cost_measured_before_quotation.status == "satisfied" with input as with_value("/projects/0/cost/measured_yuan", 1)
	cost_control.cost_measured_before_quotation.status == "not_satisfied" with input as with_value("/projects/0/cost/measured_yuan", 0)
}

test_cost_without_its_facts_is_no_evidence if {
	cost_control.cost_measured_before_quotation.status == "no_evidence" with input as without("/projects/0/cost")
	every key in ["method", "measured_on", "measured_yuan", "quoted_on", "quoted_yuan"] {
		cost_control.cost_measured_before_quotation.status == "no_evidence" with input as without(concat("", ["/projects/0/cost/", key]))
	}
}

test_planned_cost_equal_to_the_budget_is_enough if {
	cost_control.resources_within_budget.status == "satisfied" with input as with_value("/projects/0/resources/planned_cost_yuan", 500000)
}

test_planned_cost_above_the_budget_fails if {
	outcome := cost_control.resources_within_budget with input as with_value("/projects/0/resources/planned_cost_yuan", 500001)
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["p1"]
}

test_each_kind_of_resource_is_named if {
	every kind in ["people", "equipment", "technology"] {
		cost_control.resources_within_budget.status == "not_satisfied" with input as with_value(concat("", ["/projects/0/resources/", kind]), [])
		cost_control.resources_within_budget.status == "no_evidence" with input as without(concat("", ["/projects/0/resources/", kind]))
	}
}

test_resources_without_amounts_are_no_evidence if {
	cost_control.resources_within_budget.status == "no_evidence" with input as without("/projects/0/resources")
	cost_control.resources_within_budget.status == "no_evidence" with input as without("/projects/0/resources/planned_cost_yuan")
	cost_control.resources_within_budget.status == "no_evidence" with input as without("/projects/0/budget_yuan")
}

test_policy_out_of_force_fails if {
	cost_control.cost_monitoring.status == "satisfied" with input as with_value("/documents/0/effective_until", "2026-11-22")
	cost_control.cost_monitoring.status == "not_satisfied" with input as with_value("/documents/0/effective_until", "2026-11-21")
}

test_no_policy_is_no_evidence if {
	cost_control.cost_monitoring.status == "no_evidence" with input as without("/documents")
}

test_one_review_is_not_regular if {
	outcome := cost_control.cost_monitoring with input as without("/projects/0/cost/reviews/1")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
}

test_review_after_the_service_does_not_count_as_regular if {
	cost_control.cost_monitoring.status == "satisfied" with input as with_value("/projects/0/cost/reviews/1/date", "2026-06-30")
	cost_control.cost_monitoring.status == "not_satisfied" with input as with_value("/projects/0/cost/reviews/1/date", "2026-07-01")
}

test_one_review_is_enough_within_a_month if {
	short := json.patch(good, [
		{"op": "replace", "path": "/projects/0/until", "value": "2026-02-10"},
		{"op": "replace", "path": "/projects/0/cost/reviews", "value": [{"date": "2026-02-01", "budget_yuan": 2, "spent_yuan": 1}]},
	])
	cost_control.cost_monitoring.status == "satisfied" with input as short
	cost_control.cost_monitoring.status == "not_satisfied" with input as json.patch(short, [{"op": "replace", "path": "/projects/0/until", "value": "2026-02-11"}])
}

test_no_review_fails_and_silence_is_no_evidence if {
	cost_control.cost_monitoring.status == "not_satisfied" with input as with_value("/projects/0/cost/reviews", [])
	cost_control.cost_monitoring.status == "no_evidence" with input as without("/projects/0/cost/reviews")
}

test_overspending_needs_a_measure if {
	overspent := with_value("/projects/0/cost/reviews/1/spent_yuan", 400001)
	outcome := cost_control.cost_monitoring with input as overspent
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["p1"]
	cost_control.cost_monitoring.status == "satisfied" with input as json.patch(overspent, [{"op": "add", "path": "/projects/0/cost/reviews/1/measure", "value": "fewer days on site"}])
}

test_quotation_of_nothing_is_a_quotation if {
	cost_control.cost_measured_before_quotation.status == "satisfied" with input as with_value("/projects/0/cost/quoted_yuan", 0)
}

overspent_on(day) := json.patch(good, [{"op": "add", "path": "/projects/0/cost/reviews/-", "value": {"date": day, "budget_yuan": 1, "spent_yuan": 2}}])

test_overspending_counts_until_the_reference_date if {
	cost_control.cost_monitoring.status == "not_satisfied" with input as overspent_on("2026-11-22")
	cost_control.cost_monitoring.status == "satisfied" with input as overspent_on("2026-11-23")
}

test_every_check_of_silent_reviews_is_missing if {
	outcome := cost_control.cost_monitoring with input as without("/projects/0/cost/reviews")
	outcome.checks[1].unknown == ["p1"]
	outcome.checks[2].unknown == ["p1"]
}
