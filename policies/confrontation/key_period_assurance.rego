# 9.6.8 Key period assurance: protection during major events, conferences and drills.
package ciieval.confrontation.key_period_assurance

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of key period assurance in the last three years, and in that time none abandoned because a stage was not accepted or for the provider's own reasons.
# custom:
#   clause: 9.6.8.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的重要时期安全保障项目可计入，且近三年无因阶段验收不合格或自身原因废止的本项项目。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。所列活动均为举例，本服务项的项目即计入，不要求各类活动齐备。近三年内开展过的项目废止而未说明原因的，视为没有证据；因服务需求方或不可抗力废止的不影响。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. The occasions named are examples; every project of this item counts and not every occasion is asked for. A project of that time abandoned without a stated reason leaves no evidence; one abandoned for the client's reasons or force majeure does no harm.
project_experience := outcomes.of([
	experience.projects_at_least("confrontation.key_period_assurance", 3),
	experience.none_abandoned("confrontation.key_period_assurance"),
])

# METADATA
# title: Operation and emergency response qualifications
# description: A security operation service qualification and an emergency response service qualification, each of level 2 or higher, are held, or others of the same level.
# custom:
#   clause: 9.6.8.b
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
# description: At least 5 service people each have 5 years of work in cybersecurity and 3 years in key period assurance, took part in at least 3 projects of key period assurance and were successfully assessed in the handling of every kind of incident.
# custom:
#   clause: 9.6.8.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 5 名服务人员从事网络安全满 5 年、从事重要时期安全保障满 3 年，各自参与过 3 个及以上重要时期安全保障项目，并通过各类事件处置流程的考核。
#   reading:
#     zh: 各项条件须由同一人满足；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。对处置流程的熟悉以截至基准日考核通过体现，考核不足而计入后可达到人数的，由评价人员认定。所称各类活动和演习的安全保障均指本服务项。
#     en: The same person meets all of it; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. Mastery shows in an assessment passed by the reference date; where only assessments are wanting to reach the number, an assessor decides. Assurance of major events or drills is read as this item.
#   judgement:
#     zh: 未经考核的服务人员是否确已熟悉处置流程。
#     en: Whether people without a passed assessment really know the process.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 5, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.key_period_assurance", 3),
	personnel.knows("people.knows/knowledge_topics.incident_process", ["incident_process"]),
	personnel.took_part("confrontation.key_period_assurance", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.8.d
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
#   clause: 9.6.8.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类以及关键信息基础设施保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.key_period_assurance", ["gbt_42446_operation", "cii_protection_law"]))

# METADATA
# title: Capability to deliver
# description: The deliverables show risk assessment, threat analysis, a tailored hardening plan and its execution, and the work before, during and after the period, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.8.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现风险评估、威胁分析、加固方案的定制与执行以及事前、事中、事后各阶段工作，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   judgement:
#     zh: 评估分析是否全面，加固方案是否确为定制。
#     en: Whether assessment and analysis are comprehensive and the hardening plan is really tailored.
service_capability := outcomes.of(experience.capability("confrontation.key_period_assurance", [
	"key_period_risk_assessment",
	"key_period_threat_analysis",
	"tailored_hardening_plan",
	"hardening_carried_out",
	"assessment_and_preparation",
	"monitoring_and_defense",
	"review_and_hardening",
]))
