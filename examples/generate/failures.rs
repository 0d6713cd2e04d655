//! Failures of mandatory clauses: each function changes an exemplary dossier so that the mandatory clause in
//! its comment fails and no other, whatever the provider applies for.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::register::{add, each, keep};

/// All of them.
pub const FAILURES: [fn(&mut Value); 14] = [
    foreign_investor,
    capital_too_low,
    consultant_abroad,
    two_years_not_full,
    too_few_graduates,
    background_check_too_late,
    risks_not_estimated,
    pirated_software,
    certification_expired,
    tool_list_confirmed_too_late,
    agreement_reviewed_too_late,
    data_used_for_products,
    commitment_missing,
    client_confirms_too_little,
];

/// 6.2.a: an investor is a company abroad.
fn foreign_investor(dossier: &mut Value) {
    dossier["provider"]["investors"][1]["country"] = json!("SG");
}

/// 6.2.b: the registered capital lies below five million yuan.
pub fn capital_too_low(dossier: &mut Value) {
    dossier["provider"]["registered_capital_yuan"] = json!(4_990_000);
}

/// 6.2.c: a service person lives abroad.
fn consultant_abroad(dossier: &mut Value) {
    if let Some(person) = service_people(dossier).last() {
        person["residence"] = json!("MY");
    }
}

/// 6.2.d: one day is missing to two years of service. Service items are not older than that, but no clause
/// that is mandatory asks for their years.
fn two_years_not_full(dossier: &mut Value) {
    dossier["provider"]["security_services_since"] = json!("2024-07-01");
}

/// 8.1.d: fewer than seven tenths of the technical and management people have a degree.
fn too_few_graduates(dossier: &mut Value) {
    for person in service_people(dossier) {
        person["education"]["level"] = json!("college");
    }
}

/// 8.1.h: somebody worked in a project before their background check.
fn background_check_too_late(dossier: &mut Value) {
    let manager = dossier["projects"][0]["manager"].clone();
    for person in each(dossier, "people").filter(|person| person["id"] == manager) {
        person["background_check"]["completed_on"] = json!(after(REFERENCE, -30));
    }
}

/// 8.2.6.a: the risk of leaks was estimated only after the service had begun.
fn risks_not_estimated(dossier: &mut Value) {
    let begun = dossier["projects"][0]["service_plan"]["issued_on"].clone();
    for risk in each(&mut dossier["projects"][0], "risks") {
        if risk["kind"] == "information_leak" {
            risk["assessed_on"] = begun.clone();
        }
    }
}

/// 8.3.c: more copies are installed than licensed.
fn pirated_software(dossier: &mut Value) {
    dossier["software"][1]["installed"] = json!(9);
}

/// 8.4.b: the certification of a regulated tool has expired.
fn certification_expired(dossier: &mut Value) {
    for tool in each(dossier, "tools").filter(|tool| tool["id"] == "tool-scan") {
        tool["certification"]["valid_until"] = json!(after(REFERENCE, -1));
    }
}

/// 8.4.c: the client confirmed the list of tools after the service had begun.
fn tool_list_confirmed_too_late(dossier: &mut Value) {
    let begun = dossier["projects"][0]["service_plan"]["issued_on"].clone();
    dossier["projects"][0]["tool_list"]["confirmed_on"] = begun;
    // A project without tools has no list to confirm.
    dossier["projects"][0]["tool_list"]["tools"] = json!(["tool-risk"]);
}

/// 8.6.a: legal counsel saw a service agreement only after it had been signed.
fn agreement_reviewed_too_late(dossier: &mut Value) {
    let begun = dossier["projects"][0]["from"].clone();
    dossier["agreements"][0]["reviewed_on"] = begun;
}

/// 8.7.e: data of a client were used for the provider's products.
fn data_used_for_products(dossier: &mut Value) {
    add(
        &mut dossier["projects"][0]["data_handling"],
        "purposes",
        json!("product_development"),
    );
}

/// 8.9.c: the commitment of a service person does not name liability.
fn commitment_missing(dossier: &mut Value) {
    if let Some(person) = service_people(dossier).last() {
        keep(&mut person["confidentiality_commitment"], "terms", |term| {
            term != "liability"
        });
    }
}

/// 8.13.d: a client does not confirm that nothing was subcontracted.
fn client_confirms_too_little(dossier: &mut Value) {
    keep(
        &mut dossier["projects"][0]["client_confirmation"],
        "points",
        |point| point != "no_subcontracting",
    );
}

fn service_people(dossier: &mut Value) -> impl Iterator<Item = &mut Value> {
    each(dossier, "people")
        .filter(|person| !person["services"].is_null() && person["employment"]["until"].is_null())
}
