package tested.fixture_test

provider := {"provider": {"name": "A"}}
