# Libraries of information: one library that is large enough has to have everything else a clause asks for.
# How large the largest is: see resources.
package ciieval.lib.libraries

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.resources

# Own names: reading rules of the package itself is faster.
reference := dates.reference

tools_at_disposal := resources.tools_at_disposal

undated_tool_ids := object.keys(resources.undated_tools)

# null where the dossier has no register of libraries.
register := object.get(input, "collections", null)

# A library of at least `number` entries that was updated in the last twelve months.
kept_up_to_date(kind, number) := [
	resources.collection_at_least(kind, number),
	found_among("collection.up_to_date", kind, updated(kind), undated(kind), sized(kind, number)),
]

# The same, managed with a tool at disposal.
managed(kind, number) := array.concat(kept_up_to_date(kind, number), [managed_among(kind, narrowed(updated(kind), sized(kind, number)))])

# The same, obtained from sources on record.
sourced_and_managed(kind, number) := [
	resources.collection_at_least(kind, number),
	found_among("collection.with_sources", kind, sourced(kind), without_sources(kind), sized(kind, number)),
	found_among("collection.up_to_date", kind, updated(kind), undated(kind), narrowed(sourced(kind), sized(kind, number))),
	managed_among(kind, narrowed(updated(kind), narrowed(sourced(kind), sized(kind, number)))),
]

managed_among(kind, candidates) := found_among("collection.managed", kind, managed_with_tools(kind, tools_at_disposal), managed_with_tools(kind, undated_tool_ids), candidates)

# At least one of the candidates meets the fact; where none does, those about which the dossier is silent leave
# the question open.
found_among(name, kind, met, unknown, candidates) := checks.missing(fact(name, kind), "collections", ">=", 1) if {
	count(met & candidates) == 0
	count(unknown & candidates) > 0
} else := checks.count_at_least(fact(name, kind), "collections", register, met & candidates, 1)

# Checks follow one another: each looks at the libraries that met what came before. Where none did, it looks at
# the same as the one before, so that every shortfall is shown and none is a consequence of another.
narrowed(met, candidates) := met & candidates if {
	count(met & candidates) > 0
} else := candidates

# The libraries of the kind with enough entries; all of the kind where none is known to have them.
sized(kind, number) := narrowed(
	{collection.id |
		some collection in libraries_of(kind)
		collection.entries >= number
		collection.counted_on <= reference
	},
	{collection.id | some collection in libraries_of(kind)},
)

libraries_of(kind) := [collection | some collection in input.collections; collection.kind == kind]

sourced(kind) := {collection.id | some collection in libraries_of(kind); count(collection.sources) > 0}

without_sources(kind) := {collection.id | some collection in libraries_of(kind); not collection.sources}

updated(kind) := {collection.id | some collection in libraries_of(kind); dates.in_last_year(collection.last_updated_on)}

# No update by the reference date is on record.
undated(kind) := {collection.id | some collection in libraries_of(kind); object.get(collection, "last_updated_on", "9999") > reference}

managed_with_tools(kind, tools) := {collection.id | some collection in libraries_of(kind); collection.managed_with in tools}

fact(name, kind) := concat("", [name, "/collection_kinds.", kind])
