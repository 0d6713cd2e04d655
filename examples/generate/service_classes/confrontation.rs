//! Technical confrontation (9.6).

use serde_json::{Value, json};

use super::{Class, GENERAL_TOOLS, Item, Offer, nothing_more};
use crate::calendar::{Period, after};
use crate::register::{add, projects_of};
use crate::registers::{absence, add_qualifications, duty_scheme};
use crate::tools::{add_library, add_own_tool, add_tool};

pub static CLASS: Class = Class {
    id: "confrontation",
    items: &ITEMS,
    fewest_people: 15,
    role: "安全运营工程师",
    methods: ["威胁狩猎方法", "攻击链分析方法"],
    knowledge: &[
        "gbt_42446_construction",
        "gbt_42446_operation",
        "gbt_42446_audit_and_assessment",
        "cii_protection_law",
        "vulnerability_management_rules",
        "monitoring_tools",
        "log_analysis_tools",
        "incident_process",
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
        steady_people: 8,
        record: nothing_more,
    }
}

static ITEMS: [Item; 8] = [
    item(
        "confrontation.attack_defense_drill",
        "网络安全攻防演练",
        &["tool-drill"],
        &[
            "drill_scenarios",
            "defense_validation",
            "tracing_validation",
        ],
    ),
    item(
        "confrontation.attack_defense_contest",
        "网络安全攻防竞赛",
        &["tool-contest"],
        &[
            "contest_rules",
            "contest_challenges",
            "contest_preparation",
            "contest_deployment",
            "contest_operation",
            "contest_closing",
        ],
    ),
    item(
        "confrontation.threat_intelligence",
        "威胁情报共享",
        &["tool-intelligence"],
        &[
            "intelligence_collection",
            "intelligence_processing",
            "intelligence_analysis",
            "intelligence_sharing",
            "intelligence_handling",
        ],
    ),
    Item {
        record: installed_probe,
        ..item(
            "confrontation.monitoring",
            "网络安全监测",
            &["tool-monitoring"],
            &[
                "monitored_operation",
                "monitored_events",
                "monitored_logs_and_traffic",
                "situation_analysis",
                "anomaly_handling",
            ],
        )
    },
    Item {
        record: logs_of_the_client,
        ..item(
            "confrontation.log_analysis",
            "安全日志分析",
            &["tool-engine"],
            &["sector_specific_solution", "scenario_specific_solution"],
        )
    },
    Item {
        record: warnings,
        ..item(
            "confrontation.early_warning",
            "网络安全预警",
            GENERAL_TOOLS,
            &[
                "situation_analysis",
                "internal_warnings",
                "external_warnings",
                "warning_generation",
                "warning_release",
                "warning_response",
                "warning_lifting",
            ],
        )
    },
    Item {
        // Fifteen people are asked for (9.6.7 c).
        steady_people: 16,
        ..item(
            "confrontation.managed_security",
            "安全托管",
            GENERAL_TOOLS,
            &[
                "managed_asset_identification",
                "threat_detection",
                "threat_response",
                "periodic_security_report",
            ],
        )
    },
    item(
        "confrontation.key_period_assurance",
        "重要时期安全保障",
        GENERAL_TOOLS,
        &[
            "key_period_risk_assessment",
            "key_period_threat_analysis",
            "tailored_hardening_plan",
            "hardening_carried_out",
            "assessment_and_preparation",
            "monitoring_and_defense",
            "review_and_hardening",
        ],
    ),
];

fn installed_probe(project: &mut Value, period: Period) {
    install(project, period, "流量探针");
}

fn logs_of_the_client(project: &mut Value, period: Period) {
    project["log_sources"] = json!(["client_log_audit_system", "client_threat_detection_system"]);
    install(project, period, "日志采集代理");
}

fn install(project: &mut Value, Period { from, .. }: Period, program: &str) {
    project["client_side_installations"] = json!([{
        "program": program, "consented_on": after(from, 4), "tested_on": after(from, 7), "deployed_on": after(from, 9)
    }]);
}

/// Warnings of every kind, each handed over on the day it was found or on the next.
fn warnings(project: &mut Value, period: Period) {
    let given = [
        ("threat_intelligence", 10, 0),
        ("vulnerability_notice", 24, 1),
        ("alert_analysis", 31, 1),
    ];
    project["warnings"] = given
        .into_iter()
        .filter(|(_, found, later)| period.has_reached(found + later))
        .map(|(kind, found, later)| {
            json!({"kind": kind, "found_on": after(period.from, found), "delivered_on": after(period.from, found + later)})
        })
        .collect();
}

fn equip(dossier: &mut Value, offer: &Offer) {
    add_qualifications(
        dossier,
        &[
            ("operations_service", Some(2)),
            ("risk_assessment_service", Some(2)),
            ("emergency_response_service", Some(2)),
        ],
    );
    for (service, id, name, kind) in [
        (
            "attack_defense_drill",
            "tool-drill",
            "攻防演练平台",
            "attack_defense_drill_platform",
        ),
        (
            "attack_defense_contest",
            "tool-contest",
            "攻防竞赛平台",
            "attack_defense_contest_platform",
        ),
        (
            "threat_intelligence",
            "tool-intelligence",
            "威胁情报平台",
            "threat_intelligence",
        ),
        (
            "monitoring",
            "tool-monitoring",
            "安全监测平台",
            "monitoring",
        ),
    ] {
        if offer.has(&format!("confrontation.{service}")) {
            add_tool(dossier, id, name, kind);
        }
    }
    if offer.has("confrontation.threat_intelligence") {
        let sources = ["自有蜜罐网络", "行业共享", "商业情报订阅"];
        add_library(
            dossier,
            "threat_intelligence",
            3_260_000,
            "tool-intelligence",
            &sources,
        );
    }
    if offer.has("confrontation.monitoring") {
        add(
            dossier,
            "duty_schemes",
            duty_scheme("duty-monitoring", "confrontation.monitoring", true),
        );
    }
    log_analysis(dossier, offer);
    managed_security(dossier, offer);
}

fn log_analysis(dossier: &mut Value, offer: &Offer) {
    if offer.has("confrontation.log_analysis") {
        add_own_tool(
            dossier,
            "tool-engine",
            "智能日志分析引擎",
            "log_analysis_engine",
            &[],
        );
        add_library(
            dossier,
            "detection_models",
            640,
            "tool-engine",
            &["自研模型训练"],
        );
        add_library(
            dossier,
            "information_resources",
            52_000,
            "tool-engine",
            &["公开资源", "项目积累"],
        );
    } else {
        // The declaration knows no items: what another item installed would speak against it.
        for project in projects_of(dossier, "confrontation.monitoring") {
            project["client_side_installations"] = json!([]);
        }
        let declared = absence(
            dossier,
            "client_side_installations",
            "不在服务需求方设备上安装程序",
        );
        add(dossier, "absences", declared);
    }
}

fn managed_security(dossier: &mut Value, offer: &Offer) {
    if !offer.has("confrontation.managed_security") {
        let declared = absence(
            dossier,
            "own_security_operations_center",
            "未自建安全运营中心",
        );
        add(dossier, "absences", declared);
        return;
    }
    add(
        dossier,
        "duty_schemes",
        duty_scheme("duty-managed", "confrontation.managed_security", true),
    );
    for facility in [
        json!({
            "id": "fac-soc", "kind": "security_operations_center", "address": "江海市科技大道 88 号 9 层", "tenure": "leased", "from": "2021-06-01",
            "uses": ["managed_security"], "equipment": ["态势感知大屏", "值守席位 24 个"]
        }),
        json!({
            "id": "fac-data-center", "kind": "data_center", "address": "江海市数据港 3 号楼", "tenure": "owned", "from": "2021-06-01", "uses": ["managed_security"],
            "equipment": ["机柜 40 组", "双路供电"], "independent": true, "classified_protection_level": 3, "classified_protection_assessed_on": after(crate::calendar::REFERENCE, -150)
        }),
    ] {
        add(dossier, "facilities", facility);
    }
}
