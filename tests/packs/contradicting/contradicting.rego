package contradicting

# METADATA
# title: Satisfied in spite of its checks
# description: Says satisfied though a check is not met.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 与检查不符的结论
#   description_zh: 检查未通过却给出满足。
claims_too_much := {"status": "satisfied", "checks": [{"fact": "provider.capital", "path": "provider.registered_capital_yuan", "op": ">=", "actual": 1, "expected": 2, "ok": false}]}
