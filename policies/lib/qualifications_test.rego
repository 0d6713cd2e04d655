package ciieval.lib.qualifications_test

import data.ciieval.lib.qualifications

with_qualification(qualification) := {
	"assessment": {"reference_date": "2026-11-22"},
	"qualifications": [object.union({"id": "q", "valid_from": "2025-01-01"}, qualification)],
}

claim(of) := with_qualification({"kind": "other", "claimed_equivalent_to": object.union({"basis": "mutual recognition"}, of)})

test_level_order_runs_both_ways if {
	qualifications.is_held_at("risk_assessment_service", 2).ok with input as with_qualification({"kind": "risk_assessment_service", "level": 1})
	not qualifications.is_held_at("risk_assessment_service", 2).ok with input as with_qualification({"kind": "risk_assessment_service", "level": 3})
	qualifications.is_held_at("cmmi", 3).ok with input as with_qualification({"kind": "cmmi", "level": 4})
	not qualifications.is_held_at("cmmi", 3).ok with input as with_qualification({"kind": "cmmi", "level": 2})
}

test_claim_of_the_level_opens_the_check if {
	check := qualifications.is_held_at("risk_assessment_service", 2) with input as claim({"kind": "risk_assessment_service", "level": 2})
	not check.ok
	check.judgement
	check.claimed == ["q"]
}

test_claim_without_level_opens_no_check_that_asks_for_one if {
	low := qualifications.is_held_at("risk_assessment_service", 2) with input as claim({"kind": "risk_assessment_service"})
	not low.judgement
	cmmi := qualifications.is_held_at("cmmi", 3) with input as claim({"kind": "cmmi"})
	not cmmi.judgement
}

test_claim_opens_nothing_where_the_kind_itself_is_asked_for if {
	check := qualifications.is_held_itself("isms") with input as claim({"kind": "isms"})
	not check.ok
	not object.get(check, "judgement", false)
	open := qualifications.is_held("isms") with input as claim({"kind": "isms"})
	open.judgement
}

three := ["operations_service", "audit_service", "risk_assessment_service"]

test_any_of_several_kinds_is_enough if {
	every kind in three {
		check := qualifications.any_is_held_at(three, 2) with input as with_qualification({"kind": kind, "level": 2})
		check.ok
		check.actual == [kind]
		check.items == ["q"]
	}
	both := json.patch(with_qualification({"kind": "audit_service", "level": 1}), [{"op": "add", "path": "/qualifications/1", "value": {"id": "r", "kind": "operations_service", "level": 2, "valid_from": "2025-01-01"}}])
	check := qualifications.any_is_held_at(three, 2) with input as both
	check.actual == ["operations_service", "audit_service"]
	check.items == ["q", "r"]
}

test_any_of_several_kinds_must_be_of_the_level_and_valid if {
	low := qualifications.any_is_held_at(three, 2) with input as with_qualification({"kind": "audit_service", "level": 3})
	not low.ok
	low.actual == []
	low.expected == three
	not low.judgement
	other := qualifications.any_is_held_at(three, 2) with input as with_qualification({"kind": "integration_service", "level": 1})
	not other.ok
	expired := qualifications.any_is_held_at(three, 2) with input as with_qualification({"kind": "audit_service", "level": 2, "valid_until": "2026-11-21"})
	not expired.ok
	unleveled := qualifications.any_is_held_at(three, 2) with input as with_qualification({"kind": "audit_service"})
	not unleveled.ok
}

test_claim_of_any_of_several_kinds_opens_the_check if {
	every kind in three {
		check := qualifications.any_is_held_at(three, 2) with input as claim({"kind": kind, "level": 2})
		not check.ok
		check.judgement
		check.claimed == ["q"]
	}
	low := qualifications.any_is_held_at(three, 2) with input as claim({"kind": "audit_service", "level": 3})
	not low.judgement
	other := qualifications.any_is_held_at(three, 2) with input as claim({"kind": "integration_service", "level": 1})
	not other.judgement
}

test_no_register_says_nothing_about_any_of_several_kinds if {
	silent := qualifications.any_is_held_at(three, 2) with input as {"assessment": {"reference_date": "2026-11-22"}}
	silent.missing
	none := qualifications.any_is_held_at(three, 2) with input as {"assessment": {"reference_date": "2026-11-22"}, "qualifications": []}
	not none.ok
	not none.missing
}
