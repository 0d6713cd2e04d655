# 8.3 Supply chain management: suppliers and how they are evaluated, what is brought into a service
# from outside the provider, and licensed software.
package ciieval.assurance.supply_chain

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

# METADATA
# title: Supply chain policy and evaluation of suppliers
# description: Approved policies lay down the objectives and strategy of supply chain security and how suppliers are evaluated, and every supplier in use was evaluated in the last twelve months.
# custom:
#   clause: 8.3.a
#   mandatory: false
#   title_zh: 供应链安全制度与供应商评价
#   description_zh: 现行有效的制度规定供应链安全管理目标、策略以及供应商评价方法；在用供应商近 12 个月内均有评价结果。
#   reading:
#     zh: 定期评价按基准日前 12 个月内至少一次判定，评价须有等级或分数，供择优选用。未记录起止日期的供应商视为在用。是否在用以登记的合作期为准，合作已结束的不再要求评价，是否另有“未引入”的声明不影响；没有登记表而声明未引入外部资源且与事实不矛盾的，亦免除评价要求。无论何种情形，制度仍须具备。
#     en: Regular means at least once in the twelve months up to the reference date, with a grade or score by which better suppliers can be preferred. A supplier without dates counts as in use. The dates in the register decide what is in use, and one that has ended need not be evaluated, whatever is declared beside it. Without a register the evaluation falls away where outside resources are declared absent and no fact contradicts. The policies are asked for in any case.
supplier_evaluation := outcomes.of(array.concat(supply_chain_policies, evaluation_checks))

supply_chain_policies := array.concat(
	documents.policy("supply_chain_policy", ["objectives", "strategy"]),
	documents.policy("supplier_evaluation_policy", ["evaluation_method"]),
)

evaluation_checks := [checks.every_one("supplier.evaluated_in_last_year", "suppliers", suppliers_in_use, suppliers_evaluated, suppliers_without_evaluations)] if count(suppliers_in_use) > 0

# A register in which every supplier has ended speaks for itself, whatever was declared.
evaluation_checks := [none_in_use] if none_in_use.ok

evaluation_checks := outcomes.unless_absent("suppliers", resource_paths, [none_in_use]).checks if none_in_use.missing

none_in_use := checks.none("supplier.in_use", "suppliers", object.get(input, "suppliers", null), suppliers_in_use)

suppliers_in_use := {supplier.id |
	some supplier in input.suppliers
	object.get(supplier, "from", reference) <= reference
	object.get(supplier, "until", reference) >= reference
}

suppliers_evaluated := {supplier.id |
	some supplier in input.suppliers
	some evaluation in supplier.evaluations
	evaluation.date >= one_year_ago
	evaluation.date <= reference
	evaluation.result != ""
}

suppliers_without_evaluations := {supplier.id | some supplier in input.suppliers; not supplier.evaluations}

# METADATA
# title: Personnel, software, systems and tools from outside
# description: The client is told before anything from outside the provider is used. People of suppliers are screened, pass a background check, are appraised, get the hardware and software they need, and are inspected during and after their work.
# custom:
#   clause: 8.3.b
#   mandatory: true
#   title_zh: 外部人员、软件、系统、工具的引入
#   description_zh: 引入外部资源前告知服务需求方；引入的供应商人员经筛选、背景审查和考核，获得必需的软硬件，并在服务中和服务结束后接受检查审核。
#   judgement:
#     zh: 为引入人员提供的软硬件是否满足服务所必需（可能并非两类都需要）。
#     en: Whether the people brought in have the hardware and software their work needs, which may not be both.
#   reading:
#     zh: 核查近三年内实施的每个项目，每个项目须说明引入情况（空列表表示没有）；全部为空列表的，依据事实判为不适用。提前告知指不晚于开始使用之日；筛选和背景审查不晚于开始之日，考核不晚于基准日。筛选、考核、资源和检查审核的要求针对供应商人员。使用期间（含首尾日）至少检查一次；已结束的，在结束当日或之后还须有检查，结束当日的一次可同时计入两者。
#     en: Every project of the last three years states what was brought in (an empty list says nothing); where all lists are empty the clause does not apply by facts. In advance means not later than the first day of use; screening and the background check come by that day, the appraisal by the reference date. Screening, appraisal, resources and inspection concern people of suppliers. At least one inspection lies in the period of use, first and last day included; where it has ended one lies on or after its last day, and an inspection on that day counts for both.
outside_resources := outcomes.not_applicable([resources_stated, checks.none("project.external_resources", "projects", projects.register, resource_paths)]) if {
	resources_stated.ok
	count(resources) == 0
} else := outcomes.unless_absent("suppliers", resource_paths, array.concat([resources_stated, client_notified], personnel_checks))

# What was brought into the examined projects by the reference date: place to resource.
resources := {key: entry |
	today := reference
	some id, project in projects.examined
	some position, resource in project.external_resources
	resource.from <= today
	key := sprintf("%s.external_resources[%d]", [id, position])
	entry := object.union(resource, {"key": key})
}

resource_paths := object.keys(resources)

resources_stated := projects.every_project(
	"project.external_resources_stated",
	{project.id | some project in projects.examined; project.external_resources},
	{project.id | some project in projects.examined; not project.external_resources},
)

client_notified := checks.every_one(
	"external_resource.notified_in_advance", "projects", resource_paths,
	{resource.key | some resource in resources; resource.notified_on <= resource.from},
	{resource.key | some resource in resources; not resource.notified_on},
)

# A resource of another kind that comes with people counts as well.
personnel := {key: resource |
	some key, resource in resources
	comes_with_people(resource)
}

comes_with_people(resource) if resource.kind == "personnel"

comes_with_people(resource) if count(resource.people) > 0

# The people among them, one entry for each time somebody was brought in.
brought_in := {key: entry |
	some resource in personnel
	some id in resource.people
	key := sprintf("%s %s", [resource.key, id])
	entry := {"key": key, "from": resource.from, "person": object.get(people.by_id, id, {})}
}

personnel_checks := [] if count(personnel) == 0

personnel_checks := array.concat(
	[
		every_placement(
			"external_people.named",
			{resource.key | some resource in personnel; count(resource.people) > 0},
			{resource.key | some resource in personnel; not resource.people},
		),
		background_checked,
		every_placement(
			"external_people.screened",
			{resource.key | some resource in personnel; resource.screened_on <= resource.from},
			{resource.key | some resource in personnel; not resource.screened_on},
		),
		every_placement(
			"external_people.appraised",
			{resource.key | some resource in personnel; resource.appraised_on <= reference},
			{resource.key | some resource in personnel; not resource.appraised_on},
		),
		checks.judged(every_placement(
			"external_people.provided",
			{resource.key | some resource in personnel; "hardware" in resource.provided; "software" in resource.provided},
			{resource.key | some resource in personnel; not resource.provided},
		)),
		every_placement("external_people.inspected_during", inspected_during, without_inspections),
	],
	after_checks,
) if {
	count(personnel) > 0
}

every_placement(fact, met, unknown) := checks.every_one(fact, "projects", object.keys(personnel), met, unknown)

background_checked := checks.every_one(
	"external_people.background_checked", "people", object.keys(brought_in),
	{entry.key |
		some entry in brought_in
		entry.person.background_check.result == "passed"
		entry.person.background_check.completed_on <= entry.from
	},
	{entry.key | some entry in brought_in; not entry.person.background_check},
)

without_inspections := {resource.key | some resource in personnel; not resource.inspections}

inspected_during := {resource.key |
	some resource in personnel
	some inspection in resource.inspections
	inspection.date >= resource.from
	inspection.date <= min([object.get(resource, "until", reference), reference])
}

# Those that have ended, which are inspected once more.
ended := {resource.key | some resource in personnel; resource.until < reference}

after_checks := [] if count(ended) == 0

after_checks := [checks.every_one("external_people.inspected_after", "projects", ended, inspected_after, without_inspections)] if count(ended) > 0

inspected_after := {resource.key |
	some resource in personnel
	some inspection in resource.inspections
	inspection.date >= resource.until
	inspection.date <= reference
}

# METADATA
# title: Licensed software
# description: Every commercial software in use has a licence number, a licence valid on the reference date and no more copies installed than licensed, and no pirated software was used in the last three years.
# custom:
#   clause: 8.3.c
#   mandatory: true
#   title_zh: 正版商业软件
#   description_zh: 在用商业软件均有授权编号，授权在基准日有效，安装数量不超过授权数量；近三年未登记使用盗版软件的事件。
#   reading:
#     zh: 以所用软件登记表为完整清单；安装数量为 0 的条目视为未使用。不限数量的授权以实际安装数量填写授权数量。没有商业软件的，只看登记表和事件记录。
#     en: The software register is taken as complete; an entry with no copy installed is not in use. A licence without limit states as many seats as are installed. Without commercial software only the register and the incidents are looked at.
licensed_software := outcomes.of(array.concat(
	[checks.count_at_least("software.registered", "software", object.get(input, "software", null), object.keys(software), 1)],
	array.concat(licence_checks, [incidents.none_of("pirated_software")]),
))

software := {key: entry |
	some position, item in input.software
	key := sprintf("software[%d] %s", [position, item.name])
	entry := object.union(item, {"key": key})
}

commercial := {key: item |
	some key, item in software
	item.licence == "commercial"
	object.get(item, "installed", 1) > 0
}

licence_checks := [] if count(commercial) == 0

licence_checks := [
	every_commercial(
		"software.licence_numbered",
		{item.key | some item in commercial; item.licence_number != ""},
		{item.key | some item in commercial; not item.licence_number},
	),
	every_commercial(
		"software.licence_valid",
		{item.key | some item in commercial; item.valid_from <= reference; object.get(item, "valid_until", reference) >= reference},
		{item.key | some item in commercial; not item.valid_from},
	),
	every_commercial(
		"software.installed_within_seats",
		{item.key | some item in commercial; item.installed <= item.seats},
		{item.key | some item in commercial; not compared(item)},
	),
] if {
	count(commercial) > 0
}

# Both numbers are there.
compared(item) if {
	is_number(item.seats)
	is_number(item.installed)
}

every_commercial(fact, met, unknown) := checks.every_one(fact, "software", object.keys(commercial), met, unknown)
