package ciieval.assurance.legal_test

import data.ciieval.assurance.legal

# Two projects: one agreement reviewed by the provider's counsel, one by a law firm.
good := {
	"assessment": {"reference_date": "2026-11-22"},
	"people": [{"id": "c1", "name": "C", "posts": ["legal_counsel"], "employment": {"from": "2025-05-01", "until": "2026-05-01"}}],
	"projects": [
		{"id": "p1", "from": "2026-02-01", "status": "in_progress"},
		{"id": "p2", "from": "2026-03-01", "status": "in_progress", "agreement": "a2"},
	],
	"agreements": [
		{"id": "a1", "kind": "service_agreement", "projects": ["p1"], "signed_on": "2026-01-20", "reviewed_on": "2026-01-20", "reviewed_by": "c1", "terms": all_terms},
		{"id": "a2", "kind": "service_agreement", "signed_on": "2026-02-20", "reviewed_on": "2026-02-10", "reviewing_law_firm": "L", "terms": all_terms},
	],
}

all_terms := ["responsibility_boundary", "scope", "content", "objectives", "milestones", "service_level", "deliverables", "acceptance", "data_protection", "intellectual_property", "confidentiality", "change_of_law", "change_of_law_liability"]

with_value(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

without(path) := json.patch(good, [{"op": "remove", "path": path}])

test_good_provider if {
	legal.agreement_review.status == "satisfied" with input as good
	legal.agreement_contents.status == "satisfied" with input as good
}

test_nothing_known_is_no_evidence if {
	outcomes := [legal.agreement_review, legal.agreement_contents] with input as {"assessment": {"reference_date": "2026-11-22"}}
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing == true }
	}
	legal.agreement_review.status == "no_evidence" with input as without("/agreements")
	legal.agreement_contents.status == "no_evidence" with input as without("/agreements")
}

# 8.6.a

test_every_project_has_a_signed_agreement if {
	outcome := legal.agreement_review with input as with_value("/projects/-", {"id": "p3", "from": "2026-03-01", "status": "in_progress"})
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["p3"]
	legal.agreement_review.status == "satisfied" with input as with_value("/agreements/1/signed_on", "2026-11-22")
	legal.agreement_review.status == "not_satisfied" with input as with_value("/agreements/1/signed_on", "2026-11-23")
	legal.agreement_review.status == "no_evidence" with input as without("/agreements/1/signed_on")
	legal.agreement_review.status == "not_satisfied" with input as with_value("/agreements/1/kind", "confidentiality_agreement")
}

test_review_comes_by_the_day_of_signing if {
	outcome := legal.agreement_review with input as with_value("/agreements/0/reviewed_on", "2026-01-21")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["a1"]
	legal.agreement_review.status == "no_evidence" with input as without("/agreements/0/reviewed_on")
}

test_reviewer_is_counsel if {
	legal.agreement_review.status == "no_evidence" with input as without("/agreements/0/reviewed_by")
	legal.agreement_review.status == "no_evidence" with input as without("/people")
	outcome := legal.agreement_review with input as json.patch(not_counsel, [{"op": "add", "path": "/people/0/certificates", "value": []}])
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["a1"]
}

not_counsel := with_value("/people/0/posts", ["administrative_staff"])

test_reviewer_of_whom_too_little_is_on_record_is_silence if {
	open := legal.agreement_review with input as not_counsel
	open.status == "no_evidence"
	open.checks[2].unknown == ["a1"]
	legal.agreement_review.status == "no_evidence" with input as without("/people/0/posts")
	legal.agreement_review.status == "no_evidence" with input as without("/people/0/employment")
	legal.agreement_review.status == "not_satisfied" with input as json.patch(without("/people/0/employment"), [
		{"op": "replace", "path": "/people/0/posts", "value": []},
		{"op": "add", "path": "/people/0/certificates", "value": []},
	])
	legal.agreement_review.status == "not_satisfied" with input as json.patch(without("/people/0/posts"), [{"op": "replace", "path": "/people/0/employment/until", "value": "2026-01-19"}])
}

certified(from, until) := json.patch(good, [
	{"op": "replace", "path": "/people/0/posts", "value": []},
	{"op": "add", "path": "/people/0/certificates", "value": [{"kind": "legal_profession_qualification", "valid_from": from, "valid_until": until}]},
])

test_legal_qualification_is_valid_on_the_day_of_review if {
	legal.agreement_review.status == "satisfied" with input as certified("2026-01-20", "2026-01-20")
	legal.agreement_review.status == "not_satisfied" with input as certified("2026-01-21", "2027-01-20")
	legal.agreement_review.status == "not_satisfied" with input as certified("2025-01-21", "2026-01-19")
	legal.agreement_review.status == "not_satisfied" with input as json.patch(certified("2026-01-20", "2026-01-20"), [{"op": "add", "path": "/people/0/certificates/0/kind", "value": "pmp"}])
}

test_counsel_was_employed_on_the_day_of_review if {
	legal.agreement_review.status == "satisfied" with input as with_value("/people/0/employment", {"from": "2026-01-20", "until": "2026-01-20"})
	legal.agreement_review.status == "not_satisfied" with input as with_value("/people/0/employment", {"from": "2026-01-21"})
	legal.agreement_review.status == "not_satisfied" with input as with_value("/people/0/employment", {"from": "2020-01-01", "until": "2026-01-19"})
	legal.agreement_review.status == "satisfied" with input as json.patch(good, [{"op": "remove", "path": "/people/0/employment"}, {"op": "add", "path": "/people/0/supplier", "value": "s1"}])
}

test_every_agreement_of_a_project_is_reviewed if {
	legal.agreement_review.status == "no_evidence" with input as with_value("/agreements/-", {"id": "a3", "kind": "service_agreement", "projects": ["p1"], "signed_on": "2026-06-01"})
	legal.agreement_review.status == "satisfied" with input as with_value("/agreements/-", {"id": "a3", "kind": "confidentiality_agreement", "projects": ["p1"], "signed_on": "2026-06-01"})
}

# 8.6.b

lacking(term) := with_value("/agreements/0/terms", [other | some other in all_terms; other != term])

test_every_term_is_asked_for if {
	every term in all_terms {
		legal.agreement_contents.status == "not_satisfied" with input as lacking(term)
	}
}

test_each_group_is_a_check if {
	group := {"responsibility_boundary": 0, "acceptance": 1, "confidentiality": 2, "change_of_law_liability": 3}
	every term, number in group {
		outcome := legal.agreement_contents with input as lacking(term)
		outcome.checks[number].failing == ["p1"]
		count([check | some check in outcome.checks; check.ok]) == 3
	}
}

test_agreements_of_one_project_are_taken_together if {
	supplement := {"id": "a3", "kind": "service_agreement", "projects": ["p1"], "signed_on": "2026-06-01", "terms": ["scope"]}
	legal.agreement_contents.status == "satisfied" with input as json.patch(lacking("scope"), [{"op": "add", "path": "/agreements/-", "value": supplement}])
	legal.agreement_contents.status == "not_satisfied" with input as json.patch(lacking("scope"), [{"op": "add", "path": "/agreements/-", "value": object.union(supplement, {"kind": "data_protection_agreement"})}])
	legal.agreement_contents.status == "not_satisfied" with input as json.patch(lacking("scope"), [{"op": "add", "path": "/agreements/-", "value": object.union(supplement, {"signed_on": "2026-11-23"})}])
}

test_terms_or_agreement_missing if {
	legal.agreement_contents.status == "no_evidence" with input as without("/agreements/0/terms")
	legal.agreement_contents.status == "not_satisfied" with input as without("/agreements/0")
}
