//! The audit trail: every report in every format names program, packs, scheme, options, and of each dossier digest
//! and reference date; of a run without a dossier all but those.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::ciieval;
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

const FORMATS: [&str; 11] = [
    "text", "json", "ndjson", "html", "docx", "xlsx", "csv", "junit", "sarif", "github", "markdown",
];

/// A report as text; of archives all that stands in their parts, without markup.
fn said(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut all).unwrap();
        }
    }
    let mut text = String::new();
    let mut is_markup = false;
    for c in all.chars() {
        match c {
            '<' => is_markup = true,
            '>' => is_markup = false,
            c if !is_markup => text.push(c),
            _ => {}
        }
    }
    text
}

/// The reports of a run in every format; the JSON report read.
fn reports(folder: &Path, arguments: &[&str]) -> (Vec<(&'static str, String)>, Value) {
    let of = |format: &str| folder.join(format!("report.{format}"));
    let outputs: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("{format}={}", of(format).display()))
        .collect();
    let mut all = vec!["check", "-q", "--lang", "en"];
    all.extend(arguments);
    for output in &outputs {
        all.extend(["-o", output]);
    }
    let ran = ciieval(&all);
    assert!(ran.code == 0 || ran.code == 3, "{}", ran.err);
    let reports = FORMATS.map(|format| (format, said(&of(format))));
    let json = serde_json::from_str(&reports[1].1).unwrap();
    (reports.to_vec(), json)
}

/// What every report must name of the run.
fn of_run(json: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut named = vec![text(&json["tool"]["version"])];
    for pack in json["packs"].as_array().unwrap() {
        named.extend(["id", "version", "sha256"].map(|key| text(&pack[key])));
    }
    named.push(text(&json["options"]["scheme"]));
    named
}

fn assert_named(reports: &[(&str, String)], named: &[String]) {
    for (format, report) in reports {
        for what in named {
            assert!(report.contains(what), "{format} does not name {what}");
        }
        // JSON has options by their names, the others as a command line.
        let timeouts = [
            "--timeout 12.5",
            "\"timeout_seconds\": 12.5",
            "\"timeout_seconds\":12.5",
        ];
        let has_options = timeouts.iter().any(|it| report.contains(it));
        assert!(has_options, "{format} does not name the options");
    }
}

#[test]
fn every_format_names_what_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.yaml");
    fs::write(&plan, "schema: ciieval/scheme/v1\ntitle: 计划\n").unwrap();
    let options = [
        "--scheme",
        plan.to_str().unwrap(),
        "--timeout",
        "12.5",
        "--policies",
        "tests/packs/standard",
        "--policies",
        "tests/packs/extension",
    ];
    let dossier = ["tests/dossiers/good.yaml"];
    let (with_dossier, json) = reports(folder.path(), &[&dossier[..], &options].concat());
    assert_eq!(json["packs"].as_array().unwrap().len(), 2);
    let mut named = of_run(&json);
    for key in ["sha256", "reference_date"] {
        named.push(json["dossiers"][0][key].as_str().unwrap().to_owned());
    }
    assert_named(&with_dossier, &named);

    let broken = folder.path().join("broken.yaml");
    fs::write(&broken, "provider: [\n").unwrap();
    let broken = [broken.to_str().unwrap()];
    let (without_dossier, json) = reports(folder.path(), &[&broken[..], &options].concat());
    assert!(json["dossiers"].as_array().unwrap().is_empty());
    assert_named(&without_dossier, &of_run(&json));
}
