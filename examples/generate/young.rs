//! A company founded in the year before the reference date that has hardly any records yet.

use serde_json::{Value, json};

use crate::register::{each, forget, keep};

/// Its one service item is all that it offers.
pub fn young_company(dossier: &mut Value, service: &str) {
    let provider = &mut dossier["provider"];
    provider["established_on"] = json!("2025-02-20");
    provider["security_services_since"] = json!("2025-03-01");
    provider["registered_capital_yuan"] = json!(3_000_000);
    provider["services_since"] = json!([{"service": service, "since": "2025-03-01"}]);
    for register in [
        "quality",
        "strategy",
        "departures",
        "training_plans",
        "cryptography",
        "complaints",
        "incidents",
        "data_protection_measures",
    ] {
        forget(dossier, register);
    }
    keep(dossier, "documents", |entry| {
        [
            "service_process",
            "confidentiality_policy",
            "personnel_policy",
        ]
        .iter()
        .any(|kind| entry["kind"] == *kind)
    });
    keep(dossier, "qualifications", |entry| entry["kind"] == "isms");
    keep(dossier, "absences", |entry| {
        entry["subject"] == "remote_service"
    });
    keep(dossier, "trainings", |entry| {
        entry["kind"] == "security_awareness"
    });
    for person in each(dossier, "people") {
        forget(person, "assessments");
        forget(person, "personnel_file");
        person["employment"]["from"] = json!("2025-03-01");
    }
    keep(dossier, "people", |person| {
        person["employment"]["until"].is_null()
    });
    for position in each(dossier, "positions") {
        forget(position, "document");
    }
    keep(dossier, "projects", |project| {
        project["services"][0] == service
            && project["status"] == "completed"
            && project["from"].as_str() >= Some("2025-03-01")
    });
    let kept: Vec<Value> = each(dossier, "projects")
        .map(|project| project["id"].clone())
        .collect();
    keep(dossier, "agreements", |agreement| {
        kept.contains(&agreement["projects"][0])
    });
    for project in each(dossier, "projects") {
        for key in [
            "cost",
            "meetings",
            "risks",
            "client_confirmation",
            "handover",
        ] {
            forget(project, key);
        }
    }
}
