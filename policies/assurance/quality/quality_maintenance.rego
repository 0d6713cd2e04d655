# 8.8.2 Keeping the management system working: corrections, complaints, internal audits.
package ciieval.assurance.quality.quality_maintenance

import data.ciieval.lib.checks
import data.ciieval.lib.conditions
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.follow_up
import data.ciieval.lib.outcomes
import data.ciieval.lib.people

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

three_years_ago := dates.three_years_ago

by_id := people.by_id

# METADATA
# title: Corrective action
# description: The working of the system was looked at in the last twelve months, every nonconformity found has a corrective action, and none is overdue.
# custom:
#   clause: 8.8.2.a
#   mandatory: false
#   title_zh: 纠正措施
#   description_zh: 近十二个月内检查过体系运行情况；发现的不符合项均有纠正措施，且已关闭或尚未到期。
#   reading:
#     zh: 体系有效运行以近十二个月内至少一次内部审核、管理评审或质量监督为证。不符合项已关闭，或要求完成日期不早于评价基准日而尚未关闭，均可接受；逾期后关闭的仅列示，不影响判定。明确登记为空列表表示未发现不符合项。
#     en: "That the system works is shown by an internal audit, a management review or a supervision in the last twelve months. A nonconformity is closed, or still open and due on or after the reference date; closing after the due date is shown and decides nothing. An explicitly empty list states that none was found."
corrective_action := outcomes.of(array.concat(
	[checks.count_at_least("quality.recent_examinations", "quality", examinations_register, recent_examinations, 1)],
	nonconformity_checks,
))

# The ways of looking at how the system works.
examination_kinds := ["internal_audits", "management_reviews", "supervisions"]

examinations_register if {
	some kind in examination_kinds
	input.quality[kind]
} else := null

recent_examinations contains path if {
	some kind in examination_kinds
	some index, examination in input.quality[kind]
	examination.date >= one_year_ago
	examination.date <= reference
	path := sprintf("quality.%s[%d]", [kind, index])
}

nonconformities_register := object.get(input, ["quality", "nonconformities"], null)

nonconformities[path] := nonconformity if {
	some index, nonconformity in input.quality.nonconformities
	nonconformity.found_on <= reference
	path := sprintf("quality.nonconformities[%d]", [index])
}

nonconformity_checks := [checks.none("quality.nonconformities", "quality.nonconformities", nonconformities_register, set())] if {
	count(nonconformities) == 0
} else := array.concat(
	[
		checks.every_one("quality.nonconformities_corrected", "quality.nonconformities", object.keys(nonconformities), corrected, object.keys(nonconformities)),
		checks.every_one("quality.nonconformities_settled", "quality.nonconformities", object.keys(nonconformities), closed_or_not_due, without_due_day),
	],
	[checks.informative(checks.every_one("quality.nonconformities_closed_in_time", "quality.nonconformities", dated_closings, closed_in_time, set())) | count(dated_closings) > 0],
)

corrected contains path if {
	some path, nonconformity in nonconformities
	nonconformity.correction
}

closed_or_not_due contains path if {
	some path, nonconformity in nonconformities
	follow_up.settled(nonconformity, "closed_on")
}

without_due_day contains path if {
	some path, nonconformity in nonconformities
	follow_up.open_ended(nonconformity, "closed_on")
}

# Closed by the reference date and given a day by which that was due.
dated_closings contains path if {
	some path, nonconformity in nonconformities
	nonconformity.closed_on <= reference
	nonconformity.due_on
}

closed_in_time contains path if {
	some path in dated_closings
	nonconformities[path].closed_on <= nonconformities[path].due_on
}

# METADATA
# title: Handling of complaints
# description: A procedure for appeals, complaints and disputes is in force, and each one of the last three years went through its steps in time, with the measures taken on record.
# custom:
#   clause: 8.8.2.b
#   mandatory: false
#   title_zh: 申诉投诉处理
#   description_zh: 处理申诉、投诉和争议的制度现行有效；近三年每一件均依制度受理、确认、处置并按期答复，且记录了采取的措施。
#   reading:
#     zh: 审查近三年收到的申诉、投诉和争议；有答复期限的须在期限内（含当日）答复，期限未到而尚未答复的可接受。登记表已给出而近三年无一件的，或声明未发生且无相反事实的，本条不适用。
#     en: Appeals, complaints and disputes received in the last three years are looked at; where a reply is due by a day it is given on or before it, and one not yet due may be open. The clause does not apply where the register is given and has none of those years, or where they are declared absent and no fact says otherwise.
complaints_handling := conditions.unless_shown_absent(
	[checks.none("complaint.received", "complaints", complaints_register, object.keys(complaints))],
	"complaints",
	object.keys(complaints),
	[
		documents.is_in_force("complaints_policy"),
		checks.every_one("complaint.handled_by_procedure", "complaints", object.keys(complaints), handled | reply_pending, object.keys(complaints) - reply_overdue),
		checks.every_one("complaint.measures", "complaints", object.keys(complaints), measures_taken | reply_pending, without_measures_key),
	],
)

complaints_register := object.get(input, "complaints", null)

complaints := {complaint.id: complaint |
	some complaint in input.complaints
	complaint.received_on >= three_years_ago
	complaint.received_on <= reference
}

handled := {complaint.id |
	some complaint in complaints
	every step in ["accepted_on", "confirmed_on", "handled_on", "replied_on"] {
		complaint[step] <= reference
	}
	complaint.replied_on <= object.get(complaint, "reply_due_on", complaint.replied_on)
}

reply_pending := {complaint.id |
	some complaint in complaints
	follow_up.day_of(complaint, "replied_on") > reference
	complaint.reply_due_on >= reference
}

# Replied too late, or not at all although it was due.
reply_overdue := {complaint.id |
	some complaint in complaints
	complaint.reply_due_on < reference
	follow_up.day_of(complaint, "replied_on") > complaint.reply_due_on
}

measures_taken := {complaint.id | some complaint in complaints; count(complaint.measures) > 0}

without_measures_key := {complaint.id | some complaint in complaints; not complaint.measures}

# METADATA
# title: Internal audits
# description: An internal audit procedure with its feedback is in force and carried out every year, by auditors from outside the departments audited, and the problems found are resolved in time.
# custom:
#   clause: 8.8.2.c
#   mandatory: false
#   title_zh: 内部审核
#   description_zh: 内部审核程序现行有效并规定审核策划和反馈处理；每年开展内部审核，审核员独立于被审核部门，发现的问题按期解决。
#   reading:
#     zh: 近十二个月内至少一次内部审核；近三年的每次审核均须满足独立性和问题处理要求。独立指审核员所在部门不在该次被审核部门之列，供应商等外部人员视为独立；明确没有审核员或被审核部门的不满足，不因另一项未说明而视为未提供证据；交叉审核的，应按被审核部门分次登记。问题已关闭或尚未到期均可接受，空列表表示未发现问题。
#     en: "At least one internal audit in the last twelve months; every audit of the last three years meets the demands on independence and resolution. Independent means that the auditor's department is not among those audited; people of suppliers count as outsiders; an audit stated to have no auditors, or no departments, falls short whatever else it does not say; audits that departments carry out on each other are recorded as one audit per department audited. A problem is closed or not yet due; an empty list states that none was found."
internal_audit := outcomes.of(array.concat(
	documents.policy("internal_audit_procedure", ["audit_planning", "audit_feedback"]),
	[
		checks.count_at_least("quality.recent_internal_audits", "quality.internal_audits", audits_register, recent_audits, 1),
		checks.every_one("quality.independent_audits", "quality.internal_audits", object.keys(audits), independent, independence_unknown),
		checks.every_one("quality.audits_with_problems_settled", "quality.internal_audits", object.keys(audits), resolved, resolution_unknown),
	],
))

audits_register := object.get(input, ["quality", "internal_audits"], null)

# Audits of the last three years, by their place in the dossier.
audits[path] := audit if {
	some index, audit in input.quality.internal_audits
	audit.date >= three_years_ago
	audit.date <= reference
	path := sprintf("quality.internal_audits[%d]", [index])
}

recent_audits contains path if {
	some path, audit in audits
	audit.date >= one_year_ago
}

independent contains path if {
	some path, audit in audits
	count(audit.auditors) > 0
	count(audit.departments) > 0
	every auditor in audit.auditors { independent_of(object.get(by_id, auditor, {}), audit.departments) }
}

independent_of(person, _) if person.supplier

independent_of(person, departments) if {
	person.department
	not person.department in departments
}

# Nobody is known to have audited the own department, nor is it stated that nobody audited or nothing was, but something about auditors or departments is not said.
independence_unknown contains path if {
	some path, audit in audits
	not path in audited_own_department
	not [] in [object.get(audit, "auditors", null), object.get(audit, "departments", null)]
	says_too_little(audit)
}

audited_own_department contains path if {
	some path, audit in audits
	some auditor in audit.auditors
	person := by_id[auditor]
	not person.supplier
	person.department in audit.departments
}

says_too_little(audit) if not audit.auditors

says_too_little(audit) if not audit.departments

says_too_little(audit) if {
	some auditor in audit.auditors
	object.get(by_id, [auditor, "department"], null) == null
	object.get(by_id, [auditor, "supplier"], null) == null
}

resolved contains path if {
	some path, audit in audits
	audit.problems
	follow_up.all_settled(audit.problems, "closed_on")
}

resolution_unknown contains path if {
	some path, audit in audits
	not audit.problems
}

resolution_unknown contains path if {
	some path, audit in audits
	follow_up.undecided(audit.problems, "closed_on")
}
