//! Packs that mean no good, through the real program: each ends within its limits on time and memory,
//! and says what was wrong. The tables in docs/trust.md are made here: `UPDATE=1` rewrites
//! them.
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

use ciieval::engine::{forbidden, limits as rules};
use ciieval::pack::limits as files;
use common::{GOOD, command};
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use wait4::Wait4;

const FOLDER: &str = "tests/packs/hostile";
const PAGE: &str = "docs/trust.md";

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
fn the_page_has_the_tables() {
    let page = fs::read_to_string(PAGE).unwrap();
    let mut current = page.clone();
    for (name, table) in [
        ("limits on packs", limits_on_packs()),
        ("forbidden builtins", forbidden_builtins()),
        ("hostile packs", hostile_packs()),
    ] {
        let begin = format!("<!-- {name}: made by tests/hostile_packs.rs -->");
        let end = format!("<!-- end of {name} -->");
        let (before, rest) = current.split_once(&begin).unwrap();
        let (_, after) = rest.split_once(&end).unwrap();
        current = format!("{before}{begin}\n\n{table}\n{end}{after}");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PAGE, &current).unwrap();
    } else {
        assert!(
            page == current,
            "{PAGE} is out of date: run `UPDATE=1 cargo test --test hostile_packs`"
        );
    }
}

#[allow(clippy::too_many_lines)] // A table reads best in one piece.
fn limits_on_packs() -> String {
    let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
    let rows = [
        ("time for a dossier", "30 s".to_owned(), "`--timeout`"),
        (
            "memory that rules take for a dossier",
            mib(rules::MEMORY),
            "`--max-memory`",
        ),
        (
            "evaluations that cannot be stopped, before no more are begun",
            rules::LEFT_ALONE.to_string(),
            "",
        ),
        (
            "text that a builtin puts together at once",
            mib(rules::BUILTIN_TEXT as u64),
            "",
        ),
        (
            "values that a builtin makes or goes through at once",
            rules::BUILTIN_VALUES.to_string(),
            "",
        ),
        (
            "bits by which a number is shifted",
            rules::SHIFT.to_string(),
            "",
        ),
        (
            "a regular expression, its repetitions written out",
            "100 KiB".to_owned(),
            "",
        ),
        (
            "values in what a rule gives",
            rules::RESULT_VALUES.to_string(),
            "",
        ),
        (
            "text in what a rule gives",
            mib(rules::RESULT_TEXT as u64),
            "",
        ),
        (
            "levels of what a rule gives",
            rules::RESULT_LEVELS.to_string(),
            "",
        ),
        (
            "rules that read each other one after another",
            rules::CHAIN.to_string(),
            "",
        ),
        ("rules of all packs", rules::RULES.to_string(), ""),
        (
            "pairs of rules of which one reads the other",
            rules::READS.to_string(),
            "",
        ),
        ("levels of parentheses and brackets", "32".to_owned(), ""),
        (
            "levels of expressions, operators in a row among them",
            rules::EXPRESSION_LEVELS.to_string(),
            "",
        ),
        ("digits of a number", rules::DIGITS.to_string(), ""),
        (
            "columns and lines of a Rego file",
            "1024 and 20000".to_owned(),
            "",
        ),
        ("size of a file", mib(files::FILE), ""),
        (
            "files of a pack",
            format!("{} of {}", files::FILES, mib(files::ALL_FILES)),
            "",
        ),
        (
            "files and folders looked at",
            format!("{} in {} levels", files::ENTRIES, files::FOLDERS),
            "",
        ),
        (
            "values in a YAML or JSON file, aliases unfolded",
            files::VALUES.to_string(),
            "",
        ),
        (
            "levels of a YAML or JSON file",
            files::LEVELS.to_string(),
            "",
        ),
        (
            "entries of a list in `pack.yaml`",
            files::LISTED.to_string(),
            "",
        ),
    ];
    let mut table = "| what | most | changed by |\n|---|---|---|\n".to_owned();
    for (what, most, by) in rows {
        let _ = writeln!(table, "| {what} | {most} | {by} |");
    }
    table
}

fn forbidden_builtins() -> String {
    let mut table = "| builtin | depends on |\n|---|---|\n".to_owned();
    for (name, _, reason) in forbidden::FORBIDDEN {
        let _ = writeln!(table, "| `{name}` | {reason} |");
    }
    table
}

fn hostile_packs() -> String {
    let made = made::made().into_iter().map(|(hostile, _)| hostile);
    let mut all: Vec<Hostile> = kept().into_iter().chain(made).collect();
    all.sort_by(|a, b| (a.exit, &a.pack).cmp(&(b.exit, &b.pack)));
    let mut table =
        "| pack | what it does | exit code | what is said |\n|---|---|---|---|\n".to_owned();
    for Hostile {
        pack,
        does,
        exit,
        says,
    } in all
    {
        let says: Vec<String> = says.split('|').map(|says| format!("“{says}”")).collect();
        let says = match exit {
            0 => "nothing: it does no harm".to_owned(),
            _ => says.join(" or "),
        };
        let _ = writeln!(table, "| {pack} | {does} | {exit} | {says} |");
    }
    table
}
