# 8.2.2 Cost control: how projects are priced, resourced and kept within their budget.
package ciieval.assurance.project_management.cost_control

import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.outcomes
import data.ciieval.lib.project_records
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

examined := projects.examined

# METADATA
# title: Cost measured before the quotation
# description: In every project the cost was measured by GB/T 42461, then the quotation made, then the service begun.
# custom:
#   clause: 8.2.2.a
#   mandatory: false
#   title_zh: 先度量成本后报价
#   description_zh: 每个项目先依据 GB/T 42461 度量成本，再确定报价，之后才开始服务。
#   reading:
#     zh: 度量依据以 GB/T 42461 开头（可带年号）；度量、报价、开始服务的日期依次不晚于后者，可为同一天；度量成本应大于零；报价是否合理以先度量后报价认定，不比较两者金额。
#     en: The method begins with GB/T 42461, with or without its year; measuring, quoting and beginning follow one another and may fall on one day; the measured cost is more than nothing; a quotation made after measuring is taken as reasonable, the two amounts are not compared.
cost_measured_before_quotation := outcomes.of([
	projects.every_project("project.cost_method", measured_by_standard, project_records.silent(["cost", "method"])),
	projects.every_project("project.measured_cost", with_measured_cost, project_records.silent(["cost", "measured_yuan"])),
	projects.every_project("project.quotation", with_quotation, project_records.silent(["cost", "quoted_yuan"])),
	projects.every_project("project.measured_before_quotation", measured_before_quotation, project_records.silent(["cost", "measured_on"]) | silent_quotation),
	projects.every_project("project.quoted_before_service", quoted_before_service, silent_quotation),
])

silent_quotation := project_records.silent(["cost", "quoted_on"])

# The name is written with and without a space.
measured_by_standard := {project.id |
	some project in examined
	method := replace(project.cost.method, " ", "")
	startswith(method, "GB/T42461")
	not substring(method, count("GB/T42461"), 1) in {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
}

with_measured_cost := {project.id |
	some project in examined
	project.cost.measured_yuan > 0
}

with_quotation := {project.id |
	some project in examined
	project.cost.quoted_yuan >= 0
}

measured_before_quotation := {project.id |
	some project in examined
	project.cost.measured_on <= project.cost.quoted_on
}

quoted_before_service := {project.id |
	some project in examined
	project.cost.quoted_on <= project.from
}

# METADATA
# title: Resources within the budget
# description: Every project plans its people, equipment and technology, at a cost within its budget.
# custom:
#   clause: 8.2.2.b
#   mandatory: false
#   title_zh: 资源配置与预算
#   description_zh: 每个项目列明所需人员、设备和技术，资源计划成本不超出项目预算。
#   reading:
#     zh: 三类资源均已列明且计划成本不高于预算，即视为配置合理；与预算相等为符合。
#     en: Resources are taken as reasonable where all three kinds are named and their planned cost is not above the budget; equal to it is enough.
resources_within_budget := outcomes.of([
	planned("project.planned_people", "people"),
	planned("project.planned_equipment", "equipment"),
	planned("project.planned_technology", "technology"),
	projects.every_project("project.planned_cost_within_budget", within_budget, project_records.silent(["resources", "planned_cost_yuan"]) | project_records.silent(["budget_yuan"])),
])

planned(fact, kind) := projects.every_project(fact, planning(kind), project_records.silent(["resources", kind]))

# The projects that name resources of the kind.
planning(kind) := {project.id |
	some project in examined
	count(project.resources[kind]) > 0
}

within_budget := {project.id |
	some project in examined
	project.resources.planned_cost_yuan <= project.budget_yuan
}

# METADATA
# title: Monitoring of costs
# description: A policy of cost monitoring is in force; every project reviews its budget against spending at intervals and answers overspending with a measure.
# custom:
#   clause: 8.2.2.c
#   mandatory: false
#   title_zh: 成本监控
#   description_zh: 项目成本监控制度现行有效；每个项目定期对照预算审核支出，出现超支时采取应对措施。
#   reading:
#     zh: 定期指服务期内至少在两个不同日期审核，服务期不超过一个月的至少一次；支出等于预算不算超支；每次发现超支均须有应对措施。
#     en: At intervals means on two different days of the service at least, on one where it lasts no longer than a month; spending equal to the budget is not overspending; each review that finds overspending names a measure.
cost_monitoring := outcomes.of([
	documents.is_in_force("cost_control_policy"),
	projects.every_project("project.cost_reviews", regularly_reviewed, silent_reviews),
	projects.every_project("project.overspending_answered", (projects.examined_ids - silent_reviews) - overspending_unanswered, silent_reviews),
])

silent_reviews := project_records.silent(["cost", "reviews"])

regularly_reviewed := projects.regular({id: days |
	some id, project in examined
	days := [review.date | some review in project.cost.reviews]
})

overspending_unanswered := {project.id |
	today := reference
	some project in examined
	some review in project.cost.reviews
	review.date <= today
	review.spent_yuan > review.budget_yuan
	object.get(review, "measure", "") == ""
}
