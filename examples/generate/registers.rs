//! The other registers of a generated provider: documents, tools, facilities, trainings, quality.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::people;

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
    POLICIES
        .iter()
        .enumerate()
        .map(|(index, (kind, title, topics))| {
            let approved = after(REFERENCE, -700 + i32::try_from(index).unwrap_or(0) * 9);
            json!({
                "id": format!("doc-{:02}", index + 1), "kind": kind, "title": title, "version": "V2.1", "approved_on": approved,
                "approved_by": people::id(0), "effective_from": approved, "topics": topics
            })
        })
        .collect()
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

/// Qualifications valid on the reference date.
pub fn qualifications() -> Value {
    let list: [(&str, Option<u32>); 7] = [
        ("isms", None),
        ("itsms", None),
        ("qms", None),
        ("risk_assessment_service", Some(2)),
        ("operations_service", Some(2)),
        ("classified_protection_assessment", None),
        ("commercial_cryptography_testing", None),
    ];
    list.iter()
        .enumerate()
        .map(|(index, (kind, level))| {
            let mut entry = json!({
                "id": format!("qual-{:02}", index + 1), "kind": kind, "number": format!("ZZ-2025-{:04}", 118 + index * 61), "issuer": "认证机构",
                "valid_from": after(REFERENCE, -420), "valid_until": after(REFERENCE, 675)
            });
            if let Some(level) = level {
                entry["level"] = json!(level);
            }
            entry
        })
        .collect()
}

/// Office and laboratory.
pub fn facilities() -> Value {
    json!([
        {"id": "fac-office", "kind": "office", "address": "江海市科技大道 88 号 6 层", "tenure": "leased", "from": "2020-01-01", "until": "2029-12-31", "uses": ["service_support"]},
        {"id": "fac-lab", "kind": "laboratory", "address": "江海市科技大道 88 号 7 层", "tenure": "leased", "from": "2021-03-01", "uses": ["service_support", "cybersecurity_research"],
         "equipment": ["工控仿真环境", "攻防演练靶场", "密码测试平台", "高性能计算节点 8 台"], "independent": true}
    ])
}

/// Service tools; one of them is a regulated product with its certification.
pub fn tools() -> Value {
    let list = [
        ("tool-risk", "风险评估工具箱", "risk_assessment", "none"),
        (
            "tool-scan",
            "漏洞扫描系统",
            "vulnerability_scanning",
            "dedicated_security_product",
        ),
        (
            "tool-data",
            "数据安全评估系统",
            "data_security_assessment",
            "none",
        ),
        (
            "tool-crypto",
            "密码检测工具",
            "cryptography_testing",
            "none",
        ),
        ("tool-baseline", "基线核查工具", "baseline_check", "none"),
    ];
    list.iter()
        .map(|(id, name, kind, regulated)| {
            let mut tool = json!({
                "id": id, "name": name, "kind": kind, "version": "3.2", "available_from": "2022-05-01", "regulated_as": regulated,
                "functions": ["资产识别", "脆弱性分析", "报告生成"], "hidden_function_test": {"date": "2023-02-10", "found": []},
                "impact_test": {"date": "2023-02-12", "aspects": ["business_stability", "network_performance", "system_security"], "effects": []}
            });
            if *regulated != "none" {
                tool["certification"] = json!({
                    "kind": "certification", "body": "网络安全产品认证机构", "body_accreditation": "CNAS-C000", "number": "CCRC-2024-VP-0871",
                    "valid_from": "2024-04-01", "valid_until": "2029-03-31"
                });
            }
            tool
        })
        .collect()
}

/// Trainings of the last twelve months: every service person gets 46 hours, 10 of them on confidentiality.
pub fn trainings(own: &[usize], service: &[usize], trainer: usize) -> Value {
    let everybody = attendees(own);
    let staff = attendees(service);
    let list = [
        (
            "tr-awareness",
            "security_awareness",
            "全员网络安全意识培训",
            -300,
            4.0,
            &everybody,
        ),
        (
            "tr-system",
            "management_system",
            "管理体系宣贯",
            -280,
            4.0,
            &everybody,
        ),
        (
            "tr-secret-1",
            "confidentiality",
            "保密法规与案例",
            -250,
            5.0,
            &everybody,
        ),
        (
            "tr-secret-2",
            "confidentiality",
            "涉密资料管理",
            -70,
            5.0,
            &everybody,
        ),
        (
            "tr-pro-1",
            "professional",
            "关键信息基础设施风险评估方法",
            -220,
            10.0,
            &staff,
        ),
        (
            "tr-pro-2",
            "professional",
            "数据安全与密码应用",
            -150,
            8.0,
            &staff,
        ),
        ("tr-post", "post", "岗位技能与上岗考核", -100, 6.0, &staff),
        (
            "tr-pm",
            "project_management",
            "项目管理系统培训",
            -60,
            4.0,
            &staff,
        ),
    ];
    list.iter()
        .map(|(id, kind, title, day, hours, attendees)| {
            json!({
                "id": id, "kind": kind, "title": title, "date": after(REFERENCE, *day), "hours": hours, "trainer": people::id(trainer),
                "attendees": attendees, "record": format!("培训签到与考核记录-{id}.pdf")
            })
        })
        .collect()
}

fn attendees(people: &[usize]) -> Vec<Value> {
    people
        .iter()
        .map(|index| json!({"person": people::id(*index), "result": "passed"}))
        .collect()
}

/// A training plan for the current year that covers the posts.
pub fn training_plans(posts: &[&str]) -> Value {
    let mut service: Vec<&str> = posts
        .iter()
        .copied()
        .filter(|post| people::delivers_services(post))
        .collect();
    service.sort_unstable();
    service.dedup();
    json!([{"from": "2026-01-01", "until": "2026-12-31", "approved_on": "2025-12-15", "posts": service}])
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
