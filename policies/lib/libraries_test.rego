package ciieval.lib.libraries_test

import data.ciieval.lib.libraries

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"collections": [
		{"id": "c1", "kind": "threat_intelligence", "sources": ["open sources"], "last_updated_on": "2025-11-22"},
		{"id": "c2", "kind": "malware_samples", "sources": [], "last_updated_on": "2025-11-21"},
		{"id": "c3", "kind": "detection_models"},
	],
}

test_sources_of_libraries_of_the_kind if {
	check := libraries.with_sources("threat_intelligence") with input as good
	check.ok
	check.items == ["c1"]
	every kind in ["malware_samples", "detection_models", "asset_fingerprints"] {
		none := libraries.with_sources(kind) with input as good
		none.actual == 0
		not none.ok
	}
}

test_updates_of_libraries_of_the_kind if {
	check := libraries.kept_up_to_date("threat_intelligence") with input as good
	check.ok
	every kind in ["malware_samples", "detection_models", "asset_fingerprints"] {
		none := libraries.kept_up_to_date(kind) with input as good
		none.actual == 0
	}
	later := libraries.kept_up_to_date("threat_intelligence") with input as json.patch(good, [{"op": "replace", "path": "/collections/0/last_updated_on", "value": "2026-11-23"}])
	later.actual == 0
}

test_no_register_is_silence if {
	silent := {"assessment": {"reference_date": "2026-11-22"}}
	libraries.with_sources("threat_intelligence").missing with input as silent
	libraries.kept_up_to_date("threat_intelligence").missing with input as silent
}
