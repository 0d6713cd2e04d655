# 6.2 Basic conditions: what the provider is, who runs it, and what it needs to deliver services at all.
package ciieval.basic.conditions

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.positions
import data.ciieval.lib.workforce

# Own names: reading rules of the package itself is faster.
by_id := people.by_id

reference := dates.reference

two_years_ago := dates.two_years_ago

current := people.current

# METADATA
# title: Registration and investors
# description: The provider is an enterprise or public institution registered on the Chinese mainland, and everybody who invested in it is a citizen or legal person of the country or the state.
# custom:
#   clause: 6.2.a
#   mandatory: true
#   title_zh: 注册地与投资主体
#   description_zh: 服务机构为在境内注册的企业或事业单位，全部投资人均为中国公民、中国法人或国家。
#   reading:
#     zh: 境内指内地，港澳台按各自代码不计入；投资人的国别同此。全部投资人的持股比例合计（保留两位小数）须为 100%，以免遗漏投资人；只看登记的直接投资人。
#     en: The mainland is meant, Hong Kong, Macao and Taiwan have their own codes; the same holds for investors. The shares of all investors must add up to 100 % (to two decimals), so that none is left out; direct investors are looked at.
registration_and_investors := outcomes.of([
	checks.equals("provider.registered_in", "provider.registered_in", stated("registered_in"), "CN"),
	checks.one_of("provider.legal_form", "provider.legal_form", stated("legal_form"), ["enterprise", "public_institution"]),
	checks.every_one("provider.domestic_investors", "provider.investors", investor_names, investor_names - foreign_investors, set()),
	shares_complete,
])

# null where the dossier does not say.
stated(key) := object.get(input, ["provider", key], null)

investor_names := {investor.name | some investor in input.provider.investors}

# By name: where two investors share a name, one who is not domestic fails them both.
foreign_investors contains investor.name if {
	some investor in input.provider.investors
	not investor.country == "CN"
}

foreign_investors contains investor.name if {
	some investor in input.provider.investors
	not object.get(investor, "kind", null) in {"citizen", "legal_person", "state"}
}

shares_complete := checks.equals("provider.share_total", "provider.investors", share_total(stated("investors")), 100)

share_total(null) := null

share_total(investors) := round(sum([investor.share_percent | some investor in investors]) * 100) / 100 if investors != null

# METADATA
# title: Ownership, capital, accounting and legal record
# description: Ownership is complete and undisputed, registered capital is at least 5 million yuan, accounts are independent, and a search of public registers found no violation.
# custom:
#   clause: 6.2.b
#   mandatory: true
#   title_zh: 产权、注册资金、核算与守法情况
#   description_zh: 股权完整且无产权纠纷，注册资金不低于 500 万元，独立核算，经查询没有违法违规记录。
#   reading:
#     zh: 产权关系明晰指声明无产权纠纷且持股比例合计 100%。违法违规记录以基准日及以前的查询为准，任何一条记录（不限年限、种类）均不满足；查询的时效由评价人员把握。
#     en: Ownership is clear where the dossier states that there are no disputes and the shares add up to 100 %. Violations are taken from a search made by the reference date; any entry, however old and of whatever kind, fails. How recent the search should be is left to the assessor.
ownership_and_legal_record := outcomes.of([
	checks.none("provider.ownership_disputes", "provider.ownership_disputes", stated("ownership_disputes"), {dispute | some dispute in input.provider.ownership_disputes}),
	shares_complete,
	checks.at_least("provider.registered_capital", "provider.registered_capital_yuan", stated("registered_capital_yuan"), 5000000),
	checks.equals("provider.accounting", "provider.accounting", stated("accounting"), "independent"),
	checks.none("provider.violations", "provider.legal_record", violations_found, {violation.matter | some violation in input.provider.legal_record.violations}),
	checks.informative(checks.present("provider.legal_record_searched", "provider.legal_record.searched_on", object.get(input, ["provider", "legal_record", "searched_on"], null))),
])

# null where the registers were not searched by the reference date.
violations_found := input.provider.legal_record.violations if {
	input.provider.legal_record.searched_on <= reference
} else := null

# METADATA
# title: Citizenship and criminal record of office holders and service personnel
# description: Legal representative, directors, partners, senior managers and service personnel are Chinese citizens living on the mainland, and a search found no criminal record of any of them.
# custom:
#   clause: 6.2.c
#   mandatory: true
#   title_zh: 任职人员与服务人员的国籍和犯罪记录
#   description_zh: 法定代表人、董事、合伙人、高层管理人员和服务人员均为居住在境内的中国公民，经查询均无犯罪记录。
#   reading:
#     zh: 境内的中国公民指国籍为中国且居住地在内地。担任公司职务者即使没有任职起止日期、受雇于供应商，也在其列，除非在基准日前已离职。卷宗须列出法定代表人（合伙企业为执行事务合伙人或其委派代表），并至少列出一名服务人员。犯罪记录以基准日及以前的查询为准。
#     en: Chinese nationality and residence on the mainland are both asked for. Somebody who holds an office counts even without dates of employment or as a supplier's employee, unless their employment ended before the reference date. The dossier must name the legal representative (in a partnership the managing partner or their delegate) and at least one service person. The search of criminal records must have been made by the reference date.
citizens_without_criminal_record := outcomes.of([
	checks.present("people.legal_representative", "people", [person.id | some person in officers; "legal_representative" in person.offices]),
	checks.count_at_least("people.service_staff", "people", people.register, people.service_staff_ids, 1),
	checks.every_one("people.citizens", "people", vetted_ids, {person.id | some person in vetted; person.nationality == "CN"}, {person.id | some person in vetted; not person.nationality}),
	checks.every_one("people.mainland_residents", "people", vetted_ids, {person.id | some person in vetted; person.residence == "CN"}, {person.id | some person in vetted; not person.residence}),
	checks.every_one("people.no_criminal_record", "people", vetted_ids, {person.id | some person in searched; person.criminal_record.convictions == []}, vetted_ids - {person.id | some person in searched}),
])

# People who hold an office. A director need not be employed, so only an end of employment excludes them.
officers := {person.id: person |
	today := reference
	some person in input.people
	count(person.offices) > 0
	object.get(person, ["employment", "until"], today) >= today
}

vetted_ids := object.keys(officers) | people.service_staff_ids

vetted := {id: by_id[id] | some id in vetted_ids}

searched := {person | some person in vetted; person.criminal_record.searched_on <= reference}

# METADATA
# title: Two years of cybersecurity services
# description: The provider has been in cybersecurity services for at least 2 years on the reference date.
# custom:
#   clause: 6.2.d
#   mandatory: true
#   title_zh: 网络安全服务年限
#   description_zh: 至基准日，从事网络安全服务满 2 年。
#   reading:
#     zh: 满 2 年当日计入；开始日期早于成立日期的，从成立日期起算。
#     en: The day of the second anniversary is enough; where the start lies before the provider was established, the day it was established counts.
years_of_service := outcomes.of([checks.at_most("provider.security_services_since", "provider.security_services_since", services_since, two_years_ago)])

# A provider cannot have served before it existed.
services_since := max([input.provider.security_services_since, object.get(input.provider, "established_on", input.provider.security_services_since)]) if {
	input.provider.security_services_since
} else := null

# METADATA
# title: Technical and management people with experience in cybersecurity
# description: At least 15 own technical and management people have worked in cybersecurity, and each of them holds a post with written duties.
# custom:
#   clause: 6.2.e
#   mandatory: true
#   title_zh: 有网络安全工作经历的技术和管理人员
#   description_zh: 具有网络安全工作经历的在职技术和管理人员合计不少于 15 人，每人均任有书面职责的岗位。
#   reading:
#     zh: 两类人员合并计数，同时任多个岗位的计一人；基准日前已开始的任何网络安全从业时段均算工作经历。人员相对稳定没有数值要求，近 12 个月离职比例仅供参考，不参与判定。
#     en: Both groups are counted together, a person with several posts once; any period of work in cybersecurity begun by the reference date is experience. The standard gives no number for stable staff, so the share who left in the last twelve months is shown and decides nothing.
experienced_staff := outcomes.of([
	checks.count_at_least("people.security_experienced", "people", people.register, experienced, 15),
	checks.every_one("people.in_described_posts", "positions", experienced, holding(described_posts), holding(silent_posts)),
	workforce.turnover(people.technical_and_management_posts),
])

described_posts := positions.posts_with("duties")

silent_posts := positions.posts_silent_about(people.technical_and_management_posts, "duties")

experienced := {id |
	today := reference
	some id in people.technical_and_management
	some period in current[id].security_experience
	period.from <= today
}

# Of the experienced people, those who hold one of the posts.
holding(posts) := {id |
	some id in experienced
	some post in current[id].posts
	post in posts
}

# METADATA
# title: Premises, service tools and laboratory
# description: On the reference date the provider has an office of its own or on lease, service tools, and an equipped laboratory.
# custom:
#   clause: 6.2.f
#   mandatory: true
#   title_zh: 办公场所、服务工具与实验环境
#   description_zh: 基准日有自有或租赁的固定办公场所、可用的服务工具和配有设备的实验环境。
#   reading:
#     zh: 固定指自有或租赁且在使用期内，共用工位不计；项目管理工具不是开展安全服务的工具，不计。工具和实验环境是否充分没有数值要求，至少各有一项。
#     en: Fixed means owned or leased and within its term, shared desks do not count. A project management tool is not a tool for delivering security services. No number is given for what is enough, so one tool and one equipped laboratory is the least.
premises_and_tools := outcomes.of([
	at_disposal("facility.offices", "facilities", fixed_offices, undated_or_silent(offices, "tenure")),
	at_disposal("tool.available", "tools", available_tools, {tool.id | some tool in service_tools; not tool.available_from}),
	at_disposal("facility.laboratories", "facilities", equipped_laboratories, undated_or_silent(laboratories, "equipment")),
])

# At least one entry of the register; where none is, entries that do not say enough leave the question open.
at_disposal(name, register, met, unknown) := checks.missing(name, register, ">=", 1) if {
	count(met) == 0
	count(unknown) > 0
} else := checks.count_at_least(name, register, object.get(input, register, null), met, 1)

offices := [facility | some facility in input.facilities; facility.kind == "office"]

laboratories := [facility | some facility in input.facilities; facility.kind == "laboratory"]

fixed_offices := {facility.id |
	some facility in offices
	facility.tenure in {"owned", "leased"}
	facility.from <= reference
	object.get(facility, "until", reference) >= reference
}

equipped_laboratories := {facility.id |
	some facility in laboratories
	count(facility.equipment) > 0
	facility.from <= reference
	object.get(facility, "until", reference) >= reference
}

service_tools := [tool | some tool in input.tools; tool.kind != "project_management"]

available_tools := {tool.id |
	some tool in service_tools
	tool.available_from <= reference
	object.get(tool, "available_until", reference) >= reference
}

undated_or_silent(facilities, key) := {facility.id |
	some facility in facilities
	null in {object.get(facility, "from", null), object.get(facility, key, null)}
}

# METADATA
# title: Policies and procedures
# description: A process for security services and policies on confidentiality, project management, quality, personnel, archives and training are approved and in force.
# custom:
#   clause: 6.2.g
#   mandatory: false
#   title_zh: 服务流程与规章制度
#   description_zh: 安全服务流程以及保密、项目、质量、人员、档案管理和培训教育制度均经批准并现行有效。
#   reading:
#     zh: 此处只要求各类文件经批准且现行有效；各制度的具体内容由相应条款判定。
#     en: Here each kind of document must be approved and in force; what the policies lay down is decided by the clauses about them.
policies_in_force := outcomes.of([documents.is_in_force(kind) |
	some kind in ["service_process", "confidentiality_policy", "project_management_policy", "quality_policy", "personnel_policy", "archive_policy", "training_policy"]
])
