//! Education and training services (9.2).

use serde_json::{Value, json};

use super::{Class, Item, Offer, nothing_more};
use crate::register::add;

pub static CLASS: Class = Class {
    id: "training",
    items: &ITEMS,
    fewest_people: 4,
    role: "培训讲师",
    methods: ["培训需求分析方法", "培训效果评估方法"],
    knowledge: &[
        "gbt_42446_research_and_education",
        "cii_protection_law",
        "security_products",
        "secure_configuration",
        "service_method",
    ],
    equip,
};

const fn item(service: &'static str, project: &'static str) -> Item {
    Item {
        service,
        project,
        // What a course deals with is said of the course.
        topics: &["other"],
        tools: &[],
        steady_people: 3,
        record: nothing_more,
    }
}

static ITEMS: [Item; 4] = [
    item("training.awareness", "网络安全意识教育"),
    item("training.compliance", "网络安全合规培训"),
    item("training.technology", "网络安全技术培训"),
    item("training.skills", "网络安全技能实训"),
];

/// Service item, name, topics and formats of every course.
const COURSES: [(&str, &str, &[&str], &[&str]); 6] = [
    (
        "training.awareness",
        "领导干部网络安全意识",
        &["security_awareness"],
        &["lecture"],
    ),
    (
        "training.awareness",
        "网络安全事件案例警示",
        &["security_awareness", "incident_cases"],
        &["case_study", "online"],
    ),
    (
        "training.compliance",
        "关键信息基础设施保护法规与标准",
        &["cii_law", "cii_standards"],
        &["lecture"],
    ),
    (
        "training.technology",
        "网络安全管理与数据保护",
        &[
            "management_system",
            "risk_management",
            "security_strategy",
            "data_security_and_privacy",
            "supply_chain",
        ],
        &["lecture"],
    ),
    (
        "training.technology",
        "网络安全技术与最佳实践",
        &[
            "technology_basics",
            "advanced_technology",
            "new_technology_protection",
            "best_practice",
        ],
        &["lecture", "hands_on"],
    ),
    (
        "training.skills",
        "攻防实战训练营",
        &["practical_knowledge", "practical_exercises"],
        &["hands_on"],
    ),
];

fn equip(dossier: &mut Value, offer: &Offer) {
    let offered = COURSES.iter().filter(|course| offer.has(course.0));
    for (index, (service, name, topics, formats)) in offered.enumerate() {
        let course = json!({
            "id": format!("course-{:02}", index + 1), "name": name, "services": [service], "topics": topics,
            "audiences": ["管理人员", "技术人员"], "formats": formats, "available_from": "2023-03-01"
        });
        add(dossier, "courses", course);
    }
    add(
        dossier,
        "facilities",
        json!({
            "id": "fac-range", "kind": "training_range", "address": "江海市科技大道 88 号 8 层", "tenure": "leased", "from": "2022-01-01",
            "uses": ["skills_training"], "equipment": ["虚拟化实训平台", "攻防靶机 120 台", "网络设备实训架 6 组"], "independent": true
        }),
    );
}
