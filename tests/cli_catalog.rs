//! `ciieval catalog`: lists of clauses.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::ciieval;
use serde_json::Value;

fn ids(filters: &[&str]) -> Vec<String> {
    let mut arguments = vec!["catalog", "--format", "json"];
    arguments.extend(filters);
    let ran = ciieval(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let catalog: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(catalog["schema"], "ciieval/catalog/v1");
    let clauses = catalog["clauses"].as_array().unwrap();
    clauses
        .iter()
        .map(|clause| clause["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn filters_choose_what_meets_all_of_them() {
    assert_eq!(ids(&[]).len(), 311);
    // 7.2: 131 clauses of consulting, 59 of them mandatory.
    assert_eq!(ids(&["--class", "consulting"]).len(), 131);
    assert_eq!(ids(&["--class", "consulting", "--mandatory"]).len(), 59);
    assert_eq!(ids(&["--term", "legal"]), ["8.6.a", "8.6.b"]);
    assert_eq!(ids(&["--term", "8.6"]), ids(&["--term", "legal"]));
    assert_eq!(ids(&["--term", "legal", "--term", "9.3"]).len(), 17);
    assert!(ids(&["--differs"]).contains(&"9.3.2.c".to_owned()));
    assert!(ids(&["--judgement"]).contains(&"8.1.a".to_owned()));
    assert_eq!(
        ids(&["--search", "ACCESS CREDENTIALS", "--class", "training"]),
        ["8.2.7.c"]
    );
    assert!(ids(&["--search", "投资人"]).contains(&"6.2.a".to_owned()));
}

#[test]
fn what_does_not_exist_is_said() {
    for (filters, said) in [
        (vec!["--class", "trainin"], "there is no class `trainin`"),
        (vec!["--term", "8.99"], "there is no term `8.99`"),
        (
            vec!["--search", "no clause says this"],
            "no clause meets all of the filters",
        ),
        (
            vec!["--class", "assessment"],
            "no clause meets all of the filters",
        ),
    ] {
        let mut arguments = vec!["catalog"];
        arguments.extend(&filters);
        let ran = ciieval(&arguments);
        assert_eq!(ran.code, 2, "{filters:?}");
        assert!(ran.err.contains(said), "{filters:?}: {}", ran.err);
    }
}

#[test]
fn every_format_lists_the_same_clauses() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (csv, markdown, text) = (place("a.csv"), place("a.md"), place("a.txt"));
    let outputs = [
        format!("csv={csv}"),
        format!("markdown={markdown}"),
        format!("text={text}"),
    ];
    let mut arguments = vec!["catalog", "--class", "response", "--lang", "en"];
    for output in &outputs {
        arguments.extend(["-o", output]);
    }
    let ran = ciieval(&arguments);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    let expected = ids(&["--class", "response"]);

    let mut reader = csv::Reader::from_path(&csv).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let found: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(found, expected);
    assert!(rows.iter().all(|row| row.len() == 20));

    let page = std::fs::read_to_string(&markdown).unwrap();
    let table: Vec<&str> = page.lines().skip(2).collect();
    assert_eq!(table.len(), expected.len());
    assert!(
        table
            .iter()
            .zip(&expected)
            .all(|(line, id)| line.starts_with(&format!("| {id} | ")))
    );
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(page.lines().all(|line| columns(line) == 9), "{page}");

    let lines = std::fs::read_to_string(&text).unwrap();
    for id in &expected {
        assert!(
            lines
                .lines()
                .any(|line| line.split_whitespace().next() == Some(id)),
            "{id}"
        );
    }
    assert!(
        lines.ends_with("112 clauses, 55 of them mandatory\n"),
        "{lines}"
    );
}

#[test]
fn clauses_of_a_pack_are_listed_with_it() {
    let mut arguments = vec!["catalog", "--format", "csv"];
    for pack in ["tests/packs/standard", "tests/packs/extension"] {
        arguments.extend(["--policies", pack]);
    }
    let ran = ciieval(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = "tests/packs/extension/delta.rego";
    assert!(ran.out.contains(file), "{}", ran.out);
}
