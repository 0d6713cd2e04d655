//! Projects of a generated provider, each with the complete record of how it was run.

use jiff::civil::Date;
use oorandom::Rand32 as Random;
use serde_json::{Value, json};

use crate::calendar::{Period, REFERENCE, after, shifted, text};
use crate::people;
use crate::service_classes::{Class, Item};

const CLIENTS: [(&str, &str); 10] = [
    ("江海省电力调度中心", "能源"),
    ("北岭铁路局", "交通"),
    ("滨江市水务集团", "水利"),
    ("东岸商业银行", "金融"),
    ("云岭广播电视台", "广播电视"),
    ("海川港口集团", "交通"),
    ("明州医疗数据中心", "卫生健康"),
    ("西岭燃气公司", "能源"),
    ("中原政务云中心", "电子政务"),
    ("青州通信公司", "公共通信"),
];

/// A project and the two agreements it rests on.
pub struct Project {
    /// The entry of the project register.
    pub entry: Value,
    /// Service and confidentiality agreement.
    pub agreements: [Value; 2],
}

/// What is to be done, when and by whom.
pub struct Assignment<'a> {
    /// Number of the project, from 0.
    pub index: usize,
    /// The class of its item.
    pub class: &'a Class,
    /// Its item.
    pub item: &'a Item,
    /// Its first day.
    pub from: Date,
    /// How many days it lasts.
    pub days: i32,
    /// The people who deliver it, by their numbers; the first manages it.
    pub team: &'a [usize],
    /// Which of the clients is the first one's.
    pub first_client: usize,
}

/// The project with its agreements.
pub fn project(random: &mut Random, assignment: &Assignment) -> Project {
    let Assignment {
        index,
        item,
        from,
        days,
        team,
        ..
    } = *assignment;
    let until = shifted(from, days);
    let period = Period { from, until };
    let running = !period.is_over();
    let last = if running { REFERENCE } else { until };
    let id = format!("prj-{:02}", index + 1);
    let (client, sector) = CLIENTS[(index + assignment.first_client) % CLIENTS.len()];
    let price = i64::from(random.rand_range(30..180)) * 10_000;
    let mut entry = json!({
        "id": id,
        "name": format!("{client}{}项目", item.project),
        "client": client,
        "sector": sector,
        "services": [item.service],
        "from": text(from),
        "until": text(until),
        "status": if running { "in_progress" } else { "completed" },
        "budget_yuan": price,
        "agreement": format!("agr-{:02}-s", index + 1),
        "manager": people::id(team[0]),
        "remote": false,
        "team": team.iter().map(|member| json!({"person": people::id(*member), "from": text(from), "until": text(until), "onsite": index.is_multiple_of(4)})).collect::<Vec<_>>(),
        "service_plan": {
            "survey_on": after(from, 3), "survey_record": format!("现状调研记录-{:02}.pdf", index + 1), "issued_on": after(from, 8),
            "contents": ["schedule", "deliverables", "tool_list", "risks", "risk_measures", "acceptance_criteria", "resources"]
        },
        "cost": cost(from, days, last, price),
        "resources": {
            "people": ["项目负责人 1 名", format!("{} {} 名", assignment.class.role, item.steady_people)], "equipment": ["检测笔记本 4 台", "专用移动介质 4 个"],
            "technology": assignment.class.methods,
            "planned_cost_yuan": price * 80 / 100
        },
        "communication": {
            "contact": people::id(team[0]),
            "reports": recurring(from, last).map(|on| json!({"date": on, "topics": ["progress", "problems", "proposals"]})).collect::<Vec<_>>()
        },
        "meetings": recurring(from, last).map(|on| json!({
            "date": on, "chaired_by": people::id(team[0]), "minutes": format!("进度会议纪要-{on}.docx"), "actions": [{"action": "跟踪遗留问题", "closed_on": on}]
        })).collect::<Vec<_>>(),
        "risks": risks(from),
        "changes": [],
        "tool_list": {"tools": item.tools, "confirmed_on": after(from, -2)},
        "tools_used": item.tools,
        "tool_exceptions": [],
        "external_resources": [],
        "subcontracts": [],
        "data_handling": {"categories": ["general"], "purposes": ["client_cii_protection"]},
        "milestones": milestones(from, days, team[0]),
        "deliverables": deliverables(item, from, days, team[0])
    });
    if index.is_multiple_of(5) && !running {
        entry["changes"] = json!([{
            "name": "增加调研范围", "notified_on": after(from, 20), "notice": ["risks", "impact", "remedies"], "approved_on": after(from, 23),
            "implemented_on": after(from, 25), "record": "变更记录单", "agreed_service_level_percent": 99.0, "measured_service_level_percent": 99.6, "measured_on": after(from, 40)
        }]);
    }
    if index.is_multiple_of(6) {
        entry["data_handling"] = json!({
            "categories": ["general", "sensitive"], "purposes": ["client_cii_protection"],
            "devices": [{"name": "服务需求方专用终端", "designated_by_client_on": text(from), "used_from": after(from, 5)}]
        });
    }
    if !running {
        entry["handover"] = json!({
            "completed_on": text(until),
            "items": [
                {"item": "client_data", "action": "cleared"}, {"item": "materials", "action": "returned"}, {"item": "access_credentials", "action": "returned"},
                {"item": "accounts", "action": "cleared"}, {"item": "deployed_tools", "action": "uninstalled"}
            ],
            "commitment_signed_on": text(until), "commitment_signed_by": [people::id(team[0])]
        });
        entry["ending"] = json!({"impacts": []});
        entry["client_confirmation"] = json!({
            "signed_on": text(until), "signed_by": format!("{client}网络安全处"),
            "points": ["no_disruption", "honest_reporting", "no_unauthorized_data_use", "no_subcontracting", "no_tied_purchase", "no_other_harm", "secrets_kept"]
        });
    }
    (item.record)(&mut entry, period);
    Project {
        entry,
        agreements: agreements(index, from, team),
    }
}

/// Days at which a project reports and meets: every three weeks until its last day.
fn recurring(from: Date, last: Date) -> impl Iterator<Item = String> {
    (1..)
        .map(move |turn| shifted(from, 21 * turn))
        .take_while(move |day| *day <= last)
        .take(6)
        .map(text)
}

fn cost(from: Date, days: i32, last: Date, price: i64) -> Value {
    let reviews: Vec<Value> = [days / 3, days * 2 / 3]
        .into_iter()
        .map(|day| shifted(from, day))
        .filter(|day| *day <= last)
        .zip([30, 65])
        .map(|(day, share)| json!({"date": text(day), "budget_yuan": price * share / 100, "spent_yuan": price * (share - 5) / 100}))
        .collect();
    json!({
        "method": "GB/T 42461", "measured_on": after(from, -40), "measured_yuan": price * 78 / 100, "quoted_on": after(from, -30), "quoted_yuan": price, "reviews": reviews
    })
}

fn risks(from: Date) -> Value {
    [
        ("provider_capability", "人员能力不足", ["配置后备人员", "专家支持"]),
        ("service_activity", "调研测试影响业务", ["避开业务高峰", "制定回退方案"]),
        ("tool_access", "工具接入影响系统", ["测试环境验证", "限速扫描"]),
        ("information_leak", "重要信息泄露", ["加密存储", "专人保管"]),
        ("schedule", "客户配合延迟", ["预留缓冲时间", "提前确认资源"]),
    ]
    .into_iter()
    .map(|(kind, description, measures)| json!({"kind": kind, "assessed_on": after(from, -5), "description": description, "measures": measures}))
    .collect()
}

fn milestones(from: Date, days: i32, manager: usize) -> Value {
    [
        ("启动与调研", 10),
        ("分析评估", days / 3),
        ("方案编制", days * 2 / 3),
        ("评审验收", days),
    ]
    .into_iter()
    .map(|(name, day)| {
        let due = shifted(from, day);
        let mut milestone = json!({"name": name, "due_on": text(due)});
        if due <= REFERENCE {
            milestone["reached_on"] = json!(text(due));
            milestone["checked_on"] = json!(text(due));
            milestone["checked_by"] = json!(people::id(manager));
        }
        milestone
    })
    .collect()
}

fn deliverables(item: &Item, from: Date, days: i32, manager: usize) -> Value {
    [("服务方案", "service_plan", 10), ("调研过程记录", "process_record", days / 3), ("专业成果", "result", days * 2 / 3), ("总结报告", "summary_report", days - 5), ("验收报告", "acceptance_report", days)]
        .into_iter()
        .map(|(name, kind, day)| {
            let due = shifted(from, day);
            let mut deliverable = json!({"name": format!("{}{name}", item.project), "kind": kind, "due_on": text(due), "norms": ["交付文档编制规范"]});
            if kind == "result" {
                deliverable["topics"] = json!(item.topics);
            }
            if due <= REFERENCE {
                deliverable["submitted_on"] = json!(text(due));
                deliverable["confirmed_on"] = json!(text(due));
                deliverable["states"] = json!(["basis", "composition", "conclusions", "measures", "data_sources", "supporting_materials"]);
                deliverable["verified_on"] = json!(after(due, -1));
                deliverable["verified_by"] = json!(people::id(manager));
                deliverable["reviews"] = json!([{"date": after(due, -1), "result": "passed", "by": "技术评审组"}]);
            }
            deliverable
        })
        .collect()
}

fn agreements(index: usize, from: Date, team: &[usize]) -> [Value; 2] {
    let project = format!("prj-{:02}", index + 1);
    let service = json!({
        "id": format!("agr-{:02}-s", index + 1), "kind": "service_agreement", "projects": [project], "signed_on": after(from, -10),
        "terms": [
            "responsibility_boundary", "scope", "content", "objectives", "milestones", "service_level", "deliverables", "acceptance", "data_protection",
            "intellectual_property", "confidentiality", "change_of_law", "change_of_law_liability", "provider_data_duties", "client_data_duties"
        ],
        "reviewed_by": people::id(10), "reviewed_on": after(from, -14)
    });
    let confidentiality = json!({
        "id": format!("agr-{:02}-c", index + 1), "kind": "confidentiality_agreement", "projects": [project], "signed_on": after(from, -8),
        "signatories": team.iter().map(|member| json!({"person": people::id(*member), "signed_on": after(from, -8)})).collect::<Vec<_>>(),
        "terms": ["confidentiality", "provider_data_duties", "client_data_duties"]
    });
    [service, confidentiality]
}
