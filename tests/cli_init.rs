//! `ciieval init`: skeletons of dossiers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use ciieval::dossier;
use ciieval::pack::Pack;
use ciieval::schema::Schema;
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

fn init(class: &str, language: &str, more: &[&str]) -> Ran {
    let mut arguments = vec!["init", "--class", class, "--provider", "某公司"];
    arguments.extend(["--date", "2026-06-30", "--lang", language]);
    arguments.extend(more);
    ciieval(&arguments)
}

/// The text with its examples, as somebody gets it who deletes the `#` before each of them: what follows
/// the `#` at once or after more than one space.
fn with_examples(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

fn report(path: &str) -> (i32, Value) {
    let ran = ciieval(&["check", path, "--format", "json", "-q"]);
    (ran.code, serde_json::from_str(&ran.out).unwrap())
}

fn valid(path: &Path) -> Result<Value, String> {
    let schema = Schema::new(&Pack::load(&[]).unwrap()).unwrap();
    let found = dossier::find(&[path.to_owned()]);
    let read = dossier::read(&found.sources[0], &schema);
    read.map(|read| read.evidence)
        .map_err(|problems| format!("{problems:#?}"))
}

#[test]
fn a_fresh_skeleton_is_evaluated_and_satisfies_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for class in CLASSES {
        for language in ["zh", "en"] {
            let path = folder.path().join(format!("{class}-{language}.yaml"));
            let path = path.to_str().unwrap();
            assert_eq!(init(class, language, &["-o", path]).code, 0);
            let (code, report) = report(path);
            assert_eq!(code, 1, "{class} {language}");
            assert_eq!(report["errors"], serde_json::json!([]));
            let evaluation = &report["dossiers"][0]["evaluations"][0];
            assert_eq!(evaluation["class"], class);
            assert_eq!(evaluation["verdict"], "fail");
            assert_eq!(
                evaluation["compliance"]["satisfied"], 0,
                "{class} {language}"
            );
        }
    }
}

#[test]
fn the_examples_are_valid_and_so_is_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    for class in CLASSES {
        for language in ["zh", "en"] {
            let text = init(class, language, &[]).out;
            let file = folder.path().join(format!("{class}-{language}.yaml"));
            fs::write(&file, with_examples(&text)).unwrap();
            let single = valid(&file).unwrap_or_else(|problems| panic!("{class}: {problems}"));
            let parts = folder.path().join(format!("{class}-{language}"));
            init(class, language, &["--folder", parts.to_str().unwrap()]);
            for entry in fs::read_dir(&parts).unwrap() {
                let path = entry.unwrap().path();
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, with_examples(&text)).unwrap();
            }
            assert_eq!(valid(&parts).unwrap(), single, "{class} {language}");
        }
    }
}

#[test]
fn a_folder_is_evaluated_like_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (file, parts) = (folder.path().join("a.yaml"), folder.path().join("a"));
    let (file, parts) = (file.to_str().unwrap(), parts.to_str().unwrap());
    assert_eq!(init("response", "zh", &["-o", file]).code, 0);
    assert_eq!(init("response", "zh", &["--folder", parts]).code, 0);
    let ((code, single), (same, split)) = (report(file), report(parts));
    assert_eq!(code, same);
    assert_eq!(
        single["dossiers"][0]["evaluations"],
        split["dossiers"][0]["evaluations"]
    );
}

fn keys(text: &str) -> BTreeSet<String> {
    let value: Value = serde_yaml::from_str(&with_examples(text)).unwrap();
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn a_class_gets_what_its_clauses_read_and_nothing_else() {
    let consulting = init("consulting", "en", &[]).out;
    let training = init("training", "en", &[]).out;
    // Courses are asked about in 9.2, cryptography in 9.1.5, duty schemes in 9.6 and 9.7.
    assert!(keys(&training).contains("courses") && !keys(&consulting).contains("courses"));
    assert!(
        keys(&consulting).contains("cryptography") && !keys(&training).contains("cryptography")
    );
    assert!(!keys(&consulting).contains("duty_schemes"));
    assert!(keys(&init("response", "en", &[]).out).contains("duty_schemes"));
    // Rules do not read what assessors say.
    assert!(!keys(&consulting).contains("findings"));
    // The provider's years in a service item are asked about in 9.3 alone.
    assert!(!consulting.contains("\n#  services_since"));
    assert!(
        init("development", "en", &[])
            .out
            .contains("\n#  services_since")
    );
    assert!(consulting.contains("# - consulting.planning security planning consulting: 9.1.1.c/e"));
    assert!(!consulting.contains("training.awareness security"));
    assert!(consulting.contains("# - service_process security service process: 6.2.g 8.1.a"));
}

#[test]
fn several_classes_share_a_skeleton_and_the_same_command_gives_the_same_bytes() {
    let both = init("consulting", "en", &["--class", "training"]).out;
    let (one, other) = (init("consulting", "en", &[]), init("training", "en", &[]));
    assert_eq!(keys(&both), &keys(&one.out) | &keys(&other.out));
    assert_eq!(both, init("consulting", "en", &["--class", "training"]).out);
}

#[test]
fn a_class_that_another_standard_evaluates_gets_its_conclusions() {
    let text = init("assessment", "en", &[]).out;
    let expected = ["schema", "assessment", "provider", "external_conclusions"];
    assert_eq!(keys(&text), expected.map(str::to_owned).into());
}

#[test]
fn what_is_there_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, "mine").unwrap();
    let ran = init("training", "zh", &["-o", file.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("is there already and is not written over"),
        "{}",
        ran.err
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");

    let people = folder.path().join("people.yaml");
    fs::write(&people, "mine").unwrap();
    let ran = init(
        "training",
        "zh",
        &["--folder", folder.path().to_str().unwrap()],
    );
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("people.yaml"), "{}", ran.err);
    assert!(!folder.path().join("dossier.yaml").exists());
}

#[test]
fn what_is_missing_or_wrong_is_said() {
    for (arguments, said) in [
        (vec!["init"], "  consulting  安全咨询 Security consulting"),
        (
            vec!["init", "--class", "trainin"],
            "did you mean `training`?",
        ),
        (
            vec!["init", "--class", "training"],
            "`--provider NAME` is missing",
        ),
        (
            vec!["init", "--class", "training", "--provider", "a"],
            "`--date YYYY-MM-DD`",
        ),
        (
            vec![
                "init",
                "--class",
                "training",
                "--provider",
                "a",
                "--date",
                "2026-02-30",
            ],
            "`--date` `2026-02-30` is no day of the calendar",
        ),
        (
            vec![
                "init",
                "--class",
                "training",
                "--provider",
                " ",
                "--date",
                "2026-02-28",
            ],
            "`--provider`",
        ),
    ] {
        let ran = ciieval(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}

#[test]
fn a_name_that_yaml_would_read_otherwise_stays_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let mut arguments = vec!["init", "--class", "training", "--date", "2026-06-30"];
    arguments.extend(["--provider", "a: \"b\" # c", "-o", path.to_str().unwrap()]);
    assert_eq!(ciieval(&arguments).code, 0);
    assert_eq!(valid(&path).unwrap()["provider"]["name"], "a: \"b\" # c");
}
