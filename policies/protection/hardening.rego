# 9.4.5 Security hardening: weaknesses of an operator's systems analysed and removed.
package ciieval.protection.hardening

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of security hardening in the last three years.
# custom:
#   clause: 9.4.5.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全加固项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("protection.hardening", 3)])

# METADATA
# title: Service qualification
# description: A service qualification of level 2 or higher is held for security operation, security audit or risk assessment, or another of the same level.
# custom:
#   clause: 9.4.5.b
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
# description: At least 3 service people each have 5 years of work in cybersecurity, have 3 years of work in security hardening, and took part in at least 3 projects of it.
# custom:
#   clause: 9.4.5.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 3 名服务人员从事网络安全满 5 年、从事安全加固满 3 年，并各自参与过 3 个及以上安全加固项目。
#   reading:
#     zh: 三项条件须由同一人满足；两种年限分别计算，时段可以重合；人员为可计入安全防护类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets all three; the two spans are counted each by itself and may coincide; people are current service personnel who may be counted in protection; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("protection", 3, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("protection.hardening", 3),
	personnel.took_part("protection.hardening", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.4.5.d
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
#   clause: 9.4.5.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("protection.hardening", [
	"gbt_42446_operation",
	"cii_protection_law",
]))

# METADATA
# title: Capability to deliver
# description: The deliverables show the analysis and hardening of the vulnerabilities of eight kinds of objects, and a project of the item is carried out each year.
# custom:
#   clause: 9.4.5.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现对八类对象的脆弱性分析和加固，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。“等”字所举八类对象以及脆弱性分析、加固措施均须体现，其他对象不作要求。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. Analysis, hardening measures and all eight kinds of objects named as examples are asked for, no others.
#   judgement:
#     zh: 能否对所举各类对象完成脆弱性分析并加固。
#     en: Whether the provider can analyse and harden every kind of object named.
service_capability := outcomes.of(experience.capability("protection.hardening", [
	"vulnerability_analysis",
	"hardening_measures",
	"servers",
	"operating_systems",
	"databases",
	"middleware",
	"storage_devices",
	"network_devices",
	"security_devices",
	"systems",
]))
