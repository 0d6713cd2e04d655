//! The same reports whatever the threads.

use super::{mixed, read, text};
use crate::common::{Ran, check};

fn run(folder: &str, jobs: &str) -> (Ran, String, String) {
    let reports = tempfile::tempdir().unwrap();
    let file = |name: &str| reports.path().join(name);
    let json = format!("json={}", text(&file("report.json")));
    let plain = format!("text={}", text(&file("report.txt")));
    let arguments = [
        folder,
        "missing.yaml",
        "--jobs",
        jobs,
        "--format",
        "ndjson",
        "-o",
        &json,
        "-o",
        &plain,
    ];
    let ran = check(&arguments);
    (ran, read(&file("report.json")), read(&file("report.txt")))
}

#[test]
fn reports_do_not_depend_on_the_number_of_threads() {
    let folder = mixed(60);
    let (one, json, plain) = run(text(folder.path()), "1");
    assert_eq!(one.code, 3);
    assert_eq!(json.matches("\"reference_date\"").count(), 50);
    assert_eq!(json.matches("is not YAML").count(), 10);
    assert!(
        plain.contains(
            "Dossiers: 50; evaluations: 50, of which pass: 30, fail: 10, undetermined: 10"
        )
    );
    for jobs in ["2", "4", "16"] {
        let (many, json_of_many, plain_of_many) = run(text(folder.path()), jobs);
        assert!(one.out == many.out, "ndjson with {jobs} threads");
        assert!(json == json_of_many, "json with {jobs} threads");
        assert!(plain == plain_of_many, "text with {jobs} threads");
        assert_eq!(
            (one.code, &one.err),
            (many.code, &many.err),
            "{jobs} threads"
        );
    }
}

#[test]
fn errors_of_paths_come_before_those_of_dossiers() {
    let folder = mixed(6);
    let ran = check(&[text(folder.path()), "missing.yaml", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let errors = report["errors"].as_array().unwrap();
    assert_eq!(errors[0]["path"], "missing.yaml");
    assert_eq!(errors.len(), 3);
    assert_eq!(
        report.as_object().unwrap().keys().next_back().unwrap(),
        "errors"
    );
}

#[test]
fn threads_are_one_at_least() {
    for jobs in ["0", "-1", "many"] {
        assert_eq!(check(&["missing.yaml", &format!("--jobs={jobs}")]).code, 2);
    }
}

#[test]
fn the_result_of_a_dossier_does_not_depend_on_what_it_stands_among() {
    let folder = mixed(24);
    let mut paths: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| text(&entry.unwrap().path()).to_owned())
        .collect();
    paths.sort();
    let results = |paths: &[String]| -> Vec<String> {
        let mut arguments = vec!["--format", "ndjson", "-q", "--jobs", "3"];
        arguments.extend(paths.iter().map(String::as_str));
        let ran = check(&arguments);
        ran.out.lines().map(str::to_owned).collect()
    };
    let forward = results(&paths);
    let mut backward = paths.clone();
    backward.reverse();
    let mut backward = results(&backward);
    assert_ne!(forward, backward, "the order is that of the command line");
    // Errors of one dossier keep their order, so all are compared as a set.
    backward.sort();
    let mut sorted = forward.clone();
    sorted.sort();
    assert_eq!(sorted, backward);
    let mut alone: Vec<String> = paths
        .iter()
        .flat_map(|path| results(std::slice::from_ref(path)))
        .collect();
    alone.sort();
    assert_eq!(sorted, alone);
}
