# 9.7.2 Incident handling: incidents contained and removed, and systems brought back.
package ciieval.response.incident_handling

import data.ciieval.lib.checks
import data.ciieval.lib.class_experience
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.duty_schemes
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of incident response, the whole class, in the last three years.
# custom:
#   clause: 9.7.2.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的应急处理类项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。条款所称应急处理指本服务类，四个服务项的项目均计，同时涉及多个服务项的项目计一次。
#     en: 'A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. The clause names the class: projects of any of its four items count, each once.'
#   differs:
#     zh: 条款属响应处置服务项，所计却为应急处理项目；按所印文字，以整个服务类计。
#     en: The clause belongs to incident handling but counts incident response projects; as printed, the whole class is counted.
project_experience := outcomes.of([class_experience.class_projects_at_least("response", 3)])

# METADATA
# title: Service qualification
# description: A service qualification of level 2 or higher is held for security operation or emergency response, or another of the same level.
# custom:
#   clause: 9.7.2.b
#   mandatory: true
#   title_zh: 服务资质
#   description_zh: 运维、应急处理两类服务资质中至少持有一类，且为二级及以上，或持有与之同级别的资质。
#   reading:
#     zh: 两类资质中任一类在基准日有效且达到二级即可；服务资质以一级为最高，二级及以上指一级或二级。主张同级别的资质本身不满足要求，由评价人员认定。
#     en: Either is enough if it is valid on the reference date and of level 1 or 2, level 1 being the highest of service qualifications. One claimed to be of the same level does not satisfy by itself; an assessor decides.
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualifications := outcomes.of([qualifications.any_is_held_at(
	[
		"operations_service",
		"emergency_response_service",
	],
	2,
)])

# METADATA
# title: Experienced service personnel
# description: At least 5 service people each have 5 years of work in cybersecurity, have 3 years of work in incident response, master incident analysis and tracing, and took part in at least 3 projects of it.
# custom:
#   clause: 9.7.2.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 5 名服务人员从事网络安全满 5 年、从事应急处理类服务满 3 年、掌握应急分析溯源技能，并各自参与过 3 个及以上应急处理类项目。
#   reading:
#     zh: 四项条件须由同一人满足；两种年限分别计算，时段可以重合；人员为可计入应急处理类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。条款所称应急处理指本服务类：四个服务项的从业时段合并计算，重合的日期计一次；参与多个服务项的同一项目计一次。掌握以截至基准日考核通过应急分析溯源技能体现；未见考核通过记录的人员计入后可达到人数的，由评价人员认定。
#     en: 'The same person meets all four; the two spans are counted each by itself and may coincide; people are current service personnel who may be counted in incident response; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. The clause names the class: periods of work in its four items are joined, a day in several of them counting once, and so does a project of several items. Mastery shows in a passed assessment of incident analysis and tracing by the reference date; where people without one would reach the number, an assessor decides.'
#   differs:
#     zh: 条款属响应处置服务项，所计却为应急处理经验和项目；按所印文字，以整个服务类计。
#     en: The clause belongs to incident handling but counts incident response experience and projects; as printed, the whole class is counted.
#   judgement:
#     zh: 服务人员是否掌握应急分析溯源技能。
#     en: Whether the people master incident analysis and tracing.
experienced_people := outcomes.of(personnel.enough_people("response", 5, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	class_experience.service_years_in_class("response", 3),
	personnel.knows("people.knowing_tracing_skills", ["tracing_skills"]),
	class_experience.took_part_in_class("response", 3),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people hold a valid CISP certificate or one of the same level.
# custom:
#   clause: 9.7.2.d
#   mandatory: true
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员持有 CISP 或经认定同级别的有效证书。
#   reading:
#     zh: 证书在基准日有效，持证人为可计入应急处理类的在职服务人员；CISP 各方向证书均计。主张同级别的证书本身不予计入，计入后可达到人数的，由评价人员认定。
#     en: The certificate is valid on the reference date and its holder is a current service person who may be counted in incident response; every CISP certificate counts. One claimed to be of the same level does not count by itself; where the claims would reach the number, an assessor decides.
#   judgement:
#     zh: 主张与 CISP 同级别的证书是否确属同级别。
#     en: Whether certificates claimed to be of the same level as CISP are so.
certified_people := outcomes.of(personnel.enough_people("response", 2, certificate_criteria))

certificate_criteria := [personnel.holds_certificate_or_equal("cisp")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security operation category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.7.2.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全运营类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("response.incident_handling", [
	"gbt_42446_operation",
	"cii_protection_law",
]))

# METADATA
# title: Capability to handle incidents
# description: The deliverables show handling strategies and plans made for the incident at hand, with recovery, data protection and removal of the threat.
# custom:
#   clause: 9.7.2.f
#   mandatory: false
#   title_zh: 应急处置能力
#   description_zh: 交付成果体现处置策略和针对性处置方案，包括系统恢复、数据保护和威胁消除。
#   reading:
#     zh: 能力以近三年计入的响应处置项目交付成果所涉内容体现，各项目合并计算；处置策略、处置方案及“等”字所举三类措施均须体现，其他措施不作要求。
#     en: Capability shows in what the deliverables of the counted incident handling projects of the last three years deal with, taken together. Strategy, plan and all three measures named as examples are asked for, no others.
#   judgement:
#     zh: 能否针对事件的性质和影响制定、实施处置方案，使事件得到有效处理。
#     en: Whether the provider can design and carry out plans that suit an incident's nature and effects, so that it is dealt with.
handling_capability := outcomes.of([experience.deals_with("response.incident_handling", [
	"handling_strategy",
	"handling_plan",
	"system_recovery",
	"incident_data_protection",
	"threat_removal",
])])

# METADATA
# title: Round-the-clock response
# description: A round-the-clock duty scheme of the item with a stated response time is in force, an incident response plan lays down first isolation and reporting, and a project of the item is carried out each year.
# custom:
#   clause: 9.7.2.g
#   mandatory: false
#   title_zh: 全天候响应
#   description_zh: 本项的 7×24 小时值守方案现行有效并载明响应时间，应急处置预案规定初步隔离和报告，且每年开展本项项目。
#   reading:
#     zh: 值守方案须在基准日有效，未写明生效日期而需其证明的视为未提供证据；条款未定响应时限，载明响应时间即可，基准日后测得的不计。初步隔离、向服务需求方和安全管理机构报告，以经批准且现行有效的应急处置预案有规定体现。每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的响应处置项目在实施体现。
#     en: 'The scheme is in force on the reference date, and where only one without a stated first day could show it the evidence is silent. The clause sets no limit to the response time: that one is stated is enough, not one measured after the reference date. First isolation and reporting to the client and to authorities show in what an approved incident response plan in force lays down. The capacity for a project a year shows in at least one counted incident handling project under way in the last twelve months.'
#   differs:
#     zh: 附录 C 将字母 f 印刷两次，本条为其第二个 f，正文列为 g。
#     en: Appendix C prints the letter f twice; this clause is the second, g in chapter 9.
#   judgement:
#     zh: 响应是否快速，检测到事件后能否立即隔离并及时报告。
#     en: Whether the response is fast, and whether incidents are isolated at once and reported in time.
round_the_clock_response := outcomes.of([
	checks.count_at_least_or_open(
		"duty.round_the_clock", "duty_schemes", duty_schemes.register,
		{scheme.id | some scheme in round_the_clock_schemes},
		{scheme.id | some scheme in duty_schemes.undated_schemes; round_the_clock(scheme)},
		1,
	),
	checks.judged(checks.present("duty.stated_response_minutes", "duty_schemes", stated_response_minutes)),
	documents.is_in_force("incident_response_plan"),
	checks.judged(documents.lays_down("incident_response_plan", [
		"initial_isolation",
		"report_to_client",
		"report_to_authority",
	])),
	experience.carried_out_yearly("response.incident_handling"),
])

# The schemes of the item in force that are manned day and night.
round_the_clock_schemes := {scheme |
	some scheme in duty_schemes.schemes_in_force
	round_the_clock(scheme)
}

round_the_clock(scheme) if {
	"response.incident_handling" in scheme.services
	"7x24" in scheme.patterns
}

# The longest response time that these state, null where none does; a day of measurement need not be given.
stated_response_minutes := max(times) if {
	times := {scheme.response_minutes |
		some scheme in round_the_clock_schemes
		object.get(scheme, "measured_on", reference) <= reference
	}
	count(times) > 0
} else := null
