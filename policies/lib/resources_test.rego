package ciieval.lib.resources_test

import data.ciieval.lib.resources

tool := {
	"id": "t",
	"kind": "exposure_detection",
	"available_from": "2024-01-01",
	"own_intellectual_property": {"kind": "patent", "number": "1", "registered_on": "2026-11-22"},
}

with_tools(tools) := {"assessment": {"reference_date": "2026-11-22"}, "tools": tools}

test_own_tool_is_of_the_kind_registered_and_at_disposal if {
	check := resources.has_own_tool("exposure_detection") with input as with_tools([tool])
	check.ok
	check.items == ["t"]
	check.fact == "tool.own/tool_kinds.exposure_detection"
	not resources.has_own_tool("baseline_check").ok with input as with_tools([tool])
}

test_tool_without_own_right_by_the_day_is_not_its_own if {
	not resources.has_own_tool("exposure_detection").ok with input as with_tools([object.remove(tool, ["own_intellectual_property"])])
	not resources.has_own_tool("exposure_detection").ok with input as with_tools([object.union(tool, {"own_intellectual_property": {"registered_on": "2026-11-23"}})])

	# it is at disposal all the same
	resources.has_tool("exposure_detection").ok with input as with_tools([object.remove(tool, ["own_intellectual_property"])])
}

test_own_tool_that_is_not_at_disposal_does_not_count if {
	not resources.has_own_tool("exposure_detection").ok with input as with_tools([object.remove(tool, ["available_from"])])
	not resources.has_own_tool("exposure_detection").ok with input as with_tools([object.union(tool, {"available_from": "2026-11-23"})])
	not resources.has_own_tool("exposure_detection").ok with input as with_tools([object.union(tool, {"available_until": "2026-11-21"})])
	resources.has_own_tool("exposure_detection").ok with input as with_tools([object.union(tool, {"available_until": "2026-11-22"})])
}

test_no_register_says_nothing_about_own_tools if {
	resources.has_own_tool("exposure_detection").missing with input as {"assessment": {"reference_date": "2026-11-22"}}
	none := resources.has_own_tool("exposure_detection") with input as with_tools([])
	none.actual == 0
	not none.missing
}
