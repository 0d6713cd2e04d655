# 9.6.6 Early warning: threats, vulnerabilities and alerts judged and passed on to the client in time.
package ciieval.confrontation.early_warning

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.experience
import data.ciieval.lib.item_projects
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of early warning in the last three years.
# custom:
#   clause: 9.6.6.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全预警项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("confrontation.early_warning", 3)])

# METADATA
# title: Operation and emergency response qualifications
# description: A security operation service qualification and an emergency response service qualification, each of level 2 or higher, are held, or others of the same level.
# custom:
#   clause: 9.6.6.b
#   mandatory: true
#   title_zh: 安全运维和应急处理服务资质
#   description_zh: 同时持有二级及以上的安全运维、应急处理两项服务资质，或与之同级别的资质。
#   reading:
#     zh: 两项资质缺一不可，均须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Both are held and valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([
	qualifications.is_held_at("operations_service", 2),
	qualifications.is_held_at("emergency_response_service", 2),
])

# METADATA
# title: Experienced service personnel
# description: At least 3 service people each have 5 years of work in cybersecurity and 3 years in early warning, took part in at least 3 projects of early warning and were successfully assessed in the handling of every kind of incident.
# custom:
#   clause: 9.6.6.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 3 名服务人员从事网络安全满 5 年、从事安全预警满 3 年，各自参与过 3 个及以上安全预警项目，并通过各类事件处置流程的考核。
#   reading:
#     zh: 各项条件须由同一人满足；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。对处置流程的熟悉以截至基准日考核通过体现，考核不足而计入后可达到人数的，由评价人员认定。
#     en: The same person meets all of it; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. Mastery shows in an assessment passed by the reference date; where only assessments are wanting to reach the number, an assessor decides.
#   judgement:
#     zh: 未经考核的服务人员是否确已熟悉处置流程。
#     en: Whether people without a passed assessment really know the process.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 3, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.early_warning", 3),
	personnel.knows("people.knows/knowledge_topics.incident_process", ["incident_process"]),
	personnel.took_part("confrontation.early_warning", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.6.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 3 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入技术对抗类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in confrontation; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("confrontation", 3, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.6.6.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类以及关键信息基础设施保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.early_warning", ["gbt_42446_operation", "cii_protection_law"]))

# METADATA
# title: Warnings delivered in time
# description: In every project of the item the client is given judged threat intelligence, new vulnerability notices and judged network alerts, each in time.
# custom:
#   clause: 9.6.6.f
#   mandatory: false
#   title_zh: 预警内容及时提交
#   description_zh: 每个安全预警项目均向服务需求方及时提交威胁情报研判、漏洞通告和告警研判结果。
#   reading:
#     zh: 看近三年内开展过的每个本项项目，所列三类内容均须提交过，“等”不再要求其他内容；每条均须及时，及时指不晚于发现的次日，该期限为本规则所定，条款未定期限。截至基准日发现而逾期提交或提交早于发现的不符合；空列表表示未提交过。
#     en: Every project of the item carried out in the last three years is looked at; each of the three kinds named was delivered, no others are asked for. Every one is in time, read as not later than the day after it was found; the clause sets no limit, this one is ours. One found by the reference date and delivered later, or recorded as delivered before it was found, falls short; an empty list states that nothing was delivered.
#   judgement:
#     zh: 项目期间是否确无某类应提交的内容，以及按约定期限等情况提交是否及时。
#     en: Whether nothing of a kind arose in a project, and whether delivery was in time in view of agreed limits and the like.
timely_warnings := outcomes.of(array.concat(kinds_given, [checks.judged(item_projects.every_examined("project.warnings_in_time", warned, warned_in_time, unrecorded))]))

# METADATA
# title: Capability to deliver
# description: The deliverables show analysis of the situation, internal and external warnings, and the generation, release, response to and lifting of warnings, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.6.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现态势研判、内外部预警的形成与获取，以及预警生成、发布、响应和解除，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   judgement:
#     zh: 研判是否综合，协助是否覆盖预警全过程。
#     en: Whether the analysis is comprehensive and the help covers the whole life of a warning.
service_capability := outcomes.of(experience.capability("confrontation.early_warning", [
	"situation_analysis",
	"internal_warnings",
	"external_warnings",
	"warning_generation",
	"warning_release",
	"warning_response",
	"warning_lifting",
]))

reference := dates.reference

warned := item_projects.examined_of("confrontation.early_warning")

unrecorded := item_projects.silent_under(warned, "warnings")

# Each kind of content was delivered in every project.
kinds_given := [check |
	some kind in ["threat_intelligence", "vulnerability_notice", "alert_analysis"]
	given := given_in(kind)
	check := checks.judged(item_projects.every_examined(concat("_", ["project.gave", kind]), warned, given, unrecorded))
]

given_in(kind) := {project.id |
	today := reference
	some project in warned
	some warning in project.warnings
	warning.kind == kind
	warning.delivered_on <= today
}

# Nothing found in the project was delivered late.
warned_in_time := (object.keys(warned) - unrecorded) - warned_late

warned_late := {project.id |
	today := reference
	some project in warned
	some warning in project.warnings
	warning.found_on <= today
	not prompt(warning)
}

prompt(warning) if {
	warning.delivered_on >= warning.found_on
	warning.delivered_on <= dates.next_day(warning.found_on)
}
