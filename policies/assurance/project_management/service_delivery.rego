# 8.2.3 Service delivery: communication with the client, confidentiality, control of the stages.
package ciieval.assurance.project_management.service_delivery

import data.ciieval.lib.agreements
import data.ciieval.lib.dates
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.project_records
import data.ciieval.lib.projects

# Own names: reading rules of the package itself is faster.
last_days := projects.last_days

project_members := project_records.members

reference := dates.reference

examined_ids := projects.examined_ids

by_id := people.by_id

# METADATA
# title: Contact and reports
# description: Every project names one of its people as contact and reports progress, problems and proposed solutions to the client at intervals.
# custom:
#   clause: 8.2.3.a
#   mandatory: true
#   title_zh: 沟通专人与定期汇报
#   description_zh: 每个项目由项目组成员担任沟通专人，并定期向服务需求方汇报进度进展、存在问题和解决方案建议。
#   reading:
#     zh: 专人为项目组成员或项目负责人，且至服务结束日（在施项目至基准日）仍在项目组并在职，中途离开的应改登接任者；定期指服务期内至少在两个不同日期汇报，服务期不超过一个月的至少一次；三项内容以服务期内各次汇报合并计算；有专人并定期汇报即视为沟通渠道畅通。
#     en: The contact is of the team or its manager and still there on the last day of service, in a running project on the reference date; where one left half way the successor is recorded; at intervals means on two different days of the service at least, on one where it lasts no longer than a month; the three contents may be spread over the reports of the service; a contact and regular reports are taken to show that the channel is open.
contact_and_reports := outcomes.of([
	projects.every_project("project.contact", with_contact, project_records.silent(["communication", "contact"]) | project_records.silent(["team"])),
	projects.every_project("project.reports", regularly_reported, silent_reports),
	reports_contain("progress"),
	reports_contain("problems"),
	reports_contain("proposals"),
])

with_contact := {project.id |
	some project in projects.examined
	contact := project.communication.contact
	contact in project_members[project.id]
	not left_before_the_end(project, contact)
}

# Everything the team says of the person was over before the last day of service.
left_before_the_end(project, person) if {
	days := [object.get(member, "until", "9999-12-31") | some member in project.team; member.person == person; member.from <= reference]
	count(days) > 0
	max(days) < projects.last_day(project)
}

# Nobody of the own people stays after employment has ended.
left_before_the_end(project, person) if by_id[person].employment.until < projects.last_day(project)

silent_reports := project_records.silent(["communication", "reports"])

regularly_reported := projects.regular({id: days |
	some id, project in projects.examined
	days := [report.date | some report in project.communication.reports]
})

# Project to the topics of its reports during the service.
topics_reported := {id: topics |
	some id, project in projects.examined
	until := last_days[id]
	lists := {report.topics |
		some report in project.communication.reports
		report.date >= project.from
		report.date <= until
	}
	topics := {topic |
		some list in lists
		some topic in list
	}
}

reports_contain(topic) := projects.every_project(concat("", ["project.report_contents/report_topics.", topic]), object.keys({id: true | some id, topics in topics_reported; topic in topics}), silent_reports)

# METADATA
# title: Confidentiality agreements
# description: For every project a confidentiality agreement was signed before the service began, and everybody in the team signed with the client before joining.
# custom:
#   clause: 8.2.3.b
#   mandatory: true
#   title_zh: 保密协议
#   description_zh: 每个项目在服务开始前由双方签署保密协议，项目组每名人员在进入项目前与服务需求方签署。
#   reading:
#     zh: 服务开始当日或人员进入项目当日签署为符合，协议当日须有效；服务人员指项目组全部成员，包括项目负责人和供应商人员；中途加入的人员以其进入项目之日为准，未列入项目组的负责人以服务开始日为准；不涉及人员的服务协议保密条款不代替保密协议。
#     en: Signing on the day the service begins, or the person joins, is enough, with the agreement valid that day; service personnel are the whole team, the manager and people of suppliers included; for those who join later their first day in the team counts, for a manager outside the team the first day of service; confidentiality terms of a service agreement do not replace the agreement.
confidentiality_agreements := outcomes.of([
	projects.every_project("project.confidentiality_agreement", covered_from_first_day, unregistered),
	projects.every_project("project.confidentiality_signatures", signed_by_everybody, ((unregistered | project_records.silent(["team"])) | without_signatories)),
])

# Without a register of agreements nothing is known about any project.
unregistered := examined_ids if {
	agreements.register == null
} else := set()

# Project to its confidentiality agreements, signed by the reference date.
confidential := {id: signed |
	some id in examined_ids
	signed := agreements.of_project(id, "confidentiality_agreement")
}

covered_from_first_day := {project.id |
	some project in projects.examined
	some agreement in confidential[project.id]
	agreement.signed_on <= project.from
	object.get(agreement, "valid_until", project.from) >= project.from
}

# Projects with such agreements of which none says who signed.
without_signatories := object.keys({id: true |
	some id, signed in confidential
	signed != set()
	every agreement in signed { object.get(agreement, "signatories", null) == null }
})

# Project to its people and the days by which they have to have signed.
bound := {id: array.concat(team, outside) |
	today := reference
	some id, project in projects.examined
	team := [{"person": member.person, "from": member.from} | some member in project.team; member.from <= today]
	outside := [{"person": manager, "from": project.from} |
		manager := project.manager
		count([member | some member in project.team; member.person == manager]) == 0
	]
}

signed_by_everybody := {project.id |
	some project in projects.examined
	project.team != []
	members := bound[project.id]
	members != []
	unsigned := [member | some member in members; not has_signed(project.id, member)]
	count(unsigned) == 0
}

has_signed(id, member) if {
	some signature in object.get(signatures, [id, member.person], set())
	signature.signed_on <= member.from
	signature.valid_until >= member.from
}

# Project to person to what they signed, and until when that is valid.
signatures[id][signatory.person] contains {"signed_on": signatory.signed_on, "valid_until": until} if {
	some id, signed in confidential
	some agreement in signed
	until := object.get(agreement, "valid_until", "9999-12-31")
	some signatory in agreement.signatories
}

# METADATA
# title: Control of every stage
# description: Every project is divided into stages with milestones, and every stage that was due has been checked once it was reached.
# custom:
#   clause: 8.2.3.c
#   mandatory: false
#   title_zh: 环节控制
#   description_zh: 每个项目以里程碑划分环节，到期的各环节完成后均有检查日期和检查人。
#   reading:
#     zh: 环节以里程碑表示；基准日及以前到期的里程碑均须检查，废止的项目只看废止前到期的；检查不早于完成，可为同一天；流程文件由 8.1.a 评价，此处不重复要求。
#     en: Stages are shown by milestones; each that was due by the reference date must be checked, in an abandoned project those due before its end; the check is not before the stage was reached and may fall on the same day; the written process is evaluated under 8.1.a.
control_of_stages := outcomes.of([
	project_records.milestones_set,
	projects.every_project("project.stages_checked", checked - silent_milestones, silent_milestones),
])

silent_milestones := project_records.silent(["milestones"])

checked := object.keys({id: true |
	today := reference
	some id, due in project_records.due_milestones
	every milestone in due {
		milestone.checked_on >= milestone.reached_on
		milestone.checked_on <= today
		milestone.checked_by != ""
	}
})
