//! A new user's path: a blank workbook, filled in by program, checked, the first gap explained, mended, passed.

use serde_json::Value;
use std::fs;

use crate::book::{Book, Put};
use crate::common::ciieval;

/// The first clause that falls short, in the order of the text report.
fn first_gap(book: &str) -> Option<String> {
    let ran = ciieval(&[
        "check",
        book,
        "--class",
        "consulting",
        "--format",
        "json",
        "--quiet",
    ]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let clauses = report["dossiers"][0]["evaluations"][0]["clauses"]
        .as_array()
        .unwrap();
    let counts =
        |status: &Value| ["satisfied", "not_applicable"].contains(&status.as_str().unwrap());
    let mut short = clauses.iter().filter(|it| !counts(&it["status"]));
    let gap = short.find(|it| it["mandatory"] == true).or_else(|| {
        let mut short = clauses.iter().filter(|it| !counts(&it["status"]));
        short.next()
    });
    gap.map(|clause| clause["id"].as_str().unwrap().to_owned())
}

#[test]
fn from_a_blank_workbook_to_a_pass() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("provider.xlsx");
    let book = path.to_str().unwrap();
    let begun = ciieval(&[
        "init",
        "--format",
        "xlsx",
        "--class",
        "consulting",
        "--date",
        "2026-06-30",
        "--lang",
        "zh",
        "--provider",
        "恰到网安科技有限公司",
        "-o",
        book,
    ]);
    assert_eq!(begun.code, 0, "{}", begun.err);
    assert_eq!(ciieval(&["check", book]).code, 1, "nothing is filled in");

    // Filled in by program, sheet by sheet, but for the registered capital, which is too small.
    let text = fs::read_to_string("fixtures/cases/exemplary.yaml").unwrap();
    let mut evidence: Value = serde_yaml::from_str(&text).unwrap();
    evidence["assessment"]["classes"] = serde_json::json!(["consulting"]);
    let mut filled = Book::open(&fs::read(&path).unwrap());
    for (sheet, rows) in Book::of(&evidence).sheets {
        *filled.rows(&sheet) = rows;
    }
    filled.fill("provider.registered_capital_yuan", Put::Number(4_999_999.0));
    fs::write(&path, filled.bytes()).unwrap();
    assert_eq!(ciieval(&["check", book]).code, 1);

    let gap = first_gap(book).unwrap();
    assert_eq!(gap, "6.2.b");
    let explained = ciieval(&["explain", &gap, book, "--lang", "en"]);
    assert_eq!(explained.code, 0, "{}", explained.err);
    for part in [
        "registered capital",
        "5,000,000 yuan",
        "sheet 卷宗, cell B",
        "What would satisfy it",
    ] {
        assert!(explained.out.contains(part), "{part}\n{}", explained.out);
    }

    filled.fill("provider.registered_capital_yuan", Put::Number(5_000_000.0));
    fs::write(&path, filled.bytes()).unwrap();
    let passed = ciieval(&["check", book]);
    assert_eq!(passed.code, 0, "{}", passed.out);
    assert_eq!(first_gap(book), None);
}
