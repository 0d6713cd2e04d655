//! One dossier against one or more classes: outcomes, findings, final statuses, scores.

use serde_json::Value;
use std::collections::BTreeMap;

use crate::attachments::Verified;
use crate::engine::{Engine, EngineError};
use crate::external::{self, External};
use crate::finding::{self, Applied, Finding};
use crate::outcome::{Outcome, Status};
use crate::pack::catalogue::ClauseId;
use crate::pack::manifest::{Class, Term};
use crate::pack::{Clause, Pack};
use crate::reuse::{self, Reuse};
use crate::scheme::{Deviation, Grades, NotApplicable, Plan, PlannedTerm};
use crate::score::{self, Entry, Score, Standing, WeightedTerm};
use crate::text::nearest;

/// What was found out about one dossier.
#[derive(Clone, Debug)]
pub struct Evaluated<'p> {
    /// One evaluation per class that is evaluated here, in the order asked for.
    pub evaluations: Vec<Evaluation<'p>>,
    /// The classes that other standards evaluate: those asked for, and others on which the dossier has
    /// conclusions.
    pub external: Vec<External<'p>>,
    /// Where people count, or why the rule did not say; `None` where no pack has such a rule, or nothing
    /// was evaluated.
    pub reuse: Option<Result<Reuse, String>>,
}

/// The evaluation of one dossier for one class.
#[derive(Clone, Debug)]
pub struct Evaluation<'p> {
    /// The class.
    pub class: &'p Class,
    /// Its terms as the plan has them, in the order of the scores.
    pub terms: Vec<PlannedTerm<'p>>,
    /// Its clauses, in the order of the terms.
    pub clauses: Vec<ClauseResult<'p>>,
    /// The score with findings applied: the one that counts.
    pub score: Score,
    /// The score of the rules alone.
    pub without_findings: Score,
    /// Where it deviates from the standard.
    pub deviations: Vec<Deviation>,
}

/// One clause with everything that was said about it.
#[derive(Clone, Debug)]
pub struct ClauseResult<'p> {
    /// The clause.
    pub clause: &'p Clause,
    /// The term it counts in.
    pub term: &'p Term,
    /// What the rule yielded.
    pub outcome: Outcome,
    /// The status after findings.
    pub status: Status,
    /// The findings on the clause, in the dossier's order.
    pub findings: Vec<Applied>,
}

/// Why a class is not evaluated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClassError {
    /// The pack has no rules for it.
    #[error(
        "class `{class}` has no rules in this pack; it has {}{}",
        listed(built),
        nearest.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
    )]
    NotBuilt {
        /// What was asked for.
        class: String,
        /// The classes that can be evaluated.
        built: Vec<String>,
        /// The class with the nearest name.
        nearest: Option<String>,
    },
}

/// Why a dossier has no evaluation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// The rules could not be run to their end.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The findings have another shape than the schema describes.
    #[error("`findings` cannot be read: {0}")]
    Findings(String),
    /// The conclusions under other standards have another shape than the schema describes.
    #[error("`external_conclusions` cannot be read: {0}")]
    Conclusions(String),
}

/// The classes that the dossier applies for, in its order.
#[must_use]
pub fn applied_for(evidence: &Value) -> Vec<String> {
    let classes = evidence
        .pointer("/assessment/classes")
        .and_then(Value::as_array);
    classes
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The class with that id: one that the pack can evaluate, or that another standard does.
///
/// # Errors
/// A class that is unknown or has no rules.
pub fn class<'p>(pack: &'p Pack, id: &str) -> Result<&'p Class, ClassError> {
    let catalogue = &pack.catalogue;
    let class = catalogue.class(id);
    if let Some(class) = class.filter(|class| class.external.is_some() || catalogue.is_built(class))
    {
        return Ok(class);
    }
    let built = catalogue
        .classes
        .iter()
        .filter(|class| catalogue.is_built(class));
    let built: Vec<String> = built.map(|class| class.id.clone()).collect();
    let nearest = nearest(id, built.iter().map(String::as_str)).filter(|_| class.is_none());
    let nearest = nearest.map(str::to_owned);
    Err(ClassError::NotBuilt {
        class: id.to_owned(),
        built,
        nearest,
    })
}

/// Evaluates the evidence for each of the classes. Clauses that several classes share are decided once.
/// Of a class that another standard evaluates, only the conclusions are gathered.
///
/// # Errors
/// What keeps the rules from being run to their end. A rule that raises is no error here: its clause
/// has the status `error`.
pub fn evaluate<'p>(
    engine: &mut Engine,
    pack: &'p Pack,
    evidence: &Value,
    classes: &[&'p Class],
) -> Result<Evaluated<'p>, EvaluationError> {
    evaluate_under(
        &Plan::default(),
        &Verified::default(),
        engine,
        pack,
        evidence,
        classes,
    )
}

/// The same as a plan has it. `files` are the attachments found as the dossier states them: they matter where
/// the plan asks for verified ones.
///
/// # Errors
/// The same.
pub fn evaluate_under<'p>(
    plan: &Plan,
    files: &Verified,
    engine: &mut Engine,
    pack: &'p Pack,
    evidence: &Value,
    classes: &[&'p Class],
) -> Result<Evaluated<'p>, EvaluationError> {
    let findings = finding::of(evidence).map_err(EvaluationError::Findings)?;
    let external = external(pack, evidence, classes).map_err(EvaluationError::Conclusions)?;
    let here: Vec<&Class> = classes
        .iter()
        .copied()
        .filter(|class| class.external.is_none())
        .collect();
    let mut wanted: BTreeMap<&ClauseId, &Clause> = BTreeMap::new();
    for term in here.iter().flat_map(|class| plan.terms_of(pack, class)) {
        wanted.extend(term.clauses(pack).map(|clause| (&clause.id, clause)));
    }
    let rule = pack.reuse.as_deref().filter(|_| !here.is_empty());
    let in_order: Vec<&Clause> = wanted.values().copied().collect();
    let (decided, value) = engine.evaluate_with(evidence, &in_order, rule)?;
    let grades = Grades::new(evidence, plan, files);
    let decided = decided.into_iter().map(|outcome| match &grades {
        Some(grades) => grades.applied(outcome),
        None => outcome,
    });
    let outcomes: BTreeMap<&ClauseId, Outcome> = wanted.into_keys().zip(decided).collect();
    Ok(Evaluated {
        evaluations: here
            .into_iter()
            .map(|class| evaluation(plan, pack, class, &outcomes, &findings))
            .collect(),
        external,
        reuse: rule
            .zip(value)
            .map(|(rule, value)| reuse::read(rule, value)),
    })
}

/// The classes asked for that other standards evaluate, and all others that the dossier has conclusions on.
fn external<'p>(
    pack: &'p Pack,
    evidence: &Value,
    classes: &[&'p Class],
) -> Result<Vec<External<'p>>, String> {
    let conclusions = external::of(evidence)?;
    let reference_date = evidence
        .pointer("/assessment/reference_date")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let asked = classes
        .iter()
        .copied()
        .filter(|class| class.external.is_some());
    let concluded = conclusions
        .iter()
        .filter_map(|conclusion| pack.catalogue.class(&conclusion.class));
    let mut shown: Vec<&Class> = Vec::new();
    for class in asked.chain(concluded) {
        if !shown.iter().any(|other| other.id == class.id) {
            shown.push(class);
        }
    }
    Ok(shown
        .into_iter()
        .map(|class| external::assess(class, &conclusions, reference_date))
        .collect())
}

fn evaluation<'p>(
    plan: &Plan,
    pack: &'p Pack,
    class: &'p Class,
    outcomes: &BTreeMap<&ClauseId, Outcome>,
    findings: &[Finding],
) -> Evaluation<'p> {
    let terms = plan.terms_of(pack, class);
    let judge = |term: &'p Term, clause: &'p Clause| {
        let outcome = outcomes
            .get(&clause.id)
            .cloned()
            .unwrap_or_else(Outcome::undefined);
        let on_it: Vec<&Finding> = findings
            .iter()
            .filter(|found| found.clause == clause.id.as_str())
            .collect();
        let lets_raise = |assessor: &str| plan.lets_raise(assessor);
        let judgement = clause.judgement.is_some();
        let (status, findings) = finding::apply(&outcome, judgement, &lets_raise, &on_it);
        ClauseResult {
            clause,
            term,
            outcome,
            status,
            findings,
        }
    };
    let of_term = |planned: &PlannedTerm<'p>| {
        let term = planned.term;
        let clauses: Vec<&Clause> = planned.clauses(pack).collect();
        clauses.into_iter().map(move |clause| judge(term, clause))
    };
    let clauses: Vec<ClauseResult> = terms.iter().flat_map(of_term).collect();
    let score = |status: fn(&ClauseResult) -> Status| {
        score::score(&weighted(plan, &terms, &clauses, status), pack.pass_mark)
    };
    Evaluation {
        score: score(|result| result.status),
        without_findings: score(|result| result.outcome.status),
        deviations: plan.deviations(pack, class),
        class,
        terms,
        clauses,
    }
}

fn weighted(
    plan: &Plan,
    terms: &[PlannedTerm],
    clauses: &[ClauseResult],
    status: fn(&ClauseResult) -> Status,
) -> Vec<WeightedTerm> {
    let leaves_out = plan.not_applicable == NotApplicable::LeftOut;
    let is_in = |result: &&ClauseResult| !(leaves_out && status(result) == Status::NotApplicable);
    let mut weighted: Vec<WeightedTerm> = terms
        .iter()
        .map(|planned| {
            let own = clauses
                .iter()
                .filter(|result| result.term.id == planned.term.id);
            let out = own.clone().filter(|result| !is_in(result)).count() as u64;
            WeightedTerm {
                weight: planned.weight,
                out_of: 100,
                total: planned.total() - out,
                entries: own
                    .filter(is_in)
                    .map(|result| entry(result.clause.mandatory, status(result)))
                    .collect(),
            }
        })
        .collect();
    if leaves_out {
        let left = weighted.iter().filter(|term| term.total > 0);
        let out_of = left.map(|term| term.weight).sum();
        for term in &mut weighted {
            term.out_of = out_of;
        }
    }
    weighted
}

fn entry(mandatory: bool, status: Status) -> Entry {
    let standing = match status {
        Status::Error => Standing::Open,
        status if status.counts() => Standing::Counts,
        _ => Standing::Short,
    };
    Entry {
        mandatory,
        standing,
    }
}

fn listed(ids: &[String]) -> String {
    if ids.is_empty() {
        return "none".to_owned();
    }
    ids.iter()
        .map(|id| format!("`{id}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
