//! Findings: what an assessor judged about a clause, and what that does to the rule's outcome.
//!
//! A finding can always lower a clause. It can raise one only where the clause is marked as needing
//! judgement and every check that falls short is one an assessor may settle: a number is never talked
//! away, and neither is a rule that failed or gave no value. Of several findings on one clause, one
//! that lowers wins, whatever their dates. Where a scheme names experts, only their findings can raise.
//! The rule's outcome stays visible beside the final status.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::outcome::{Outcome, Status};

/// An assessor's judgement on one clause, as the dossier records it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Clause id.
    pub clause: String,
    /// What the assessor judged.
    pub verdict: Judgement,
    /// Who judged.
    pub assessor: String,
    /// When, as `2025-06-30`.
    pub date: String,
    /// Why.
    pub reason: String,
    /// What was looked at.
    pub evidence: Vec<String>,
}

/// The verdict of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// The clause is satisfied.
    Satisfied,
    /// The clause is not satisfied.
    NotSatisfied,
}

/// What a finding did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It says what the rule says.
    Confirmed,
    /// The clause counts because of it.
    Raised,
    /// The clause is not satisfied because of it.
    Lowered,
    /// It asks for more than a finding can do.
    Rejected,
}

/// Why a finding was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The clause is not marked as needing judgement.
    NotAJudgementClause,
    /// A check that falls short is none that an assessor may settle.
    HardCheck,
    /// The rule gave no checks that could be settled.
    NoChecks,
    /// The rule failed at run time.
    Error,
    /// Another finding lowers the same clause.
    Overruled,
    /// The scheme names experts, and whoever made the finding is none of them.
    NoExpert,
}

/// A finding with what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The finding.
    pub finding: Finding,
    /// What it did.
    pub effect: Effect,
    /// Why it was rejected.
    pub rejection: Option<Rejection>,
}

/// The findings of a dossier, in its order.
///
/// # Errors
/// What is wrong with the `findings` of evidence that the schema does not describe.
pub fn of(evidence: &Value) -> Result<Vec<Finding>, String> {
    match evidence.get("findings") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(findings) => Vec::deserialize(findings).map_err(|error| error.to_string()),
    }
}

/// The clause's final status, and what each finding on it did. `judgement` says whether the clause is
/// marked as needing judgement, `lets_raise` whether whoever made a finding may raise a clause.
#[must_use]
pub fn apply(
    outcome: &Outcome,
    judgement: bool,
    lets_raise: &dyn Fn(&str) -> bool,
    findings: &[&Finding],
) -> (Status, Vec<Applied>) {
    let lowered = findings
        .iter()
        .any(|finding| finding.verdict == Judgement::NotSatisfied);
    let applied = findings.iter().map(|&finding| {
        let (effect, rejection) = match finding.verdict {
            Judgement::NotSatisfied if outcome.status == Status::NotSatisfied => {
                (Effect::Confirmed, None)
            }
            Judgement::NotSatisfied => (Effect::Lowered, None),
            Judgement::Satisfied if lowered => (Effect::Rejected, Some(Rejection::Overruled)),
            Judgement::Satisfied if outcome.status.counts() => (Effect::Confirmed, None),
            Judgement::Satisfied => {
                let rejection = if lets_raise(&finding.assessor) {
                    objection(outcome, judgement)
                } else {
                    Some(Rejection::NoExpert)
                };
                (
                    if rejection.is_none() {
                        Effect::Raised
                    } else {
                        Effect::Rejected
                    },
                    rejection,
                )
            }
        };
        Applied {
            finding: finding.clone(),
            effect,
            rejection,
        }
    });
    let applied: Vec<Applied> = applied.collect();
    let status = if lowered {
        Status::NotSatisfied
    } else if applied
        .iter()
        .any(|applied| applied.effect == Effect::Raised)
    {
        Status::Satisfied
    } else {
        outcome.status
    };
    (status, applied)
}

/// What speaks against raising a clause that does not count.
fn objection(outcome: &Outcome, judgement: bool) -> Option<Rejection> {
    let mut short = outcome
        .checks
        .iter()
        .filter(|check| !check.ok && !check.information)
        .peekable();
    if outcome.status == Status::Error {
        Some(Rejection::Error)
    } else if short.peek().is_none() {
        Some(Rejection::NoChecks)
    } else if !judgement {
        Some(Rejection::NotAJudgementClause)
    } else if short.any(|check| !check.judgement) {
        Some(Rejection::HardCheck)
    } else {
        None
    }
}
