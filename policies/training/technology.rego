# 9.2.3 Security technology training: concepts, methods and techniques of protection.
package ciieval.training.technology

import data.ciieval.lib.alternatives
import data.ciieval.lib.courses
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel

# METADATA
# title: Projects of the last three years
# description: At least 1 project of security technology training in the last three years.
# custom:
#   clause: 9.2.3.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 1 个近三年的网络安全技术培训项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("training.technology", 1)])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each took part in a real attack and defence project or have 5 years of work in cybersecurity, and were successfully assessed in the laws and standards on CII protection.
# custom:
#   clause: 9.2.3.b
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员有网络攻防实战项目经历或从事网络安全满 5 年，并通过关键信息基础设施安全保护法律法规和标准的考核。
#   reading:
#     zh: 经历与年限具备其一即可，每人可各不相同；与考核一项须由同一人满足。人员为可计入教育培训类的在职服务人员，实战项目须在基准日及以前，年限为至基准日的各从业时段之和，考核须截至基准日通过。未经考核但可使人数达到要求的，由评价人员认定。
#     en: Either the project or the years are enough, which may differ from person to person; the same person also passed the assessment. People are current service personnel who may be counted in training; the project took place by the reference date, years are the sum of the periods of work up to it, the assessment was passed by then. Where people without it would make up the number, an assessor decides.
#   judgement:
#     zh: 有经验的人员是否确实熟悉所列法律法规和标准规范。
#     en: Whether the experienced people are really familiar with those laws and standards.
experienced_people := outcomes.of(personnel.enough_people("training", 2, experience_criteria))

experience_criteria := [
	alternatives.either("people.attack_defense_or_security_years_5", [personnel.attack_and_defense, personnel.security_years(5)]),
	personnel.knows("people.knows/knowledge_topics.cii_protection_law", ["cii_protection_law"]),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.2.3.c
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定与之同等的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入教育培训类的在职服务人员；CISP 各方向证书均计。主张同等的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in training; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同等的证书是否确属同等。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("training", 2, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the research and education category of GB/T 42446.
# custom:
#   clause: 9.2.3.d
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全科研教育类的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；考核须截至基准日通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed the assessment by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("training.technology", ["gbt_42446_research_and_education"]))

# METADATA
# title: Courses on security technology
# description: The courses offered teach the five fields of concepts and methods and the four fields of technology and practice, and a project of the item is carried out each year.
# custom:
#   clause: 9.2.3.e
#   mandatory: false
#   title_zh: 安全技术课程
#   description_zh: 已开设的课程涵盖五方面的概念方法和四方面的技术实践，且每年开展本项项目。
#   reading:
#     zh: 课程须在基准日已开设并登记于本服务项，未写明开设日期而需其证明的视为未提供证据；各课程内容合并计算。每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。所列九方面内容均须涉及，“等”不再要求其他内容。
#     en: A course counts if it names this item and is offered on the reference date, and where only one without a stated first day could show it the evidence is silent; the courses are taken together. The capacity for a project a year shows in at least one counted project under way in the last twelve months. All nine fields named are taught, no others are asked for.
#   judgement:
#     zh: 课程内容是否切实涵盖所列各方面。
#     en: Whether the courses really teach the fields named.
technology_courses := outcomes.of(courses.offering("training.technology", [
	"management_system",
	"risk_management",
	"security_strategy",
	"data_security_and_privacy",
	"supply_chain",
	"technology_basics",
	"advanced_technology",
	"new_technology_protection",
	"best_practice",
]))
