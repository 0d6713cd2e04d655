package adding.office

# METADATA
# title: An office
# description: The provider has an office.
# custom:
#   clause: L.1.a
#   mandatory: false
#   title_zh: 办公场所
#   description_zh: 服务机构有办公场所。
office := {"status": "not_satisfied", "checks": [{"fact": "facility.offices", "path": "facilities", "op": ">=", "actual": 0, "expected": 1, "ok": false}]} if input.facilities
