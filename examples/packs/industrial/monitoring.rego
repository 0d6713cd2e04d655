# I.2 Monitoring of control systems: modelled on 9.6.4.
package industrial.monitoring

import data.ciieval.lib.experience
import data.ciieval.lib.knowledge
import data.ciieval.lib.outcomes
import data.ciieval.lib.personnel
import data.ciieval.lib.qualifications
import data.ciieval.lib.resources

# METADATA
# title: Projects of the last three years
# description: At least 3 projects of monitoring control systems in the last three years, and none abandoned in that time because a stage failed acceptance or through the provider.
# custom:
#   clause: I.2.a
#   mandatory: false
#   title_zh: 近三年项目经验
#   description_zh: 至少有 3 个近三年的工控安全监测项目可计入，且同期无因阶段性验收未通过或自身原因废止的项目。
project_experience := outcomes.of([
	experience.projects_at_least("industrial.monitoring", 3),
	experience.none_abandoned("industrial.monitoring"),
])

# METADATA
# title: Operation or emergency response qualification
# description: A qualification for security operation or for emergency response, of level 2 or higher, is held.
# custom:
#   clause: I.2.b
#   mandatory: true
#   title_zh: 安全运维或应急处理服务资质
#   description_zh: 持有二级及以上安全运维、应急处理服务资质之一。
#   judgement:
#     zh: 主张同级别的资质是否确属同级别。
#     en: Whether a qualification claimed to be of the same level is so.
provider_qualification := outcomes.of([qualifications.any_is_held_at(["operations_service", "emergency_response_service"], 2)])

# METADATA
# title: Experienced service personnel
# description: At least 3 service people each have 3 years of work in cybersecurity and took part in at least 2 projects of the item.
# custom:
#   clause: I.2.c
#   mandatory: false
#   title_zh: 有经验的服务人员
#   description_zh: 至少 3 名服务人员从事网络安全满 3 年，并各自参与过 2 个及以上本项项目。
experienced_people := outcomes.of(personnel.enough_people("industrial", 3, [
	personnel.security_years(3),
	personnel.took_part("industrial.monitoring", 2),
]))

# METADATA
# title: Knowledge and skills
# description: Everybody who works in the item was successfully assessed in control protocols and in process safety.
# custom:
#   clause: I.2.d
#   mandatory: false
#   title_zh: 人员知识和技能
#   description_zh: 承担本服务项的服务人员均通过工控协议和工艺安全的考核。
#   judgement:
#     zh: 所考核的知识和技能是否确已掌握。
#     en: Whether the people really master what they were assessed in.
knowledge_and_skills := outcomes.of(knowledge.of_assigned("industrial.monitoring", ["control_protocols", "process_safety"]))

# METADATA
# title: Tools and laboratory
# description: A tool that monitors control traffic is at disposal, and an equipped laboratory in which control systems are tested.
# custom:
#   clause: I.2.e
#   mandatory: true
#   title_zh: 工具和测试环境
#   description_zh: 配备工控流量监测工具和配有设备的工控系统测试环境。
#   reading:
#     zh: 两者缺一不可，均须在基准日可用。
#     en: Both are asked for, at disposal on the reference date.
tools_and_laboratory := outcomes.of([
	resources.has_tool("control_traffic_monitoring"),
	resources.equipped_for("facility.control_laboratory", "laboratory", "control_system_testing"),
])

# METADATA
# title: Capability to deliver
# description: The deliverables have a baseline of control behaviour and the handling of control alarms, and a project of the item is carried out each year.
# custom:
#   clause: I.2.f
#   mandatory: false
#   title_zh: 服务实施能力
#   description_zh: 交付成果包括工控行为基线和工控告警处置，且每年开展本项项目。
#   judgement:
#     zh: 交付成果是否确实体现上述内容。
#     en: Whether the deliverables really deal with these.
service_capability := outcomes.of(experience.capability("industrial.monitoring", ["control_anomaly_baseline", "control_alarm_handling"]))
