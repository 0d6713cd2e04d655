# 8.2.7 Deliverables: submitted in time, true and complete, reviewed; and what the client is given back.
package ciieval.assurance.project_management.deliverables

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.project_records
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
project_members := project_records.members

reference := dates.reference

examined := projects.examined

examined_ids := projects.examined_ids

register := projects.register

# METADATA
# title: Submission and confirmation
# description: In every project what was due under the agreement was submitted in time and confirmed by the client; a completed project delivered a plan, process records and a report.
# custom:
#   clause: 8.2.7.a
#   mandatory: true
#   title_zh: 成果提交与确认
#   description_zh: 每个项目按协议约定日期提交交付成果并经服务需求方确认；完成的项目已交付服务方案、过程文档和服务报告。
#   judgement:
#     zh: 以其他名称或形式交付的成果是否相当于所举的方案、过程文档和报告。
#     en: Whether results delivered under other names or in other forms stand for the named plan, records and reports.
#   reading:
#     zh: 基准日及以前到期的成果均须在约定日期当日或之前提交并已确认，废止的项目只看废止前到期的；完成的项目至少有一项到期成果，且全部已提交成果均须确认；进行中尚无到期成果的项目不计；成果种类为列举（“如”），三种报告有其一即可。
#     en: What fell due by the reference date must have been submitted on or before its day and confirmed, in an abandoned project what fell due before its end; a completed project has at least one such deliverable, and all it submitted are confirmed; a running project in which nothing is due yet is left out; the kinds are examples, one of the three reports is enough.
#   differs:
#     zh: 第 8 章 8.2.7 只有规范性与评审一句，本条仅见于附录 C；以附录 C 为准。
#     en: Chapter 8 has only the sentence on norms and reviews in 8.2.7; this clause stands in Appendix C alone, which decides.
submission_and_confirmation := outcomes.of(array.concat(
	[
		checks.every_one("project.deliverables_on_time", "projects", with_duties, on_time, silent_projects),
		checks.every_one("project.deliverables_confirmed", "projects", with_duties, confirmed, silent_projects),
	],
	delivered_kinds,
))

silent_projects := project_records.silent(["deliverables"])

# Project to its deliverables that have fallen due.
due := {id: list |
	some id, project in examined
	until := project_records.due_until(project)
	list := [deliverable | some deliverable in project.deliverables; deliverable.due_on <= until]
}

with_due := object.keys({id: true | some id, list in due; list != []})

# All but the projects, not completed, in which nothing is due yet.
with_duties := (with_due | silent_projects) | completed

completed := {project.id | some project in examined; project.status == "completed"}

# Project to its deliverables submitted by the reference date.
submitted := {id: list |
	today := reference
	some id, project in examined
	list := [deliverable | some deliverable in project.deliverables; deliverable.submitted_on <= today]
}

on_time := {id |
	some id in with_due
	every deliverable in due[id] { deliverable.submitted_on <= deliverable.due_on }
}

confirmed := (with_due & all_confirmed(due)) - (completed - all_confirmed(submitted))

# The projects all of whose listed deliverables are confirmed.
all_confirmed(lists) := object.keys({id: true |
	today := reference
	some id, list in lists
	every deliverable in list {
		deliverable.confirmed_on >= deliverable.submitted_on
		deliverable.confirmed_on <= today
	}
})

# The kinds can be asked for only once a project is over.
delivered_kinds := [
	delivered("project.delivered_kinds/deliverable_kinds.service_plan", {"service_plan"}),
	delivered("project.delivered_kinds/deliverable_kinds.process_record", {"process_record"}),
	delivered("project.delivered_report", {"stage_report", "summary_report", "acceptance_report"}),
] if {
	count(completed) > 0
} else := []

# Every completed project submitted a deliverable of one of the kinds.
delivered(fact, kinds) := checks.judged(checks.every_one(fact, "projects", completed, delivering, silent_projects)) if {
	delivering := object.keys({id: true | some id, list in kinds_submitted; list & kinds != set()})
}

kinds_submitted := {id: {deliverable.kind | some deliverable in list} | some id, list in submitted}

# METADATA
# title: True, accurate and complete deliverables
# description: Every deliverable was verified before it was submitted and states its basis, composition, conclusions, measures, data sources and supporting materials; nothing was falsified.
# custom:
#   clause: 8.2.7.b
#   mandatory: true
#   title_zh: 成果真实准确完整
#   description_zh: 每项交付成果提交前经过核验，并阐明依据、组成、结论、措施、数据来源和支撑材料；无弄虚作假记录。
#   judgement:
#     zh: 成果对各项内容的阐述是否清晰；按成果性质确无某项内容的是否可以接受。
#     en: Whether deliverables set these contents out clearly, and whether one may lack a content that its nature does not have.
#   reading:
#     zh: “措施数据来源”之间缺少顿号，按措施、数据来源两项理解；核验不晚于提交，当日为符合；检查全部已提交的成果，尚未提交任何成果且未完成的项目不计；弄虚作假以近三年事件登记为据。
#     en: A separator is missing between measures and data sources, they are read as two contents; verification is on or before the day of submission; every submitted deliverable is looked at, and projects not completed that have submitted none are left out; falsification is looked up in the register of incidents of the last three years.
#   differs:
#     zh: 第 8 章 8.2.7 只有规范性与评审一句，本条仅见于附录 C；以附录 C 为准。
#     en: Chapter 8 has only the sentence on norms and reviews in 8.2.7; this clause stands in Appendix C alone, which decides.
true_deliverables := outcomes.of([
	states("basis"),
	states("composition"),
	states("conclusions"),
	states("measures"),
	states("data_sources"),
	states("supporting_materials"),
	every_submitting("project.deliverables_verified", verified),
	incidents.none_of("falsification"),
])

with_submitted := object.keys({id: true | some id, list in submitted; list != []})

submitting := (with_submitted | silent_projects) | completed

every_submitting(fact, met) := checks.every_one(fact, "projects", submitting, met, silent_projects)

states(content) := checks.judged(every_submitting(concat("", ["project.deliverable_statements/deliverable_statements.", content]), object.keys({id: true |
	some id, lists in stated
	every list in lists { content in list }
})))

# Project to the different lists of contents that its deliverables state.
stated := {id: lists |
	some id in with_submitted
	lists := {list | some deliverable in submitted[id]; list := object.get(deliverable, "states", [])}
}

verified := {id |
	some id in with_submitted
	every deliverable in submitted[id] {
		deliverable.verified_on <= deliverable.submitted_on
		deliverable.verified_by != ""
	}
}

# METADATA
# title: Return and clearing at the end
# description: After every completed project the client's data, materials, credentials, accounts and tools were returned, cleared or uninstalled, and service personnel signed a commitment or confirmation to the client.
# custom:
#   clause: 8.2.7.c
#   mandatory: true
#   title_zh: 交还清理与承诺
#   description_zh: 每个完成的项目已对数据、资料、访问凭证、账号和工具进行交还、清理或卸载，并由项目服务人员向服务需求方签署承诺或确认函。
#   reading:
#     zh: 五类事项每类均须有处理记录，记录未曾获得亦可；交还清理和签署不晚于基准日，约定的期限不另作推定；由至少一名项目组成员或项目负责人签字；近三年的项目均未完成的不适用。
#     en: Each of the five kinds has an entry, that it was never received is one too; handover and signature are by the reference date, no other term is presumed; at least one of the team or its manager has signed; does not apply where no project of the last three years is completed.
#   differs:
#     zh: 第 8 章 8.2.7 只有规范性与评审一句，本条仅见于附录 C；以附录 C 为准。
#     en: Chapter 8 has only the sentence on norms and reviews in 8.2.7; this clause stands in Appendix C alone, which decides.
return_and_clearing := where_completed([
	returned("client_data"),
	returned("materials"),
	returned("access_credentials"),
	returned("accounts"),
	returned("deployed_tools"),
	checks.every_one("project.handover", "projects", completed, handed_over, project_records.silent(["handover", "completed_on"])),
	checks.every_one("project.handover_commitment", "projects", completed, committed, project_records.silent(["handover", "commitment_signed_on"]) | project_records.silent(["handover", "commitment_signed_by"])),
])

# Projects that are all still under way or abandoned show that no service has been completed.
where_completed(list) := outcomes.not_applicable([checks.none("project.completed", "projects", register, completed)]) if {
	count(examined_ids) > 0
	count(completed) == 0
} else := outcomes.of(list)

returned(item) := checks.every_one(
	concat("", ["project.returned_items/returned_items.", item]),
	"projects",
	completed,
	object.keys({id: true | some id, items in items_returned; item in items}),
	silent_items,
)

silent_items := project_records.silent(["handover", "items"])

# Project to the kinds of item of which it records what was done with them.
items_returned := {id: items |
	some id, project in examined
	items := {entry.item | some entry in project.handover.items}
}

handed_over := {project.id | some project in examined; project.handover.completed_on <= reference}

committed := {project.id |
	today := reference
	some project in examined
	project.handover.commitment_signed_on <= today
	some signatory in project.handover.commitment_signed_by
	signatory in project_members[project.id]
}

# METADATA
# title: Norms and reviews
# description: Every submitted deliverable names the norms it follows and has passed its review.
# custom:
#   clause: 8.2.7.d
#   mandatory: false
#   title_zh: 规范性与评审
#   description_zh: 每项已提交的交付成果注明所遵循的规范，并通过评审。
#   judgement:
#     zh: 所注规范是否为应当遵循的规范，成果是否满足其要求。
#     en: Whether the norms named are those that apply, and whether the deliverable meets them.
#   reading:
#     zh: 每项成果均需评审；评审可在提交之前由机构组织，也可在提交之后与服务需求方进行，但不晚于确认日，未确认的不晚于基准日；多次评审以最后一次为准，同一日有多次的均须通过。
#     en: Every deliverable needs a review; it may be the provider's before submission or one with the client afterwards, on or before the day of confirmation, or the reference date where not confirmed; of several reviews the last decides, and of several on that day each has to be passed.
#   differs:
#     zh: 第 8 章 8.2.7 将本项作为唯一要求且不编号，附录 C 列为四项中的 d；以附录 C 为准。
#     en: Chapter 8 has this as the only and unlettered requirement of 8.2.7, Appendix C as the last of four, and Appendix C decides.
norms_and_reviews := outcomes.of([
	checks.judged(every_submitting("project.deliverable_norms", with_norms)),
	every_submitting("project.deliverable_reviews", reviewed),
])

with_norms := {id |
	some id in with_submitted
	every deliverable in submitted[id] { deliverable.norms != [] }
}

# The projects all of whose deliverables passed the last review before they were confirmed.
reviewed := with_submitted - {id |
	today := reference
	some id in with_submitted
	some deliverable in submitted[id]
	not has_passed(deliverable, today)
}

# Of two reviews on the last day nobody can say which decides: both have to be passed.
has_passed(deliverable, today) if {
	until := min([object.get(deliverable, "confirmed_on", today), today])
	reviews := [review | some review in deliverable.reviews; review.date <= until]
	reviews != []
	last := max([review.date | some review in reviews])
	deciding := [review | some review in reviews; review.date == last]
	every review in deciding { review.result == "passed" }
}
