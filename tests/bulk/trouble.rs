//! Disks that are full, folders that cannot be read, readers that leave: nothing is lost, nothing is
//! half written, and the exit code is right.

use super::{lines, mixed, read, text};
use crate::common::{GOOD, check, command, evidence, write};
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

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;
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
