# 8.2.4 Schedule management: plan and milestones, progress meetings, risks to the schedule.
package ciieval.assurance.project_management.schedule

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.outcomes
import data.ciieval.lib.project_records
import data.ciieval.lib.projects
import data.ciieval.lib.service_plans

# Own names: reading rules of the package itself is faster.
last_days := projects.last_days

reference := dates.reference

# METADATA
# title: Plan and milestones
# description: Every project has a plan with its schedule and milestones, and every milestone that was due was reached in time.
# custom:
#   clause: 8.2.4.a
#   mandatory: false
#   title_zh: 服务计划与里程碑
#   description_zh: 每个项目有载明进度的服务计划并设有里程碑，到期的里程碑均按期完成。
#   judgement:
#     zh: 服务计划是否详细。
#     en: Whether the plan is detailed.
#   reading:
#     zh: 服务计划指服务方案中的计划进度；基准日及以前到期的里程碑均须在计划日期（含经批准的变更）当日或之前完成，废止的项目只看废止前到期的。
#     en: The plan is the schedule in the service plan; each milestone due by the reference date must have been reached on or before its day (approved changes included), in an abandoned project those due before its end.
plan_and_milestones := outcomes.of([
	service_plans.is_issued,
	checks.judged(service_plans.contains_part("schedule")),
	project_records.milestones_set,
	projects.every_project("project.milestones_on_time", on_time - silent_milestones, silent_milestones),
])

silent_milestones := project_records.silent(["milestones"])

on_time := object.keys({id: true |
	some id, due in project_records.due_milestones
	every milestone in due { milestone.reached_on <= milestone.due_on }
})

# METADATA
# title: Progress meetings
# description: The manager of every project holds progress meetings at intervals; every meeting has minutes, and what was resolved is followed up to its close.
# custom:
#   clause: 8.2.4.b
#   mandatory: false
#   title_zh: 进度会议
#   description_zh: 每个项目的负责人定期主持进度会议，每次会议有纪要，议定事项跟踪至关闭。
#   reading:
#     zh: 定期指服务期内至少在两个不同日期由项目负责人主持会议，服务期不超过一个月的至少一次，他人主持的会议不计入次数；完成的项目不得有未关闭事项；有纪要即视为服务人员已知悉进展和风险。
#     en: At intervals means meetings chaired by the manager on two different days of the service at least, on one where it lasts no longer than a month; meetings chaired by others do not count towards that; a completed project has no open actions; minutes are taken to show that the team knows of progress and risks.
progress_meetings := outcomes.of([
	projects.every_project("project.meetings_of_manager", regularly_held, silent_meetings | project_records.silent(["manager"])),
	projects.every_project("project.meeting_minutes", with_minutes - silent_meetings, silent_meetings),
	projects.every_project("project.meeting_actions_closed", (projects.examined_ids - silent_meetings) - with_open_actions, silent_meetings),
])

silent_meetings := project_records.silent(["meetings"])

regularly_held := projects.regular({id: days |
	some id, project in projects.examined
	days := [meeting.date | some meeting in project.meetings; meeting.chaired_by == project.manager]
})

with_minutes := {project.id |
	today := reference
	some project in projects.examined
	held := [meeting | some meeting in project.meetings; meeting.date <= today]
	every meeting in held { meeting.minutes != "" }
}

# Work in progress may have open actions, and what was abandoned keeps them.
with_open_actions := {project.id |
	today := reference
	some project in projects.examined
	project.status == "completed"
	some meeting in project.meetings
	some action in meeting.actions
	not closed_by(action, today)
}

closed_by(action, day) if action.closed_on <= day

# METADATA
# title: Risks to the schedule
# description: Every project has assessed the risks to its schedule during the service or before, and has measures against each.
# custom:
#   clause: 8.2.4.c
#   mandatory: false
#   title_zh: 进度风险应对
#   description_zh: 每个项目在服务期内或之前评估了进度风险，并逐项制定应对措施。
#   judgement:
#     zh: 应对措施是否足以避免项目进度受影响。
#     en: Whether the measures suffice to keep the schedule.
#   reading:
#     zh: 影响进度的风险以种类为进度风险的记录表示，至少一项；评估不晚于服务结束日。
#     en: Risks to the schedule are those recorded under that kind, one at least; they are assessed by the last day of service.
schedule_risks := outcomes.of([
	projects.every_project("project.schedule_risks", with_schedule_risk, silent_risks),
	checks.judged(projects.every_project("project.schedule_risk_measures", with_schedule_risk & with_measures, silent_risks)),
])

silent_risks := project_records.silent(["risks"])

with_schedule_risk := object.keys({id: true | some id, list in risks; list != []})

with_measures := object.keys({id: true |
	some id, list in risks
	every risk in list { risk.measures != [] }
})

# Project to its risks to the schedule.
risks := {id: list |
	some id, project in projects.examined
	until := last_days[id]
	list := [risk |
		some risk in project.risks
		risk.kind == "schedule"
		risk.assessed_on <= until
	]
}
