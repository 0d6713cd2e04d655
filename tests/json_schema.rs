//! The published schemas mean the same to another validator: `jsonschema` for Python agrees on every
//! fixture, good and bad.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod common;

use ciieval::dossier;
use ciieval::pack::Pack;
use ciieval::schema::{Schema, published, published_for_schemes};
use ciieval::scheme::skeleton;
use ciieval::text::Language;
use common::tools::{or_skip, run};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const REQUIREMENTS: &str = "tests/json_schema/requirements.txt";

/// Where the Python package stands, installed if need be.
fn package() -> Result<PathBuf, String> {
    let version = fs::read_to_string(REQUIREMENTS).unwrap();
    let name = version.trim().replace("==", "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if !folder.join("jsonschema").is_dir() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--target"]);
        run(pip.arg(&folder).args(["-r", REQUIREMENTS]))?;
    }
    Ok(folder)
}

/// What the other validator says of each value.
fn asked(package: &Path, schema: &Value, values: &[Value]) -> Vec<bool> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("schema.json");
    fs::write(&file, schema.to_string()).unwrap();
    let mut python = Command::new("python3")
        .env("PYTHONPATH", package)
        .arg("tests/json_schema/validate.py")
        .arg(&file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = python.stdin.take().unwrap();
    let lines: Vec<String> = values.iter().map(ToString::to_string).collect();
    let lines = lines.join("\n");
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = python.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    let answers = String::from_utf8(output.stdout).unwrap();
    answers.lines().map(|line| line == "true").collect()
}

fn yaml(text: &str) -> Option<Value> {
    serde_yaml::from_str(text).ok()
}

/// Every dossier among the fixtures, and every file of the bad ones that is a mapping.
fn dossiers(schema: &Schema) -> (Vec<Value>, Vec<Value>) {
    let found = dossier::find(&["fixtures/dossiers".into()]);
    assert!(found.problems.is_empty());
    let read = |source| dossier::read(source, schema).unwrap().evidence;
    let mut good: Vec<Value> = found.sources.iter().map(read).collect();
    good.extend(yaml(
        &fs::read_to_string("fixtures/cases/exemplary.yaml").unwrap(),
    ));
    let mut bad = Vec::new();
    for entry in walkdir::WalkDir::new("fixtures/bad").sort_by_file_name() {
        let entry = entry.unwrap();
        let ending = entry.path().extension().and_then(|ending| ending.to_str());
        if let Some("yaml" | "yml" | "json") = ending
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            bad.extend(yaml(&text).filter(Value::is_object));
        }
    }
    (good, bad)
}

/// The scheme that `init scheme` writes, with its examples.
fn schemes() -> Vec<Value> {
    let filled = |language| {
        let lines = skeleton(language)
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => rest,
                _ => line,
            });
        yaml(&lines.collect::<Vec<_>>().join("\n")).unwrap()
    };
    [Language::Chinese, Language::English].map(filled).to_vec()
}

#[test]
fn another_validator_agrees_on_every_fixture() {
    let Some(package) = or_skip(package()) else {
        return;
    };
    let pack = Pack::load(&[]).unwrap();
    let (good, bad) = dossiers(&Schema::new(&pack).unwrap());
    assert!(
        good.len() >= 7 && bad.len() >= 20,
        "{} and {}",
        good.len(),
        bad.len()
    );
    let schema = published(&pack);
    assert!(asked(&package, &schema, &good).iter().all(|valid| *valid));
    let own = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let own: Vec<bool> = bad.iter().map(|value| own.is_valid(value)).collect();
    assert!(
        own.iter().filter(|valid| !**valid).count() >= 8,
        "too few of the bad ones are bad by the schema"
    );
    assert_eq!(asked(&package, &schema, &bad), own);
    let schemes = schemes();
    assert_eq!(
        asked(&package, &published_for_schemes(&pack), &schemes),
        [true, true]
    );
    let report: Value =
        serde_json::from_str(&fs::read_to_string("tests/golden/report.json").unwrap()).unwrap();
    let mut wrong = report.clone();
    wrong["dossiers"][0]["evaluations"][0]["verdict"] = Value::from("perhaps");
    let of_reports = serde_json::from_str(ciieval::report::json::SCHEMA).unwrap();
    assert_eq!(
        asked(&package, &of_reports, &[report, wrong]),
        [true, false]
    );
    println!(
        "{} dossiers, {} others, {} schemes, 2 reports: no disagreement",
        good.len(),
        bad.len(),
        schemes.len()
    );
}
