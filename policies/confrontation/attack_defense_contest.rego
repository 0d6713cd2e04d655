# 9.6.2 Attack and defence contests: contests are designed, set up, run and closed for the client.
package ciieval.confrontation.attack_defense_contest

import data.ciieval.lib.certified_and_trained
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of attack and defence contests in the last three years, and none abandoned in that time because a stage failed acceptance or through the provider.
# custom:
#   clause: 9.6.2.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的攻防竞赛项目可计入，且同期无因阶段性验收未通过或自身原因废止的攻防竞赛项目。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。因阶段性验收未通过或服务机构自身原因废止的，以废止日期在近三年内计；未写明废止原因的，视为未提供证据。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. An abandonment counts by its date in the last three years; one without a stated reason leaves the question open.
project_experience := outcomes.of([
	experience.projects_at_least("confrontation.attack_defense_contest", 3),
	experience.none_abandoned("confrontation.attack_defense_contest"),
])

# METADATA
# title: Operation or emergency response qualification
# description: A qualification for information system security operation or for emergency response, of level 2 or higher, is held, or another of the same level.
# custom:
#   clause: 9.6.2.b
#   mandatory: true
#   title_zh: 安全运维或应急处理服务资质
#   description_zh: 持有二级及以上的信息系统安全运维服务资质或信息安全应急处理服务资质之一，或与之同级别的资质。
#   reading:
#     zh: 具备其中任一项即可，须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Either one is enough, valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.any_is_held_at(["operations_service", "emergency_response_service"], 2)])

# METADATA
# title: Experienced service personnel
# description: At least 5 service people each have 5 years of work in cybersecurity, 3 years of attack and defence contests, and took part in at least 3 projects of it.
# custom:
#   clause: 9.6.2.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 5 名服务人员从事网络安全满 5 年、从事攻防竞赛服务满 3 年，并各自参与过 3 个及以上攻防竞赛项目。
#   reading:
#     zh: 三项条件须由同一人满足；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets all three; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 5, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.attack_defense_contest", 3),
	personnel.took_part("confrontation.attack_defense_contest", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 5 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.2.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 5 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入技术对抗类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。第 9 章的培训要求仅作参考，列出同时持证并参加过培训的人数和参加过培训的人数，不影响结论。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in confrontation; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides. What chapter 9 asks for about training is shown only, as the number of people who are both certified and trained and of those trained; it decides nothing.
#   differs:
#     zh: 第 9 章另要求持证人员参加过关键信息基础设施安全防护技术和标准的系统培训，附录 C 无此要求；以附录 C 为准。
#     en: Chapter 9 also asks that these people attended systematic training in CII protection technology and standards, Appendix C does not; Appendix C decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(array.concat(
	personnel.enough_people("confrontation", 5, certificate_criteria),
	certified_and_trained.people("confrontation", 5),
))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the audit and assessment category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.6.2.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全审计和评估类以及关键信息基础设施安全保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.attack_defense_contest", ["gbt_42446_audit_and_assessment", "cii_protection_law"]))

# METADATA
# title: Contest platform
# description: A platform for attack and defence contests is at disposal.
# custom:
#   clause: 9.6.2.f
#   mandatory: false
#   title_zh: 攻防竞赛平台
#   description_zh: 配备攻防竞赛平台类工具。
#   reading:
#     zh: 至少有一件该类工具在基准日可用；未写明启用日期而需其证明的视为未提供证据。
#     en: At least one tool of the kind is at disposal on the reference date; where only one without a stated first day could show it the evidence is silent.
contest_platform := outcomes.of([resources.has_tool("attack_defense_contest_platform")])

# METADATA
# title: Capability to deliver
# description: The deliverables show the design of rules and challenges and the preparation, deployment, operation and closing of contests, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.2.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现竞赛赛制和赛题设计，以及赛前、现场部署、赛中和赛后各阶段的支撑，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。设计能力以所举赛制和赛题两方面体现，“等”不再要求其他。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. The ability to design shows in the two subjects named, no others are asked for.
#   judgement:
#     zh: 赛制、赛题设计和竞赛各阶段支撑是否满足竞赛需要。
#     en: Whether design and support are up to what contests need.
service_capability := outcomes.of(experience.capability("confrontation.attack_defense_contest", [
	"contest_rules",
	"contest_challenges",
	"contest_preparation",
	"contest_deployment",
	"contest_operation",
	"contest_closing",
]))
