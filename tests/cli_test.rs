//! `ciieval test`: what passes, why something fails, what is covered, and the formats.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{Ran, ciieval};
use quick_xml::events::Event;
use serde_json::Value;
use std::fs;
use std::path::Path;

const TESTED: &str = "tests/packs/tested";
const FAILING: &str = "tests/packs/failing";

fn test(folder: &str, more: &[&str]) -> Ran {
    let mut arguments = vec!["test", folder];
    arguments.extend(more);
    ciieval(&arguments)
}

/// A pack in place of the built-in one with a file of tests.
fn with_test(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let manifest = "id: ciieval/standard\nversion: 1.0.0\n";
    fs::write(folder.path().join("pack.yaml"), manifest).unwrap();
    fs::write(folder.path().join("x_test.rego"), text).unwrap();
    folder
}

fn run(folder: &Path, more: &[&str]) -> Ran {
    test(folder.to_str().unwrap(), more)
}

/// What the text says about one test of the failing pack, without the name of the file.
fn said_about(name: &str) -> Vec<String> {
    let ran = test(
        FAILING,
        &["--run", &format!("^failing.numbers_test.{name}$")],
    );
    assert_eq!(ran.code, 1, "{}", ran.out);
    let lines: Vec<String> = ran
        .out
        .replace("tests/packs/failing/numbers_test.rego", "file")
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(lines.last().unwrap(), "0 passed, 1 failed");
    let first = lines[0].split_once(": ").unwrap();
    assert!(
        first
            .1
            .starts_with(&format!("failing.numbers_test.{name} ")),
        "{lines:?}"
    );
    lines[..lines.len() - 1].to_vec()
}

#[test]
fn tests_that_pass() {
    let ran = test("tests/packs/standard", &[]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, "2 passed, 0 failed\n", "")
    );
}

#[test]
fn those_that_wait_are_skipped_and_idle_files_named() {
    let ran = test(TESTED, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = "tests/packs/tested/rules_test.rego";
    let expected = [
        format!("{file}:10: tested.rules_test.todo_test_middle is skipped"),
        "2 passed, 0 failed, 1 skipped".to_owned(),
        // The fixture has no tests either, and they read it.
        "note: tests/packs/tested/idle_test.rego has no tests".to_owned(),
    ];
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn verbose_lists_what_passes() {
    let ran = test(TESTED, &["--verbose"]);
    let line = "tests/packs/tested/rules_test.rego:8: tested.rules_test.test_low passed";
    assert!(ran.out.lines().any(|found| found == line), "{}", ran.out);
}

#[test]
fn the_statement_that_is_not_met_is_shown_with_its_values() {
    assert_eq!(
        said_about("test_second_statement_is_not_met"),
        [
            "file:9: failing.numbers_test.test_second_statement_is_not_met is not true",
            "    file:12: value == 3",
            "        value is 2",
        ]
    );
}

#[test]
fn every_kind_of_statement_is_explained() {
    for (name, explained) in [
        (
            "test_statement_over_lines",
            &[
                "    file:17: numbers.double(input.n) == 5 with input as object.union( …",
                "        numbers.double(input.n) is 8",
            ][..],
        ),
        (
            "test_negated",
            &[
                "    file:27: not numbers.double(1) in {2, 3}",
                "        numbers.double(1) is 2",
            ],
        ),
        (
            "test_every_one",
            &[
                "    file:30: every person in base.people { …",
                r#"        base.people is [{"id":"a"},{"id":"b"}]"#,
            ],
        ),
        // Two people, so no one value to show.
        ("test_some_one", &[r#"    file:37: person.id == "c""#]),
        (
            "test_undefined",
            &[
                r#"    file:40: numbers.nothing == "<&>\"]]>""#,
                "        numbers.nothing is undefined",
            ],
        ),
        (
            "test_unified",
            &[
                "    file:44: numbers.double(y) = 9",
                "        numbers.double(y) is 8",
            ],
        ),
        (
            "test_object",
            &[
                r#"    file:66: {"a": numbers.double(1)} == {"a": 3}"#,
                r#"        {"a": numbers.double(1)} is {"a":2}"#,
            ],
        ),
    ] {
        assert_eq!(said_about(name)[1..], *explained, "{name}");
    }
}

#[test]
fn something_else_than_true_fails() {
    let lines = said_about("test_value_is_not_true");
    assert!(lines[0].ends_with(" gave 4, not true"), "{lines:?}");
    let lines = said_about("test_value_is_false");
    assert!(lines[0].ends_with(" gave false, not true"), "{lines:?}");
    assert_eq!(lines[2], "        numbers.double(2) is 4");
    // What stands after `else` is of no account: the first body held.
    let lines = said_about("test_other_value");
    assert_eq!(lines[1..], ["    file:54: false"]);
}

#[test]
fn every_definition_is_explained_and_what_was_printed_shown() {
    assert_eq!(
        said_about("test_defined_twice")[1..],
        [
            "    file:47: numbers.double(1) == 3",
            "        numbers.double(1) is 2",
            "    file:51: numbers.double(1) == 4",
            "        numbers.double(1) is 2",
            "    printed file:50: looked at 1",
        ]
    );
}

#[test]
fn what_raises_is_shown_with_its_line() {
    assert_eq!(
        said_about("test_raises"),
        [
            "file:58: failing.numbers_test.test_raises file:60: `format_int` expects base to be one of 2, 8, 10, 16",
            "    file:60: format_int(1, 3)",
        ]
    );
}

#[test]
fn a_test_that_takes_too_long_fails() {
    let text = "package x_test\n\ntest_endless if count([1 | some a in numbers.range(1, 9999); some b in numbers.range(1, 9999); a == b]) == 1\n";
    let folder = with_test(text);
    let ran = run(folder.path(), &["--timeout", "0.2"]);
    assert_eq!(ran.code, 1);
    let said = "x_test.test_endless took longer than 200ms and was stopped";
    assert!(ran.out.contains(said), "{}", ran.out);
}

#[test]
fn tests_that_do_not_parse_are_a_wrong_pack() {
    let folder = with_test("package x_test\n\ntest_bad if {\n");
    let ran = run(folder.path(), &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let file = folder.path().join("x_test.rego").display().to_string();
    assert!(ran.err.starts_with(&format!("{file}:4: ")), "{}", ran.err);
}

#[test]
fn a_pack_without_tests_is_no_pack_that_passes() {
    let ran = test("tests/packs/extension", &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "tests/packs/extension/: has no tests: write rules named `test_…` in files named `…_test.rego`\n"
    );
}

#[test]
fn only_the_tests_asked_for_are_run() {
    for pattern in [
        "^tested.rules_test.test_low$",
        "^data.tested.rules_test.test_low",
        "low",
    ] {
        let ran = test(TESTED, &["--run", pattern]);
        assert_eq!(
            ran.out.lines().next(),
            Some("1 passed, 0 failed"),
            "{pattern}"
        );
    }
    let ran = test(TESTED, &["--run", "nothing like it"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err
            .starts_with("error: no test matches `nothing like it`"),
        "{}",
        ran.err
    );
    let ran = test(TESTED, &["--run", "("]);
    assert_eq!(ran.code, 2);
}

#[test]
fn lines_and_clause_rules_that_no_test_evaluates_are_listed() {
    let ran = test(TESTED, &["--coverage"]);
    assert_eq!(ran.code, 0);
    let said: Vec<&str> = ran
        .out
        .lines()
        .skip_while(|line| !line.starts_with("coverage"))
        .collect();
    assert_eq!(
        said,
        [
            "coverage: 6 of 12 lines (50 %), 1 of 2 clause rules",
            "not covered: tests/packs/tested/rules.rego:23-25",
            "not covered: tests/packs/tested/rules.rego:35-39",
            "not covered: tests/packs/tested/unread.rego:3",
            "not covered: tests/packs/tested/rules.rego:15: no test evaluates `tested.rules.forgotten`, the rule of clause 1.b",
        ]
    );
}

#[test]
fn a_threshold_is_met_or_missed_exactly() {
    let ran = test(TESTED, &["--threshold", "50"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let ran = test(TESTED, &["--threshold", "50.01"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.out.lines().last(),
        Some("coverage is too low: 50 % of lines, and 50.01 % are required")
    );
    for wrong in ["101", "a", "-1"] {
        assert_eq!(test(TESTED, &["--threshold", wrong]).code, 2, "{wrong}");
    }
}

#[test]
fn coverage_is_of_the_pack_on_top_alone() {
    let ran = test(
        "examples/packs/regional",
        &["--coverage", "--run", "^regional", "--verbose"],
    );
    assert_eq!(ran.code, 0, "{}", ran.out);
    let said: Vec<&str> = ran
        .out
        .lines()
        .skip_while(|line| !line.starts_with("coverage"))
        .collect();
    assert!(
        said[0].ends_with("(100 %), 1 of 1 clause rules"),
        "{said:?}"
    );
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[1].starts_with("    examples/packs/regional/capital.rego: "));
}

#[test]
fn json_keeps_its_contract() {
    let schema: Value = serde_json::from_str(&ciieval(&["schema", "test"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (folder, code) in [(TESTED, 1), (FAILING, 1)] {
        let ran = test(folder, &["--format", "json", "--threshold", "99.5"]);
        assert_eq!(ran.code, code);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
    let report: Value =
        serde_json::from_str(&test(TESTED, &["--format", "json", "--coverage"]).out).unwrap();
    assert_eq!(
        report["summary"],
        serde_json::json!({"passed": 2, "failed": 0, "skipped": 1})
    );
    assert_eq!(report["coverage"]["lines"]["percent"], "50");
    assert_eq!(
        report["coverage"]["clauses_not_covered"][0]["clause"],
        "1.b"
    );
    let report: Value = serde_json::from_str(&test(FAILING, &["--format", "json"]).out).unwrap();
    assert!(report.get("coverage").is_none());
    assert_eq!(
        report["tests"][1]["failure"],
        serde_json::json!({"kind": "not_true", "message": "is not true", "at": [{
            "file": "tests/packs/failing/numbers_test.rego", "line": 12, "source": "value == 3",
            "values": [{"expression": "value", "value": "2"}],
        }]})
    );
}

/// Every element of a text with its attributes, and the texts in it.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap();
                    (attribute.key.as_ref().to_owned(), value.into_owned())
                });
                let name = start.name().as_ref().to_owned();
                found.push((name, attributes.collect()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn attribute<'e>(element: &'e (String, Vec<(String, String)>), name: &str) -> &'e str {
    let found = element.1.iter().find(|(key, _)| key == name);
    &found
        .unwrap_or_else(|| panic!("{} has no {name}", element.0))
        .1
}

#[test]
fn junit_names_every_test_and_says_where_it_fails() {
    let ran = test(FAILING, &["--format", "junit"]);
    assert_eq!(ran.code, 1);
    let elements = elements(&ran.out);
    let suite = elements
        .iter()
        .find(|element| element.0 == "testsuite")
        .unwrap();
    for (name, value) in [
        ("name", "tests/packs/failing/numbers_test.rego"),
        ("tests", "15"),
        ("failures", "13"),
        ("errors", "1"),
        ("skipped", "0"),
    ] {
        assert_eq!(attribute(suite, name), value, "{name}");
    }
    let cases: Vec<_> = elements.iter().filter(|it| it.0 == "testcase").collect();
    assert_eq!(cases.len(), 15);
    assert!(
        cases
            .iter()
            .all(|case| attribute(case, "classname") == "failing.numbers_test")
    );
    assert_eq!(attribute(cases[0], "name"), "test_passes");
    let failures: Vec<_> = elements.iter().filter(|it| it.0 == "failure").collect();
    assert_eq!(failures.len(), 13);
    assert_eq!(
        attribute(failures[0], "message"),
        "tests/packs/failing/numbers_test.rego:9: is not true"
    );
    assert!(
        ran.out
            .contains("tests/packs/failing/numbers_test.rego:12: value == 3\n  value is 2")
    );
    assert!(
        ran.out.contains("&lt;&amp;&gt;"),
        "source texts are escaped"
    );
    let error = elements.iter().find(|it| it.0 == "error").unwrap();
    assert!(
        attribute(error, "message")
            .ends_with("`format_int` expects base to be one of 2, 8, 10, 16")
    );
}

/// What the schemas of Apache Ant and of Jenkins allow and ask for.
#[test]
fn junit_has_the_shape_that_build_servers_ask_for() {
    let ran = test(TESTED, &["--format", "junit"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out
            .starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n")
    );
    let elements = elements(&ran.out);
    let names: Vec<&str> = elements.iter().map(|element| element.0.as_str()).collect();
    assert_eq!(
        names,
        [
            "testsuites",
            "testsuite",
            "properties",
            "testcase",
            "testcase",
            "testcase",
            "skipped",
            "system-out",
            "system-err"
        ]
    );
    for (element, keys) in [
        (
            &elements[1],
            &[
                "id",
                "package",
                "name",
                "tests",
                "failures",
                "errors",
                "skipped",
                "time",
                "timestamp",
                "hostname",
            ][..],
        ),
        (&elements[3], &["classname", "name", "time"]),
    ] {
        let found: Vec<&str> = element.1.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(found, keys);
    }
}

#[test]
fn the_same_pack_gives_the_same_bytes() {
    for format in ["text", "json", "junit"] {
        let of = |_| test(FAILING, &["--coverage", "--format", format]).out;
        assert_eq!(of(1), of(2), "{format}");
    }
}

#[test]
fn several_formats_are_written_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (json, junit) = (path("tests.json"), path("tests.xml"));
    let ran = test(
        TESTED,
        &[
            "--format",
            "text",
            "-o",
            &format!("json={json}"),
            "-o",
            &format!("junit={junit}"),
        ],
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("2 passed, 0 failed, 1 skipped\n"));
    let written: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(written["schema"], "ciieval/test/v1");
    assert!(fs::read_to_string(junit).unwrap().starts_with("<?xml"));
    let ran = test(TESTED, &["-o", "yaml=x"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("there is `text`, `json`, `junit`"),
        "{}",
        ran.err
    );
}
