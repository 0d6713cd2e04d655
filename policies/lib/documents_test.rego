package ciieval.lib.documents_test

import data.ciieval.lib.documents

document := {"id": "d", "kind": "tool_policy", "approved_on": "2026-11-22", "effective_from": "2026-11-22", "topics": ["use", "custody"]}

dossier(list) := {"assessment": {"reference_date": "2026-11-22"}, "documents": list}

changed(keys) := object.union(document, keys)

without(key) := object.remove(document, [key])

test_document_approved_and_in_force_on_the_day_lays_down_its_topics if {
	found := documents.policy("tool_policy", ["use", "custody"]) with input as dossier([document])
	every check in found { check.ok }
}

test_document_approved_or_in_force_later_or_lapsed_is_not_in_force if {
	every keys in [{"approved_on": "2026-11-23"}, {"effective_from": "2026-11-23"}, {"effective_until": "2026-11-21"}] {
		check := documents.is_in_force("tool_policy") with input as dossier([changed(keys)])
		check.actual == 0
		not check.missing
	}
}

test_document_that_does_not_say_since_when_is_silence if {
	every key in ["approved_on", "effective_from"] {
		check := documents.is_in_force("tool_policy") with input as dossier([without(key)])
		check.missing
		beside := documents.is_in_force("tool_policy") with input as dossier([without(key), changed({"id": "e"})])
		beside.ok
	}
}

test_what_an_undated_document_states_may_exclude_it if {
	every keys in [{"approved_on": "2026-11-23"}, {"effective_until": "2026-11-21"}] {
		check := documents.is_in_force("tool_policy") with input as dossier([object.remove(changed(keys), ["effective_from"])])
		check.actual == 0
	}
	later := documents.is_in_force("tool_policy") with input as dossier([object.remove(changed({"effective_from": "2026-11-23"}), ["approved_on"])])
	later.actual == 0
}

test_document_without_topics_is_silence_an_empty_list_is_not if {
	silent := documents.lays_down("tool_policy", ["use", "custody"]) with input as dossier([without("topics")])
	silent.missing
	empty := documents.lays_down("tool_policy", ["use", "custody"]) with input as dossier([changed({"topics": []})])
	empty.lacking == ["use", "custody"]
	beside := documents.lays_down("tool_policy", ["use", "custody", "procurement"]) with input as dossier([document, object.remove(changed({"id": "e"}), ["topics"])])
	beside.missing
	unneeded := documents.lays_down("tool_policy", ["use", "custody"]) with input as dossier([document, object.remove(changed({"id": "e"}), ["topics"])])
	unneeded.ok
}

test_topics_of_an_undated_document_leave_open_only_what_it_lays_down if {
	undated := object.remove(changed({"id": "e", "topics": ["procurement"]}), ["approved_on"])
	open := documents.lays_down("tool_policy", ["use", "procurement"]) with input as dossier([document, undated])
	open.missing
	lacking := documents.lays_down("tool_policy", ["use", "maintenance"]) with input as dossier([document, undated])
	lacking.lacking == ["maintenance"]
}
