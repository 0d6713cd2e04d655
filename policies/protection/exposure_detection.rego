# 9.4.2 Exposure detection: what an operator shows to the internet.
package ciieval.protection.exposure_detection

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of exposure detection in the last three years.
# custom:
#   clause: 9.4.2.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的暴露面检测项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("protection.exposure_detection", 3)])

# METADATA
# title: Service qualification
# description: A service qualification of level 2 or higher is held for security operation, security audit or risk assessment, or another of the same level.
# custom:
#   clause: 9.4.2.b
#   mandatory: true
#   title_zh: 服务资质
#   description_zh: 运维、审计、风险评估三类服务资质中至少持有一类，且为二级及以上，或持有与之同级别的资质。
#   reading:
#     zh: 三类资质中任一类在基准日有效且达到二级即可；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Any one of the three is enough if it is valid on the reference date and of level 1 or 2, level 1 being the highest of service qualifications. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.any_is_held_at(
	[
		"operations_service",
		"audit_service",
		"risk_assessment_service",
	],
	2,
)])

# METADATA
# title: Experienced service personnel who master the tools
# description: At least 2 service people each passed an assessment in the use of exposure detection tools, have 3 years of work in cybersecurity and took part in at least 3 projects of exposure detection.
# custom:
#   clause: 9.4.2.c
#   mandatory: false
#   title_zh: 能用工具且有经验的服务人员
#   description_zh: 至少 2 名服务人员经考核能熟练操作、配置暴露面检测工具，从事网络安全满 3 年，并各自参与过 3 个及以上暴露面检测项目。
#   reading:
#     zh: 三项条件须由同一人满足；人员为可计入安全防护类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。使用工具的能力以截至基准日通过的考核体现；计入其余条件均满足而未通过考核的人员可达到人数的，由评价人员认定。
#     en: The same person meets all three; people are current service personnel who may be counted in protection; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. Mastery of the tools shows in an assessment passed by the reference date; where the number would be reached by people who lack nothing but that, an assessor decides.
#   judgement:
#     zh: 其余条件均满足的人员是否能熟练操作、配置暴露面检测工具。
#     en: Whether people who meet the other criteria master exposure detection tools.
experienced_people := outcomes.of(personnel.enough_people("protection", 2, experience_criteria))

experience_criteria := [
	personnel.knows("people.knows/knowledge_topics.exposure_detection_tools", ["exposure_detection_tools"]),
	personnel.security_years(3),
	personnel.took_part("protection.exposure_detection", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.4.2.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入安全防护类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in protection; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("protection", 2, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.4.2.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   differs:
#     zh: 附录 C 本条缺“必要项”标记格；按 7.2 所列总数，读作非必要项。
#     en: The cell of the mandatory mark is missing in Appendix C; the totals of 7.2 need the clause to be not mandatory.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("protection.exposure_detection", [
	"gbt_42446_operation",
	"cii_protection_law",
]))

# METADATA
# title: Own tool
# description: A tool for exposure detection in which the provider holds intellectual property is at disposal.
# custom:
#   clause: 9.4.2.f
#   mandatory: false
#   title_zh: 自有工具
#   description_zh: 有可用的暴露面检测工具，且知识产权属于本机构。
#   reading:
#     zh: 工具须在基准日可用，且其软件著作权或专利截至基准日已登记；未写明启用日期而需其证明的视为未提供证据。
#     en: The tool is at disposal on the reference date and its copyright or patent was registered by then; where only one without a stated first day could show it the evidence is silent.
own_tool := outcomes.of([resources.has_own_tool("exposure_detection")])

# METADATA
# title: Capability to deliver
# description: The deliverables show the discovery of exposed services, domains, IP addresses and ports and the monitoring of websites for four kinds of anomalies, and a project of the item is carried out each year.
# custom:
#   clause: 9.4.2.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现对互联网暴露的服务、域名、IP 地址和端口的发现识别，以及对网站四类异常的监测，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。“等”“如”所举四类暴露面和四类网站异常均须体现，其他类别不作要求；监测是否持续由评价人员判断。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. The four kinds of exposure and the four kinds of anomalies named as examples are all asked for, no others; whether monitoring is continuous is left to an assessor.
#   differs:
#     zh: 附录 A（资料性）称该项为“暴露面收敛”，内容还包括收敛处置；以附录 C 为准。
#     en: Appendix A, which is informative, calls the item exposure convergence and includes reducing the exposure; Appendix C decides.
#   judgement:
#     zh: 能否发现识别各类暴露面并持续监测重要网站。
#     en: Whether the provider can discover the exposures and monitors important websites continuously.
service_capability := outcomes.of(experience.capability("protection.exposure_detection", [
	"exposed_services",
	"exposed_domains",
	"exposed_ip_addresses",
	"exposed_ports",
	"website_defacement",
	"website_sensitive_words",
	"website_malicious_code",
	"website_hidden_links",
]))
