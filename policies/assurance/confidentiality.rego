# 8.9 Confidentiality: what is laid down, who answers for it, and how service personnel are bound to it.
package ciieval.assurance.confidentiality

import data.ciieval.lib.checks
import data.ciieval.lib.conduct
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.positions
import data.ciieval.lib.staffing
import data.ciieval.lib.trainings

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# METADATA
# title: Confidentiality policy
# description: A confidentiality policy in force lays down what is confidential, the duties of people, the measures during services, rewards and penalties, and the declassification period after leaving.
# custom:
#   clause: 8.9.a
#   mandatory: true
#   title_zh: 保密管理制度
#   description_zh: 保密管理制度经批准且现行有效，规定保密对象范围、人员职责义务、服务过程保密措施、奖惩机制和离岗脱密期限。
#   reading:
#     zh: 五项内容可由多份现行保密制度共同规定；对服务资料的保护由服务过程保密措施一项体现。
#     en: Several policies in force may lay the five topics down together; how the materials of services are protected is part of the measures during services.
confidentiality_policy := outcomes.of(documents.policy("confidentiality_policy", ["secrecy_scope", "secrecy_duties", "secrecy_measures", "rewards_and_penalties", "declassification_period"]))

# METADATA
# title: Head of confidentiality and requirements of posts
# description: Somebody is in charge of confidentiality, and for each service post that is filled confidentiality requirements are laid down.
# custom:
#   clause: 8.9.b
#   mandatory: true
#   title_zh: 保密负责人与岗位保密要求
#   description_zh: 指派有保密工作负责人；有人任职的每个服务岗位均有书面保密要求。
#   reading:
#     zh: 在职的保密工作负责人或保密安全员均可视为负责人；各岗位指在职服务人员实际担任的服务岗位。
#     en: A current head of confidentiality work or confidentiality officer is in charge; the posts are the service posts that current service personnel hold.
confidentiality_head_and_posts := outcomes.of([
	checks.count_at_least("people.confidentiality_heads", "people", people.register, people.holders_of("confidentiality_head") | people.holders_of("confidentiality_officer"), 1),
	positions.all_have("position.confidentiality_requirements", positions.service_posts_held, "confidentiality_requirements"),
])

# METADATA
# title: Commitments and confidentiality training
# description: Every service person has signed a confidentiality commitment on duties and liability, and in the last twelve months attended a confidentiality training and passed its assessment.
# custom:
#   clause: 8.9.c
#   mandatory: true
#   title_zh: 保密责任书与保密培训考核
#   description_zh: 每名服务人员均签订了载明保密义务和法律责任的保密责任书，并在近十二个月内参加保密培训且考核通过。
#   reading:
#     zh: 定期按近十二个月内至少一次计，考核须通过；新入职人员不例外，上岗前即应培训考核。责任书签署日期不晚于评价基准日。
#     en: Regularly means at least once in the last twelve months, and the assessment must be passed; new people are no exception, since they are to be trained before they take up the post. The commitment is signed on or before the reference date.
commitments_and_training := outcomes.of([
	staffing.every_service_person("people.confidentiality_commitment", {person.id | some person in committed}, uncommitted),
	staffing.every_service_person("people.confidentiality_commitment_terms", fully_committed, uncommitted),
	staffing.every_service_person("people.confidentiality_training", trainings.who_passed({"confidentiality"}), trainings.passing_unknown(people.service_staff_ids, {"confidentiality"})),
])

committed := [person |
	today := reference
	some person in people.service_staff
	person.confidentiality_commitment.signed_on <= today
]

fully_committed := {person.id |
	some person in committed
	every term in ["duties", "liability"] { term in person.confidentiality_commitment.terms }
}

uncommitted := {person.id | some person in people.service_staff; not person.confidentiality_commitment}

# METADATA
# title: Secrets kept
# description: In the last three years no secret or personal matter learnt during services was given away, and clients confirm it in writing.
# custom:
#   clause: 8.9.d
#   mandatory: true
#   title_zh: 保守秘密
#   description_zh: 近三年未发生泄露服务中知悉的秘密或个人隐私的情况，且服务需求方书面确认。
#   reading:
#     zh: 须证明未发生，仅未提及不足为证。完整的事件登记中近三年无泄密记录，数据泄露除登记为非本机构造成的以外也视为泄密；近三年每个已完成项目的服务需求方在服务结束当日或之后、评价基准日前（含当日）书面确认，此前的确认不涵盖全部服务，不予计入；尚无已完成项目的，至少有一个在审项目确认。
#     en: "It is shown not to have happened, not merely unsaid: the complete register of incidents has no breach of secrecy in the last three years, data leaks included unless recorded as not caused by the provider, and the client of every project completed in that time confirms it in writing on or after the last day of service, an earlier confirmation saying nothing about the rest of it, and by the reference date; where none is completed, the client of at least one project looked at confirms it."
secrets_kept := outcomes.of(conduct.refrained_from([incidents.none_of("secrecy_breach"), conduct.none_but_by_others("data_leak")], "secrets_kept"))
