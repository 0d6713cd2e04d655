# 8.11 Service continuity: what a provider owes when a service ends, passes to another provider or cannot be
# continued.
package ciieval.assurance.continuity

import data.ciieval.lib.checks
import data.ciieval.lib.conditions
import data.ciieval.lib.dates
import data.ciieval.lib.outcomes
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# METADATA
# title: Notice of the effects of an ending
# description: Where the end of a service may affect the client's systems, business or data, the client was told before the term ran out.
# custom:
#   clause: 8.11.a
#   mandatory: false
#   title_zh: 终止影响告知
#   description_zh: 服务终止可能影响服务需求方系统、业务或数据的，在服务期限到期前已告知。
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.10 和 6.7 条，附录 C 列出四条具体要求。
#     en: Chapter 8 only refers to 5.10 and 6.7 of GB/T 32914—2023; Appendix C spells out four clauses.
#   reading:
#     zh: 近三年每个已完成项目均须说明终止的影响对象，空列表表示无影响；告知日须早于到期日，当日不计；在施项目期限未到的暂不要求。所有已完成项目均无影响，或声明无此类服务且无相反事实的，本条不适用。
#     en: Every project completed in the last three years says what its end affects, an empty list meaning nothing; the notice is given before the day on which the term ends, not on it; of a running project whose term has not ended nothing is asked yet. The clause does not apply where no ending had effects, or where such services are declared absent and no fact says otherwise.
notice_of_ending := conditions.unless_shown_absent(
	[endings_told, checks.none("project.ended_with_impact", "projects", projects.register, ended_with_impact)],
	"ended_services_with_impact",
	ended_with_impact,
	[endings_told, checks.every_one("project.notified_before_term", "projects", ended_with_impact, notified_before_term, notice_unknown)],
)

endings_told := checks.every_one("project.ending_described", "projects", projects.completed_ids, with_ending, projects.completed_ids)

with_ending := {project.id | some project in projects.examined; project.ending}

# Projects that ended, or whose term ran out, with effects on the client.
ended := [project |
	some project in projects.examined
	count(project.ending.impacts) > 0
	over(project)
]

ended_with_impact := {project.id | some project in ended}

over(project) if project.status != "in_progress"

over(project) if project.ending.term_ends_on <= reference

notified_before_term := {project.id |
	today := reference
	some project in ended
	project.ending.notified_on <= today
	project.ending.notified_on < project.ending.term_ends_on
}

notice_unknown := silent_about(ended, ["ending", "notified_on"]) | silent_about(ended, ["ending", "term_ends_on"])

# Of these projects the ones that say nothing under the path.
silent_about(list, path) := {project.id | some project in list; object.get(project, path, null) == null}

# METADATA
# title: Handover to a successor
# description: Where another provider took over, everything the client asked for was handed over to it.
# custom:
#   clause: 8.11.b
#   mandatory: false
#   title_zh: 更换机构时的移交
#   description_zh: 更换服务机构的，服务需求方要求移交的资料、账号、证件、令牌均已交给其指定的接替机构。
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.10 和 6.7 条，附录 C 列出四条具体要求。
#     en: Chapter 8 only refers to 5.10 and 6.7 of GB/T 32914—2023; Appendix C spells out four clauses.
#   reading:
#     zh: 移交范围以服务需求方的要求为准，要求为空列表的视为无需移交；审查近三年实施的项目，尚未退出服务的更换暂不要求移交完毕。声明无服务机构更换且无相反事实的，本条不适用；未提及更换不等于没有更换。
#     en: The client decides what is to be handed over, an empty list meaning nothing; projects of the last three years are looked at, and as long as the provider has not left, the handover need not be complete. The clause does not apply where replacement is declared absent and no fact says otherwise; silence about it is not its absence.
handover_to_successor := outcomes.unless_absent("provider_replacement", replaced, [checks.every_one("project.handed_over", "projects", replaced, handed_over | still_serving, silent_about(replacements, ["replacement", "required_items"]) | silent_about(replacements, ["replacement", "handed_over"]))])

replacements := [project | some project in projects.examined; project.replacement]

replaced := {project.id | some project in replacements}

handed_over := {project.id |
	some project in replacements
	every item in project.replacement.required_items { item in project.replacement.handed_over }
}

# Replaced, but not gone by the reference date.
still_serving := {project.id |
	today := reference
	some project in replacements
	project.status == "in_progress"
	object.get(project, ["replacement", "left_on"], "9999-12-31") > today
}

# METADATA
# title: Services that cannot be continued
# description: Where a service could not be continued, the client was told beforehand and accepted a plan of substitution or handover before it stopped.
# custom:
#   clause: 8.11.c
#   mandatory: true
#   title_zh: 无法持续服务的告知与方案
#   description_zh: 确需中止服务的，已提前告知服务需求方，并在停止前提出经其认可的替代或交接方案。
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.10 和 6.7 条，附录 C 列出四条具体要求。
#     en: Chapter 8 only refers to 5.10 and 6.7 of GB/T 32914—2023; Appendix C spells out four clauses.
#   reading:
#     zh: 提前告知指早于停止日，当日不计；方案的认可不晚于停止日。停止日在评价基准日之后的不计。声明无此情况且无相反事实的，本条不适用；未提及不等于没有。
#     en: Telling beforehand means before the day of stopping, not on it; the plan is accepted by that day. A stop after the reference date does not count. The clause does not apply where this is declared absent and no fact says otherwise; silence is not absence.
discontinuation := outcomes.unless_absent("service_discontinuation", discontinued, [
	checks.every_one("project.stop_notified", "projects", discontinued, stop_notified, silent_about(discontinuations, ["discontinuation", "notified_on"])),
	checks.every_one("project.stop_plan", "projects", discontinued, with_stop_plan, silent_about(discontinuations, ["discontinuation", "plan"])),
	checks.every_one("project.stop_plan_accepted", "projects", discontinued, stop_plan_accepted, silent_about(discontinuations, ["discontinuation", "plan_accepted_on"])),
])

discontinuations := [project |
	today := reference
	some project in projects.examined
	project.discontinuation.stopped_on <= today
]

discontinued := {project.id | some project in discontinuations}

stop_notified := {project.id |
	some project in discontinuations
	project.discontinuation.notified_on < project.discontinuation.stopped_on
}

with_stop_plan := {project.id | some project in discontinuations; project.discontinuation.plan}

stop_plan_accepted := {project.id |
	some project in discontinuations
	project.discontinuation.plan_accepted_on <= project.discontinuation.stopped_on
}

# METADATA
# title: No exit before the handover is done
# description: Where another provider took over, the provider left only after the handover had been accepted.
# custom:
#   clause: 8.11.d
#   mandatory: true
#   title_zh: 交接完成后退出
#   description_zh: 更换服务机构的，在交接经确认完成后才退出服务。
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.10 和 6.7 条，附录 C 列出四条具体要求。
#     en: Chapter 8 only refers to 5.10 and 6.7 of GB/T 32914—2023; Appendix C spells out four clauses.
#   reading:
#     zh: 交接确认日不晚于退出日，同日可接受；项目在施且截至评价基准日尚未退出的，未违反本条。声明无服务机构更换且无相反事实的，本条不适用；未提及更换不等于没有更换。
#     en: The handover is accepted on or before the day of leaving; in a running project that the provider has not left by the reference date nothing is breached. The clause does not apply where replacement is declared absent and no fact says otherwise; silence about it is not its absence.
exit_after_handover := outcomes.unless_absent("provider_replacement", replaced, [checks.every_one("project.left_after_handover", "projects", replaced, left_after_handover | still_serving, silent_about(replacements, ["replacement", "accepted_on"]) | silent_about(replacements, ["replacement", "left_on"]))])

left_after_handover := {project.id |
	today := reference
	some project in replacements
	project.replacement.accepted_on <= project.replacement.left_on
	project.replacement.accepted_on <= today
}
