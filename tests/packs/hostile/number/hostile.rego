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
	to_number(concat("", ["1e9", "99999999"])) > 0
}
