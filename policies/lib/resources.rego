# Facilities and tools at the provider's disposal on the reference date. One whose first day of disposal is
# not stated is not shown to be at disposal.
package ciieval.lib.resources

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster.
reference := dates.reference

provider_name := object.get(input, ["provider", "name"], "")

# Every tool at disposal.
tools_at_disposal := {id |
	some ids in tools
	some id in ids
}

# Kind to the facilities at disposal.
facilities[facility.kind] contains facility if {
	some facility in input.facilities
	facility.from <= reference
	not facility.until < reference
}

# Kind to the tools at disposal.
tools[tool.kind] contains tool.id if {
	some tool in input.tools
	tool.available_from <= reference
	not tool.available_until < reference
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

# A tool of the kind in which the provider itself holds intellectual property registered by the reference date.
has_own_tool(kind) := checks.count_at_least(concat("", ["tool.own/tool_kinds.", kind]), "tools", object.get(input, "tools", null), {tool.id |
	some tool in input.tools
	tool.kind == kind
	tool.own_intellectual_property.registered_on <= reference
	object.get(tool.own_intellectual_property, "holder", provider_name) == provider_name
	tool.id in tools_at_disposal
}, 1)

# The largest library of the kind has at least `number` entries, counted by the reference date.
collection_at_least(kind, number) := checks.at_least(concat("", ["collection.entries/collection_kinds.", kind]), "collections", entries_of(kind), number)

# null where the dossier does not say how large its libraries of the kind are; none at all is a fact.
entries_of(kind) := max(counts) if {
	counts := {collection.entries |
		some collection in input.collections
		collection.kind == kind
		collection.counted_on <= reference
	}
	count(counts) > 0
} else := 0 if {
	input.collections
	not kind in {collection.kind | some collection in input.collections}
} else := null
