//! Security protection (9.4).

use serde_json::Value;

use super::{Class, GENERAL_TOOLS, Item, Offer, nothing_more};
use crate::registers::add_qualifications;
use crate::tools::{add_library, add_own_tool, add_tool};

pub static CLASS: Class = Class {
    id: "protection",
    items: &ITEMS,
    fewest_people: 10,
    role: "安全防护工程师",
    methods: ["资产识别方法", "脆弱性分析方法"],
    knowledge: &[
        "gbt_42446_construction",
        "gbt_42446_operation",
        "gbt_42446_audit_and_assessment",
        "gbt_20984",
        "cii_protection_law",
        "asset_discovery_tools",
        "exposure_detection_tools",
        "system_principles",
        "security_testing_methods",
        "attack_and_defense_techniques",
        "vulnerabilities",
        "audit_methods",
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
        steady_people: 5,
        record: nothing_more,
    }
}

static ITEMS: [Item; 9] = [
    item(
        "protection.asset_discovery",
        "关键业务资产探测识别",
        &["tool-asset"],
        &[
            "network_assets",
            "system_assets",
            "data_assets",
            "service_assets",
            "other_assets",
        ],
    ),
    item(
        "protection.exposure_detection",
        "互联网暴露面检测",
        &["tool-exposure"],
        &[
            "exposed_services",
            "exposed_domains",
            "exposed_ip_addresses",
            "exposed_ports",
            "website_defacement",
            "website_sensitive_words",
            "website_malicious_code",
            "website_hidden_links",
        ],
    ),
    Item {
        // Ten people are asked for (9.4.3 c).
        steady_people: 12,
        ..item(
            "protection.integration",
            "安全防护系统集成",
            GENERAL_TOOLS,
            &[
                "current_state_assessment",
                "protection_gap_analysis",
                "needs_analysis",
                "overall_solution",
            ],
        )
    },
    item(
        "protection.baseline_check",
        "安全配置基线核查",
        &["tool-baseline"],
        &[
            "manual_sampling_review",
            "baseline_deviations",
            "improvement_advice",
            "servers",
            "operating_systems",
            "databases",
            "middleware",
            "storage_devices",
            "network_devices",
            "security_devices",
            "systems",
        ],
    ),
    item(
        "protection.hardening",
        "信息系统安全加固",
        GENERAL_TOOLS,
        &[
            "vulnerability_analysis",
            "hardening_measures",
            "servers",
            "operating_systems",
            "databases",
            "middleware",
            "storage_devices",
            "network_devices",
            "security_devices",
            "systems",
        ],
    ),
    item(
        "protection.operations",
        "安全运维",
        GENERAL_TOOLS,
        &[
            "application_systems",
            "middleware",
            "databases",
            "operating_systems",
            "servers",
            "storage_devices",
            "network_devices",
            "security_devices",
            "systems",
            "operation_management",
            "operation_maintenance",
            "operation_protection",
            "operation_continuity",
        ],
    ),
    item(
        "protection.source_code_testing",
        "源代码安全检测",
        &["tool-source"],
        &["source_code_analysis", "source_code_weaknesses"],
    ),
    item(
        "protection.control_validation",
        "防护有效性验证",
        &["tool-validation"],
        &["attack_simulation", "protection_validation"],
    ),
    item(
        "protection.audit",
        "网络安全审计",
        GENERAL_TOOLS,
        &[
            "security_risk_assessment",
            "security_risk_management",
            "security_audit_report",
        ],
    ),
];

fn equip(dossier: &mut Value, offer: &Offer) {
    add_qualifications(
        dossier,
        &[
            ("operations_service", Some(2)),
            ("risk_assessment_service", Some(2)),
            ("audit_service", Some(2)),
            ("integration_service", Some(2)),
        ],
    );
    if offer.has("protection.asset_discovery") {
        add_own_tool(
            dossier,
            "tool-asset",
            "资产测绘平台",
            "asset_discovery",
            &[
                "servers",
                "terminals",
                "mobile_devices",
                "iot_devices",
                "storage",
                "network_devices",
                "security_devices",
            ],
        );
        add_library(
            dossier,
            "asset_fingerprints",
            86_400,
            "tool-asset",
            &["设备采样", "厂商资料"],
        );
    }
    if offer.has("protection.exposure_detection") {
        add_own_tool(
            dossier,
            "tool-exposure",
            "互联网暴露面检测平台",
            "exposure_detection",
            &[],
        );
    }
    if offer.has("protection.baseline_check") {
        add_own_tool(
            dossier,
            "tool-baseline",
            "基线核查工具",
            "baseline_check",
            &[
                "automatic_baseline_check",
                "difference_analysis",
                "alerting",
                "traceability",
            ],
        );
    }
    if offer.has("protection.source_code_testing") {
        add_tool(
            dossier,
            "tool-source",
            "源代码审计工具",
            "source_code_testing",
        );
    }
    if offer.has("protection.control_validation") {
        add_tool(
            dossier,
            "tool-validation",
            "攻击模拟验证平台",
            "control_validation",
        );
    }
}
