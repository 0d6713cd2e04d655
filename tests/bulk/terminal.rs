//! What is seen at a terminal while a run goes on, and nowhere else.
#![cfg(target_os = "linux")]

use crate::common::{GOOD, command};
use std::process::Command;

/// A run that takes two seconds, with standard error at a terminal.
fn at_terminal(arguments: &str) -> String {
    let run = format!(
        "{} check {GOOD} --policies tests/packs/standard --policies tests/packs/slow --timeout 2 {arguments}",
        env!("CARGO_BIN_EXE_ciieval")
    );
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", &run, "/dev/null"])
        .env("TERM", "xterm")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_bar_shows_how_far_a_long_run_is() {
    let seen = at_terminal("-o json=/dev/null");
    for part in ["0/1", "/s", "left", "failed: 0", "not evaluated: 0"] {
        assert!(seen.contains(part), "no `{part}` in {seen:?}");
    }
    // It makes way for messages and is gone at the end.
    assert!(
        seen.contains("\u{1b}[2Ktests/dossiers/good.yaml: evaluation took longer"),
        "{seen:?}"
    );
    assert!(seen.ends_with("\u{1b}[2K"), "{seen:?}");
}

#[test]
fn there_is_no_bar_for_who_wants_quiet_or_reads_from_a_pipe() {
    assert_eq!(at_terminal("--quiet -o json=/dev/null"), "");
    let piped = at_terminal("--format ndjson 2>&1 | cat; exit 3");
    assert_eq!(piped.lines().count(), 2, "{piped:?}");
    assert!(!piped.contains("failed: 0"), "{piped:?}");
    // The results go on to another program, which writes to the same terminal.
    let into_pipe = at_terminal("--format ndjson | cat; exit 3");
    assert!(!into_pipe.contains("failed: 0"), "{into_pipe:?}");
    let plain = command(&[
        "check",
        GOOD,
        "--policies",
        "tests/packs/standard",
        "--policies",
        "tests/packs/slow",
        "--timeout",
        "2",
    ]);
    let mut plain = plain;
    let said = String::from_utf8(plain.output().unwrap().stderr).unwrap();
    assert!(
        said.starts_with("tests/dossiers/good.yaml: evaluation took longer")
            && said.lines().count() == 1,
        "{said}"
    );
}
