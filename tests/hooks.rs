//! The GitHub Action and the pre-commit hooks do what they say, run as their hosts run them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
#![cfg(unix)]

mod common;

use common::{evidence, write};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

const PACK: &str = "tests/packs/standard";

fn read(file: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// A folder of dossiers: one passes, and another fails or cannot be read.
fn dossiers(folder: &Path, other: Option<&str>) {
    let path = write(folder, "pass.json", &evidence(&json!({})));
    assert!(Path::new(&path).is_file());
    match other {
        Some("fail") => {
            let short = json!({"provider": {"registered_capital_yuan": 1}});
            write(folder, "fail.json", &evidence(&short));
        }
        Some(_) => {
            fs::write(
                folder.join("bad.yaml"),
                "schema: ciieval/dossier/v1\nprovidr: {}\n",
            )
            .unwrap();
        }
        None => {}
    }
}

/// Runs a command in the folder as a host does, with the program on the path.
fn run(script: &str, arguments: &[&str], folder: &Path, more: &[(&str, &str)]) -> (i32, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_ciieval")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args([
            "--noprofile",
            "--norc",
            "-e",
            "-o",
            "pipefail",
            "-c",
            script,
            "script",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("PATH", path)
        .env("LC_ALL", "C.UTF-8")
        .envs(more.iter().copied())
        .output()
        .unwrap();
    let text =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), text)
}

fn pack() -> String {
    let pack = std::env::current_dir().unwrap().join(PACK);
    format!("--policies={}", pack.display())
}

/// What the step of the action gives: exit code, log, summary, and whether there is a SARIF file.
fn action(other: Option<&str>, fail_on: &str) -> (i32, String, String, bool) {
    let action = read("action.yml");
    let steps = action["runs"]["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["name"] == "check").unwrap();
    // Every variable of the step is an input of the action.
    for (_, value) in step["env"].as_object().unwrap() {
        let input = value.as_str().unwrap();
        let input = input
            .trim_start_matches("${{ inputs.")
            .trim_end_matches(" }}");
        assert!(action["inputs"].get(input).is_some(), "{input}");
    }
    let folder = tempfile::tempdir().unwrap();
    let temp = tempfile::tempdir().unwrap();
    dossiers(folder.path(), other);
    let summary = temp.path().join("summary.md");
    let variables = [
        ("PATHS", ".\n\n"),
        ("ARGUMENTS", &pack()),
        ("REPORT_LANG", "en"),
        ("SARIF", "out.sarif"),
        ("FAIL_ON", fail_on),
        ("RUNNER_TEMP", temp.path().to_str().unwrap()),
        ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()),
    ];
    let (code, log) = run(
        step["run"].as_str().unwrap(),
        &[],
        folder.path(),
        &variables,
    );
    let summary = fs::read_to_string(summary).unwrap_or_default();
    (
        code,
        log,
        summary,
        folder.path().join("out.sarif").is_file(),
    )
}

#[test]
fn the_action_annotates_summarizes_and_fails_as_asked() {
    let (code, log, summary, sarif) = action(None, "fail");
    assert_eq!((code, sarif), (0, true), "{log}");
    assert!(summary.contains("PASS"), "{summary}");
    let (code, log, summary, sarif) = action(Some("fail"), "fail");
    assert_eq!((code, sarif), (1, true), "{log}");
    assert!(log.contains("::error file=fail.json"), "{log}");
    assert!(summary.contains("FAIL"), "{summary}");
    assert_eq!(action(Some("fail"), "error").0, 0);
    for fail_on in ["fail", "error"] {
        let (code, log, ..) = action(Some("bad"), fail_on);
        assert_eq!(code, 3, "{log}");
        assert!(log.contains("::error file=bad.yaml,line=2"), "{log}");
    }
}

#[test]
fn hooks_stop_a_commit_as_they_say() {
    let hooks = read(".pre-commit-hooks.yaml");
    let code = |id: &str, other: Option<&str>| {
        let hook = hooks
            .as_array()
            .unwrap()
            .iter()
            .find(|hook| hook["id"] == id)
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        dossiers(folder.path(), other);
        let args = hook["args"].as_array().unwrap().iter();
        let args: Vec<&str> = args.map(|arg| arg.as_str().unwrap()).collect();
        let pack = pack();
        let mut all = vec![pack.as_str()];
        all.extend(args);
        run(
            &format!("{} \"$@\"", hook["entry"].as_str().unwrap()),
            &all,
            folder.path(),
            &[],
        )
        .0
    };
    assert_eq!(code("ciieval", None), 0);
    assert_eq!(code("ciieval", Some("fail")), 1);
    assert_eq!(code("ciieval", Some("bad")), 3);
    assert_eq!(code("ciieval-readable", None), 0);
    assert_eq!(code("ciieval-readable", Some("fail")), 0);
    assert_ne!(code("ciieval-readable", Some("bad")), 0);
}
