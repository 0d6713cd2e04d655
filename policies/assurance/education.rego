# 8.10 Education and training of the provider's own people.
package ciieval.assurance.education

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.positions
import data.ciieval.lib.projects
import data.ciieval.lib.staffing
import data.ciieval.lib.trainings

# Own names: reading rules of the package itself is faster.
by_id := people.by_id

reference := dates.reference

one_year_ago := dates.one_year_ago

two_years_ago := dates.two_years_ago

service_staff_ids := people.service_staff_ids

register := trainings.register

# METADATA
# title: Training policy
# description: A training policy in force covers the planning of training, its delivery, assessment and admission to posts, and training records.
# custom:
#   clause: 8.10.a
#   mandatory: false
#   title_zh: 教育培训制度
#   description_zh: 教育培训制度现行有效，涵盖计划制定、培训实施、考核与上岗、培训档案。
#   differs:
#     zh: 第 8 章将制度限定为网络安全服务知识技能的教育培训，附录 C 无此限定。
#     en: Chapter 8 limits the policy to training in cybersecurity service knowledge and skills; Appendix C does not.
training_policy := outcomes.of(documents.policy("training_policy", ["training_planning", "training_delivery", "assessment_and_induction", "training_records"]))

# METADATA
# title: Training planned, held and recorded
# description: In the last twelve months everybody attended security awareness training; an approved plan covers the service posts; every service person passed professional or post training, and records are kept.
# custom:
#   clause: 8.10.b
#   mandatory: true
#   title_zh: 培训计划与实施记录
#   description_zh: 近十二个月内全员参加安全意识培训；经批准的现行培训计划覆盖各服务岗位；每名服务人员通过专业培训或岗位培训考核，并留存记录。
#   judgement:
#     zh: 培训计划是否详细，是否针对岗位职责和培训需求。
#     en: Whether the plan is detailed and fits the duties of the posts and the needs for training.
#   reading:
#     zh: 全员指全部在职的本机构人员，定期按近十二个月内至少一次计；培训计划的计划期须包含评价基准日，其针对岗位合并计算，须覆盖在职服务人员担任的服务岗位；专业培训须近十二个月内考核通过，岗位培训须在评价基准日前考核通过，不论早晚；考核结果漏记的，以各自所看的期间为限视为未提供证据；计划未写明批准日期而需其证明的，亦同；记录须对应近十二个月的每次专业和岗位培训。
#     en: Everybody means all current own people, and regularly at least once in the last twelve months. Plans whose period includes the reference date count together and cover the service posts that are held. Professional training is passed in the last twelve months, training for the post at any time before; a result left out is silence within the same span, and so is the date of approval left out of a plan that is needed; each of those trainings in that time has its record.
training_planned_and_held := outcomes.of([
	checks.every_one("people.awareness_training", "people", object.keys(people.current), trainings.who_attended({"security_awareness"}), trainings.attendance_unknown(object.keys(people.current))),
	checks.count_at_least_or_open("training.plans_in_force", "training_plans", plans_register, object.keys(plans), object.keys(plans_without_approval), 1),
	checks.judged(checks.every_one("training.planned_posts", "training_plans", positions.service_posts_held, planned_posts, planned_posts_unknown)),
	staffing.every_service_person("people.professional_training", trainings.who_passed({"professional"}), trainings.passing_unknown(service_staff_ids, {"professional"})),
	staffing.every_service_person("people.post_training", trainings.who_ever_passed({"post"}), trainings.ever_passing_unknown(service_staff_ids, {"post"})),
	checks.every_one("training.recorded", "trainings", object.keys(skill_trainings), recorded, object.keys(skill_trainings)),
])

plans_register := object.get(input, "training_plans", null)

# Approved plans whose period includes the reference date, by their place in the dossier.
plans[path] := plan if {
	some index, plan in input.training_plans
	plan.approved_on <= reference
	plan.from <= reference
	object.get(plan, "until", reference) >= reference
	path := sprintf("training_plans[%d]", [index])
}

# Those that would be, but do not say when they were approved.
plans_without_approval[path] := plan if {
	some index, plan in input.training_plans
	not plan.approved_on
	dates.valid(plan.from, plan, "until")
	path := sprintf("training_plans[%d]", [index])
}

planned_posts := {post |
	some plan in plans
	some post in plan.posts
}

# A plan that does not say for which posts it is leaves the others open, one without a date of approval its own.
planned_posts_unknown := positions.service_posts_held if {
	some plan in object.union(plans, plans_without_approval)
	not plan.posts
} else := positions.service_posts_held if plans_register == null

else := {post |
	some plan in plans_without_approval
	some post in plan.posts
}

# Professional training and training for the post.
skill_kinds := {"professional", "post"}

skill_trainings := {training.id: training |
	some training in trainings.recent
	training.kind in skill_kinds
}

recorded := {training.id | some training in skill_trainings; training.record}

# METADATA
# title: Trainers
# description: Professional and post trainings are held by experts with at least two years in cybersecurity who have taken part in a security service project.
# custom:
#   clause: 8.10.c
#   mandatory: false
#   title_zh: 培训讲师
#   description_zh: 专业培训和岗位培训的讲师从事网络安全工作满 2 年，并参与过安全服务项目。
#   reading:
#     zh: 审查近十二个月内每次专业培训和岗位培训的讲师，内部和外部讲师同等要求；工作年限计至评价基准日，满 2 年（含）；曾参与本机构或其他单位的任一安全服务项目即为有项目经历。
#     en: The trainers of every professional and post training of the last twelve months are looked at, internal and external alike; their years count up to the reference date, and two full years are enough; having taken part in any security service project, here or elsewhere, is project experience.
trainers := outcomes.of([
	checks.count_at_least("training.skill_trainings", "trainings", register, object.keys(skill_trainings), 1),
	checks.every_one("training.with_experienced_trainer", "trainings", object.keys(skill_trainings), object.keys(skill_trainings) - (inexperienced | experience_unknown), experience_unknown - inexperienced),
	checks.every_one("training.with_trainer_from_projects", "trainings", object.keys(skill_trainings), object.keys(skill_trainings) - (without_projects | projects_unknown), projects_unknown - without_projects),
])

# Own trainers, as far as they are in the register of people.
internal_trainers := {training.trainer: by_id[training.trainer] | some training in skill_trainings}

experience_told contains id if {
	some id, person in internal_trainers
	person.security_experience
}

experienced contains id if {
	some id, person in internal_trainers
	people.has_security_years(person, 2)
}

# Trainings with a trainer who is known to fall short of the two years.
inexperienced := held_by(experience_told - experienced) | {training.id |
	start := two_years_ago
	some training in skill_trainings
	training.external_trainer.security_experience_since > start
}

experience_unknown := untold(experience_told, "security_experience_since")

# The register of projects is complete: only without it, and without the projects of earlier employment, is
# nothing known.
projects_told contains id if {
	some id, _ in internal_trainers
	projects.register != null
}

projects_told contains id if {
	some id, person in internal_trainers
	person.earlier_projects
}

without_projects := held_by(projects_told - people.project_members) | {training.id |
	some training in skill_trainings
	count(training.external_trainer.service_projects) == 0
}

projects_unknown := untold(projects_told, "service_projects")

# Trainings held by one of these own people.
held_by(ids) := {training.id | some training in skill_trainings; training.trainer in ids}

# Trainings without a trainer, or with one of whom the evidence does not tell (`external_key` is what an
# external trainer's record has to give).
untold(told, external_key) := union({
	{training.id | some training in skill_trainings; training.trainer; not training.trainer in told},
	{training.id | some training in skill_trainings; training.external_trainer; not external_key in object.keys(training.external_trainer)},
	{training.id | some training in skill_trainings; not training.trainer; not training.external_trainer},
})

# METADATA
# title: Training hours and certificates of service personnel
# description: Every service person passes the trainings attended, holds a valid certificate in security services that the industry recognises, and is trained for at least 40 hours a year, 8 of them in confidentiality.
# custom:
#   clause: 8.10.d
#   mandatory: true
#   title_zh: 服务人员培训学时与证书
#   description_zh: 每名服务人员通过所参加的培训，持有有效的行业认可安全服务专业资质证书，年度培训达到 40 学时，保密类达到 8 学时。
#   judgement:
#     zh: 未列入证书目录、或主张同级别的证书是否为行业认可。
#     en: Whether the industry recognises a certificate that is not in the catalogue or is claimed to be of the same level.
#   reading:
#     zh: 每年按评价基准日前十二个月计，以参加的培训学时合计；学时要求适用于在职满十二个月的服务人员，展示其中的最低值。参加并通过指近十二个月内至少通过一次考核，且考核未通过的其后同类培训已补考通过；证书须在评价基准日有效，且每名服务人员均须持有。
#     en: "A year is the twelve months up to the reference date; the hours of all trainings attended are added up and asked of service personnel employed for at least twelve months, of whom the lowest figure is shown. Attended and passed means at least one assessment passed in that time, and any failed one made good by passing a training of the same kind later. Every service person holds a certificate valid on the reference date."
training_hours_and_certificates := outcomes.of([
	with_claimed_certificates(staffing.every_service_person("people.security_certificate", certificate_holders, {person.id | some person in people.service_staff; not person.certificates})),
	staffing.every_service_person("people.trainings_passed", successful, trainings.attendance_unknown(service_staff_ids) | (not_graded - failed)),
	least_hours("people.least_annual_hours", hours, 40),
	least_hours("people.least_annual_confidentiality_hours", confidentiality_hours, 8),
])

certificate_holders := people.certified_in("security")

# Holders of certificates that an assessor may find to be recognised.
claiming := {person.id |
	today := reference
	some person in people.service_staff
	some certificate in person.certificates
	certificate.valid_from <= today
	object.get(certificate, "valid_until", today) >= today
	open_to_judgement(certificate)
}

open_to_judgement(certificate) if certificate.kind == "other_security"

open_to_judgement(certificate) if certificate.claimed_equivalent_to

# A finding can help only where everybody without a recognised certificate claims one.
with_claimed_certificates(check) := object.union(checks.judged(check), {"claimed": sort(claiming - certificate_holders)}) if {
	not check.ok
	count(service_staff_ids) > 0
	count(service_staff_ids - (certificate_holders | claiming)) == 0
} else := check

# People who passed an assessment of the last twelve months, and did not fail one they did not make good.
successful := passed - failed

passed := {attendee.person |
	some training in trainings.recent
	some attendee in training.attendees
	attendee.result == "passed"
}

# People who failed an assessment and did not pass one of the same kind that day or later.
failed := {failure.person |
	some failure in failures
	not made_good(failure)
}

failures := {{"person": attendee.person, "kind": training.kind, "date": training.date} |
	some training in trainings.recent
	some attendee in training.attendees
	attendee.result == "failed"
}

recent := trainings.recent

made_good(failure) if {
	some training in recent
	training.kind == failure.kind
	training.date >= failure.date
	some attendee in training.attendees
	attendee.result == "passed"
	attendee.person == failure.person
}

not_graded := {attendee.person |
	some training in trainings.recent
	some attendee in training.attendees
	not attendee.result
}

# Service personnel employed for the whole twelve months.
established := {person.id |
	start := one_year_ago
	some person in people.service_staff
	person.employment.from <= start
}

# Trainings of the last twelve months with the people who attended them.
attended := [{"kind": training.kind, "hours": training.hours, "people": present} |
	some training in trainings.recent
	present := {attendee.person | some attendee in training.attendees}
]

# Person to the hours of the trainings attended, added up from the shortest: sums of fractions hang on the order.
hours := {id: sum(sort([training.hours | some training in attended; id in training.people])) | some id in established}

confidentiality_hours := {id: sum(sort([training.hours |
	some training in attended
	training.kind == "confidentiality"
	id in training.people
])) |
	some id in established
}

# The lowest hours of anybody, with those who have too few.
least_hours(fact, _, required) := checks.missing(fact, "trainings", ">=", required) if register == null

least_hours(fact, _, required) := checks.missing(fact, "people", ">=", required) if {
	register != null
	count(established) == 0
}

least_hours(fact, totals, required) := object.union(
	checks.at_least(fact, "trainings", min([total | some total in totals]), required),
	{"failing": sort([id | some id in established; totals[id] < required])},
) if {
	register != null
	count(established) > 0
}
