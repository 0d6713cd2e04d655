package ciieval.assurance.service_tools_test

import data.ciieval.assurance.service_tools

# Two tools on the list of a project, of which one is regulated, and one used beyond it.
good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [{"id": "d1", "kind": "tool_policy", "approved_on": "2025-01-01", "effective_from": "2025-01-01", "topics": ["responsibilities", "procurement", "use", "maintenance"]}],
	"tools": [
		tool("t1", {"regulated_as": "dedicated_security_product", "certification": {"kind": "test", "body": "B", "body_accreditation": "A-1", "number": "N-1", "valid_from": "2024-01-01", "valid_until": "2026-11-22"}}),
		tool("t2", {}),
		tool("t3", {}),
	],
	"projects": [{
		"id": "p1", "from": "2026-01-10", "status": "in_progress",
		"tool_list": {"tools": ["t1", "t2"], "confirmed_on": "2026-01-10"},
		"tools_used": ["t1", "t3"],
		"tool_exceptions": [{"tool": "t3", "malware_scan_on": "2026-03-01", "malware_scan_result": "clean", "approved_on": "2026-03-01", "first_used_on": "2026-03-01"}],
	}],
	"incidents": [],
}

tool(id, more) := object.union(
	{
		"id": id, "name": id, "kind": "other", "available_from": "2025-01-01", "regulated_as": "none", "functions": ["scan"],
		"hidden_function_test": {"date": "2025-02-01", "found": []},
		"impact_test": {"date": "2025-02-01", "aspects": ["business_stability", "network_performance", "system_security"], "effects": []},
	},
	more,
)

with_value(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

incident(kind, more) := with_value("/incidents/-", object.union({"id": "i1", "kind": kind, "occurred_on": "2025-06-01"}, more))

# A provider whose project used no tool at all.
toolless := json.patch(good, [
	{"op": "remove", "path": "/projects/0/tool_list"},
	{"op": "remove", "path": "/projects/0/tool_exceptions"},
	{"op": "add", "path": "/projects/0/tools_used", "value": []},
])

test_good_provider if {
	service_tools.tool_policy.status == "satisfied" with input as good
	service_tools.regulated_tools.status == "satisfied" with input as good
	service_tools.authorised_tools.status == "satisfied" with input as good
	service_tools.tool_effects.status == "satisfied" with input as good
}

test_nothing_known_is_no_evidence if {
	outcomes := [service_tools.tool_policy, service_tools.regulated_tools, service_tools.authorised_tools, service_tools.tool_effects] with input as {"assessment": {"reference_date": "2026-11-22"}}
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing == true }
	}
}

# 8.4.a

test_policy_lays_down_every_topic if {
	every topic in [0, 1, 2, 3] {
		service_tools.tool_policy.status == "not_satisfied" with input as without(sprintf("/documents/0/topics/%d", [topic]))
	}
	service_tools.tool_policy.status == "no_evidence" with input as without("/documents")
}

# 8.4.b

test_certification_is_valid_on_the_reference_date if {
	outcome := service_tools.regulated_tools with input as with_value("/tools/0/certification/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["t1"]
	service_tools.regulated_tools.status == "satisfied" with input as with_value("/tools/0/certification/valid_from", "2026-11-22")
	service_tools.regulated_tools.status == "not_satisfied" with input as with_value("/tools/0/certification/valid_from", "2026-11-23")
	service_tools.regulated_tools.status == "no_evidence" with input as without("/tools/0/certification")
	service_tools.regulated_tools.status == "no_evidence" with input as without("/tools/0/certification/body_accreditation")
}

test_both_kinds_are_regulated if {
	service_tools.regulated_tools.status == "no_evidence" with input as with_value("/tools/1/regulated_as", "critical_network_equipment")
	service_tools.regulated_tools.status == "no_evidence" with input as with_value("/tools/1/regulated_as", "dedicated_security_product")
}

test_tool_that_does_not_state_its_kind if {
	outcome := service_tools.regulated_tools with input as without("/tools/1/regulated_as")
	outcome.status == "no_evidence"
	outcome.checks[0].unknown == ["t2"]
}

test_no_regulated_tool_is_not_applicable if {
	service_tools.regulated_tools.status == "not_applicable" with input as with_value("/tools/0/regulated_as", "none")
	service_tools.regulated_tools.status == "not_applicable" with input as with_value("/tools", [])
	service_tools.regulated_tools.status == "no_evidence" with input as without("/tools")
}

test_tool_no_longer_at_disposal if {
	# Used in a project: certified on its last day.
	used := json.patch(good, [{"op": "add", "path": "/tools/0/available_until", "value": "2026-06-30"}, {"op": "add", "path": "/tools/0/certification/valid_until", "value": "2026-06-30"}])
	service_tools.regulated_tools.status == "satisfied" with input as used
	service_tools.regulated_tools.status == "not_satisfied" with input as json.patch(used, [{"op": "add", "path": "/tools/0/certification/valid_until", "value": "2026-06-29"}])

	# Never used in an examined project: not looked at.
	service_tools.regulated_tools.status == "satisfied" with input as with_value("/tools/-", tool("t9", {"regulated_as": "critical_network_equipment", "available_until": "2026-11-21"}))
	service_tools.regulated_tools.status == "no_evidence" with input as with_value("/tools/-", tool("t9", {"regulated_as": "critical_network_equipment", "available_until": "2026-11-22"}))
}

# 8.4.c

test_list_is_confirmed_by_the_first_day if {
	outcome := service_tools.authorised_tools with input as with_value("/projects/0/tool_list/confirmed_on", "2026-01-11")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["p1"]
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_list/confirmed_on")
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_list")
}

test_tools_used_are_stated if {
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tools_used")
}

test_tool_beyond_the_list_is_scanned_before_use if {
	outcome := service_tools.authorised_tools with input as with_value("/projects/0/tool_exceptions/0/malware_scan_on", "2026-03-02")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["p1 t3"]
	service_tools.authorised_tools.status == "not_satisfied" with input as with_value("/projects/0/tool_exceptions/0/malware_scan_result", "malicious")
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_exceptions/0/malware_scan_result")
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_exceptions/0/malware_scan_on")
	service_tools.authorised_tools.status == "not_satisfied" with input as json.patch(good, [
		{"op": "add", "path": "/projects/0/tool_exceptions/0/malware_scan_result", "value": "malicious"},
		{"op": "remove", "path": "/projects/0/tool_exceptions/0/malware_scan_on"},
	])
}

test_tool_beyond_the_list_is_approved_before_use if {
	outcome := service_tools.authorised_tools with input as with_value("/projects/0/tool_exceptions/0/approved_on", "2026-03-02")
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["p1 t3"]
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_exceptions/0/approved_on")
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_exceptions/0/first_used_on")
}

test_tool_beyond_the_list_without_exception if {
	service_tools.authorised_tools.status == "not_satisfied" with input as with_value("/projects/0/tool_exceptions", [])
	service_tools.authorised_tools.status == "no_evidence" with input as without("/projects/0/tool_exceptions")
	service_tools.authorised_tools.status == "satisfied" with input as json.patch(good, [
		{"op": "remove", "path": "/projects/0/tool_exceptions"},
		{"op": "add", "path": "/projects/0/tools_used", "value": ["t1", "t2"]},
	])
}

test_listed_and_used_tools_list_their_functions if {
	outcome := service_tools.authorised_tools with input as with_value("/tools/1/functions", [])
	outcome.status == "not_satisfied"
	outcome.checks[4].failing == ["t2"]
	outcome.checks[4].judgement
	service_tools.authorised_tools.status == "no_evidence" with input as without("/tools/2/functions")
	service_tools.authorised_tools.status == "no_evidence" with input as without("/tools")
}

test_hidden_functions if {
	service_tools.authorised_tools.status == "not_satisfied" with input as with_value("/tools/2/hidden_function_test/found", ["backdoor"])
	service_tools.authorised_tools.status == "no_evidence" with input as without("/tools/1/hidden_function_test")
	service_tools.authorised_tools.status == "satisfied" with input as with_value("/tools/1/hidden_function_test/date", "2026-11-22")
	service_tools.authorised_tools.status == "no_evidence" with input as with_value("/tools/1/hidden_function_test/date", "2026-11-23")
}

test_unauthorised_use_in_the_register if {
	service_tools.authorised_tools.status == "not_satisfied" with input as incident("unauthorized_tool", {})
	service_tools.authorised_tools.status == "satisfied" with input as incident("unauthorized_tool", {"occurred_on": "2023-11-21"})
	service_tools.authorised_tools.status == "no_evidence" with input as without("/incidents")
}

test_projects_without_tools if {
	service_tools.authorised_tools.status == "not_applicable" with input as toolless
	service_tools.authorised_tools.status == "no_evidence" with input as json.patch(toolless, [{"op": "remove", "path": "/incidents"}])
	service_tools.authorised_tools.status == "not_satisfied" with input as json.patch(toolless, [{"op": "add", "path": "/incidents/-", "value": {"id": "i1", "kind": "unauthorized_tool", "occurred_on": "2025-06-01"}}])

	# A listed tool is confirmed even if it was not used.
	service_tools.authorised_tools.status == "not_satisfied" with input as json.patch(toolless, [{"op": "add", "path": "/projects/0/tool_list", "value": {"tools": ["t1"], "confirmed_on": "2026-01-11"}}])

	# Another project with tools is looked at, this one has no list to confirm.
	service_tools.authorised_tools.status == "satisfied" with input as with_value("/projects/-", {"id": "p2", "from": "2026-02-01", "status": "in_progress", "tools_used": []})
}

# 8.4.d

test_impact_is_tested_in_all_aspects if {
	outcome := service_tools.tool_effects with input as without("/tools/2/impact_test/aspects/1")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["t3"]
	service_tools.tool_effects.status == "satisfied" with input as without("/tools/1/impact_test")
	service_tools.tool_effects.status == "no_evidence" with input as without("/tools/0/impact_test")
	service_tools.tool_effects.status == "no_evidence" with input as without("/projects/0/tools_used")
	service_tools.tool_effects.status == "satisfied" with input as with_value("/tools/0/impact_test/date", "2026-11-22")
	service_tools.tool_effects.status == "no_evidence" with input as with_value("/tools/0/impact_test/date", "2026-11-23")
}

test_adverse_effects if {
	outcome := service_tools.tool_effects with input as with_value("/tools/0/impact_test/effects", ["latency"])
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["t1"]
}

test_disruption_by_a_tool if {
	outcome := service_tools.tool_effects with input as incident("service_disruption", {"tool": "t1"})
	outcome.status == "not_satisfied"
	outcome.checks[3].actual == ["i1"]
	service_tools.tool_effects.status == "satisfied" with input as incident("service_disruption", {})
	service_tools.tool_effects.status == "not_satisfied" with input as incident("service_disruption", {"tool": "t1", "occurred_on": "2023-11-22"})
	service_tools.tool_effects.status == "satisfied" with input as incident("service_disruption", {"tool": "t1", "occurred_on": "2023-11-21"})
	service_tools.tool_effects.status == "no_evidence" with input as without("/incidents")
}

test_effects_without_tools if {
	service_tools.tool_effects.status == "not_applicable" with input as toolless
	service_tools.tool_effects.status == "no_evidence" with input as json.patch(toolless, [{"op": "remove", "path": "/incidents"}])
}
