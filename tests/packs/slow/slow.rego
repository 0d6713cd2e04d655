package slow

# METADATA
# title: Slow
# description: Multiplies for hours.
# custom:
#   clause: 3.2.a
#   mandatory: false
#   title_zh: 缓慢
#   description_zh: 运行极慢。
slow := {"status": "satisfied", "checks": []} if {
	every a in numbers.range(1, 100000) {
		every b in numbers.range(1, 100000) { a * b > 0 }
	}
}
