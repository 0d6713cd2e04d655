//! A dossier: its classes side by side and one by one, and what is said of all of them.

use serde::Serialize;

use super::evaluation::{EvaluationView, ResultView};
use super::phrase::Phrase;
use super::remarks::RemarksView;
use super::reuse::ReuseView;
use super::speaker::Speaker;
use crate::dossier::Places;
use crate::report::external::ExternalReport;
use crate::report::model::DossierReport;
use crate::report::text::external::said;
use crate::report::text::page::Tone;
use crate::report::text::summary::standing_tone;
use crate::report::text::words::fill;

/// One dossier.
#[derive(Debug, Serialize)]
pub struct DossierView {
    pub name: String,
    pub path: String,
    pub sha256: String,
    pub reference_date: String,
    pub applied_for: Phrase,
    pub pass_mark: u32,
    pub classes: Vec<ClassView>,
    pub note: Phrase,
    pub evaluations: Vec<EvaluationView>,
    pub external: Vec<ExternalView>,
    pub reuse: Option<ReuseView>,
    pub reuse_error: Option<String>,
    pub remarks: Vec<RemarksView>,
}

/// A class beside the others.
#[derive(Debug, Serialize)]
pub struct ClassView {
    pub id: String,
    pub clause: String,
    pub title: Phrase,
    pub result: Option<ResultView>,
    pub standing: Option<StandingView>,
}

/// What conclusions on a class amount to.
#[derive(Debug, Serialize)]
pub struct StandingView {
    pub key: &'static str,
    pub said: Phrase,
}

/// A class that another standard evaluates.
#[derive(Debug, Serialize)]
pub struct ExternalView {
    pub class: String,
    pub clause: String,
    pub title: Phrase,
    pub elsewhere: Option<Phrase>,
    pub key: &'static str,
    pub standing: Phrase,
    pub conclusions: Vec<Phrase>,
}

impl DossierView {
    /// A dossier with the places in its files.
    pub fn new(speaker: &Speaker, dossier: &DossierReport, places: &Places) -> Self {
        let pass_mark = speaker.pack.pass_mark;
        Self {
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
                    EvaluationView::new(speaker, places, earlier, evaluation, pass_mark)
                })
                .collect(),
            external: dossier
                .external
                .iter()
                .map(|external| ExternalView::new(speaker, external))
                .collect(),
            reuse: ReuseView::new(speaker, dossier),
            reuse_error: dossier.reuse_error.clone(),
            remarks: RemarksView::of(dossier),
        }
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
            standing: class.external.as_ref().map(|external| StandingView {
                key: tone_key(standing_tone(external.standing)),
                said: speaker.both(|words, _| words.standing_in_short(external.standing)),
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
