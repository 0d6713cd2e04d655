# 9.6.5 Log analysis: threats found in the logs of the client's systems and equipment.
package ciieval.confrontation.log_analysis

import data.ciieval.lib.checks
import data.ciieval.lib.experience
import data.ciieval.lib.installations
import data.ciieval.lib.item_projects
import data.ciieval.lib.knowledge
import data.ciieval.lib.libraries
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of log analysis in the last three years.
# custom:
#   clause: 9.6.5.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的日志分析项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("confrontation.log_analysis", 3)])

# METADATA
# title: Operation and emergency response qualifications
# description: A security operation service qualification and an emergency response service qualification, each of level 2 or higher, are held, or others of the same level.
# custom:
#   clause: 9.6.5.b
#   mandatory: true
#   title_zh: 安全运维和应急处理服务资质
#   description_zh: 同时持有二级及以上的安全运维、应急处理两项服务资质，或与之同级别的资质。
#   reading:
#     zh: 两项资质缺一不可，均须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Both are held and valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([
	qualifications.is_held_at("operations_service", 2),
	qualifications.is_held_at("emergency_response_service", 2),
])

# METADATA
# title: Experienced service personnel
# description: At least 3 service people each have 5 years of work in cybersecurity and 3 years in log analysis, took part in at least 3 projects of log analysis and were successfully assessed in the use of log analysis tools and in the handling of every kind of incident.
# custom:
#   clause: 9.6.5.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 3 名服务人员从事网络安全满 5 年、从事日志分析满 3 年，各自参与过 3 个及以上日志分析项目，并通过日志分析工具使用和各类事件处置流程的考核。
#   reading:
#     zh: 各项条件须由同一人满足；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。对工具和流程的掌握以截至基准日考核通过体现，考核不足而计入后可达到人数的，由评价人员认定。
#     en: The same person meets all of it; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. Mastery shows in an assessment passed by the reference date; where only assessments are wanting to reach the number, an assessor decides.
#   judgement:
#     zh: 未经考核的服务人员是否确已熟练使用工具并熟悉处置流程。
#     en: Whether people without a passed assessment really use the tools with skill and know the process.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 3, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.log_analysis", 3),
	personnel.knows("people.knows/knowledge_topics.log_analysis_tools", ["log_analysis_tools"]),
	personnel.knows("people.knows/knowledge_topics.incident_process", ["incident_process"]),
	personnel.took_part("confrontation.log_analysis", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 3 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.5.d
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
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.6.5.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类以及关键信息基础设施保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.log_analysis", ["gbt_42446_operation", "cii_protection_law"]))

# METADATA
# title: Own analysis engine, models and library
# description: An intelligent log analysis engine with the provider's own intellectual property is at disposal, and detection models and an information resource library are built up and maintained.
# custom:
#   clause: 9.6.5.f
#   mandatory: false
#   title_zh: 自有分析引擎、模型和资源库
#   description_zh: 拥有自有知识产权的智能化日志分析引擎，并建有持续维护的检测模型和信息资源库。
#   reading:
#     zh: 引擎在基准日可用，其知识产权不晚于基准日登记。建设指库中至少有一条内容，以截至基准日的统计为准；维护指有内容的该库近十二个月内更新过，含一年前的同一日。两类库均须具备，“等”不再要求其他库。
#     en: The engine is at disposal on the reference date and intellectual property in it was registered by then. Built up means at least one entry, counted by the reference date; maintained means that such a library was updated in the last twelve months, the same day a year ago included. Both kinds of library are asked for, no others.
own_engine := outcomes.of(array.concat(
	[resources.has_own_tool("log_analysis_engine")],
	array.concat(libraries.kept_up_to_date("detection_models", 1), libraries.kept_up_to_date("information_resources", 1)),
))

# METADATA
# title: Logs from the client's systems
# description: In every project of the item the logs come from the client's log audit system or its threat detection and alerting system.
# custom:
#   clause: 9.6.5.g
#   mandatory: false
#   title_zh: 日志来源
#   description_zh: 每个日志分析项目的日志均来自服务需求方自己的日志审计或威胁检测告警系统。
#   reading:
#     zh: 看近三年内开展过的每个本项项目；两类系统取其一或兼取均可，另有其他来源的不符合。“宜”为推荐性要求，仍计入评分；另有来源是否合理由评价人员认定。
#     en: Every project of the item carried out in the last three years is looked at; either system will do, or both, but no further source. The wording recommends rather than demands, and the clause still counts in the score; whether a further source is justified an assessor decides.
#   judgement:
#     zh: 未从上述系统获取日志是否有合理理由。
#     en: Whether there is good reason to take logs from elsewhere.
logs_from_client_systems := outcomes.of([checks.judged(item_projects.every_examined("project.client_logs", analysed, client_logs_only, item_projects.silent_under(analysed, "log_sources")))])

# METADATA
# title: Installations on the client's equipment
# description: Clients and log collectors are installed on the client's equipment only after the client consented and a test environment was passed.
# custom:
#   clause: 9.6.5.h
#   mandatory: true
#   title_zh: 服务需求方设备上的程序安装
#   description_zh: 客户端和日志采集程序在服务需求方同意且测试环境测试通过后方部署到其设备。
#   reading:
#     zh: 核对近三年开展的本项全部项目所安装的程序；同意和测试通过不晚于部署当日，未写明任一日期的视为未提供证据。各项目均说明未安装的、近三年没有本项项目的不适用；声明未安装的不适用，但任一近三年项目登记有安装的程序即与声明相矛盾。未说明是否安装的，视为未提供证据。
#     en: Every program installed in the item's projects of the last three years is looked at; consent and the passed test come not later than the day of deployment, and a day that is not recorded is silence. The clause does not apply where each of these projects states that nothing was installed, where there is no such project, or where it is declared; a program recorded in any project of the last three years contradicts the declaration. Where a project does not say whether anything was installed the evidence is silent.
client_side_installations := installations.controlled("confrontation.log_analysis")

# METADATA
# title: Capability to deliver
# description: The deliverables show solutions tailored to sectors and to scenarios, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.5.i
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现面向行业和面向场景的定制化方案，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   judgement:
#     zh: 方案是否确为行业和场景定制。
#     en: Whether the solutions are really tailored to sectors and scenarios.
service_capability := outcomes.of(experience.capability("confrontation.log_analysis", [
	"sector_specific_solution",
	"scenario_specific_solution",
]))

analysed := item_projects.examined_of("confrontation.log_analysis")

client_logs_only := {project.id |
	some project in analysed
	count(project.log_sources) > 0
	every source in project.log_sources { source in {"client_log_audit_system", "client_threat_detection_system"} }
}
