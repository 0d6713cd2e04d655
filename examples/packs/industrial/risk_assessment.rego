# I.1 Risk assessment of control systems: modelled on 9.1.1, with what running plants ask for besides.
package industrial.risk_assessment

import data.ciieval.lib.agreements
import data.ciieval.lib.experience
import data.ciieval.lib.item_projects
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 2 projects of risk assessment of control systems in the last three years.
# custom:
#   clause: I.1.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 2 个近三年的工控系统风险评估项目可计入。
project_experience := outcomes.of([experience.projects_at_least("industrial.risk_assessment", 2)])

# METADATA
# title: Risk assessment qualification
# description: A risk assessment service qualification of level 2 or higher is held.
# custom:
#   clause: I.1.b
#   mandatory: true
#   title_zh: 风险评估服务资质
#   description_zh: 持有二级及以上信息安全风险评估服务资质。
#   reading:
#     zh: 服务资质以一级为最高，二级及以上指一级或二级，须在基准日有效。
#     en: Level 1 is the highest of service qualifications, so levels 1 and 2 qualify; it is valid on the reference date.
provider_qualification := outcomes.of([qualifications.is_held_at("risk_assessment_service", 2)])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 5 years of work in cybersecurity, 3 years in the item, and know control protocols and process safety.
# custom:
#   clause: I.1.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年、从事本服务项满 3 年，并通过工控协议和工艺安全的考核。
#   reading:
#     zh: 各项条件须由同一人满足；计入服务类的规则同 7.4。
#     en: The same person meets all of it; in which classes people count is decided as in 7.4.
experienced_people := outcomes.of(personnel.enough_people("industrial", 2, [
	personnel.security_years(5),
	personnel.service_years("industrial.risk_assessment", 3),
	personnel.knows("people.knows/knowledge_topics.control_protocols", ["control_protocols"]),
	personnel.knows("people.knows/knowledge_topics.process_safety", ["process_safety"]),
]))

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: I.1.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定同级别的有效证书。
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("industrial", 2, [personnel.holds_certificate_or_equal("cisp")]))

# METADATA
# title: Tools that leave running systems alone
# description: A tool for the passive discovery of control assets is at disposal.
# custom:
#   clause: I.1.e
#   mandatory: true
#   title_zh: 无损识别工具
#   description_zh: 配备工控资产无损识别工具。
passive_tools := outcomes.of([resources.has_tool("control_asset_discovery")])

# METADATA
# title: Capability to deliver
# description: The deliverables have an inventory of control assets, an analysis of control protocols and the impact on process safety, and a project of the item is carried out each year.
# custom:
#   clause: I.1.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果包括工控资产清单、工控协议分析和对工艺安全的影响，且每年开展本项项目。
#   judgement:
#     zh: 交付成果是否确实体现上述内容。
#     en: Whether the deliverables really deal with these.
service_capability := outcomes.of(experience.capability("industrial.risk_assessment", [
	"control_asset_inventory",
	"control_protocol_analysis",
	"process_safety_impact",
]))

# METADATA
# title: Passive work on running systems
# description: In every project of the item an agreement with the client lays down that running control systems are only worked on passively.
# custom:
#   clause: I.1.g
#   mandatory: true
#   title_zh: 在运系统无损操作
#   description_zh: 每个本项项目均与服务需求方约定对在运控制系统只作无损操作。
#   reading:
#     zh: 看近三年内开展过的每个本项项目；约定见于截至基准日签署、适用于该项目的任一协议。没有协议登记的视为未提供证据。
#     en: Every project of the item carried out in the last three years is looked at; any agreement that covers it and was signed by the reference date will do. Without a register of agreements the evidence is silent.
passive_work := outcomes.of([item_projects.every_examined("industrial.passive_only", assessed, passive_only, unknown)])

assessed := item_projects.examined_of("industrial.risk_assessment")

passive_only := {id |
	some id in object.keys(assessed)
	some agreement in agreements.covering_of(id)
	"passive_only" in agreement.terms
}

unknown := object.keys(assessed) if {
	agreements.register == null
} else := set()
