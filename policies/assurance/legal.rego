# 8.6 Legal assurance: who reviews service agreements, and what they lay down.
package ciieval.assurance.legal

import data.ciieval.lib.agreement_evidence
import data.ciieval.lib.agreements
import data.ciieval.lib.checks
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.projects
import data.vocabulary

# Own names: reading rules of the package itself is faster.
examined_ids := projects.examined_ids

certificates := vocabulary.certificates

# METADATA
# title: Legal review of service agreements
# description: Legal counsel or a law firm reviewed every service agreement before it was signed.
# custom:
#   clause: 8.6.a
#   mandatory: true
#   title_zh: 服务协议法务审核
#   description_zh: 每份服务协议在签署前均经专业法务人员或律师事务所审核。
#   reading:
#     zh: 核查近三年内实施的每个项目的服务协议；审核不晚于签署当日。专业法务人员指担任法务岗位或在审核当日持有有效法律职业资格的人员，本机构人员在审核当日须在职；律师事务所审核同等认可。审核人的岗位、证书或任职时间未登记而尚可能符合的，视为未提供证据。
#     en: The service agreements of every project of the last three years are looked at; the review comes not later than the day of signing. Legal counsel is a person who holds that post or on that day a valid legal qualification, own people being employed on that day; a law firm counts as well. Where the posts, certificates or employment of the reviewer are not on record and might settle it, the evidence is silent.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.8 条，附录 C 列出具体条款，以附录 C 为准。
#     en: Chapter 8 only refers to 5.8 of GB/T 32914—2023; Appendix C spells the clauses out and decides.
agreement_review := outcomes.of([
	agreements_signed,
	every_agreement(
		"agreement.reviewed_before_signing",
		{agreement.id | some agreement in service_agreements; agreement.reviewed_on <= agreement.signed_on},
		without_review_date,
	),
	every_agreement("agreement.reviewed_by_counsel", reviewed_by_counsel, ((without_reviewer | without_review_date) | reviewer_open)),
])

# Project to its signed service agreements.
signed_agreements := {id: agreements.of_project(id, "service_agreement") | some id in examined_ids}

# The service agreements signed for the examined projects.
service_agreements := {agreement |
	some signed in signed_agreements
	some agreement in signed
}

every_agreement(fact, met, unknown) := checks.every_one(fact, "agreements", {agreement.id | some agreement in service_agreements}, met, unknown)

agreements_signed := projects.every_project(
	"project.service_agreement_signed",
	object.keys({id: true | some id, signed in signed_agreements; signed != set()}),
	agreement_evidence.silent_about({"service_agreement"}, ["signed_on"]),
)

without_review_date := {agreement.id | some agreement in service_agreements; not agreement.reviewed_on}

# Nobody is named, or somebody of whom the people register says nothing.
without_reviewer := {agreement.id |
	some agreement in service_agreements
	not agreement.reviewing_law_firm
	object.get(people.by_id, object.get(agreement, "reviewed_by", ""), null) == null
}

reviewed_by_counsel := {agreement.id |
	some agreement in service_agreements
	agreement.reviewing_law_firm
} | {agreement.id |
	some agreement in service_agreements
	person := object.get(people.by_id, agreement.reviewed_by, {})
	is_counsel(person, agreement.reviewed_on)
	is_at_work(person, agreement.reviewed_on)
}

# Nothing on record about the reviewer speaks against it.
reviewer_open := {agreement.id |
	some agreement in service_agreements
	person := object.get(people.by_id, agreement.reviewed_by, {})
	may_be_counsel(person, agreement.reviewed_on)
	may_be_at_work(person, agreement.reviewed_on)
}

may_be_counsel(person, day) if is_counsel(person, day)

may_be_counsel(person, _) if not person.posts

may_be_counsel(person, _) if not person.certificates

may_be_at_work(person, day) if is_at_work(person, day)

may_be_at_work(person, _) if not person.employment

is_counsel(person, _) if "legal_counsel" in person.posts

is_counsel(person, day) if {
	some certificate in person.certificates
	certificate.valid_from <= day
	object.get(certificate, "valid_until", day) >= day
	"legal" in certificates[certificate.kind].groups
}

# Outside counsel is entered as a person of a supplier and has no employment here.
is_at_work(person, _) if person.supplier

is_at_work(person, day) if {
	person.employment.from <= day
	object.get(person.employment, "until", day) >= day
}

# METADATA
# title: Contents of service agreements
# description: Service agreements lay down the boundary of responsibilities, the terms of the service and its acceptance, the protection of data, results and secrets, and what follows when law or policy changes.
# custom:
#   clause: 8.6.b
#   mandatory: true
#   title_zh: 服务协议内容
#   description_zh: 服务协议约定责任边界、服务及验收条款、数据与成果及保密条款，以及法律政策变化时的终止退出安排和责任。
#   reading:
#     zh: 四组内容分别核查；同一项目有多份服务协议（含补充协议）的合并判定，单独签订的保密协议不计入。
#     en: Each of the four groups is a check of its own; several service agreements of one project, supplements included, are taken together, and separate confidentiality agreements do not count.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.8 条，附录 C 列出具体条款，以附录 C 为准；第④项“服务终端”按“服务终止”理解。
#     en: Chapter 8 only refers to 5.8 of GB/T 32914—2023; Appendix C spells the clauses out and decides. In group ④ 服务终端 (terminal) is read as 服务终止 (end of service), a misprint.
agreement_contents := outcomes.of([
	laid_down("project.agreement_responsibilities", {"responsibility_boundary"}),
	laid_down("project.agreement_service", {"scope", "content", "objectives", "milestones", "service_level", "deliverables", "acceptance"}),
	laid_down("project.agreement_protection", {"data_protection", "intellectual_property", "confidentiality"}),
	laid_down("project.agreement_change_of_law", {"change_of_law", "change_of_law_liability"}),
])

# Project to the terms of its service agreements.
terms := {id: found |
	some id, signed in signed_agreements
	found := {term |
		some agreement in signed
		some term in agreement.terms
	}
}

laid_down(fact, asked) := projects.every_project(
	fact,
	object.keys({id: true | some id, found in terms; asked - found == set()}),
	silent_about_terms,
)

silent_about_terms := agreement_evidence.silent_about({"service_agreement"}, ["signed_on", "terms"])
