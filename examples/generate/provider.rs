//! A complete provider that satisfies every clause of the consulting class: the exemplary dossier that
//! the variants change.

use oorandom::Rand32 as Random;
use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after, shifted, text};
use crate::people;
use crate::projects::{self, CONSULTING};
use crate::registers;

/// Topics in which the service personnel are assessed.
const KNOWLEDGE: [&str; 21] = [
    "gbt_42446_management",
    "gbt_42446_construction",
    "cii_protection_law",
    "data_security_law",
    "cryptography_law",
    "classified_protection_law",
    "gbt_22080",
    "gbt_22239",
    "gbt_25070",
    "gbt_35274",
    "gbt_37973",
    "gbt_37988",
    "gbt_38631",
    "gbt_39477",
    "gbt_39786",
    "gbt_41479",
    "gbt_43207",
    "cryptography_theory",
    "cryptographic_algorithms",
    "service_method",
    "audit_methods",
];

/// The exemplary dossier of a provider with that name, varied by `seed`.
pub fn exemplary(
    seed: u64,
    name: &str,
    credit_code: &str,
    service_people: usize,
    projects_per_item: usize,
) -> Value {
    let mut random = Random::new(seed);
    let posts = people::posts(service_people);
    let services: Vec<&str> = CONSULTING.iter().map(|item| item.service).collect();
    let mut register: Vec<Value> = posts
        .iter()
        .enumerate()
        .map(|(index, post)| people::person(&mut random, index, post, &services, &KNOWLEDGE))
        .collect();
    register[0]["offices"] = json!(["legal_representative", "senior_manager"]);
    register[1]["offices"] = json!(["director"]);
    register[2]["offices"] = json!(["senior_manager"]);
    let own: Vec<usize> = (0..posts.len()).collect();
    let service: Vec<usize> = own
        .iter()
        .copied()
        .filter(|index| people::delivers_services(posts[*index]))
        .collect();
    let managers: Vec<usize> = service
        .iter()
        .copied()
        .filter(|index| posts[*index] == "service_project_manager")
        .collect();
    let trainer = managers[0];
    let former = former(&mut register, &services);
    let (projects, agreements) = portfolio(&mut random, &service, &managers, projects_per_item);
    json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": text(REFERENCE), "classes": ["consulting"], "form": "third_party", "purpose": "安全咨询服务能力评价", "body": "华东关键信息基础设施服务评价中心"},
        "provider": {
            "name": name, "unified_social_credit_code": credit_code, "registered_in": "CN", "legal_form": "enterprise", "established_on": "2014-04-18",
            "registered_capital_yuan": 20_000_000, "security_services_since": "2014-09-01",
            "services_since": services.iter().map(|item| json!({"service": item, "since": "2017-01-01"})).collect::<Vec<_>>(),
            "investors": [
                {"name": people::name(0), "kind": "citizen", "country": "CN", "share_percent": 61.5},
                {"name": "江海产业投资有限公司", "kind": "legal_person", "country": "CN", "share_percent": 38.5}
            ],
            "ownership_disputes": [], "accounting": "independent", "audited_accounts_on": "2026-03-31",
            "legal_record": {"searched_on": "2026-06-20", "sources": ["国家企业信用信息公示系统", "信用中国"], "violations": []}
        },
        "positions": registers::positions(&posts),
        "people": register,
        "departures": [former],
        "qualifications": registers::qualifications(),
        "projects": projects,
        "agreements": agreements,
        "documents": registers::documents(),
        "facilities": registers::facilities(),
        "tools": registers::tools(),
        "software": [
            {"name": "办公软件", "vendor": "国产办公软件公司", "licence": "commercial", "licence_number": "WPS-2025-330", "seats": 80, "installed": 62, "valid_from": "2025-01-01", "valid_until": "2027-12-31"},
            {"name": "漏洞扫描系统", "vendor": "国内安全厂商", "licence": "commercial", "licence_number": "VS-77120", "seats": 6, "installed": 6, "valid_from": "2024-05-01"},
            {"name": "协议分析软件", "licence": "open_source", "installed": 20}
        ],
        "cryptography": [
            {"name": "签名验签服务器", "kind": "product", "algorithms": ["SM2", "SM3"], "certificate_number": "GM00911202400012", "valid_from": "2024-02-01", "valid_until": "2029-01-31"},
            {"name": "文件加密方案", "kind": "technology", "algorithms": ["SM4", "SM3"]}
        ],
        "suppliers": [],
        "data_protection_measures": [
            {"kind": "encryption", "name": "项目资料加密盘", "in_operation_from": "2022-06-01"}, {"kind": "leak_prevention", "name": "终端防泄漏系统", "in_operation_from": "2023-01-10"},
            {"kind": "access_control", "name": "文档权限系统", "in_operation_from": "2022-06-01"}
        ],
        "quality": registers::quality(&service),
        "training_plans": registers::training_plans(&posts),
        "trainings": registers::trainings(&own, &service, trainer),
        "complaints": [{
            "id": "cmp-01", "matter": "对报告交付时间的意见", "received_on": "2025-09-02", "accepted_on": "2025-09-02", "confirmed_on": "2025-09-03", "handled_on": "2025-09-08",
            "replied_on": "2025-09-09", "reply_due_on": "2025-09-17", "measures": ["调整评审排期", "书面说明"]
        }],
        "incidents": [],
        "strategy": registers::strategy(),
        "absences": [absence("remote_service", "全部服务均在现场实施"), absence("suppliers", "未引入外部人员、软件、系统和工具"), absence("ended_services_with_impact", "咨询成果交付后不影响系统运行"),
            absence("provider_replacement", "近三年未发生服务机构更换"), absence("service_discontinuation", "近三年未发生无法持续服务的情况")],
        "findings": []
    })
}

fn absence(subject: &str, reason: &str) -> Value {
    json!({"subject": subject, "stated_on": "2026-06-25", "stated_by": people::name(0), "reason": reason})
}

/// Adds a service person who left in the last three years, and gives the record of the departure.
fn former(register: &mut Vec<Value>, services: &[&str]) -> Value {
    let index = register.len();
    let mut random = Random::new(7);
    let mut person = people::person(
        &mut random,
        index,
        "service_technician",
        services,
        &["service_method"],
    );
    let left = after(REFERENCE, -500);
    person["employment"]["until"] = json!(left);
    register.push(person);
    json!({
        "person": people::id(index), "left_on": left, "access_revoked_on": left, "returned_on": left,
        "returned": ["client_materials", "service_records", "deliverables"]
    })
}

fn portfolio(
    random: &mut Random,
    service: &[usize],
    managers: &[usize],
    per_item: usize,
) -> (Vec<Value>, Vec<Value>) {
    let mut projects = Vec::new();
    let mut agreements = Vec::new();
    for (place, item) in CONSULTING.iter().enumerate() {
        for turn in 0..per_item {
            let index = projects.len();
            let back = 1000
                - i32::try_from(turn * 900 / per_item.max(1)).unwrap_or(0)
                - i32::try_from(place * 11).unwrap_or(0);
            let days = 120 + i32::try_from(random.rand_range(0..60)).unwrap_or(0);
            let mut team = vec![managers[index % managers.len()]];
            // The same three people work in an item's projects, a fourth changes.
            for candidate in (0..3)
                .map(|member| place * 3 + member)
                .chain([index * 2 + 1])
            {
                let candidate = service[candidate % service.len()];
                if !team.contains(&candidate) {
                    team.push(candidate);
                }
            }
            let made =
                projects::project(random, index, item, shifted(REFERENCE, -back), days, &team);
            projects.push(made.entry);
            agreements.extend(made.agreements);
        }
    }
    (projects, agreements)
}
