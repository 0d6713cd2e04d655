# Service plans of the examined projects: issued in time, and what they contain.
package ciieval.lib.service_plans

import data.ciieval.lib.project_records
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
last_days := projects.last_days

# Project to its plan, if issued on or before the last day of service: a plan written afterwards plans nothing.
issued := {id: project.service_plan |
	some id, project in projects.examined
	project.service_plan.issued_on <= last_days[id]
}

issued_ids := object.keys(issued)

is_issued := projects.every_project("project.service_plan", issued_ids, project_records.silent(["service_plan"]))

silent_about_contents := project_records.silent(["service_plan", "contents"])

# Every project has an issued plan with this content.
contains_part(content) := projects.every_project(
	concat("", ["project.service_plan_contents/service_plan_contents.", content]),
	object.keys({id: true | some id, plan in issued; content in plan.contents}),
	silent_about_contents,
)
