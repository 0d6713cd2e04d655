//! What assessors' findings may change and what not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::engine::Engine;
use ciieval::evaluation::{self};
use ciieval::finding::{Effect, Rejection};
use ciieval::outcome::Status;
use ciieval::score::Verdict;
use common::{clause, evaluate, evidence, finding, pack};
use serde_json::json;
use std::time::Duration;

/// The final status of a clause with findings, and their effects.
fn judged(
    id: &str,
    patch: &serde_json::Value,
    verdicts: &[&str],
) -> (Status, Status, Vec<(Effect, Option<Rejection>)>) {
    let pack = pack(&[]);
    let mut evidence = evidence(patch);
    evidence["findings"] = verdicts
        .iter()
        .map(|verdict| finding(id, verdict))
        .collect();
    let evaluations = evaluate(&pack, &evidence, &["alpha"]);
    let result = clause(&evaluations[0], id);
    let effects = result
        .findings
        .iter()
        .map(|applied| (applied.effect, applied.rejection))
        .collect();
    (result.outcome.status, result.status, effects)
}

#[test]
fn a_finding_raises_what_an_assessor_may_settle() {
    let half = json!({"positions": [{"post": "engineer"}]});
    let (rule, status, effects) = judged("1.b", &half, &["satisfied"]);
    assert_eq!((rule, status), (Status::NotSatisfied, Status::Satisfied));
    assert_eq!(effects, [(Effect::Raised, None)]);
}

#[test]
fn a_finding_never_talks_a_number_away() {
    // 1.c: one of its two checks is a number.
    let one = json!({"people": [{"id": "p-01"}]});
    let (rule, status, effects) = judged("1.c", &one, &["satisfied"]);
    assert_eq!((rule, status), (Status::NotSatisfied, Status::NotSatisfied));
    assert_eq!(effects, [(Effect::Rejected, Some(Rejection::HardCheck))]);
    // With the number met, the rest is the assessor's.
    let two = json!({"people": [{"id": "p-01"}, {"id": "p-02"}]});
    assert_eq!(judged("1.c", &two, &["satisfied"]).1, Status::Satisfied);
    // 1.a is no clause of judgement at all.
    let poor = json!({"provider": {"registered_capital_yuan": 1}});
    assert_eq!(
        judged("1.a", &poor, &["satisfied"]).2,
        [(Effect::Rejected, Some(Rejection::NotAJudgementClause))]
    );
}

#[test]
fn a_finding_raises_neither_silence_nor_a_failed_rule() {
    let silent = json!({"provider": {"legal_form": null}});
    let (rule, status, effects) = judged("2.b", &silent, &["satisfied"]);
    assert_eq!((rule, status), (Status::NoEvidence, Status::NoEvidence));
    assert_eq!(effects, [(Effect::Rejected, Some(Rejection::NoChecks))]);
    let failed = json!({"provider": {"accounting": "dependent"}});
    let (rule, status, effects) = judged("2.a", &failed, &["satisfied"]);
    assert_eq!((rule, status), (Status::Error, Status::Error));
    assert_eq!(effects, [(Effect::Rejected, Some(Rejection::Error))]);
}

#[test]
fn a_finding_lowers_anything() {
    for (id, before) in [("1.a", Status::Satisfied), ("2.c", Status::NotApplicable)] {
        let (rule, status, effects) = judged(id, &json!({}), &["not_satisfied"]);
        assert_eq!((rule, status), (before, Status::NotSatisfied));
        assert_eq!(effects, [(Effect::Lowered, None)]);
    }
    let failed = json!({"provider": {"accounting": "dependent"}});
    assert_eq!(
        judged("2.a", &failed, &["not_satisfied"]).1,
        Status::NotSatisfied
    );
}

#[test]
fn a_finding_may_say_what_the_rule_says() {
    assert_eq!(
        judged("1.a", &json!({}), &["satisfied"]).2,
        [(Effect::Confirmed, None)]
    );
    let (_, status, effects) = judged("2.c", &json!({}), &["satisfied"]);
    assert_eq!(
        (status, effects),
        (Status::NotApplicable, vec![(Effect::Confirmed, None)])
    );
    let poor = json!({"provider": {"registered_capital_yuan": 1}});
    assert_eq!(
        judged("1.a", &poor, &["not_satisfied"]).2,
        [(Effect::Confirmed, None)]
    );
}

#[test]
fn of_two_findings_the_one_that_lowers_wins() {
    let half = json!({"positions": [{"post": "engineer"}]});
    for order in [
        ["satisfied", "not_satisfied"],
        ["not_satisfied", "satisfied"],
    ] {
        let (_, status, effects) = judged("1.b", &half, &order);
        assert_eq!(status, Status::NotSatisfied);
        assert!(effects.contains(&(Effect::Rejected, Some(Rejection::Overruled))));
    }
}

#[test]
fn both_scores_are_known() {
    let pack = pack(&[]);
    let mut evidence = evidence(&json!({"positions": [{"post": "engineer"}]}));
    evidence["findings"] = json!([
        finding("1.b", "satisfied"),
        finding("1.a", "not_satisfied"),
        finding("4.1.a", "satisfied")
    ]);
    let evaluations = evaluate(&pack, &evidence, &["alpha"]);
    let (with, without) = (&evaluations[0].score, &evaluations[0].without_findings);
    assert_eq!(
        (with.verdict, with.points.decimal().as_str()),
        (Verdict::Fail, "90")
    );
    assert_eq!(
        (without.verdict, without.points.decimal().as_str()),
        (Verdict::Pass, "90")
    );
    // The finding on a clause of another class is left alone here.
    assert_eq!(
        evaluations[0]
            .clauses
            .iter()
            .flat_map(|result| &result.findings)
            .count(),
        2
    );
}

#[test]
fn findings_of_another_shape_are_an_error() {
    let pack = pack(&[]);
    let mut engine = Engine::new(&pack, Duration::from_secs(20)).unwrap();
    let class = evaluation::class(&pack, "alpha").unwrap();
    let wrong = evidence(&json!({"findings": [{"clause": "1.a"}]}));
    let error = evaluation::evaluate(&mut engine, &pack, &wrong, &[class]).unwrap_err();
    assert!(
        error.to_string().starts_with("`findings` cannot be read: "),
        "{error}"
    );
}
