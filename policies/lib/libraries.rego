# Libraries of information: where their content comes from and whether they are maintained. How large they are
# and what manages them: see resources.
package ciieval.lib.libraries

import data.ciieval.lib.checks
import data.ciieval.lib.dates

# Own names: reading rules of the package itself is faster, and functions do not see imported ones.
reference := dates.reference

one_year_ago := dates.one_year_ago

# null where the dossier has no register of libraries.
register := object.get(input, "collections", null)

# A library of the kind records where its content is obtained.
with_sources(kind) := checks.count_at_least(of_collection_kind("collection.with_sources", kind), "collections", register, {collection.id |
	some collection in input.collections
	collection.kind == kind
	count(collection.sources) > 0
}, 1)

# A library of the kind was updated in the last twelve months.
kept_up_to_date(kind) := checks.count_at_least(of_collection_kind("collection.up_to_date", kind), "collections", register, {collection.id |
	some collection in input.collections
	collection.kind == kind
	collection.last_updated_on >= one_year_ago
	collection.last_updated_on <= reference
}, 1)

of_collection_kind(name, kind) := concat("", [name, "/collection_kinds.", kind])
