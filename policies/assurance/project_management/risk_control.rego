# 8.2.6 Risk control: the risks a service brings to its client, estimated and kept down.
package ciieval.assurance.project_management.risk_control

import data.ciieval.lib.outcomes
import data.ciieval.lib.project_records
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
last_days := projects.last_days

examined := projects.examined

# METADATA
# title: Estimate of risks
# description: Before every project begins, four kinds of risk to the client are estimated, namely lacking capability or resources of the provider, effects of the activities, effects of connecting tools, and leaks of important information.
# custom:
#   clause: 8.2.6.a
#   mandatory: true
#   title_zh: 风险估计
#   description_zh: 每个项目开始服务前，就服务机构能力或资源不足、服务活动影响、工具接入影响和重要信息泄露四类风险作出评估。
#   reading:
#     zh: 条文所列四类风险每类至少一条评估记录；评估不晚于服务开始日，当日为符合；四类之外的风险不作要求；某类风险不大也须留有评估记录。
#     en: At least one estimate of each of the four named kinds, on or before the first day of service; kinds beyond the four are not asked for; a kind of little weight still needs its estimate.
risk_estimate := outcomes.of([
	estimated("provider_capability"),
	estimated("service_activity"),
	estimated("tool_access"),
	estimated("information_leak"),
])

estimated(kind) := projects.every_project(concat("", ["project.risks_assessed/risk_kinds.", kind]), estimated_before_service(kind), silent_risks)

silent_risks := project_records.silent(["risks"])

estimated_before_service(kind) := object.keys({id: true | some id, kinds in kinds_estimated; kind in kinds})

kinds_estimated := {id: kinds |
	some id, project in examined
	kinds := {risk.kind | some risk in project.risks; risk.assessed_on <= project.from}
}

# METADATA
# title: Measures against the risks
# description: In every project each risk of the four kinds has a measure, and together they have several.
# custom:
#   clause: 8.2.6.b
#   mandatory: true
#   title_zh: 风险规避与控制
#   description_zh: 每个项目的四类风险逐项有控制措施，且合计采取多种措施。
#   reading:
#     zh: 上述风险指 8.2.6.a 的四类；服务结束日及以前评估的各条风险均须有措施；多种指一个项目的四类风险合计至少两项不同措施。
#     en: The risks are the four kinds of 8.2.6.a; each one assessed by the last day of service needs a measure; several means at least two different measures for the four kinds of a project taken together.
risk_measures := outcomes.of([
	measured("provider_capability"),
	measured("service_activity"),
	measured("tool_access"),
	measured("information_leak"),
	projects.every_project("project.several_risk_measures", with_several_measures, silent_risks),
])

measured(kind) := projects.every_project(concat("", ["project.risk_measures/risk_kinds.", kind]), with_measures(kind), silent_risks)

# Project to its risks to the client, assessed by the last day of service.
risks := {id: list |
	some id, project in examined
	until := last_days[id]
	list := [risk |
		some risk in project.risks
		risk.kind in {"provider_capability", "service_activity", "tool_access", "information_leak"}
		risk.assessed_on <= until
	]
}

# The projects with a risk of the kind and a measure against every one.
with_measures(kind) := object.keys({id: true | some id, kinds in kinds_measured; kind in kinds})

# Project to the kinds of risk against all of which there are measures.
kinds_measured := {id: kinds |
	some id, list in risks
	assessed := {risk.kind | some risk in list}
	kinds := assessed - {risk.kind | some risk in list; object.get(risk, "measures", []) == []}
}

with_several_measures := object.keys({id: true |
	some id, list in risks
	measures := {measure |
		some risk in list
		some measure in risk.measures
	}
	count(measures) >= 2
})
