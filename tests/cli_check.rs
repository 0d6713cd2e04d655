//! `ciieval check`: exit codes, streams and arguments.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{GOOD, check, evidence, write};
use serde_json::{Value, json};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Paths of a dossier that passes, one that fails, and one with a rule that raises.
fn three(folder: &tempfile::TempDir) -> [String; 3] {
    let dossier = |name, patch| write(folder.path(), name, &evidence(&patch));
    [
        dossier("pass.json", json!({})),
        dossier(
            "fail.json",
            json!({"provider": {"registered_capital_yuan": 1}}),
        ),
        dossier(
            "raise.json",
            json!({"provider": {"accounting": "dependent"}}),
        ),
    ]
}

#[test]
fn the_exit_code_says_how_it_went() {
    let folder = tempfile::tempdir().unwrap();
    let [pass, fail, raise] = three(&folder);
    let code = |paths: &[&str]| check(paths).code;
    assert_eq!(code(&[&pass]), 0);
    assert_eq!(code(&[&pass, &fail]), 1);
    assert_eq!(code(&[&pass, &raise]), 3);
    assert_eq!(code(&[&fail, &raise]), 3);
    assert_eq!(code(&[&pass, "no-such-file.yaml"]), 3);
    assert_eq!(code(&["no-such-file.yaml"]), 3);
    assert_eq!(code(&[&pass, "--class", "nothing"]), 2);
    assert_eq!(code(&[&pass, "--unknown"]), 2);
    assert_eq!(code(&[]), 2);
}

#[test]
fn a_rule_that_raises_where_nothing_hangs_on_it_still_is_no_clean_run() {
    let ran = check(&[
        GOOD,
        "--policies",
        "tests/packs/raising",
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 3);
    let report = json(&ran.out);
    assert_eq!(report["dossiers"][0]["evaluations"][0]["verdict"], "pass");
}

#[test]
fn one_bad_dossier_does_not_keep_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let [pass, ..] = three(&folder);
    let bad = folder.path().join("bad.yaml");
    std::fs::write(&bad, "provider: [\n").unwrap();
    let ran = check(&[
        bad.to_str().unwrap(),
        "missing.yaml",
        &pass,
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 3);
    let report = json(&ran.out);
    assert_eq!(report["dossiers"].as_array().unwrap().len(), 1);
    let errors = report["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 2);
    assert!(errors.iter().any(|error| error["path"] == "missing.yaml"));
    assert!(errors.iter().any(|error| error["line"].is_u64()));
    // One line for each, the place first.
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(
        ran.err.contains("missing.yaml: ") && ran.err.contains("bad.yaml:"),
        "{}",
        ran.err
    );
}

#[test]
fn a_class_without_rules_is_an_error_of_the_dossier_that_applies() {
    let folder = tempfile::tempdir().unwrap();
    let both = evidence(&json!({"assessment": {"classes": ["gamma", "alpha", "beta"]}}));
    let path = write(folder.path(), "both.json", &both);
    let ran = check(&[&path, "--format", "json"]);
    assert_eq!(ran.code, 3);
    let report = json(&ran.out);
    assert_eq!(
        report["dossiers"][0]["evaluations"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let errors = report["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0]["where"], "assessment.classes[2]");
    assert_eq!(
        errors[0]["message"],
        "class `beta` has no rules in this pack; it has `alpha`"
    );
    // Asked for alone, alpha is all there is to do.
    assert_eq!(check(&[&path, "--class", "alpha"]).code, 0);
}

#[test]
fn a_class_that_cannot_be_evaluated_stops_everything() {
    for (class, said) in [
        (
            "alpa",
            "class `alpa` has no rules in this pack; it has `alpha`; did you mean `alpha`?",
        ),
        (
            "beta",
            "class `beta` has no rules in this pack; it has `alpha`",
        ),
    ] {
        let ran = check(&[GOOD, "--class", class]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert_eq!(ran.err, format!("error: {said}\n"));
    }
}

#[test]
fn a_wrong_pack_stops_everything() {
    for (pack, said) in [
        (
            "tests/packs/broken",
            "tests/packs/broken/broken.rego:4: expecting `}` while parsing set\n",
        ),
        (
            "tests/packs/unsafe",
            "tests/packs/unsafe/unsafe.rego:3: use of undefined variable `z` is unsafe\n",
        ),
        (
            "tests/packs/recursive",
            "tests/packs/recursive/recursive.rego:3: `recursive.endless` leads back to itself, which Rego does not allow: it reads `recursive.again` (tests/packs/recursive/recursive.rego:5), which reads `recursive.endless`\n",
        ),
        (
            "tests/packs/nothing",
            "tests/packs/nothing: is no folder: `--policies` takes the folder of a pack\n",
        ),
    ] {
        let ran = check(&[GOOD, "--policies", pack]);
        assert_eq!(
            (ran.code, ran.out.as_str(), ran.err.as_str()),
            (2, "", said)
        );
    }
}

#[test]
fn a_dossier_that_takes_too_long_is_stopped() {
    let ran = check(&[
        GOOD,
        "--policies",
        "tests/packs/slow",
        "--timeout",
        "0.2",
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 3);
    let said = "evaluation took longer than 200ms and was stopped: raise `--timeout`, or look for a rule that loops";
    assert_eq!(json(&ran.out)["errors"][0]["message"], said);
    for wrong in ["0", "-1", "x", "inf", "nan"] {
        assert_eq!(
            check(&[GOOD, &format!("--timeout={wrong}")]).code,
            2,
            "{wrong}"
        );
    }
}

#[test]
fn an_extension_brings_its_class() {
    let ran = check(&[
        GOOD,
        "--policies",
        "tests/packs/extension",
        "--class",
        "delta",
        "--class",
        "alpha",
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report = json(&ran.out);
    let classes: Vec<&Value> = report["dossiers"][0]["evaluations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["class"])
        .collect();
    assert_eq!(classes, ["delta", "alpha"]);
    assert_eq!(report["pack"]["id"], "ciieval/standard");
    assert_eq!(report["packs"][1]["id"], "test/extension");
}
