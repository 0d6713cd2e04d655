//! Packs that mean no good, through the real program: each ends within its limits on time and memory,
//! and says what was wrong. The table in docs/trust.md is made of them: `UPDATE=1` rewrites it.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::missing_panics_doc
)]

mod common;
#[path = "hostile_packs/made.rs"]
mod made;

use common::{GOOD, command};
use serde::Deserialize;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use wait4::Wait4;

const FOLDER: &str = "tests/packs/hostile";
const PAGE: &str = "docs/trust.md";
const BEGIN: &str = "<!-- hostile packs: made by tests/hostile_packs.rs -->";
const END: &str = "<!-- end of hostile packs -->";

/// What a rule may take in these tests.
const TIMEOUT: &str = "1";
const MEMORY: &str = "256MiB";

/// Twice the time limit, as a rule that took too much memory is tried again alone, and what it takes to
/// start on a busy machine.
const LONGEST: Duration = Duration::from_secs(15);

/// The memory limit, what a single step may take beyond it, and the program itself.
const MOST: u64 = 640 << 20;

/// A pack, and what comes of it.
#[derive(Clone, Deserialize)]
pub struct Hostile {
    pack: String,
    does: String,
    exit: i32,
    says: String,
}

fn kept() -> Vec<Hostile> {
    let text = fs::read_to_string(Path::new(FOLDER).join("outcomes.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// What came of a run: how it ended, what it said, and its peak of memory in bytes.
struct Tried {
    exit: Option<i32>,
    said: String,
    took: Duration,
    peak: u64,
}

fn run(pack: &Path, more: &[&str]) -> Tried {
    let folder = tempfile::tempdir().unwrap();
    let said = folder.path().join("said");
    let file = File::create(&said).unwrap();
    let started = Instant::now();
    let mut child = command(&["check", GOOD, "--policies", "tests/packs/standard"])
        .arg("--policies")
        .arg(pack)
        .args(["--class", "alpha", "--lang", "en", "--timeout", TIMEOUT])
        .args(["--max-memory", MEMORY, "--jobs", "1"])
        .args(more)
        .env("MIMALLOC_ARENA_EAGER_COMMIT", "0")
        .stdout(Stdio::from(file.try_clone().unwrap()))
        .stderr(Stdio::from(file))
        .spawn()
        .unwrap();
    let used = child.wait4().unwrap();
    let took = started.elapsed();
    let mut bytes = Vec::new();
    File::open(&said).unwrap().read_to_end(&mut bytes).unwrap();
    Tried {
        exit: used.status.code(),
        said: String::from_utf8(bytes).unwrap(),
        took,
        peak: used.rusage.maxrss,
    }
}

/// What is wrong with how the pack ended.
fn objection(hostile: &Hostile, tried: &Tried) -> Option<String> {
    let says = hostile.says.split('|');
    let is_said = says
        .clone()
        .any(|part| tried.said.to_lowercase().contains(&part.to_lowercase()) && !part.is_empty());
    let wrong = if tried.exit != Some(hostile.exit) {
        "ended otherwise"
    } else if !is_said {
        "said something else"
    } else if tried.took > LONGEST {
        "took too long"
    } else if tried.peak > MOST {
        "took too much memory"
    } else if tried.said.contains('\u{1b}') || tried.said.contains('\u{202e}') {
        "steers the terminal"
    } else {
        return None;
    };
    Some(format!(
        "{}: {wrong}: {:?} after {:?} with {} MiB, not {} and {:?}:\n{}",
        hostile.pack,
        tried.exit,
        tried.took,
        tried.peak >> 20,
        hostile.exit,
        hostile.says,
        tried.said.chars().take(1_500).collect::<String>()
    ))
}

#[test]
fn hostile_packs_end_within_their_limits_and_say_why() {
    let mut wrong = Vec::new();
    for hostile in kept() {
        let tried = run(&Path::new(FOLDER).join(&hostile.pack), &[]);
        wrong.extend(objection(&hostile, &tried));
    }
    for (hostile, make) in made::made() {
        let folder = tempfile::tempdir().unwrap();
        make(folder.path()).unwrap();
        wrong.extend(objection(&hostile, &run(folder.path(), &[])));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_folder_is_in_the_table() {
    let mut folders: Vec<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let mut kept: Vec<String> = kept().into_iter().map(|hostile| hostile.pack).collect();
    folders.sort();
    kept.sort();
    assert_eq!(folders, kept);
}

/// A clause that fails leaves the others as they are.
#[test]
fn other_clauses_count_as_ever() {
    for pack in ["range", "text", "template", "huge-result", "pattern"] {
        let path = Path::new(FOLDER).join(pack);
        let tried = run(&path, &["--format", "ndjson", "--quiet"]);
        let report: serde_json::Value =
            serde_json::from_str(tried.said.lines().next().unwrap()).unwrap();
        let clauses = clauses(&report);
        let failed: Vec<&str> = clauses
            .iter()
            .filter(|(_, status)| status == "error")
            .map(|(id, _)| id.as_str())
            .collect();
        assert_eq!(failed, ["3.2.a"], "{pack}");
        let counted = clauses
            .iter()
            .filter(|(_, status)| status == "satisfied" || status == "not_applicable");
        assert_eq!(counted.count(), 9, "{pack}: {clauses:?}");
    }
}

/// Clause ids with their statuses, wherever they stand in a report.
fn clauses(report: &serde_json::Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut todo = vec![report];
    while let Some(value) = todo.pop() {
        match value {
            serde_json::Value::Array(members) => todo.extend(members),
            serde_json::Value::Object(entries) => {
                if let (Some(id), Some(status)) = (
                    entries.get("id").and_then(|id| id.as_str()),
                    entries.get("status").and_then(|status| status.as_str()),
                ) {
                    found.push((id.to_owned(), status.to_owned()));
                }
                todo.extend(entries.values());
            }
            _ => {}
        }
    }
    found
}

/// One dossier after another whose rules cannot be stopped: the run ends, and says so of each.
#[test]
fn a_run_over_many_dossiers_ends_though_no_rule_does() {
    let folder = tempfile::tempdir().unwrap();
    let dossiers = folder.path().join("all.ndjson");
    let line = common::evidence(&serde_json::json!({})).to_string() + "\n";
    fs::write(&dossiers, line.repeat(14)).unwrap();
    let pack = Path::new(FOLDER).join("comparison");
    let mut command = command(&["check"]);
    let output = command
        .arg(&dossiers)
        .args(["--policies", "tests/packs/standard", "--policies"])
        .arg(&pack)
        .args([
            "--class",
            "alpha",
            "--timeout",
            "0.1",
            "--jobs",
            "2",
            "--quiet",
            "--lang",
            "en",
        ])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let said =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("was stopped"), "{said}");
    assert!(
        said.contains("rules that cannot be stopped still run for 8 dossiers"),
        "{said}"
    );
}

#[test]
fn the_page_has_the_table() {
    let mut table =
        "| pack | what it does | exit code | what is said |\n|---|---|---|---|\n".to_owned();
    let made = made::made().into_iter().map(|(hostile, _)| hostile);
    let mut all: Vec<Hostile> = kept().into_iter().chain(made).collect();
    all.sort_by(|a, b| (a.exit, &a.pack).cmp(&(b.exit, &b.pack)));
    for hostile in all {
        let says: Vec<String> = hostile
            .says
            .split('|')
            .map(|says| format!("“{says}”"))
            .collect();
        let says = says.join(" or ");
        let says = if hostile.exit == 0 {
            "harmless".to_owned()
        } else {
            says
        };
        table += &format!(
            "| {} | {} | {} | {says} |\n",
            hostile.pack, hostile.does, hostile.exit
        );
    }
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let current = format!("{before}{BEGIN}\n\n{table}\n{END}{after}");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PAGE, &current).unwrap();
    } else {
        assert!(
            page == current,
            "{PAGE} is out of date: run `UPDATE=1 cargo test --test hostile_packs`"
        );
    }
}
