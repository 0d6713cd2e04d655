package ciieval.assurance.project_management.service_delivery_test

import data.ciieval.assurance.project_management.service_delivery

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"agreements": [{
		"id": "a1",
		"kind": "confidentiality_agreement",
		"projects": ["p1"],
		"signed_on": "2026-01-05",
		"signatories": [{"person": "wang", "signed_on": "2026-01-05"}, {"person": "li", "signed_on": "2026-03-01"}],
	}],
	"projects": [{
		"id": "p1",
		"services": ["consulting.planning"],
		"from": "2026-01-10",
		"until": "2026-06-30",
		"status": "completed",
		"manager": "wang",
		"team": [{"person": "wang", "from": "2026-01-10"}, {"person": "li", "from": "2026-03-01"}],
		"communication": {
			"contact": "li",
			"reports": [{"date": "2026-02-01", "topics": ["progress", "problems"]}, {"date": "2026-05-01", "topics": ["proposals"]}],
		},
		"milestones": [{"name": "draft", "due_on": "2026-04-01", "reached_on": "2026-03-30", "checked_on": "2026-03-31", "checked_by": "li"}],
	}],
}

nothing := {"assessment": {"reference_date": "2026-11-22"}}

with_value(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

added(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_good_delivery_satisfies_every_clause if {
	service_delivery.contact_and_reports.status == "satisfied" with input as good
	service_delivery.confidentiality_agreements.status == "satisfied" with input as good
	service_delivery.control_of_stages.status == "satisfied" with input as good
}

test_nothing_is_no_evidence if {
	service_delivery.contact_and_reports.status == "no_evidence" with input as nothing
	service_delivery.confidentiality_agreements.status == "no_evidence" with input as nothing
	service_delivery.control_of_stages.status == "no_evidence" with input as nothing
}

test_contact_is_of_the_team_or_the_manager if {
	service_delivery.contact_and_reports.status == "not_satisfied" with input as with_value("/projects/0/communication/contact", "zhao")
	manager_only := json.patch(good, [
		{"op": "replace", "path": "/projects/0/communication/contact", "value": "zhao"},
		{"op": "replace", "path": "/projects/0/manager", "value": "zhao"},
	])
	service_delivery.contact_and_reports.status == "satisfied" with input as manager_only
}

test_contact_stays_to_the_end if {
	service_delivery.contact_and_reports.status == "satisfied" with input as added("/projects/0/team/1/until", "2026-06-30")
	service_delivery.contact_and_reports.status == "not_satisfied" with input as added("/projects/0/team/1/until", "2026-06-29")
	service_delivery.contact_and_reports.status == "satisfied" with input as added("/people", [{"id": "li", "employment": {"from": "2026-01-01", "until": "2026-06-30"}}])
	service_delivery.contact_and_reports.status == "not_satisfied" with input as added("/people", [{"id": "li", "employment": {"from": "2026-01-01", "until": "2026-06-29"}}])
}

test_no_contact_or_report_is_no_evidence if {
	service_delivery.contact_and_reports.status == "no_evidence" with input as without("/projects/0/communication/contact")
	service_delivery.contact_and_reports.status == "no_evidence" with input as without("/projects/0/communication/reports")
	service_delivery.contact_and_reports.status == "no_evidence" with input as without("/projects/0/communication")
}

test_second_report_within_the_service_is_needed if {
	service_delivery.contact_and_reports.status == "satisfied" with input as with_value("/projects/0/communication/reports/1/date", "2026-06-30")
	service_delivery.contact_and_reports.status == "not_satisfied" with input as with_value("/projects/0/communication/reports/1/date", "2026-07-01")
	service_delivery.contact_and_reports.status == "not_satisfied" with input as with_value("/projects/0/communication/reports/1/date", "2026-02-01")
}

test_reports_that_lack_a_topic_fail if {
	outcome := service_delivery.contact_and_reports with input as with_value("/projects/0/communication/reports/1/topics", ["progress"])
	outcome.status == "not_satisfied"
	outcome.checks[4].fact == "project.report_contents/report_topics.proposals"
	outcome.checks[4].failing == ["p1"]
	outcome.checks[2].ok
}

test_agreement_signed_on_the_first_day_is_enough if {
	service_delivery.confidentiality_agreements.status == "satisfied" with input as with_value("/agreements/0/signed_on", "2026-01-10")
}

test_agreement_signed_after_the_first_day_fails if {
	outcome := service_delivery.confidentiality_agreements with input as with_value("/agreements/0/signed_on", "2026-01-11")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}

test_agreement_is_valid_on_the_first_day if {
	one_person := with_value("/projects/0/team", [{"person": "wang", "from": "2026-01-10"}])
	service_delivery.confidentiality_agreements.status == "satisfied" with input as json.patch(one_person, [{"op": "add", "path": "/agreements/0/valid_until", "value": "2026-01-10"}])
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as json.patch(one_person, [{"op": "add", "path": "/agreements/0/valid_until", "value": "2026-01-09"}])
}

test_other_agreements_do_not_count if {
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as with_value("/agreements/0/kind", "service_agreement")
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as with_value("/agreements/0/projects", ["p2"])
	outcome := service_delivery.confidentiality_agreements with input as with_value("/agreements", [])
	outcome.status == "not_satisfied"
	every check in outcome.checks { check.failing == ["p1"] }
}

test_no_register_of_agreements_is_no_evidence if {
	service_delivery.confidentiality_agreements.status == "no_evidence" with input as without("/agreements")
}

test_team_member_signs_by_the_first_day_in_the_team if {
	outcome := service_delivery.confidentiality_agreements with input as with_value("/agreements/0/signatories/1/signed_on", "2026-03-02")
	outcome.status == "not_satisfied"
	outcome.checks[0].ok
	outcome.checks[1].failing == ["p1"]
}

test_team_member_who_never_signed_fails if {
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as without("/agreements/0/signatories/1")
}

signed_by_manager(day) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/manager", "value": "zhao"},
	{"op": "add", "path": "/agreements/0/signatories/-", "value": {"person": "zhao", "signed_on": day}},
])

test_manager_outside_the_team_signs_too if {
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as with_value("/projects/0/manager", "zhao")
	service_delivery.confidentiality_agreements.status == "satisfied" with input as signed_by_manager("2026-01-10")
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as signed_by_manager("2026-01-11")
}

test_signatures_may_stand_in_several_agreements if {
	split := json.patch(good, [
		{"op": "remove", "path": "/agreements/0/signatories/1"},
		{"op": "add", "path": "/agreements/-", "value": {"id": "a2", "kind": "confidentiality_agreement", "projects": ["p1"], "signed_on": "2026-02-20", "signatories": [{"person": "li", "signed_on": "2026-02-20"}]}},
	])
	service_delivery.confidentiality_agreements.status == "satisfied" with input as split
}

test_silence_about_team_or_signatories_is_no_evidence if {
	service_delivery.confidentiality_agreements.status == "no_evidence" with input as without("/projects/0/team")
	service_delivery.confidentiality_agreements.status == "no_evidence" with input as without("/agreements/0/signatories")
}

test_empty_team_fails if {
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as with_value("/projects/0/team", [])
}

test_stage_checked_on_the_day_it_was_reached_is_enough if {
	service_delivery.control_of_stages.status == "satisfied" with input as with_value("/projects/0/milestones/0/checked_on", "2026-03-30")
}

test_stage_checked_before_it_was_reached_fails if {
	outcome := service_delivery.control_of_stages with input as with_value("/projects/0/milestones/0/checked_on", "2026-03-29")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
}

test_stage_is_checked_by_the_reference_date if {
	service_delivery.control_of_stages.status == "satisfied" with input as with_value("/projects/0/milestones/0/checked_on", "2026-11-22")
	service_delivery.control_of_stages.status == "not_satisfied" with input as with_value("/projects/0/milestones/0/checked_on", "2026-11-23")
}

test_stage_without_check_or_checker_fails if {
	service_delivery.control_of_stages.status == "not_satisfied" with input as without("/projects/0/milestones/0/checked_on")
	service_delivery.control_of_stages.status == "not_satisfied" with input as without("/projects/0/milestones/0/checked_by")
}

test_only_stages_that_were_due_are_looked_at if {
	service_delivery.control_of_stages.status == "satisfied" with input as added("/projects/0/milestones/-", {"name": "later", "due_on": "2026-11-23"})
	service_delivery.control_of_stages.status == "not_satisfied" with input as added("/projects/0/milestones/-", {"name": "today", "due_on": "2026-11-22"})
}

abandoned_with(day) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/status", "value": "abandoned"},
	{"op": "add", "path": "/projects/0/milestones/-", "value": {"name": "final", "due_on": day}},
])

test_abandoned_project_is_looked_at_until_its_end if {
	service_delivery.control_of_stages.status == "satisfied" with input as abandoned_with("2026-07-01")
	service_delivery.control_of_stages.status == "not_satisfied" with input as abandoned_with("2026-06-30")
}

test_no_milestone_fails_and_silence_is_no_evidence if {
	service_delivery.control_of_stages.status == "not_satisfied" with input as with_value("/projects/0/milestones", [])
	outcome := service_delivery.control_of_stages with input as without("/projects/0/milestones")
	outcome.status == "no_evidence"
	every check in outcome.checks { check.unknown == ["p1"] }
}

proposed_on(day) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/communication/reports/1/topics", "value": ["progress"]},
	{"op": "add", "path": "/projects/0/communication/reports/-", "value": {"date": day, "topics": ["proposals"]}},
])

test_reports_count_during_the_service if {
	service_delivery.contact_and_reports.status == "not_satisfied" with input as proposed_on("2026-01-09")
	service_delivery.contact_and_reports.status == "satisfied" with input as proposed_on("2026-01-10")
	service_delivery.contact_and_reports.status == "satisfied" with input as proposed_on("2026-06-30")
	service_delivery.contact_and_reports.status == "not_satisfied" with input as proposed_on("2026-07-01")
}

contact_joining_on(day) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/communication/contact", "value": "zhao"},
	{"op": "add", "path": "/projects/0/team/-", "value": {"person": "zhao", "from": day}},
])

test_contact_has_joined_by_the_reference_date if {
	service_delivery.contact_and_reports.status == "satisfied" with input as contact_joining_on("2026-11-22")
	service_delivery.contact_and_reports.status == "not_satisfied" with input as contact_joining_on("2026-11-23")
}

test_who_joins_after_the_reference_date_has_not_to_have_signed if {
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as contact_joining_on("2026-11-22")
	service_delivery.confidentiality_agreements.status == "satisfied" with input as contact_joining_on("2026-11-23")
}

test_team_that_has_not_begun_shows_nothing_signed if {
	future := json.patch(good, [
		{"op": "remove", "path": "/projects/0/manager"},
		{"op": "replace", "path": "/projects/0/team", "value": [{"person": "wang", "from": "2026-11-23"}]},
	])
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as future
}

manager_joining_and_signing_on(day) := json.patch(good, [
	{"op": "replace", "path": "/projects/0/team/0/from", "value": day},
	{"op": "replace", "path": "/agreements/0/signatories/0/signed_on", "value": day},
])

test_manager_in_the_team_signs_by_joining_it if {
	service_delivery.confidentiality_agreements.status == "satisfied" with input as manager_joining_and_signing_on("2026-02-01")
}

test_signatures_count_while_the_agreement_is_valid if {
	service_delivery.confidentiality_agreements.status == "satisfied" with input as added("/agreements/0/valid_until", "2026-12-31")
	service_delivery.confidentiality_agreements.status == "satisfied" with input as added("/agreements/0/valid_until", "2026-03-01")
	service_delivery.confidentiality_agreements.status == "not_satisfied" with input as added("/agreements/0/valid_until", "2026-02-28")
}
