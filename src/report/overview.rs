//! All classes of one dossier side by side.

use serde::{Deserialize, Serialize};

use super::external::ExternalReport;
use super::model::{EvaluationReport, ResultReport};
use super::note::Note;
use crate::external::Standing;
use crate::pack::catalogue::ClauseId;
use crate::text::Text;

/// The classes of a dossier side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverviewReport {
    /// One entry per class, in the standard's order.
    pub classes: Vec<ClassReport>,
    /// The result of all classes taken together: always `null`, as the note says.
    pub comprehensive: (),
    /// Why there is none.
    pub note: Note,
}

/// How one class ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassReport {
    /// Class id.
    pub class: String,
    /// Clause of the class, as `9.1`.
    pub clause: String,
    /// Name of the class.
    pub title: Text,
    /// The result; `null` where another standard evaluates the class.
    pub result: Option<ResultReport>,
    /// What is known of a class that another standard evaluates, else `null`.
    pub external: Option<ElsewhereReport>,
}

/// What is known of a class that another standard evaluates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElsewhereReport {
    /// The standard.
    pub standard: String,
    /// What the conclusions amount to on the reference date. No verdict.
    pub standing: Standing,
}

impl OverviewReport {
    /// The classes that were evaluated, and those that another standard evaluates.
    #[must_use]
    pub fn new(evaluations: &[EvaluationReport], external: &[ExternalReport]) -> Self {
        let here = evaluations.iter().map(|evaluation| ClassReport {
            class: evaluation.class.clone(),
            clause: evaluation.clause.clone(),
            title: evaluation.title.clone(),
            result: Some(evaluation.result.clone()),
            external: None,
        });
        let elsewhere = external.iter().filter_map(|external| {
            Some(ClassReport {
                class: external.class.clone(),
                clause: external.clause.clone(),
                title: external.title.clone(),
                result: None,
                external: Some(ElsewhereReport {
                    standard: external.standard.clone()?,
                    standing: external.standing,
                }),
            })
        });
        let mut classes: Vec<ClassReport> = here.chain(elsewhere).collect();
        classes.sort_by_cached_key(|class| ClauseId::new(&class.clause));
        Self {
            classes,
            comprehensive: (),
            note: Note::no_formula(),
        }
    }
}
