# 9.6.3 Threat intelligence sharing: intelligence is collected, processed, analysed and passed on.
package ciieval.confrontation.threat_intelligence

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.libraries
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of threat intelligence sharing in the last three years.
# custom:
#   clause: 9.6.3.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的威胁情报共享项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("confrontation.threat_intelligence", 3)])

# METADATA
# title: Risk assessment qualification
# description: A risk assessment service qualification of level 2 or higher is held, or another of the same level.
# custom:
#   clause: 9.6.3.b
#   mandatory: true
#   title_zh: 风险评估服务资质
#   description_zh: 持有二级及以上信息安全风险评估服务资质，或与之同级别的资质。
#   reading:
#     zh: 资质须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: The qualification is valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   differs:
#     zh: 原文“服务资质”与“同级别认证资质”之间无“或”字；参照其他服务项的同类条款，读作二者居其一。
#     en: The word for or is missing before the qualification of the same level; as in the same clause of other items, either is taken to be enough.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.is_held_at("risk_assessment_service", 2)])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 5 years of work in cybersecurity, 3 years of threat intelligence sharing, and took part in at least 3 projects of it.
# custom:
#   clause: 9.6.3.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年、从事威胁情报共享服务满 3 年，并各自参与过 3 个及以上威胁情报共享项目。
#   reading:
#     zh: 三项条件须由同一人满足；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets all three; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 2, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.threat_intelligence", 3),
	personnel.took_part("confrontation.threat_intelligence", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.3.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入技术对抗类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in confrontation; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("confrontation", 2, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the operation category of GB/T 42446, in the rules on vulnerability management and in the laws and standards on CII protection.
# custom:
#   clause: 9.6.3.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类、网络产品安全漏洞管理规定以及关键信息基础设施安全保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。漏洞管理要求以所举规定体现，“等”不再要求其他。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date. The requirements on vulnerability management show in the rules named, no others are asked for.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.threat_intelligence", [
	"gbt_42446_operation",
	"vulnerability_management_rules",
	"cii_protection_law",
]))

# METADATA
# title: Threat intelligence library
# description: Threat intelligence is obtained from stated sources into a library of at least 1,000,000 entries, which is kept up to date and managed with a tool.
# custom:
#   clause: 9.6.3.f
#   mandatory: false
#   title_zh: 威胁情报库
#   description_zh: 有明确的威胁情报获取途径，建有不少于 1000000 条的威胁情报库并保持更新，且以工具管理。
#   reading:
#     zh: 百万级指条目最多的一个库不少于 1000000 条，以截至基准日的统计为准；获取途径指库已登记来源；维护指库在基准日前十二个月内更新过；管理技术手段指管理工具在基准日可用；各项须由同一个达到百万条的库具备。未登记任何信息库视为未提供证据。
#     en: Million-level means that the largest library has at least 1,000,000 entries, counted by the reference date; means of obtaining are the sources recorded for a library; maintained means updated in the twelve months up to the reference date; the technical means of management are a tool at disposal on that day. One library of that size has to have all of this. Where no library is registered at all the evidence is silent.
intelligence_library := outcomes.of(libraries.sourced_and_managed("threat_intelligence", 1000000))

# METADATA
# title: Capability to deliver
# description: The deliverables show the collection, processing, analysis and sharing of threat intelligence and action on it, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.3.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现威胁情报从收集、加工到分析、共享和处置的各环节，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   judgement:
#     zh: 服务是否覆盖威胁情报各环节。
#     en: Whether the service covers every step of handling intelligence.
service_capability := outcomes.of(experience.capability("confrontation.threat_intelligence", [
	"intelligence_collection",
	"intelligence_processing",
	"intelligence_analysis",
	"intelligence_sharing",
	"intelligence_handling",
]))
