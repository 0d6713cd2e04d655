package ciieval.assurance.project_management.service_plan_test

import data.ciieval.assurance.project_management.service_plan

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"projects": [{
		"id": "p1",
		"services": ["consulting.planning"],
		"from": "2026-01-10",
		"until": "2026-06-30",
		"status": "completed",
		"service_plan": {
			"survey_on": "2026-01-12",
			"survey_record": "survey.pdf",
			"issued_on": "2026-01-20",
			"contents": ["schedule", "deliverables", "tool_list", "risks", "risk_measures", "acceptance_criteria"],
		},
	}],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

with_value(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

without_content(content) := with_value("/projects/0/service_plan/contents", [other | some other in good.projects[0].service_plan.contents; other != content])

test_good_plan_satisfies_every_clause if {
	service_plan.plan_based_on_survey.status == "satisfied" with input as good
	service_plan.schedule_and_deliverables.status == "satisfied" with input as good
	service_plan.tools_and_risks.status == "satisfied" with input as good
	service_plan.acceptance_criteria.status == "satisfied" with input as good
}

test_nothing_is_no_evidence if {
	service_plan.plan_based_on_survey.status == "no_evidence" with input as nothing
	service_plan.schedule_and_deliverables.status == "no_evidence" with input as nothing
	service_plan.tools_and_risks.status == "no_evidence" with input as nothing
	service_plan.acceptance_criteria.status == "no_evidence" with input as nothing
	every check in service_plan.plan_based_on_survey.checks { check.missing } with input as nothing
}

test_project_without_plan_is_no_evidence if {
	service_plan.plan_based_on_survey.status == "no_evidence" with input as without("/projects/0/service_plan")
	service_plan.acceptance_criteria.status == "no_evidence" with input as without("/projects/0/service_plan")
}

test_survey_on_the_day_of_the_plan_is_enough if {
	service_plan.plan_based_on_survey.status == "satisfied" with input as with_value("/projects/0/service_plan/survey_on", "2026-01-20")
}

test_survey_after_the_plan_fails if {
	outcome := service_plan.plan_based_on_survey with input as with_value("/projects/0/service_plan/survey_on", "2026-01-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
}

test_plan_without_survey_is_no_evidence if {
	service_plan.plan_based_on_survey.status == "no_evidence" with input as without("/projects/0/service_plan/survey_on")
	service_plan.plan_based_on_survey.status == "no_evidence" with input as without("/projects/0/service_plan/survey_record")
}

test_plan_of_the_last_day_of_service_counts if {
	service_plan.plan_based_on_survey.status == "satisfied" with input as with_value("/projects/0/service_plan/issued_on", "2026-06-30")
	service_plan.schedule_and_deliverables.status == "satisfied" with input as with_value("/projects/0/service_plan/issued_on", "2026-06-30")
}

test_plan_written_after_the_service_does_not_count if {
	service_plan.plan_based_on_survey.status == "not_satisfied" with input as with_value("/projects/0/service_plan/issued_on", "2026-07-01")
	service_plan.schedule_and_deliverables.status == "not_satisfied" with input as with_value("/projects/0/service_plan/issued_on", "2026-07-01")
}

running(issued_on) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/status", "value": "in_progress"},
	{"op": "remove", "path": "/projects/0/until"},
	{"op": "replace", "path": "/projects/0/service_plan/issued_on", "value": issued_on},
])

test_plan_of_a_running_project_is_issued_by_the_reference_date if {
	service_plan.plan_based_on_survey.status == "satisfied" with input as running("2026-11-22")
	service_plan.plan_based_on_survey.status == "not_satisfied" with input as running("2026-11-23")
}

test_lacking_contents_fail_their_clause if {
	service_plan.schedule_and_deliverables.status == "not_satisfied" with input as without_content("schedule")
	service_plan.schedule_and_deliverables.status == "not_satisfied" with input as without_content("deliverables")
	service_plan.tools_and_risks.status == "not_satisfied" with input as without_content("tool_list")
	service_plan.tools_and_risks.status == "not_satisfied" with input as without_content("risks")
	service_plan.tools_and_risks.status == "not_satisfied" with input as without_content("risk_measures")
	service_plan.acceptance_criteria.status == "not_satisfied" with input as without_content("acceptance_criteria")
}

test_plan_without_contents_is_no_evidence if {
	service_plan.schedule_and_deliverables.status == "no_evidence" with input as without("/projects/0/service_plan/contents")
	service_plan.tools_and_risks.status == "no_evidence" with input as without("/projects/0/service_plan/contents")
	service_plan.acceptance_criteria.status == "no_evidence" with input as without("/projects/0/service_plan/contents")
}

test_every_project_is_looked_at if {
	second := object.union(good.projects[0], {"id": "p2", "service_plan": {"contents": ["schedule"], "survey_record": ""}})
	outcome := service_plan.acceptance_criteria with input as json.patch(good, [{"op": "add", "path": "/projects/-", "value": second}])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p2"]
	outcome.checks[0].actual == 1
	outcome.checks[0].expected == 2
}

test_what_needs_judgement_is_marked if {
	outcome := service_plan.tools_and_risks with input as good
	not outcome.checks[0].judgement
	outcome.checks[1].judgement
	outcome.checks[2].judgement
}
