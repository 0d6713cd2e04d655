# 9.2.4 Security skills training: hands-on exercises in a training range.
package ciieval.training.skills

import data.ciieval.lib.checks
import data.ciieval.lib.courses
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 1 project of security skills training in the last three years.
# custom:
#   clause: 9.2.4.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 1 个近三年的网络安全技能培训项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("training.skills", 1)])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each took part in a real attack and defence project and were successfully assessed in the use of security products and the secure configuration of systems and network devices.
# custom:
#   clause: 9.2.4.b
#   mandatory: false
#   title_zh: 有实战经历的服务人员
#   description_zh: 至少 2 名服务人员有网络攻防实战项目经历，并通过网络安全产品使用、操作系统与网络设备安全配置的考核。
#   reading:
#     zh: 各项条件须由同一人满足；人员为可计入教育培训类的在职服务人员，实战项目须在基准日及以前，考核须截至基准日通过。未经考核但可使人数达到要求的，由评价人员认定。
#     en: The same person meets all of them; people are current service personnel who may be counted in training; the project took place and the assessments were passed by the reference date. Where people without the assessments would make up the number, an assessor decides.
#   judgement:
#     zh: 有实战经历的人员是否确能熟练使用网络安全产品、掌握安全配置方法。
#     en: Whether the people with such projects are really skilled in security products and secure configuration.
experienced_people := outcomes.of(personnel.enough_people("training", 2, experience_criteria))

experience_criteria := [
	personnel.attack_and_defense,
	personnel.knows("people.knows/knowledge_topics.security_products", ["security_products"]),
	personnel.knows("people.knows/knowledge_topics.secure_configuration", ["secure_configuration"]),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.2.4.c
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
#   clause: 9.2.4.d
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全科研教育类的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；考核须截至基准日通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed the assessment by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("training.skills", ["gbt_42446_research_and_education"]))

# METADATA
# title: Training range
# description: A training range or simulation environment for skills training is at disposal.
# custom:
#   clause: 9.2.4.e
#   mandatory: true
#   title_zh: 实训平台或模拟仿真环境
#   description_zh: 有可用于技能培训的模拟仿真环境或实训平台。
#   reading:
#     zh: 平台或环境须在基准日可用，用途包括技能实训且登记有设备环境；未写明启用日期而需其证明的视为未提供证据。自有、租赁和共用的均可。
#     en: The range or environment is at disposal on the reference date, serves skills training and has equipment on record; where only one without a stated first day could show it the evidence is silent. It may be owned, leased or shared.
#   judgement:
#     zh: 平台或环境的用途和设备是否足以开展技能培训。
#     en: Whether the use and equipment of the range or environment support skills training.
training_range := outcomes.of([
	resources.has_facility("facility.training_range", "training_range"),
	checks.judged(resources.equipped_for("facility.skills_training_range", "training_range", "skills_training")),
])

# METADATA
# title: Practical courses
# description: Courses with practical knowledge and techniques and with practical exercises are offered, and a project of the item is carried out each year.
# custom:
#   clause: 9.2.4.f
#   mandatory: false
#   title_zh: 实战化课程
#   description_zh: 已开设含实战化知识和技术、实战训练的课程，且每年开展本项项目。
#   reading:
#     zh: 课程须在基准日已开设并登记于本服务项，未写明开设日期而需其证明的视为未提供证据；各课程内容合并计算。每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。所列两方面内容均须涉及，“等”不再要求其他内容。
#     en: A course counts if it names this item and is offered on the reference date, and where only one without a stated first day could show it the evidence is silent; the courses are taken together. The capacity for a project a year shows in at least one counted project under way in the last twelve months. Both fields named are taught, no others are asked for.
#   judgement:
#     zh: 课程是否切实具有实战性。
#     en: Whether the courses are really practical.
skills_courses := outcomes.of(courses.offering("training.skills", ["practical_knowledge", "practical_exercises"]))
