# 8.13 What a provider must not do: every clause is a prohibition and satisfied only where it is shown that
# it did not happen.
package ciieval.assurance.conduct

import data.ciieval.lib.conduct
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.projects

# METADATA
# title: No harm to the client's business and systems
# description: In the last three years the services harmed neither the working nor the security of the client's critical business and systems.
# custom:
#   clause: 8.13.a
#   mandatory: true
#   title_zh: 不影响业务与系统运行
#   description_zh: 近三年开展的服务未给需求方关键业务、信息系统的运行和安全造成损害。
#   reading:
#     zh: 须证明未发生，仅未提及不足为证：完整的事件登记中近三年无影响业务或系统的事件（明确登记为非本机构造成的除外），也无登记为本机构造成的网络安全事件；近三年每个已完成项目的服务需求方在服务结束当日或之后、评价基准日前（含当日）书面确认，尚无已完成项目的，至少有一个在审项目确认。
#     en: "It is shown not to have happened, not merely unsaid: the complete register of the last three years has no harm to business or systems, unless recorded as not caused by the provider, and no cybersecurity incident recorded as caused by the provider; the client of every project completed in that time confirms it in writing on or after the last day of service and by the reference date, or, where none is completed, the client of at least one project looked at."
no_disruption := outcomes.of(conduct.refrained_from([conduct.none_but_by_others("service_disruption"), conduct.none_by_provider("cybersecurity_incident")], "no_disruption"))

# METADATA
# title: No concealment and no false results
# description: In the last three years no security problem that was found was concealed, nothing was falsified, and deliverables were true.
# custom:
#   clause: 8.13.b
#   mandatory: true
#   title_zh: 不隐瞒不作假
#   description_zh: 近三年未隐瞒服务中发现的安全问题，未弄虚作假，如实交付成果。
#   reading:
#     zh: 须证明未发生：完整的事件登记中近三年无隐瞒问题和弄虚作假记录，且已完成项目的服务需求方在服务结束当日或之后逐一书面确认（尚无已完成项目的，至少一个在审项目确认）。
#     en: "It is shown not to have happened: the complete register of the last three years has neither concealment nor falsification, and the client of every completed project confirms it in writing on or after its last day of service (where none is completed, of at least one project looked at)."
honest_reporting := outcomes.of(conduct.refrained_from([incidents.none_of("concealment"), incidents.none_of("falsification")], "honest_reporting"))

# METADATA
# title: No unauthorised possession or use of data
# description: In the last three years no material or data of the services was kept or used without authorisation.
# custom:
#   clause: 8.13.c
#   mandatory: true
#   title_zh: 不非授权占有使用资料数据
#   description_zh: 近三年未在授权之外占有、使用与服务相关的资料和数据文件。
#   reading:
#     zh: 须证明未发生：完整的事件登记中近三年无非授权占有或使用资料数据的记录，且已完成项目的服务需求方在服务结束当日或之后逐一书面确认（尚无已完成项目的，至少一个在审项目确认）。
#     en: "It is shown not to have happened: the complete register of the last three years has no such entry, and the client of every completed project confirms it in writing on or after its last day of service (where none is completed, of at least one project looked at)."
no_unauthorized_data_use := outcomes.of(conduct.refrained_from([incidents.none_of("unauthorized_data_use")], "no_unauthorized_data_use"))

# METADATA
# title: No subcontracting
# description: In the last three years no service project was passed on, in whole or in part.
# custom:
#   clause: 8.13.d
#   mandatory: true
#   title_zh: 不分包转包
#   description_zh: 近三年未将服务项目整体或部分交由其他单位承担。
#   reading:
#     zh: 须证明未发生：近三年实施的每个项目（含在施和废止）均明确登记分包转包为空，完整的事件登记中近三年无分包转包记录，且已完成项目的服务需求方在服务结束当日或之后逐一书面确认（尚无已完成项目的，至少一个在审项目确认）。引入外部人员、软件、系统和工具由供应链管理条款审查，不视为分包。
#     en: "It is shown not to have happened: every project of the last three years, running and abandoned ones included, explicitly lists no subcontract; the complete register of incidents has none; and the client of every completed project confirms it in writing on or after its last day of service (where none is completed, of at least one project looked at). Outside people, software, systems and tools belong to supply chain management and are not subcontracting."
no_subcontracting := outcomes.of(conduct.refrained_from(
	[
		projects.every_project("project.not_subcontracted", not_subcontracted, subcontracts_unknown),
		incidents.none_of("subcontracting"),
	],
	"no_subcontracting",
))

not_subcontracted := {project.id | some project in projects.examined; project.subcontracts == []}

subcontracts_unknown := {project.id | some project in projects.examined; not project.subcontracts}

# METADATA
# title: No forced purchase
# description: In the last three years no client was made to buy or use cybersecurity products of the provider's choice.
# custom:
#   clause: 8.13.e
#   mandatory: true
#   title_zh: 不限定购买产品
#   description_zh: 近三年未限定服务需求方购买或使用指定的网络安全产品。
#   reading:
#     zh: 须证明未发生：完整的事件登记中近三年无限定购买记录，且已完成项目的服务需求方在服务结束当日或之后逐一书面确认（尚无已完成项目的，至少一个在审项目确认）。
#     en: "It is shown not to have happened: the complete register of the last three years has no such entry, and the client of every completed project confirms it in writing on or after its last day of service (where none is completed, of at least one project looked at)."
no_tied_purchase := outcomes.of(conduct.refrained_from([incidents.none_of("tied_purchase")], "no_tied_purchase"))

# METADATA
# title: No other harmful conduct
# description: In the last three years nothing else was done to the harm of national security, public order, the public interest or the client.
# custom:
#   clause: 8.13.f
#   mandatory: true
#   title_zh: 无其他危害活动
#   description_zh: 近三年未发生上述各项以外、有损国家与社会公共利益或需求方利益的行为。
#   reading:
#     zh: 须证明未发生：完整的事件登记中近三年无其他危害活动和未授权服务活动记录，且已完成项目的服务需求方在服务结束当日或之后逐一书面确认（尚无已完成项目的，至少一个在审项目确认）。泄密、数据泄露、未授权工具和盗版软件另有条款规定，不在此重复计。
#     en: "It is shown not to have happened: the complete register of the last three years has neither other harmful conduct nor unauthorised service activity, and the client of every completed project confirms it in writing on or after its last day of service (where none is completed, of at least one project looked at). Breaches of secrecy, data leaks, unauthorised tools and pirated software have clauses of their own and are not counted again."
no_other_harm := outcomes.of(conduct.refrained_from([incidents.none_of("other_harm"), incidents.none_of("unauthorized_activity")], "no_other_harm"))
