# Facilities and tools at the provider's disposal on the reference date. One whose first day of disposal is
# not stated may be at disposal: where it would make the difference the evidence is silent.
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
	object.get(facility, "until", reference) >= reference
}

# The ones that do not say since when.
undated_facilities[facility.kind] contains facility if {
	some facility in input.facilities
	dates.may_be_valid(facility, "from", "until")
}

undated_facilities_of(kind) := undated_facilities[kind] if {
	undated_facilities[kind]
} else := set()

# Kind to the tools at disposal.
tools[tool.kind] contains tool.id if {
	some tool in input.tools
	tool.available_from <= reference
	object.get(tool, "available_until", reference) >= reference
}

# Tools that do not say since when they are at disposal: id to tool.
undated_tools := {tool.id: tool |
	some tool in input.tools
	dates.may_be_valid(tool, "available_from", "available_until")
}

# A tool of the kind.
has_tool(kind) := checks.count_at_least_or_open(
	concat("", ["tool.at_disposal/tool_kinds.", kind]), "tools", object.get(input, "tools", null),
	tool_ids(kind),
	{tool.id | some tool in undated_tools; tool.kind == kind},
	1,
)

tool_ids(kind) := tools[kind] if {
	tools[kind]
} else := set()

# A laboratory, and one that is equipped for forward-looking research; whether its equipment is fit for that
# an assessor may settle.
research_laboratory := [
	has_facility("facility.laboratory", "laboratory"),
	checks.judged(equipped_for("facility.research_laboratory", "laboratory", "cybersecurity_research")),
]

# A facility of the kind, and one that serves the use and is equipped.
has_facility(name, kind) := checks.count_at_least_or_open(
	name, "facilities", object.get(input, "facilities", null),
	{facility.id | some facility in facilities_of(kind)},
	{facility.id | some facility in undated_facilities_of(kind)},
	1,
)

equipped_for(name, kind, use) := checks.count_at_least_or_open(
	name, "facilities", object.get(input, "facilities", null),
	{facility.id | some facility in facilities_of(kind); is_equipped_for(facility, use)},
	{facility.id | some facility in possible_facilities(kind); may_be_equipped_for(facility, use)},
	1,
)

facilities_of(kind) := facilities[kind] if {
	facilities[kind]
} else := set()

possible_facilities(kind) := facilities_of(kind) | undated_facilities_of(kind)

is_equipped_for(facility, use) if {
	use in facility.uses
	count(facility.equipment) > 0
}

# Nothing that it states speaks against it.
may_be_equipped_for(facility, use) if {
	use in object.get(facility, "uses", [use])
	object.get(facility, "equipment", null) != []
}

# A tool of the kind in which the provider itself holds intellectual property registered by the reference date.
has_own_tool(kind) := checks.count_at_least_or_open(
	concat("", ["tool.own/tool_kinds.", kind]), "tools", object.get(input, "tools", null),
	own_tools(kind) & tools_at_disposal,
	own_tools(kind) & object.keys(undated_tools),
	1,
)

own_tools(kind) := {tool.id |
	some tool in input.tools
	tool.kind == kind
	tool.own_intellectual_property.registered_on <= reference
	object.get(tool.own_intellectual_property, "holder", provider_name) == provider_name
}

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
