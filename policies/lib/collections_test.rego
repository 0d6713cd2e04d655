# Tests of what resources.rego says about libraries of information.
package ciieval.lib.collections_test

import data.ciieval.lib.resources

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"collections": [
		{"id": "c1", "kind": "malware_samples", "entries": 100, "counted_on": "2026-11-22", "managed_with": "t1"},
		{"id": "c2", "kind": "malware_samples", "entries": 90, "counted_on": "2026-01-01"},
		{"id": "c3", "kind": "threat_intelligence", "entries": 1000, "counted_on": "2026-01-01"},
	],
	"tools": [{"id": "t1", "kind": "other", "available_from": "2026-11-22"}],
}

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_largest_library_of_the_kind_counts_and_is_not_added_to_others if {
	check := resources.collection_at_least("malware_samples", 100) with input as good
	check.ok
	check.actual == 100
	check.fact == "collection.entries/collection_kinds.malware_samples"
	not resources.collection_at_least("malware_samples", 101).ok with input as good
}

test_entries_counted_after_the_reference_date_do_not_count if {
	check := resources.collection_at_least("malware_samples", 100) with input as patched("/collections/0/counted_on", "2026-11-23")
	check.actual == 90
	not check.ok
}

test_library_that_is_not_counted_is_silence if {
	resources.collection_at_least("threat_intelligence", 1).missing with input as without("/collections/2/entries")
	resources.collection_at_least("threat_intelligence", 1).missing with input as without("/collections/2/counted_on")
	resources.collection_at_least("threat_intelligence", 1).missing with input as without("/collections")
}

test_no_library_of_the_kind_in_the_register_is_a_fact if {
	check := resources.collection_at_least("detection_models", 1) with input as good
	check.actual == 0
	not check.ok
	not check.missing
	resources.collection_at_least("malware_samples", 1).actual == 0 with input as patched("/collections", [])
}
