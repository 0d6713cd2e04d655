package ciieval.lib.libraries_test

import data.ciieval.lib.libraries

library(id, entries, rest) := object.union({"id": id, "kind": "threat_intelligence", "entries": entries, "counted_on": "2026-11-22"}, rest)

with_libraries(list) := {
	"assessment": {"reference_date": "2026-11-22"},
	"tools": [{"id": "t1", "kind": "threat_intelligence", "available_from": "2026-11-22"}],
	"collections": list,
}

good := {"sources": ["open sources"], "last_updated_on": "2025-11-22", "managed_with": "t1"}

# Whether each check is ok, for a library of 10 entries.
met(list) := [check.ok | some check in checks_of(list)]

checks_of(list) := found if {
	found := libraries.sourced_and_managed("threat_intelligence", 10) with input as with_libraries(list)
}

test_one_library_has_everything if {
	met([library("c1", 10, good)]) == [true, true, true, true]
	met([library("c1", 9, good)]) == [false, true, true, true]
	met([library("c1", 10, object.union(good, {"sources": []}))]) == [true, false, true, true]
	met([library("c1", 10, object.union(good, {"last_updated_on": "2025-11-21"}))]) == [true, true, false, true]
	met([library("c1", 10, object.union(good, {"managed_with": "t2"}))]) == [true, true, true, false]
}

test_what_large_libraries_lack_small_ones_do_not_make_up if {
	met([library("c1", 10, {"sources": [], "last_updated_on": "2020-01-01"}), library("c2", 1, good)]) == [true, false, false, false]
}

test_what_one_large_library_lacks_another_does_not_make_up if {
	stale := library("c1", 10, object.union(good, {"last_updated_on": "2020-01-01"}))
	unmanaged := library("c2", 10, object.remove(good, ["managed_with"]))
	met([stale, unmanaged]) == [true, true, true, false]
	met([stale, unmanaged, library("c3", 10, good)]) == [true, true, true, true]
}

test_silence_is_no_shortfall if {
	silent := checks_of([library("c1", 10, {"managed_with": "t1"})])
	[check.missing | some check in silent; not check.ok] == [true, true]
	later := checks_of([library("c1", 10, object.union(good, {"last_updated_on": "2026-11-23"}))])
	later[2].missing
	unregistered := libraries.managed("threat_intelligence", 10) with input as {"assessment": {"reference_date": "2026-11-22"}}
	every check in unregistered { check.missing }
}
