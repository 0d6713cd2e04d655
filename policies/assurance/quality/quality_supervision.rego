# 8.8.3 Supervision of those who deliver the services.
package ciieval.assurance.quality.quality_supervision

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.staffing

# Own names: reading rules of the package itself is faster.
by_id := people.by_id

reference := dates.reference

one_year_ago := dates.one_year_ago

# METADATA
# title: Supervision of service personnel
# description: Quality supervisors are appointed; in the last twelve months they supervised every service person, and looked at the work on site, the process, and the conformity and accuracy of deliverables.
# custom:
#   clause: 8.8.3.a
#   mandatory: true
#   title_zh: 服务人员质量监督
#   description_zh: 设有质量监督员；近十二个月内监督覆盖每名服务人员，内容包括现场服务活动、服务过程以及交付成果的规范性和准确性。
#   differs:
#     zh: 第 8 章为一段不分项的文字，附录 C 列为一条。
#     en: Chapter 8 has one sentence without letters; Appendix C lists it as one clause.
#   reading:
#     zh: 监督按每年至少一次计；近十二个月的各次监督合并计算，须共同覆盖全体在职服务人员和四方面内容，不要求每人每方面均被监督。监督人应为本机构任质量监督员的人员，不得监督自己：兼任服务岗位的监督员须由其他监督员监督。某次监督未说明被监督人员或内容而影响结论的，视为未提供证据；没有人员登记表的，监督人无从核对，亦同。
#     en: Supervision takes place at least yearly; the supervisions of the last twelve months count together and cover all current service personnel and the four aspects, not every aspect for everyone. The supervisor is one of the provider's own quality supervisors and does not supervise themselves, so a supervisor who also delivers services is supervised by another one. Where a supervision does not say whom or what it looked at and that makes the difference, the evidence is silent, as it is without a register of people, by which supervisors are recognised.
supervision_of_service_staff := outcomes.of([
	checks.count_at_least("people.quality_supervisors", "people", people.register, people.holders_of("quality_supervisor"), 1),
	staffing.every_service_person("people.supervised", supervised, unknown),
	checks.covers("quality.supervision_aspects", "quality.supervisions", aspects, required_aspects),
])

register := object.get(input, ["quality", "supervisions"], null)

# Supervisions of the last twelve months by a quality supervisor, who may have left since.
supervisions := [supervision |
	some supervision in input.quality.supervisions
	supervision.date >= one_year_ago
	supervision.date <= reference
	supervisor := by_id[supervision.supervisor]
	"quality_supervisor" in supervisor.posts
	not supervisor.supplier
]

supervised := {id |
	some supervision in supervisions
	some id in supervision.people
	id != supervision.supervisor
}

# Without a register of supervisions, or where one of them does not say whom, nothing is known of the others.
unknown := people.service_staff_ids if says_too_little_of("people")

unknown := set() if not says_too_little_of("people")

says_too_little_of(_) if register == null

# Nor is it known who was a supervisor without a register of people.
says_too_little_of(_) if people.register == null

says_too_little_of(key) if {
	some supervision in supervisions
	not key in object.keys(supervision)
}

required_aspects := ["onsite_activity", "process_conformity", "deliverable_conformity", "deliverable_accuracy"]

found_aspects := {aspect |
	some supervision in supervisions
	some aspect in supervision.aspects
}

aspects := null if {
	says_too_little_of("aspects")
	count({aspect | some aspect in required_aspects} - found_aspects) > 0
} else := sort(found_aspects)
