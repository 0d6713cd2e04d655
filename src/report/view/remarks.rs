//! What was noticed that no clause asks about.

use serde::Serialize;

use super::phrase::Phrase;
use crate::report::model::DossierReport;
use crate::report::remark::Remark;

/// A section of remarks.
#[derive(Debug, Serialize)]
pub struct RemarksView {
    pub title: Phrase,
    pub said: Option<Phrase>,
    pub remarks: Vec<RemarkView>,
}

/// A remark with its places, as `file:line:column: path`.
#[derive(Debug, Serialize)]
pub struct RemarkView {
    pub said: Phrase,
    pub places: Vec<String>,
}

impl RemarkView {
    /// All remarks of a list.
    pub fn all(remarks: &[Remark]) -> Vec<Self> {
        let view = |remark: &Remark| Self {
            said: Phrase::from(&remark.text),
            places: remark.places.iter().map(ToString::to_string).collect(),
        };
        remarks.iter().map(view).collect()
    }
}

impl RemarksView {
    /// The sections of a dossier; none where nothing was noticed or looked for.
    pub fn of(dossier: &DossierReport) -> Vec<Self> {
        let sections = dossier.remarks().into_iter();
        sections
            .map(|section| Self {
                title: Phrase::from(&section.title),
                said: section.said.as_ref().map(Phrase::from),
                remarks: RemarkView::all(section.remarks),
            })
            .collect()
    }
}
