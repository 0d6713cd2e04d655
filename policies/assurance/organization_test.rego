package ciieval.assurance.organization_test

import data.ciieval.assurance.organization

listed_posts := ["service_technician", "service_project_manager", "technical_director", "quality_director", "confidentiality_officer", "equipment_manager", "archivist"]

file_parts := ["basic_information", "social_background", "work_history", "training_records", "professional_qualifications", "rewards_and_penalties"]

good := {
	"assessment": {"reference_date": "2026-11-22"},
	"documents": [
		document("service_process", ["organization_form", "responsibilities", "phase_contents", "management_requirements"]),
		document("personnel_policy", ["recruitment", "appraisal", "daily_management", "departure"]),
		document("complaints_policy", ["post_responsibilities", "acceptance", "confirmation", "handling", "reply"]),
	],
	"positions": [{"post": post, "duties": ["works"]} | some post in listed_posts],
	"people": [
		object.union(staff("manager", ["service_project_manager"]), {
			"certificates": [{"kind": "pmp", "valid_from": "2024-01-01", "valid_until": "2026-11-22"}],
			"assessments": [{"topics": ["service_method"], "date": "2026-11-22", "method": "interview", "by": "A", "result": "passed"}],
		}),
		object.union(staff("technician", ["service_technician"]), {"education": {"level": "college"}}),
		staff("director", ["technical_director"]),
		staff("quality", ["quality_director"]),
		staff("secrecy", ["confidentiality_officer"]),
		staff("other", ["equipment_manager", "archivist"]),
		{"id": "former", "name": "former", "posts": ["service_technician"], "employment": {"from": "2020-01-01", "until": "2026-11-21"}, "background_check": {"completed_on": "2020-01-01", "result": "passed"}},
	],
	"trainings": [{"id": "t1", "kind": "project_management", "date": "2026-11-22", "hours": 24, "attendees": [{"person": "manager"}]}],
	"projects": [{"id": "project", "name": "project", "services": ["protection.hardening"], "status": "in_progress", "from": "2026-01-01", "team": [
		{"person": "manager", "from": "2026-01-01"},
		{"person": "technician", "from": "2026-06-01", "onsite": true},
		{"person": "former", "from": "2026-01-01", "until": "2026-11-21"},
	]}],
	"departures": [{"person": "former", "left_on": "2026-11-21", "access_revoked_on": "2026-11-21", "returned_on": "2026-11-21", "returned": ["client_materials", "service_records", "deliverables"]}],
}

document(kind, topics) := {"id": kind, "kind": kind, "title": kind, "approved_on": "2024-01-01", "effective_from": "2024-01-01", "topics": topics}

staff(id, posts) := {
	"id": id,
	"name": id,
	"posts": posts,
	"employment": {"from": "2020-01-01"},
	"education": {"level": "bachelor"},
	"personnel_file": file_parts,
	"background_check": {"completed_on": "2026-01-01", "result": "passed"},
}

silent := {"assessment": {"reference_date": "2026-11-22"}}

replaced(path, value) := json.patch(good, [{"op": "replace", "path": path, "value": value}])

added(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

removed(path) := json.patch(good, [{"op": "remove", "path": path}])

declared(dossier, subject) := object.union(dossier, {"absences": [{"subject": subject, "stated_on": "2026-11-22", "stated_by": "A", "reason": "none"}]})

test_good_provider_satisfies_every_clause if {
	organization.management_process.status == "satisfied" with input as good
	organization.personnel_policy_and_files.status == "satisfied" with input as good
	organization.posts_and_duties.status == "satisfied" with input as good
	organization.graduate_share.status == "satisfied" with input as good
	organization.technical_director.status == "satisfied" with input as good
	organization.certified_project_management.status == "satisfied" with input as good
	organization.onsite_replacement.status == "satisfied" with input as good
	organization.background_checks.status == "satisfied" with input as good
	organization.departures.status == "satisfied" with input as good
	organization.complaints_policy.status == "satisfied" with input as good
}

test_silence_is_no_evidence_in_every_clause if {
	outcomes := [
		organization.management_process,
		organization.personnel_policy_and_files,
		organization.posts_and_duties,
		organization.graduate_share,
		organization.technical_director,
		organization.certified_project_management,
		organization.onsite_replacement,
		organization.background_checks,
		organization.departures,
		organization.complaints_policy,
	] with input as silent
	count(outcomes) == 10
	every outcome in outcomes {
		outcome.status == "no_evidence"
		every check in outcome.checks { check.missing }
	}
}

# 8.1.a

test_process_must_be_in_force_and_complete if {
	organization.management_process.status == "not_satisfied" with input as replaced("/documents/0/effective_from", "2026-11-23")
	outcome := organization.management_process with input as replaced("/documents/0/topics", ["organization_form", "responsibilities", "phase_contents"])
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == ["management_requirements"]
	outcome.checks[1].judgement
	not outcome.checks[0].judgement
	organization.management_process.status == "no_evidence" with input as removed("/documents/0")
}

# 8.1.b

test_personnel_policy_must_be_complete if {
	outcome := organization.personnel_policy_and_files with input as replaced("/documents/1/topics", ["recruitment", "appraisal", "daily_management"])
	outcome.status == "not_satisfied"
	outcome.checks[1].lacking == ["departure"]
	organization.personnel_policy_and_files.status == "no_evidence" with input as removed("/documents/1")
}

test_every_service_person_needs_a_complete_file if {
	outcome := organization.personnel_policy_and_files with input as removed("/people/1/personnel_file/0")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["technician"]
	organization.personnel_policy_and_files.status == "no_evidence" with input as removed("/people/1/personnel_file")
	organization.personnel_policy_and_files.status == "satisfied" with input as removed("/people/2/personnel_file")
}

# 8.1.c

test_each_listed_post_is_held if {
	outcome := organization.posts_and_duties with input as replaced("/people/5/posts", ["archivist"])
	outcome.status == "not_satisfied"
	outcome.checks[0].lacking == ["equipment_manager"]
	outcome.checks[0].judgement
	organization.posts_and_duties.status == "not_satisfied" with input as added("/people/5/employment/until", "2026-11-21")
	organization.posts_and_duties.status == "satisfied" with input as added("/people/5/employment/until", "2026-11-22")
}

test_people_without_any_post_fall_short if {
	organization.posts_and_duties.status == "not_satisfied" with input as replaced("/people", [])
}

test_each_post_held_needs_duties if {
	outcome := organization.posts_and_duties with input as removed("/positions/0")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["service_technician"]
	not outcome.checks[1].judgement
	organization.posts_and_duties.status == "not_satisfied" with input as replaced("/positions/0/duties", [])
	organization.posts_and_duties.status == "no_evidence" with input as removed("/positions/0/duties")
	organization.posts_and_duties.status == "no_evidence" with input as removed("/positions")
}

test_turnover_of_the_posts_is_shown if {
	outcome := organization.posts_and_duties with input as good
	outcome.checks[2].actual == 15
	outcome.checks[2].information
}

# 8.1.d

with_people(list) := {"assessment": {"reference_date": "2026-11-22"}, "people": list}

graduates_and_others(graduates, others) := with_people(array.concat(
	[staff(sprintf("g%d", [n]), ["service_technician"]) | some n in numbers.range(1, graduates)],
	[object.union(staff(sprintf("o%d", [n]), ["quality_director"]), {"education": {"level": "college"}}) | some n in numbers.range(1, others)],
))

test_graduate_share_of_exactly_70_percent_is_enough if {
	organization.graduate_share.status == "satisfied" with input as graduates_and_others(7, 3)
}

test_graduate_share_below_70_percent_fails if {
	outcome := organization.graduate_share with input as graduates_and_others(9, 4)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 69
	outcome.checks[0].expected == 70
}

test_support_staff_do_not_count_in_the_share if {
	archivist := object.union(staff("archivist", ["archivist"]), {"education": {"level": "college"}})
	outcome := organization.graduate_share with input as with_people([staff("g", ["service_technician"]), archivist])
	outcome.checks[0].actual == 100
}

test_education_not_recorded_counts_in_the_whole if {
	outcome := organization.graduate_share with input as with_people([staff("g", ["service_technician"]), json.remove(staff("o", ["service_technician"]), ["education"])])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 50
}

# 8.1.e

test_technical_director_needs_a_degree if {
	outcome := organization.technical_director with input as replaced("/people/2/education/level", "college")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["director"]
	organization.technical_director.status == "no_evidence" with input as removed("/people/2/education")
}

test_every_technical_director_needs_a_degree if {
	organization.technical_director.status == "not_satisfied" with input as replaced("/people/1/posts", ["service_technician", "technical_director"])
}

test_technical_director_must_be_current if {
	organization.technical_director.status == "not_satisfied" with input as added("/people/2/employment/until", "2026-11-21")
	organization.technical_director.status == "satisfied" with input as added("/people/2/employment/until", "2026-11-22")
}

test_technical_director_needs_written_duties if {
	organization.technical_director.status == "not_satisfied" with input as removed("/positions/2")
	organization.technical_director.status == "no_evidence" with input as removed("/positions/2/duties")
}

# 8.1.f

test_certificate_must_be_valid_on_the_reference_date if {
	outcome := organization.certified_project_management with input as replaced("/people/0/certificates/0/valid_until", "2026-11-21")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 0
	outcome.checks[0].expected == 1
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/people/0/certificates/0/kind", "cisp")
}

test_training_must_be_held_attended_and_not_failed if {
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/trainings/0/date", "2026-11-23")
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/trainings/0/kind", "professional")
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/trainings/0/attendees/0", {"person": "manager", "result": "failed"})
	organization.certified_project_management.status == "satisfied" with input as replaced("/trainings/0/attendees/0", {"person": "manager", "result": "passed"})
}

test_knowledge_of_the_service_method_must_be_assessed if {
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/people/0/assessments/0/result", "failed")
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/people/0/assessments/0/date", "2026-11-23")
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/people/0/assessments/0/topics", ["gbt_22080"])
}

test_training_of_another_person_does_not_count if {
	outcome := organization.certified_project_management with input as replaced("/trainings/0/attendees/0/person", "technician")
	outcome.checks[0].actual == null
	outcome.checks[2].actual == 1
	outcome.status == "no_evidence"
	both := json.patch(good, [
		{"op": "replace", "path": "/trainings/0/attendees/0/person", "value": "technician"},
		{"op": "add", "path": "/people/1/certificates", "value": []},
	])
	organization.certified_project_management.status == "not_satisfied" with input as both
}

test_unrecorded_parts_are_no_evidence if {
	organization.certified_project_management.status == "no_evidence" with input as removed("/people/0/certificates")
	organization.certified_project_management.status == "no_evidence" with input as removed("/people/0/assessments")
	organization.certified_project_management.status == "no_evidence" with input as removed("/trainings")
}

test_somebody_who_is_no_service_person_does_not_count if {
	organization.certified_project_management.status == "not_satisfied" with input as replaced("/people/0/posts", ["quality_director"])
}

# 8.1.g

# Ten places on site, of which `count(days)` were taken over on those days.
stationed(from, days) := places_taken_over(10, from, days)

places_taken_over(places, from, days) := object.union(good, {"projects": [{"id": "p", "name": "p", "services": ["protection.hardening"], "status": "in_progress", "from": from, "team": array.concat(
	array.concat(
		[first | some n, day in days; first := {"person": sprintf("first%d", [n]), "from": from, "until": day, "onsite": true, "replaced_by": sprintf("second%d", [n])}],
		[{"person": sprintf("second%d", [n]), "from": day, "onsite": true} | some n, day in days],
	),
	[stays | some n in numbers.range(1, places - count(days)); stays := {"person": sprintf("stays%d", [n]), "from": from, "onsite": true}],
)}]})

test_thirty_percent_replaced_is_the_limit if {
	outcome := organization.onsite_replacement with input as stationed("2026-01-01", ["2026-03-01", "2026-05-01", "2026-11-22"])
	outcome.status == "satisfied"
	outcome.checks[0].actual == 30
	outcome.checks[0].failing == []
	over := organization.onsite_replacement with input as stationed("2026-01-01", ["2026-03-01", "2026-05-01", "2026-06-01", "2026-11-22"])
	over.status == "not_satisfied"
	over.checks[0].actual == 40
	over.checks[0].expected == 30
	over.checks[0].failing == ["p"]
	over.checks[0].path == "projects[0].team"
}

test_a_share_just_above_30_percent_reads_as_31_and_fails if {
	outcome := organization.onsite_replacement with input as places_taken_over(13, "2026-01-01", ["2026-03-01", "2026-05-01", "2026-06-01", "2026-11-22"])
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 31
	outcome.checks[0].failing == ["p"]
}

test_missing_share_names_the_limit if {
	outcome := organization.onsite_replacement with input as silent
	outcome.checks[0].expected == 30
}

test_somebody_on_site_from_the_reference_date_counts if {
	organization.onsite_replacement.status == "satisfied" with input as replaced("/projects/0/team/1/from", "2026-11-22")
	organization.onsite_replacement.status == "no_evidence" with input as replaced("/projects/0/team/1/from", "2026-11-23")
}

test_a_colleague_who_takes_over_keeps_an_own_place if {
	outcome := organization.onsite_replacement with input as replaced("/projects/0/team", [
		{"person": "a", "from": "2026-01-01", "until": "2026-03-01", "onsite": true, "replaced_by": "b"},
		{"person": "b", "from": "2026-01-01", "onsite": true},
	])
	outcome.checks[0].actual == 50
}

test_replacement_after_the_reference_date_does_not_count if {
	organization.onsite_replacement.status == "satisfied" with input as stationed("2026-01-01", ["2026-03-01", "2026-05-01", "2026-06-01", "2026-11-23"])
}

test_long_services_are_measured_year_by_year if {
	organization.onsite_replacement.status == "satisfied" with input as stationed("2024-01-01", ["2025-03-01", "2025-05-01", "2025-11-21", "2025-11-23", "2026-06-01", "2026-07-01"])
	over := organization.onsite_replacement with input as stationed("2024-01-01", ["2025-03-01", "2025-05-01", "2025-06-01", "2025-11-21", "2026-06-01", "2026-07-01"])
	over.status == "not_satisfied"
	over.checks[0].actual == 40
}

test_successive_years_share_no_day if {
	organization.onsite_replacement.status == "satisfied" with input as stationed("2024-01-01", ["2025-03-01", "2025-05-01", "2025-11-22", "2026-03-01", "2026-06-01", "2026-07-01"])
	organization.onsite_replacement.status == "not_satisfied" with input as stationed("2024-01-01", ["2025-03-01", "2025-05-01", "2025-11-23", "2026-03-01", "2026-06-01", "2026-07-01"])
}

test_years_before_the_last_three_are_not_looked_at if {
	organization.onsite_replacement.status == "satisfied" with input as stationed("2020-01-01", ["2023-03-01", "2023-05-01", "2023-06-01", "2023-11-21"])
	organization.onsite_replacement.status == "not_satisfied" with input as stationed("2020-01-01", ["2023-11-23", "2023-12-01", "2024-01-01", "2024-02-01"])
	organization.onsite_replacement.status == "satisfied" with input as stationed("2020-01-01", ["2023-11-22", "2023-12-01", "2024-01-01", "2024-02-01"])
}

test_years_of_an_ended_service_count_from_its_last_day if {
	ended := json.patch(stationed("2020-01-01", ["2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01"]), [{"op": "replace", "path": "/projects/0/status", "value": "completed"}])
	organization.onsite_replacement.status == "not_satisfied" with input as json.patch(ended, [{"op": "add", "path": "/projects/0/until", "value": "2024-11-22"}])
	organization.onsite_replacement.status == "satisfied" with input as json.patch(ended, [{"op": "add", "path": "/projects/0/until", "value": "2024-11-21"}])
}

test_the_worst_project_decides if {
	bad := stationed("2026-01-01", ["2026-03-01", "2026-05-01", "2026-06-01", "2026-07-01"])
	outcome := organization.onsite_replacement with input as object.union(bad, {"projects": array.concat(good.projects, bad.projects)})
	outcome.status == "not_satisfied"
	outcome.checks[0].path == "projects[1].team"
}

test_the_same_place_replaced_twice_counts_twice if {
	chain := [
		{"person": "a", "from": "2026-01-01", "until": "2026-03-01", "onsite": true, "replaced_by": "b"},
		{"person": "b", "from": "2026-03-01", "until": "2026-06-01", "onsite": true, "replaced_by": "a"},
		{"person": "a", "from": "2026-06-01", "onsite": true},
	]
	outcome := organization.onsite_replacement with input as replaced("/projects/0/team", chain)
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == 200
}

test_without_staff_on_site_silence_is_no_evidence_and_a_declaration_counts if {
	off_site := replaced("/projects/0/team/1/onsite", false)
	organization.onsite_replacement.status == "no_evidence" with input as off_site
	organization.onsite_replacement.status == "not_applicable" with input as declared(off_site, "onsite_staff")
}

test_staff_on_site_contradict_the_declaration if {
	outcome := organization.onsite_replacement with input as declared(good, "onsite_staff")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["projects[0].team"]
}

# 8.1.h

test_service_person_must_have_passed_the_check if {
	outcome := organization.background_checks with input as replaced("/people/1/background_check/result", "failed")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["technician"]
	organization.background_checks.status == "no_evidence" with input as removed("/people/1/background_check")
	organization.background_checks.status == "no_evidence" with input as replaced("/people/1/background_check/completed_on", "2026-11-23")
}

test_check_must_be_complete_on_the_day_of_joining if {
	organization.background_checks.status == "satisfied" with input as replaced("/people/0/background_check/completed_on", "2026-01-01")
	outcome := organization.background_checks with input as replaced("/people/0/background_check/completed_on", "2026-01-02")
	outcome.status == "not_satisfied"
	outcome.checks[2].failing == ["manager"]
}

test_former_members_of_teams_count if {
	organization.background_checks.status == "not_satisfied" with input as replaced("/people/6/background_check/result", "failed")
	organization.background_checks.status == "no_evidence" with input as removed("/people/6/background_check")
}

test_check_and_start_on_the_reference_date_count if {
	outcome := organization.background_checks with input as json.patch(good, [
		{"op": "replace", "path": "/people/1/background_check/completed_on", "value": "2026-11-22"},
		{"op": "replace", "path": "/projects/0/team/1/from", "value": "2026-11-22"},
	])
	outcome.status == "satisfied"
	outcome.checks[2].expected == 3
	later := organization.background_checks with input as replaced("/projects/0/team/1/from", "2026-11-23")
	later.checks[2].expected == 2
}

test_members_until_three_years_ago_count if {
	old := json.patch(good, [
		{"op": "replace", "path": "/projects/0/from", "value": "2020-01-01"},
		{"op": "replace", "path": "/people/6/background_check/result", "value": "failed"},
		{"op": "replace", "path": "/projects/0/team/2", "value": {"person": "former", "from": "2020-01-01", "until": "2023-11-22"}},
	])
	organization.background_checks.status == "not_satisfied" with input as old
	organization.background_checks.status == "satisfied" with input as json.patch(old, [{"op": "replace", "path": "/projects/0/team/2/until", "value": "2023-11-21"}])
}

test_team_must_be_recorded if {
	organization.background_checks.status == "no_evidence" with input as removed("/projects/0/team")
	organization.background_checks.status == "not_satisfied" with input as replaced("/projects/0/team", [])
	organization.background_checks.status == "no_evidence" with input as removed("/projects")
}

# 8.1.i

test_access_must_end_by_the_last_day if {
	outcome := organization.departures with input as replaced("/departures/0/access_revoked_on", "2026-11-22")
	outcome.status == "not_satisfied"
	outcome.checks[1].failing == ["former"]
	organization.departures.status == "satisfied" with input as replaced("/departures/0/access_revoked_on", "2026-11-20")
	organization.departures.status == "no_evidence" with input as removed("/departures/0/access_revoked_on")
}

test_materials_must_be_back_by_the_last_day if {
	organization.departures.status == "not_satisfied" with input as replaced("/departures/0/returned_on", "2026-11-22")
	organization.departures.status == "no_evidence" with input as removed("/departures/0/returned_on")
	outcome := organization.departures with input as removed("/departures/0/returned/2")
	outcome.status == "not_satisfied"
	outcome.checks[3].failing == ["former"]
	organization.departures.status == "no_evidence" with input as removed("/departures/0/returned")
}

test_a_later_departure_date_does_not_move_the_deadline if {
	late := json.patch(good, [
		{"op": "replace", "path": "/departures/0/left_on", "value": "2026-11-22"},
		{"op": "replace", "path": "/departures/0/access_revoked_on", "value": "2026-11-22"},
	])
	organization.departures.status == "not_satisfied" with input as late
}

test_former_service_person_needs_a_record if {
	outcome := organization.departures with input as replaced("/departures", [])
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["former"]
	organization.departures.status == "no_evidence" with input as removed("/departures")
}

test_only_own_service_people_of_three_years_need_a_record if {
	bare := replaced("/departures", [])
	organization.departures.status == "not_satisfied" with input as json.patch(bare, [{"op": "replace", "path": "/people/6/employment/until", "value": "2023-11-22"}])
	organization.departures.status == "not_applicable" with input as json.patch(bare, [{"op": "replace", "path": "/people/6/employment/until", "value": "2023-11-21"}])
	organization.departures.status == "not_applicable" with input as json.patch(bare, [{"op": "replace", "path": "/people/6/employment/until", "value": "2026-11-22"}])
	organization.departures.status == "not_applicable" with input as json.patch(bare, [{"op": "replace", "path": "/people/6/posts", "value": ["archivist"]}])
	organization.departures.status == "not_applicable" with input as json.patch(bare, [{"op": "add", "path": "/people/6/supplier", "value": "s1"}])
}

test_departures_of_the_last_three_years_are_looked_at if {
	late := json.patch(good, [
		{"op": "replace", "path": "/departures/0/left_on", "value": "2023-11-22"},
		{"op": "remove", "path": "/people/6"},
	])
	organization.departures.status == "not_satisfied" with input as late
	organization.departures.status == "not_applicable" with input as json.patch(late, [{"op": "replace", "path": "/departures/0/left_on", "value": "2023-11-21"}])
	contradicted := organization.departures with input as declared(late, "departed_staff")
	contradicted.checks[0].actual == ["departures[0]"]
}

test_departure_from_a_post_alone_is_looked_at if {
	moved := json.patch(good, [
		{"op": "remove", "path": "/people/6"},
		{"op": "replace", "path": "/departures/0/person", "value": "technician"},
	])
	organization.departures.status == "satisfied" with input as moved
	organization.departures.status == "not_satisfied" with input as json.patch(moved, [{"op": "replace", "path": "/departures/0/access_revoked_on", "value": "2026-11-22"}])
}

test_declared_absence_of_departures if {
	unknown := json.patch(good, [{"op": "remove", "path": "/departures"}, {"op": "remove", "path": "/people/6"}])
	organization.departures.status == "no_evidence" with input as unknown
	organization.departures.status == "not_applicable" with input as declared(unknown, "departed_staff")
	outcome := organization.departures with input as declared(good, "departed_staff")
	outcome.status == "not_satisfied"
	outcome.checks[0].actual == ["departures[0]", "people[6].employment.until"]
}

# 8.1.j

test_complaints_policy_must_be_in_force_and_complete if {
	organization.complaints_policy.status == "no_evidence" with input as removed("/documents/2/approved_on")
	every index in numbers.range(0, 4) {
		organization.complaints_policy.status == "not_satisfied" with input as removed(sprintf("/documents/2/topics/%d", [index]))
	}
	organization.complaints_policy.status == "no_evidence" with input as removed("/documents/2")
}
