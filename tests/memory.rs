//! Memory does not grow with the number of dossiers, whatever the report. In a program of its own: the
//! system counts what a program had when it started another to the other's peak.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

mod common;

use common::{command, evidence};
use serde_json::json;
use std::path::Path;
use std::process::Stdio;
use wait4::Wait4;

/// The most memory that a run over `file` ever has, in bytes.
fn peak(file: &Path, report: &[&str]) -> u64 {
    let mut child = command(&[
        "check",
        "--policies",
        "tests/packs/standard",
        "--jobs",
        "2",
        "-q",
    ])
    .arg(file)
    .args(report)
    // What the program uses is counted, not what the allocator takes in advance: that differs from run to run.
    .env("MIMALLOC_ARENA_EAGER_COMMIT", "0")
    .stdout(Stdio::null())
    .spawn()
    .unwrap();
    let used = child.wait4().unwrap();
    assert_eq!(used.status.code(), Some(3));
    used.rusage.maxrss
}

/// A file with that many good and bad dossiers.
fn file(folder: &Path, count: usize) -> std::path::PathBuf {
    let file = folder.join(format!("{count}.ndjson"));
    let some: String = [
        json!({}),
        json!({"provider": {"registered_capital_yuan": 1}}),
        json!({"provider": {"accounting": "dependent"}}),
    ]
    .iter()
    .map(|patch| evidence(patch).to_string() + "\n")
    .chain(["oops\n".to_owned()])
    .collect();
    std::fs::write(&file, some.repeat(count / 4)).unwrap();
    file
}

/// Asserts that `many` dossiers take no more memory than `few`, and not much.
fn alike(few: &Path, many: &Path, report: &[&str]) {
    let (few, many) = (peak(few, report), peak(many, report));
    assert!(many < 200 << 20, "{report:?}: {many} bytes");
    assert!(
        many < few + few / 10,
        "{report:?}: {few} bytes for few, {many} for many"
    );
}

#[test]
fn twenty_times_the_dossiers_take_the_same_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (few, many) = (file(folder.path(), 1_000), file(folder.path(), 20_000));
    for report in [
        &["--format", "text", "--summary"][..],
        &["--format", "text"],
        &["--format", "ndjson"],
        &["--format", "json"],
    ] {
        alike(&few, &many, report);
    }
}

#[test]
fn six_times_the_dossiers_take_the_same_memory_in_other_formats() {
    let folder = tempfile::tempdir().unwrap();
    let (few, many) = (file(folder.path(), 1_000), file(folder.path(), 6_000));
    for format in ["csv", "junit", "sarif", "github", "markdown"] {
        alike(&few, &many, &["--format", format]);
    }
}

/// A workbook keeps heights of rows, of as many as some thousands of dossiers have.
#[test]
fn three_times_the_dossiers_take_the_same_memory_in_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let (few, many) = (file(folder.path(), 4_000), file(folder.path(), 12_000));
    alike(&few, &many, &["-o", "xlsx=/dev/null"]);
}
