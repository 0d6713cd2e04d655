# 9.6.7 Managed security: the client's security operated from a security operations centre.
package ciieval.confrontation.managed_security

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.duty_schemes
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of managed security in the last three years.
# custom:
#   clause: 9.6.7.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的安全托管项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
project_experience := outcomes.of([experience.projects_at_least("confrontation.managed_security", 3)])

# METADATA
# title: Operation and emergency response qualifications
# description: A security operation service qualification and an emergency response service qualification, each of level 2 or higher, are held, or others of the same level.
# custom:
#   clause: 9.6.7.b
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
# description: At least 15 service people each have 5 years of work in cybersecurity and 3 years in managed security, took part in at least 3 projects of managed security and were successfully assessed in the handling of every kind of incident.
# custom:
#   clause: 9.6.7.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 15 名服务人员从事网络安全满 5 年、从事安全托管满 3 年，各自参与过 3 个及以上安全托管项目，并通过各类事件处置流程的考核。
#   reading:
#     zh: 各项条件须由同一人满足；人员为可计入技术对抗类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。对处置流程的熟悉以截至基准日考核通过体现，考核不足而计入后可达到人数的，由评价人员认定。
#     en: The same person meets all of it; people are current service personnel who may be counted in confrontation; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. Mastery shows in an assessment passed by the reference date; where only assessments are wanting to reach the number, an assessor decides.
#   judgement:
#     zh: 未经考核的服务人员是否确已熟悉处置流程。
#     en: Whether people without a passed assessment really know the process.
experienced_people := outcomes.of(personnel.enough_people("confrontation", 15, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.service_years("confrontation.managed_security", 3),
	personnel.knows("people.knows/knowledge_topics.incident_process", ["incident_process"]),
	personnel.took_part("confrontation.managed_security", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 5 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.6.7.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 5 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入技术对抗类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in confrontation; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("confrontation", 5, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.6.7.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类以及关键信息基础设施保护法律法规和标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("confrontation.managed_security", ["gbt_42446_operation", "cii_protection_law"]))

# METADATA
# title: Data centre of an own security operations centre
# description: Where services are given from an operations centre of its own, the provider has a data centre to itself that meets classified protection level 3 or higher.
# custom:
#   clause: 9.6.7.f
#   mandatory: false
#   title_zh: 自建安全运营中心的数据中心
#   description_zh: 以自建安全运营中心提供服务的，具有独立的数据中心机房，其等级保护为三级或以上。
#   reading:
#     zh: 独立指机房由本机构单独使用，机房须在基准日可用。三级及以上指三级、四级或五级；满足以近十二个月内通过等级测评体现（含一年前的同一日），三级以上系统每年至少测评一次。三项须为同一机房；未写明启用日期、是否独立、级别或测评日期的机房，若可能三项俱备，视为未提供证据。声明无自建安全运营中心且无在用的安全运营中心的，不适用；未声明的按本条评价。
#     en: Independent means used by the provider alone; the data centre is at disposal on the reference date. Level 3 or higher is 3, 4 or 5; that it is met shows in an assessment passed in the last twelve months, the same day a year ago included, for systems from level 3 on are assessed every year. All three of the same data centre; where one that does not state its first day, independence, level or assessment might have all three the evidence is silent. The clause does not apply where an own operations centre is declared absent and none is at disposal; without a declaration it is evaluated.
own_operations_center := outcomes.unless_absent("own_security_operations_center", centers_at_disposal, [
	checks.count_at_least_or_open(
		"facility.independent_data_center", "facilities", object.get(input, "facilities", null),
		independent_ids,
		{facility.id | some facility in possible_data_centers},
		1,
	),
	checks.at_least("facility.data_center_protection_level", "facilities", highest_level, 3),
	checks.at_least("facility.data_center_assessed_on", "facilities", last_assessment, one_year_ago),
])

# METADATA
# title: On-duty schemes
# description: On-site attendance 5×8, 7×8 and 7×24 is supported, and security events are detected and answered within minutes.
# custom:
#   clause: 9.6.7.g
#   mandatory: false
#   title_zh: 驻场值守
#   description_zh: 5×8、7×8 和 7×24 三种驻场值守模式均支持，网络安全事件的发现和响应均在分钟级。
#   reading:
#     zh: 三种值守模式均须由基准日有效、明确为驻场的本项值守方案支持，各方案合并计算。分钟级读作以分钟计、最长不超过 60 分钟（含），按截至基准日的实测时间计，取各驻场方案中最长者；有方案未测量的，除已测时间已超出外，视为未提供证据；未写明生效日期或是否驻场的方案，其内容影响结论的，亦同。
#     en: All three patterns are supported by schemes of the item that are in force on the reference date and stated to be on site, taken together. Minute-level is read as counted in minutes, at most 60 of them, measured by the reference date and taken from the slowest on-site scheme; where a scheme was not measured the evidence is silent unless a measured one already takes longer, and likewise where a scheme that does not say since when it is in force or whether it is on site would make the difference.
on_duty_schemes := outcomes.of(duty_schemes.attended("confrontation.managed_security"))

# METADATA
# title: Capability to deliver
# description: The deliverables show the managed assets identified, threats and anomalies detected and answered, and periodic security reports, and a project of the item is carried out each year.
# custom:
#   clause: 9.6.7.h
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现托管资产识别、威胁和异常的发现与响应以及定期安全报告，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   judgement:
#     zh: 发现响应是否及时，报告是否定期提供。
#     en: Whether detection and response are timely and reports come at regular intervals.
service_capability := outcomes.of(experience.capability("confrontation.managed_security", [
	"managed_asset_identification",
	"threat_detection",
	"threat_response",
	"periodic_security_report",
]))

# Operations centres at disposal; one whose first day is not stated speaks against the declaration all the same.
centers_at_disposal contains sprintf("facilities[%d]", [position]) if {
	some position, facility in input.facilities
	facility.kind == "security_operations_center"
	object.get(facility, "from", reference) <= reference
	object.get(facility, "until", reference) >= reference
}

data_centers := {facility | some facility in resources.facilities.data_center}

independent := [facility | some facility in data_centers; facility.independent == true]

independent_ids := {facility.id | some facility in independent}

data_centers_at_hand := data_centers | resources.undated_facilities_of("data_center")

# Data centres that may be at disposal and independent, and reach the level: what they do not state counts in their favour.
possible_data_centers := [facility |
	some facility in data_centers_at_hand
	object.get(facility, "independent", true)
]

may_reach_level := [facility |
	some facility in possible_data_centers
	object.get(facility, "classified_protection_level", 3) >= 3
]

may_be_assessed := [facility |
	some facility in may_reach_level
	dates.in_last_year(object.get(facility, "classified_protection_assessed_on", dates.reference))
]

# Of the independent ones; null where none states its level, or where one that leaves something open may reach it.
highest_level := null if {
	count(protection_levels) == 0
} else := null if {
	max(protection_levels) < 3
	count(may_reach_level) > 0
} else := max(protection_levels)

protection_levels := {facility.classified_protection_level | some facility in independent}

# Of those at level 3 or higher; null where no assessment by the reference date is recorded, or where one that leaves
# something open may have been assessed.
last_assessment := null if {
	count(assessment_days) == 0
} else := null if {
	max(assessment_days) < dates.one_year_ago
	count(may_be_assessed) > 0
} else := max(assessment_days)

assessment_days := {facility.classified_protection_assessed_on |
	some facility in independent
	facility.classified_protection_level >= 3
	facility.classified_protection_assessed_on <= reference
}
