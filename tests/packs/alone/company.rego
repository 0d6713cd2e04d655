package another.company

# METADATA
# title: Capital
# description: Registered capital is at least one million yuan.
# custom:
#   clause: 1.a
#   mandatory: true
#   title_zh: 注册资金
#   description_zh: 注册资金不低于 100 万元。
capital := outcome([{"fact": "company.capital", "path": "provider.registered_capital_yuan", "op": ">=", "actual": yuan, "expected": 1000000, "ok": yuan >= 1000000}]) if yuan := input.provider.registered_capital_yuan

# METADATA
# title: Age
# description: The company was established before 2020.
# custom:
#   clause: 1.b
#   mandatory: false
#   title_zh: 成立时间
#   description_zh: 2020 年以前成立。
age := outcome([{"fact": "company.established", "path": "provider.established_on", "op": "<=", "actual": day, "expected": "2019-12-31", "ok": day <= "2019-12-31"}]) if day := input.provider.established_on

outcome(checks) := {"status": "satisfied", "checks": checks} if {
	every check in checks { check.ok }
} else := {"status": "not_satisfied", "checks": checks}
