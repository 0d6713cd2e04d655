//! The JSON report: its contract.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use ciieval::report::format;
use ciieval::report::json::{self, Json};
use ciieval::report::model::{ErrorReport, Report};
use common::rich::rich;
use common::{evidence, pack, report, report_on};
use serde_json::{Value, json};

const GOLDEN: &str = "tests/golden/report.json";

fn rendered(report: &Report) -> Value {
    serde_json::from_str(&json::render(report).unwrap()).unwrap()
}

#[test]
fn the_report_is_the_golden_one() {
    let mut report = rendered(&rich(&pack(&["extension", "reuse"])));
    for pack in report["packs"].as_array_mut().unwrap() {
        assert_eq!(pack["sha256"].as_str().unwrap().len(), 64);
        pack["sha256"] = json!("1".repeat(64));
    }
    report["pack"] = report["packs"][0].clone();
    report["tool"]["version"] = json!("0.0.0");
    let text = format!("{report:#}\n");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(GOLDEN, &text).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    assert!(
        golden == text,
        "the report differs from {GOLDEN}: run the tests with UPDATE=1 and look at the difference"
    );
}

#[test]
fn reports_are_valid_against_the_published_schema() {
    let schema: Value = serde_json::from_str(json::SCHEMA).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let pack = pack(&["raising", "extension"]);
    let undetermined = report(
        &pack,
        &evidence(&json!({"provider": {"accounting": "dependent"}})),
    );
    let failing_decision = report(
        &common::pack(&["reuse_raising"]),
        &evidence(&json!({"provider": {"name": "odd"}})),
    );
    let reports = [
        failing_decision,
        rich(&pack),
        rich(&common::pack(&["reuse"])),
        Report::new(&pack),
        report(&pack, &evidence(&json!({}))),
        undetermined,
    ];
    for report in reports {
        let rendered = rendered(&report);
        let errors: Vec<String> = validator
            .iter_errors(&rendered)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn the_schema_takes_no_other_report() {
    let schema: Value = serde_json::from_str(json::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let good = rendered(&rich(&pack(&["reuse"])));
    assert!(validator.is_valid(&good));
    let evaluation = "/dossiers/0/evaluations/0";
    let dossier = "/dossiers/0";
    let wrong = [
        (format!("{dossier}/overview/comprehensive"), json!("pass")),
        (
            format!("{dossier}/overview/classes/1/result"),
            good["dossiers"][0]["overview"]["classes"][0]["result"].clone(),
        ),
        (format!("{dossier}/external/0/standing"), json!("pass")),
        (format!("{dossier}/external/0/verdict"), json!("pass")),
        (
            format!("{dossier}/reuse/people/0/decided_by"),
            json!("host"),
        ),
        (format!("{dossier}/reuse/notes/0/id"), json!("other")),
        ("/schema".to_owned(), json!("ciieval/report/v2")),
        (format!("{evaluation}/score"), json!("65.00")),
        (format!("{evaluation}/score"), json!(65)),
        (format!("{evaluation}/score_exact"), json!("65.5")),
        (format!("{evaluation}/verdict"), json!("passed")),
        (format!("{evaluation}/clauses/0/status"), json!("unknown")),
        (format!("{evaluation}/clauses/0/extra"), json!(1)),
        ("/errors/0/line".to_owned(), json!(0)),
    ];
    for (pointer, value) in wrong {
        let mut report = good.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        report.pointer_mut(parent).unwrap()[key] = value;
        assert!(!validator.is_valid(&report), "{pointer}");
    }
}

#[test]
fn what_mandatory_clauses_decide_keeps_its_score_for_information() {
    let poor = evidence(&json!({"provider": {"registered_capital_yuan": 4_999_999}}));
    let report = rendered(&report(&pack(&[]), &poor));
    let evaluation = &report["dossiers"][0]["evaluations"][0];
    assert_eq!(evaluation["verdict"], "fail");
    assert_eq!(evaluation["decided_by"], "mandatory");
    assert_eq!(
        (&evaluation["score"], &evaluation["score_exact"]),
        (&json!("90"), &json!("90"))
    );
    assert_eq!(evaluation["mandatory"], json!({"satisfied": 1, "total": 2}));
    assert_eq!(
        evaluation["compliance"],
        json!({"satisfied": 9, "total": 10})
    );
}

#[test]
fn classes_stand_side_by_side_in_the_standard_s_order_without_a_result_of_all() {
    let pack = pack(&["extension"]);
    let classes = ["delta", "gamma", "alpha"];
    let poor = evidence(&json!({"provider": {"registered_capital_yuan": 4_999_999}}));
    let report = rendered(&report_on(&pack, &poor, &classes));
    let dossier = &report["dossiers"][0];
    let overview = &dossier["overview"];
    assert_eq!(overview["comprehensive"], Value::Null);
    assert_eq!(overview["note"]["id"], "no_formula");
    let entries = overview["classes"].as_array().unwrap();
    let ids: Vec<&Value> = entries.iter().map(|entry| &entry["class"]).collect();
    assert_eq!(ids, ["alpha", "gamma", "delta"]);
    // The result of a class is that of its evaluation.
    let evaluations = dossier["evaluations"].as_array().unwrap();
    assert_eq!(evaluations.len(), 2);
    for evaluation in evaluations {
        let entry = entries
            .iter()
            .find(|entry| entry["class"] == evaluation["class"]);
        let result = &entry.unwrap()["result"];
        for key in [
            "verdict",
            "decided_by",
            "score",
            "score_exact",
            "mandatory",
            "compliance",
        ] {
            assert_eq!(result[key], evaluation[key], "{key}");
        }
        assert_eq!(entry.unwrap()["external"], Value::Null);
    }
    assert_eq!(entries[1]["result"], Value::Null);
}

#[test]
fn what_a_terminal_acts_on_is_escaped_and_not_lost() {
    let name = "甲\u{1b}[31m\u{9b}\u{202e}乙\u{200b}\u{e0001}";
    let report = report(&pack(&[]), &evidence(&json!({"provider": {"name": name}})));
    let text = json::render(&report).unwrap();
    assert!(
        !text.contains(
            |c: char| c.is_control() && c != '\n' || ('\u{200b}'..='\u{202e}').contains(&c)
        )
    );
    assert!(text.contains("甲\\u001b[31m\\u009b\\u202e乙\\u200b\\udb40\\udc01"));
    let back: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(back["dossiers"][0]["provider"]["name"], name);
}

#[test]
fn the_report_that_grows_is_the_model_written_at_once() {
    let pack = pack(&["extension"]);
    let (mut several, mut broken) = (rich(&pack), Report::new(&pack));
    several.dossiers.extend(several.dossiers.clone());
    several.errors.extend(several.errors.clone());
    broken
        .errors
        .push(ErrorReport::new("c.yaml", "甲 is \"wrong\"\n"));
    for report in [several, broken, Report::new(&pack), rich(&pack)] {
        let grown = format::render(&report, &Json(report.head.clone())).unwrap();
        assert_eq!(grown, json::render(&report).unwrap());
        let plain = serde_json::to_string_pretty(&report).unwrap() + "\n";
        assert_eq!(grown, plain, "nothing is escaped where nothing needs it");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let render = || json::render(&rich(&pack(&["extension", "override"]))).unwrap();
    assert_eq!(render(), render());
}
