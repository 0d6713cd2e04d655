package ciieval.lib.duty_schemes_test

import data.ciieval.lib.duty_schemes

scheme(id, patterns) := {
	"id": id, "services": ["confrontation.monitoring"], "patterns": patterns, "onsite": true,
	"detection_minutes": 60, "response_minutes": 30, "measured_on": "2026-11-22",
	"effective_from": "2026-11-22", "effective_until": "2026-11-22",
}

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"duty_schemes": [scheme("d1", ["5x8", "7x8"]), scheme("d2", ["7x24"])],
}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_schemes_are_taken_together if {
	checks := duty_schemes.attended("confrontation.monitoring") with input as good
	[check.ok | some check in checks] == [true, true, true]
	[check.actual | some check in checks] == [["5x8", "7x24", "7x8"], 60, 30]
	checks[0].fact == "duty.patterns/services.confrontation.monitoring"
}

test_scheme_not_in_force_not_on_site_or_of_another_item_supports_nothing if {
	every dossier in [
		patched("/duty_schemes/1/effective_until", "2026-11-21"),
		patched("/duty_schemes/1/effective_from", "2026-11-23"),
		patched("/duty_schemes/1/onsite", false),
		patched("/duty_schemes/1/services", ["confrontation.managed_security"]),
		without("/duty_schemes/1"),
	] {
		check := duty_schemes.attended("confrontation.monitoring")[0] with input as dossier
		not check.ok
		check.actual == ["5x8", "7x8"]
		check.lacking == ["7x24"]
	}
}

test_scheme_that_does_not_say_whether_it_is_on_site_is_silence if {
	check := duty_schemes.attended("confrontation.monitoring")[0] with input as without("/duty_schemes/1/onsite")
	check.missing
	useless := duty_schemes.attended("confrontation.monitoring")[0] with input as json.patch(good, [
		{"op": "remove", "path": "/duty_schemes/1/onsite"},
		{"op": "replace", "path": "/duty_schemes/1/patterns", "value": ["7x8"]},
	])
	useless.lacking == ["7x24"]
	enough := duty_schemes.attended("confrontation.monitoring")[0] with input as json.patch(good, [
		{"op": "remove", "path": "/duty_schemes/1/onsite"},
		{"op": "add", "path": "/duty_schemes/0/patterns/-", "value": "7x24"},
	])
	enough.ok
}

test_scheme_without_a_first_day_is_silence_where_it_makes_the_difference if {
	check := duty_schemes.attended("confrontation.monitoring")[0] with input as without("/duty_schemes/1/effective_from")
	check.missing
	ended := duty_schemes.attended("confrontation.monitoring")[0] with input as json.patch(good, [
		{"op": "remove", "path": "/duty_schemes/1/effective_from"},
		{"op": "replace", "path": "/duty_schemes/1/effective_until", "value": "2026-11-21"},
	])
	ended.lacking == ["7x24"]
	remote := duty_schemes.attended("confrontation.monitoring")[0] with input as json.patch(good, [
		{"op": "remove", "path": "/duty_schemes/1/effective_from"},
		{"op": "replace", "path": "/duty_schemes/1/onsite", "value": false},
	])
	remote.lacking == ["7x24"]
	slow := duty_schemes.attended("confrontation.monitoring")[1] with input as json.patch(good, [
		{"op": "remove", "path": "/duty_schemes/1/effective_from"},
		{"op": "replace", "path": "/duty_schemes/1/detection_minutes", "value": 61},
	])
	slow.missing
	fast := duty_schemes.attended("confrontation.monitoring")[1] with input as without("/duty_schemes/1/effective_from")
	fast.ok
}

test_slowest_scheme_decides if {
	check := duty_schemes.attended("confrontation.monitoring")[1] with input as patched("/duty_schemes/1/detection_minutes", 60.5)
	not check.ok
	check.actual == 60.5
	check.expected == 60
	remote := duty_schemes.attended("confrontation.monitoring")[1] with input as json.patch(good, [
		{"op": "add", "path": "/duty_schemes/1/detection_minutes", "value": 240},
		{"op": "add", "path": "/duty_schemes/1/onsite", "value": false},
	])
	remote.ok
}

test_times_not_measured_by_the_reference_date_are_silence if {
	every dossier in [
		without("/duty_schemes/1/response_minutes"),
		without("/duty_schemes/1/measured_on"),
		patched("/duty_schemes/1/measured_on", "2026-11-23"),
	] {
		check := duty_schemes.attended("confrontation.monitoring")[2] with input as dossier
		check.missing
	}
}

test_slow_scheme_fails_whatever_the_others_do_not_say if {
	check := duty_schemes.attended("confrontation.monitoring")[2] with input as json.patch(good, [
		{"op": "remove", "path": "/duty_schemes/0/response_minutes"},
		{"op": "add", "path": "/duty_schemes/1/response_minutes", "value": 61},
	])
	not check.ok
	not check.missing
	check.actual == 61
}

test_no_register_is_silence_an_empty_one_supports_nothing if {
	silent := duty_schemes.attended("confrontation.monitoring") with input as without("/duty_schemes")
	every check in silent { check.missing }
	none := duty_schemes.attended("confrontation.monitoring") with input as patched("/duty_schemes", [])
	none[0].actual == []
	none[1].missing
}
