package override.capital

# METADATA
# title: Registered capital, lowered
# description: At least one million yuan.
# custom:
#   clause: 1.a
#   mandatory: true
#   title_zh: 注册资金（下调）
#   description_zh: 不少于一百万元。
capital := {"status": "satisfied", "checks": [{"fact": "provider.capital", "path": "provider.registered_capital_yuan", "op": ">=", "actual": input.provider.registered_capital_yuan, "expected": 1000000, "ok": true}]} if input.provider.registered_capital_yuan >= 1000000
