package ciieval.lib.class_experience_test

import data.ciieval.lib.class_experience
import data.ciieval.lib.personnel

with_periods(periods) := {
	"assessment": {"reference_date": "2026-11-22"},
	"people": [{
		"id": "a",
		"employment": {"from": "2020-01-01"},
		"posts": ["service_technician"],
		"service_experience": periods,
	}],
}

test_class_has_its_items_and_no_others if {
	class_experience.items_of("response") == {"response.emergency_drill", "response.incident_handling", "response.malware_analysis", "response.forensics"}
	class_experience.items_of("unknown") == set()
}

test_overlapping_periods_of_several_items_count_once if {
	overlapping := [
		{"service": "response.emergency_drill", "from": "2020-01-01", "until": "2021-12-31"},
		{"service": "response.forensics", "from": "2020-01-01", "until": "2021-12-31"},
		{"service": "response.incident_handling", "from": "2021-06-01", "until": "2022-12-30"},
	]
	class_experience.joined(class_experience.spans({"service_experience": overlapping}, class_experience.items_of("response"))) == [{"from": "2020-01-01", "until": "2022-12-30"}] with input as with_periods([])
	short := class_experience.service_years_in_class("response", 3) with input as with_periods(overlapping)
	short.people == set()
	enough := class_experience.service_years_in_class("response", 3) with input as with_periods(json.patch(overlapping, [{"op": "replace", "path": "/2/until", "value": "2022-12-31"}]))
	enough.people == {"a"}
	enough.fact == "people.class_service_years_3"
}

test_period_inside_another_adds_nothing if {
	periods := [
		{"service": "response.emergency_drill", "from": "2020-01-01", "until": "2022-06-30"},
		{"service": "response.forensics", "from": "2020-06-01", "until": "2021-06-30"},
	]
	class_experience.joined(class_experience.spans({"service_experience": periods}, class_experience.items_of("response"))) == [{"from": "2020-01-01", "until": "2022-06-30"}] with input as with_periods([])
}

# Three years to the day, though neither item alone reaches them.
test_change_of_item_from_one_day_to_the_next_is_no_gap if {
	periods := [
		{"service": "response.malware_analysis", "from": "2023-11-22", "until": "2025-03-10"},
		{"service": "response.forensics", "from": "2025-03-11"},
	]
	enough := class_experience.service_years_in_class("response", 3) with input as with_periods(periods)
	enough.people == {"a"}
	late := class_experience.service_years_in_class("response", 3) with input as with_periods(json.patch(periods, [{"op": "replace", "path": "/0/from", "value": "2023-11-23"}]))
	late.people == set()
	gap := class_experience.service_years_in_class("response", 3) with input as with_periods(json.patch(periods, [{"op": "replace", "path": "/1/from", "value": "2025-03-12"}]))
	gap.people == set()
}

test_periods_apart_from_each_other_are_added_up if {
	periods := [
		{"service": "response.malware_analysis", "from": "2018-01-01", "until": "2019-12-31"},
		{"service": "response.forensics", "from": "2022-01-01", "until": "2022-12-31"},
	]
	enough := class_experience.service_years_in_class("response", 3) with input as with_periods(periods)
	enough.people == {"a"}
}

test_work_in_other_classes_and_after_the_reference_date_does_not_count if {
	other := class_experience.service_years_in_class("response", 1) with input as with_periods([{"service": "confrontation.early_warning", "from": "2015-01-01"}])
	other.people == set()
	later := class_experience.service_years_in_class("response", 1) with input as with_periods([
		{"service": "response.forensics", "from": "2026-01-01", "until": "2028-12-31"},
		{"service": "response.forensics", "from": "2029-01-01"},
	])
	later.people == set()
	silent := class_experience.service_years_in_class("response", 1) with input as json.patch(with_periods([]), [{"op": "remove", "path": "/people/0/service_experience"}])
	silent.people == set()
}

projects := [
	{"id": "p1", "services": ["response.emergency_drill", "response.forensics"], "from": "2024-01-01", "status": "in_progress", "team": [{"person": "a", "from": "2024-01-01"}], "deliverables": [{"confirmed_on": "2025-01-01"}]},
	{"id": "p2", "services": ["response.incident_handling"], "from": "2024-01-01", "status": "in_progress", "team": [{"person": "a", "from": "2024-01-01"}], "deliverables": [{"confirmed_on": "2025-01-01"}]},
	{"id": "p3", "services": ["confrontation.monitoring"], "from": "2024-01-01", "status": "in_progress", "team": [{"person": "a", "from": "2024-01-01"}], "deliverables": [{"confirmed_on": "2025-01-01"}]},
]

test_projects_of_all_items_count_each_once if {
	check := class_experience.class_projects_at_least("response", 2) with input as object.union(with_periods([]), {"projects": projects})
	check.ok
	check.items == ["p1", "p2"]
	silent := class_experience.class_projects_at_least("response", 2) with input as with_periods([])
	silent.missing
	none := class_experience.class_projects_at_least("response", 2) with input as object.union(with_periods([]), {"projects": []})
	none.actual == 0
	not none.missing
}

test_participation_in_all_items_counts_each_project_once if {
	dossier := object.union(with_periods([]), {"projects": projects})
	two := class_experience.took_part_in_class("response", 2) with input as dossier
	two.people == {"a"}
	two.fact == "people.class_projects_2"
	three := class_experience.took_part_in_class("response", 3) with input as dossier
	three.people == set()
	three.known
	earlier := class_experience.took_part_in_class("response", 3) with input as json.patch(dossier, [{"op": "add", "path": "/people/0/earlier_projects", "value": [{"name": "e", "services": ["response.malware_analysis"], "from": "2019-01-01"}]}])
	earlier.people == {"a"}
	unknown := class_experience.took_part_in_class("response", 3) with input as with_periods([])
	not unknown.known
}

test_criteria_work_together_with_those_of_persons if {
	dossier := object.union(with_periods([{"service": "response.forensics", "from": "2023-11-22"}]), {"projects": projects})
	checks := personnel.enough_people("response", 1, [class_experience.service_years_in_class("response", 3), class_experience.took_part_in_class("response", 2)]) with input as dossier
	checks[0].ok
	count(checks) == 3
}
