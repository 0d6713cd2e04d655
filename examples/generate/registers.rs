//! What every generated provider has on record: documents, posts, qualifications, facilities, quality, strategy.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::people;
use crate::register::{add, add_once};

/// Kind, title and topics of every policy and procedure.
const POLICIES: [(&str, &str, &[&str]); 19] = [
    (
        "service_process",
        "安全服务项目管理流程",
        &[
            "organization_form",
            "responsibilities",
            "phase_contents",
            "management_requirements",
        ],
    ),
    (
        "confidentiality_policy",
        "保密管理制度",
        &[
            "secrecy_scope",
            "secrecy_duties",
            "secrecy_measures",
            "rewards_and_penalties",
            "declassification_period",
        ],
    ),
    (
        "project_management_policy",
        "项目管理制度",
        &["responsibilities", "management_requirements"],
    ),
    (
        "quality_policy",
        "质量管理制度",
        &["responsibilities", "objectives"],
    ),
    (
        "personnel_policy",
        "人员管理制度",
        &["recruitment", "appraisal", "daily_management", "departure"],
    ),
    (
        "archive_policy",
        "档案管理制度",
        &["borrowing", "custody", "destruction"],
    ),
    (
        "training_policy",
        "教育培训制度",
        &[
            "training_planning",
            "training_delivery",
            "assessment_and_induction",
            "training_records",
        ],
    ),
    (
        "complaints_policy",
        "申诉投诉及争议处理制度",
        &[
            "post_responsibilities",
            "acceptance",
            "confirmation",
            "handling",
            "reply",
        ],
    ),
    (
        "cost_control_policy",
        "项目成本监控制度",
        &["responsibilities"],
    ),
    (
        "change_management_policy",
        "变更管理制度",
        &["responsibilities"],
    ),
    (
        "supply_chain_policy",
        "供应链安全管理制度",
        &["objectives", "strategy"],
    ),
    (
        "supplier_evaluation_policy",
        "供应商评价制度",
        &["evaluation_method"],
    ),
    (
        "tool_policy",
        "服务工具管理制度",
        &["responsibilities", "procurement", "use", "maintenance"],
    ),
    (
        "data_security_policy",
        "数据安全管理制度",
        &["data_classification", "responsibilities"],
    ),
    (
        "document_management_policy",
        "文档管理制度",
        &["responsibilities", "borrowing", "custody", "destruction"],
    ),
    (
        "management_system_manual",
        "管理体系手册",
        &["responsibilities", "objectives"],
    ),
    ("quality_objectives", "年度质量目标", &["objectives"]),
    (
        "internal_audit_procedure",
        "内部审核程序",
        &["audit_planning", "audit_feedback"],
    ),
    (
        "strategic_plan",
        "五年发展战略规划",
        &["strategy", "objectives"],
    ),
];

/// Policies and procedures, all in force.
pub fn documents() -> Value {
    let documents = POLICIES.iter().enumerate();
    documents
        .map(|(index, (kind, title, topics))| document(index, kind, title, topics))
        .collect()
}

/// Adds a document to those of the dossier.
pub fn add_document(dossier: &mut Value, kind: &str, title: &str, topics: &[&str]) {
    let index = count(dossier, "documents");
    add(dossier, "documents", document(index, kind, title, topics));
}

fn document(index: usize, kind: &str, title: &str, topics: &[&str]) -> Value {
    let approved = after(REFERENCE, -700 + i32::try_from(index).unwrap_or(0) * 9);
    json!({
        "id": format!("doc-{:02}", index + 1), "kind": kind, "title": title, "version": "V2.1", "approved_on": approved,
        "approved_by": people::id(0), "effective_from": approved, "topics": topics
    })
}

fn count(dossier: &Value, register: &str) -> usize {
    dossier[register].as_array().map_or(0, Vec::len)
}

/// Posts with duties and confidentiality requirements.
pub fn positions(posts: &[&str]) -> Value {
    let mut seen = Vec::new();
    for post in posts {
        if !seen.contains(post) {
            seen.push(*post);
        }
    }
    seen.iter()
        .map(|post| {
            json!({
                "post": post, "duties": ["履行岗位说明书规定的工作", "执行管理体系文件"], "confidentiality_requirements": ["遵守保密管理制度", "不得擅自复制和外传项目资料"],
                "reports_to": if *post == "quality_director" { "top_management" } else { "department_head" }, "document": "doc-05"
            })
        })
        .collect()
}

/// Adds qualifications valid on the reference date, each with its level where the kind has levels. A kind
/// that is already held is not added again.
pub fn add_qualifications(dossier: &mut Value, kinds: &[(&str, Option<u32>)]) {
    for (kind, level) in kinds {
        let index = count(dossier, "qualifications");
        let mut entry = json!({
            "id": format!("qual-{:02}", index + 1), "kind": kind, "number": format!("ZZ-2025-{:04}", 118 + index * 61), "issuer": "认证机构",
            "valid_from": after(REFERENCE, -420), "valid_until": after(REFERENCE, 675)
        });
        if let Some(level) = level {
            entry["level"] = json!(level);
        }
        add_once(dossier, "qualifications", "kind", entry);
    }
}

/// Office and laboratory.
pub fn facilities() -> Value {
    json!([
        {"id": "fac-office", "kind": "office", "address": "江海市科技大道 88 号 6 层", "tenure": "leased", "from": "2020-01-01", "until": "2029-12-31", "uses": ["service_support"]},
        {"id": "fac-lab", "kind": "laboratory", "address": "江海市科技大道 88 号 7 层", "tenure": "leased", "from": "2021-03-01", "uses": ["service_support", "cybersecurity_research"],
         "equipment": ["工控仿真环境", "攻防演练靶场", "密码测试平台", "高性能计算节点 8 台"], "independent": true}
    ])
}

/// Quality management: objectives, audits, reviews, supervision.
pub fn quality(service: &[usize]) -> Value {
    json!({
        "objectives": [
            {"name": "客户满意度", "target": 90, "direction": "at_least", "unit": "%", "set_on": "2026-01-05", "measurements": [{"date": "2025-12-20", "value": 94.5}, {"date": "2026-06-15", "value": 95.2}]},
            {"name": "交付成果一次评审通过率", "target": 95, "direction": "at_least", "unit": "%", "set_on": "2026-01-05", "measurements": [{"date": "2026-06-15", "value": 97}]}
        ],
        "nonconformities": [
            {"found_on": "2025-11-12", "matter": "两份过程记录缺少审核签字", "correction": "补签并完善检查单", "due_on": "2025-12-12", "closed_on": "2025-12-01"}
        ],
        "internal_audits": [
            {"date": "2025-11-12", "auditors": [people::id(9)], "departments": ["安全服务部", "质量部", "综合部"], "problems": [{"matter": "两份过程记录缺少审核签字", "due_on": "2025-12-12", "closed_on": "2025-12-01"}], "report": "内部审核报告-2025.pdf"}
        ],
        "management_reviews": [
            {"date": "2025-12-18", "report": "管理评审报告-2025.pdf", "improvements": [{"matter": "升级知识库检索平台", "due_on": "2026-05-31", "done_on": "2026-05-20"}]}
        ],
        "supervisions": [
            {"date": "2025-10-16", "supervisor": people::id(8), "people": ids(service.iter().step_by(2)), "aspects": ["onsite_activity", "process_conformity"], "record": "监督记录-2025-10.pdf"},
            {"date": "2026-04-22", "supervisor": people::id(8), "people": ids(service.iter()), "aspects": ["onsite_activity", "process_conformity", "deliverable_conformity", "deliverable_accuracy"], "record": "监督记录-2026-04.pdf"}
        ]
    })
}

fn ids<'a>(people: impl Iterator<Item = &'a usize>) -> Vec<String> {
    people.map(|index| people::id(*index)).collect()
}

/// Investment, goals and research.
pub fn strategy() -> Value {
    json!({
        "investments": [
            {"year": 2023, "amount_yuan": 2_600_000, "purpose": "实验室建设"}, {"year": 2024, "amount_yuan": 3_100_000, "purpose": "工具研发与人才培养"},
            {"year": 2025, "amount_yuan": 3_800_000, "purpose": "密码测试平台与知识库"}
        ],
        "goals": [
            {"goal": "形成覆盖七个行业的咨询方法库", "horizon": "medium_term", "set_on": "2024-03-01", "target_on": "2027-12-31", "progress": [{"date": "2026-05-30", "state": "已完成五个行业"}]},
            {"goal": "建成区域级关键信息基础设施安全研究中心", "horizon": "long_term", "set_on": "2024-03-01", "target_on": "2030-12-31", "progress": [{"date": "2026-05-30", "state": "一期实验环境投入使用"}]}
        ],
        "research": [
            {"topic": "后量子密码迁移路线研究", "from": "2024-09-01", "technologies": ["后量子密码"], "results": ["迁移评估方法 1 套", "论文 2 篇"], "applied_in": ["密码应用管理咨询项目"]},
            {"topic": "工业控制系统数据安全分级", "from": "2023-10-01", "until": "2025-03-31", "technologies": ["工业互联网"], "results": ["分级指南"], "applied_in": ["数据安全治理咨询项目"]}
        ]
    })
}

/// The declaration that something did not occur, by the first of the people.
pub fn absence(dossier: &Value, subject: &str, reason: &str) -> Value {
    json!({"subject": subject, "stated_on": "2026-06-25", "stated_by": dossier["people"][0]["name"], "reason": reason})
}

/// An on-duty scheme of a service item with every pattern of attendance.
pub fn duty_scheme(id: &str, service: &str, onsite: bool) -> Value {
    json!({
        "id": id, "services": [service], "patterns": ["5x8", "7x8", "7x24"], "onsite": onsite, "detection_minutes": 8, "response_minutes": 15,
        "measured_on": after(REFERENCE, -45), "effective_from": "2024-01-01"
    })
}
