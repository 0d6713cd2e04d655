package hostile

table["a"] := 1 if input.provider

table["a"] := 2 if input.provider

# METADATA
# title: Hostile
# description: Means no good.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 恶意规则
#   description_zh: 不怀好意。
hostile := {"status": "satisfied", "checks": []} if {
	count(table) > 0
}
