# 9.1.1 Security planning consulting: plans for the protection of an operator's infrastructure.
package ciieval.consulting.planning

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of security planning consulting in the last three years.
# custom:
#   clause: 9.1.1.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全规划咨询项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。“服务案例”与其他服务项的“项目实施经验”同义。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. A service case is read as the project experience of the other items.
project_experience := outcomes.of([experience.projects_at_least("consulting.planning", 3)])

# METADATA
# title: Management system certification and risk assessment qualification
# description: An information security management system certification and a risk assessment service qualification of level 2 or higher are held, or others of the same level.
# custom:
#   clause: 9.1.1.b
#   mandatory: true
#   title_zh: 管理体系认证与风险评估服务资质
#   description_zh: 持有信息安全管理体系认证，并持有二级及以上信息安全风险评估服务资质，或与之同级别的资质。
#   reading:
#     zh: 两项资质均须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Both are valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([
	qualifications.is_held("isms"),
	qualifications.is_held_at("risk_assessment_service", 2),
])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 5 years of work in cybersecurity and took part in at least 2 projects of security planning consulting.
# custom:
#   clause: 9.1.1.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年，并各自参与过 2 个及以上安全规划咨询项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入安全咨询类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets both; people are current service personnel who may be counted in consulting; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("consulting", 2, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.took_part("consulting.planning", 2),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.1.1.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入安全咨询类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in consulting; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("consulting", 2, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security management category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.1.1.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全管理类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("consulting.planning", [
	"gbt_42446_management",
	"cii_protection_law",
]))

# METADATA
# title: Laboratory for forward-looking research
# description: A laboratory is at disposal that is equipped for research into coming security technology.
# custom:
#   clause: 9.1.1.f
#   mandatory: false
#   title_zh: 前瞻性研究实验环境
#   description_zh: 有可用的实验环境，并配备用于网络安全前瞻性技术研究的设备。
#   reading:
#     zh: 实验环境须在基准日可用，用途包括前瞻性技术研究且登记有设备环境；未写明启用日期而需其证明的视为未提供证据。
#     en: The laboratory is at disposal on the reference date, serves such research and has equipment on record; where only one without a stated first day could show it the evidence is silent.
#   judgement:
#     zh: 实验环境的用途和设备是否足以支撑前瞻性技术研究。
#     en: Whether the laboratory's use and equipment support such research.
research_laboratory := outcomes.of(resources.research_laboratory)

# METADATA
# title: Capability to deliver
# description: The deliverables show needs analysis, implementation steps, comprehensive planning and planning ahead, and a project of the item is carried out each year.
# custom:
#   clause: 9.1.1.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现需求分析、实施步骤、体系化规划和中长期规划，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。需求导向对应需求分析，可操作对应实施步骤与措施，全面性对应管理、技术、运营、保障体系规划，前瞻性对应中长期规划。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. Following needs is read as needs analysis, being practicable as implementation steps, being comprehensive as planning of all four systems, and looking ahead as medium or long-term planning.
#   judgement:
#     zh: 规划或计划方案是否贴合需求、可操作、全面并具前瞻性。
#     en: Whether the plans fit the client's needs and are practicable, comprehensive and forward-looking.
service_capability := outcomes.of(experience.capability("consulting.planning", [
	"needs_analysis",
	"implementation_steps",
	"comprehensive_planning",
	"forward_planning",
]))
