# 8.2.1 Service plan: every project has one, drawn up from a survey of the client and containing what the
# service needs.
package ciieval.assurance.project_management.service_plan

import data.ciieval.lib.checks
import data.ciieval.lib.outcomes
import data.ciieval.lib.project_records
import data.ciieval.lib.projects
import data.ciieval.lib.service_plans

# METADATA
# title: Plan based on a survey
# description: In every project the client's present state was surveyed and recorded before the service plan was issued.
# custom:
#   clause: 8.2.1.a
#   mandatory: false
#   title_zh: 基于调研的服务方案
#   description_zh: 每个项目在编制服务方案之前完成对服务需求方现状的调研并留有调研记录。
#   judgement:
#     zh: 调研是否深入，服务方案是否切合服务需求方的实际。
#     en: Whether the survey went deep and the plan suits the client.
#   reading:
#     zh: 逐个检查近三年实施的项目；调研与编制可在同一天；方案应在服务结束日（进行中的项目为基准日）及以前编制，事后补写的方案不计。
#     en: Every project carried out in the last three years is looked at; survey and issue may fall on one day; the plan must be issued by the last day of service (in a running project the reference date), one written afterwards does not count.
plan_based_on_survey := outcomes.of([
	service_plans.is_issued,
	projects.every_project("project.survey_before_plan", surveyed_before_plan, project_records.silent(["service_plan", "survey_on"])),
	checks.judged(projects.every_project("project.survey_record", with_survey_record, project_records.silent(["service_plan", "survey_record"]))),
])

surveyed_before_plan contains id if {
	some id, plan in service_plans.issued
	plan.survey_on <= plan.issued_on
}

with_survey_record contains id if {
	some id, plan in service_plans.issued
	plan.survey_record != ""
}

# METADATA
# title: Schedule and deliverables in the plan
# description: The service plan of every project contains the schedule and the deliverables.
# custom:
#   clause: 8.2.1.b
#   mandatory: false
#   title_zh: 方案中的进度与成果
#   description_zh: 每个项目的服务方案载有计划进度和交付成果。
#   reading:
#     zh: “等”字之外未列明的内容不作要求；只计服务结束日（进行中的项目为基准日）及以前编制的方案。
#     en: Nothing beyond the two named contents is asked for; only plans issued by the last day of service (in a running project the reference date) count.
schedule_and_deliverables := outcomes.of([
	service_plans.contains_part("schedule"),
	service_plans.contains_part("deliverables"),
])

# METADATA
# title: Tools and risks in the plan
# description: The service plan of every project contains the list of tools, the risks of the service and the measures against them.
# custom:
#   clause: 8.2.1.c
#   mandatory: false
#   title_zh: 方案中的工具与风险
#   description_zh: 每个项目的服务方案载有服务工具清单、服务风险及其应对措施。
#   judgement:
#     zh: 方案所列风险是否涵盖服务过程中可能出现的各类风险，应对措施是否有针对性。
#     en: Whether the plan names the various risks that may arise, and measures that meet them.
#   reading:
#     zh: 工具清单须在方案中载明；只计服务结束日（进行中的项目为基准日）及以前编制的方案。
#     en: The list of tools must stand in the plan; only plans issued by the last day of service (in a running project the reference date) count.
tools_and_risks := outcomes.of([
	service_plans.contains_part("tool_list"),
	checks.judged(service_plans.contains_part("risks")),
	checks.judged(service_plans.contains_part("risk_measures")),
])

# METADATA
# title: Acceptance criteria in the plan
# description: The service plan of every project contains the criteria by which the service is accepted.
# custom:
#   clause: 8.2.1.d
#   mandatory: false
#   title_zh: 方案中的验收标准
#   description_zh: 每个项目的服务方案载有服务验收标准。
#   judgement:
#     zh: 验收标准是否具体、可据以验收。
#     en: Whether the criteria are specific enough to accept the service by.
#   reading:
#     zh: 只计服务结束日（进行中的项目为基准日）及以前编制的方案。
#     en: Only plans issued by the last day of service (in a running project the reference date) count.
acceptance_criteria := outcomes.of([checks.judged(service_plans.contains_part("acceptance_criteria"))])
