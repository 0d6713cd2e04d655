# 9.4.3 Security integration: security hardware and software built into an operator's systems.
package ciieval.protection.integration

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of security integration in the last three years.
# custom:
#   clause: 9.4.3.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全集成项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("protection.integration", 3)])

# METADATA
# title: Integration service qualification
# description: A security integration service qualification of level 2 or higher is held, or another of the same level.
# custom:
#   clause: 9.4.3.b
#   mandatory: true
#   title_zh: 安全集成服务资质
#   description_zh: 持有二级及以上信息系统安全集成服务资质，或与之同级别的资质。
#   reading:
#     zh: 资质须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: It is valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.is_held_at("integration_service", 2)])

# METADATA
# title: Experienced service personnel
# description: At least 10 service people each have 3 years of work in security integration and took part in at least 3 projects of it.
# custom:
#   clause: 9.4.3.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 10 名服务人员从事安全集成满 3 年，并各自参与过 3 个及以上安全集成项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入安全防护类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets both; people are current service personnel who may be counted in protection; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("protection", 10, experience_criteria))

experience_criteria := [
	personnel.service_years("protection.integration", 3),
	personnel.took_part("protection.integration", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.4.3.d
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
# description: Everybody who works in the item was successfully assessed in the security construction category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.4.3.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("protection.integration", [
	"gbt_42446_construction",
	"cii_protection_law",
]))

# METADATA
# title: Capability to deliver
# description: The deliverables show an analysis of the present state of protection, of its gaps and of needs, and an overall solution, and a project of the item is carried out each year.
# custom:
#   clause: 9.4.3.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现保护现状、差距和需求分析以及整体方案设计，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。现状、差距、需求和整体方案四方面均须体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. The present state, the gaps, the needs and the overall solution are all asked for.
#   judgement:
#     zh: 现状、差距与需求的分析是否到位，整体方案是否与之相称。
#     en: Whether the analyses are sound and the overall solution answers them.
service_capability := outcomes.of(experience.capability("protection.integration", [
	"current_state_assessment",
	"protection_gap_analysis",
	"needs_analysis",
	"overall_solution",
]))
