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
	count(json.unmarshal(concat("", [replace(sprintf("%04000d", [0]), "0", "["), replace(sprintf("%04000d", [0]), "0", "]")]))) > 0
}
