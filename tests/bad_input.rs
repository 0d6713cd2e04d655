//! Every folder of `fixtures/bad` is a kind of bad input; its `problems.txt` holds what is said about it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ciieval::dossier::{Problem, find, read};
use ciieval::pack::Pack;
use ciieval::schema::Schema;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const CASES: &str = "fixtures/bad";

fn schema() -> Schema {
    Schema::new(&Pack::open(&[]).unwrap()).unwrap()
}

/// All problems of what is found at a path.
fn problems(path: &Path, schema: &Schema) -> Vec<Problem> {
    let found = find(&[path.to_owned()]);
    let mut problems = found.problems;
    for source in &found.sources {
        problems.extend(read(source, schema).err().unwrap_or_default());
    }
    problems
}

fn texts(text: &str, name: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let inside = format!("{}/", folder.path().display());
    let shown = |problem: &Problem| problem.to_string().replace(&inside, "");
    problems(&path, &schema()).iter().map(shown).collect()
}

#[test]
fn every_case_is_told_what_is_wrong_with_it() {
    let schema = schema();
    let mut cases: Vec<PathBuf> = std::fs::read_dir(CASES)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    let mut wrong = String::new();
    for case in &cases {
        let inside = format!("{}/", case.display());
        let found = problems(case, &schema)
            .iter()
            .fold(String::new(), |mut text, problem| {
                let _ = writeln!(text, "{}", problem.to_string().replace(&inside, ""));
                text
            });
        let expected = case.join("problems.txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected, &found).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != found {
            let _ = writeln!(wrong, "{}:\n{found}", case.display());
        }
        assert!(
            !found.is_empty(),
            "{}: no problem was found",
            case.display()
        );
    }
    assert!(
        wrong.is_empty(),
        "other problems than in problems.txt (UPDATE=1 rewrites):\n{wrong}"
    );
    assert!(cases.len() >= 30);
}

#[test]
fn a_missing_path_is_named() {
    let found = find(&[
        "fixtures/no-such".into(),
        "fixtures/bad/directory/good.yaml".into(),
    ]);
    let shown: Vec<_> = found.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["fixtures/no-such: there is no such file or directory"]
    );
    assert_eq!(found.sources.len(), 1);
}

#[test]
fn a_file_of_another_kind_is_no_dossier() {
    assert_eq!(
        texts("x", "dossier.docx.txt"),
        [
            "dossier.docx.txt: is no dossier: its name must end in .yaml, .yml, .json or .xlsx, \
          or in .ndjson or .jsonl with one on each line"
        ]
    );
}

#[test]
fn twenty_problems_are_told_at_once_and_in_order() {
    let mut text = "schema: ciieval/dossier/v1\nassessment: {reference_date: 2026-06-30, \
                    classes: [consulting]}\nprovider: {name: x}\npeople:\n"
        .to_owned();
    for number in 0..20 {
        let _ = writeln!(text, "  - {{id: p-{number}, name: x, departement: 咨询部}}");
    }
    let expected: Vec<_> = (0..20)
        .map(|number| {
            let column = if number < 10 { 24 } else { 25 };
            format!(
                "a.yaml:{}:{column}: people[{number}].departement: \
                 unknown key `departement`; did you mean `department`?",
                number + 5
            )
        })
        .collect();
    assert_eq!(texts(&text, "a.yaml"), expected);
}

#[test]
fn aliases_that_multiply_are_refused() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let before = format!("*a{}", level - 1);
        let _ = writeln!(
            text,
            "a{level}: &a{level} [{}]",
            [before.as_str(); 9].join(", ")
        );
    }
    let repeated = "is where aliases repeat more keys and values than the limit of 50,000; \
                    `--max-repeated` raises it";
    let only = |text: &str, message: &str| {
        let found = texts(text, "a.yaml");
        assert!(found.len() == 1 && found[0].ends_with(message), "{found:?}");
    };
    only(&text, repeated);
    // Few aliases, but each of a large value.
    let large = vec!["x"; 20_000].join(", ");
    let text = format!("a: &a [{large}]\nb: [{}]\n", vec!["*a"; 20_000].join(", "));
    only(&text, repeated);
    let text = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(100_000),
        vec!["*a"; 50_000].join(", ")
    );
    only(
        &text,
        "is where the text that aliases repeat gets larger than the limit of 8 MiB; \
         `--max-file-size` raises it",
    );
    only(
        "a: &a [*a]\n",
        "is nested deeper than the limit of 64 levels; `--max-depth` raises it (at most to 127)",
    );
}

#[test]
fn deep_nesting_is_refused_at_once() {
    let message =
        "is nested deeper than the limit of 64 levels; `--max-depth` raises it (at most to 127)";
    let closed = |open: &str, close: &str| open.repeat(60_000) + &close.repeat(60_000);
    for text in [
        closed("[", "]"),
        "[".repeat(60_000),
        "{a: ".repeat(30_000),
        "- ".repeat(70_000),
    ] {
        let found = texts(&text, "a.yaml");
        assert!(found.len() == 1 && found[0].ends_with(message), "{found:?}");
    }
    for text in [
        closed("[", "]"),
        "[".repeat(100_000),
        "{\"a\": ".repeat(100_000),
    ] {
        let found = texts(&text, "a.json");
        assert!(found.len() == 1 && found[0].ends_with(message), "{found:?}");
    }
    let brackets = "[".repeat(300);
    let text = std::fs::read_to_string("fixtures/bad/directory/good.yaml").unwrap();
    assert!(
        texts(
            &format!("{text}tools: [{{id: t, name: \"{brackets}\", kind: other}}]\n"),
            "a.yaml"
        )
        .iter()
        .all(|problem| !problem.contains("deep"))
    );
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_no_problem() {
    let good = std::fs::read_to_string("fixtures/bad/directory/good.yaml").unwrap();
    assert!(texts(&format!("\u{feff}{good}"), "a.yaml").is_empty());
    let windows = format!("\u{feff}{good}x: 1\n").replace('\n', "\r\n");
    assert_eq!(
        texts(&windows, "a.yaml"),
        ["a.yaml:4:1: x: unknown key `x`"]
    );
    let json = "\u{feff}{\r\n \"schema\": \"ciieval/dossier/v1\",\r\n \"x\": 1,\r\n \"assessment\": \
                {\"reference_date\": \"2026-06-30\", \"classes\": [\"consulting\"]}, \
                \"provider\": {\"name\": \"云岭\"}}";
    assert_eq!(texts(json, "a.json"), ["a.json:3:2: x: unknown key `x`"]);
}

#[test]
fn a_json_column_counts_characters() {
    let text = "{\"provider\": {\"name\": \"云岭咨询\" x}}";
    assert_eq!(
        texts(text, "a.json"),
        ["a.json:1:30: is not JSON: expected `,` or `}`"]
    );
}

#[test]
fn a_finding_on_an_unknown_clause_is_named() {
    let good = std::fs::read_to_string("fixtures/bad/directory/good.yaml").unwrap();
    let finding =
        "clause: '99.z', verdict: satisfied, assessor: 王, date: 2026-01-01, reason: 充分";
    let found = texts(
        &format!("{good}findings: [{{{finding}, evidence: [制度]}}]\n"),
        "a.yaml",
    );
    let expected = "a.yaml:4:21: findings[0].clause: unknown clause `99.z`";
    assert!(
        found.len() == 1 && found[0].starts_with(expected),
        "{found:?}"
    );
}
