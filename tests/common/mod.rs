//! What the tests share: the test pack, a dossier that meets all of it, and the binary.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

pub mod appendix_c;
pub mod office;
pub mod rich;
pub mod tools;

use ciieval::engine::Engine;
use ciieval::evaluation::{self, ClauseResult, Evaluated, Evaluation};
use ciieval::pack::Pack;
use ciieval::report::Report;
use ciieval::report::model::DossierReport;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

pub const GOOD: &str = "tests/dossiers/good.yaml";

/// The folder of a test pack.
pub fn folder(name: &str) -> PathBuf {
    Path::new("tests/packs").join(name)
}

/// The test pack with others laid over it.
pub fn pack(more: &[&str]) -> Pack {
    let folders: Vec<PathBuf> = std::iter::once(&"standard")
        .chain(more)
        .map(|name| folder(name))
        .collect();
    Pack::load(&folders).unwrap()
}

/// Evidence that meets every clause of the test pack, changed by a JSON merge patch.
pub fn evidence(patch: &Value) -> Value {
    let text = std::fs::read_to_string(GOOD).unwrap();
    let mut evidence = serde_yaml::from_str(&text).unwrap();
    merge(&mut evidence, patch);
    evidence
}

fn merge(target: &mut Value, patch: &Value) {
    let (Some(object), Value::Object(patch)) = (target.as_object_mut(), patch) else {
        *target = patch.clone();
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            object.remove(key);
        } else {
            merge(
                object.entry(key.clone()).or_insert_with(|| json!({})),
                value,
            );
        }
    }
}

/// A finding on a clause.
pub fn finding(clause: &str, verdict: &str) -> Value {
    json!({
        "clause": clause, "verdict": verdict, "assessor": "赵六", "date": "2025-06-20",
        "reason": "现场核验", "evidence": ["访谈记录"],
    })
}

/// The evaluations of the evidence for the classes.
pub fn evaluate<'p>(pack: &'p Pack, evidence: &Value, classes: &[&str]) -> Vec<Evaluation<'p>> {
    evaluated(pack, evidence, classes).evaluations
}

/// All that is found out about the evidence for the classes.
pub fn evaluated<'p>(pack: &'p Pack, evidence: &Value, classes: &[&str]) -> Evaluated<'p> {
    let mut engine = Engine::new(pack, Duration::from_secs(20)).unwrap();
    let classes: Vec<_> = classes
        .iter()
        .map(|id| evaluation::class(pack, id).unwrap())
        .collect();
    evaluation::evaluate(&mut engine, pack, evidence, &classes).unwrap()
}

/// The report on the evidence for class `alpha`.
pub fn report(pack: &Pack, evidence: &Value) -> Report {
    report_on(pack, evidence, &["alpha"])
}

/// The report on the evidence for the classes.
pub fn report_on(pack: &Pack, evidence: &Value, classes: &[&str]) -> Report {
    let mut report = Report::new(pack);
    report.dossiers.push(DossierReport::new(
        "a.yaml",
        &"0".repeat(64),
        evidence,
        &evaluated(pack, evidence, classes),
    ));
    report
}

/// What a run of the binary gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the binary with arguments and the test pack.
pub fn check(arguments: &[&str]) -> Ran {
    let mut all = vec!["check", "--policies", "tests/packs/standard"];
    all.extend(arguments);
    ciieval(&all)
}

/// Runs the binary.
pub fn ciieval(arguments: &[&str]) -> Ran {
    let output = command(arguments).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The binary with arguments, in a plain English environment.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ciieval"));
    command
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANGUAGE")
        .env_remove("CLICOLOR_FORCE");
    command
}

/// The generator of dossiers with arguments.
pub fn generate(arguments: &[&str]) -> Output {
    let generator = PathBuf::from(env!("CARGO_BIN_EXE_ciieval"))
        .with_file_name("examples")
        .join(format!("generate{}", std::env::consts::EXE_SUFFIX));
    assert!(
        generator.exists(),
        "build it first: `cargo build --examples`"
    );
    Command::new(generator).args(arguments).output().unwrap()
}

/// A file with the evidence as JSON in a folder.
pub fn write(folder: &Path, name: &str, evidence: &Value) -> String {
    let path = folder.join(name);
    std::fs::write(&path, evidence.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The result of a clause.
pub fn clause<'e, 'p>(evaluation: &'e Evaluation<'p>, id: &str) -> &'e ClauseResult<'p> {
    evaluation
        .clauses
        .iter()
        .find(|result| result.clause.id.as_str() == id)
        .unwrap()
}
