package hostile

t0 := "0123456789"

t1 := concat("", [t0, t0])

t2 := concat("", [t1, t1])

t3 := concat("", [t2, t2])

t4 := concat("", [t3, t3])

t5 := concat("", [t4, t4])

t6 := concat("", [t5, t5])

t7 := concat("", [t6, t6])

t8 := concat("", [t7, t7])

t9 := concat("", [t8, t8])

t10 := concat("", [t9, t9])

t11 := concat("", [t10, t10])

t12 := concat("", [t11, t11])

t13 := concat("", [t12, t12])

t14 := concat("", [t13, t13])

t15 := concat("", [t14, t14])

t16 := concat("", [t15, t15])

t17 := concat("", [t16, t16])

t18 := concat("", [t17, t17])

t19 := concat("", [t18, t18])

t20 := concat("", [t19, t19])

t21 := concat("", [t20, t20])

t22 := concat("", [t21, t21])

# METADATA
# title: Hostile
# description: Means no good.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 恶意规则
#   description_zh: 不怀好意。
hostile := {"status": "satisfied", "checks": [], "more": t22}
