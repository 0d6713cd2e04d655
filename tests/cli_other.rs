//! `ciieval schema` and `ciieval test`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::ciieval;
use serde_json::Value;
use std::path::Path;

#[test]
fn the_schemas_are_printed() {
    for (arguments, id) in [
        (vec!["schema"], "urn:ciieval:dossier:v1"),
        (vec!["schema", "report"], "urn:ciieval:report:v1"),
    ] {
        let ran = ciieval(&arguments);
        assert_eq!(ran.code, 0);
        let schema: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(schema["$id"], id);
    }
}

#[test]
fn rego_tests_that_pass() {
    let ran = ciieval(&["test", "tests/packs/standard"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, "2 passed, 0 failed\n", "")
    );
}

/// A copy of the test pack with another test file.
fn with_test(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let manifest = std::fs::read_to_string("tests/packs/standard/pack.yaml").unwrap();
    std::fs::write(folder.path().join("pack.yaml"), manifest).unwrap();
    std::fs::write(folder.path().join("x_test.rego"), text).unwrap();
    folder
}

fn run(folder: &Path) -> common::Ran {
    ciieval(&["test", folder.to_str().unwrap()])
}

#[test]
fn rego_tests_that_fail_say_where() {
    let text = "package x_test\n\ntest_good if 1 == 1\n\ntest_bad if 1 == 2\n\ntest_raises if no_function(1)\n";
    let folder = with_test(text);
    let ran = run(folder.path());
    assert_eq!(ran.code, 1);
    let file = folder.path().join("x_test.rego").display().to_string();
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], format!("{file}:5: x_test.test_bad is not true"));
    assert!(
        lines[1].starts_with(&format!("{file}:7: x_test.test_raises {file}:7:")),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2], "1 passed, 2 failed");
}

#[test]
fn rego_tests_that_do_not_parse_are_a_wrong_pack() {
    let folder = with_test("package x_test\n\ntest_bad if {\n");
    let ran = run(folder.path());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let file = folder.path().join("x_test.rego").display().to_string();
    assert!(ran.err.starts_with(&format!("{file}:4: ")), "{}", ran.err);
}
