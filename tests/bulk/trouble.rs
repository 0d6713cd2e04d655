//! Readers that leave and reports under way: nothing is lost, nothing is half written, and the exit
//! code is right.

use super::{lines, mixed, read, text};
use crate::common::{GOOD, check, command};
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;

#[test]
fn a_quiet_run_says_nothing_and_keeps_its_messages_in_the_report() {
    let folder = mixed(12);
    let loud = check(&[text(folder.path())]);
    let quiet = check(&[text(folder.path()), "--quiet"]);
    assert_eq!((loud.code, quiet.code, quiet.err.as_str()), (3, 3, ""));
    assert!(loud.err.contains("is not YAML") && !loud.out.contains("is not YAML"));
    assert!(quiet.out.contains("is not YAML"));
    let wrong = check(&[text(folder.path()), "--quiet", "--class", "nothing"]);
    assert!(
        wrong.code == 2 && !wrong.err.is_empty(),
        "why nothing was done is said"
    );
}

#[test]
fn a_report_gets_its_name_when_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    fs::write(&file, "of an earlier run").unwrap();
    let output = format!("json={}", text(&file));
    let arguments = [
        "check",
        "-",
        "--policies",
        "tests/packs/standard",
        "--format",
        "ndjson",
        "-o",
        &output,
    ];
    let mut child = command(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(lines(&[json!({})]).as_bytes()).unwrap();
    child
        .stdout
        .as_mut()
        .unwrap()
        .read_exact(&mut [0; 10])
        .unwrap();
    assert_eq!(read(&file), "of an earlier run");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_str(&read(&file)).unwrap();
    assert_eq!(report["dossiers"].as_array().unwrap().len(), 1);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no draft is left"
    );
}

#[test]
fn two_names_of_one_file_are_one_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = text(folder.path());
    let (a, b) = (
        format!("json={path}/x"),
        format!(
            "text={path}/../{}/x",
            folder.path().file_name().unwrap().display()
        ),
    );
    let ran = check(&[GOOD, "-o", &a, "-o", &b]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("two reports go to"), "{}", ran.err);
    let ran = check(&[GOOD, "-o", &format!("json={path}")]);
    assert_eq!(ran.code, 2, "a folder is no file");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_reader_who_leaves_a_stream_ends_it() {
    let arguments = [
        "check",
        "-",
        "--policies",
        "tests/packs/standard",
        "--format",
        "ndjson",
    ];
    let mut child = command(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    // Standard input stays open: only the first result that nobody takes can end the run.
    stdin.write_all(lines(&[json!({})]).as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(3));
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(said, "");
}

#[test]
fn a_reader_who_leaves_does_not_change_the_exit_code_or_other_reports() {
    let folder = mixed(60);
    let reports = tempfile::tempdir().unwrap();
    let file = reports.path().join("report.json");
    let output = format!("json={}", text(&file));
    let arguments = [
        "check",
        text(folder.path()),
        "--policies",
        "tests/packs/standard",
        "-q",
        "--format",
        "json",
        "-o",
        &output,
    ];
    let mut child = command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(3));
    let report: Value = serde_json::from_str(&read(&file)).unwrap();
    assert_eq!(report["dossiers"].as_array().unwrap().len(), 50);
}
