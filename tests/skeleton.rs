//! `ciieval init`: a dossier to fill in is valid, fails honestly, and its examples are valid too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{Ran, ciieval};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const CLASSES: [&str; 6] = [
    "consulting",
    "training",
    "development",
    "protection",
    "confrontation",
    "response",
];

fn init(classes: &[&str], more: &[&str]) -> Ran {
    let mut arguments = vec!["init", "--date", "2026-06-30", "--provider", "甲公司"];
    for class in classes {
        arguments.extend(["--class", class]);
    }
    arguments.extend(more);
    ciieval(&arguments)
}

/// The examples without their marks.
fn filled(text: &str) -> String {
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The report on a dossier, and the messages.
fn check(path: &str) -> (i32, Value, String) {
    let ran = ciieval(&["check", path, "--format", "json"]);
    (ran.code, serde_json::from_str(&ran.out).unwrap(), ran.err)
}

#[test]
fn a_fresh_one_is_evaluated_and_fails_without_any_evidence() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["zh", "en"] {
        for class in CLASSES {
            let path = folder.path().join(format!("{class}.{language}.yaml"));
            let path = path.to_str().unwrap();
            let ran = init(&[class], &["--lang", language, "-o", path]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let (code, report, err) = check(path);
            assert_eq!(
                (code, &report["errors"]),
                (1, &Value::Array(Vec::new())),
                "{err}"
            );
            let evaluation = &report["dossiers"][0]["evaluations"][0];
            assert_eq!(evaluation["class"], class);
            assert_eq!(evaluation["verdict"], "fail");
            assert_eq!(
                evaluation["compliance"]["satisfied"], 0,
                "{class}: a placeholder counts"
            );
        }
    }
}

#[test]
fn its_examples_are_a_dossier() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["zh", "en"] {
        for class in CLASSES {
            let text = init(&[class], &["--lang", language]).out;
            let path = folder.path().join("filled.yaml");
            fs::write(&path, filled(&text)).unwrap();
            let (code, report, err) = check(path.to_str().unwrap());
            assert!(code < 2, "{class} {language}: {err}");
            assert_eq!(report["dossiers"][0]["evaluations"][0]["class"], class);
            let evidence: Value = serde_yaml::from_str(&filled(&text)).unwrap();
            assert!(evidence["people"][0]["certificates"][0]["kind"].is_string());
        }
    }
}

#[test]
fn it_has_what_the_classes_need_and_says_which_clauses_do() {
    let keys = |text: &str| -> BTreeSet<String> {
        let evidence: Value = serde_yaml::from_str(&filled(text)).unwrap();
        evidence.as_object().unwrap().keys().cloned().collect()
    };
    let training = init(&["training"], &["--lang", "en"]).out;
    let confrontation = init(&["confrontation"], &["--lang", "en"]).out;
    // Courses are for training, collections of intelligence for confrontation.
    assert!(keys(&training).contains("courses") && !keys(&training).contains("collections"));
    assert!(
        keys(&confrontation).contains("collections") && !keys(&confrontation).contains("courses")
    );
    assert!(
        !training.contains("confrontation."),
        "service items of another class"
    );
    for key in ["findings", "verifications"] {
        assert!(!keys(&training).contains(key), "{key} is for assessors");
    }
    for part in [
        "# courses: ",
        "9.2.1.",
        "training.awareness",
        "cisp CISP",
        "# clauses 6.2.a b d",
    ] {
        assert!(training.contains(part), "{part}");
    }
    let both = init(&["training", "confrontation"], &["--lang", "en"]).out;
    let all: BTreeSet<String> = keys(&training)
        .union(&keys(&confrontation))
        .cloned()
        .collect();
    assert_eq!(keys(&both), all);
}

#[test]
fn a_folder_is_the_same_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let single = folder.path().join("single.yaml");
    let several = folder.path().join("several");
    let (single, several) = (single.to_str().unwrap(), several.to_str().unwrap());
    assert_eq!(init(&["response"], &["-o", single]).code, 0);
    assert_eq!(init(&["response"], &["--folder", several]).code, 0);
    let evaluations = |path: &str| {
        let (code, report, err) = check(path);
        assert_eq!(
            (code, &report["errors"]),
            (1, &Value::Array(Vec::new())),
            "{err}"
        );
        report["dossiers"][0]["evaluations"].clone()
    };
    assert_eq!(evaluations(single), evaluations(several));
    assert!(Path::new(several).join("people.yaml").is_file());
    // Filled in it is the same too.
    let mut files = 0;
    for entry in fs::read_dir(several).unwrap() {
        let path = entry.unwrap().path();
        let text = filled(&fs::read_to_string(&path).unwrap());
        fs::write(path, text).unwrap();
        files += 1;
    }
    assert!(files > 10);
    fs::write(single, filled(&fs::read_to_string(single).unwrap())).unwrap();
    let filled_in = |path: &str| {
        let (code, report, err) = check(path);
        assert!(code < 2, "{err}");
        report["dossiers"][0]["evaluations"].clone()
    };
    assert_eq!(filled_in(single), filled_in(several));
}

#[test]
fn nothing_is_written_over_and_what_is_missing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "mine").unwrap();
    let path = path.to_str().unwrap();
    for more in [
        &["-o", path][..],
        &["--folder", folder.path().to_str().unwrap()],
    ] {
        let ran = init(&["training"], more);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("is there already"), "{}", ran.err);
    }
    assert_eq!(fs::read_to_string(path).unwrap(), "mine");
    let wrong = [
        (
            &["init", "--date", "2026-06-30"][..],
            "say with `--class` which classes are applied for",
        ),
        (
            &["init", "--class", "training"],
            "say with `--date` as of which day",
        ),
        (
            &["init", "--class", "training", "--date", "2026-02-30"],
            "assessment.reference_date",
        ),
        (
            &["init", "--class", "trainings", "--date", "2026-06-30"],
            "did you mean `training`?",
        ),
        (
            &[
                "init",
                "--class",
                "training",
                "--date",
                "2026-06-30",
                "--provider",
                " ",
            ],
            "provider.name",
        ),
    ];
    for (arguments, message) in wrong {
        let ran = ciieval(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(message), "{message}\n{}", ran.err);
    }
}

#[test]
fn classes_of_packs_have_one_too() {
    let pack = ["--policies", "examples/packs/industrial"];
    let text = init(&["industrial"], &pack).out;
    assert!(text.contains("industrial.monitoring"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("filled.yaml");
    fs::write(&path, filled(&text)).unwrap();
    let ran = ciieval(&["check", path.to_str().unwrap(), pack[0], pack[1]]);
    assert!(ran.code < 2, "{}", ran.err);
}
