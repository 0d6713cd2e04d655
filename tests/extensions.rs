//! Packs that add to the standard, change it openly, or stand alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{Ran, ciieval};
use serde_json::{Value, json};
use std::fs;

const HUAHENG: &str = "fixtures/dossiers/huaheng.yaml";
const ALONE: [&str; 3] = ["--no-builtin", "--policies", "tests/packs/alone"];

fn report(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_pack_adds_clauses_to_a_class_and_the_report_says_so() {
    let ran = ciieval(&[
        "check",
        HUAHENG,
        "--policies",
        "tests/packs/adding",
        "--format",
        "json",
        "--quiet",
    ]);
    let report = report(&ran);
    let evaluation = &report["dossiers"][0]["evaluations"][0];
    // All of the standard is satisfied, the clause that is added at 5 % is not.
    assert_eq!(
        (&evaluation["score"], &evaluation["verdict"]),
        (&json!("95"), &json!("pass"))
    );
    assert_eq!(
        evaluation["compliance"],
        json!({"satisfied": 131, "total": 132})
    );
    assert_eq!(evaluation["not_under_7_4"], true);
    let deviation = &evaluation["deviations"][0];
    assert_eq!(deviation["id"], "additions");
    let text = deviation["text"]["en"].as_str().unwrap();
    for part in [
        "9.1 Security consulting 30 % → 25 %",
        "L Local requirements 5 %",
    ] {
        assert!(text.contains(part), "{text}");
    }
    let packs = report["packs"].as_array().unwrap();
    assert_eq!(packs[1]["id"], "test/adding");
    assert_eq!(packs[1]["sha256"].as_str().unwrap().len(), 64);
    let other = ciieval(&[
        "check",
        "fixtures/dossiers/tianqing.yaml",
        "--class",
        "training",
        "--policies",
        "tests/packs/adding",
        "--format",
        "json",
        "--quiet",
    ]);
    let other: Value = serde_json::from_str(&other.out).unwrap();
    assert!(
        other["dossiers"][0]["evaluations"][0]
            .get("deviations")
            .is_none()
    );
}

#[test]
fn the_text_report_names_every_pack() {
    let with = ciieval(&[
        "check",
        HUAHENG,
        "--policies",
        "tests/packs/adding",
        "--lang",
        "en",
    ]);
    let basis = with.out.split("\nBasis\n").nth(1).unwrap();
    let packs = basis
        .lines()
        .filter_map(|line| line.strip_prefix("  Pack: "));
    let packs: Vec<&str> = packs.collect();
    assert_eq!(packs.len(), 2, "{packs:?}");
    assert!(packs[0].starts_with("ciieval/standard 0.1.0 sha256:"));
    assert!(packs[1].starts_with("test/adding 1.0.0 sha256:"));
}

#[test]
fn what_a_pack_decides_otherwise_is_told() {
    let ran = ciieval(&[
        "check",
        HUAHENG,
        "--policies",
        "examples/packs/regional",
        "--format",
        "json",
        "--quiet",
    ]);
    let evaluation = &report(&ran)["dossiers"][0]["evaluations"][0];
    assert_eq!(evaluation["deviations"][0]["id"], "overrides");
    let text = evaluation["deviations"][0]["text"]["en"].as_str().unwrap();
    assert!(text.contains("6.2.b"), "{text}");
    assert_eq!(evaluation["not_under_7_4"], true);
}

/// What is said of the pack `adding` with its manifest changed.
fn changed(from: &str, to: &str) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    fs::create_dir(&pack).unwrap();
    fs::copy("tests/packs/adding/office.rego", pack.join("office.rego")).unwrap();
    let manifest = fs::read_to_string("tests/packs/adding/pack.yaml").unwrap();
    assert!(manifest.contains(from), "{from}");
    fs::write(pack.join("pack.yaml"), manifest.replace(from, to)).unwrap();
    ciieval(&["check", HUAHENG, "--policies", pack.to_str().unwrap()])
}

#[test]
fn what_does_not_fit_is_told_with_its_line() {
    let wrong = [
        (
            "ciieval: '>=0.1'",
            "ciieval: '>=99'",
            "pack.yaml:4: the pack needs ciieval >=99, and this is 0.1.0: use a version that fits",
        ),
        (
            "ciieval: '>=0.1'",
            "ciieval: 'newest'",
            "pack.yaml:4: `newest` is no requirement on versions: write it as `>=0.1`",
        ),
        (
            "ciieval/standard: '>=0.1'",
            "ciieval/standard: '^7'",
            "the pack needs version ^7 of pack `ciieval/standard`, and that below it is 0.1.0",
        ),
        (
            "ciieval/standard: '>=0.1'",
            "other/pack: '1'",
            "the pack needs pack `other/pack` below it",
        ),
        (
            "{consulting: 25}",
            "{consulting: 26}",
            "pack.yaml:13: with what is added the terms of class `consulting` weigh 101 %, not 100 %",
        ),
        (
            "{consulting: 25}",
            "{consulting: 25, training: 0}",
            "class `consulting` has no term `training` to give a weight",
        ),
        (
            "class: consulting",
            "class: consultation",
            "class `consultation` is extended, which no pack has",
        ),
        (
            "terms: [local]",
            "terms: [lokal]",
            "class `consulting` is given term `lokal`, which no pack has",
        ),
        (
            "extends:",
            "extend:",
            "unknown key `extend`; did you mean `extends`?",
        ),
    ];
    for (from, to, message) in wrong {
        let ran = changed(from, to);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{to}\n{}", ran.err);
        assert!(ran.err.contains(message), "{message}\n{}", ran.err);
    }
}

fn alone(command: &str, arguments: &[&str]) -> Ran {
    let mut all = vec![command];
    all.extend(arguments);
    ciieval(&all)
}

#[test]
fn a_pack_stands_alone() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": "2026-01-01", "classes": ["anything"]},
        "provider": {"name": "甲", "registered_capital_yuan": 2_000_000, "established_on": "2021-01-01"},
        // A vocabulary that the pack does not have is open.
        "people": [{"id": "p1", "name": "乙", "posts": ["boss"]}],
    });
    let path = common::write(folder.path(), "a.json", &dossier);
    let mut arguments = vec![path.as_str(), "--format", "json", "--quiet"];
    arguments.extend(ALONE);
    let ran = alone("check", &arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report = report(&ran);
    assert_eq!(
        (&report["pass_mark"], &report["pack"]["id"]),
        (&json!(50), &json!("test/alone"))
    );
    assert_eq!(report["packs"].as_array().unwrap().len(), 1);
    let evaluation = &report["dossiers"][0]["evaluations"][0];
    assert_eq!(
        (&evaluation["score"], &evaluation["verdict"]),
        (&json!("50"), &json!("pass"))
    );
    assert_eq!(evaluation["clauses"].as_array().unwrap().len(), 2);
    // The classes of the standard are none of its.
    let other = json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": "2026-01-01", "classes": ["consulting"]},
        "provider": {"name": "甲"},
    });
    let path = common::write(folder.path(), "b.json", &other);
    let mut arguments = vec![path.as_str()];
    arguments.extend(ALONE);
    let ran = alone("check", &arguments);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err.contains("unknown class `consulting`"),
        "{}",
        ran.err
    );
}

#[test]
fn a_pack_that_stands_alone_is_tested_linted_and_described() {
    let pack = "tests/packs/alone";
    let tested = alone(
        "test",
        &[pack, "--no-builtin", "--coverage", "--threshold", "100"],
    );
    assert_eq!(tested.code, 0, "{}{}", tested.out, tested.err);
    assert!(tested.out.contains("2 of 2 clause rules"), "{}", tested.out);
    let linted = alone("lint", &[pack, "--no-builtin"]);
    assert_eq!(
        (linted.code, linted.out.as_str()),
        (0, "0 problems in 2 files\n")
    );
    let schema = alone("schema", &["--no-builtin", "--policies", pack]);
    let schema: Value = serde_json::from_str(&schema.out).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let classes = &schema["$defs"]["assessment"]["properties"]["classes"]["items"]["enum"];
    assert_eq!(classes, &json!(["anything"]));
}

#[test]
fn a_pack_that_stands_alone_says_what_the_built_in_one_would() {
    let ran = alone(
        "check",
        &[
            HUAHENG,
            "--no-builtin",
            "--policies",
            "tests/packs/override",
        ],
    );
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let missing = [
        "which no earlier pack has",
        "`pass_mark` is missing",
        "`classes` is missing",
    ];
    assert!(
        missing.iter().any(|part| ran.err.contains(part)),
        "{}",
        ran.err
    );
    for arguments in [
        &["check", HUAHENG, "--no-builtin"][..],
        &["lint", "--no-builtin"],
    ] {
        let ran = ciieval(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("required"), "{}", ran.err);
    }
}

#[test]
fn a_pack_that_init_begins_is_whole_and_never_written_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("our-rules");
    let pack = pack.to_str().unwrap();
    let ran = ciieval(&["init", "pack", pack]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("class `our_rules`"), "{}", ran.out);
    assert_eq!(ciieval(&["lint", pack]).code, 0);
    let tested = ciieval(&["test", pack, "--run", "^our_rules", "--threshold", "100"]);
    assert_eq!(tested.code, 0, "{}", tested.out);
    let again = ciieval(&["init", "pack", pack]);
    assert_eq!(again.code, 2);
    assert!(
        again.err.contains("is there already and not empty"),
        "{}",
        again.err
    );
    let named = folder.path().join("other");
    let named = named.to_str().unwrap();
    assert_eq!(
        ciieval(&["init", "pack", named, "--name", "plants"]).code,
        0
    );
    assert!(
        fs::read_to_string(format!("{named}/first.rego"))
            .unwrap()
            .contains("package plants.first")
    );
    for name in ["9x", "Ours", "ciieval", "default", "a-b", ""] {
        let ran = ciieval(&["init", "pack", &format!("{named}2"), "--name", name]);
        assert_eq!(ran.code, 2, "{name}");
        assert!(ran.err.contains("cannot name a pack"), "{}", ran.err);
    }
    for name in ["consulting", "organization"] {
        let ran = ciieval(&["init", "pack", &format!("{named}2"), "--name", name]);
        assert_eq!(ran.code, 2, "{name}");
        assert!(
            ran.err.contains("is a class or a term of the standard"),
            "{}",
            ran.err
        );
    }
}
