# 9.7.1 Emergency drill: an operator's incident plans made, tried out and improved.
package ciieval.response.emergency_drill

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of emergency drill in the last three years.
# custom:
#   clause: 9.7.1.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的应急演练项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("response.emergency_drill", 3)])

# METADATA
# title: Service qualification
# description: A service qualification of level 2 or higher is held for security operation or emergency response, or another of the same level.
# custom:
#   clause: 9.7.1.b
#   mandatory: true
#   title_zh: 服务资质
#   description_zh: 运维、应急处理两类服务资质中至少持有一类，且为二级及以上，或持有与之同级别的资质。
#   reading:
#     zh: 两类资质中任一类在基准日有效且达到二级即可；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Either is enough if it is valid on the reference date and of level 1 or 2, level 1 being the highest of service qualifications. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.any_is_held_at(
	[
		"operations_service",
		"emergency_response_service",
	],
	2,
)])

# METADATA
# title: Experienced service personnel
# description: At least 5 service people each have 5 years of work in cybersecurity, have 3 years of work in emergency drill, and took part in at least 3 projects of it.
# custom:
#   clause: 9.7.1.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 5 名服务人员从事网络安全满 5 年、从事应急演练满 3 年，并各自参与过 3 个及以上应急演练项目。
#   reading:
#     zh: 三项条件须由同一人满足；两种年限分别计算，时段可以重合；人员为可计入应急处理类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets all three; the two spans are counted each by itself and may coincide; people are current service personnel who may be counted in incident response; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("response", 5, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("response.emergency_drill", 3),
	personnel.took_part("response.emergency_drill", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 1 service person holds a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.7.1.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 1 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入应急处理类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in incident response; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("response", 1, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446, in the national incident response plan, and in the laws and standards on CII protection.
# custom:
#   clause: 9.7.1.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类、国家网络安全事件应急预案和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。“等相关要求”不再要求其他预案。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date. No plan other than the national one is asked for.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("response.emergency_drill", [
	"gbt_42446_operation",
	"national_incident_response_plan",
	"cii_protection_law",
]))

# METADATA
# title: Capability to deliver
# description: The deliverables follow the client's needs and scenarios and show incident plans drafted, tested and improved, and drills planned and delivered, and a project of the item is carried out each year.
# custom:
#   clause: 9.7.1.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果结合定制需求与业务运行场景，体现应急预案的制定、检验、完善以及演练方案和实施，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。定制需求与业务运行场景、预案制定、检验、完善、演练方案、演练实施六方面均须体现。
#     en: 'Capability shows in what the deliverables of the item''s counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. Six subjects are asked for: the client''s needs and scenarios, drafting, testing and improving incident plans, drill plans and their delivery.'
#   differs:
#     zh: 附录 A 以“应急处置”称本服务类；以正文和附录 C 的名称为准。
#     en: Appendix A calls the class 应急处置; the name of chapter 9 and Appendix C is kept.
#   judgement:
#     zh: 能否按服务需求方的需求和场景协助建立、检验、完善预案并组织演练。
#     en: Whether the provider can help to make, test and improve plans and hold drills that suit the client's needs and scenarios.
service_capability := outcomes.of(experience.capability("response.emergency_drill", [
	"client_scenario",
	"incident_plan_drafting",
	"incident_plan_testing",
	"incident_plan_improvement",
	"drill_planning",
	"drill_delivery",
]))
