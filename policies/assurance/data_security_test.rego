package ciieval.assurance.data_security_test

import data.ciieval.assurance.data_security

# One project with sensitive data on a device of the client.
good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [
		{"id": "d1", "kind": "data_security_policy", "approved_on": "2025-01-01", "effective_from": "2025-01-01"},
		{"id": "d2", "kind": "document_management_policy", "approved_on": "2025-01-01", "effective_from": "2025-01-01", "topics": ["responsibilities", "borrowing", "custody", "destruction"]},
	],
	"data_protection_measures": [{"kind": "encryption", "in_operation_from": "2025-01-01"}],
	"projects": [{
		"id": "p1", "from": "2026-02-01", "status": "in_progress",
		"data_handling": {
			"categories": ["general", "sensitive"],
			"devices": [{"name": "W1", "designated_by_client_on": "2026-02-10", "used_from": "2026-02-10"}],
			"purposes": ["client_cii_protection"],
		},
	}],
	"agreements": [
		{"id": "a1", "kind": "service_agreement", "projects": ["p1"], "signed_on": "2026-02-01", "terms": ["scope", "provider_data_duties"]},
		{"id": "a2", "kind": "confidentiality_agreement", "projects": ["p1"], "signed_on": "2026-01-15", "terms": ["client_data_duties"]},
	],
	"incidents": [],
}

with_value(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

handling(value) := with_value("/projects/0/data_handling", value)

declared := [{"subject": "sensitive_data", "stated_on": "2026-11-01", "stated_by": "M", "reason": "general data only"}]

test_good_provider if {
	data_security.agreed_duties.status == "satisfied" with input as good
	data_security.policy_and_measures.status == "satisfied" with input as good
	data_security.designated_devices.status == "satisfied" with input as good
	data_security.document_policy.status == "satisfied" with input as good
	data_security.data_purpose.status == "satisfied" with input as good
}

test_nothing_known_is_no_evidence if {
	outcomes := [data_security.agreed_duties, data_security.policy_and_measures, data_security.designated_devices, data_security.document_policy, data_security.data_purpose] with input as {"assessment": {"reference_date": "2026-11-22"}}
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing == true }
	}
}

# 8.7.a

test_duties_are_agreed_by_the_first_day if {
	outcome := data_security.agreed_duties with input as with_value("/agreements/0/signed_on", "2026-02-02")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
}

test_duties_of_both_sides if {
	data_security.agreed_duties.status == "not_satisfied" with input as with_value("/agreements/0/terms", ["scope"])
	data_security.agreed_duties.status == "not_satisfied" with input as with_value("/agreements/1/terms", [])
}

test_agreement_by_any_kind_and_either_link if {
	data_security.agreed_duties.status == "satisfied" with input as with_value("/agreements/1/kind", "data_protection_agreement")
	data_security.agreed_duties.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/agreements/0/projects"}, {"op": "add", "path": "/projects/0/agreement", "value": "a1"}])
	data_security.agreed_duties.status == "not_satisfied" with input as without("/agreements/0/projects")
}

test_silence_about_duties if {
	data_security.agreed_duties.status == "no_evidence" with input as without("/agreements")
	data_security.agreed_duties.status == "no_evidence" with input as without("/agreements/0/terms")
	data_security.agreed_duties.status == "no_evidence" with input as without("/agreements/1/signed_on")
	data_security.agreed_duties.status == "not_satisfied" with input as with_value("/agreements", [])
}

# 8.7.b

test_data_security_policy_in_force if {
	data_security.policy_and_measures.status == "not_satisfied" with input as with_value("/documents/0/effective_until", "2026-11-21")
	data_security.policy_and_measures.status == "satisfied" with input as with_value("/documents/0/effective_until", "2026-11-22")
	data_security.policy_and_measures.status == "no_evidence" with input as without("/documents/0")
}

test_measure_is_in_operation if {
	data_security.policy_and_measures.status == "satisfied" with input as with_value("/data_protection_measures/0/in_operation_until", "2026-11-22")
	data_security.policy_and_measures.status == "not_satisfied" with input as with_value("/data_protection_measures/0/in_operation_until", "2026-11-21")
	data_security.policy_and_measures.status == "satisfied" with input as with_value("/data_protection_measures/0/in_operation_from", "2026-11-22")
	data_security.policy_and_measures.status == "not_satisfied" with input as with_value("/data_protection_measures/0/in_operation_from", "2026-11-23")
	data_security.policy_and_measures.status == "no_evidence" with input as without("/data_protection_measures")
}

test_other_measures_are_left_to_the_assessor if {
	outcome := data_security.policy_and_measures with input as with_value("/data_protection_measures/0/kind", "backup")
	outcome.status == "not_satisfied"
	outcome.checks[1].judgement
}

# 8.7.c

test_device_is_designated_by_its_first_use if {
	outcome := data_security.designated_devices with input as with_value("/projects/0/data_handling/devices/0/designated_by_client_on", "2026-02-11")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["p1.devices[0]"]
	data_security.designated_devices.status == "no_evidence" with input as without("/projects/0/data_handling/devices/0/designated_by_client_on")
	data_security.designated_devices.status == "no_evidence" with input as without("/projects/0/data_handling/devices/0/used_from")
}

test_devices_are_listed if {
	data_security.designated_devices.status == "no_evidence" with input as without("/projects/0/data_handling/devices")
	data_security.designated_devices.status == "not_satisfied" with input as with_value("/projects/0/data_handling/devices", [])
}

test_core_data_count_as_well if {
	data_security.designated_devices.status == "no_evidence" with input as handling({"categories": ["core"]})
}

test_no_sensitive_data_is_not_applicable if {
	data_security.designated_devices.status == "not_applicable" with input as handling({"categories": ["general"]})
	data_security.designated_devices.status == "no_evidence" with input as handling({})
}

test_declared_absence_of_sensitive_data if {
	data_security.designated_devices.status == "not_applicable" with input as json.patch(handling({}), [{"op": "add", "path": "/absences", "value": declared}])
	outcome := data_security.designated_devices with input as with_value("/absences", declared)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["projects[0].data_handling.categories"]
}

# 8.7.d

test_document_policy_lays_down_every_topic if {
	every topic in [0, 1, 2, 3] {
		data_security.document_policy.status == "not_satisfied" with input as without(sprintf("/documents/1/topics/%d", [topic]))
	}
	data_security.document_policy.status == "no_evidence" with input as without("/documents/1")
}

# 8.7.e

test_other_purposes_fail if {
	outcome := data_security.data_purpose with input as with_value("/projects/0/data_handling/purposes/-", "marketing")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p1"]
	data_security.data_purpose.status == "no_evidence" with input as without("/projects/0/data_handling/purposes")
}

test_no_purpose_only_where_no_data_were_handled if {
	data_security.data_purpose.status == "satisfied" with input as handling({"categories": [], "purposes": []})
	data_security.data_purpose.status == "not_satisfied" with input as handling({"categories": ["general"], "purposes": []})
}

misuse(day) := with_value("/incidents/-", {"id": "i1", "kind": "unauthorized_data_use", "occurred_on": day})

test_misuse_of_data_in_three_years if {
	data_security.data_purpose.status == "not_satisfied" with input as misuse("2023-11-22")
	data_security.data_purpose.status == "satisfied" with input as misuse("2023-11-21")
	data_security.data_purpose.status == "no_evidence" with input as without("/incidents")
}
