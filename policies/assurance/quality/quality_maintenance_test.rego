package ciieval.assurance.quality.quality_maintenance_test

import data.ciieval.assurance.quality.quality_maintenance

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [
		{"id": "d1", "kind": "complaints_policy", "approved_on": "2024-01-01", "effective_from": "2024-01-01"},
		{"id": "d2", "kind": "internal_audit_procedure", "approved_on": "2024-01-01", "effective_from": "2024-01-01", "topics": ["audit_planning", "audit_feedback"]},
	],
	"people": [
		{"id": "p1", "employment": {"from": "2020-01-01"}, "department": "quality", "posts": ["internal_auditor"]},
		{"id": "p2", "employment": {"from": "2020-01-01"}, "department": "delivery", "posts": ["service_technician"]},
	],
	"quality": {
		"internal_audits": [{"date": "2026-03-01", "auditors": ["p1"], "departments": ["delivery"], "problems": [{"matter": "records", "due_on": "2026-04-01", "closed_on": "2026-03-20"}]}],
		"nonconformities": [
			{"found_on": "2026-03-01", "matter": "records", "correction": "completed", "due_on": "2026-04-01", "closed_on": "2026-03-20"},
			{"found_on": "2026-11-01", "matter": "labels", "correction": "relabel", "due_on": "2026-11-22"},
		],
	},
	"complaints": [{"id": "c1", "received_on": "2026-05-01", "accepted_on": "2026-05-02", "confirmed_on": "2026-05-03", "handled_on": "2026-05-10", "replied_on": "2026-05-15", "reply_due_on": "2026-05-15", "measures": ["retrained"]}],
}

changed(op, path, value) := json.patch(good, [{"op": op, "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

silent := {"assessment": {"reference_date": "2026-11-22"}}

declared(dossier) := object.union(dossier, {"absences": [{"subject": "complaints", "stated_on": "2026-11-22", "stated_by": "x", "reason": "none received"}]})

test_nonconformities_closed_or_not_yet_due_are_enough if {
	quality_maintenance.corrective_action.status == "satisfied" with input as good
}

test_nonconformity_one_day_overdue_fails if {
	outcome := quality_maintenance.corrective_action with input as changed("replace", "/quality/nonconformities/1/due_on", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["quality.nonconformities[1]"]
}

test_nonconformity_closed_after_the_reference_date_is_still_open if {
	quality_maintenance.corrective_action.status == "not_satisfied" with input as changed("replace", "/quality/nonconformities/0/closed_on", "2026-11-23")
}

test_nonconformity_closed_late_is_shown_and_does_not_decide if {
	outcome := quality_maintenance.corrective_action with input as changed("replace", "/quality/nonconformities/0/closed_on", "2026-04-02")
	outcome.status == "satisfied"
	outcome.checks[3].failing == ["quality.nonconformities[0]"]
	outcome.checks[3].information
}

test_nonconformity_without_correction_is_no_evidence if {
	outcome := quality_maintenance.corrective_action with input as without("/quality/nonconformities/0/correction")
	outcome.status == "no_evidence"
	outcome.checks[1].unknown == ["quality.nonconformities[0]"]
}

test_open_nonconformity_without_due_date_is_no_evidence if {
	quality_maintenance.corrective_action.status == "no_evidence" with input as without("/quality/nonconformities/1/due_on")
}

test_no_nonconformity_found_is_enough_where_the_system_was_examined if {
	quality_maintenance.corrective_action.status == "satisfied" with input as changed("replace", "/quality/nonconformities", [])
}

test_no_nonconformity_found_without_any_examination_fails if {
	unexamined := changed("replace", "/quality", {"nonconformities": [], "internal_audits": []})
	quality_maintenance.corrective_action.status == "not_satisfied" with input as unexamined
}

test_examination_of_the_first_day_of_the_year_counts_and_of_the_day_before_does_not if {
	quality_maintenance.corrective_action.status == "satisfied" with input as changed("replace", "/quality/internal_audits/0/date", "2025-11-22")
	quality_maintenance.corrective_action.status == "not_satisfied" with input as changed("replace", "/quality/internal_audits/0/date", "2025-11-21")
}

test_management_review_is_an_examination if {
	reviewed := changed("replace", "/quality", {"nonconformities": [], "management_reviews": [{"date": "2026-01-01"}]})
	outcome := quality_maintenance.corrective_action with input as reviewed
	outcome.status == "satisfied"
	outcome.checks[0].items == ["quality.management_reviews[0]"]
}

test_corrective_action_without_register_is_no_evidence if {
	quality_maintenance.corrective_action.status == "no_evidence" with input as without("/quality/nonconformities")
	quality_maintenance.corrective_action.status == "no_evidence" with input as silent
}

test_complaint_handled_in_time_is_enough if {
	quality_maintenance.complaints_handling.status == "satisfied" with input as good
}

test_complaint_answered_one_day_late_fails if {
	outcome := quality_maintenance.complaints_handling with input as changed("replace", "/complaints/0/replied_on", "2026-05-16")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["c1"]
}

test_open_complaint_counts_until_its_reply_is_due if {
	open := changed("replace", "/complaints/0", {"id": "c1", "received_on": "2026-11-01", "reply_due_on": "2026-11-22"})
	overdue := changed("replace", "/complaints/0", {"id": "c1", "received_on": "2026-11-01", "reply_due_on": "2026-11-21"})
	quality_maintenance.complaints_handling.status == "satisfied" with input as open
	quality_maintenance.complaints_handling.status == "not_satisfied" with input as overdue
}

test_complaint_without_measures_fails if {
	quality_maintenance.complaints_handling.status == "not_satisfied" with input as changed("replace", "/complaints/0/measures", [])
}

test_complaint_that_leaves_out_a_step_or_its_measures_is_no_evidence if {
	quality_maintenance.complaints_handling.status == "no_evidence" with input as without("/complaints/0/confirmed_on")
	quality_maintenance.complaints_handling.status == "no_evidence" with input as without("/complaints/0/measures")
}

test_complaints_without_policy_are_no_evidence if {
	quality_maintenance.complaints_handling.status == "no_evidence" with input as without("/documents/0")
}

test_complaint_policy_approved_after_the_reference_date_fails if {
	quality_maintenance.complaints_handling.status == "not_satisfied" with input as changed("replace", "/documents/0/approved_on", "2026-11-23")
}

test_register_without_complaints_of_three_years_shows_that_there_were_none if {
	quality_maintenance.complaints_handling.status == "not_applicable" with input as changed("replace", "/complaints", [])
	quality_maintenance.complaints_handling.status == "not_applicable" with input as changed("replace", "/complaints/0/received_on", "2023-11-21")
}

test_complaint_received_three_years_ago_to_the_day_is_looked_at if {
	quality_maintenance.complaints_handling.status == "satisfied" with input as changed("replace", "/complaints/0/received_on", "2023-11-22")
}

test_declared_absence_of_complaints_does_not_apply if {
	quality_maintenance.complaints_handling.status == "not_applicable" with input as declared(silent)
}

test_declared_absence_of_complaints_is_contradicted_by_one if {
	outcome := quality_maintenance.complaints_handling with input as declared(good)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["c1"]
}

test_silence_about_complaints_is_no_evidence if {
	quality_maintenance.complaints_handling.status == "no_evidence" with input as without("/complaints")
	quality_maintenance.complaints_handling.status == "no_evidence" with input as silent
}

test_yearly_independent_audit_is_enough if {
	quality_maintenance.internal_audit.status == "satisfied" with input as good
}

test_audit_of_the_first_day_of_the_year_counts_and_of_the_day_before_does_not if {
	quality_maintenance.internal_audit.status == "satisfied" with input as changed("replace", "/quality/internal_audits/0/date", "2025-11-22")
	outcome := quality_maintenance.internal_audit with input as changed("replace", "/quality/internal_audits/0/date", "2025-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 0
}

test_audit_of_the_own_department_fails if {
	outcome := quality_maintenance.internal_audit with input as changed("replace", "/quality/internal_audits/0/auditors", ["p1", "p2"])
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["quality.internal_audits[0]"]
}

test_auditor_of_a_supplier_is_independent if {
	outside := json.patch(good, [
		{"op": "add", "path": "/people/-", "value": {"id": "p3", "supplier": "s1"}},
		{"op": "replace", "path": "/quality/internal_audits/0/auditors", "value": ["p3"]},
	])
	quality_maintenance.internal_audit.status == "satisfied" with input as outside
}

test_audit_without_anybody_fails if {
	quality_maintenance.internal_audit.status == "not_satisfied" with input as changed("replace", "/quality/internal_audits/0/auditors", [])
}

test_audit_that_does_not_say_who_or_what_is_no_evidence if {
	quality_maintenance.internal_audit.status == "no_evidence" with input as without("/quality/internal_audits/0/auditors")
	quality_maintenance.internal_audit.status == "no_evidence" with input as without("/quality/internal_audits/0/departments")
	quality_maintenance.internal_audit.status == "no_evidence" with input as without("/people/0/department")
}

test_problem_of_an_audit_not_yet_due_counts_and_overdue_does_not if {
	open := changed("replace", "/quality/internal_audits/0/problems", [{"matter": "x", "due_on": "2026-11-22"}])
	overdue := changed("replace", "/quality/internal_audits/0/problems", [{"matter": "x", "due_on": "2026-11-21"}])
	quality_maintenance.internal_audit.status == "satisfied" with input as open
	quality_maintenance.internal_audit.status == "not_satisfied" with input as overdue
}

test_overdue_problem_fails_beside_one_without_due_date if {
	problems := [{"matter": "x", "due_on": "2026-11-21"}, {"matter": "y"}]
	quality_maintenance.internal_audit.status == "not_satisfied" with input as changed("replace", "/quality/internal_audits/0/problems", problems)
}

test_audit_without_problems_is_enough if {
	quality_maintenance.internal_audit.status == "satisfied" with input as changed("replace", "/quality/internal_audits/0/problems", [])
}

test_audit_silent_about_problems_is_no_evidence if {
	quality_maintenance.internal_audit.status == "no_evidence" with input as without("/quality/internal_audits/0/problems")
	quality_maintenance.internal_audit.status == "no_evidence" with input as changed("replace", "/quality/internal_audits/0/problems", [{"matter": "x"}])
}

test_audit_procedure_without_feedback_fails if {
	outcome := quality_maintenance.internal_audit with input as changed("replace", "/documents/1/topics", ["audit_planning"])
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == ["audit_feedback"]
}

test_silence_about_audits_is_no_evidence if {
	quality_maintenance.internal_audit.status == "no_evidence" with input as without("/quality/internal_audits")
	quality_maintenance.internal_audit.status == "no_evidence" with input as silent
}
