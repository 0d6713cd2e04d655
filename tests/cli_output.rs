//! Where `ciieval check` writes what: formats, files, languages, colours.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{GOOD, check, ciieval, command, evidence, write};
use serde_json::{Value, json};
use std::io::Read as _;
use std::process::Stdio;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn several_reports_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (a, b) = (
        format!("json={}", file("a.json")),
        format!("text={}", file("b.txt")),
    );
    let quiet = check(&[GOOD, "-o", &a, "-o", &b]);
    assert_eq!(
        (quiet.code, quiet.out.as_str(), quiet.err.as_str()),
        (0, "", "")
    );
    let report = std::fs::read_to_string(file("a.json")).unwrap();
    assert_eq!(json(&report)["schema"], "ciieval/report/v1");
    assert!(
        std::fs::read_to_string(file("b.txt"))
            .unwrap()
            .contains("Verdict")
    );
    let both = check(&[GOOD, "-o", &b, "--format", "json"]);
    assert_eq!(both.out, report);
    let dash = check(&[GOOD, "-o", &b, "-o", "json=-"]);
    assert_eq!(dash.out, report);
}

#[test]
fn a_report_replaces_what_the_file_held_only_when_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    let old = "old\n".repeat(10_000);
    std::fs::write(&file, &old).unwrap();
    let target = format!("text={}", file.to_str().unwrap());
    assert_eq!(check(&[GOOD, "-o", &target, "--class", "nothing"]).code, 2);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), old);
    assert_eq!(check(&[GOOD, "-o", &target]).code, 0);
    assert!(!std::fs::read_to_string(&file).unwrap().contains("old"));
}

#[test]
fn outputs_that_cannot_be_are_told_at_once() {
    for (arguments, said) in [
        (
            vec!["-o", "json=no/such/folder/x.json"],
            "error: `no/such/folder/x.json` cannot be written: ",
        ),
        (
            vec!["-o", "json=-", "-o", "text=-"],
            "error: two reports go to stdout\n",
        ),
        (
            vec!["-o", "json=-", "--format", "text"],
            "error: two reports go to stdout\n",
        ),
        (
            vec!["-o", "xml=x"],
            "there is no format `xml`; there is `text`, `json`, `ndjson`, `html`, `docx`, `xlsx`, `csv`, `junit`, `sarif`, `github`, `markdown`",
        ),
        (
            vec!["-o", "json"],
            "write `FORMAT=FILE`, as in `json=report.json`",
        ),
        (
            vec!["-o", "json="],
            "write `FORMAT=FILE`, as in `json=report.json`",
        ),
    ] {
        let mut all = vec!["missing.yaml"];
        all.extend(&arguments);
        let ran = check(&all);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(
            ran.err.contains(said) && !ran.err.contains("missing.yaml"),
            "{}",
            ran.err
        );
    }
}

#[test]
fn the_language_is_asked_for_or_that_of_the_locale() {
    let run = |lang: &[&str], locale: &str| {
        let mut arguments = vec!["check", "--policies", "tests/packs/standard", GOOD];
        arguments.extend(lang);
        let output = command(&arguments).env("LC_ALL", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(run(&[], "zh_CN.UTF-8").contains("评价结论"));
    assert!(run(&[], "fr_FR.UTF-8").contains("Verdict"));
    assert!(run(&["--lang", "en"], "zh_CN.UTF-8").contains("Verdict"));
    assert!(run(&["--lang", "zh"], "C").contains("评价结论"));
}

#[test]
fn colours_stay_out_of_pipes_and_files() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    let target = format!("text={}", file.to_str().unwrap());
    let run = |force: bool, no_color: bool| {
        let mut command = command(&[
            "check",
            "--policies",
            "tests/packs/standard",
            GOOD,
            "--format",
            "text",
            "-o",
            &target,
        ]);
        if force {
            command.env("CLICOLOR_FORCE", "1");
        }
        if no_color {
            command.env("NO_COLOR", "1");
        }
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(!run(false, false).contains('\u{1b}'));
    assert!(run(true, false).contains('\u{1b}'));
    assert!(!std::fs::read_to_string(&file).unwrap().contains('\u{1b}'));
    assert!(!run(false, true).contains('\u{1b}'));
}

#[test]
fn messages_cannot_act_on_the_terminal() {
    let ran = check(&["\u{1b}[31m\u{202e}.yaml", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err.starts_with("\\u{1b}[31m\\u{202e}.yaml: "),
        "{:?}",
        ran.err
    );
    assert!(!(ran.out + &ran.err).contains('\u{1b}'));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    // More output than a pipe holds.
    for n in 0..60 {
        write(folder.path(), &format!("{n}.json"), &evidence(&json!({})));
    }
    let arguments = [
        "check",
        "--policies",
        "tests/packs/standard",
        folder.path().to_str().unwrap(),
        "--format",
        "json",
    ];
    let mut child = command(&arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 10]).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn help_has_examples_and_exit_codes() {
    let ran = ciieval(&["check", "--help"]);
    assert_eq!(ran.code, 0);
    for part in [
        "Examples:",
        "ciieval check dossiers/",
        "Exit codes:",
        "3    a dossier could not be evaluated",
        "130  interrupted",
    ] {
        assert!(ran.out.contains(part), "{}", ran.out);
    }
}
