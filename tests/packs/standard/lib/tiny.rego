package tiny.lib

of(list) := {"status": "satisfied", "checks": list} if {
	every check in list { check.ok }
}

of(list) := {"status": "not_satisfied", "checks": list} if {
	some check in list
	not check.ok
}
