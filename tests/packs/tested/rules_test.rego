package tested.rules_test

import data.tested.fixture_test as fixture
import data.tested.rules

test_named_provider_satisfies if rules.evaluated.status == "satisfied" with input as fixture.provider

test_low if rules.level(3) == "low"

todo_test_middle if rules.level(30) == "middle"
