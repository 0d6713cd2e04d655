# 8.2.5 Change management: changes of a service are announced, agreed, recorded and do no harm.
package ciieval.assurance.project_management.change_management

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.incidents
import data.ciieval.lib.outcomes
import data.ciieval.lib.project_records
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
reference := dates.reference

examined_ids := projects.examined_ids

register := projects.register

# METADATA
# title: Controlled changes
# description: The client is told in writing of the risks, impact and remedies of every change, agrees before it is carried out, and the change is recorded; no unauthorised service activity takes place.
# custom:
#   clause: 8.2.5.a
#   mandatory: true
#   title_zh: 变更受控
#   description_zh: 每项变更实施前书面告知服务需求方其风险、影响和补救措施，经同意后实施并留有记录；不存在未授权的服务活动。
#   reading:
#     zh: 告知、同意、实施的日期依次不晚于后者，可为同一天；基准日之后实施的变更不计；声明未发生变更或各项目均记录无变更时变更要求不适用，但禁止未授权活动的要求始终适用，以近三年事件登记为据，登记缺失即无证据。
#     en: Telling, agreeing and carrying out follow one another and may fall on one day; changes carried out after the reference date do not count; where changes are declared absent, or every project records that there was none, what is asked of changes does not apply, while the ban on unauthorised activity always does and is shown by the register of incidents of the last three years, without which there is no evidence.
controlled_changes := under_prohibition(where_changed([
	every_changed("project.changes_notified", late_notice),
	notice_states("risks"),
	notice_states("impact"),
	notice_states("remedies"),
	every_changed("project.changes_approved", unapproved),
	every_changed("project.changes_recorded", unrecorded),
]))

# The ban decides whether or not there were changes.
under_prohibition(outcome) := object.union(outcome, {"checks": array.concat(outcome.checks, [unauthorized_activity])}) if unauthorized_activity.ok

under_prohibition(outcome) := outcomes.of(array.concat(outcome.checks, [unauthorized_activity])) if not unauthorized_activity.ok

unauthorized_activity := incidents.none_of("unauthorized_activity")

late_notice := {id |
	some id in changed
	some change in changes[id]
	not notified_in_time(change)
}

notified_in_time(change) if change.notified_on <= change.implemented_on

unapproved := {id |
	some id in changed
	some change in changes[id]
	not approved_in_time(change)
}

approved_in_time(change) if {
	change.notified_on <= change.approved_on
	change.approved_on <= change.implemented_on
}

unrecorded := {id |
	some id in changed
	some change in changes[id]
	object.get(change, "record", "") == ""
}

notice_states(topic) := every_changed(concat("", ["project.change_notices/change_notice_topics.", topic]), {id |
	some id in changed
	some change in changes[id]
	not topic in object.get(change, "notice", [])
})

# METADATA
# title: Service level after a change
# description: The service level measured after every change is not below the agreed one.
# custom:
#   clause: 8.2.5.b
#   mandatory: false
#   title_zh: 变更后的服务水平
#   description_zh: 每项变更后实测的服务水平不低于约定水平。
#   reading:
#     zh: 以变更实施当日或之后、基准日及以前的测量为准，等于约定水平为符合；声明未发生变更或各项目均记录无变更时不适用。
#     en: The level is measured on or after the day of the change and by the reference date; equal to the agreed one is enough. Does not apply where changes are declared absent or every project records that there was none.
service_level_kept := where_changed([every_changed("project.service_level_after_changes", service_level_not_shown)])

service_level_not_shown := {id |
	some id in changed
	some change in changes[id]
	not level_kept(change)
}

level_kept(change) if {
	change.measured_service_level_percent >= change.agreed_service_level_percent
	change.measured_on >= change.implemented_on
	change.measured_on <= reference
}

# Project to its changes; one that is still to be carried out is not looked at.
changes := {id: carried_out |
	today := reference
	some id, project in projects.examined
	carried_out := [change |
		some change in project.changes
		object.get(change, "implemented_on", today) <= today
	]
}

changed := object.keys({id: true | some id, list in changes; list != []})

silent_projects := project_records.silent(["changes"])

# Where changes are recorded: the facts against a declaration that there were none.
changed_paths contains sprintf("projects[%d].changes", [position]) if {
	some position, project in input.projects
	project.id in changed
}

# Every project with changes meets a fact, and none is silent about changes.
every_changed(fact, short) := checks.every_one(fact, "projects", changed | silent_projects, changed - short, silent_projects)

# The checks, where there were changes. Silence does not show that there were none.
where_changed(list) := outcomes.not_applicable([checks.none("project.changes", "projects", register, changed)]) if {
	count(examined_ids) > 0
	count(changed | silent_projects) == 0
} else := outcomes.unless_absent("service_changes", changed_paths, list)
