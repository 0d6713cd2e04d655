# 8.5 Remote service: who operates remotely, with which accounts, from where, over which channels, and
# the log that is kept of it. Nothing of it applies where no remote service is provided.
package ciieval.assurance.remote_service

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

one_year_ago := dates.one_year_ago

six_months_ago := dates.six_months_ago

# METADATA
# title: Registered operators with accounts of their own
# description: Remote operators are registered by real name before they operate, every account in use belongs to exactly one registered operator, and every operator has an account.
# custom:
#   clause: 8.5.a
#   mandatory: true
#   title_zh: 操作人员实名登记与专用账号
#   description_zh: 远程操作人员在开始操作前实名登记；每个在用账号仅由一名已登记人员使用，每名操作人员均有账号。
#   reading:
#     zh: 登记不晚于开始远程操作当日；未记录开始日期的，不晚于基准日。在用账号指基准日未停用的账号。声明未提供远程服务且与事实不矛盾的不适用；未声明也无远程服务记录的视为没有证据。
#     en: Registration comes not later than the first day of remote operation, without such a day not later than the reference date. An account is in use unless disabled by the reference date. The clause does not apply where remote service is declared absent and no fact contradicts; without declaration or record there is no evidence.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.7 条，附录 C 列出具体条款，以附录 C 为准。
#     en: Chapter 8 only refers to 5.7 of GB/T 32914—2023; Appendix C spells the clauses out and decides.
operators_and_accounts := remote([
	checks.count_at_least("remote.operators", "remote_access.operators", object.get(input, ["remote_access", "operators"], null), operator_ids, 1),
	checks.every_one("remote.operators_registered", "remote_access.operators", operator_ids, registered, {operator.person | some operator in operators; not operator.registered_on}),
	every_account("remote.account_of_one_person", {account.key | some account in accounts; count({user | some user in account.users}) == 1}, without("users")),
	every_account("remote.account_of_registered_operator", accounts_of_operators, without("users")),
	checks.every_one("remote.operator_has_account", "remote_access.operators", operator_ids, account_holders, without_known_account),
])

# A conditional clause of this area.
remote(list) := outcomes.unless_absent("remote_service", remote_facts, list)

# Facts that show remote service.
remote_facts contains "remote_access" if input.remote_access

remote_facts contains sprintf("projects[%d].remote", [position]) if {
	some position, project in input.projects
	project.remote == true
	project.id in projects.examined_ids
}

# Those who operate remotely by the reference date.
operators := [operator |
	some operator in input.remote_access.operators
	object.get(operator, "from", reference) <= reference
]

operator_ids := {operator.person | some operator in operators}

registered := {operator.person |
	some operator in operators
	operator.registered_on <= object.get(operator, "from", reference)
}

# Accounts in use on the reference date: place and name to account. Systems may have accounts of one name.
accounts := {key: entry |
	some position, account in input.remote_access.accounts
	object.get(account, "from", reference) <= reference
	object.get(account, "until", reference) >= reference
	key := sprintf("accounts[%d] %s", [position, account.account])
	entry := object.union(account, {"key": key})
}

every_account(fact, met, unknown) := checks.every_one(fact, "remote_access.accounts", object.keys(accounts), met, unknown)

# Accounts that do not record a key.
without(key) := {account.key | some account in accounts; object.get(account, key, null) == null}

# Accounts with something under a key that has a list.
with_some(key) := {account.key | some account in accounts; count(object.get(account, key, [])) > 0}

accounts_of_operators := {account.key |
	some account in accounts
	count(account.users) > 0
	every user in account.users { user in operator_ids }
}

# An account that has been disabled since still was the operator's own.
account_holders := {user | some account in input.remote_access.accounts; some user in account.users}

# Whose accounts are not recorded, or not by whom they are used.
without_known_account := operator_ids if {
	count({account | some account in input.remote_access.accounts; account.users}) == 0
} else := set()

# METADATA
# title: Authentication and passwords
# description: Operators are authenticated, and passwords have at least 12 characters of three classes and are changed regularly.
# custom:
#   clause: 8.5.b
#   mandatory: true
#   title_zh: 身份鉴别与口令
#   description_zh: 每个账号均有身份鉴别；口令长度不少于 12 位、字符类型不少于 3 种并定期更换。
#   reading:
#     zh: 条款举例的长度和字符类型数量作为下限，按全部账号中最弱者判定。定期更换指最近一次更换（含首次设置）未超过规定的更换周期，且在基准日前 12 个月内。口令要求适用于以口令鉴别或记录了口令策略的在用账号；仅用证书、令牌等方式鉴别的账号只核查身份鉴别。
#     en: The length and number of classes that the clause gives as an example are taken as the least, and the weakest account decides. Regularly means that the last change, the first setting included, lies within the prescribed age and within the twelve months up to the reference date. The password part concerns accounts in use that authenticate by password or record password rules; for accounts with certificates or tokens only, the authentication is looked at.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.7 条，附录 C 列出具体条款，以附录 C 为准。
#     en: Chapter 8 only refers to 5.7 of GB/T 32914—2023; Appendix C spells the clauses out and decides.
authentication_and_passwords := remote(array.concat(
	[every_account("remote.account_authenticated", with_some("authentication"), without("authentication"))],
	password_checks,
))

# The accounts in use that have a password.
password_accounts := {key: account |
	some key, account in accounts
	has_password(account)
}

has_password(account) if "password" in account.authentication

has_password(account) if account.password

password_checks := [] if count(password_accounts) == 0

password_checks := [
	weakest("remote.password_length", {key: account.password.min_length | some key, account in password_accounts}, 12),
	weakest("remote.password_character_classes", {key: count(account.password.character_classes) | some key, account in password_accounts}, 3),
	checks.every_one("remote.password_changed", "remote_access.accounts", object.keys(password_accounts), password_changed, password_age_unknown),
] if {
	count(password_accounts) > 0
}

# The least of the accounts' values decides; silence where the rest would do but an account has none.
weakest(fact, values, expected) := object.union(
	checks.at_least(fact, "remote_access.accounts", min([value | some value in values]), expected),
	{"failing": sort(object.keys(weaker(values, expected)))},
) if {
	settled(values, expected)
} else := checks.missing(fact, "remote_access.accounts", ">=", expected)

weaker(values, expected) := {key: value | some key, value in values; value < expected}

settled(values, _) if object.keys(values) == object.keys(password_accounts)

settled(values, expected) if count(weaker(values, expected)) > 0

password_changed := {account.key |
	some account in password_accounts
	changed_on := account.password.last_changed_on
	changed_on >= one_year_ago
	changed_on <= reference
	dates.ordinal(reference) - dates.ordinal(changed_on) <= account.password.max_age_days
}

password_age_unknown := {account.key |
	some account in password_accounts
	some key in ["max_age_days", "last_changed_on"]
	object.get(account, ["password", key], null) == null
}

# METADATA
# title: Limited terminals, permissions and time
# description: Every account is limited to named terminals and clients, to stated permissions and to a period.
# custom:
#   clause: 8.5.c
#   mandatory: true
#   title_zh: 终端、权限和时间限制
#   description_zh: 每个在用账号均限定终端及客户端、权限范围和使用期限。
#   judgement:
#     zh: 权限范围是否与服务任务相适应。
#     en: Whether the permissions suit the task.
#   reading:
#     zh: 时间周期限制指账号设有启用和停用日期，且停用日期不早于基准日；基准日前已停用的账号不再核查。
#     en: Limited in time means that the account has a first and a last day and the last has not passed; accounts disabled before the reference date are no longer looked at.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.7 条，附录 C 列出具体条款，以附录 C 为准。
#     en: Chapter 8 only refers to 5.7 of GB/T 32914—2023; Appendix C spells the clauses out and decides.
limited_access := remote([
	every_account("remote.account_terminals", with_some("terminals"), without("terminals")),
	checks.judged(every_account("remote.account_permissions", with_some("permissions"), without("permissions"))),
	every_account("remote.account_period", object.keys(accounts) - (without("from") | without("until")), without("from") | without("until")),
])

# METADATA
# title: Secure channels
# description: Every channel of remote operation protects confidentiality and integrity by cryptography.
# custom:
#   clause: 8.5.d
#   mandatory: true
#   title_zh: 安全传输通道
#   description_zh: 远程操作的每条传输通道均采用密码技术保护数据的保密性和完整性。
#   judgement:
#     zh: 所用密码算法和协议是否安全有效。
#     en: Whether the algorithms and protocols are sound.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.7 条，附录 C 列出具体条款，以附录 C 为准。
#     en: Chapter 8 only refers to 5.7 of GB/T 32914—2023; Appendix C spells the clauses out and decides.
secure_channels := remote([
	checks.count_at_least("remote.channels", "remote_access.channels", object.get(input, ["remote_access", "channels"], null), object.keys(channels), 1),
	every_channel(
		"remote.channel_protected",
		{channel.key | some channel in channels; "confidentiality" in channel.protects; "integrity" in channel.protects},
		{channel.key | some channel in channels; not channel.protects},
	),
	checks.judged(every_channel(
		"remote.channel_algorithms",
		{channel.key | some channel in channels; count(channel.algorithms) > 0},
		{channel.key | some channel in channels; not channel.algorithms},
	)),
])

channels := {key: entry |
	some position, channel in input.remote_access.channels
	key := sprintf("channels[%d] %s", [position, channel.name])
	entry := object.union(channel, {"key": key})
}

every_channel(fact, met, unknown) := checks.every_one(fact, "remote_access.channels", object.keys(channels), met, unknown)

# METADATA
# title: Logs, audits and incidents
# description: Logs of remote operations are kept for six months and audited, cybersecurity incidents are reported to the client and the authority, and incidents handled in the service are handled under the national plan with a full record and raw data kept at the client.
# custom:
#   clause: 8.5.e
#   mandatory: true
#   title_zh: 日志留存、审计与事件处置
#   description_zh: 远程操作日志留存不少于 6 个月并定期审计；网络安全事件向服务需求方和主管部门报告；服务涉及处置的，依国家预案协助处置，并在服务需求方留存完整记录和原始数据。
#   judgement:
#     zh: 依国家有关规定该事件是否须向主管部门报告。
#     en: Whether the national rules ask for a report of the incident to the authority.
#   reading:
#     zh: 留存的最早日志不晚于基准日前 6 个月；远程操作开展不足 6 个月的，不晚于开始之日（取登记的开始日期与操作人员开始日期中较早者）。日志只要求留存 6 个月，故定期审计按近 6 个月内至少一次判定。核查近三年登记的网络安全事件，日志审计发现的或未说明是否发生于远程服务的均按远程事件处理；报告日期不早于发现之日、不晚于基准日。
#     en: The oldest entry kept lies not later than six months before the reference date or, where remote operations are younger, not later than their first day, the earlier of the stated one and those of the operators. Logs need be kept for six months only, so regular audits mean at least one in the last six. Cybersecurity incidents of the last three years are looked at; one found in an audit of the log, or that does not say whether it was remote, counts as remote. Reports come not before the incident was found and not after the reference date.
#   differs:
#     zh: 第 8 章仅引用 GB/T 32914—2023 第 5.7 条，附录 C 列出具体条款，以附录 C 为准。
#     en: Chapter 8 only refers to 5.7 of GB/T 32914—2023; Appendix C spells the clauses out and decides.
logs_and_incidents := remote(array.concat(
	[
		checks.at_most("remote.oldest_log_entry", "remote_access.log.oldest_entry_on", object.get(input, ["remote_access", "log", "oldest_entry_on"], null), log_due),
		checks.count_at_least("remote.log_audits", "remote_access.log.audits", object.get(input, ["remote_access", "log", "audits"], null), audit_days, 1),
	],
	array.concat(incident_checks, handling_checks),
))

# The day by which the log must begin. Without a stated first day of operations it is six months ago.
log_due := max([six_months_ago, min(starts)]) if {
	input.remote_access.log.started_on <= reference
	starts := {input.remote_access.log.started_on} | {operator.from | some operator in operators}
} else := six_months_ago

audit_days := {audit.date |
	some audit in input.remote_access.log.audits
	audit.date >= six_months_ago
	audit.date <= reference
}

found_in_audits := {id | some audit in input.remote_access.log.audits; some id in audit.incidents}

remote_incidents := {id: incident |
	some id, incident in incidents.recent
	incident.kind == "cybersecurity_incident"
	concerns_remote_service(incident)
}

concerns_remote_service(incident) if object.get(incident, "remote", true) == true

concerns_remote_service(incident) if incident.id in found_in_audits

incident_checks := [checks.none("incident.remote_cybersecurity", "incidents", incidents.register, object.keys(remote_incidents))] if count(remote_incidents) == 0

incident_checks := [
	every_incident("incident.reported_to_client", reported("reported_to_client_on"), unreported("reported_to_client_on")),
	checks.judged(every_incident("incident.reported_to_authority", reported("reported_to_authority_on"), unreported("reported_to_authority_on"))),
	every_incident("incident.handling_stated", stating("handled_by_service"), object.keys(remote_incidents)),
] if {
	count(remote_incidents) > 0
}

every_incident(fact, met, unknown) := checks.every_one(fact, "incidents", object.keys(remote_incidents), met, unknown)

reported(key) := {incident.id |
	some incident in remote_incidents
	day := object.get(incident, key, "")
	day >= object.get(incident, "found_on", incident.occurred_on)
	day <= reference
}

unreported(key) := {incident.id | some incident in remote_incidents; object.get(incident, key, null) == null}

# Incidents that say something under a key.
stating(key) := {incident.id | some incident in remote_incidents; object.get(incident, key, null) != null}

handled := {incident.id | some incident in remote_incidents; incident.handled_by_service == true}

handling_checks := [] if count(handled) == 0

handling_checks := [
	every_handled("incident.handled_under_plan", "assisted_under_national_plan", {incident.id | some incident in remote_incidents; incident.assisted_under_national_plan == true}),
	every_handled("incident.record_contents", "record", fully_recorded),
	every_handled("incident.record_kept_at_client", "record_kept_at_client", {incident.id | some incident in remote_incidents; incident.record_kept_at_client == true}),
	every_handled("incident.raw_data_kept_at_client", "raw_data_kept_at_client", {incident.id | some incident in remote_incidents; count(incident.raw_data_kept_at_client) > 0}),
] if {
	count(handled) > 0
}

every_handled(fact, key, met) := checks.every_one(fact, "incidents", handled, met, handled - stating(key))

fully_recorded := {incident.id |
	some incident in remote_incidents
	every topic in ["cause", "course", "impact", "personnel", "result"] {
		topic in incident.record
	}
}
