# What third parties bring into secure development (9.3.2 g): developers, and components or open source code.
# The two parts apply separately.
package ciieval.lib.third_party_development

import data.ciieval.lib.checks
import data.ciieval.lib.conditions
import data.ciieval.lib.dates
import data.ciieval.lib.development_projects
import data.ciieval.lib.projects
import data.ciieval.lib.qualifications

# Own names: reading rules of the package itself is faster.
reference := dates.reference

examined := projects.examined

developing_ids := development_projects.developing_ids

# Whatever examined projects, of any item, list under the key as brought in by the reference date: place to entry.
# `object.get`: rego-cpp takes the key of `project[key]` for a new variable there.
brought_in_as(key) := {place: entry |
	today := reference
	some id, project in examined
	list := object.get(project, key, [])
	some position, thing in list
	object.get(thing, "introduced_on", today) <= today
	last_day := projects.last_day(project)
	place := concat("", [id, ".", key, "[", format_int(position, 10), "]"])
	entry := object.union(thing, {"project": id, "last_day": last_day})
}

of_the_item(entries) := {place: entry | some place, entry in entries; entry.project in developing_ids}

# A part of clause g: it applies to the item, but the declaration knows no items, so that entries of any
# project speak against it.
developer_part := conditions.unless_shown_absent(
	shown_absent("third_party_developer.stated", "third_party_developers", checks.none("third_party_developer.brought_in", "projects", projects.register, object.keys(outside_developers))),
	"third_party_developers",
	object.keys(all_outside_developers),
	[
		development_projects.every_one_states("third_party_developer.stated", "third_party_developers"),
		development_service,
		every_outside_developer("third_party_developer.cmmi", held_at_level("cmmi", 3), without_qualifications),
		every_outside_developer("third_party_developer.developers_15", with_number("developers", 15), without_number("developers")),
		every_outside_developer("third_party_developer.experienced_2", with_number("experienced_developers", 2), without_number("experienced_developers")),
	],
)

# Without any project of the item there is nothing that a project could have stated.
shown_absent(_, _, nothing) := [nothing] if count(developing_ids) == 0

shown_absent(fact, key, nothing) := [development_projects.every_one_states(fact, key), nothing] if count(developing_ids) > 0

all_outside_developers := brought_in_as("third_party_developers")

outside_developers := of_the_item(all_outside_developers)

every_outside_developer(fact, met, unknown) := checks.every_one(fact, "projects", object.keys(outside_developers), met, unknown)

# Another qualification opens the check to an assessor where accepting it would settle it.
development_service := object.union(shown, {"judgement": true, "claimed": sort(claiming)}) if {
	shown := held_by_outside_developers
	not shown.ok
	claiming := other_held - held_at_level("software_development_service", 2)
	count(claiming) > 0
	count((object.keys(outside_developers) - held_at_level("software_development_service", 2)) - claiming) == 0
} else := held_by_outside_developers

held_by_outside_developers := every_outside_developer("third_party_developer.development_service", held_at_level("software_development_service", 2), without_qualifications)

# Qualifications of outside developers valid on the last day of service.
valid_held contains {"place": place, "kind": held.kind, "level": object.get(held, "level", null)} if {
	some place, developer in outside_developers
	some held in developer.qualifications
	held.valid_from <= developer.last_day
	object.get(held, "valid_until", developer.last_day) >= developer.last_day
}

held_at_level(kind, level) := {held.place |
	some held in valid_held
	held.kind == kind
	is_number(held.level)
	qualifications.good_enough(kind, held.level, level)
}

other_held := {held.place | some held in valid_held; held.kind == "other"}

without_qualifications := object.keys({place: true | some place, developer in outside_developers; not developer.qualifications})

with_number(key, number) := object.keys({place: true | some place, developer in outside_developers; object.get(developer, key, -1) >= number})

without_number(key) := object.keys({place: true | some place, developer in outside_developers; not is_number(object.get(developer, key, null))})

component_part := conditions.unless_shown_absent(
	shown_absent("third_party_component.stated", "third_party_components", checks.none("third_party_component.introduced", "projects", projects.register, object.keys(components))),
	"third_party_components",
	object.keys(all_components),
	array.concat(
		[
			development_projects.every_one_states("third_party_component.stated", "third_party_components"),
			every_component("third_party_component.approved", components_approved, without_keys(["approved_on", "introduced_on"])),
			every_component("third_party_component.controllable", components_controllable, without_keys(["tests", "introduced_on"])),
			every_component("third_party_component.source", object.keys(components) - without_keys(["source"]), without_keys(["source"])),
		],
		[checks.every_one("third_party_component.disclosed", "projects", delivered_components, disclosed, without_keys(["disclosed_on"])) | count(delivered_components) > 0],
	),
)

all_components := brought_in_as("third_party_components")

components := of_the_item(all_components)

every_component(fact, met, unknown) := checks.every_one(fact, "projects", object.keys(components), met, unknown)

without_keys(keys) := object.keys({place: true |
	some place, component in components
	some key in keys
	not component[key]
})

components_approved := object.keys({place: true |
	some place, component in components
	component.approved_on <= component.introduced_on
})

# Tested before it was introduced, with no result that a later test of the same method did not turn.
components_controllable := object.keys({place: true |
	some place, component in components
	before := [test | some test in component.tests; test.date <= component.introduced_on]
	count(before) > 0
	every test in before { settled_by(test, before) }
})

settled_by(test, _) if test.result == "controllable"

settled_by(test, tests) if {
	test.result != "controllable"
	some later in tests
	later.method == test.method
	later.date > test.date
}

# The components of finished projects, whose record has to have been given to the client.
delivered_components := object.keys({place: true | some place, component in components; component.project in development_projects.finished_ids})

disclosed := object.keys({place: true | some place, component in components; component.disclosed_on <= component.last_day})
