//! What may not be read or written, by somebody whom permissions bind, and readers that leave.

use super::table::note;
use super::{FORMATS, check, dossiers, drafts, text};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the binary as somebody else than the superuser, whom permissions do not bind, in a folder that is theirs.
fn bound(folder: &Path, arguments: &[&str]) -> Output {
    let program = folder.join("ciieval");
    if !program.exists() {
        // Not by this process: one that another test starts meanwhile would keep the copy open for writing.
        let copied = Command::new("cp")
            .arg(env!("CARGO_BIN_EXE_ciieval"))
            .arg(&program)
            .status();
        assert!(copied.unwrap().success());
        let copied = Command::new("cp")
            .args(["-r", "tests/packs/standard"])
            .arg(folder.join("pack"))
            .status();
        assert!(copied.unwrap().success());
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new(&program);
    command
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8")
        .args(arguments);
    if fs::metadata(folder).unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    }
    command.output().unwrap()
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const PACK: [&str; 3] = ["--policies", "pack", "-q"];

#[test]
fn what_may_not_be_written_is_told_before_the_work_and_stays() {
    for (fault, folder_mode, file_mode) in [
        ("folder of reports read-only", 0o555, 0o666),
        ("older report read-only", 0o777, 0o444),
    ] {
        let folder = tempfile::tempdir().unwrap();
        dossiers(&folder.path().join("d"), 1);
        let reports = folder.path().join("reports");
        fs::create_dir(&reports).unwrap();
        for format in FORMATS {
            let file = reports.join(format!("report.{format}"));
            fs::write(&file, "of an earlier run").unwrap();
            mode(&file, file_mode);
        }
        mode(&reports, folder_mode);
        for format in FORMATS {
            let output = format!("{format}=reports/report.{format}");
            let ran = bound(
                folder.path(),
                &[&["check", "d", "-o", &output], &PACK[..]].concat(),
            );
            let said = String::from_utf8(ran.stderr).unwrap();
            assert_eq!(ran.status.code(), Some(2), "{said}");
            let expected = format!("error: `reports/report.{format}` cannot be written: ");
            assert!(said.starts_with(&expected), "{said}");
            let file = reports.join(format!("report.{format}"));
            assert_eq!(fs::read_to_string(file).unwrap(), "of an earlier run");
        }
        mode(&reports, 0o777);
        assert_eq!(drafts(&reports), 0);
        note(
            fault,
            FORMATS.len() as u64,
            "exit code 2 before any work, with the file and the reason; the old report stays",
        );
    }
}

#[test]
fn a_dossier_that_may_not_be_read_is_an_error_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    dossiers(&folder.path().join("d"), 4);
    mode(&folder.path().join("d/002.json"), 0o000);
    let ran = bound(
        folder.path(),
        &[&["check", "d", "--format", "json"], &PACK[..]].concat(),
    );
    assert_eq!(ran.status.code(), Some(3));
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(report["dossiers"].as_array().unwrap().len(), 3);
    let error = &report["errors"][0];
    assert_eq!(error["path"], "d/002.json");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("Permission denied")
    );
    note(
        "dossier that may not be read",
        1,
        "exit code 3; it is an error with its path in the report, the others are evaluated",
    );
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    // More than a pipe holds, in any format.
    dossiers(&folder.path().join("d"), 150);
    for format in FORMATS {
        let mut run = check(
            &folder.path().join("d"),
            &["--format".to_owned(), format.to_owned()],
        );
        let mut child = run
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), said.as_str()),
            (Some(0), ""),
            "{format}"
        );
    }
    let ran = check(&folder.path().join("d"), &[]).output().unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", text(folder.path()));
    note(
        "reader of standard output leaves",
        FORMATS.len() as u64,
        "nothing is said, and the exit code is that of the evaluations",
    );
}
