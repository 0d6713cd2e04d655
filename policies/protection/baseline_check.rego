# 9.4.4 Baseline checking: actual configurations compared with a baseline.
package ciieval.protection.baseline_check

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources
import data.ciieval.lib.tool_capabilities

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of baseline checking in the last three years.
# custom:
#   clause: 9.4.4.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的基线核查项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("protection.baseline_check", 3)])

# METADATA
# title: Service qualification
# description: A service qualification of level 2 or higher is held for security operation, security audit or risk assessment, or another of the same level.
# custom:
#   clause: 9.4.4.b
#   mandatory: true
#   title_zh: 服务资质
#   description_zh: 运维、审计、风险评估三类服务资质中至少持有一类，且为二级及以上，或持有与之同级别的资质。
#   reading:
#     zh: 三类资质中任一类在基准日有效且达到二级即可；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Any one of the three is enough if it is valid on the reference date and of level 1 or 2, level 1 being the highest of service qualifications. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.any_is_held_at(
	[
		"operations_service",
		"audit_service",
		"risk_assessment_service",
	],
	2,
)])

# METADATA
# title: Experienced service personnel
# description: At least 3 service people each have 5 years of work in cybersecurity, have 3 years of work in baseline checking, and took part in at least 3 projects of it.
# custom:
#   clause: 9.4.4.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 3 名服务人员从事网络安全满 5 年、从事基线核查满 3 年，并各自参与过 3 个及以上基线核查项目。
#   reading:
#     zh: 三项条件须由同一人满足；两种年限分别计算，时段可以重合；人员为可计入安全防护类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets all three; the two spans are counted each by itself and may coincide; people are current service personnel who may be counted in protection; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("protection", 3, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("protection.baseline_check", 3),
	personnel.took_part("protection.baseline_check", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.4.4.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 3 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入安全防护类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in protection; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("protection", 3, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.4.4.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("protection.baseline_check", [
	"gbt_42446_operation",
	"cii_protection_law",
]))

# METADATA
# title: Own tool
# description: A tool for baseline checking in which the provider holds intellectual property is at disposal.
# custom:
#   clause: 9.4.4.f
#   mandatory: false
#   title_zh: 自有工具
#   description_zh: 有可用的基线核查工具，且知识产权属于本机构。
#   reading:
#     zh: 工具须在基准日可用，且其软件著作权或专利截至基准日已登记；未写明启用日期而需其证明的视为未提供证据。
#     en: The tool is at disposal on the reference date and its copyright or patent was registered by then; where only one without a stated first day could show it the evidence is silent.
own_tool := outcomes.of([resources.has_own_tool("baseline_check")])

# METADATA
# title: Capability to deliver
# description: A baseline checking tool is at disposal that checks, compares, alerts and keeps traces automatically; the deliverables show manual review, deviations and advice for eight kinds of objects; and a project of the item is carried out each year.
# custom:
#   clause: 9.4.4.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 有可用的自动化基线核查工具，具备自动核查、差异分析、告警和追溯能力；交付成果体现八类核查对象的配置偏差、人工复核和改进建议；且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。工具须在基准日可用，不要求自有（自有由 f 项要求）；同类工具的能力合并计算。“等”字所举八类核查对象均须体现，其他对象不作要求；核查是否定期、报告和记录是否详细由评价人员判断。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. The tool is at disposal on the reference date and need not be the provider's own, which f asks for; the capabilities of several tools are taken together. All eight kinds of objects named as examples are asked for, no others; whether checks are regular and reports and records detailed is left to an assessor.
#   judgement:
#     zh: 工具和服务能否定期自动核查并经人工复核，报告和记录是否足以支持审计和定位。
#     en: Whether tools and service check regularly and automatically with manual review, and whether reports and records are enough for audits and for locating problems.
service_capability := outcomes.of(array.concat(
	[
		resources.has_tool("baseline_check"),
		tool_capabilities.tools_can("baseline_check", [
			"automatic_baseline_check",
			"difference_analysis",
			"alerting",
			"traceability",
		]),
	],
	experience.capability("protection.baseline_check", [
		"manual_sampling_review",
		"baseline_deviations",
		"improvement_advice",
		"servers",
		"operating_systems",
		"databases",
		"middleware",
		"storage_devices",
		"network_devices",
		"security_devices",
		"systems",
	]),
))
