//! The page of one dossier.

use askama::Template;

use super::pictures::{Gauge, TermBar, hundredths};
use crate::outcome::Status;
use crate::report::form::{Form, Texts, blank};
use crate::report::text::words::Words;
use crate::report::view::clause::{CheckView, ClauseView};
use crate::report::view::dossier::DossierView;
use crate::report::view::evaluation::{EvaluationView, ResultView};
use crate::report::view::phrase::{Phrase, say};
use crate::report::view::speaker::status_key;
use crate::text::Language;

/// One dossier.
#[derive(Debug, Template)]
#[template(path = "dossier.html")]
pub struct DossierPage<'a> {
    pub language: Language,
    pub view: &'a DossierView,
    /// What the standard asks of every report beside its results.
    pub form: &'a Form,
    pub texts: &'a Texts,
}

impl DossierPage<'_> {
    /// The clauses on which assessors judged, with their classes.
    fn judged(&self) -> Vec<(&EvaluationView, &ClauseView)> {
        let clauses =
            self.view.evaluations.iter().flat_map(|evaluation| {
                evaluation.clauses().map(move |clause| (evaluation, clause))
            });
        clauses
            .filter(|(_, clause)| !clause.findings.is_empty())
            .collect()
    }

    /// The terms of all classes, each once.
    fn terms(&self) -> Vec<(String, Phrase)> {
        let mut terms: Vec<(String, Phrase)> = Vec::new();
        for term in self
            .view
            .evaluations
            .iter()
            .flat_map(|evaluation| &evaluation.terms)
        {
            if !terms.iter().any(|(id, _)| *id == term.id) {
                let named = say(
                    &format!("{} {}", term.clause, term.title.zh),
                    &format!("{} {}", term.clause, term.title.en),
                );
                terms.push((term.id.clone(), named));
            }
        }
        terms
    }

    /// The statuses by which clauses are filtered, what falls short first.
    fn statuses() -> [(&'static str, Phrase); 5] {
        [
            Status::NotSatisfied,
            Status::NoEvidence,
            Status::Error,
            Status::NotApplicable,
            Status::Satisfied,
        ]
        .map(|status| {
            let name = |language| Words::of(language).status(status);
            let name = say(name(Language::Chinese), name(Language::English));
            (status_key(status), name)
        })
    }
}

impl DossierView {
    /// The picture of a score against the pass mark.
    pub fn gauge(&self, evaluation: &EvaluationView) -> Gauge {
        Gauge::new(&evaluation.result.score, self.pass_mark)
    }
}

impl ResultView {
    /// The score in hundredths, by which rows are sorted.
    pub fn score_order(&self) -> u64 {
        hundredths(&self.score)
    }
}

impl CheckView {
    /// The place in pieces between which a line may end.
    pub fn place_parts(&self) -> impl Iterator<Item = &str> {
        self.place.split_inclusive(['.', '_'])
    }

    /// The line in pieces between which a line may end.
    pub fn line_parts(&self) -> impl Iterator<Item = &str> {
        let line = self.line.as_deref().unwrap_or_default();
        line.split_inclusive(['/', '.', '_', ':'])
    }
}
