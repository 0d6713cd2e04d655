//! A provider that applies for all six scored classes and counts on its veterans in too many of them.

use serde_json::{Value, json};

use crate::crews::Crew;
use crate::names::Names;
use crate::provider::{Profile, exemplary};
use crate::register::{add, each, keep, projects_of};
use crate::service_classes::{CLASSES, Item, Offer};
use crate::shortcomings::{self, drop_topic};

/// What the veterans work in.
const VETERANS_ITEMS: [&str; 6] = [
    "training.skills",
    "development.system_design",
    "protection.integration",
    "confrontation.managed_security",
    "response.emergency_drill",
    "response.incident_handling",
];

/// Three classes pass, and so does protection, although it loses people; technical confrontation fails by a
/// mandatory clause and incident response by the score, because the veterans, who name no classes, count in the
/// first three and in no more (7.4). What its results are made of stands in `tianqing.expected.yaml`.
pub fn tianqing() -> Value {
    let offers = offers();
    let mut dossier = exemplary(&Profile {
        seed: 6,
        name: "天擎信安技术有限公司".to_owned(),
        credit_code: "91110108MA8Q9R0T1E".to_owned(),
        established_on: "2014-04-18",
        capital_yuan: 50_000_000,
        names: Names { number: 31 },
        crews: crews(&offers),
        offers,
        shortest_project: 45,
        remote: true,
    });
    outside_intelligence(&mut dossier);
    for shortcoming in [
        shortcomings::weak_organization,
        shortcomings::weak_project_control,
        shortcomings::plan_without_tools,
        shortcomings::tool_policy_incomplete,
        shortcomings::tool_impact_untested,
        shortcomings::weak_data_protection,
        shortcomings::weak_quality,
        shortcomings::weak_training,
        shortcomings::weak_strategy,
        courses_for_one_audience,
        product_that_failed,
        plan_without_report_to_authority,
        threats_not_removed,
    ] {
        shortcoming(&mut dossier);
    }
    dossier
}

fn offers() -> Vec<Offer> {
    let [
        consulting,
        training,
        development,
        protection,
        confrontation,
        response,
    ] = CLASSES;
    vec![
        consulting.offered_in_part(
            &[
                "consulting.planning",
                "consulting.design",
                "consulting.management_system",
                "consulting.data_security",
            ],
            3,
        ),
        training.offered(1),
        development.offered(2),
        protection.offered_in_part(
            &[
                "protection.asset_discovery",
                "protection.integration",
                "protection.baseline_check",
                "protection.operations",
            ],
            3,
        ),
        confrontation.offered_in_part(
            &[
                "confrontation.attack_defense_drill",
                "confrontation.threat_intelligence",
                "confrontation.monitoring",
                "confrontation.managed_security",
            ],
            3,
        ),
        response.offered_in_part(
            &["response.emergency_drill", "response.incident_handling"],
            3,
        ),
    ]
}

fn crews(offers: &[Offer]) -> Vec<Crew> {
    let of = |places: &[usize], size| {
        let offers: Vec<&Offer> = places.iter().map(|place| &offers[*place]).collect();
        Crew::of(&offers, size)
    };
    let veterans: Vec<&'static Item> = offers
        .iter()
        .flat_map(|offer| offer.items.iter().copied())
        .filter(|item| VETERANS_ITEMS.contains(&item.service))
        .collect();
    vec![
        Crew {
            fighters: 0,
            ..of(&[0, 1], 9).named()
        },
        of(&[2], 17).named(),
        of(&[3], 8).named(),
        Crew {
            cisp_holders: Some(4),
            ..of(&[4], 13).named()
        },
        Crew {
            cisp_holders: Some(3),
            ..of(&[5], 4).named()
        },
        Crew {
            items: veterans,
            cisp_holders: Some(3),
            fighters: 2,
            ..of(&[1, 2, 3, 4, 5], 3)
        },
    ]
}

/// Threat intelligence is bought, from a supplier who is evaluated, and clients are told.
fn outside_intelligence(dossier: &mut Value) {
    keep(dossier, "absences", |absence| {
        absence["subject"] != "suppliers"
    });
    add(
        dossier,
        "suppliers",
        json!({
            "id": "sup-01", "name": "海眼威胁情报有限公司", "provides": ["software"], "from": "2022-01-01",
            "evaluations": [{"date": "2025-03-10", "result": "良好"}, {"date": "2026-03-12", "result": "优秀"}]
        }),
    );
    for project in projects_of(dossier, "confrontation.threat_intelligence") {
        let resource = json!({
            "supplier": "sup-01", "kind": "software", "from": project["from"], "until": project["until"], "notified_on": project["tool_list"]["confirmed_on"]
        });
        add(project, "external_resources", resource);
    }
}

/// 9.2.1.d: the courses of awareness education address managers alone.
fn courses_for_one_audience(dossier: &mut Value) {
    for course in each(dossier, "courses") {
        if course["services"][0] == "training.awareness" {
            course["audiences"] = json!(["管理人员"]);
        }
    }
}

/// 9.3.2.h: what was developed in a project failed the test of an independent body, though not the own one.
fn product_that_failed(dossier: &mut Value) {
    if let Some(project) = projects_of(dossier, "development.secure_development").next() {
        project["developed_products"][0]["security_tests"][1]["result"] = json!("failed");
    }
}

/// 9.7.2.g: the incident response plan does not lay down reports to authorities.
fn plan_without_report_to_authority(dossier: &mut Value) {
    drop_topic(dossier, "incident_response_plan", "report_to_authority");
}

/// 9.7.2.f: no deliverable of incident handling deals with the removal of threats.
fn threats_not_removed(dossier: &mut Value) {
    for project in projects_of(dossier, "response.incident_handling") {
        for deliverable in each(project, "deliverables") {
            keep(deliverable, "topics", |topic| topic != "threat_removal");
        }
    }
}
