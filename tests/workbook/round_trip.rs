//! YAML → XLSX → YAML loses nothing.

use ciieval::text::Language;
use ciieval::workbook::write;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

use crate::book::{SCHEMA, read, read_file, small};
use crate::common::{ciieval, generate};

/// The evidence after it has been in a workbook.
fn back(evidence: &Value, language: Language) -> Value {
    let bytes = write(&SCHEMA, evidence, language).unwrap();
    assert_eq!(bytes, write(&SCHEMA, evidence, language).unwrap());
    read(&bytes).unwrap().evidence
}

/// Numbers as they are large, so that `2.0` is `2`.
pub fn plain(value: &Value) -> Value {
    match value {
        Value::Object(keys) => keys
            .iter()
            .map(|(key, value)| (key.clone(), plain(value)))
            .collect(),
        Value::Array(entries) => entries.iter().map(plain).collect(),
        Value::Number(number) => json!(number.as_f64()),
        other => other.clone(),
    }
}

fn assert_kept(path: &Path) {
    let evidence = read_file(path).unwrap().evidence;
    for language in [Language::Chinese, Language::English] {
        let back = back(&evidence, language);
        assert!(plain(&back) == plain(&evidence), "{}", path.display());
    }
}

#[test]
fn every_example_comes_back() {
    for entry in fs::read_dir("fixtures/dossiers").unwrap() {
        let path = entry.unwrap().path();
        if !path.to_str().unwrap().contains(".expected.") {
            assert_kept(&path);
        }
    }
    assert_kept(Path::new("fixtures/cases/exemplary.yaml"));
}

#[test]
fn generated_dossiers_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().to_str().unwrap();
    let made = generate(&["--count", "12", "--seed", "3", "--size", "small", target]);
    assert!(made.status.success());
    let found = ciieval::dossier::find(&[PathBuf::from(target)]).sources;
    assert_eq!(found.len(), 12);
    for source in found {
        assert_kept(Path::new(&source.path));
    }
}

#[test]
fn a_workbook_is_evaluated_as_the_dossier_it_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.xlsx");
    let book = book.to_str().unwrap();
    for dossier in [
        "fixtures/dossiers/huaheng.yaml",
        "fixtures/dossiers/mingyuan",
    ] {
        let ran = ciieval(&["convert", dossier, book, "--force"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let evaluations = |path: &str| {
            let ran = ciieval(&["check", "-q", "--format", "json", path]);
            let mut report: Value = serde_json::from_str(&ran.out).unwrap();
            report["dossiers"][0]["evaluations"].take()
        };
        assert_eq!(evaluations(book), evaluations(dossier));
        assert!(evaluations(book)[0]["verdict"].is_string());
    }
}

#[test]
fn texts_come_back_whatever_they_look_like() {
    for text in [
        "=1+1",
        "007",
        "1.10",
        "2026-06-30",
        "'quoted",
        "\"quoted\"",
        "  around  ",
        "two\nlines",
        "two\r\nlines",
        "tab\there",
        "json:{}",
        "_x0041_",
        "_x000D_",
        "none",
        "无",
        "yes",
        "true",
        "#REF!",
        "a | b",
        "a; b；c",
        "@x",
        "#",
        "*",
        "1e3",
        "很长的中文，带标点。",
        "\u{1F600}",
        "\u{feff}x",
        "a\u{a0}",
        "<b>&amp;</b>",
    ] {
        let mut evidence = small();
        evidence["provider"]["name"] = json!(text);
        evidence["people"][0]["name"] = json!(text);
        evidence["people"][0]["department"] = json!(text);
        evidence["provider"]["ownership_disputes"] = json!([text]);
        evidence["projects"][0]["resources"] = json!({"people": [text, "x"], "equipment": []});
        evidence["people"][0]["attachments"] =
            json!([{"file": text, "page": ""}, {"file": "b.pdf", "page": text}]);
        assert_eq!(back(&evidence, Language::English), evidence, "{text:?}");
    }
}

#[test]
fn what_is_empty_is_told_from_what_is_absent() {
    let with = |pointer: &str, value: Value| {
        let mut evidence = small();
        let (before, key) = pointer.rsplit_once('/').unwrap();
        let parent = evidence.pointer_mut(before).unwrap();
        parent[key] = value;
        evidence
    };
    for evidence in [
        small(),
        with("/people", json!([])),
        with("/people/1/certificates", json!([])),
        with("/people/0/posts", json!([])),
        with("/people/0/attachments", json!([])),
        with("/remote_access", json!({})),
        with("/remote_access", json!({"log": {}})),
        with(
            "/remote_access",
            json!({"log": {"audits": []}, "operators": []}),
        ),
        with("/strategy", json!({})),
        with("/strategy", json!({"goals": []})),
        with("/projects/0/cost", json!({})),
        with("/projects/0/cost", json!({"reviews": []})),
        with("/projects/0/remote", json!(false)),
        with("/projects/0/deliverables/0/reviews", json!([])),
    ] {
        assert_eq!(back(&evidence, Language::Chinese), evidence, "{evidence}");
    }
}

#[test]
fn numbers_come_back_exactly() {
    for number in [
        json!(0.1),
        json!(0),
        json!(1e-7),
        json!(123_456_789.123_456_7),
        json!(9_007_199_254_740_991_u64),
        json!(9_007_199_254_740_993_u64),
        json!(18_446_744_073_709_551_615_u64),
        json!(1e300),
        json!(0.1 + 0.2),
    ] {
        let mut evidence = small();
        evidence["projects"][0]["budget_yuan"] = number.clone();
        let back = back(&evidence, Language::English);
        assert_eq!(
            back["projects"][0]["budget_yuan"]
                .to_string()
                .parse::<f64>(),
            number.to_string().parse::<f64>()
        );
        if number.is_u64() {
            assert_eq!(back["projects"][0]["budget_yuan"], number);
        }
    }
}

#[test]
fn days_come_back_over_all_years() {
    for day in [
        "1900-01-01",
        "1900-02-28",
        "1900-03-01",
        "1969-12-31",
        "2024-02-29",
        "2199-12-31",
    ] {
        let mut evidence = small();
        evidence["provider"]["established_on"] = json!(day);
        assert_eq!(back(&evidence, Language::Chinese), evidence);
    }
}

#[test]
fn a_text_that_no_cell_holds_is_refused_with_its_path() {
    let mut evidence = small();
    let text = "很".repeat(32_767);
    evidence["people"][1]["name"] = json!(text);
    assert_eq!(back(&evidence, Language::Chinese), evidence);
    evidence["people"][1]["name"] = json!(text + "长");
    let error = write(&SCHEMA, &evidence, Language::Chinese).unwrap_err();
    assert_eq!(
        error,
        "people[1].name: would take 32768 characters in a cell, which holds 32767: keep the dossier as YAML, or put the text into a document and name it here"
    );
}
