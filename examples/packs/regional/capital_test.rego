package regional.capital_test

import data.regional.capital

provider(yuan) := {
	"assessment": {"reference_date": "2026-06-30"},
	"provider": {"registered_capital_yuan": yuan},
	"facilities": [{"id": "office", "kind": "office", "address": "江海市科技大道 88 号"}],
}

test_ten_million_yuan_are_enough if {
	check := capital.ownership_and_capital.checks[_] with input as provider(10000000)
	check.fact == "regional.capital"
	check.ok
}

test_one_yuan_less_fails if {
	outcome := capital.ownership_and_capital with input as provider(9999999)
	outcome.status == "not_satisfied"
}
