# 9.4.1 Asset discovery and identification: the assets of an operator found with discovery tools.
package ciieval.protection.asset_discovery

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources
import data.ciieval.lib.tool_capabilities

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of asset discovery and identification in the last three years.
# custom:
#   clause: 9.4.1.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的资产探测识别项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("protection.asset_discovery", 3)])

# METADATA
# title: Service qualification
# description: A service qualification of level 2 or higher is held for security operation, security audit or risk assessment, or another of the same level.
# custom:
#   clause: 9.4.1.b
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
# description: At least 2 service people each passed an assessment in the use of asset discovery tools, have 3 years of work in cybersecurity and took part in at least 3 projects of asset discovery and identification.
# custom:
#   clause: 9.4.1.c
#   mandatory: false
#   title_zh: 能用工具且有经验的服务人员
#   description_zh: 至少 2 名服务人员经考核能熟练操作资产探测识别工具，从事网络安全满 3 年，并各自参与过 3 个及以上资产探测识别项目。
#   reading:
#     zh: 三项条件须由同一人满足；人员为可计入安全防护类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。使用工具的能力以截至基准日通过的考核体现；计入其余条件均满足而未通过考核的人员可达到人数的，由评价人员认定。
#     en: The same person meets all three; people are current service personnel who may be counted in protection; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. Mastery of the tools shows in an assessment passed by the reference date; where the number would be reached by people who lack nothing but that, an assessor decides.
#   judgement:
#     zh: 其余条件均满足的人员是否能熟练操作资产探测识别工具。
#     en: Whether people who meet the other criteria master asset discovery tools.
experienced_people := outcomes.of(personnel.enough_people("protection", 2, experience_criteria))

experience_criteria := [
	personnel.knows("people.knows/knowledge_topics.asset_discovery_tools", ["asset_discovery_tools"]),
	personnel.security_years(3),
	personnel.took_part("protection.asset_discovery", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.4.1.d
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
# description: Everybody who works in the item was successfully assessed in the security construction category of GB/T 42446, the identification of assets under GB/T 20984, and the laws and standards on CII protection.
# custom:
#   clause: 9.4.1.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类、GB/T 20984 资产识别方法和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("protection.asset_discovery", [
	"gbt_42446_construction",
	"gbt_20984",
	"cii_protection_law",
]))

# METADATA
# title: Own tool and fingerprint library
# description: An asset discovery tool in which the provider holds intellectual property discovers seven kinds of assets automatically, and a fingerprint library has entries.
# custom:
#   clause: 9.4.1.f
#   mandatory: false
#   title_zh: 自有工具与指纹特征库
#   description_zh: 有可用的自有资产探测识别工具，可自动获取七类资产的信息，并建有指纹特征库。
#   reading:
#     zh: 工具须在基准日可用，且其软件著作权或专利截至基准日已登记；自有工具的能力合并计算，“等”字所举七类资产均须覆盖，其他类别不作要求。特征库未规定规模，截至基准日统计有条目即可。
#     en: The tool is at disposal on the reference date and its copyright or patent was registered by then; the capabilities of own tools are taken together. All seven kinds of assets named as examples are asked for, no others. As no size of the library is laid down, any entries counted by the reference date are enough.
#   judgement:
#     zh: 自有工具能否自动获取各类资产信息。
#     en: Whether the own tools discover the assets automatically.
own_tool := outcomes.of([
	resources.has_own_tool("asset_discovery"),
	resources.collection_at_least("asset_fingerprints", 1),
	tool_capabilities.own_tools_can("asset_discovery", [
		"servers",
		"terminals",
		"mobile_devices",
		"iot_devices",
		"storage",
		"network_devices",
		"security_devices",
	]),
])

# METADATA
# title: Capability to deliver
# description: The deliverables show the network, system, data, service and other assets on which the critical business depends, and a project of the item is carried out each year.
# custom:
#   clause: 9.4.1.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现支撑关键业务链的网络资产、系统资产、数据资产、服务资产及其他资产，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。所列五类资产均须体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. All five kinds of assets named are asked for.
#   judgement:
#     zh: 能否用探测技术识别出关键业务链所依赖的各类资产。
#     en: Whether the provider can discover every kind of asset on which the critical business depends.
service_capability := outcomes.of(experience.capability("protection.asset_discovery", [
	"network_assets",
	"system_assets",
	"data_assets",
	"service_assets",
	"other_assets",
]))
