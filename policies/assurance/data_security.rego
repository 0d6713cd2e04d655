# 8.7 Data security: what is agreed, laid down and done to protect the data obtained in services.
package ciieval.assurance.data_security

import data.ciieval.lib.agreement_evidence
import data.ciieval.lib.agreements
import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
covering := agreements.covering

reference := dates.reference

# METADATA
# title: Agreed duties of data protection
# description: Before each service began, agreements laid down the data protection duties of the provider and of the client.
# custom:
#   clause: 8.7.a
#   mandatory: true
#   title_zh: 数据安全责任义务约定
#   description_zh: 开展服务前，通过服务协议、保密协议或数据安全保护协议约定双方各自的数据安全责任义务。
#   reading:
#     zh: 核查近三年内实施的每个项目；不晚于服务首日签署的各类协议合并判定，双方责任义务均须约定。
#     en: Every project of the last three years is looked at; its agreements of any kind signed not later than the first day of service are taken together, and the duties of both sides are asked for.
agreed_duties := outcomes.of([projects.every_project(
	"project.data_duties_agreed",
	{project.id |
		some project in projects.examined
		{"provider_data_duties", "client_data_duties"} - terms_before_start[project.id] == set()
	},
	agreement_evidence.silent_about({"service_agreement", "confidentiality_agreement", "data_protection_agreement"}, ["signed_on", "terms"]),
)])

# Project to the terms of all its agreements signed by the first day of service.
terms_before_start := {id: terms |
	some id, project in projects.examined
	terms := {term |
		some agreement in covering[id]
		agreement.signed_on <= project.from
		some term in agreement.terms
	}
}

# METADATA
# title: Data security policy and technical measures
# description: An approved data security policy is in force, and technical measures against leaks are in operation.
# custom:
#   clause: 8.7.b
#   mandatory: false
#   title_zh: 数据安全制度与技术措施
#   description_zh: 有经批准并现行有效的数据安全管理制度，并在基准日运行防范数据泄露的技术措施。
#   judgement:
#     zh: 所采取的技术措施是否足以保护数据、防范泄露。
#     en: Whether the measures taken suffice to protect the data and prevent leaks.
#   reading:
#     zh: 技术措施指数据泄露防护、加密、访问控制、脱敏中的至少一种；以其他手段防范泄露的，由评价人员认定。
#     en: Technical measures are at least one of leak prevention, encryption, access control and masking; an assessor decides about other means.
policy_and_measures := outcomes.of([
	documents.is_in_force("data_security_policy"),
	checks.judged(checks.count_at_least("data.protection_measures", "data_protection_measures", object.get(input, "data_protection_measures", null), measures, 1)),
])

measures := {measure.kind |
	some measure in input.data_protection_measures
	measure.kind in {"leak_prevention", "encryption", "access_control", "masking"}
	measure.in_operation_from <= reference
	object.get(measure, "in_operation_until", reference) >= reference
}

# METADATA
# title: Devices for sensitive and core data
# description: Sensitive and core data are handled on devices that the client designated.
# custom:
#   clause: 8.7.c
#   mandatory: true
#   title_zh: 敏感和核心数据的处理设备
#   description_zh: 处理敏感或核心数据时，仅使用已由服务需求方指定的设备。
#   reading:
#     zh: 核查近三年内实施的每个项目，每个项目须说明所处理的数据类别；均不涉及敏感或核心数据的，依据事实判为不适用。设备由服务需求方指定的日期不晚于开始使用之日。
#     en: Every project of the last three years states the categories of data it handles; where none is sensitive or core the clause does not apply by facts. The client designates a device not later than the day it is first used.
designated_devices := outcomes.not_applicable([categories_stated, checks.none("project.sensitive_data", "projects", projects.register, sensitive)]) if {
	categories_stated.ok
	count(sensitive) == 0
} else := outcomes.unless_absent("sensitive_data", sensitive_facts, [
	categories_stated,
	checks.every_one(
		"project.data_devices", "projects", sensitive,
		{project.id | some project in projects.examined; count(project.data_handling.devices) > 0},
		{project.id | some project in projects.examined; not project.data_handling.devices},
	),
	checks.every_one(
		"project.data_device_designated", "projects", object.keys(devices),
		{device.key | some device in devices; device.designated_by_client_on <= device.used_from},
		{device.key | some device in devices; some key in ["designated_by_client_on", "used_from"]; object.get(device, key, null) == null},
	),
])

categories_stated := projects.every_project(
	"project.data_categories_stated",
	{project.id | some project in projects.examined; project.data_handling.categories},
	{project.id | some project in projects.examined; not project.data_handling.categories},
)

# Examined projects that handle sensitive or core data.
sensitive := {project.id |
	some project in projects.examined
	some category in project.data_handling.categories
	category in {"sensitive", "core"}
}

sensitive_facts contains sprintf("projects[%d].data_handling.categories", [position]) if {
	some position, project in input.projects
	project.id in sensitive
}

# The devices of those projects in use by the reference date: place to device.
devices := {key: entry |
	today := reference
	some id, project in projects.examined
	id in sensitive
	some position, device in project.data_handling.devices
	object.get(device, "used_from", today) <= today
	key := sprintf("%s.devices[%d]", [id, position])
	entry := object.union(device, {"key": key})
}

# METADATA
# title: Document management policy
# description: An approved policy lays down the responsibilities for service documents and their borrowing, custody and destruction.
# custom:
#   clause: 8.7.d
#   mandatory: false
#   title_zh: 文档管理制度
#   description_zh: 有经批准并现行有效的文档管理制度，规定人员职责以及档案借阅、保管和销毁。
document_policy := outcomes.of(documents.policy("document_management_policy", ["responsibilities", "borrowing", "custody", "destruction"]))

# METADATA
# title: Purpose of the data
# description: Data obtained in services were used for nothing but the protection of the client's critical information infrastructure.
# custom:
#   clause: 8.7.e
#   mandatory: true
#   title_zh: 数据用途限制
#   description_zh: 项目数据的用途均限于保障需求方的关键信息基础设施，未见他用。
#   reading:
#     zh: 核查近三年内实施的每个项目记录的数据用途；明确未处理任何数据的项目用途可以为空；用途为空而未说明是否处理数据的，视为未提供证据。近三年事件登记中不得有非授权占有或使用数据的记录。
#     en: The purposes recorded for every project of the last three years are looked at; a project that states that it handled no data may have none, and where none is stated without saying whether data were handled the evidence is silent. No unauthorised possession or use of data is registered in the last three years.
data_purpose := outcomes.of([
	projects.every_project(
		"project.data_purpose",
		{project.id | some project in projects.examined; used_as_allowed(project.data_handling)},
		purpose_open,
	),
	incidents.none_of("unauthorized_data_use"),
])

# No purposes are stated, or that there are none without saying whether there was any data.
purpose_open := {project.id |
	some project in projects.examined
	object.get(project, ["data_handling", "purposes"], []) == []
	null in {object.get(project, ["data_handling", "purposes"], null), object.get(project, ["data_handling", "categories"], null)}
}

used_as_allowed(handling) if {
	count(handling.purposes) > 0
	every purpose in handling.purposes { purpose == "client_cii_protection" }
}

used_as_allowed(handling) if {
	handling.purposes == []
	handling.categories == []
}
