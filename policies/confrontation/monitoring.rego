# 9.6.4 Security monitoring: what is monitored is watched, the situation analysed, anomalies found and handled.
package ciieval.confrontation.monitoring

import data.ciieval.lib.duty_schemes
import data.ciieval.lib.experience
import data.ciieval.lib.installations
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of security monitoring in the last three years, and none abandoned in that time because a stage failed acceptance or through the provider.
# custom:
#   clause: 9.6.4.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全监测项目可计入，且同期无因阶段性验收未通过或自身原因废止的安全监测项目。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。因阶段性验收未通过或服务机构自身原因废止的，以废止日期在近三年内计；未写明废止原因的，视为未提供证据。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. An abandonment counts by its date in the last three years; one without a stated reason leaves the question open.
project_experience := outcomes.of([
	experience.projects_at_least("confrontation.monitoring", 3),
	experience.none_abandoned("confrontation.monitoring"),
])

# METADATA
# title: Operation and emergency response qualifications
# description: Qualifications for information system security operation and for emergency response, both of level 2 or higher, are held, or others of the same level.
# custom:
#   clause: 9.6.4.b
#   mandatory: true
#   title_zh: 安全运维和应急处理服务资质
#   description_zh: 同时持有二级及以上的信息系统安全运维服务资质和信息安全应急处理服务资质，或与之同级别的资质。
#   reading:
#     zh: 两项资质均须具备，且在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Both are held, valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([
	qualifications.is_held_at("operations_service", 2),
	qualifications.is_held_at("emergency_response_service", 2),
])

# METADATA
# title: Experienced and skilled service personnel
# description: At least 5 service people each have 5 years of work in cybersecurity, 3 years of security monitoring, passed assessments in monitoring tools and in how each kind of incident is handled, and took part in at least 3 projects of it.
# custom:
#   clause: 9.6.4.c
#   mandatory: false
#   title_zh: 有经验且熟练的服务人员
#   description_zh: 至少 5 名服务人员从事网络安全满 5 年、从事安全监测服务满 3 年，通过安全监测工具使用和各类事件应急处置流程考核，并各自参与过 3 个及以上安全监测项目。
#   reading:
#     zh: 各项条件须由同一人满足；对工具的熟练和对流程的熟悉，以截至基准日考核通过体现，考核不足而计入后可达到人数的，由评价人员认定；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets them all; skill with the tools and familiarity with the process show in assessments passed by the reference date, and where only these are lacking to reach the number an assessor may decide; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
#   judgement:
#     zh: 未经考核的人员是否确已熟练使用监测工具、熟悉应急处置流程。
#     en: Whether people who were not assessed really handle the tools with skill and know the process.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 5, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.monitoring", 3),
	personnel.knows("people.knows/knowledge_topics.monitoring_tools", ["monitoring_tools"]),
	personnel.knows("people.knows/knowledge_topics.incident_process", ["incident_process"]),
	personnel.took_part("confrontation.monitoring", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.4.d
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
# description: Everybody who works in the item was successfully assessed in the operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.6.4.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类以及关键信息基础设施安全保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.monitoring", ["gbt_42446_operation", "cii_protection_law"]))

# METADATA
# title: On-duty schemes
# description: On-site attendance 5×8, 7×8 and 7×24 is supported, and events are detected and answered within minutes.
# custom:
#   clause: 9.6.4.f
#   mandatory: false
#   title_zh: 驻场值守
#   description_zh: 现行驻场值守方案支持 5×8、7×8 和 7×24 三种模式，网络安全事件的发现和响应均为分钟级。
#   reading:
#     zh: 所举三种值守模式均须由基准日有效、明确为驻场的本项值守方案支持，各方案合并计算，“等”不再要求其他模式。分钟级读作以分钟计、最长不超过 60 分钟（含），按截至基准日的实测时间计，取各驻场方案中最长者；有方案未测量的，除已测时间已超出外，视为未提供证据；未写明生效日期或是否驻场的方案，其内容影响结论的，亦同。
#     en: All three patterns named are supported by schemes of the item that are in force on the reference date and stated to be on site, taken together; no other patterns are asked for. Minute-level is read as counted in minutes, at most 60 of them, measured by the reference date and taken from the slowest on-site scheme; where a scheme was not measured the evidence is silent unless a measured one already takes longer, and likewise where a scheme that does not say since when it is in force or whether it is on site would make the difference.
on_duty_schemes := outcomes.of(duty_schemes.attended("confrontation.monitoring"))

# METADATA
# title: Installations on the client's equipment
# description: A program is deployed on the client's equipment only after the client consented and it passed a test environment.
# custom:
#   clause: 9.6.4.g
#   mandatory: false
#   title_zh: 服务需求方设备上的程序安装
#   description_zh: 在服务需求方设备上部署的程序，部署前均已取得其同意，且已通过测试环境的测试。
#   reading:
#     zh: 核对近三年开展的本项全部项目；同意和测试通过不晚于部署当日，未写明任一日期的视为未提供证据。各项目均说明未安装程序的、近三年没有本项项目的不适用；声明未安装程序的不适用，但任一近三年项目登记有安装的程序即与声明相矛盾。未说明是否安装的，视为未提供证据。
#     en: All projects of the item carried out in the last three years are looked at; consent and the passed test come not later than the day of deployment, and a day that is not recorded is silence. The clause does not apply where each of these projects states that nothing was installed, where there is no such project, or where it is declared; a program recorded in any project of the last three years contradicts the declaration. Where a project does not say whether anything was installed the evidence is silent.
client_side_installations := installations.controlled("confrontation.monitoring")

# METADATA
# title: Capability to deliver
# description: The deliverables show data on the running state, events, logs and traffic of what is monitored, analysis of the overall situation and the handling of anomalies, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.4.h
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现运行状态、安全事件、日志与流量数据的收集处理，整体态势研判以及异常的发现处置，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。应收集处理的数据以所举几类体现，“等”不再要求其他。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. The data to be collected and processed are those named, no others are asked for.
#   differs:
#     zh: 附录 C 中本条与上一条同为字母 g；本条编号顺延为 h，与第 9 章一致。
#     en: Appendix C prints the letter g for this clause and for the one before it; here the letters run on to h, as in chapter 9.
#   judgement:
#     zh: 态势研判是否反映整体情况，异常发现处置是否及时。
#     en: Whether the analysis covers the overall situation and anomalies are found and handled in time.
service_capability := outcomes.of(experience.capability("confrontation.monitoring", [
	"monitored_operation",
	"monitored_events",
	"monitored_logs_and_traffic",
	"situation_analysis",
	"anomaly_handling",
]))
