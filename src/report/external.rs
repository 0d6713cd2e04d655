//! Classes that other standards evaluate: what the dossier has on them, shown and never scored.

use serde::{Deserialize, Serialize};

use crate::external::{External, Judged, Said, SetAside, Standing};
use crate::text::Text;

/// A class with the conclusions that the dossier has on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalReport {
    /// Class id.
    pub class: String,
    /// Clause of the class, as `9.5`.
    pub clause: String,
    /// Name of the class.
    pub title: Text,
    /// The standard that evaluates it; `null` where no other standard does.
    pub standard: Option<String>,
    /// What the conclusions amount to on the reference date. No verdict.
    pub standing: Standing,
    /// The conclusions, in the dossier's order.
    pub conclusions: Vec<ConclusionReport>,
}

/// A conclusion under another standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConclusionReport {
    /// The standard it was reached under, as the dossier names it.
    pub standard: String,
    /// Who issued it.
    pub issuer: String,
    /// Its number.
    pub number: String,
    /// What it says.
    pub result: Said,
    /// When it was reached.
    pub concluded_on: String,
    /// Its last day; `null` where it states none.
    pub valid_until: Option<String>,
    /// Whether the reference date lies within its validity; `null` where it states no end.
    pub valid_on_reference_date: Option<bool>,
    /// Why it is set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
}

impl From<&External<'_>> for ExternalReport {
    fn from(external: &External) -> Self {
        Self {
            class: external.class.id.clone(),
            clause: external.class.clause.clone(),
            title: external.class.title.clone(),
            standard: external.standard.map(str::to_owned),
            standing: external.standing,
            conclusions: external
                .conclusions
                .iter()
                .map(ConclusionReport::from)
                .collect(),
        }
    }
}

impl From<&Judged> for ConclusionReport {
    fn from(judged: &Judged) -> Self {
        let conclusion = &judged.conclusion;
        Self {
            standard: conclusion.standard.clone(),
            issuer: conclusion.issuer.clone(),
            number: conclusion.number.clone(),
            result: conclusion.result,
            concluded_on: conclusion.concluded_on.clone(),
            valid_until: conclusion.valid_until.clone(),
            valid_on_reference_date: judged.valid,
            set_aside: judged.set_aside,
        }
    }
}
