# Facilities and tools at the provider's disposal on the reference date. One whose first day of disposal is
# not stated is not shown to be at disposal.
package ciieval.lib.resources

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Kind to the facilities at disposal.
facilities[facility.kind] contains facility if {
	some facility in input.facilities
	dates.valid(facility.from, facility, "until")
}

# Kind to the tools at disposal.
tools[tool.kind] contains tool.id if {
	some tool in input.tools
	dates.valid(tool.available_from, tool, "available_until")
}

# A tool of the kind.
has_tool(kind) := checks.count_at_least(concat("", ["tool.at_disposal/tool_kinds.", kind]), "tools", object.get(input, "tools", null), tool_ids(kind), 1)

tool_ids(kind) := tools[kind] if {
	tools[kind]
} else := set()

# A laboratory, and one that is equipped for forward-looking research; whether its equipment is fit for that
# an assessor may settle.
research_laboratory := [
	checks.count_at_least("facility.laboratory", "facilities", object.get(input, "facilities", null), {laboratory.id | some laboratory in laboratories}, 1),
	checks.judged(checks.count_at_least("facility.research_laboratory", "facilities", object.get(input, "facilities", null), research_laboratories, 1)),
]

laboratories := {laboratory | some laboratory in facilities.laboratory}

research_laboratories := {laboratory.id |
	some laboratory in laboratories
	"cybersecurity_research" in object.get(laboratory, "uses", [])
	count(object.get(laboratory, "equipment", [])) > 0
}
