package tested.rules

# METADATA
# title: Evaluated
# description: Evaluated by a test.
# custom:
#   clause: 1.a
#   mandatory: true
#   title_zh: 有测试
#   description_zh: 由测试求值。
evaluated := {"status": "satisfied", "checks": checks} if {
	count(checks) == 1
}

# METADATA
# title: Forgotten
# description: Evaluated by none.
# custom:
#   clause: 1.b
#   mandatory: false
#   title_zh: 无测试
#   description_zh: 未由测试求值。
forgotten := {
	"status": "satisfied",
	"checks": checks,
}

checks := [{"fact": "fact", "path": "provider.name", "op": "present", "actual": name, "expected": null, "ok": true}]

name := object.get(input, ["provider", "name"], null)

level(n) := "low" if {
	n < 10
} else := "middle" if {
	n < 100

	# Nothing between here and there can be evaluated.

	n > 0
} else := "high"
