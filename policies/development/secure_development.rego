# 9.3.2 Secure development: systems and products for security needs that nothing on the market meets.
package ciieval.development.secure_development

import data.ciieval.lib.alternatives
import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.development_projects
import data.ciieval.lib.documents
import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.third_party_development

# Own names: reading rules of the package itself is faster.
reference := dates.reference

# METADATA
# title: Years of service and projects of the last three years
# description: The provider has 5 years in cybersecurity services, 3 years in secure development, and at least 2 projects of the item in the last three years.
# custom:
#   clause: 9.3.2.a
#   mandatory: false
#   title_zh: 服务年限与近三年项目经验
#   description_zh: 从事网络安全服务满 5 年、安全开发服务满 3 年，且至少有 2 个近三年的安全开发项目可计入。
#   reading:
#     zh: 年限以机构开始从事的日期计，满年当日计入；开始日期早于成立日期的，从成立日期起算。项目在近三年内开展、未废止且服务需求方在此期间确认过交付成果，方予计入；近三年含三年前的同一日。
#     en: Years run from the day the provider began, the anniversary included; where that lies before it was established, from that day. A project counts if it was carried out in the last three years, was not abandoned, and the client confirmed a deliverable in that time; the same day three years ago is included.
provider_experience := outcomes.of([
	experience.provider_years(5),
	experience.provider_service_years("development.secure_development", 3),
	experience.projects_at_least("development.secure_development", 2),
])

# METADATA
# title: Secure development qualification and CMMI
# description: A secure software development service qualification of level 2 or higher or another of the same level, and CMMI level 3 or higher.
# custom:
#   clause: 9.3.2.b
#   mandatory: true
#   title_zh: 软件安全开发服务资质与 CMMI
#   description_zh: 持有二级及以上软件安全开发服务资质或同级别资质，并持有 CMMI 3 级及以上认证。
#   reading:
#     zh: 两项均须在基准日有效；服务资质以一级为最高，二级及以上指一级或二级，CMMI 则等级越高越高。同级别只就软件安全开发服务资质而言，主张同级别的资质由评价人员认定；CMMI 不认定其他认证。
#     en: Both are valid on the reference date; level 1 is the highest of service qualifications, so levels 1 and 2 qualify, while CMMI runs the other way. Only the service qualification may be replaced by one of the same level, which an assessor decides; nothing replaces CMMI.
#   judgement:
#     zh: 主张与软件安全开发服务资质同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level as the service qualification is so.
provider_qualifications := outcomes.of([
	qualifications.is_held_at("software_development_service", 2),
	qualifications.leveled("cmmi", 3),
])

# METADATA
# title: Experienced service personnel
# description: At least 2 service people each have 3 years of work in secure development and took part in at least 2 projects of security system design.
# custom:
#   clause: 9.3.2.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 2 名服务人员从事安全开发满 3 年，并各自参与过 2 个及以上安全系统设计项目。
#   reading:
#     zh: 两项条件须由同一人满足；人员为可计入设计开发类的在职服务人员，年限为至基准日的各从业时段之和，在其他单位参与的项目一并计入，项目不限年份，在施、废止或验收未通过的亦属参与过。按原文计安全系统设计项目，不计安全开发项目。
#     en: The same person meets both; people are current service personnel who may be counted in development; years are the sum of the periods of work up to the reference date; projects with other employers count; so does any taken part in, however long ago, running, abandoned or not accepted. As printed, projects of security system design count and those of secure development do not.
#   differs:
#     zh: 第 9 章还要求掌握关键信息基础设施安全保护相关法律法规和标准规范，附录 C 未作此要求；以附录 C 为准，加上该要求的人数仅供参考。此外，本服务项为安全开发，两处所计均为安全系统设计项目，按原文处理。
#     en: Chapter 9 also asks for knowledge of the laws and standards on CII protection, Appendix C does not; Appendix C decides, and how many people have that knowledge as well is only shown. Besides, both texts count projects of security system design for the item secure development, which is kept as printed.
experienced_people := outcomes.of(array.concat(
	personnel.enough_people("development", 2, experience_criteria),
	[alternatives.stricter_reading(
		"people.experienced_and_knowing_cii_law", "development", 2,
		array.concat(experience_criteria, [personnel.knows("people.knows/knowledge_topics.cii_protection_law", ["cii_protection_law"])]),
	)],
))

# METADATA
# title: Developers
# description: At least 15 service people hold the post of security developer.
# custom:
#   clause: 9.3.2.d
#   mandatory: true
#   title_zh: 安全开发人员
#   description_zh: 至少 15 名服务人员任安全开发人员岗位。
#   reading:
#     zh: 人员为在基准日任安全开发人员岗位、可计入设计开发类的在职服务人员；供应商人员不计。
#     en: People are current service personnel who hold that post on the reference date and may be counted in development; people of suppliers do not count.
developers := outcomes.of(personnel.enough_people("development", 15, developer_criteria))

developer_criteria := [personnel.holds_post("developer")]

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in the security construction category of GB/T 42446 and in the laws and standards on CII protection.
# custom:
#   clause: 9.3.2.e
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过 GB/T 42446 网络安全建设类和关键信息基础设施安全保护法律法规标准的考核。
#   reading:
#     zh: 服务人员指承担本服务项（含仅属本服务项的在施项目的组成员）的全部在职服务人员，未登记承担人员视为未提供证据；每一内容均须截至基准日考核通过。
#     en: Service personnel are all the current ones who work in this item, the teams of running projects of this item alone included, and where none is named the evidence is silent; each of them passed an assessment of every subject by the reference date.
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握、熟悉。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("development.secure_development", [
	"gbt_42446_construction",
	"cii_protection_law",
]))

# METADATA
# title: Secure development process
# description: An approved secure development process is in force that lays down security controls in requirements analysis, design, coding, testing and deployment.
# custom:
#   clause: 9.3.2.f
#   mandatory: false
#   title_zh: 安全开发流程
#   description_zh: 现行有效的安全开发流程规定需求分析、设计、编码、测试和部署各环节的安全控制。
#   reading:
#     zh: 能力以经批准且在基准日有效的安全开发流程文件体现，各文件合并计算；五个环节均须规定，“等”不再要求其他环节。
#     en: The capability shows in approved documents of the process that are in force on the reference date, taken together; all five stages named are laid down, no others are asked for.
#   judgement:
#     zh: 流程是否在各环节嵌入安全控制措施并管控开发全过程。
#     en: Whether the process embeds security controls in each stage and governs the whole of development.
development_process := outcomes.of([
	documents.is_in_force("secure_development_process"),
	checks.judged(documents.lays_down("secure_development_process", [
		"requirements_analysis",
		"secure_design",
		"secure_coding",
		"security_testing",
		"secure_deployment",
	])),
])

# METADATA
# title: Third-party developers, components and open source code
# description: Third-party developers have the qualifications and the personnel the item asks for. Third-party components and open source code are approved by the client and found controllable before they are introduced, and their source is recorded and given to the client on delivery.
# custom:
#   clause: 9.3.2.g
#   mandatory: true
#   title_zh: 第三方开发机构、组件和开源代码
#   description_zh: 第三方开发机构具备安全开发服务对应的资质和人员；第三方组件和开源代码经服务需求方同意、检测风险可控后引入，记录来源并在交付时提供。
#   reading:
#     zh: 核查近三年内实施的每个安全开发项目，每个项目须说明引入情况（空列表表示没有）。第三方开发机构与第三方组件两部分分别适用，各自全部为空列表、没有此类项目，或声明未引入且与事实不矛盾的，该部分不适用；两部分均不适用的，本条不适用。第三方机构的资质（同 9.3.2 b）以服务最后一日（实施中的为基准日）有效为准，登记了其他有效资质的视为主张同级别，由评价人员认定；人员要求以 9.3.2 c、d 的人数体现。组件的同意和检测不晚于引入之日；所举检测方式至少采用一种，同一方式以引入前最后一次结果为准，均须风险可控。已完成的项目，来源记录不晚于服务最后一日提供。
#     en: Every secure development project of the last three years states what was brought in (an empty list says nothing). Developers and components are two parts that apply separately; one does not apply where all its lists are empty, where there is no such project, or where it is declared absent and no fact contradicts, the clause where neither applies. A developer's qualifications, those of 9.3.2 b, are valid on the last day of service, in a running project on the reference date; another valid one on record is taken as claimed to be of the same level, which an assessor decides. Its personnel shows in the numbers of 9.3.2 c and d. Approval and tests come not later than the day of introduction; one of the ways of testing is enough, the last result of each way before introduction counts, and all of them say that the risk is controllable. In finished projects the record of sources was given not later than the last day of service.
#   differs:
#     zh: 第 9 章列为 g、h 两条，附录 C 合为本条，其后各条的字母与第 9 章相差一位。附录 C 将本条标为必要项，本类必要项共 5 项（另有 9.3.1 b、d 和 9.3.2 b、d），7.2 写作 4 项；以附录 C 为准。
#     en: Chapter 9 has two clauses, g and h, which Appendix C merges into this one, so the letters after it differ by one. With this clause Appendix C marks 5 mandatory clauses of the class (besides 9.3.1 b and d, 9.3.2 b and d), where 7.2 prints 4; Appendix C decides.
#   judgement:
#     zh: 第三方开发机构的其他资质是否与软件安全开发二级服务资质同级别。
#     en: Whether another qualification of a third-party developer is of the same level as the service qualification.
third_parties := outcomes.not_applicable(third_party_checks) if {
	third_party_development.developer_part.status == "not_applicable"
	third_party_development.component_part.status == "not_applicable"
} else := outcomes.of(third_party_checks)

# METADATA
# title: Assessed systems and products
# description: Every system or product developed passed a security assessment or test by a state authority or an independent third party.
# custom:
#   clause: 9.3.2.h
#   mandatory: false
#   title_zh: 系统或产品的安全评估与检测
#   description_zh: 所开发的系统或产品均通过国家有关部门或独立第三方的安全评估与检测。
#   reading:
#     zh: 核查近三年内已完成的安全开发项目所列的全部系统或产品，其他项目中已接受此类评估的一并核查；每个已完成项目须列明所开发的系统或产品。机构自行检测不计，以截至基准日的最后一次评估结果为准。
#     en: Every system or product of the finished secure development projects of the last three years is looked at, of other projects those already assessed in this way; every finished project names what was developed. Own tests do not count, and the last assessment by the reference date decides.
#   differs:
#     zh: 本条在第 9 章为 i。
#     en: This clause is letter i in chapter 9.
assessed_products := outcomes.of([
	checks.every_one("project.developed_products_stated", "projects", development_projects.finished_ids | {product.project | some product in products}, stating_products, development_projects.developing_ids - stating_products),
	checks.every_one("developed_product.assessed", "projects", object.keys(products), products_passed, products_unknown),
])

# METADATA
# title: Capability to deliver
# description: The deliverables show needs analysis, security design requirements and the development of a system or product, and a project of the item is carried out each year.
# custom:
#   clause: 9.3.2.i
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果体现需求分析、安全设计要求和安全系统或产品的开发，且每年开展本项项目。
#   reading:
#     zh: 能力以近三年计入的本项项目交付成果所涉内容体现，各项目合并计算；每年至少一个项目的实施能力，以基准日前十二个月内至少有一个计入的本项项目在实施体现。
#     en: Capability shows in what the deliverables of the item's counted projects of the last three years deal with, taken together; the capacity for a project a year shows in at least one counted project under way in the last twelve months.
#   differs:
#     zh: 本条在第 9 章为 j。
#     en: This clause is letter j in chapter 9.
#   judgement:
#     zh: 所开发的系统或产品是否切合服务需求方特定的安全需求和安全设计要求。
#     en: Whether what is developed fits the client's particular needs and design requirements.
service_capability := outcomes.of(experience.capability("development.secure_development", [
	"needs_analysis",
	"design_requirements",
	"system_development",
]))

experience_criteria := [
	personnel.service_years("development.secure_development", 3),
	personnel.took_part("development.system_design", 2),
]

third_party_checks := array.concat(third_party_development.developer_part.checks, third_party_development.component_part.checks)

stating_products := development_projects.stating("developed_products")

finished_ids := development_projects.finished_ids

# Products that clause h looks at, each with its assessments by others.
products := {place: product |
	today := reference
	some id, project in development_projects.developing
	some position, developed in project.developed_products
	outside := [test |
		some test in developed.security_tests
		test.body in {"state_authority", "independent_third_party"}
		test.date <= today
	]
	looked_at(id, outside)
	place := sprintf("%s.developed_products[%d]", [id, position])
	stated := "security_tests" in object.keys(developed)
	product := {"project": id, "outside": outside, "stated": stated, "tests": object.get(developed, "security_tests", [])}
}

looked_at(id, _) if id in finished_ids

looked_at(_, outside) if count(outside) > 0

products_passed := object.keys({place: true |
	some place, product in products
	count(product.outside) > 0
	last := max([test.date | some test in product.outside])
	every test in product.outside { holds_up(test, last) }
})

holds_up(test, last) if test.date < last

holds_up(test, last) if {
	test.date == last
	test.result == "passed"
}

# Silent about tests, or about who did the only ones.
products_unknown := object.keys({place: true | some place, product in products; not product.stated}) | object.keys({place: true |
	some place, product in products
	count(product.outside) == 0
	some test in product.tests
	not test.body
})
