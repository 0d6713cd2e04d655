//! Disks without room: a report that cannot be written costs only itself, and what was there stays.
#![cfg(unix)]

use super::{lines, mixed, read, text};
use crate::common::{GOOD, check, command};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_fails_the_run_and_not_the_other_reports() {
    let folder = mixed(12);
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let arguments = [
        "check",
        text(folder.path()),
        "--policies",
        "tests/packs/standard",
        "-q",
    ];
    let output = command(&arguments).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("error: the output cannot be written: No space left"),
        "{said}"
    );

    let file = folder.path().join("report");
    let output = format!("text={}", text(&file));
    let ran = check(&[
        text(folder.path()),
        "-q",
        "--format",
        "json",
        "-o",
        "json=/dev/full",
        "-o",
        &output,
    ]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .starts_with("error: `/dev/full` cannot be written: No space left"),
        "{}",
        ran.err
    );
    assert!(read(&file).contains("Dossiers: 10;"));
    assert!(serde_json::from_str::<Value>(&ran.out).is_ok());
}

#[test]
fn several_reports_may_be_thrown_away() {
    let null = ["-o", "json=/dev/null", "-o", "text=/dev/null"];
    let ran = check(&[&[GOOD], &null[..]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_file_that_does_not_fit_leaves_the_old_one() {
    let folder = mixed(60);
    let file = folder.path().join("report");
    fs::write(&file, "of an earlier run").unwrap();
    let before = fs::read_dir(folder.path()).unwrap().count();
    // A limit on the size of files is what a test can have of a full disk.
    let script = "trap '' XFSZ; ulimit -f 40; exec \"$@\"";
    let output = Command::new("sh")
        .args([
            "-c",
            script,
            "sh",
            env!("CARGO_BIN_EXE_ciieval"),
            "check",
            "-q",
        ])
        .args([
            "--policies",
            "tests/packs/standard",
            text(folder.path()),
            "-o",
        ])
        .arg(format!("json={}", text(&file)))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    let expected = format!("error: `{}` cannot be written: ", file.display());
    assert!(said.starts_with(&expected), "{said}");
    assert_eq!(read(&file), "of an earlier run");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before);
}

/// A disk with little room; `None` for those who may not mount one.
#[cfg(target_os = "linux")]
struct Disk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl Disk {
    #[allow(clippy::print_stderr)] // who reads the output of tests shall know
    fn of(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "none"])
            .arg(folder.path())
            .output();
        if mounted.is_ok_and(|output| output.status.success()) {
            Some(Self(folder))
        } else {
            eprintln!("skipped: only the superuser can mount a small disk");
            None
        }
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fills_up_leaves_the_old_report_and_no_draft() {
    let Some(disk) = Disk::of("64k") else { return };
    let folder = mixed(60);
    let file = disk.0.path().join("report.json");
    fs::write(&file, "of an earlier run").unwrap();
    let (json, other) = (
        format!("json={}", text(&file)),
        format!("text={}", text(&folder.path().join("report"))),
    );
    let ran = check(&[text(folder.path()), "-q", "-o", &json, "-o", &other]);
    assert_eq!(ran.code, 2);
    let expected = format!(
        "error: `{}` cannot be written: No space left",
        file.display()
    );
    assert!(ran.err.starts_with(&expected), "{}", ran.err);
    assert_eq!(read(&file), "of an earlier run");
    assert_eq!(fs::read_dir(disk.0.path()).unwrap().count(), 1);
    assert!(read(&folder.path().join("report")).contains("Dossiers: 50;"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_cache_on_a_full_disk_costs_no_result() {
    let Some(disk) = Disk::of("32k") else { return };
    let folder = mixed(60);
    let cache = disk.0.path().join("cache");
    let arguments = [text(folder.path()), "--format", "json"];
    let fresh = check(&arguments);
    for _ in 0..2 {
        let ran = check(&[&arguments[..], &["--cache", text(&cache)]].concat());
        assert_eq!(ran.code, fresh.code, "{}", ran.err);
        assert!(ran.out == fresh.out);
        assert!(
            ran.err.contains("could not be written to the cache"),
            "{}",
            ran.err
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_comes_last_and_does_not_fit_meanwhile_fails_only_its_report() {
    let Some(disk) = Disk::of("64k") else { return };
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.ndjson");
    // More messages than are held in memory.
    fs::write(&bad, "oops\n".repeat(20_000) + &lines(&[json!({})])).unwrap();
    let report = folder.path().join("report");
    let output = command(&[
        "check",
        text(&bad),
        "-q",
        "--policies",
        "tests/packs/standard",
        "--format",
        "ndjson",
        "-o",
        &format!("json={}", text(&report)),
    ])
    .env("TMPDIR", disk.0.path())
    .output()
    .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("cannot be written: No space left"), "{said}");
    assert!(!report.exists());
    let results = String::from_utf8(output.stdout).unwrap();
    assert_eq!(results.lines().count(), 20_001);
}
