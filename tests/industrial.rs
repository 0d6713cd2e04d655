//! The worked example of a class that the standard does not know (`examples/packs/industrial/`).
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::lint::lint;
use ciieval::pack::Pack;
use ciieval::rego_test::{self, Options, Percent};
use common::{ciieval, write};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

const PACK: &str = "examples/packs/industrial";
const ITEMS: [&str; 2] = ["industrial.risk_assessment", "industrial.monitoring"];
const TOPICS: [&str; 5] = [
    "control_asset_inventory",
    "control_protocol_analysis",
    "process_safety_impact",
    "control_anomaly_baseline",
    "control_alarm_handling",
];

fn push(list: &mut Value, entry: Value) {
    if list.is_null() {
        *list = json!([]);
    }
    list.as_array_mut().unwrap().push(entry);
}

/// The entry of a register with that id.
fn entry<'v>(evidence: &'v mut Value, register: &str, id: &str) -> &'v mut Value {
    let entries = evidence[register].as_array_mut().unwrap();
    entries.iter_mut().find(|entry| entry["id"] == id).unwrap()
}

/// The exemplary dossier with what the class asks for, at the last value that is enough.
fn exemplary() -> Value {
    let text = std::fs::read_to_string("fixtures/cases/exemplary.yaml").unwrap();
    let mut evidence: Value = serde_yaml::from_str(&text).unwrap();
    evidence["assessment"]["classes"] = json!(["industrial"]);
    for (person, items) in [
        ("p01", &ITEMS[..]),
        ("p02", &ITEMS[..1]),
        ("p05", &ITEMS[1..]),
    ] {
        let person = entry(&mut evidence, "people", person);
        person["counted_for"] = json!(["industrial"]);
        for item in items {
            push(&mut person["services"], json!(item));
        }
        push(
            &mut person["service_experience"],
            json!({"service": ITEMS[0], "from": "2023-06-30"}),
        );
        push(
            &mut person["assessments"],
            json!({"topics": ["control_protocols", "process_safety"], "date": "2026-06-30", "method": "examination", "by": "教务部", "result": "passed"}),
        );
    }
    for id in ["j01", "j02", "j03"] {
        let project = entry(&mut evidence, "projects", id);
        let from = project["from"].clone();
        for item in ITEMS {
            push(&mut project["services"], json!(item));
        }
        for topic in TOPICS {
            push(&mut project["deliverables"][0]["topics"], json!(topic));
        }
        let team = project["team"].as_array_mut().unwrap();
        for person in ["p01", "p02", "p05"] {
            if !team.iter().any(|member| member["person"] == person) {
                team.push(json!({"person": person, "from": from}));
            }
        }
    }
    for kind in ["control_asset_discovery", "control_traffic_monitoring"] {
        let mut tool = entry(&mut evidence, "tools", "t-asset").clone();
        tool["id"] = json!(kind);
        tool["kind"] = json!(kind);
        push(&mut evidence["tools"], tool);
    }
    let laboratory = entry(&mut evidence, "facilities", "f-laboratory");
    push(&mut laboratory["uses"], json!("control_system_testing"));
    let agreement = entry(&mut evidence, "agreements", "a-service");
    push(&mut agreement["terms"], json!("passive_only"));
    evidence
}

/// The evaluation of the class.
fn evaluation(evidence: &Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let dossier = write(folder.path(), "dossier.json", evidence);
    let ran = ciieval(&[
        "check",
        &dossier,
        "--policies",
        PACK,
        "--format",
        "json",
        "--quiet",
    ]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_default();
    assert_eq!(report["errors"], json!([]), "{}", ran.err);
    report["dossiers"][0]["evaluations"][0].clone()
}

fn short(evaluation: &Value) -> Vec<&str> {
    let clauses = evaluation["clauses"].as_array().unwrap().iter();
    let short = clauses
        .filter(|it| !["satisfied", "not_applicable"].contains(&it["status"].as_str().unwrap()));
    short.map(|clause| clause["id"].as_str().unwrap()).collect()
}

#[test]
fn the_pack_has_no_problems_and_its_tests_evaluate_all_of_it() {
    let pack = Pack::load(&[PACK.into()]).unwrap();
    let found = lint(&pack, None).unwrap();
    let problems: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let options = Options {
        limit: Duration::from_secs(60),
        run: Some("^industrial".parse().unwrap()),
        coverage: true,
        threshold: None,
    };
    let report = rego_test::run(&pack, &options).unwrap();
    assert_eq!(
        report.summary.failed,
        0,
        "{}",
        rego_test::text::render(&report, false)
    );
    let coverage = report.coverage.unwrap();
    assert_eq!((coverage.clauses.covered, coverage.clauses.total), (13, 13));
    assert!(coverage.lines.percent >= Percent::parse("95").unwrap());
    assert!(Path::new(PACK).join("pack.yaml").is_file());
}

#[test]
fn a_provider_with_all_that_is_asked_for_passes() {
    let evaluation = evaluation(&exemplary());
    assert_eq!(short(&evaluation), [""; 0]);
    assert_eq!(
        (&evaluation["verdict"], &evaluation["score"]),
        (&json!("pass"), &json!("100"))
    );
    assert_eq!(
        evaluation["compliance"],
        json!({"satisfied": 98, "total": 98})
    );
    assert!(
        evaluation.get("deviations").is_none(),
        "a class of its own changes none of the standard's"
    );
}

#[test]
fn a_mandatory_clause_of_the_class_decides() {
    let mut evidence = exemplary();
    let terms = entry(&mut evidence, "agreements", "a-service")["terms"]
        .as_array_mut()
        .unwrap();
    terms.retain(|term| term != "passive_only");
    let evaluation = evaluation(&evidence);
    assert_eq!(short(&evaluation), ["I.1.g"]);
    assert_eq!(
        (&evaluation["verdict"], &evaluation["decided_by"]),
        (&json!("fail"), &json!("mandatory"))
    );
}

#[test]
fn other_clauses_of_the_class_cost_their_share() {
    let mut evidence = exemplary();
    let person = entry(&mut evidence, "people", "p01");
    let assessments = person["assessments"].as_array_mut().unwrap();
    assessments.retain(|it| it["topics"] != json!(["control_protocols", "process_safety"]));
    let evaluation = evaluation(&evidence);
    // One of 13 clauses at a weight of 30: 100 - 30 / 13.
    assert_eq!(short(&evaluation), ["I.2.d"]);
    assert_eq!(evaluation["score_exact"], "1270/13");
    assert_eq!(evaluation["verdict"], "pass");
}
