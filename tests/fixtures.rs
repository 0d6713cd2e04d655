//! The example dossiers give the results that were worked out by hand beside them, and are what the
//! generator makes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "fixtures/dossiers";

#[test]
fn results_are_those_worked_out_by_hand() {
    let report = check(&[FOLDER]);
    let dossiers = report["dossiers"].as_array().unwrap();
    assert_eq!(dossiers.len(), 5);
    for dossier in dossiers {
        let path = dossier["path"].as_str().unwrap();
        let beside = Path::new(path).with_extension("expected.yaml");
        let expected: Map<String, Value> =
            serde_yaml::from_str(&fs::read_to_string(&beside).unwrap()).unwrap();
        let evaluation = &dossier["evaluations"][0];
        for key in ["class", "verdict", "decided_by", "score", "score_exact"] {
            assert_eq!(evaluation[key], expected[key], "{path}: {key}");
        }
        for key in ["mandatory", "compliance"] {
            assert_eq!(tally(&evaluation[key]), expected[key], "{path}: {key}");
        }
        for term in evaluation["terms"].as_array().unwrap() {
            let full = format!("{0}/{0}", term["total"]);
            let given = expected["terms"]
                .get(term["id"].as_str().unwrap())
                .map_or(full.as_str(), |tally| tally.as_str().unwrap());
            assert_eq!(tally(term), given, "{path}: {}", term["id"]);
        }
        for status in ["not_satisfied", "no_evidence", "not_applicable"] {
            let clauses = evaluation["clauses"].as_array().unwrap().iter();
            let found: BTreeSet<&str> = clauses
                .filter(|clause| clause["status"] == status)
                .filter_map(|clause| clause["id"].as_str())
                .collect();
            let listed: BTreeSet<&str> = expected[status]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert_eq!(found, listed, "{path}: {status}");
        }
    }
}

fn tally(counts: &Value) -> String {
    format!("{}/{}", counts["satisfied"], counts["total"])
}

#[test]
fn the_order_and_way_of_naming_dossiers_do_not_change_their_results() {
    let whole = check(&[FOLDER]);
    let one = check(&["fixtures/dossiers/qinghe.yaml"]);
    let there = whole["dossiers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|dossier| dossier["path"] == "fixtures/dossiers/qinghe.yaml");
    assert_eq!(there, Some(&one["dossiers"][0]));
    assert_eq!(
        check(&[
            "fixtures/dossiers/qinghe.yaml",
            "fixtures/dossiers/huaheng.yaml"
        ]),
        check(&[
            "fixtures/dossiers/qinghe.yaml",
            "fixtures/dossiers/huaheng.yaml"
        ])
    );
}

#[test]
fn dossiers_are_what_the_generator_makes() {
    let made = tempfile::tempdir().unwrap();
    let generator = PathBuf::from(env!("CARGO_BIN_EXE_ciieval"))
        .with_file_name("examples")
        .join(format!("generate{}", std::env::consts::EXE_SUFFIX));
    assert!(
        generator.exists(),
        "build it first: `cargo build --examples`"
    );
    assert!(
        Command::new(generator)
            .arg(made.path())
            .status()
            .unwrap()
            .success()
    );
    for file in [
        "huaheng.yaml",
        "lanting.json",
        "mingyuan/people.yaml",
        "mingyuan/projects.yaml",
        "mingyuan/dossier.yaml",
        "mingyuan/agreements.json",
        "qinghe.yaml",
        "xinyuan.yaml",
    ] {
        let committed = fs::read(Path::new(FOLDER).join(file)).unwrap();
        assert!(
            committed == fs::read(made.path().join(file)).unwrap(),
            "{file} has drifted: run `make fixtures`"
        );
    }
}

/// The JSON report on the paths; some dossiers fail, so the exit code is 0 or 1.
fn check(paths: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_ciieval"))
        .arg("check")
        .args(paths)
        .args(["--format", "json"])
        .output()
        .unwrap();
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}
