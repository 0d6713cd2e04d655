package ciieval.assurance.remote_service_test

import data.ciieval.assurance.remote_service

# Two operators with an account each, one of them without password, and an incident that was handled.
good := {
	"assessment": {"reference_date": "2026-11-22"},
	"projects": [{"id": "p1", "from": "2026-01-01", "status": "in_progress", "remote": true}],
	"remote_access": {
		"operators": [
			{"person": "u1", "registered_on": "2026-01-05", "from": "2026-01-05"},
			{"person": "u2", "registered_on": "2026-11-22"},
		],
		"accounts": [
			{"account": "r1", "users": ["u1"], "authentication": ["password", "token"], "password": {"min_length": 12, "character_classes": ["upper_case", "lower_case", "digit"], "max_age_days": 90, "last_changed_on": "2026-08-24"}, "terminals": ["T1"], "permissions": ["read"], "from": "2026-01-05", "until": "2026-12-31"},
			{"account": "r2", "users": ["u2"], "authentication": ["certificate"], "terminals": ["T2"], "permissions": ["read"], "from": "2026-11-22", "until": "2026-11-22"},
		],
		"channels": [{"name": "VPN", "protocol": "TLCP", "algorithms": ["sm4", "sm3"], "protects": ["confidentiality", "integrity"]}],
		"log": {"started_on": "2026-01-05", "oldest_entry_on": "2026-05-22", "audits": [{"date": "2026-05-22", "incidents": ["i1"]}]},
	},
	"incidents": [{
		"id": "i1", "kind": "cybersecurity_incident", "remote": true, "occurred_on": "2026-05-10", "found_on": "2026-05-22",
		"reported_to_client_on": "2026-05-22", "reported_to_authority_on": "2026-05-23", "handled_by_service": true,
		"assisted_under_national_plan": true, "record": ["cause", "course", "impact", "personnel", "result"],
		"record_kept_at_client": true, "raw_data_kept_at_client": ["behaviour_logs"],
	}],
}

with_value(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

remote(path) := concat("", ["/remote_access", path])

account(path) := concat("", ["/remote_access/accounts/0", path])

password(path) := concat("", ["/remote_access/accounts/0/password", path])

incident(path) := concat("", ["/incidents/0", path])

declared := [{"subject": "remote_service", "stated_on": "2026-11-01", "stated_by": "M", "reason": "on site only"}]

clauses := [
	remote_service.operators_and_accounts,
	remote_service.authentication_and_passwords,
	remote_service.limited_access,
	remote_service.secure_channels,
	remote_service.logs_and_incidents,
]

test_good_provider if {
	statuses({"satisfied"}, good)
}

test_nothing_known_is_no_evidence if {
	outcomes := clauses with input as {"assessment": {"reference_date": "2026-11-22"}}
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing == true }
	}
}

test_declared_absence if {
	statuses({"not_applicable"}, {"assessment": {"reference_date": "2026-11-22"}, "absences": declared})
}

test_facts_contradict_the_absence if {
	contradicted(["projects[0].remote", "remote_access"], with_value("/absences", declared))
	contradicted(["projects[0].remote"], on_site(true))
	statuses({"not_applicable"}, on_site(false))
}

statuses(expected, dossier) if {
	outcomes := clauses with input as dossier
	{outcome.status | some outcome in outcomes} == expected
}

contradicted(facts, dossier) if {
	outcomes := clauses with input as dossier
	every outcome in outcomes {
		outcome.status == "not_satisfied"
		outcome.checks[0].actual == facts
	}
}

# Declared absent, without any record of remote access but for the project's.
on_site(remote_project) := json.patch(without("/remote_access"), [
	{"op": "add", "path": "/absences", "value": declared},
	{"op": "add", "path": "/projects/0/remote", "value": remote_project},
])

# 8.5.a

test_operators_are_registered_by_their_first_day if {
	outcome := remote_service.operators_and_accounts with input as with_value(remote("/operators/0/registered_on"), "2026-01-06")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["u1"]
	remote_service.operators_and_accounts.status == "not_satisfied" with input as with_value(remote("/operators/1/registered_on"), "2026-11-23")
	remote_service.operators_and_accounts.status == "no_evidence" with input as without(remote("/operators/0/registered_on"))
}

test_operators_are_listed if {
	remote_service.operators_and_accounts.status == "not_satisfied" with input as with_value(remote("/operators"), [])
	outcome := remote_service.operators_and_accounts with input as without(remote("/operators"))
	outcome.checks[0].missing
}

test_account_belongs_to_one_person if {
	outcome := remote_service.operators_and_accounts with input as with_value(account("/users"), ["u1", "u2"])
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["accounts[0] r1"]
	remote_service.operators_and_accounts.status == "not_satisfied" with input as with_value(account("/users"), [])
	remote_service.operators_and_accounts.status == "not_satisfied" with input as without(account("/users"))
}

test_user_is_a_registered_operator if {
	outcome := remote_service.operators_and_accounts with input as with_value(remote("/accounts/-"), {"account": "r3", "users": ["u9"]})
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["accounts[2] r3"]

	# Disabled the day before.
	remote_service.operators_and_accounts.status == "satisfied" with input as with_value(remote("/accounts/-"), {"account": "r3", "users": ["u9"], "until": "2026-11-21"})
}

test_operator_has_an_account if {
	outcome := remote_service.operators_and_accounts with input as without(remote("/accounts/1"))
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["u2"]
	remote_service.operators_and_accounts.status == "no_evidence" with input as without(remote("/accounts"))

	# Somebody's account that was disabled since was their own.
	remote_service.operators_and_accounts.status == "satisfied" with input as with_value(remote("/accounts/1/until"), "2026-11-22")
	remote_service.operators_and_accounts.status == "satisfied" with input as json.patch(good, [{"op": "add", "path": remote("/accounts/1/from"), "value": "2026-01-01"}, {"op": "add", "path": remote("/accounts/1/until"), "value": "2026-11-21"}])
}

# 8.5.b

test_every_account_is_authenticated if {
	remote_service.authentication_and_passwords.status == "not_satisfied" with input as with_value(remote("/accounts/1/authentication"), [])
	outcome := remote_service.authentication_and_passwords with input as without(remote("/accounts/1/authentication"))
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["accounts[1] r2"]
}

test_password_has_twelve_characters if {
	outcome := remote_service.authentication_and_passwords with input as with_value(password("/min_length"), 11)
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 11
	outcome.checks[1].expected == 12
	outcome.checks[1].failing == ["accounts[0] r1"]
	remote_service.authentication_and_passwords.status == "no_evidence" with input as without(password("/min_length"))
}

test_the_weakest_password_decides if {
	second := {"account": "r1", "authentication": ["password"], "password": {"min_length": 11, "character_classes": ["digit", "special", "lower_case"], "max_age_days": 90, "last_changed_on": "2026-11-01"}}
	outcome := remote_service.authentication_and_passwords with input as with_value(remote("/accounts/-"), second)
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 11
	outcome.checks[1].failing == ["accounts[2] r1"]

	# Short is short, even where another account is silent.
	remote_service.authentication_and_passwords.status == "not_satisfied" with input as json.patch(without(password("/min_length")), [{"op": "add", "path": remote("/accounts/-"), "value": second}])
}

test_password_has_three_character_classes if {
	outcome := remote_service.authentication_and_passwords with input as without(password("/character_classes/0"))
	outcome.status == "not_satisfied"
	outcome.checks[2].actual == 2
	remote_service.authentication_and_passwords.status == "satisfied" with input as with_value(password("/character_classes/-"), "special")
	remote_service.authentication_and_passwords.status == "no_evidence" with input as without(password("/character_classes"))
}

test_password_is_changed_within_its_age if {
	# 2026-08-24 is 90 days before the reference date.
	outcome := remote_service.authentication_and_passwords with input as with_value(password("/last_changed_on"), "2026-08-23")
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["accounts[0] r1"]
	remote_service.authentication_and_passwords.status == "no_evidence" with input as without(password("/last_changed_on"))
	remote_service.authentication_and_passwords.status == "no_evidence" with input as without(password("/max_age_days"))
	remote_service.authentication_and_passwords.status == "satisfied" with input as with_value(password("/last_changed_on"), "2026-11-22")
	remote_service.authentication_and_passwords.status == "not_satisfied" with input as with_value(password("/last_changed_on"), "2026-11-23")
}

changed(day) := json.patch(good, [{"op": "add", "path": password("/max_age_days"), "value": 3650}, {"op": "add", "path": password("/last_changed_on"), "value": day}])

test_password_is_changed_within_a_year_at_the_latest if {
	remote_service.authentication_and_passwords.status == "satisfied" with input as changed("2025-11-22")
	remote_service.authentication_and_passwords.status == "not_satisfied" with input as changed("2025-11-21")
}

test_accounts_without_password if {
	remote_service.authentication_and_passwords.status == "satisfied" with input as without(remote("/accounts/0"))
	remote_service.authentication_and_passwords.status == "no_evidence" with input as with_value(remote("/accounts/1/authentication"), ["password"])
	remote_service.authentication_and_passwords.status == "not_satisfied" with input as with_value(remote("/accounts/1/password"), {"min_length": 6})
}

# 8.5.c

test_terminals_and_permissions_are_limited if {
	remote_service.limited_access.status == "not_satisfied" with input as with_value(account("/terminals"), [])
	remote_service.limited_access.status == "no_evidence" with input as without(account("/terminals"))
	outcome := remote_service.limited_access with input as with_value(account("/permissions"), [])
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
	remote_service.limited_access.status == "no_evidence" with input as without(account("/permissions"))
}

test_accounts_are_limited_in_time if {
	outcome := remote_service.limited_access with input as without(account("/until"))
	outcome.status == "no_evidence"
	outcome.checks[2].unknown == ["accounts[0] r1"]
	remote_service.limited_access.status == "no_evidence" with input as without(account("/from"))
	remote_service.limited_access.status == "satisfied" with input as with_value(remote("/accounts/-"), {"account": "r3", "until": "2026-11-21"})
	remote_service.limited_access.status == "no_evidence" with input as with_value(remote("/accounts/-"), {"account": "r3", "until": "2026-11-22"})
}

# 8.5.d

test_every_channel_is_protected if {
	outcome := remote_service.secure_channels with input as with_value(remote("/channels/0/protects"), ["integrity"])
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["channels[0] VPN"]
	remote_service.secure_channels.status == "not_satisfied" with input as with_value(remote("/channels/0/protects"), ["confidentiality"])
	remote_service.secure_channels.status == "no_evidence" with input as without(remote("/channels/0/protects"))
	remote_service.secure_channels.status == "no_evidence" with input as with_value(remote("/channels/-"), {"name": "VPN"})
}

test_channels_state_their_algorithms if {
	outcome := remote_service.secure_channels with input as with_value(remote("/channels/0/algorithms"), [])
	outcome.status == "not_satisfied"
	outcome.checks[2].judgement
	remote_service.secure_channels.status == "no_evidence" with input as without(remote("/channels/0/algorithms"))
}

test_there_is_a_channel if {
	remote_service.secure_channels.status == "not_satisfied" with input as with_value(remote("/channels"), [])
	remote_service.secure_channels.status == "no_evidence" with input as without(remote("/channels"))
}

# 8.5.e

test_log_reaches_back_six_months if {
	outcome := remote_service.logs_and_incidents with input as with_value(remote("/log/oldest_entry_on"), "2026-05-23")
	outcome.status == "not_satisfied"
	outcome.checks[0].expected == "2026-05-22"
	remote_service.logs_and_incidents.status == "no_evidence" with input as without(remote("/log/oldest_entry_on"))
}

young(oldest, operator_from) := json.patch(good, [
	{"op": "add", "path": remote("/log/started_on"), "value": "2026-09-01"},
	{"op": "add", "path": remote("/log/oldest_entry_on"), "value": oldest},
	{"op": "add", "path": remote("/log/audits"), "value": [{"date": "2026-10-01"}]},
	{"op": "add", "path": remote("/operators"), "value": [{"person": "u1", "from": operator_from}]},
])

test_log_of_younger_operations_reaches_back_to_their_first_day if {
	remote_service.logs_and_incidents.status == "satisfied" with input as young("2026-09-01", "2026-09-01")
	remote_service.logs_and_incidents.status == "not_satisfied" with input as young("2026-09-02", "2026-09-01")

	# An operator was at work before the stated first day.
	remote_service.logs_and_incidents.status == "not_satisfied" with input as young("2026-09-01", "2026-08-31")
	remote_service.logs_and_incidents.status == "not_satisfied" with input as json.patch(young("2026-09-01", "2026-09-01"), [{"op": "remove", "path": remote("/log/started_on")}])
	remote_service.logs_and_incidents.status == "not_satisfied" with input as json.patch(young("2026-12-01", "2026-12-01"), [{"op": "add", "path": remote("/log/started_on"), "value": "2026-12-01"}])
}

test_log_is_audited_within_six_months if {
	outcome := remote_service.logs_and_incidents with input as with_value(remote("/log/audits/0/date"), "2026-05-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].actual == 0
	remote_service.logs_and_incidents.status == "not_satisfied" with input as with_value(remote("/log/audits/0/date"), "2026-11-23")
	remote_service.logs_and_incidents.status == "no_evidence" with input as without(remote("/log/audits"))
}

test_incident_is_reported_to_client_and_authority if {
	outcome := remote_service.logs_and_incidents with input as with_value(incident("/reported_to_client_on"), "2026-05-21")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["i1"]
	remote_service.logs_and_incidents.status == "not_satisfied" with input as with_value(incident("/reported_to_client_on"), "2026-11-23")
	remote_service.logs_and_incidents.status == "satisfied" with input as with_value(incident("/reported_to_client_on"), "2026-11-22")
	remote_service.logs_and_incidents.status == "no_evidence" with input as without(incident("/reported_to_client_on"))
	silent := remote_service.logs_and_incidents with input as without(incident("/reported_to_authority_on"))
	silent.status == "no_evidence"
	silent.checks[3].judgement
}

test_without_day_of_finding_the_report_follows_the_incident if {
	undated := without(incident("/found_on"))
	remote_service.logs_and_incidents.status == "satisfied" with input as json.patch(undated, [{"op": "add", "path": incident("/reported_to_client_on"), "value": "2026-05-10"}])
	remote_service.logs_and_incidents.status == "not_satisfied" with input as json.patch(undated, [{"op": "add", "path": incident("/reported_to_client_on"), "value": "2026-05-09"}])
}

test_incident_is_handled_and_recorded if {
	every change in [
		{"op": "add", "path": "/incidents/0/assisted_under_national_plan", "value": false},
		{"op": "add", "path": "/incidents/0/record_kept_at_client", "value": false},
		{"op": "add", "path": "/incidents/0/raw_data_kept_at_client", "value": []},
		{"op": "remove", "path": "/incidents/0/record/0"},
		{"op": "remove", "path": "/incidents/0/record/1"},
		{"op": "remove", "path": "/incidents/0/record/2"},
		{"op": "remove", "path": "/incidents/0/record/3"},
		{"op": "remove", "path": "/incidents/0/record/4"},
	] {
		remote_service.logs_and_incidents.status == "not_satisfied" with input as json.patch(good, [change])
	}
	every key in ["handled_by_service", "assisted_under_national_plan", "record", "record_kept_at_client", "raw_data_kept_at_client"] {
		remote_service.logs_and_incidents.status == "no_evidence" with input as without(sprintf("/incidents/0/%s", [key]))
	}
}

test_incident_the_service_did_not_handle if {
	unhandled := {"id": "i1", "kind": "cybersecurity_incident", "remote": true, "occurred_on": "2026-05-10", "reported_to_client_on": "2026-05-22", "reported_to_authority_on": "2026-05-22", "handled_by_service": false}
	remote_service.logs_and_incidents.status == "satisfied" with input as with_value("/incidents", [unhandled])
}

test_which_incidents_concern_remote_service if {
	silent := {"id": "i2", "kind": "cybersecurity_incident", "occurred_on": "2026-06-01"}
	remote_service.logs_and_incidents.status == "no_evidence" with input as with_value("/incidents/-", silent)
	remote_service.logs_and_incidents.status == "satisfied" with input as with_value("/incidents/-", object.union(silent, {"remote": false}))
	remote_service.logs_and_incidents.status == "satisfied" with input as with_value("/incidents/-", object.union(silent, {"kind": "tied_purchase"}))
	remote_service.logs_and_incidents.status == "no_evidence" with input as with_value("/incidents/-", object.union(silent, {"occurred_on": "2023-11-22"}))
	remote_service.logs_and_incidents.status == "satisfied" with input as with_value("/incidents/-", object.union(silent, {"occurred_on": "2023-11-21"}))

	# An audit of the log found it.
	found := {"op": "add", "path": remote("/log/audits/0/incidents"), "value": ["i1", "i2"]}
	remote_service.logs_and_incidents.status == "no_evidence" with input as json.patch(with_value("/incidents/-", object.union(silent, {"remote": false})), [found])
}

test_no_incident_is_fine_where_the_register_says_so if {
	remote_service.logs_and_incidents.status == "satisfied" with input as with_value("/incidents", [])
	remote_service.logs_and_incidents.status == "no_evidence" with input as without("/incidents")
}
