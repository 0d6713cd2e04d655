# 9.1.7 Security engineering supervision: independent supervision of security engineering projects.
package ciieval.consulting.supervision

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of security engineering supervision in the last three years.
# custom:
#   clause: 9.1.7.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全工程监理项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。“信息安全工程监理”即本服务项。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. Information security engineering supervision is read as this item.
project_experience := outcomes.of([experience.projects_at_least("consulting.supervision", 3)])

# METADATA
# title: Management system certification
# description: An information security management system certification is held.
# custom:
#   clause: 9.1.7.b
#   mandatory: true
#   title_zh: 管理体系认证
#   description_zh: 持有信息安全管理体系认证。
#   reading:
#     zh: 认证须在基准日有效；未提及同级别资质，主张同级别的资质不予认定。
#     en: The certification is valid on the reference date; no other of the same level is admitted.
provider_qualifications := outcomes.of([qualifications.is_held_itself("isms")])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 3 years of work in security engineering supervision.
# custom:
#   clause: 9.1.7.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事安全工程监理满 3 年。
#   reading:
#     zh: 人员为可计入安全咨询类的在职服务人员；年限为至基准日的本服务项从业时段之和，在其他单位的时段一并计入。
#     en: People are current service personnel who may be counted in consulting; years are the sum of the periods of work in this item up to the reference date, those with other employers included.
experienced_people := outcomes.of(personnel.enough_people("consulting", 2, experience_criteria))

experience_criteria := [personnel.service_years("consulting.supervision", 3)]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.1.7.d
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
# description: Everybody who works in the item was successfully assessed in the security construction category of GB/T 42446.
# custom:
#   clause: 9.1.7.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("consulting.supervision", ["gbt_42446_construction"]))

# METADATA
# title: Capability to deliver
# description: The deliverables show supervision of the preparation, implementation and acceptance of engineering projects, and a project of the item is carried out each year.
# custom:
#   clause: 9.1.7.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现工程准备、实施和验收各阶段的监理，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   differs:
#     zh: 附录 A（资料性）将安全工程监理列入 A.4 安全防护；正文和附录 C 列入安全咨询，以附录 C 为准。
#     en: Appendix A, which is informative, files this item under A.4, protection; chapter 9 and Appendix C have it under consulting, and Appendix C decides.
#   judgement:
#     zh: 监理服务是否覆盖工程全过程。
#     en: Whether supervision covers the whole of a project.
service_capability := outcomes.of(experience.capability("consulting.supervision", [
	"preparation_phase",
	"implementation_phase",
	"acceptance_phase",
]))
