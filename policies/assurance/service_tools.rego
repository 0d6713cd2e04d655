# 8.4 Service tool management: the policy, regulated tools, the list agreed with the client and what was
# in fact used, and the effect of tools on the client.
package ciieval.assurance.service_tools

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# METADATA
# title: Service tool policy
# description: An approved policy lays down the responsibilities for service tools and their procurement, use, operation and maintenance.
# custom:
#   clause: 8.4.a
#   mandatory: false
#   title_zh: 服务工具管理制度
#   description_zh: 有经批准并现行有效的服务工具管理制度，规定工具管理的人员职责和购置、使用、运维要求。
tool_policy := outcomes.of(documents.policy("tool_policy", ["responsibilities", "procurement", "use", "maintenance"]))

# METADATA
# title: Certification of regulated tools
# description: Every tool states whether it is critical network equipment or a dedicated cybersecurity product, and each one that is has a valid certification or test by an accredited body.
# custom:
#   clause: 8.4.b
#   mandatory: true
#   title_zh: 受管工具的认证检测
#   description_zh: 每个工具均说明是否属于网络关键设备或网络安全专用产品；属于的，须有具备资格机构出具的有效安全认证或检测。
#   reading:
#     zh: 核查基准日可用的工具以及近三年项目实际使用过的工具；认证或检测须在基准日有效，已停用的工具按停用日判定。所有工具均不属于两类产品的，依据事实判为不适用；未说明类别视为没有证据。
#     en: Tools at disposal on the reference date and tools used in projects of the last three years are looked at; the certification or test is valid on the reference date, for a tool no longer at disposal on its last day. Where no tool is of either kind the clause does not apply by facts; a tool that does not state its kind is silence.
regulated_tools := outcomes.not_applicable([regulation_stated, checks.none("tool.regulated", "tools", register, regulated)]) if {
	regulation_stated.ok
	count(regulated) == 0
} else := outcomes.of([regulation_stated, checks.every_one("tool.certified", "tools", regulated, certified_tools, uncertified)])

# null where the dossier has no register of tools.
register := object.get(input, "tools", null)

# Tools at disposal on the reference date, or used in an examined project.
tools_in_service := {tool.id: tool |
	some tool in input.tools
	serves(tool)
}

serves(tool) if dates.valid(object.get(tool, "available_from", reference), tool, "available_until")

serves(tool) if tool.id in used

# An empty register states that there are no tools; then there is none whose kind is unknown.
regulation_stated := checks.every_one(
	"tool.regulation_stated", "tools", object.keys(tools_in_service),
	{tool.id | some tool in tools_in_service; tool.regulated_as},
	{tool.id | some tool in tools_in_service; not tool.regulated_as},
) if {
	not no_tools
} else := checks.none("tool.in_service", "tools", register, object.keys(tools_in_service))

no_tools if {
	register != null
	count(tools_in_service) == 0
}

regulated := {tool.id |
	some tool in tools_in_service
	tool.regulated_as in {"critical_network_equipment", "dedicated_security_product"}
}

certified_tools := {tool.id |
	some tool in tools_in_service
	last_day := min([object.get(tool, "available_until", reference), reference])
	tool.certification.valid_from <= last_day
	object.get(tool.certification, "valid_until", last_day) >= last_day
	tool.certification.body_accreditation != ""
}

# No certification or no accreditation of the body is recorded.
uncertified := {tool.id | some tool in tools_in_service; not tool.certification.body_accreditation}

# METADATA
# title: Authorised tools
# description: The client confirmed the list of tools before each service began, every tool has a list of functions and no hidden ones, and a tool beyond the list was scanned clean and approved by the client before its first use.
# custom:
#   clause: 8.4.c
#   mandatory: true
#   title_zh: 工具清单与授权使用
#   description_zh: 服务开始前由服务需求方确认工具清单；工具功能列表完整且经检测无隐蔽功能；清单外工具使用前经恶意代码检测并获服务需求方授权。
#   judgement:
#     zh: 工具功能列表是否全面。
#     en: Whether the lists of functions are complete.
#   reading:
#     zh: 核查近三年内实施的每个项目。服务开始前指不晚于服务首日；检测和授权均不晚于首次使用当日。声明未使用且未列出任何工具的项目无清单可确认，所有项目均如此且无未授权使用事件的，依据事实判为不适用。隐蔽功能检测针对清单内和实际使用的全部工具，须在基准日前完成。近三年事件登记中不得有使用未授权工具的记录。
#     en: Every project of the last three years is looked at. Before the service means not later than its first day; scan and approval come not later than the day of first use. A project that states no tool used and lists none has no list to confirm; where all are so and no unauthorised use is registered, the clause does not apply by facts. The test for hidden functions concerns every tool listed or used and took place by the reference date. No use of an unauthorised tool is registered in the last three years.
authorised_tools := outcomes.not_applicable([tools_stated, nothing_used, unauthorised_use]) if {
	every_project_without_tools
	unauthorised_use.ok
} else := outcomes.of(array.concat(
	[tools_stated, list_confirmed],
	array.concat(beyond_list_checks, [
		checks.judged(every_involved(
			"tool.functions_listed",
			{tool.id | some tool in input.tools; count(tool.functions) > 0},
			{tool.id | some tool in input.tools; tool.functions},
		)),
		every_involved("tool.no_hidden_functions", without_hidden_functions, tested_for_hidden_functions),
		unauthorised_use,
	]),
))

unauthorised_use := incidents.none_of("unauthorized_tool")

# Tools used in the examined projects, and those on their lists.
used := {tool | some project in projects.examined; some tool in project.tools_used}

involved := used | {tool | some project in projects.examined; some tool in project.tool_list.tools}

tools_stated := projects.every_project(
	"project.tools_used_stated",
	{project.id | some project in projects.examined; project.tools_used},
	{project.id | some project in projects.examined; not project.tools_used},
)

nothing_used := checks.none("project.tools_used", "projects", projects.register, used)

without_tools := {project.id |
	some project in projects.examined
	project.tools_used == []
	object.get(project, ["tool_list", "tools"], []) == []
}

every_project_without_tools if {
	count(projects.examined_ids) > 0
	without_tools == projects.examined_ids
}

list_confirmed := projects.every_project(
	"project.tool_list_confirmed",
	without_tools | {project.id | some project in projects.examined; project.tool_list.confirmed_on <= project.from},
	{project.id | some project in projects.examined; not project.tool_list.confirmed_on},
)

# Tools used although they are not on the project's list, with what the client was shown about each.
beyond_list := {key: entry |
	some id, project in projects.examined
	some tool in project.tools_used
	not tool in object.get(project, ["tool_list", "tools"], [])
	key := sprintf("%s %s", [id, tool])
	entry := {"key": key, "list": object.get(project, "tool_list", null), "exception": exception_of(project, tool), "stated": object.get(project, "tool_exceptions", null)}
}

# The exceptions of one tool taken together; a tool has one.
exception_of(project, tool) := object.union_n([exception |
	some exception in object.get(project, "tool_exceptions", [])
	exception.tool == tool
])

beyond_list_checks := [checks.none("project.tools_beyond_list", "projects", projects.register, object.keys(beyond_list))] if count(beyond_list) == 0

beyond_list_checks := [
	every_beyond_list(
		"project.tools_beyond_list_scanned",
		{entry.key |
			some entry in beyond_list
			entry.exception.malware_scan_result == "clean"
			entry.exception.malware_scan_on <= entry.exception.first_used_on
		},
		without_any(["malware_scan_result", "malware_scan_on", "first_used_on"]) - scanned_malicious,
	),
	every_beyond_list(
		"project.tools_beyond_list_approved",
		{entry.key | some entry in beyond_list; entry.exception.approved_on <= entry.exception.first_used_on},
		without_any(["approved_on", "first_used_on"]),
	),
] if {
	count(beyond_list) > 0
}

every_beyond_list(fact, met, unknown) := checks.every_one(fact, "projects", object.keys(beyond_list), met, unknown)

scanned_malicious := {entry.key | some entry in beyond_list; entry.exception.malware_scan_result == "malicious"}

# Tools beyond the list about which one of the keys is not recorded. Where the project has a register of
# exceptions and the tool is not in it, the use is known to be unauthorised.
without_any(keys) := {entry.key |
	some entry in beyond_list
	some key in keys
	object.get(entry.exception, key, null) == null
	not unauthorised(entry)
}

unauthorised(entry) if {
	entry.list != null
	entry.stated != null
	entry.exception == {}
}

# Every tool listed or used; `known` are the tools about which the register says something.
every_involved(fact, met, known) := checks.every_one(fact, "tools", involved, met, involved - known)

tested_for_hidden_functions := {tool.id | some tool in input.tools; tool.hidden_function_test.date <= reference}

without_hidden_functions := {tool.id |
	some tool in input.tools
	tool.id in tested_for_hidden_functions
	tool.hidden_function_test.found == []
}

# METADATA
# title: Effects of tools on the client
# description: Every tool used was tested for effects on business stability, network performance and system security, none was found, and no disruption by a tool is registered in the last three years.
# custom:
#   clause: 8.4.d
#   mandatory: false
#   title_zh: 工具对服务需求方的影响
#   description_zh: 使用的工具均经业务稳定性、网络性能和系统安全性影响测试且未发现不良影响；近三年未登记由工具造成的影响事件。
#   reading:
#     zh: 以使用前后的影响测试（不晚于基准日）和事件登记两方面证明；业务或系统受影响的事件登记了涉及工具的，视为工具造成影响。近三年项目均未使用工具且无此类事件的，依据事实判为不适用。
#     en: Shown by tests up to the reference date together with the register of incidents; a disruption that names a tool counts as an effect of that tool. Where no project of the last three years used a tool and no such incident is registered, the clause does not apply by facts.
tool_effects := outcomes.not_applicable([tools_stated, nothing_used, disruptions]) if {
	tools_stated.ok
	count(used) == 0
	disruptions.ok
} else := outcomes.of([
	tools_stated,
	every_used("tool.impact_tested", tested_in_all_aspects),
	every_used("tool.no_adverse_effects", {tool.id |
		some tool in input.tools
		tool.id in impact_tested
		tool.impact_test.effects == []
	}),
	disruptions,
])

every_used(fact, met) := checks.every_one(fact, "tools", used, met, used - impact_tested)

impact_tested := {tool.id | some tool in input.tools; tool.impact_test.date <= reference}

tested_in_all_aspects := {tool.id |
	some tool in input.tools
	tool.id in impact_tested
	every aspect in ["business_stability", "network_performance", "system_security"] {
		aspect in tool.impact_test.aspects
	}
}

disruptions := checks.none("incident.disruption_by_tool", "incidents", incidents.register, {incident.id |
	some incident in incidents.recent
	incident.kind == "service_disruption"
	incident.tool
})
