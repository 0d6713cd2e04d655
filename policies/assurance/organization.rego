# 8.1 Organization management: the people who deliver services and how they are managed.
package ciieval.assurance.organization

import data.ciieval.lib.checks
import data.ciieval.lib.dates
import data.ciieval.lib.documents
import data.ciieval.lib.leavers
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.positions
import data.ciieval.lib.projects
import data.ciieval.lib.staffing
import data.ciieval.lib.workforce

# Own names: reading rules of the package itself is faster.
current := people.current

last_days := projects.last_days

reference := dates.reference

three_years_ago := dates.three_years_ago

# METADATA
# title: Project management process
# description: An approved process for service projects lays down the form of organization, responsibilities, the work of each phase and the management requirements.
# custom:
#   clause: 8.1.a
#   mandatory: false
#   title_zh: 项目管理流程
#   description_zh: 有经批准并现行有效的项目管理流程，规定组织形式、工作职责、各阶段工作内容和管理要求。
#   judgement:
#     zh: 流程内容是否完备并符合机构自身特点。
#     en: Whether what the process lays down is complete and suits the provider.
#   reading:
#     zh: 参考 GB/T 30271 为建议，不作为判定条件。
#     en: Following GB/T 30271 is a suggestion and decides nothing.
management_process := outcomes.of([
	documents.is_in_force("service_process"),
	checks.judged(documents.lays_down("service_process", ["organization_form", "responsibilities", "phase_contents", "management_requirements"])),
])

# METADATA
# title: Personnel policy and files
# description: A personnel policy covers recruitment, appraisal, daily management and departure, and the file of every service person has its six parts.
# custom:
#   clause: 8.1.b
#   mandatory: false
#   title_zh: 人员管理制度与档案
#   description_zh: 人员管理制度涵盖录用、考核、日常管理和离职；每名服务人员的档案六项内容齐全。
#   reading:
#     zh: 列举的六项档案内容均须具备，逐人核对；保障人员稳定可靠是目的，不另作要求。
#     en: Each file must have all six parts that are listed; that staff be stable and reliable is the purpose and no requirement of its own.
personnel_policy_and_files := outcomes.of(array.concat(
	documents.policy("personnel_policy", ["recruitment", "appraisal", "daily_management", "departure"]),
	[staffing.every_service_person("people.personnel_file", complete_files, without_file)],
))

complete_files := {person.id |
	some person in people.service_staff
	every part in ["basic_information", "social_background", "work_history", "training_records", "professional_qualifications", "rewards_and_penalties"] {
		part in person.personnel_file
	}
}

without_file := {person.id | some person in people.service_staff; not person.personnel_file}

# METADATA
# title: Posts and their duties
# description: The seven posts the standard names are held by current people, and their duties are written down.
# custom:
#   clause: 8.1.c
#   mandatory: false
#   title_zh: 岗位设置与职责
#   description_zh: 标准列举的七类岗位均有在职人员，且岗位职责有书面规定。
#   judgement:
#     zh: 未设列举岗位时，其他岗位设置是否满足安全服务工作需要。
#     en: Where a listed post is not held, whether other posts meet the needs of the services.
#   reading:
#     zh: 岗位为举例，缺少时可由评价人员认定其他设置；已设的列举岗位必须有书面职责。人员稳定没有数值要求，近 12 个月这些岗位的离职比例仅供参考。
#     en: The posts are examples, so an assessor may accept others in their place; those of the list that are held must have written duties. No number is given for stable staff; the share of holders of these posts who left in the last twelve months is shown and decides nothing.
posts_and_duties := outcomes.of([
	checks.judged(checks.covers("people.posts_held", "people", posts_held, listed_posts)),
	positions.all_have("position.duties", {post | some post in listed_posts; post in posts_held}, "duties"),
	workforce.turnover({post | some post in listed_posts}),
])

listed_posts := ["service_technician", "service_project_manager", "technical_director", "quality_director", "confidentiality_officer", "equipment_manager", "archivist"]

posts_held := sort([post | some post in object.keys(people.holders)]) if people.register != null

posts_held := null if people.register == null

# METADATA
# title: Graduates
# description: Of the technical and management people taken together, at least 70 % hold a bachelor's degree or higher.
# custom:
#   clause: 8.1.d
#   mandatory: true
#   title_zh: 本科及以上学历占比
#   description_zh: 专业技术人员和管理人员合计中，本科及以上学历者不低于 70%。
#   reading:
#     zh: 两类人员合并计算占比；未记录学历的人员计入分母而不计入分子。
#     en: Both groups count as one; a person without recorded education counts in the whole and not in the part.
graduate_share := outcomes.of([checks.percent_at_least("people.graduate_share", "people", people.graduates & people.technical_and_management, people.technical_and_management, 70)])

# METADATA
# title: Technical director
# description: A current technical director with a bachelor's degree or higher is appointed, and the duties of the post are written down.
# custom:
#   clause: 8.1.e
#   mandatory: false
#   title_zh: 技术主管
#   description_zh: 设有在职技术主管，具有本科及以上学历，岗位职责有书面规定。
#   reading:
#     zh: 有多名技术主管时，每人均须具有本科及以上学历；全面负责由任该岗位及其书面职责体现。
#     en: Where several people hold the post, each must have the degree; overall responsibility shows in holding the post and in its written duties.
technical_director := outcomes.of([
	checks.count_at_least("people.technical_directors", "people", people.register, technical_directors, 1),
	checks.every_one("people.graduate_technical_directors", "people", technical_directors, people.graduates, {id | some id in technical_directors; not current[id].education}),
	positions.all_have("position.duties", {"technical_director"}, "duties"),
])

technical_directors := people.holders_of("technical_director")

# METADATA
# title: Certified project management
# description: At least one service person has been trained in project management, holds a valid project management certificate, and was assessed on how the services are delivered.
# custom:
#   clause: 8.1.f
#   mandatory: true
#   title_zh: 项目管理培训与认证
#   description_zh: 至少 1 名服务人员接受过项目管理培训，持有有效的项目管理认证，并通过服务方法考核。
#   reading:
#     zh: 培训、认证、掌握三项须为同一人；参加培训且未考核不合格即可；掌握以服务目的、流程、关键活动和交付成果的考核合格为准。
#     en: Training, certificate and knowledge must come together in one person; attending without failing is enough for the training; knowledge means a passed assessment on purpose, process, key activities and deliverables.
certified_project_management := outcomes.of([
	checks.count_at_least("people.qualified_project_managers", "people", open_register, qualified_managers, 1),
	checks.informative(checks.count_at_least("people.project_management_certified", "people", people.register, certified_managers, 1)),
	checks.informative(checks.count_at_least("people.project_management_trained", "trainings", object.get(input, "trainings", null), trained_managers, 1)),
	checks.informative(checks.count_at_least("people.assessed_on_service_method", "people", people.register, assessed_on_method, 1)),
])

certified_managers := people.certified_in("project_management")

trained_managers := {attendee.person |
	today := reference
	some training in input.trainings
	training.kind == "project_management"
	training.date <= today
	some attendee in training.attendees
	attendee.person in people.service_staff_ids
	not attendee.result == "failed"
}

assessed_on_method := {person.id |
	today := reference
	some person in people.service_staff
	some assessment in person.assessments
	assessment.result == "passed"
	assessment.date <= today
	"service_method" in assessment.topics
}

qualified_managers := (certified_managers & trained_managers) & assessed_on_method

# People of whom nothing recorded excludes that they qualify: what they lack is not recorded at all.
possibly_qualified := people.service_staff_ids - ((uncertified | untrained) | unassessed)

uncertified := {person.id | some person in people.service_staff; person.certificates} - certified_managers

unassessed := {person.id | some person in people.service_staff; person.assessments} - assessed_on_method

untrained := {id | input.trainings; some id in people.service_staff_ids} - trained_managers

# null, so that the evidence counts as silent, while somebody might qualify.
open_register := null if {
	count(qualified_managers) == 0
	count(possibly_qualified) > 0
} else := people.register

# METADATA
# title: Replacement of on-site staff
# description: In no project are more than 30 % of the people stationed on site replaced, over the service or over a year of it.
# custom:
#   clause: 8.1.g
#   mandatory: false
#   title_zh: 驻场人员更换比例
#   description_zh: 各项目驻场人员在服务期内或其每一年内的更换比例不超过 30%。
#   reading:
#     zh: 逐项目计算：服务期不超过一年的按整个服务期，超过一年的自最后一天起逐年回溯，近三年内每一年分别计算，相邻两年没有共同的一天，同一次更换只计入一年（服务持续至基准日的，最早一年自三年前同一日的次日起）。更换指项目组记录了接替人员；分母为驻场岗位数，即该时段的驻场人员减去中途接替者。未注明驻场的成员不计。“原则上”不作为放宽的理由。
#     en: 'Counted for each project: over the service where it lasts up to a year, else for each year counted back from its last day, within the last three years; successive years share no day, so that a replacement counts in one of them, and where the service runs to the reference date the earliest begins the day after the same day three years ago. Replaced is somebody for whom the team names a successor; the whole is the places on site, those present in that time without those who took over during it. Members not marked as on site do not count. That the limit holds in principle is no ground to exceed it.'
onsite_replacement := outcomes.unless_absent("onsite_staff", onsite_paths, [worst_onsite_year])

# The most people in a hundred on site who may be replaced in a project and year.
most_replaced := 30

# One entry for each project and year with people on site, after the share replaced.
onsite_years contains [count(replaced) / places, {"project": id, "replaced": count(replaced), "places": places}] if {
	start := three_years_ago
	some id, team in onsite_teams
	some years_back in [0, 1, 2]
	final := last_days[id]
	last := dates.months_before(final, 12 * years_back)
	last >= start
	first := dates.next_day(dates.months_before(final, 12 * (years_back + 1)))
	on_site := {member |
		some member in team
		member.from <= last
		object.get(member, "until", final) >= first
	}
	replaced := {member |
		some member in on_site
		member.replaced_by
		object.get(member, "until", final) <= last
	}
	took_over := {member |
		some member in on_site
		some predecessor in replaced
		predecessor.replaced_by == member.person
		member.from > predecessor.from
	}
	places := count(on_site - took_over)
	places > 0
}

# Project to the members of its team who are marked as on site.
onsite_teams := {id: team |
	some id, project in projects.examined
	team := [member | some member in project.team; member.onsite]
	team != []
}

onsite_paths contains sprintf("projects[%d].team", [index]) if {
	onsite_projects := {year.project | some [_, year] in onsite_years}
	some index, project in input.projects
	project.id in onsite_projects
}

worst_onsite_year := checks.missing("project.onsite_replaced", "projects", "<=", most_replaced) if count(onsite_years) == 0

worst_onsite_year := object.union(replaced_at_most(sprintf("projects[%d].team", [index]), worst), {"failing": sort(failing)}) if {
	[_, worst] := max(onsite_years)
	some index, project in input.projects
	project.id == worst.project
	failing := {year.project | some [_, year] in onsite_years; not replaced_at_most("projects", year).ok}
}

replaced_at_most(place, year) := checks.percent_at_most("project.onsite_replaced", place, year.replaced, year.places, most_replaced)

# METADATA
# title: Background checks before service
# description: Every service person passed a security background check, and everybody in a project team passed theirs before they began there.
# custom:
#   clause: 8.1.h
#   mandatory: true
#   title_zh: 上岗前安全背景审查
#   description_zh: 每名服务人员均通过安全背景审查，各项目组成员在进入项目前已通过审查。
#   reading:
#     zh: 审查须不晚于本人进入项目之日完成，当日计入；近三年项目的全部成员均看，包括已离职人员和供应商人员。卷宗所记应为准许其上岗的那次审查。
#     en: The check must be complete on the day the person joins the project at the latest. Everybody in a team in the last three years is looked at, former staff and people of suppliers included. The dossier should give the check that admitted the person.
background_checks := outcomes.of([
	staffing.every_service_person("people.background_check", passed_ids, people.service_staff_ids - settled_ids),
	projects.every_project("project.team", {project.id | some project in projects.examined; count(project.team) > 0}, {project.id | some project in projects.examined; not project.team}),
	checks.every_one("people.background_check_before_service", "projects", deployed_ids, deployed_ids - (deployed_unchecked | deployed_unknown), deployed_unknown),
])

# People whose check gave a result by the reference date.
settled_ids := {person.id | some person in input.people; person.background_check.completed_on <= reference}

passed_ids := {person.id | some person in input.people; person.id in settled_ids; person.background_check.result == "passed"}

# Who was in a team within the last three years, and the days they joined one.
deployments[member.person] contains member.from if {
	start := three_years_ago
	today := reference
	some project in projects.examined
	some member in project.team
	member.from <= today
	object.get(member, "until", start) >= start
}

deployed_ids := {person | some person in object.keys(deployments)}

first_deployed := {person: min(days) | some person, days in deployments}

deployed_unknown := deployed_ids - settled_ids

deployed_unchecked := ((deployed_ids & settled_ids) - passed_ids) | deployed_too_early

deployed_too_early := {person.id |
	some person in input.people
	person.id in settled_ids
	first_deployed[person.id] < person.background_check.completed_on
}

# METADATA
# title: Departures
# description: When a service person leaves, all access has ended and every kind of service material has been given back by their last day in the post.
# custom:
#   clause: 8.1.i
#   mandatory: false
#   title_zh: 离岗管理
#   description_zh: 服务人员离岗时，最迟于离岗当日终止全部访问权限并收回各类服务资料。
#   reading:
#     zh: 看近三年的离岗；及时指不晚于离岗日（早于其的为离职日）。近三年离职的本机构服务人员均须有离岗记录。收回内容须含三类资料，注明某类即表示该类已全部收回。离岗登记和人员登记均表明近三年无人离岗的，不适用。
#     en: Departures of the last three years are looked at; in time means by the last day in the post, or of employment where that was earlier. Every own service person whose employment ended in that time must have a departure record. All three kinds of material must be listed; a kind that is listed was given back in full. Where both registers show that nobody left in that time, the clause does not apply.
departures := outcomes.not_applicable([checks.none("departure.recent", "departures", input.departures, set())]) if {
	leavers.nobody_left
} else := outcomes.unless_absent("departed_staff", leavers.paths, array.concat(former_staff_recorded, [
	checks.every_one("departure.access_revoked", "departures", leavers.ids, leavers.ids - (leavers.kept_access | leavers.access_unknown), leavers.access_unknown - leavers.kept_access),
	checks.every_one("departure.returned_in_time", "departures", leavers.ids, leavers.ids - (leavers.returned_late | leavers.return_unknown), leavers.return_unknown - leavers.returned_late),
	checks.every_one("departure.returned_items", "departures", leavers.ids, leavers.ids - (leavers.returned_part | leavers.items_unknown), leavers.items_unknown - leavers.returned_part),
]))

# Only where somebody's employment ended: departures from a post alone may be recorded too. Without a register of
# people nobody knows whether all who left are recorded.
former_staff_recorded := [checks.every_one("departure.recorded", "departures", set(), set(), set())] if {
	people.register == null
} else := [checks.every_one("departure.recorded", "departures", leavers.former_staff, leavers.ids, unrecorded) |
	count(leavers.former_staff) > 0
	unrecorded := {id | some id in leavers.former_staff; not input.departures}
]

# METADATA
# title: Appeals, complaints and disputes
# description: An approved policy names the responsibilities of each post and a procedure from acceptance and confirmation to handling and reply.
# custom:
#   clause: 8.1.j
#   mandatory: false
#   title_zh: 申诉、投诉及争议处理制度
#   description_zh: 制度经批准并现行有效，规定各岗位职责以及受理、确认、处置、答复的完整程序。
#   reading:
#     zh: 此处看制度及其内容，实际发生的申诉投诉由其他条款判定。
#     en: The policy and what it lays down are looked at here; complaints that did occur belong to other clauses.
complaints_policy := outcomes.of(documents.policy("complaints_policy", ["post_responsibilities", "acceptance", "confirmation", "handling", "reply"]))
