//! Incident response (9.7).

use serde_json::Value;

use super::{Class, GENERAL_TOOLS, Item, Offer, nothing_more};
use crate::register::add;
use crate::registers::{add_document, add_qualifications, duty_scheme};
use crate::tools::{add_library, add_tool};

pub static CLASS: Class = Class {
    id: "response",
    items: &ITEMS,
    fewest_people: 6,
    role: "应急响应工程师",
    methods: ["事件分级方法", "攻击溯源方法"],
    knowledge: &[
        "gbt_42446_construction",
        "gbt_42446_operation",
        "gbt_42446_audit_and_assessment",
        "national_incident_response_plan",
        "cii_protection_law",
        "malware_analysis_tools",
        "tracing_skills",
        "service_method",
    ],
    equip,
};

const fn item(
    service: &'static str,
    project: &'static str,
    tools: &'static [&'static str],
    topics: &'static [&'static str],
) -> Item {
    Item {
        service,
        project,
        topics,
        tools,
        steady_people: 7,
        record: nothing_more,
    }
}

static ITEMS: [Item; 4] = [
    item(
        "response.emergency_drill",
        "网络安全应急演练",
        GENERAL_TOOLS,
        &[
            "client_scenario",
            "incident_plan_drafting",
            "incident_plan_testing",
            "incident_plan_improvement",
            "drill_planning",
            "drill_delivery",
        ],
    ),
    item(
        "response.incident_handling",
        "网络安全事件响应处置",
        GENERAL_TOOLS,
        &[
            "handling_strategy",
            "handling_plan",
            "system_recovery",
            "incident_data_protection",
            "threat_removal",
        ],
    ),
    item(
        "response.malware_analysis",
        "恶意代码样本分析",
        &["tool-malware"],
        &[
            "sample_collection",
            "sample_dynamic_analysis",
            "sample_static_analysis",
            "sample_interactive_analysis",
            "sample_classification",
            "sample_repair_advice",
        ],
    ),
    item(
        "response.forensics",
        "攻击溯源与电子取证",
        &["tool-tracing"],
        &[
            "automated_incident_analysis",
            "automated_incident_tracing",
            "evidence_extraction",
            "evidence_preservation",
            "evidence_recovery",
            "evidence_analysis",
        ],
    ),
];

fn equip(dossier: &mut Value, offer: &Offer) {
    add_qualifications(
        dossier,
        &[
            ("operations_service", Some(2)),
            ("emergency_response_service", Some(2)),
        ],
    );
    if offer.has("response.incident_handling") {
        add(
            dossier,
            "duty_schemes",
            duty_scheme("duty-response", "response.incident_handling", false),
        );
        add_document(
            dossier,
            "incident_response_plan",
            "网络安全事件应急处置预案",
            &[
                "initial_isolation",
                "report_to_client",
                "report_to_authority",
            ],
        );
    }
    if offer.has("response.malware_analysis") {
        add_tool(
            dossier,
            "tool-malware",
            "恶意代码分析平台",
            "malware_analysis",
        );
        let sources = ["蜜罐捕获", "行业交换", "应急项目提取"];
        add_library(
            dossier,
            "malware_samples",
            128_000_000,
            "tool-malware",
            &sources,
        );
    }
    if offer.has("response.forensics") {
        add_tool(
            dossier,
            "tool-tracing",
            "攻击溯源取证平台",
            "attack_tracing",
        );
    }
}
