package hostile

t0 := "aaaaaaaaaa"

t1 := replace(t0, "a", t0)

t2 := replace(t1, "a", t1)

t3 := replace(t2, "a", t2)

t4 := replace(t3, "a", t3)

t5 := replace(t4, "a", t4)

t6 := replace(t5, "a", t5)

# METADATA
# title: Hostile
# description: Means no good.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 恶意规则
#   description_zh: 不怀好意。
hostile := {"status": "satisfied", "checks": []} if {
	count(t6) > 0
}
