//! One class: how it ended and why, its terms, its clauses.

use serde::Serialize;

use super::clause::ClauseView;
use super::phrase::{Phrase, say};
use super::speaker::{Speaker, verdict_key};
use crate::dossier::Places;
use crate::outcome::Status;
use crate::report::model::{ClauseReport, EvaluationReport, ResultReport, TermReport};
use crate::report::text::overview::{in_short, score, two_places, why};
use crate::score::{DecidedBy, Tally};
use crate::text::Text;

/// A class.
#[derive(Debug, Serialize)]
pub struct EvaluationView {
    pub class: String,
    pub clause: String,
    pub title: Phrase,
    pub result: ResultView,
    pub why: Option<Phrase>,
    /// The score against the pass mark, in words.
    pub score_said: Phrase,
    pub score_exact: String,
    /// The result of the rules alone, where there are findings.
    pub without_findings: Option<Phrase>,
    /// Where it deviates from the standard.
    pub deviations: Vec<Phrase>,
    pub weight: u32,
    pub terms: Vec<TermView>,
}

/// Verdict, score and tallies.
#[derive(Debug, Serialize)]
pub struct ResultView {
    pub key: &'static str,
    pub verdict: Phrase,
    pub score: String,
    /// Whether the score decides nothing, because mandatory clauses did.
    pub for_information: bool,
    pub mandatory: Tally,
    pub compliance: Tally,
}

/// A term with its clauses.
#[derive(Debug, Default, Serialize)]
pub struct TermView {
    pub id: String,
    pub clause: String,
    pub title: Phrase,
    pub weight: u32,
    pub points: String,
    pub satisfied: u64,
    pub total: u64,
    pub mandatory: Tally,
    /// The class before this one with the very same clauses, which paper need not show again.
    pub same_as: Option<Phrase>,
    pub clauses: Vec<ClauseView>,
}

impl ResultView {
    /// A result.
    pub fn new(speaker: &Speaker, result: &ResultReport) -> Self {
        Self {
            key: verdict_key(result.verdict),
            verdict: speaker.verdict(result),
            score: two_places(&result.score),
            for_information: result.decided_by != Some(DecidedBy::Score),
            mandatory: result.mandatory,
            compliance: result.compliance,
        }
    }
}

impl EvaluationView {
    /// An evaluation against the pass mark; `earlier` are the ones before it in the report.
    pub fn new(
        speaker: &Speaker,
        places: &Places,
        earlier: &[EvaluationReport],
        evaluation: &EvaluationReport,
        pass_mark: u32,
    ) -> Self {
        let result = &evaluation.result;
        let clauses = &evaluation.clauses;
        let failed = clauses
            .iter()
            .filter(|clause| clause.status == Status::Error)
            .count();
        let why =
            speaker.both(|words, _| why(words, result, pass_mark, failed).unwrap_or_default());
        let judged = clauses.iter().any(|clause| !clause.findings.is_empty());
        let without = &evaluation.without_findings;
        Self {
            class: evaluation.class.clone(),
            clause: evaluation.clause.clone(),
            title: Phrase::from(&evaluation.title),
            result: ResultView::new(speaker, result),
            why: (!why.is_empty()).then_some(why),
            score_said: speaker.both(|words, _| score(words, result, pass_mark)),
            score_exact: result.score_exact.clone(),
            without_findings: judged
                .then(|| speaker.both(|words, _| in_short(words, without, pass_mark))),
            deviations: evaluation
                .deviations
                .iter()
                .map(|deviation| Phrase::from(&deviation.text))
                .collect(),
            weight: evaluation.terms.iter().map(|term| term.weight).sum(),
            terms: evaluation
                .terms
                .iter()
                .map(|term| TermView::new(speaker, places, earlier, evaluation, term))
                .collect(),
        }
    }

    /// The clauses, in the order of the terms.
    pub fn clauses(&self) -> impl Iterator<Item = &ClauseView> {
        self.terms.iter().flat_map(|term| &term.clauses)
    }

    /// The mandatory clauses that fall short, or the others.
    pub fn falling_short(&self, mandatory: bool) -> Vec<&ClauseView> {
        self.clauses()
            .filter(|clause| clause.mandatory == mandatory && !clause.counts)
            .collect()
    }

    /// Whether every clause counts as satisfied.
    pub fn is_all_satisfied(&self) -> bool {
        self.clauses().all(|clause| clause.counts)
    }
}

impl TermView {
    fn new(
        speaker: &Speaker,
        places: &Places,
        earlier: &[EvaluationReport],
        evaluation: &EvaluationReport,
        term: &TermReport,
    ) -> Self {
        let same = earlier
            .iter()
            .find(|other| clauses(other, term).eq(clauses(evaluation, term)));
        Self {
            id: term.id.clone(),
            clause: term.clause.clone(),
            title: Phrase::from(&term.title),
            weight: term.weight,
            points: two_places(&term.points),
            satisfied: term.satisfied,
            total: term.total,
            mandatory: term.mandatory,
            same_as: same.map(|other| {
                let Text { zh, en } = &other.title;
                say(
                    &format!("{} {zh}", other.clause),
                    &format!("{} {en}", other.clause),
                )
            }),
            clauses: clauses(evaluation, term)
                .map(|clause| ClauseView::new(speaker, places, &evaluation.class, clause))
                .collect(),
        }
    }

    /// Whether a mandatory clause falls short.
    pub fn is_short_of_mandatory(&self) -> bool {
        self.mandatory.satisfied < self.mandatory.total
    }
}

/// The clauses of a term.
fn clauses<'e>(
    evaluation: &'e EvaluationReport,
    term: &TermReport,
) -> impl Iterator<Item = &'e ClauseReport> {
    let clauses = evaluation.clauses.iter();
    clauses.filter(move |clause| clause.term == term.id)
}
