package industrial.monitoring_test

import data.ciieval.confrontation.crew_fixture_test as fixture
import data.industrial.monitoring

item := {
	"service": "industrial.monitoring",
	"topics": ["control_anomaly_baseline", "control_alarm_handling"],
	"knowledge": ["control_protocols", "process_safety"],
	"certificates": [],
	"crew": ["a", "b", "c"],
}

# Satisfies every clause, with every number and date at the last value that is enough.
good := object.union(fixture.dossier(item), {
	"tools": [{"id": "t1", "name": "t1", "kind": "control_traffic_monitoring", "available_from": fixture.reference}],
	"facilities": [{"id": "lab", "kind": "laboratory", "from": "2024-01-01", "until": fixture.reference, "uses": ["control_system_testing"], "equipment": ["PLC"]}],
})

patched(path, value) := json.patch(good, [{"op": "add", "path": path, "value": value}])

test_everything_at_the_limit_is_enough if {
	monitoring.project_experience.status == "satisfied" with input as good
	monitoring.provider_qualification.status == "satisfied" with input as good
	monitoring.experienced_people.status == "satisfied" with input as good
	monitoring.knowledge_and_skills.status == "satisfied" with input as good
	monitoring.tools_and_laboratory.status == "satisfied" with input as good
	monitoring.service_capability.status == "satisfied" with input as good
}

test_an_empty_dossier_shows_nothing if {
	found := [
		monitoring.project_experience,
		monitoring.provider_qualification,
		monitoring.experienced_people,
		monitoring.knowledge_and_skills,
		monitoring.tools_and_laboratory,
		monitoring.service_capability,
	] with input as {"assessment": {"reference_date": fixture.reference}}
	count(found) == 6
	every outcome in found { outcome.status == "no_evidence" }
}

test_two_projects_are_too_few if {
	monitoring.project_experience.status == "not_satisfied" with input as json.patch(good, [{"op": "remove", "path": "/projects/1"}])
}

test_a_project_abandoned_through_the_provider_fails if {
	abandoned := {"id": "p4", "name": "p4", "services": [item.service], "from": "2024-01-01", "status": "abandoned", "abandonment": {"date": "2024-06-01", "reason": "provider"}}
	monitoring.project_experience.status == "not_satisfied" with input as patched("/projects/-", abandoned)
}

test_one_of_the_qualifications_is_enough_at_level_2 if {
	one := json.patch(good, [{"op": "remove", "path": "/qualifications/1"}])
	monitoring.provider_qualification.status == "satisfied" with input as one
	monitoring.provider_qualification.status == "not_satisfied" with input as json.patch(one, [{"op": "add", "path": "/qualifications/0/level", "value": 3}])
}

test_two_people_are_too_few if {
	monitoring.experienced_people.status == "not_satisfied" with input as patched("/people/0/security_experience", [{"from": "2023-11-23"}])
}

test_everybody_of_the_item_is_assessed if {
	outcome := monitoring.knowledge_and_skills with input as patched("/people/0/assessments/0/result", "failed")
	outcome.status == "not_satisfied"
	outcome.checks[0].failing == ["a"]
}

test_tool_and_laboratory_are_both_asked_for if {
	monitoring.tools_and_laboratory.status == "not_satisfied" with input as patched("/tools", [])
	monitoring.tools_and_laboratory.status == "not_satisfied" with input as patched("/facilities/0/equipment", [])
	monitoring.tools_and_laboratory.status == "not_satisfied" with input as patched("/facilities/0/uses", ["skills_training"])
}

test_deliverables_without_alarm_handling_fall_short if {
	less := json.patch(good, [{"op": "add", "path": path, "value": ["control_anomaly_baseline"]} | some path in fixture.topic_paths])
	monitoring.service_capability.status == "not_satisfied" with input as less
}
