# 9.1.6 Classified protection consulting: help with every step of the national classified protection scheme.
package ciieval.consulting.classified_protection

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of classified protection consulting in the last three years.
# custom:
#   clause: 9.1.6.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的网络安全等级保护咨询项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("consulting.classified_protection", 3)])

# METADATA
# title: Classified protection assessment body
# description: The provider is certified as a classified protection assessment body, or holds another qualification of the same level.
# custom:
#   clause: 9.1.6.b
#   mandatory: false
#   title_zh: 等级测评机构服务认证
#   description_zh: 持有网络安全等级测评与检测评估机构服务认证，或同级别资质。
#   reading:
#     zh: 认证须在基准日有效。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: The certification is valid on the reference date. A qualification claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.is_held("classified_protection_assessment")])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 5 years of work in cybersecurity and took part in at least 2 projects of classified protection consulting.
# custom:
#   clause: 9.1.6.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年，并各自参与过 2 个及以上网络安全等级保护咨询项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入安全咨询类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets both; people are current service personnel who may be counted in consulting; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("consulting", 2, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.took_part("consulting.classified_protection", 2),
]

# METADATA
# title: Senior classified protection assessor
# description: At least 1 service person is a senior classified protection assessor.
# custom:
#   clause: 9.1.6.d
#   mandatory: false
#   title_zh: 高级测评师
#   description_zh: 至少 1 名服务人员为等级保护高级测评师。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入安全咨询类的在职服务人员；未提及同级别证书，不认定其他证书。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in consulting; no certificate of the same level is admitted.
senior_assessor := outcomes.of(personnel.enough_people("consulting", 1, certificate_criteria))

certificate_criteria := [personnel.holds_certificate("classified_protection_senior_assessor")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the construction category of GB/T 42446, the laws on classified protection, GB/T 22239 and GB/T 25070.
# custom:
#   clause: 9.1.6.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类、等级保护法律法规、GB/T 22239 和 GB/T 25070的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。所举两项标准均须考核，“等”不再要求其他标准。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date. Both standards named as examples are asked for, no others.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("consulting.classified_protection", [
	"gbt_42446_construction",
	"classified_protection_law",
	"gbt_22239",
	"gbt_25070",
]))

# METADATA
# title: Capability to deliver
# description: The deliverables show grading, filing, remediation, grade assessment and supervision, and a project of the item is carried out each year.
# custom:
#   clause: 9.1.6.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现定级、备案、建设整改、等级测评和监督检查，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   differs:
#     zh: 附录 A（资料性）未列网络安全等级保护咨询；以附录 C 为准。
#     en: Appendix A, which is informative, has no entry for classified protection consulting; Appendix C decides.
#   judgement:
#     zh: 咨询服务是否覆盖等级保护全流程。
#     en: Whether the consulting covers the whole process of classified protection.
service_capability := outcomes.of(experience.capability("consulting.classified_protection", [
	"grading",
	"filing",
	"remediation",
	"grade_assessment",
	"supervision_inspection",
]))
