# 9.2.1 Security awareness education: courses that make an operator's people aware of cybersecurity.
package ciieval.training.awareness

import data.ciieval.lib.courses
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel

# METADATA
# title: Projects of the last three years
# description: At least 1 project of security awareness education in the last three years.
# custom:
#   clause: 9.2.1.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 1 个近三年的网络安全意识教育项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("training.awareness", 1)])

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.2.1.b
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
#   clause: 9.2.1.c
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全科研教育类的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；考核须截至基准日通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed the assessment by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("training.awareness", ["gbt_42446_research_and_education"]))

# METADATA
# title: Courses for different audiences
# description: Awareness courses for at least two audiences are offered, as lectures and as case studies of incidents, and a project of the item is carried out each year.
# custom:
#   clause: 9.2.1.d
#   mandatory: false
#   title_zh: 面向不同对象的课程
#   description_zh: 已开设面向至少两类培训对象的意识教育课程，兼有理论授课和事件案例警示教育，且每年开展本项项目。
#   reading:
#     zh: 课程须在基准日已开设并登记于本服务项，未写明开设日期而需其证明的视为未提供证据；各课程内容合并计算。每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。不同参训人员以课程登记的两类及以上培训对象体现；所举理论授课和案例警示教育两种形式均须具备，“等”不再要求其他形式；案例警示教育的内容须涉及网络安全事件案例。
#     en: A course counts if it names this item and is offered on the reference date, and where only one without a stated first day could show it the evidence is silent; the courses are taken together. The capacity for a project a year shows in at least one counted project under way in the last twelve months. Different audiences are two or more named by the courses; both formats given as examples are asked for, no others; what the case studies are about are cybersecurity incidents.
#   judgement:
#     zh: 课程内容是否切合不同参训人员的特点和需求。
#     en: Whether the courses suit the different audiences and their needs.
tailored_courses := outcomes.of(array.concat(
	courses.offering("training.awareness", ["security_awareness", "incident_cases"]),
	[
		courses.have_formats("training.awareness", ["lecture", "case_study"]),
		courses.address_audiences("training.awareness", 2),
	],
))
