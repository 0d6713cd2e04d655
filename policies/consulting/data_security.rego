# 9.1.4 Data security consulting: protection of data through their whole life.
package ciieval.consulting.data_security

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of data security consulting in the last three years.
# custom:
#   clause: 9.1.4.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的数据安全咨询项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("consulting.data_security", 3)])

# METADATA
# title: Management system certification and risk assessment qualification
# description: An information security management system certification and a risk assessment service qualification of level 2 or higher are held, or others of the same level.
# custom:
#   clause: 9.1.4.b
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
# description: At least 2 service people each have 5 years of work in cybersecurity and took part in at least 2 projects of data security consulting.
# custom:
#   clause: 9.1.4.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年，并各自参与过 2 个及以上数据安全咨询项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入安全咨询类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets both; people are current service personnel who may be counted in consulting; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("consulting", 2, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.took_part("consulting.data_security", 2),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.1.4.d
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
# description: Everybody who works in the item was successfully assessed in the management and construction categories of GB/T 42446, the laws on data security and the five national standards named.
# custom:
#   clause: 9.1.4.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全管理类和建设类、数据安全法律法规以及所列五项国家标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。所列五项标准均须考核，“其他相关标准规范”未指明，不作要求。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date. All five standards named are asked for; other standards, being unnamed, are not.
#   differs:
#     zh: 附录 C 本条缺“必要项”标记格；按 7.2 所列总数，读作非必要项。
#     en: The cell of the mandatory mark is missing in Appendix C; the totals of 7.2 need the clause to be not mandatory.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("consulting.data_security", [
	"gbt_42446_management",
	"gbt_42446_construction",
	"data_security_law",
	"gbt_41479",
	"gbt_35274",
	"gbt_37988",
	"gbt_37973",
	"gbt_39477",
]))

# METADATA
# title: Service tools
# description: Tools for data security assessment and for risk assessment are at disposal.
# custom:
#   clause: 9.1.4.f
#   mandatory: true
#   title_zh: 服务工具
#   description_zh: 配备数据安全评估工具和风险评估工具。
#   reading:
#     zh: 所举两类工具均须至少有一件在基准日可用，“等”不再要求其他工具；未写明启用日期而需其证明的视为未提供证据。
#     en: At least one tool of both kinds named is at disposal on the reference date, no others are asked for; where only one without a stated first day could show it the evidence is silent.
service_tools := outcomes.of([resources.has_tool("data_security_assessment"), resources.has_tool("risk_assessment")])

# METADATA
# title: Capability to deliver
# description: The deliverables show data classification, masking, encryption and leak prevention, and a project of the item is carried out each year.
# custom:
#   clause: 9.1.4.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现数据分类分级、脱敏、加密和泄露防护，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。数据全生命周期以所举四方面体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. The whole life of data shows in the four subjects named.
#   differs:
#     zh: 附录 A（资料性）未列数据安全咨询；以附录 C 为准。
#     en: Appendix A, which is informative, has no entry for data security consulting; Appendix C decides.
#   judgement:
#     zh: 所提供的服务是否覆盖数据全生命周期。
#     en: Whether the service covers the whole life of data.
service_capability := outcomes.of(experience.capability("consulting.data_security", [
	"data_classification",
	"data_masking",
	"data_encryption",
	"data_leak_prevention",
]))
