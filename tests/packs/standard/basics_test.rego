package tiny.basics_test

import data.tiny.basics

test_capital_at_the_boundary if basics.capital.status == "satisfied" with input as {"provider": {"registered_capital_yuan": 5000000}}

test_no_capital if basics.capital.status == "no_evidence" with input as {"provider": {}}
