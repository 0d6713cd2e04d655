//! Ctrl-C: what was finished is in the report, which says that it is partial.
#![cfg(unix)]

use super::{lines, parsed, read, text};
use crate::common::{GOOD, command};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

fn signal(child: &Child, name: &str) {
    let killed = Command::new("kill")
        .args([format!("-{name}"), child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
}

#[test]
fn what_was_finished_is_in_the_reports_and_they_say_that_they_are_partial() {
    for name in ["INT", "TERM"] {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        let json = format!("json={}", text(&file("report.json")));
        let plain = format!("text={}", text(&file("report.txt")));
        std::fs::write(file("report.json"), "of an earlier run").unwrap();
        let arguments = [
            "check",
            "-",
            "--policies",
            "tests/packs/standard",
            "--format",
            "ndjson",
            "-o",
            &json,
            "-o",
            &plain,
        ];
        let mut child = command(&arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        stdin
            .write_all(lines(&[json!({}), json!({})]).as_bytes())
            .unwrap();
        let mut results = String::new();
        stdout.read_line(&mut results).unwrap();
        stdout.read_line(&mut results).unwrap();
        assert_eq!(read(&file("report.json")), "of an earlier run");
        // More could come: standard input stays open.
        signal(&child, name);
        stdout.read_to_string(&mut results).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130));
        let results = parsed(&results);
        assert_eq!(results.len(), 3);
        assert_eq!(
            results[2],
            json!({"schema": "ciieval/result/v1", "partial": true})
        );
        let report: Value = serde_json::from_str(&read(&file("report.json"))).unwrap();
        assert_eq!(report["partial"], true);
        assert_eq!(report["dossiers"].as_array().unwrap().len(), 2);
        let schema: Value = serde_json::from_str(ciieval::report::json::SCHEMA).unwrap();
        assert!(
            jsonschema::draft202012::new(&schema)
                .unwrap()
                .is_valid(&report)
        );
        assert!(read(&file("report.txt")).ends_with(
            "\n\nInterrupted: this report is partial and has only what was finished before\n"
        ));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        drop(stdin);
    }
}

#[test]
fn nobody_waits_for_a_dossier_that_takes_long() {
    let arguments = [
        "check",
        GOOD,
        "--policies",
        "tests/packs/standard",
        "--policies",
        "tests/packs/slow",
        "--timeout",
        "60",
        "--format",
        "json",
    ];
    let mut child = command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    // The head of the report is written when the work begins.
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut report = String::new();
    stdout.read_line(&mut report).unwrap();
    let asked = Instant::now();
    signal(&child, "INT");
    stdout.read_to_string(&mut report).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(asked.elapsed() < Duration::from_secs(10));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(
        (&report["partial"], &report["dossiers"]),
        (&json!(true), &json!([]))
    );
}

#[test]
fn a_second_signal_ends_at_once_and_leaves_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.json");
    std::fs::write(&report, "of an earlier run").unwrap();
    let output = format!("json={}", text(&report));
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
    // Nobody reads: the run hangs in writing what a pipe does not hold.
    let mut stdin = child.stdin.take().unwrap();
    let input = lines(&vec![json!({}); 200]);
    let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    std::thread::sleep(Duration::from_secs(3));
    signal(&child, "INT");
    std::thread::sleep(Duration::from_millis(300));
    assert!(
        child.try_wait().unwrap().is_none(),
        "the report is waited for"
    );
    signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(read(&report), "of an earlier run");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let _ = feeding.join();
}

#[test]
fn a_run_under_nohup_outlives_its_terminal() {
    let script = "trap '' HUP; exec \"$@\"";
    let mut child = Command::new("sh")
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_ciieval")])
        .args([
            "check",
            "-",
            "--policies",
            "tests/packs/standard",
            "--format",
            "ndjson",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..2 {
        stdin.write_all(lines(&[json!({})]).as_bytes()).unwrap();
        let mut result = String::new();
        stdout.read_line(&mut result).unwrap();
        assert!(result.contains("\"verdict\":\"pass\""), "{result}");
        signal(&child, "HUP");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn tests_of_rules_that_are_stopped_leave_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("tests.json");
    std::fs::write(&report, "of an earlier run").unwrap();
    let output = format!("json={}", text(&report));
    // The tests of the standard take a while.
    let mut child = command(&["test", "-o", &output]).spawn().unwrap();
    let files = || std::fs::read_dir(folder.path()).unwrap().count();
    let begun = Instant::now();
    while files() < 2 {
        assert!(child.try_wait().unwrap().is_none() && begun.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(10));
    }
    signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!((files(), read(&report).as_str()), (1, "of an earlier run"));
}
