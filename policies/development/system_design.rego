# 9.3.1 Security system design: designs for what cannot be bought, which secure development builds on.
package ciieval.development.system_design

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Years of service and projects of the last three years
# description: The provider has 5 years in cybersecurity services, 3 years in security system design, and at least 2 projects of the item in the last three years.
# custom:
#   clause: 9.3.1.a
#   mandatory: false
#   title_zh: 服务年限与近三年项目经验
#   description_zh: 从事网络安全服务满 5 年、安全系统设计服务满 3 年，且至少有 2 个近三年的安全系统设计项目可计入。
#   reading:
#     zh: 年限以机构开始从事的日期计，满年当日计入；开始日期早于成立日期的，从成立日期起算。项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: Years run from the day the provider began, the anniversary included; where that lies before it was established, from that day. A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
provider_experience := outcomes.of([
	experience.provider_years(5),
	experience.provider_service_years("development.system_design", 3),
	experience.projects_at_least("development.system_design", 2),
])

# METADATA
# title: Secure development qualification and CMMI
# description: A secure software development service qualification of level 2 or higher or another of the same level, and CMMI level 3 or higher.
# custom:
#   clause: 9.3.1.b
#   mandatory: true
#   title_zh: 软件安全开发服务资质与 CMMI
#   description_zh: 持有二级及以上软件安全开发服务资质或同级别资质，并持有 CMMI 3 级及以上认证。
#   reading:
#     zh: 两项均须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级，CMMI 则等级越高越高。同级别只就软件安全开发服务资质而言，主张同级别的资质由评价人员认定；CMMI 不认定其他认证。
#     en: Both are valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify, while CMMI runs the other way. Only the service qualification may be replaced by one of the same level, which an assessor decides; nothing replaces CMMI.
#   judgement:
#     zh: 主张与软件安全开发服务资质同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level as the service qualification is so.
provider_qualifications := outcomes.of([
	qualifications.is_held_at("software_development_service", 2),
	qualifications.leveled("cmmi", 3),
])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 5 years of work in cybersecurity and took part in at least 2 projects of security system design.
# custom:
#   clause: 9.3.1.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年，并各自参与过 2 个及以上安全系统设计项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入设计开发类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets both; people are current service personnel who may be counted in development; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("development", 2, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.took_part("development.system_design", 2),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.3.1.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入设计开发类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in development; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("development", 2, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security construction category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.3.1.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("development.system_design", [
	"gbt_42446_construction",
	"cii_protection_law",
]))

# METADATA
# title: Capability to deliver
# description: The deliverables show an analysis of the application environment and of needs, and security design requirements, and a project of the item is carried out each year.
# custom:
#   clause: 9.3.1.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现应用环境特性分析、需求分析和安全防护设计要求，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   judgement:
#     zh: 所提安全防护设计要求是否切合服务需求方的应用环境和实际需求。
#     en: Whether the design requirements fit the client's application environment and needs.
service_capability := outcomes.of(experience.capability("development.system_design", [
	"application_environment",
	"needs_analysis",
	"design_requirements",
]))
