package tiny.lib

of(list) := {"status": "satisfied", "checks": list} if count(list) > 0
