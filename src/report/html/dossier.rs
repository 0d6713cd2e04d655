//! The page of one dossier.

use askama::Template;

use super::clause::ClauseView;
use super::evaluation::{EvaluationView, ResultView};
use super::phrase::{Phrase, say};
use super::pictures::hundredths;
use super::reuse::ReuseView;
use super::speaker::{Speaker, status_key};
use crate::outcome::Status;
use crate::report::external::ExternalReport;
use crate::report::model::DossierReport;
use crate::report::text::external::said;
use crate::report::text::page::Tone;
use crate::report::text::summary::standing_tone;
use crate::report::text::words::{Words, fill};
use crate::text::Language;

/// One dossier.
#[derive(Debug, Template)]
#[template(path = "dossier.html")]
pub struct DossierPage {
    language: Language,
    name: String,
    path: String,
    sha256: String,
    reference_date: String,
    applied_for: Phrase,
    pass_mark: u32,
    classes: Vec<ClassView>,
    note: Phrase,
    evaluations: Vec<EvaluationView>,
    external: Vec<ExternalView>,
    reuse: Option<ReuseView>,
    reuse_error: Option<String>,
}

/// A class beside the others.
#[derive(Debug)]
pub struct ClassView {
    pub id: String,
    pub clause: String,
    pub title: Phrase,
    pub result: Option<ResultView>,
    pub standing: Option<(&'static str, Phrase)>,
}

/// A class that another standard evaluates.
#[derive(Debug)]
pub struct ExternalView {
    pub class: String,
    pub clause: String,
    pub title: Phrase,
    pub elsewhere: Option<Phrase>,
    pub key: &'static str,
    pub standing: Phrase,
    pub conclusions: Vec<Phrase>,
}

impl DossierPage {
    /// The page of a dossier.
    pub fn new(speaker: &Speaker, dossier: &DossierReport, language: Language) -> Self {
        let pass_mark = speaker.pack.pass_mark;
        Self {
            language,
            name: dossier.provider.name.clone(),
            path: dossier.path.clone(),
            sha256: dossier.sha256.clone(),
            reference_date: dossier.reference_date.clone(),
            applied_for: speaker.classes(&dossier.applied_for),
            pass_mark,
            classes: classes(speaker, dossier),
            note: Phrase::from(&dossier.overview.note.text),
            evaluations: (dossier.evaluations.iter().enumerate())
                .map(|(index, evaluation)| {
                    let earlier = dossier.evaluations.get(..index).unwrap_or_default();
                    EvaluationView::new(speaker, earlier, evaluation, pass_mark)
                })
                .collect(),
            external: dossier
                .external
                .iter()
                .map(|external| ExternalView::new(speaker, external))
                .collect(),
            reuse: ReuseView::new(speaker, dossier),
            reuse_error: dossier.reuse_error.clone(),
        }
    }

    /// The clauses on which assessors judged, with their classes.
    fn judged(&self) -> Vec<(&EvaluationView, &ClauseView)> {
        let clauses = self
            .evaluations
            .iter()
            .flat_map(|evaluation| evaluation.clauses().map(move |clause| (evaluation, clause)));
        clauses
            .filter(|(_, clause)| !clause.findings.is_empty())
            .collect()
    }

    /// The terms of all classes, each once.
    fn terms(&self) -> Vec<(String, Phrase)> {
        let mut terms: Vec<(String, Phrase)> = Vec::new();
        for term in self
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

/// The classes of a dossier side by side.
pub fn classes(speaker: &Speaker, dossier: &DossierReport) -> Vec<ClassView> {
    let classes = dossier.overview.classes.iter();
    classes
        .map(|class| ClassView {
            id: class.class.clone(),
            clause: class.clause.clone(),
            title: Phrase::from(&class.title),
            result: class
                .result
                .as_ref()
                .map(|result| ResultView::new(speaker, result)),
            standing: class.external.as_ref().map(|external| {
                (
                    tone_key(standing_tone(external.standing)),
                    speaker.both(|words, _| words.standing_in_short(external.standing)),
                )
            }),
        })
        .collect()
}

impl ExternalView {
    fn new(speaker: &Speaker, external: &ExternalReport) -> Self {
        let elsewhere = external
            .standard
            .as_ref()
            .map(|standard| speaker.both(|words, _| fill(words.elsewhere, &[standard])));
        Self {
            class: external.class.clone(),
            clause: external.clause.clone(),
            title: Phrase::from(&external.title),
            elsewhere,
            key: tone_key(standing_tone(external.standing)),
            standing: speaker.both(|words, _| words.standing(external.standing)),
            conclusions: external
                .conclusions
                .iter()
                .map(|conclusion| speaker.both(|words, _| said(words, conclusion)))
                .collect(),
        }
    }
}

fn tone_key(tone: Tone) -> &'static str {
    match tone {
        Tone::Bad => "fail",
        Tone::Open => "open",
        _ => "plain",
    }
}

impl ResultView {
    /// The score in hundredths, by which rows are sorted.
    pub fn score_order(&self) -> u64 {
        hundredths(&self.score)
    }
}
