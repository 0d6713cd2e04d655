//! Files and folders that cannot be read, that vanish, that are links or pipes.
#![cfg(unix)]

use super::{parsed, read, text};
use crate::common::{GOOD, check, command, evidence, write};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

#[test]
fn links_and_permissions_of_a_report_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    fs::write(&file, "of an earlier run").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("file", &link).unwrap();
    let fresh = folder.path().join("fresh");
    let plain = folder.path().join("plain");
    fs::write(&plain, "").unwrap();
    let (a, b) = (
        format!("json={}", text(&link)),
        format!("json={}", text(&fresh)),
    );
    assert_eq!(check(&[GOOD, "-o", &a, "-o", &b]).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(read(&file).starts_with('{'));
    let mode = |path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&file), 0o640);
    assert_eq!(mode(&fresh), mode(&plain), "as any program makes a file");
}

/// The binary run by somebody whom permissions bind, which they do not bind the superuser.
fn bound(folder: &std::path::Path, arguments: &[&str]) -> std::process::Output {
    let program = folder.join("ciieval");
    fs::copy(env!("CARGO_BIN_EXE_ciieval"), &program).unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(&program);
    command
        .current_dir(folder)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8");
    if fs::metadata(folder).unwrap().uid() == 0 {
        command.uid(65534);
    }
    command.output().unwrap()
}

#[test]
fn what_cannot_be_read_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dossiers");
    let good = fs::read_to_string("fixtures/bad/directory/good.yaml").unwrap();
    for file in [
        "a.yaml",
        "b/c.yaml",
        "d.yaml",
        "e/dossier.yaml",
        "e/more/people.yaml",
        "f.ndjson",
    ] {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &good).unwrap();
    }
    let locked = ["b", "d.yaml", "e/more", "f.ndjson"];
    for path in locked {
        fs::set_permissions(root.join(path), fs::Permissions::from_mode(0o000)).unwrap();
    }
    let output = bound(folder.path(), &["check", "dossiers", "--format", "json"]);
    for path in locked {
        fs::set_permissions(root.join(path), fs::Permissions::from_mode(0o755)).unwrap();
    }
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let paths = |list: &str| -> Vec<Value> {
        let entries = report[list].as_array().unwrap().iter();
        entries.map(|entry| entry["path"].clone()).collect()
    };
    // A folder dossier without some of its parts would be judged by what it does not have.
    assert_eq!(paths("dossiers"), ["dossiers/a.yaml"]);
    let mut failed = paths("errors");
    failed.sort_by_key(ToString::to_string);
    let expected = [
        "dossiers/b",
        "dossiers/d.yaml",
        "dossiers/e/more",
        "dossiers/f.ndjson",
    ];
    assert_eq!(failed, expected);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        said.matches("cannot be read: Permission denied").count(),
        4,
        "{said}"
    );
}

#[test]
fn a_folder_where_nothing_can_be_written_is_told_before_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let arguments = ["check", "missing.yaml", "-o", "json=closed/report.json"];
    let output = bound(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("error: `closed/report.json` cannot be written: "),
        "{said}"
    );
    assert!(!said.contains("missing.yaml"));
}

#[test]
fn a_named_pipe_below_a_folder_is_passed_over_and_takes_a_report() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.json", &evidence(&json!({})));
    let pipe = folder.path().join("pipe.json");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let reading = std::thread::spawn({
        let pipe = pipe.clone();
        move || read(&pipe)
    });
    let output = format!("json={}", text(&pipe));
    let ran = check(&[text(folder.path()), "-o", &output]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("is neither a file nor a directory"),
        "{}",
        ran.err
    );
    let report: Value = serde_json::from_str(&reading.join().unwrap()).unwrap();
    assert_eq!(report["dossiers"].as_array().unwrap().len(), 1);
    assert!(
        !fs::metadata(&pipe).unwrap().is_file(),
        "the pipe is still one"
    );
}

#[test]
fn a_file_that_vanishes_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.json", &evidence(&json!({})));
    let found = ciieval::dossier::find(&[folder.path().to_owned()]);
    fs::remove_file(folder.path().join("a.json")).unwrap();
    let schema = ciieval::schema::Schema::new(&crate::common::pack(&[])).unwrap();
    let problems = ciieval::dossier::read(&found.sources[0], &schema).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].message.starts_with("cannot be read: "),
        "{problems:?}"
    );
}

#[test]
fn a_file_that_vanishes_during_a_run_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..200 {
        write(
            folder.path(),
            &format!("{n:03}.json"),
            &evidence(&json!({})),
        );
    }
    let arguments = ["check", "--policies", "tests/packs/standard", "--format"];
    let mut child = command(&[&arguments[..], &["ndjson", text(folder.path())]].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut results = String::new();
    stdout.read_line(&mut results).unwrap();
    // Nobody reads on: the run hangs in writing what a pipe does not hold, long before this file.
    fs::remove_file(folder.path().join("150.json")).unwrap();
    stdout.read_to_string(&mut results).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let results = parsed(&results);
    assert_eq!(results.len(), 200);
    for (n, result) in results.iter().enumerate() {
        let path = folder.path().join(format!("{n:03}.json"));
        assert_eq!(result["path"], text(&path), "each has its place");
        assert_eq!(result.get("error").is_some(), n == 150);
    }
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("150.json: cannot be read: "), "{said}");
}
