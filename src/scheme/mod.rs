//! Schemes: the assessment plan (7.3) that says how an evaluation is done where that is not as the
//! standard has it: classes and items, weights, clauses that do not apply, the least grade of evidence,
//! and who evaluates whom when. What deviates from the standard is listed with every result.

mod consistency;
mod deviation;
mod grade;
mod plan;
mod scope;

use serde::Deserialize;
use std::path::Path;

use crate::dossier::{self, Problem, Source};
use crate::pack::Pack;
use crate::schema::Schema;
use crate::text::Language;
pub use deviation::Deviation;
pub use grade::Grades;
pub use plan::{
    Assessor, Attached, Contradictory, Expert, Grade, NotApplicable, Plan, TermWeight, Validity,
    Visit, Weights,
};
pub use scope::PlannedTerm;

/// A scheme to fill in, with comments in `language`. As it stands it changes nothing.
#[must_use]
pub fn skeleton(language: Language) -> &'static str {
    match language {
        Language::Chinese => include_str!("skeleton/zh.yaml"),
        Language::English => include_str!("skeleton/en.yaml"),
    }
}

/// A scheme that fits the packs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scheme {
    /// SHA-256 of its file.
    pub sha256: String,
    /// What it says.
    pub plan: Plan,
}

impl Scheme {
    /// Reads a scheme from a YAML or JSON file.
    ///
    /// # Errors
    /// Everything that is wrong with it, or that does not fit the packs, by line and column.
    pub fn read(path: &Path, pack: &Pack) -> Result<Self, Vec<Problem>> {
        let shown = path.display().to_string();
        let wrong = |message: String| vec![Problem::new(&shown, message)];
        let schema = Schema::of_schemes(pack).map_err(wrong)?;
        let source = Source::file(path).ok_or_else(|| {
            wrong("is no `.yaml`, `.yml` or `.json` file: a scheme is written in one".to_owned())
        })?;
        let read = dossier::read(&source, &schema)?;
        let plan = Plan::deserialize(&read.evidence).map_err(|error| wrong(error.to_string()))?;
        let problems = consistency::problems(&plan, pack, &read.places);
        if problems.is_empty() {
            Ok(Self {
                sha256: read.sha256,
                plan,
            })
        } else {
            Err(problems)
        }
    }
}
