//! The CSV report: the clauses with the numbers of the JSON report, for spreadsheets that must not be
//! made to work out anything.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use ciieval::report::csv::Csv;
use ciieval::report::format;
use ciieval::text::Language;
use common::hostile::{HOSTILE, hostile};
use common::office::{CSV, Office};
use common::rich::rich;
use common::{GOOD, check, ciieval, evidence, pack, write};
use csv::{ReaderBuilder, StringRecord};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

/// A line by the names of its columns.
type Line = BTreeMap<String, String>;

fn lines(text: &str) -> Vec<Line> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let line = |record: Result<StringRecord, csv::Error>| {
        let record = record.unwrap();
        let cells = names.iter().zip(&record);
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    reader.records().map(line).collect()
}

#[test]
fn the_report_is_the_golden_one_in_both_languages() {
    let pack = Arc::new(pack(&["extension", "reuse"]));
    let report = rich(&pack);
    for (language, name) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        let text = format::render(&report, &Csv::new(Arc::clone(&pack), language)).unwrap();
        let golden = format!("tests/golden/clauses.{name}.csv");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &text).unwrap();
        }
        assert!(
            text == fs::read_to_string(&golden).unwrap_or_default(),
            "{golden} is out of date: run `UPDATE=1 cargo test --test report_csv`"
        );
        // As RFC 4180 and spreadsheets want it.
        assert!(text.starts_with("\u{feff}record,dossier,provider,"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }
}

#[test]
fn it_has_the_clauses_of_the_json_report() {
    let folder = tempfile::tempdir().unwrap();
    let json = folder.path().join("report.json");
    let output = format!("json={}", json.display());
    let ran = ciieval(&[
        "check",
        "fixtures/dossiers",
        "--lang",
        "en",
        "--format",
        "csv",
        "-o",
        &output,
        "-q",
    ]);
    let report: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    let mut lines = lines(&ran.out).into_iter();
    for dossier in report["dossiers"].as_array().unwrap() {
        for evaluation in dossier["evaluations"].as_array().unwrap() {
            for clause in evaluation["clauses"].as_array().unwrap() {
                let line = lines.next().unwrap();
                let of = |name: &str| Value::from(line[name].as_str());
                let number = |name: &str| line[name].parse::<u64>().unwrap();
                assert_eq!(line["record"], "clause");
                assert_eq!(of("dossier"), dossier["path"]);
                assert_eq!(of("provider"), dossier["provider"]["name"]);
                assert_eq!(of("reference_date"), dossier["reference_date"]);
                for name in ["class", "verdict", "decided_by", "score", "score_exact"] {
                    assert_eq!(of(name), evaluation[name], "{name}");
                }
                assert_eq!(of("clause"), clause["id"]);
                assert_eq!(of("clause_title"), clause["title"]["en"]);
                for name in ["term", "status", "rule_status"] {
                    assert_eq!(of(name), clause[name], "{name}");
                }
                assert_eq!(line["mandatory"], clause["mandatory"].to_string());
                let checks = clause["checks"].as_array().unwrap();
                let short = checks
                    .iter()
                    .filter(|check| check["ok"] != true && check["information"] != true);
                let short = short.count() as u64;
                assert_eq!(
                    (number("checks"), number("checks_short")),
                    (checks.len() as u64, short)
                );
                assert_eq!(line["short"].is_empty(), short == 0);
            }
        }
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn it_says_where_facts_stand_and_what_could_not_be_evaluated() {
    let folder = tempfile::tempdir().unwrap();
    let short = evidence(&json!({"provider": {"registered_capital_yuan": 1}}));
    let short = write(folder.path(), "a.json", &short);
    let broken = folder.path().join("b.yaml");
    fs::write(&broken, "provider:\n  nome: x\n").unwrap();
    let ran = check(&[folder.path().to_str().unwrap(), "--format", "csv", "-q"]);
    assert_eq!(ran.code, 3);
    let lines = lines(&ran.out);
    let capital = lines.iter().find(|line| line["clause"] == "1.a").unwrap();
    assert_eq!(capital["place"], "provider.registered_capital_yuan");
    assert_eq!(capital["source"], format!("{short}:1"));
    let errors = lines.iter().filter(|line| line["record"] == "error");
    let errors: Vec<&Line> = errors.collect();
    assert!(
        errors.iter().any(|line| {
            line["dossier"] == broken.to_str().unwrap()
                && line["source"].starts_with(&format!("{}:2:", broken.display()))
                && !line["message"].is_empty()
                && line["verdict"].is_empty()
        }),
        "{errors:?}"
    );
}

#[test]
fn what_looks_like_a_formula_stays_text_and_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (text, _)) in HOSTILE.iter().enumerate() {
        write(folder.path(), &format!("{number:02}.json"), &hostile(text));
    }
    let ran = check(&[folder.path().to_str().unwrap(), "--format", "csv", "-q"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let guarded = |shown: &str| {
        let acts = shown.starts_with(['=', '+', '-', '@', '＝']);
        if acts {
            format!("'{shown}")
        } else {
            shown.to_owned()
        }
    };
    let lines = lines(&ran.out);
    for (number, (_, shown)) in HOSTILE.iter().enumerate() {
        let of_dossier = |line: &&Line| line["dossier"].ends_with(&format!("{number:02}.json"));
        let names: Vec<&str> = lines
            .iter()
            .filter(of_dossier)
            .map(|line| line["provider"].as_str())
            .collect();
        assert!(!names.is_empty());
        assert!(
            names.iter().all(|name| *name == guarded(shown)),
            "{names:?}"
        );
    }
    assert!(!ran.out.contains(['\u{202e}', '\u{1b}', '\u{0}', '\t']));
    // In a spreadsheet nothing of it is worked out, and everything is seen.
    let Some(office) = Office::find() else {
        return;
    };
    let file = folder.path().join("report.csv");
    fs::write(&file, &ran.out).unwrap();
    let book = office.convert_from(&file, Some(CSV), "xlsx", folder.path());
    let sheets = workbook::sheets(&book);
    let providers = sheets[0].column("provider");
    for (_, shown) in HOSTILE {
        let seen = providers
            .iter()
            .any(|cell| workbook::said(cell) == guarded(shown));
        assert!(seen, "`{shown}` is not in {providers:?}");
    }
    assert_eq!(sheets[0].rows.len(), lines.len() + 1);
}

#[test]
fn the_same_dossiers_give_the_same_bytes_whatever_the_threads() {
    let run = |jobs| {
        ciieval(&[
            "check",
            "fixtures/dossiers",
            "--format",
            "csv",
            "-q",
            "-j",
            jobs,
        ])
        .out
    };
    let one = run("1");
    assert_eq!(one, run("4"));
}

#[test]
fn a_class_that_another_standard_evaluates_has_a_line_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let patch = json!({"assessment": {"classes": ["alpha", "gamma"]}});
    let file = write(folder.path(), "a.json", &evidence(&patch));
    let packs = ["--policies", "tests/packs/extension", "--lang", "en"];
    let ran = check(&[&[file.as_str(), "--format", "csv"], &packs[..]].concat());
    let external: Vec<Line> = lines(&ran.out)
        .into_iter()
        .filter(|line| line["record"] == "external")
        .collect();
    assert_eq!(external.len(), 1);
    assert_eq!(external[0]["class"], "gamma");
    assert!(
        external[0]["message"].starts_with("no conclusion"),
        "{external:?}"
    );
}

#[test]
fn codes_are_the_same_in_both_languages_and_texts_are_not() {
    let run = |language| lines(&check(&[GOOD, "--format", "csv", "--lang", language]).out);
    let (chinese, english) = (run("zh"), run("en"));
    assert_eq!(chinese.len(), english.len());
    for (chinese, english) in chinese.iter().zip(&english) {
        for name in [
            "record",
            "verdict",
            "decided_by",
            "status",
            "mandatory",
            "clause",
            "term",
        ] {
            assert_eq!(chinese[name], english[name]);
        }
        assert_ne!(chinese["class_title"], english["class_title"]);
    }
}
