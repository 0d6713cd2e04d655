//! The generator of dossiers keeps what it promises: the same bytes from the same arguments, valid dossiers, and
//! the verdicts of the mix.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

mod common;

use ciieval::engine::Engine;
use ciieval::evaluation::{self, Evaluation};
use ciieval::pack::Pack;
use ciieval::schema::Schema;
use ciieval::score::{DecidedBy, Verdict};
use ciieval::{dossier, outcome::Status};
use common::generate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Duration;

const ALL: &str = "consulting,training,development,protection,confrontation,response";

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let arguments = |seed| {
        [
            "--count",
            "12",
            "--seed",
            seed,
            "--classes",
            ALL,
            "--size",
            "small",
            "--format",
            "ndjson",
            "-",
        ]
    };
    let made = lines(&arguments("7"));
    assert_eq!(made, lines(&arguments("7")));
    let other = lines(&arguments("8"));
    assert!(made.iter().zip(&other).all(|(one, another)| one != another));
}

#[test]
fn fewer_dossiers_are_the_first_of_more() {
    let arguments = |count| {
        [
            "--count", count, "--size", "small", "--format", "ndjson", "-",
        ]
    };
    let (few, many) = (lines(&arguments("3")), lines(&arguments("9")));
    assert_eq!(few, many[..3]);
}

#[test]
fn providers_and_their_people_differ() {
    let made = lines(&[
        "--count", "40", "--size", "small", "--format", "ndjson", "-",
    ]);
    let distinct = |path: &str| {
        let values = made
            .iter()
            .map(|dossier| dossier.pointer(path).unwrap().to_string());
        values.collect::<BTreeSet<String>>().len()
    };
    assert_eq!(distinct("/provider/name"), 40);
    assert_eq!(distinct("/provider/unified_social_credit_code"), 40);
    assert!(distinct("/people/0/name") > 20);
    assert!(distinct("/projects/0/client") > 5);
}

#[test]
fn every_format_holds_the_same_dossiers() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for format in ["yaml", "json", "ndjson"] {
        let arguments = [
            "--count",
            "5",
            "--size",
            "small",
            "--format",
            format,
            &path(format),
        ];
        assert!(generate(&arguments).status.success());
    }
    let text = fs::read_to_string(path("ndjson")).unwrap();
    let expected: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(expected.len(), 5);
    for format in ["yaml", "json"] {
        let read = files(Path::new(&path(format)));
        // YAML is a superset of JSON.
        let values: Vec<Value> = read
            .iter()
            .map(|file| serde_yaml::from_str(&fs::read_to_string(file).unwrap()).unwrap())
            .collect();
        assert_eq!(values, expected, "{format}");
    }
}

#[test]
fn every_kind_has_its_share() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().to_str().unwrap();
    let made = generate(&[
        "--count", "20", "--size", "small", "--format", "json", target,
    ]);
    assert!(made.status.success());
    let mut shares: BTreeMap<String, usize> = BTreeMap::new();
    for file in files(folder.path()) {
        *shares.entry(kind_of(&file)).or_default() += 1;
    }
    let expected = [
        ("fail-mandatory", 4),
        ("fail-score", 3),
        ("pass", 12),
        ("young", 1),
    ];
    assert_eq!(
        shares,
        expected
            .map(|(kind, share)| (kind.to_owned(), share))
            .into()
    );
}

#[test]
fn small_dossiers_get_the_verdicts_of_the_mix() {
    for class in ALL.split(',') {
        verdicts_are_those_of_the_mix(&[
            "--count",
            "10",
            "--seed",
            "3",
            "--classes",
            class,
            "--size",
            "small",
        ]);
    }
}

#[test]
fn usual_dossiers_get_the_verdicts_of_the_mix() {
    let mix = "pass:2,fail-mandatory:1,fail-score:1,young:1";
    verdicts_are_those_of_the_mix(&["--count", "5", "--classes", ALL, "--mix", mix]);
}

#[test]
fn large_dossiers_get_the_verdicts_of_the_mix() {
    let mix = "pass:1,fail-score:1";
    verdicts_are_those_of_the_mix(&[
        "--count",
        "2",
        "--classes",
        "training,confrontation",
        "--size",
        "large",
        "--mix",
        mix,
    ]);
}

/// Whoever offers everything and has no shortcomings meets every clause of every class.
#[test]
fn the_exemplary_provider_meets_every_clause() {
    let mut whole = 0;
    let arguments = [
        "--count",
        "6",
        "--seed",
        "1",
        "--classes",
        ALL,
        "--mix",
        "pass:1",
    ];
    evaluated(&arguments, |_, evaluations| {
        let points = evaluations
            .iter()
            .map(|evaluation| evaluation.score.points.decimal());
        whole += usize::from(points.clone().all(|points| points == "100"));
        assert_eq!(points.len(), 6);
    });
    assert!(
        whole > 0,
        "none of them is without shortcomings: choose another seed"
    );
}

/// Each way of failing is there, and it is one clause that fails.
#[test]
fn mandatory_failures_are_of_one_clause_each() {
    let mut failed = BTreeSet::new();
    let arguments = [
        "--count",
        "14",
        "--classes",
        "training",
        "--size",
        "small",
        "--mix",
        "fail-mandatory:1",
    ];
    evaluated(&arguments, |_, evaluations| {
        let clauses = evaluations[0].clauses.iter();
        let missed: Vec<String> = clauses
            .filter(|result| result.clause.mandatory && !result.status.counts())
            .inspect(|result| assert_eq!(result.status, Status::NotSatisfied))
            .map(|result| result.clause.id.to_string())
            .collect();
        assert_eq!(missed.len(), 1, "{missed:?}");
        failed.extend(missed);
    });
    let expected = [
        "6.2.a", "6.2.b", "6.2.c", "6.2.d", "8.1.d", "8.1.h", "8.13.d", "8.2.6.a", "8.3.c",
        "8.4.b", "8.4.c", "8.6.a", "8.7.e", "8.9.c",
    ];
    assert_eq!(failed, expected.map(str::to_owned).into());
}

#[test]
fn wrong_arguments_are_told() {
    let text = |arguments: &[&str]| {
        let output = generate(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(
        text(&["--count", "1", "--mix", "pas:3", "x"])
            .contains("use pass, fail-mandatory, fail-score, young")
    );
    assert!(text(&["--count", "1", "--mix", "pass:0", "x"]).contains("every weight is 0"));
    assert!(
        text(&["--count", "1", "--classes", "assessment", "x"])
            .contains("use consulting, training")
    );
    assert!(text(&["--count", "1", "-"]).contains("--format ndjson"));
    assert!(text(&["--seed", "3"]).contains("--count"));
}

fn lines(arguments: &[&str]) -> Vec<Value> {
    let output = generate(arguments);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// The kind in a name such as `000001-fail-score.json`.
fn kind_of(path: &Path) -> String {
    let (_, kind) = path
        .file_stem()
        .unwrap()
        .to_str()
        .unwrap()
        .split_once('-')
        .unwrap();
    kind.to_owned()
}

fn verdicts_are_those_of_the_mix(arguments: &[&str]) {
    evaluated(arguments, |kind, evaluations| {
        let expected = match kind {
            "pass" => (Verdict::Pass, Some(DecidedBy::Score)),
            "fail-score" => (Verdict::Fail, Some(DecidedBy::Score)),
            _ => (Verdict::Fail, Some(DecidedBy::Mandatory)),
        };
        for evaluation in evaluations {
            let score = &evaluation.score;
            let found = (score.verdict, score.decided_by);
            assert_eq!(
                found,
                expected,
                "{kind}, {}, {}",
                evaluation.class.id,
                score.points.decimal()
            );
        }
    });
}

/// Makes dossiers, reads them as any others, and hands over the evaluations for all the classes of each.
fn evaluated(arguments: &[&str], mut each: impl FnMut(&str, &[Evaluation])) {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = arguments.to_vec();
    arguments.extend(["--format", "json", folder.path().to_str().unwrap()]);
    assert!(generate(&arguments).status.success());
    let pack = Pack::load(&[]).unwrap();
    let schema = Schema::new(&pack).unwrap();
    let mut engine = Engine::new(&pack, Duration::from_secs(60)).unwrap();
    let found = dossier::find(&[folder.path().to_owned()]);
    assert_eq!(found.sources.len(), files(folder.path()).len());
    for source in &found.sources {
        let read = dossier::read(source, &schema).unwrap();
        let classes = evaluation::applied_for(&read.evidence);
        let classes: Vec<_> = classes
            .iter()
            .map(|id| evaluation::class(&pack, id).unwrap())
            .collect();
        let evaluations =
            evaluation::evaluate(&mut engine, &pack, &read.evidence, &classes).unwrap();
        each(&kind_of(Path::new(&read.path)), &evaluations.evaluations);
    }
}
