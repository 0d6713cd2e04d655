# 9.1.5 Cryptography management consulting: how an operator uses commercial cryptography.
package ciieval.consulting.cryptography

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.vocabulary

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# METADATA
# title: Projects of the last three years
# description: At least 1 project of assessing the security of commercial cryptography applications in the last three years.
# custom:
#   clause: 9.1.5.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 1 个近三年的商用密码应用安全性评估项目可计入。
#   reading:
#     zh: 项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。本条计商用密码应用安全性评估项目，不计密码使用管理咨询项目。
#     en: A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included. Assessment projects count here, not those of the consulting item.
project_experience := outcomes.of([experience.projects_at_least("assessment.commercial_cryptography", 1)])

# METADATA
# title: Commercial cryptography testing body
# description: The provider passed the national review as a commercial cryptography testing body for application assessment.
# custom:
#   clause: 9.1.5.b
#   mandatory: false
#   title_zh: 商用密码检测机构资质
#   description_zh: 机构具备从事商用密码应用安全性评估的检测机构资质。
#   reading:
#     zh: 以基准日有效的资质证明；未提及同级别资质，主张同级别的资质不予认定。
#     en: Shown by a qualification valid on the reference date; no other of the same level is admitted.
provider_qualifications := outcomes.of([qualifications.is_held_itself("commercial_cryptography_testing")])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 5 years of work in cybersecurity and took part in at least 1 project of assessing the security of commercial cryptography applications.
# custom:
#   clause: 9.1.5.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事网络安全满 5 年，并各自参与过 1 个及以上商用密码应用安全性评估项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入安全咨询类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。
#     en: The same person meets both; people are current service personnel who may be counted in consulting; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted.
experienced_people := outcomes.of(personnel.enough_people("consulting", 2, experience_criteria))

experience_criteria := [
	personnel.security_years(5),
	personnel.took_part("assessment.commercial_cryptography", 1),
]

# METADATA
# title: Certified service personnel
# description: At least 2 service people are qualified cryptography technicians and passed the national examination for cryptography assessors.
# custom:
#   clause: 9.1.5.d
#   mandatory: false
#   title_zh: 持证服务人员
#   description_zh: 至少 2 名服务人员既是密码技术应用员，又已通过国家密评人员考核。
#   reading:
#     zh: 两项须由同一人具备，且在基准日有效；未提及同级别证书，不认定其他证书。人员为可计入安全咨询类的在职服务人员。
#     en: The same person holds both, valid on the reference date; no certificate of the same level is admitted. People are current service personnel who may be counted in consulting.
certified_people := outcomes.of(personnel.enough_people("consulting", 2, certificate_criteria))

certificate_criteria := [
	personnel.holds_certificate("cryptography_technician"),
	personnel.holds_certificate("cryptography_assessor"),
]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the construction category of GB/T 42446, the laws on cryptography, GB/T 39786, GB/T 43207, the theory of cryptography and its algorithms, protocols and standards.
# custom:
#   clause: 9.1.5.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类、密码法律法规、GB/T 39786、GB/T 43207、密码学理论以及密码算法协议标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。所列标准均须考核，“其他相关标准规范”未指明，不作要求。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date. The standards named are all asked for; other standards, being unnamed, are not.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("consulting.cryptography", [
	"gbt_42446_construction",
	"cryptography_law",
	"gbt_39786",
	"gbt_43207",
	"cryptography_theory",
	"cryptographic_algorithms",
]))

# METADATA
# title: Compliant cryptography
# description: Every product and service of commercial cryptography in use has a valid certificate, and every technology rests on national algorithms.
# custom:
#   clause: 9.1.5.f
#   mandatory: true
#   title_zh: 商用密码合规性
#   description_zh: 所用商用密码产品和服务均有有效认证证书，所用密码技术均采用国家密码算法。
#   reading:
#     zh: 产品和服务须有在基准日有效的认证证书编号；技术只采用国家密码管理部门认可的算法（SM1、SM2、SM3、SM4、SM7、SM9、ZUC），不论工作模式。“其他算法”不自动计入，仅余此类时可由评估人员认定。登记的每一项均须符合；未登记任何商用密码，或某项技术未说明算法，视为未提供证据。
#     en: Products and services have a certificate number valid on the reference date; technology uses only algorithms that the State Cryptography Administration approved (SM1, SM2, SM3, SM4, SM7, SM9, ZUC), in whatever mode. An algorithm recorded as other does not count by itself; where nothing else is open an assessor may accept it. Every entry of the register conforms; where nothing is registered, or a technology says nothing of its algorithms, the evidence is silent.
#   judgement:
#     zh: 登记为“其他算法”的，是否确经国家密码管理部门认可。
#     en: Whether an algorithm recorded as other is one that the State Cryptography Administration approved.
compliant_cryptography := outcomes.of(array.concat(array.concat(nothing_registered, certification), national_algorithms))

# METADATA
# title: Capability to deliver
# description: The deliverables show the generation, storage, distribution, use and destruction of keys, and a project of the item is carried out each year.
# custom:
#   clause: 9.1.5.g
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现密码生成、存储、分发、使用和销毁各环节，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。本条计密码使用管理咨询项目。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months. Projects of the consulting item count here.
#   differs:
#     zh: 附录 A（资料性）未列密码使用管理咨询；以附录 C 为准。
#     en: Appendix A, which is informative, has no entry for cryptography management consulting; Appendix C decides.
#   judgement:
#     zh: 咨询服务是否覆盖密码全生命周期。
#     en: Whether the consulting covers the whole life of keys.
service_capability := outcomes.of(experience.capability("consulting.cryptography", [
	"key_generation",
	"key_storage",
	"key_distribution",
	"key_use",
	"key_destruction",
]))

# Entries have no id: they are named by their place.
entries := {sprintf("cryptography[%d]", [position]): entry | some position, entry in input.cryptography}

nothing_registered := [checks.missing("cryptography.in_use", "cryptography", "present", true) | count(entries) == 0]

# Products and services: certified, the certificate valid on the reference date.
products := {path: entry | some path, entry in entries; entry.kind in {"product", "service"}}

certification := [checks.every_one("cryptography.certified", "cryptography", object.keys(products), certified, without_certificate) | count(products) > 0]

certified := object.keys({path: entry |
	some path, entry in products
	entry.certificate_number
	entry.valid_from <= reference
	object.get(entry, "valid_until", reference) >= reference
})

# Silent about the certificate or about when it became valid.
without_certificate := object.keys({path: entry |
	some path, entry in products
	not stated(entry)
})

stated(product) if {
	product.certificate_number
	product.valid_from
}

# Technology: rests on nationally approved algorithms, and on no others.
technologies := {path: entry | some path, entry in entries; entry.kind == "technology"}

national_algorithms := [opened_by_others(checks.every_one("cryptography.national_algorithms", "cryptography", object.keys(technologies), conforming, without_algorithms)) | count(technologies) > 0]

# An algorithm that the vocabulary does not know opens the check to an assessor where accepting it would settle it.
opened_by_others(check) := object.union(check, {"judgement": true, "claimed": sort(claiming)}) if {
	not check.ok
	claiming := conforming_with_others - conforming
	count(claiming) > 0
	count((object.keys(technologies) - conforming) - claiming) == 0
} else := check

national := {id: true | some id, algorithm in vocabulary.cryptographic_algorithms; algorithm.national}

conforming := using_only(object.keys(national))

conforming_with_others := using_only(object.keys(national) | {"other"})

using_only(algorithms) := object.keys({path: true |
	some path, entry in technologies
	count(entry.algorithms) > 0
	every algorithm in entry.algorithms { algorithm in algorithms }
})

without_algorithms := object.keys({path: true | some path, entry in technologies; not entry.algorithms})
