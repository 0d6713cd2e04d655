//! What every evaluation report must have beside its results (7.3 d–g): who evaluated whom, how the
//! evaluation went, weights, how values are assigned, opinions, signatures, scope and validity. What the
//! dossier and the packs say is filled in; what people must write is an empty place with a name, which
//! keeps its id, so that it can be filled in from elsewhere later.

mod course;
mod opinions;
mod parties;
mod scope;
mod texts;
mod values;
mod weights;

use serde::Serialize;

use super::model::DossierReport;
use super::view::phrase::{Phrase, say};
use super::view::speaker::Speaker;
use crate::scheme::Plan;
use course::Course;
use opinions::Opinions;
use parties::Parties;
use scope::Scope;
pub use texts::Texts;
use values::Values;
use weights::Weights;

/// The parts of a report that the standard asks for.
#[derive(Debug, Serialize)]
pub struct Form {
    pub parties: Parties,
    pub course: Course,
    pub weights: Weights,
    pub values: Values,
    pub opinions: Opinions,
    pub scope: Scope,
}

/// Something that a report states: its name, and what it is where that is known.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    pub id: &'static str,
    pub name: Phrase,
    /// `None` for a place that people fill in.
    pub value: Option<Phrase>,
}

impl Field {
    /// What a dossier or pack may say.
    fn of(id: &'static str, name: Phrase, value: Option<Phrase>) -> Self {
        Self { id, name, value }
    }

    /// A place that people fill in.
    fn empty(id: &'static str, name: Phrase) -> Self {
        Self::of(id, name, None)
    }
}

/// The plan that the evaluations follow.
fn plan(dossier: &DossierReport) -> Option<&Plan> {
    let scheme = dossier.assessment.scheme.as_ref()?;
    Some(&scheme.plan)
}

/// What a plan may say.
fn planned(text: Option<&String>) -> Option<Phrase> {
    text.map(|text| Phrase::evidence(text))
}

impl Form {
    /// The parts for a dossier.
    pub fn new(speaker: &Speaker, dossier: &DossierReport) -> Self {
        Self {
            parties: Parties::new(speaker, dossier),
            course: Course::new(speaker, dossier),
            weights: Weights::new(dossier),
            values: Values::new(speaker, dossier),
            opinions: Opinions::new(dossier),
            scope: Scope::new(speaker, dossier),
        }
    }
}

/// What stands in an empty place.
pub fn blank() -> Phrase {
    say("（填写）", "(to be filled in)")
}
