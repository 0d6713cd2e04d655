# What the tools at disposal can do on their own.
package ciieval.lib.tool_capabilities

import data.ciieval.lib.checks
import data.ciieval.lib.resources

# The tools of the kind, taken together, can do everything expected. What is stated of a tool only indicates
# what it does: an assessor may settle it.
tools_can(kind, expected) := able(kind, resources.has_tool(kind), expected)

# The same for the tools in which the provider itself holds intellectual property.
own_tools_can(kind, expected) := able(kind, resources.has_own_tool(kind), expected)

# `found` is the check that found the tools: those it counted are looked at.
able(kind, found, expected) := checks.judged(checks.covers(fact_about(kind), "tools", stated_of(object.get(found, "items", [])), expected))

fact_about(kind) := concat("", ["tool.capabilities/tool_kinds.", kind])

# null where none of the tools says what it can do; an empty list says that it can do nothing of the kind.
stated_of(ids) := sort({capability |
	some list in stated
	some capability in list
}) if {
	stated := [tool.capabilities |
		some tool in input.tools
		tool.id in ids
	]
	count(stated) > 0
} else := null
