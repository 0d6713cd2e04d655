package hostile

# METADATA
# title: Hostile
# description: Means no good.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 恶意规则
#   description_zh: 不怀好意。
hostile := {"status": "satisfied", "checks": []} if {
	count(json.patch({}, [op | some n in numbers.range(1, 10000); op := {"op": "add", "path": ["a" | some _ in numbers.range(1, n)], "value": {}}])) > 0
}
