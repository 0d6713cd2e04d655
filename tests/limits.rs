//! Limits on a dossier: each has an option that lowers and raises it, in every command that reads dossiers.
#![allow(clippy::unwrap_used)]

mod common;

use common::{GOOD, Ran, check, ciieval};
use std::path::Path;

const HOSTILE: &str = "fixtures/hostile";

/// Every limit on a small good dossier: an option with a value that is too low for it.
const LOW: [(&str, &str); 4] = [
    ("--max-file-size", "100B"),
    ("--max-depth", "1"),
    ("--max-values", "5"),
    ("--max-text", "5B"),
];

#[track_caller]
fn assert_refused(ran: &Ran, option: &str) {
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(
        ran.err.contains(&format!("`{option}` raises it")),
        "{}",
        ran.err
    );
}

#[test]
fn a_limit_can_be_lowered() {
    for (option, value) in LOW {
        assert_refused(&check(&[GOOD, option, value]), option);
    }
    let aliases = format!("{HOSTILE}/aliases/honest.yaml");
    assert_refused(&check(&[&aliases, "--max-repeated", "1"]), "--max-repeated");
    let workbook = format!("{HOSTILE}/workbooks/honest.xlsx");
    assert_refused(
        &check(&[&workbook, "--max-unpacked", "1KiB"]),
        "--max-unpacked",
    );
    assert_refused(&check(&[&workbook, "--max-cells", "3"]), "--max-cells");
    assert_refused(&check(&[&workbook, "--max-text", "5B"]), "--max-text");
    assert_refused(&check(&[&workbook, "--max-values", "3"]), "--max-values");
}

#[test]
fn a_limit_can_be_raised() {
    for (file, option, value) in [
        ("nesting/deep.json", "--max-depth", "127"),
        ("aliases/large-list.yaml", "--max-repeated", "2000000"),
        ("aliases/long-text.yaml", "--max-file-size", "1GiB"),
        ("workbooks/zip-bomb-ratio.xlsx", "--max-ratio", "2000"),
    ] {
        let path = format!("{HOSTILE}/{file}");
        assert_refused(&check(&[&path]), option);
        let raised = check(&[&path, option, value, "--max-values", "3000000"]);
        assert!(!raised.err.contains("raises it"), "{file}: {}", raised.err);
    }
}

#[test]
fn further_problems_are_counted_out() {
    let folder = tempfile::tempdir().unwrap();
    let good = std::fs::read_to_string(GOOD).unwrap();
    let path = folder.path().join("a.yaml");
    std::fs::write(&path, format!("{good}a: 1\nb: 2\nc: 3\n")).unwrap();
    let path = path.to_str().unwrap();
    let few = check(&[path, "--max-problems", "2"]);
    let lines: Vec<&str> = few.err.lines().collect();
    assert_eq!(lines.len(), 3, "{}", few.err);
    assert!(lines.iter().any(|line| line.ends_with(
        "has more problems: told are the first 2, the limit; `--max-problems` raises it"
    )));
    assert_eq!(check(&[path]).err.lines().count(), 3);
}

#[test]
fn options_that_make_no_sense_are_refused() {
    for (option, value) in [
        ("--max-depth", "0"),
        ("--max-depth", "128"),
        ("--max-values", "0"),
        ("--max-file-size", "much"),
        ("--max-problems", "0"),
    ] {
        assert_eq!(check(&[GOOD, option, value]).code, 2, "{option} {value}");
    }
}

#[test]
fn other_commands_that_read_dossiers_have_them_too() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.json");
    let dossier = "fixtures/dossiers/xinyuan.yaml";
    for (option, value) in LOW {
        let out = out.to_str().unwrap();
        assert_refused(&ciieval(&["convert", dossier, out, option, value]), option);
        assert_refused(
            &ciieval(&["explain", "8.1.d", dossier, option, value]),
            option,
        );
    }
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_result_is_not_kept_for_runs_with_other_limits() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().to_str().unwrap();
    let first = check(&[GOOD, "--cache", cache]);
    assert!(first.code < 2);
    assert_refused(
        &check(&[GOOD, "--cache", cache, "--max-depth", "1"]),
        "--max-depth",
    );
    let again = check(&[GOOD, "--cache", cache]);
    assert_eq!((first.code, first.out), (again.code, again.out));
}
