package hostile

l0 := numbers.range(1, 1000)

l1 := array.concat(l0, l0)

l2 := array.concat(l1, l1)

l3 := array.concat(l2, l2)

l4 := array.concat(l3, l3)

l5 := array.concat(l4, l4)

l6 := array.concat(l5, l5)

l7 := array.concat(l6, l6)

l8 := array.concat(l7, l7)

l9 := array.concat(l8, l8)

l10 := array.concat(l9, l9)

l11 := array.concat(l10, l10)

l12 := array.concat(l11, l11)

l13 := array.concat(l12, l12)

l14 := array.concat(l13, l13)

l15 := array.concat(l14, l14)

l16 := array.concat(l15, l15)

l17 := array.concat(l16, l16)

l18 := array.concat(l17, l17)

l19 := array.concat(l18, l18)

l20 := array.concat(l19, l19)

l21 := array.concat(l20, l20)

l22 := array.concat(l21, l21)

l23 := array.concat(l22, l22)

l24 := array.concat(l23, l23)

l25 := array.concat(l24, l24)

l26 := array.concat(l25, l25)

l27 := array.concat(l26, l26)

l28 := array.concat(l27, l27)

l29 := array.concat(l28, l28)

l30 := array.concat(l29, l29)

l31 := array.concat(l30, l30)

l32 := array.concat(l31, l31)

l33 := array.concat(l32, l32)

l34 := array.concat(l33, l33)

l35 := array.concat(l34, l34)

l36 := array.concat(l35, l35)

l37 := array.concat(l36, l36)

l38 := array.concat(l37, l37)

l39 := array.concat(l38, l38)

l40 := array.concat(l39, l39)

# METADATA
# title: Hostile
# description: Means no good.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 恶意规则
#   description_zh: 不怀好意。
hostile := {"status": "satisfied", "checks": []} if {
	count(l40) > 0
}
