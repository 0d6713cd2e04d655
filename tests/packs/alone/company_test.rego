package another.company_test

import data.another.company

test_capital if company.capital.status == "satisfied" with input as {"provider": {"registered_capital_yuan": 1000000}}

test_too_little_capital if company.capital.status == "not_satisfied" with input as {"provider": {"registered_capital_yuan": 999999}}

test_age if company.age.status == "satisfied" with input as {"provider": {"established_on": "2019-12-31"}}

test_too_young if company.age.status == "not_satisfied" with input as {"provider": {"established_on": "2020-01-01"}}
