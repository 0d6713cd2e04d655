# 8.8.1 Establishing the management system: what is laid down, certified and aimed at, and who answers for it.
package ciieval.assurance.quality.quality_system

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.positions
import data.ciieval.lib.qualifications
import data.ciieval.lib.trainings

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

# METADATA
# title: Documented and certified management system
# description: The management system is documented and in force, the technical and management people have been trained in it, and the provider holds valid certifications of IT service management and of quality management.
# custom:
#   clause: 8.8.1.a
#   mandatory: true
#   title_zh: 文件化管理体系与认证
#   description_zh: 管理体系文件经批准且现行有效，技术和管理人员均接受过体系宣贯培训，并持有有效的信息技术服务管理体系认证和质量管理体系认证。
#   judgement:
#     zh: 各级人员是否真正理解并执行管理体系。
#     en: Whether people at every level understand the system and work by it.
#   reading:
#     zh: 各级人员按在职的专业技术人员和管理人员（含全部服务人员）计；截至评价基准日参加过管理体系宣贯培训且考核结果不是未通过即计入，不限于近十二个月。两项认证须同时持有并在有效期内。
#     en: People at every level are the current technical and management people, all service personnel among them; a management system training attended by the reference date counts, however long ago, unless its assessment was failed. Both certifications are needed and must be valid.
management_system := outcomes.of([
	documents.is_in_force("management_system_manual"),
	checks.judged(checks.every_one("people.management_system_training", "people", people.technical_and_management, introduced, trainings.attendance_unknown(people.technical_and_management))),
	qualifications.is_held("itsms"),
	qualifications.is_held("qms"),
])

# People who attended a training in the management system and did not fail its assessment.
introduced := {attendee.person |
	today := reference
	some training in input.trainings
	training.kind == "management_system"
	training.date <= today
	some attendee in training.attendees
	object.get(attendee, "result", "not_assessed") != "failed"
}

# METADATA
# title: Quality objectives
# description: Approved quality objectives with target values are in force, each was measured in the last twelve months, and the results reach their targets or get better.
# custom:
#   clause: 8.8.1.b
#   mandatory: false
#   title_zh: 质量目标
#   description_zh: 质量目标文件现行有效，目标有目标值且近十二个月内均有测量，测量结果达标或较前次改善。
#   judgement:
#     zh: 服务质量和管理水平是否在持续提升。
#     en: Whether the quality of services and their management keep improving.
#   reading:
#     zh: 持续提升以每个目标最近一次测量达到目标值、或优于前一次测量为迹象；只有一次测量且未达标的不计。原文的检测评估质量按机构的服务质量理解。评价基准日之后制定的目标和测量不计。
#     en: Improvement is indicated by each objective's latest measurement reaching its target or being better than the one before; a single measurement short of the target does not. The quality of testing and assessment that the wording names is read as the quality of the provider's services. Objectives and measurements after the reference date do not count.
quality_objectives := outcomes.of([
	documents.is_in_force("quality_objectives"),
	checks.count_at_least("quality.objectives", "quality.objectives", objectives_register, object.keys(objectives), 1),
	checks.every_one("quality.objectives_measured", "quality.objectives", object.keys(objectives), measured_recently, unmeasured),
	checks.judged(checks.every_one("quality.objectives_improving", "quality.objectives", object.keys(objectives), improving, unmeasured)),
])

objectives_register := object.get(input, ["quality", "objectives"], null)

# Objectives set by the reference date, by their place in the dossier: names need not be unique.
objectives[path] := objective if {
	some index, objective in input.quality.objectives
	object.get(objective, "set_on", reference) <= reference
	path := sprintf("quality.objectives[%d]", [index])
}

# Objectives of which the evidence gives no measurements.
unmeasured contains path if {
	some path, objective in objectives
	not objective.measurements
}

# The measurements by the reference date in their order: [day, value].
series[path] := sort([[measurement.date, measurement.value] | some measurement in objective.measurements; measurement.date <= reference]) if {
	some path, objective in objectives
}

measured_recently contains path if {
	some path, values in series
	count(values) > 0
	values[count(values) - 1][0] >= one_year_ago
}

# The latest value reaches the target.
improving contains path if {
	some path, values in series
	count(values) > 0
	as_good(objectives[path].direction, values[count(values) - 1][1], objectives[path].target)
}

# The latest value is better than the one before.
improving contains path if {
	some path, values in series
	count(values) > 1
	latest := values[count(values) - 1][1]
	earlier := values[count(values) - 2][1]
	latest != earlier
	as_good(objectives[path].direction, latest, earlier)
}

as_good("at_least", value, other) if value >= other

as_good("at_most", value, other) if value <= other

# METADATA
# title: Quality director
# description: A quality director is appointed whose duties are laid down, who reports to top management and who holds no post that delivers the services.
# custom:
#   clause: 8.8.1.c
#   mandatory: false
#   title_zh: 质量主管
#   description_zh: 设有质量主管，职责明确，直接向管理层汇报，且不兼任直接提供服务的岗位。
#   judgement:
#     zh: 质量主管是否存在可能影响工作质量的其他利益关系或压力。
#     en: Whether other interests or pressure could impair the quality director's work.
#   reading:
#     zh: 至少有一名在职质量主管；利益冲突以兼任服务岗位（岗位表中属于服务人员的岗位）为迹象，每一名质量主管均不得兼任。
#     en: At least one current quality director; a conflict of interest is indicated by also holding a post of service personnel, which no quality director may.
quality_director := outcomes.of([
	checks.count_at_least("people.quality_directors", "people", people.register, people.holders_of("quality_director"), 1),
	positions.all_have("position.duties", {"quality_director"}, "duties"),
	checks.every_one("position.reports_to_top_management", "positions", {"quality_director"}, reporting_to_top_management, positions.posts_silent_about({"quality_director"}, "reports_to")),
	checks.judged(checks.none("people.quality_directors_with_service_posts", "people", people.register, people.holders_of("quality_director") & people.service_staff_ids)),
])

reporting_to_top_management := {position.post | some position in input.positions; position.reports_to == "top_management"}
