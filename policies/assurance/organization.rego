# 8.1 Organization management: the people who deliver services and how they are managed.
package ciieval.assurance.organization

import data.ciieval.lib.checks
import data.ciieval.lib.documents
import data.ciieval.lib.outcomes
import data.ciieval.lib.people
import data.ciieval.lib.staffing

# METADATA
# title: Project management process
# description: An approved process for service projects lays down the form of organization, responsibilities, the work of each phase and the management requirements.
# custom:
#   clause: 8.1.a
#   mandatory: false
#   title_zh: 项目管理流程
#   description_zh: 有经批准并现行有效的项目管理流程，规定组织形式、工作职责、各阶段工作内容和管理要求。
#   judgement:
#     zh: 流程是否完备并符合机构自身特点。
#     en: Whether the process is complete and suits the provider.
#   reading:
#     zh: 参考 GB/T 30271 为建议，不作为判定条件。
#     en: Following GB/T 30271 is a suggestion and decides nothing.
management_process := outcomes.of(documents.policy("service_process", ["organization_form", "responsibilities", "phase_contents", "management_requirements"]))

# METADATA
# title: Personnel policy and files
# description: A personnel policy covers recruitment, appraisal, daily management and departure, and the file of every service person has its six parts.
# custom:
#   clause: 8.1.b
#   mandatory: false
#   title_zh: 人员管理制度与档案
#   description_zh: 人员管理制度涵盖录用、考核、日常管理和离职；每名服务人员的档案六项内容齐全。
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
