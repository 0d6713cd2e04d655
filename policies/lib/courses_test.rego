package ciieval.lib.courses_test

import data.ciieval.lib.courses

course := {
	"id": "c", "services": ["training.awareness"], "available_from": "2026-11-22",
	"topics": ["incident_cases"], "formats": ["lecture"], "audiences": ["managers"],
}

dossier(list) := {"assessment": {"reference_date": "2026-11-22"}, "courses": list}

changed(keys) := object.union(course, keys)

undated(keys) := object.remove(changed(keys), ["available_from"])

test_course_counts_from_its_first_day if {
	check := courses.are_offered("training.awareness") with input as dossier([course])
	check.ok
	later := courses.are_offered("training.awareness") with input as dossier([changed({"available_from": "2026-11-23"})])
	later.actual == 0
}

test_course_without_a_first_day_is_silence_where_it_makes_the_difference if {
	offered := courses.are_offered("training.awareness") with input as dossier([undated({})])
	offered.missing
	elsewhere := courses.are_offered("training.awareness") with input as dossier([undated({"services": ["training.skills"]})])
	elsewhere.actual == 0
	taught := courses.teach("training.awareness", ["incident_cases", "cii_law"]) with input as dossier([course, undated({"topics": ["cii_law"]})])
	taught.missing
	untaught := courses.teach("training.awareness", ["incident_cases", "cii_law"]) with input as dossier([course, undated({})])
	untaught.lacking == ["cii_law"]
	addressed := courses.address_audiences("training.awareness", 2) with input as dossier([course, undated({"audiences": ["operators"]})])
	addressed.missing
	unaddressed := courses.address_audiences("training.awareness", 2) with input as dossier([course, undated({})])
	unaddressed.actual == 1
}

test_course_that_says_nothing_is_silence_an_empty_list_is_not if {
	silent := [object.remove(course, ["formats", "audiences"]), changed({"id": "d"})]
	formats := courses.have_formats("training.awareness", ["lecture", "case_study"]) with input as dossier(silent)
	formats.missing
	audiences := courses.address_audiences("training.awareness", 2) with input as dossier(silent)
	audiences.missing
	enough := courses.have_formats("training.awareness", ["lecture"]) with input as dossier(silent)
	enough.ok
	none := courses.have_formats("training.awareness", ["lecture"]) with input as dossier([changed({"formats": []})])
	none.lacking == ["lecture"]
	nobody := courses.address_audiences("training.awareness", 1) with input as dossier([changed({"audiences": []})])
	nobody.actual == 0
}
