package ciieval.lib.experience_test

import data.ciieval.lib.experience

project(abandonment) := {"id": "p1", "name": "p1", "services": ["confrontation.monitoring"], "from": "2022-01-01", "status": "abandoned", "abandonment": abandonment}

dossier(list) := {"assessment": {"reference_date": "2026-11-22"}, "projects": list}

abandoned(abandonment) := dossier([project(abandonment)])

test_abandonment_through_the_provider_counts_on_the_days_of_the_last_three_years if {
	every reason in ["provider", "stage_acceptance_failed"] {
		every day in ["2023-11-22", "2026-11-22"] {
			check := experience.none_abandoned("confrontation.monitoring") with input as abandoned({"date": day, "reason": reason})
			not check.ok
			check.actual == ["p1"]
			check.fact == "project.abandoned/services.confrontation.monitoring"
		}
		every day in ["2023-11-21", "2026-11-23"] {
			check := experience.none_abandoned("confrontation.monitoring") with input as abandoned({"date": day, "reason": reason})
			check.ok
		}
	}
}

# The service stopped long before the project was given up.
test_last_day_of_service_does_not_matter if {
	check := experience.none_abandoned("confrontation.monitoring") with input as dossier([object.union(project({"date": "2023-11-22", "reason": "provider"}), {"until": "2022-06-01"})])
	check.actual == ["p1"]
}

test_abandonment_for_other_reasons_does_not_count if {
	every reason in ["client", "force_majeure"] {
		check := experience.none_abandoned("confrontation.monitoring") with input as abandoned({"date": "2026-01-01", "reason": reason})
		check.ok
		check.actual == []
	}
}

test_projects_of_other_items_do_not_count if {
	check := experience.none_abandoned("confrontation.log_analysis") with input as abandoned({"date": "2026-01-01", "reason": "provider"})
	check.ok
}

test_a_record_of_abandonment_counts_whatever_the_status_says if {
	contradictory := experience.none_abandoned("confrontation.monitoring") with input as dossier([object.union(project({"date": "2026-01-01", "reason": "provider"}), {"status": "completed"})])
	not contradictory.ok
}

test_abandonment_without_a_reason_leaves_the_question_open if {
	unexplained := object.remove(project({}), ["abandonment"])
	open := experience.none_abandoned("confrontation.monitoring") with input as dossier([unexplained])
	open.missing

	# another one settles it
	settled := experience.none_abandoned("confrontation.monitoring") with input as dossier([unexplained, object.union(project({"date": "2026-01-01", "reason": "provider"}), {"id": "p2"})])
	not settled.missing
	settled.actual == ["p2"]
	old := experience.none_abandoned("confrontation.monitoring") with input as dossier([object.union(unexplained, {"until": "2023-11-21"})])
	old.ok
}

test_no_register_of_projects_is_silence_an_empty_one_shows_none if {
	silent := experience.none_abandoned("confrontation.monitoring") with input as {"assessment": {"reference_date": "2026-11-22"}}
	silent.missing
	none := experience.none_abandoned("confrontation.monitoring") with input as dossier([])
	none.ok
}

provider(facts) := {"assessment": {"reference_date": "2026-11-22"}, "provider": object.union({"name": "p"}, facts)}

test_provider_years_run_from_the_first_day_of_service if {
	check := experience.provider_years(5) with input as provider({"security_services_since": "2021-11-22"})
	check.ok
	check.expected == "2021-11-22"
	check.actual == "2021-11-22"
	short := experience.provider_years(5) with input as provider({"security_services_since": "2021-11-23"})
	not short.ok
	not short.missing
	silent := experience.provider_years(5) with input as provider({})
	silent.missing
}

since(day) := provider({"services_since": [{"service": "development.system_design", "since": day}, {"service": "training.awareness", "since": "2010-01-01"}]})

test_years_in_an_item_run_from_its_own_first_day if {
	check := experience.provider_service_years("development.system_design", 3) with input as since("2023-11-22")
	check.ok
	check.fact == "provider.service_since/services.development.system_design"
	short := experience.provider_service_years("development.system_design", 3) with input as since("2023-11-23")
	not short.ok
	short.actual == "2023-11-23"
	silent := experience.provider_service_years("development.secure_development", 3) with input as since("2010-01-01")
	silent.missing
}

test_earliest_of_several_first_days_counts if {
	check := experience.provider_service_years("training.skills", 3) with input as provider({"services_since": [{"service": "training.skills", "since": "2025-01-01"}, {"service": "training.skills", "since": "2020-01-01"}]})
	check.actual == "2020-01-01"
}

test_nobody_has_served_before_being_established if {
	late := {"established_on": "2022-01-01", "security_services_since": "2015-01-01", "services_since": [{"service": "training.skills", "since": "2015-01-01"}]}
	years := experience.provider_years(5) with input as provider(late)
	not years.ok
	years.actual == "2022-01-01"
	item := experience.provider_service_years("training.skills", 5) with input as provider(late)
	not item.ok
	item.actual == "2022-01-01"
	early := experience.provider_years(5) with input as provider(object.union(late, {"established_on": "2010-01-01"}))
	early.actual == "2015-01-01"
}

test_without_provider_nothing_is_known_about_years if {
	years := experience.provider_years(5) with input as {"assessment": {"reference_date": "2026-11-22"}}
	years.missing
	item := experience.provider_service_years("training.skills", 5) with input as {"assessment": {"reference_date": "2026-11-22"}}
	item.missing
}
