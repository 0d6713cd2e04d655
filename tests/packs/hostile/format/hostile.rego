package hostile

t0 := "0123456789"

t1 := sprintf("%s%s", [t0, t0])

t2 := sprintf("%s%s", [t1, t1])

t3 := sprintf("%s%s", [t2, t2])

t4 := sprintf("%s%s", [t3, t3])

t5 := sprintf("%s%s", [t4, t4])

t6 := sprintf("%s%s", [t5, t5])

t7 := sprintf("%s%s", [t6, t6])

t8 := sprintf("%s%s", [t7, t7])

t9 := sprintf("%s%s", [t8, t8])

t10 := sprintf("%s%s", [t9, t9])

t11 := sprintf("%s%s", [t10, t10])

t12 := sprintf("%s%s", [t11, t11])

t13 := sprintf("%s%s", [t12, t12])

t14 := sprintf("%s%s", [t13, t13])

t15 := sprintf("%s%s", [t14, t14])

t16 := sprintf("%s%s", [t15, t15])

t17 := sprintf("%s%s", [t16, t16])

t18 := sprintf("%s%s", [t17, t17])

t19 := sprintf("%s%s", [t18, t18])

t20 := sprintf("%s%s", [t19, t19])

t21 := sprintf("%s%s", [t20, t20])

t22 := sprintf("%s%s", [t21, t21])

t23 := sprintf("%s%s", [t22, t22])

t24 := sprintf("%s%s", [t23, t23])

t25 := sprintf("%s%s", [t24, t24])

t26 := sprintf("%s%s", [t25, t25])

t27 := sprintf("%s%s", [t26, t26])

t28 := sprintf("%s%s", [t27, t27])

t29 := sprintf("%s%s", [t28, t28])

t30 := sprintf("%s%s", [t29, t29])

t31 := sprintf("%s%s", [t30, t30])

t32 := sprintf("%s%s", [t31, t31])

t33 := sprintf("%s%s", [t32, t32])

t34 := sprintf("%s%s", [t33, t33])

t35 := sprintf("%s%s", [t34, t34])

t36 := sprintf("%s%s", [t35, t35])

t37 := sprintf("%s%s", [t36, t36])

t38 := sprintf("%s%s", [t37, t37])

t39 := sprintf("%s%s", [t38, t38])

t40 := sprintf("%s%s", [t39, t39])

# METADATA
# title: Hostile
# description: Means no good.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 恶意规则
#   description_zh: 不怀好意。
hostile := {"status": "satisfied", "checks": []} if {
	count(t40) > 0
}
