//! Engine and evaluation on a small pack that has every kind of outcome.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::engine::{Engine, EngineError};
use ciieval::evaluation::{self, Evaluation, EvaluationError};
use ciieval::outcome::Status;
use ciieval::pack::Pack;
use ciieval::score::{DecidedBy, Verdict};
use common::{clause, evaluate, evidence, folder, pack};
use serde_json::json;
use std::time::{Duration, Instant};

fn statuses(evaluation: &Evaluation) -> Vec<(String, Status)> {
    evaluation
        .clauses
        .iter()
        .map(|result| (result.clause.id.to_string(), result.status))
        .collect()
}

#[test]
fn a_good_dossier_passes_with_everything() {
    let pack = pack(&[]);
    let evaluations = evaluate(&pack, &evidence(&json!({})), &["alpha"]);
    let score = &evaluations[0].score;
    assert_eq!(
        (score.verdict, score.points.decimal().as_str()),
        (Verdict::Pass, "100")
    );
    let ids: Vec<&str> = evaluations[0]
        .clauses
        .iter()
        .map(|result| result.clause.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "1.a", "1.b", "1.c", "1.d", "2.a", "2.b", "2.c", "3.1.a", "3.1.b", "3.2.a"
        ]
    );
    assert_eq!(clause(&evaluations[0], "2.c").status, Status::NotApplicable);
}

#[test]
fn silence_is_no_evidence_and_never_a_pass() {
    let pack = pack(&[]);
    let silent = json!({"assessment": {"reference_date": "2025-06-30"}, "provider": {}});
    let evaluations = evaluate(&pack, &silent, &["alpha"]);
    assert!(
        evaluations[0]
            .clauses
            .iter()
            .all(|result| !result.status.counts())
    );
    let undefined = clause(&evaluations[0], "2.b");
    assert_eq!(undefined.status, Status::NoEvidence);
    assert!(undefined.outcome.checks.is_empty() && undefined.outcome.message.is_some());
    assert_eq!(evaluations[0].score.decided_by, Some(DecidedBy::Mandatory));
}

#[test]
fn a_rule_that_raises_is_an_error_of_its_clause_alone() {
    let pack = pack(&[]);
    let good = evaluate(&pack, &evidence(&json!({})), &["alpha"]);
    let raised = evaluate(
        &pack,
        &evidence(&json!({"provider": {"accounting": "dependent"}})),
        &["alpha"],
    );
    for (before, after) in statuses(&good[0]).into_iter().zip(statuses(&raised[0])) {
        let expected = if before.0 == "2.a" {
            Status::Error
        } else {
            before.1
        };
        assert_eq!(after, (before.0, expected));
    }
    let message = clause(&raised[0], "2.a").outcome.message.clone().unwrap();
    assert!(
        message.starts_with("tests/packs/standard/conduct.rego:"),
        "{message}"
    );
    assert!(
        message.contains("conflicts") && !message.contains('|'),
        "{message}"
    );
    // Mandatory and unknown: never a pass.
    assert_eq!(raised[0].score.verdict, Verdict::Undetermined);
}

#[test]
fn rules_that_raise_in_one_package_do_not_hide_each_other() {
    let pack = pack(&["raising"]);
    let evaluations = evaluate(&pack, &evidence(&json!({})), &["alpha"]);
    for (id, said) in [
        ("1.d", "conflicts"),
        ("3.1.b", "takes no time zone `Local`"),
        ("3.2.a", "gave no outcome"),
    ] {
        let result = clause(&evaluations[0], id);
        assert_eq!(result.status, Status::Error, "{id}");
        assert!(
            result.outcome.message.as_ref().unwrap().contains(said),
            "{:?}",
            result.outcome.message
        );
    }
    assert_eq!(
        statuses(&evaluations[0])
            .iter()
            .filter(|(_, status)| status.counts())
            .count(),
        7
    );
    // 30 + 30 + 10 without them, more with them: a pass either way.
    assert_eq!(evaluations[0].score.verdict, Verdict::Pass);
}

#[test]
fn a_status_that_its_checks_contradict_is_an_error_and_no_pass() {
    let pack = pack(&["contradicting"]);
    let evaluations = evaluate(&pack, &evidence(&json!({})), &["alpha"]);
    let result = clause(&evaluations[0], "3.2.a");
    assert_eq!(result.status, Status::Error);
    let message = result.outcome.message.as_ref().unwrap();
    assert!(message.contains("though a check is not met"), "{message}");
}

#[test]
fn the_time_limit_is_one_for_the_whole_dossier() {
    let pack = pack(&["slow"]);
    let limit = Duration::from_millis(300);
    let mut engine = Engine::new(&pack, limit).unwrap();
    let class = evaluation::class(&pack, "alpha").unwrap();
    // A clause that raises makes the engine ask again and again; the limit stays.
    for patch in [json!({}), json!({"provider": {"accounting": "dependent"}})] {
        let started = Instant::now();
        let result = evaluation::evaluate(&mut engine, &pack, &evidence(&patch), &[class]);
        assert_eq!(
            result.unwrap_err(),
            EvaluationError::Engine(EngineError::TimedOut(limit))
        );
        assert!(started.elapsed() < limit * 3, "{:?}", started.elapsed());
    }
}

#[test]
fn an_engine_is_as_good_after_a_timeout_or_an_error() {
    let pack = pack(&[]);
    let mut engine = Engine::new(&pack, Duration::from_secs(20)).unwrap();
    let class = evaluation::class(&pack, "alpha").unwrap();
    let mut score = |patch| {
        let found = evaluation::evaluate(&mut engine, &pack, &evidence(&patch), &[class]).unwrap();
        found.evaluations[0].score.clone()
    };
    let before = score(json!({}));
    score(json!({"provider": {"accounting": "dependent"}}));
    assert_eq!(score(json!({})), before);
}

#[test]
fn a_pack_may_replace_a_rule_and_add_a_class() {
    let pack = pack(&["override", "extension"]);
    let small = evidence(&json!({"provider": {"registered_capital_yuan": 1_000_000}}));
    let evaluations = evaluate(&pack, &small, &["alpha", "delta"]);
    assert_eq!(clause(&evaluations[0], "1.a").status, Status::Satisfied);
    assert_eq!(
        clause(&evaluations[0], "1.a").clause.title.en,
        "Registered capital, lowered"
    );
    assert_eq!(evaluations[1].class.id, "delta");
    assert_eq!(clause(&evaluations[1], "6.1.a").status, Status::Satisfied);
    assert_eq!(evaluations[1].score.points.decimal(), "100");
    assert_eq!(evaluations[1].score.compliance.total, 8);
}

#[test]
fn classes_that_cannot_be_evaluated_say_why() {
    let pack = pack(&[]);
    let unknown = evaluation::class(&pack, "alhpa").unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "class `alhpa` has no rules in this pack; it has `alpha`; did you mean `alpha`?"
    );
    let unbuilt = evaluation::class(&pack, "beta").unwrap_err();
    assert_eq!(
        unbuilt.to_string(),
        "class `beta` has no rules in this pack; it has `alpha`"
    );
    // One that another standard evaluates is known, and has no evaluation.
    let external = evaluation::class(&pack, "gamma").unwrap();
    assert_eq!(external.external.as_ref().unwrap().standard, "X 00007");
    assert!(evaluate(&pack, &evidence(&json!({})), &["gamma"]).is_empty());
}

#[test]
fn a_pack_that_does_not_parse_says_where() {
    for (name, place) in [
        ("broken", "tests/packs/broken/broken.rego:4"),
        ("unsafe", "tests/packs/unsafe/unsafe.rego:3"),
    ] {
        let pack = Pack::load(&[folder("standard"), folder(name)]).unwrap();
        let problems = Engine::new(&pack, Duration::from_secs(1)).err().unwrap();
        assert!(problems[0].to_string().starts_with(place), "{problems:?}");
    }
}
