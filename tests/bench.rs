//! `make bench` keeps working: everything it measures, with a few dossiers.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::Command;

#[test]
fn every_promise_and_every_run_has_its_line() {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_ciieval"))
        .with_file_name("examples")
        .join(format!("bench{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "build it first: `cargo build --examples`");
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.md");
    std::fs::copy("docs/performance.md", &page).unwrap();
    let before = std::fs::read_to_string(&page).unwrap();
    let output = Command::new(program)
        .args(["--quick", "--into"])
        .arg(&page)
        .env("OPA", "there-is-none")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = |part: &str| text.lines().filter(|line| line.contains(part)).count();
    for (part, count) in [
        ("compared with parsing alone |", 1),
        ("| skipped: no `opa`", 2),
        ("two threads instead of one", 1),
        ("everything in the cache instead of nothing", 1),
        ("text summary |", 3),
        ("NDJSON |", 3),
        ("JSON |", 6),
        ("one small dossier from start to finish", 1),
        ("| one class, JSON, 4 × ", 5 + 3),
        ("| one class, YAML, 1 × ", 3),
        ("| six classes, JSON, 1 × ", 3),
        ("| six classes, YAML, 1 × ", 3),
        ("| one class, JSON, 12 × ", 3),
    ] {
        let found = lines(part);
        assert!(found >= count, "`{part}` {found} times in\n{text}");
    }
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    let after = std::fs::read_to_string(&page).unwrap();
    assert!(after.contains(text.trim_end()), "{after}");
    let mark = "<!-- measured by `make bench` -->";
    assert_eq!(before.split(mark).next(), after.split(mark).next());
    let end = "<!-- end -->";
    assert_eq!(before.split(end).nth(1), after.split(end).nth(1));
}
